"""Trả lại để bổ sung: commune or province returns a dossier for completion (article 7(2), 7(3))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.labels import COMPONENTS
from ocop.casework.dossiers.models import Dossier, ReturnItem, ReturnNote
from ocop.casework.dossiers.permissions import refuse_commune, refuse_province, refuse_state
from ocop.casework.dossiers.rules.components import components, defective
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.dossiers.selectors.checks import latest_check
from ocop.casework.dossiers.selectors.clocks import clock_words
from ocop.casework.dossiers.states import WORKFLOW, DossierState
from ocop.casework.dossiers.writes.telling import about, tell_officers, tell_producer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition, vouch
from ocop.foundation.ui.forms import ReasonField, TextField
from ocop.foundation.ui.words import said


@dataclass(frozen=True)
class ToMend:
    """One thing to mend: `target` is a component, "criterion:2.1" or "evidence:7";
    `label` its name on that day.
    """

    target: str
    label: str
    reason: str


class AsksWhatToMend(AsksReason):
    """The reason, and for each thing to mend a reason of its own."""

    hide_optional = True
    reason = ReasonField(label=_("Lý do chung"), error_messages={"required": _("Ghi rõ lý do trả lại.")})
    gives = frozenset({"reason", "items"})

    def __init__(self, *args: Any, thing: Dossier, **kwargs: Any) -> None:
        self.targets = _targets(thing)
        super().__init__(*args, thing=thing, **kwargs)
        for number, (_target, label) in enumerate(self.targets):
            self.fields[f"item_{number}"] = TextField(label=label, max_length=1000, required=False)

    def known(self) -> Mapping[str, Any]:
        """The notes of the check on what was found missing or faulty, so that nobody types them twice."""
        check = latest_check(self.thing)
        if check is None:
            return {}
        bad = {part.value for part in defective(check.components, set_of(self.thing).sample_count)}
        return {
            f"item_{number}": check.components[target]["note"]
            for number, (target, _label) in enumerate(self.targets)
            if target in bad
        }

    def parts(self) -> list[forms.BoundField]:
        """The fields of the registers and components."""
        return [self[f"item_{n}"] for n, (target, _label) in enumerate(self.targets) if ":" not in target]

    def criteria(self) -> list[forms.BoundField]:
        """The fields of the criteria."""
        return [self[f"item_{n}"] for n, (target, _label) in enumerate(self.targets) if ":" in target]

    def has_criteria(self) -> bool:
        """Whether something is written at a criterion, so that the page must not hide it."""
        return any(field.value() for field in self.criteria())

    def given(self) -> Mapping[str, Any]:
        """The things for which a reason was written."""
        written = [self.cleaned_data[f"item_{number}"] for number in range(len(self.targets))]
        pairs = zip(self.targets, written, strict=True)
        items = [ToMend(target, label, reason) for (target, label), reason in pairs if reason]
        return {"reason": self.cleaned_data["reason"], "items": items}


def _targets(dossier: Dossier) -> list[tuple[str, str]]:
    """Everything that may be asked to be mended: the components, then the criteria."""
    product_set = set_of(dossier)
    parts = [(part.value, str(COMPONENTS[part])) for part in components(product_set.sample_count)]
    criteria = [
        (
            f"criterion:{code}",
            gettext("Tiêu chí %(code)s. %(name)s") % {"code": code, "name": said(one.label)},
        )
        for code, one in product_set.criteria.items()
    ]
    return [("register", gettext("Thông tin chủ thể và sản phẩm")), *parts, *criteria]


def level_of_return(dossier: Dossier) -> Level:
    """Which level returns a dossier in its present state."""
    return (
        Level.COMMUNE if dossier.state in {DossierState.SUBMITTED, DossierState.RECEIVED} else Level.PROVINCE
    )


def refuse_return(who: Who, dossier: Dossier) -> Refusal | None:
    """The commune while it checks, the province afterwards."""
    is_commune = level_of_return(dossier) == Level.COMMUNE
    refusal = refuse_commune(who, dossier) if is_commune else refuse_province(who, dossier)
    if refusal and not is_commune and refuse_commune(who, dossier) is None:
        # a colleague of the commune was faster: the step says that, the level would not
        return refuse_state(dossier, "return") or refusal
    return refusal or refuse_state(dossier, "return")


def _refuse_items(items: Sequence[ToMend], level: Level) -> Refusal | None:
    if level == Level.COMMUNE and not items:
        return Refusal(
            "return_without_items",
            gettext("Chưa chọn mục nào cần bổ sung."),
            gettext("Chủ thể cần biết phải sửa ở đâu."),
            gettext("Chọn ít nhất một mục và ghi lý do của mục đó."),
        )
    bare = [item.label for item in items if not item.reason.strip()]
    if bare:
        return Refusal(
            "item_reason_missing",
            gettext("Có mục chưa ghi lý do."),
            "; ".join(bare),
            gettext("Ghi rõ từng mục thiếu gì, sửa thế nào."),
        )
    return None


@recorded
def return_dossier(
    dossier: Dossier, *, reason: str, items: Sequence[ToMend], by: Person, at: datetime
) -> ReturnNote:
    """Returns the dossier to the producer with a reason per item; the commune's clock runs on (article 7(2),
    7(3)).

    Refused: officers of another place, a wrong state, no reason; by the commune also without an item, and
    always with an item that has no reason of its own. After a return by the province the commune checks anew,
    with a new clock.
    """
    ensure(refuse_return(who_is(by, at), held(dossier)))
    level = level_of_return(dossier)
    ensure(_refuse_items(items, level))
    changes: dict[str, Any] = {"declared_true": False, "updated_at": at}
    if level == Level.PROVINCE:
        changes |= {"proposed_at": None, "accepted_at": None, "commune_due_on": None}
    data = {"level": level.value, "items": [item.target for item in items]}
    transition(dossier, "return", by=by, at=at, reason=reason, changes=changes, data=data)
    submission = dossier.submissions.latest("number")
    note = ReturnNote.objects.create(
        dossier=dossier, submission=submission, level=level.value, reason=reason, at=at, by=by
    )
    vouch(
        ReturnItem.objects.bulk_create(
            ReturnItem(note=note, target=item.target, label=item.label, reason=item.reason) for item in items
        )
    )
    _tell(note, at=at)
    return note


def _tell(note: ReturnNote, *, at: datetime) -> None:
    """The producer learns what to mend; the commune, when the province returned it."""
    dossier = note.dossier
    subject = about(_("Cần bổ sung hồ sơ “{product}”"), dossier)
    body = about(_("Lý do: {reason} Sửa từng mục được nêu rồi nộp lại."), dossier, reason=note.reason)
    tell_producer(dossier, "returned", subject, body, at=at)
    if note.level == Level.PROVINCE:
        subject = about(_("Tỉnh trả lại hồ sơ “{product}”"), dossier)
        body = about(_("Lý do: {reason} Chủ thể bổ sung rồi nộp lại cho xã."), dossier, reason=note.reason)
        tell_officers(dossier, Role.COMMUNE_OFFICER, "returned", subject, body, at=at)


RETURN = Act(
    about=AT_OFFICE,
    name="return",
    path="tra-lai/",
    move=WORKFLOW.move("return"),
    refuse=refuse_return,
    form=AsksWhatToMend,
    do=return_dossier,
    said=_("Đã trả lại; chủ thể được báo từng mục."),
    show=lambda form: clock_words(form.thing, form.who.at),
    template="dossiers/return.html",
)
