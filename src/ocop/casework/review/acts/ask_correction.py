"""Đề nghị sửa phiếu: a member found a mistake in the own sealed sheet and says what it should be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.rules.answers import options, word
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.about import SHEET
from ocop.casework.review.checks import refuse_no_reason, refuse_unknown_choices
from ocop.casework.review.forms import AsksPassword
from ocop.casework.review.models import AgendaItem, Correction, ScoreSheet
from ocop.casework.review.permissions import own_sheet, refuse_conflict, refuse_not_open
from ocop.casework.review.permissions.conflicts import not_member
from ocop.casework.review.permissions.who import scoring_seat
from ocop.casework.review.selectors import criteria_to_answer, presiding_people
from ocop.casework.review.states import LIVE_ITEMS, CorrectionState, ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded, words
from ocop.foundation.notifications.actions import tell
from ocop.kernel.scoring import Choice


class AsksCorrection(AsksPassword, AsksReason):
    """Every criterion as it was sealed, to change what is wrong; why; and the password once more."""

    gives = frozenset({"choices", "reason"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sheet = own_sheet(self.who, self.thing)
        self.sealed: dict[str, Choice] = dict(sheet.choices) if sheet else {}
        criteria = set_of(self.thing.dossier).criteria
        self.criteria = [criteria[code] for code in criteria_to_answer(self.thing) if code in self.sealed]
        for place, criterion in enumerate(self.criteria):
            known = options(criterion)
            self.fields[f"choice_{place}"] = forms.ChoiceField(
                label=name(criterion),
                choices=[(key, chosen(criterion, choice)) for key, choice in known.items()],
                initial=word(criterion, self.sealed[criterion.code]),
            )
        self.order_fields([*(f"choice_{n}" for n in range(len(self.criteria))), "reason", "password"])

    def given(self) -> Mapping[str, Any]:
        """What is different from the sealed sheet, and why."""
        said = {
            criterion.code: options(criterion)[self.cleaned_data[f"choice_{place}"]]
            for place, criterion in enumerate(self.criteria)
        }
        changed = {code: choice for code, choice in said.items() if choice != self.sealed[code]}
        return {"choices": changed, "reason": self.cleaned_data["reason"]}


def refuse_ask_correction(who: Who, item: AgendaItem) -> Refusal | None:
    """A member with a sealed sheet of the present pass, until the meeting is closed."""
    if scoring_seat(who, item.meeting) is None:
        return not_member()
    return (
        refuse_not_open(item.meeting)
        or refuse_conflict(who, item)
        or _refuse_sheet(own_sheet(who, item))
        or _refuse_left(item)
    )


def _refuse_sheet(sheet: ScoreSheet | None) -> Refusal | None:
    if sheet is None or not sheet.is_sealed:
        return Refusal(
            "sheet_not_sealed",
            _("Phiếu của bạn chưa chốt."),
            _("Phiếu chưa chốt thì sửa ngay trên phiếu."),
            _("Mở phiếu và chọn lại mức."),
        )
    if sheet.corrections.filter(state=CorrectionState.ASKED).exists():
        return Refusal(
            "correction_asked_before",
            _("Đề nghị sửa phiếu của bạn đang chờ chủ tịch hội đồng."),
            "",
            _("Chờ chủ tịch trả lời."),
        )
    return None


def _refuse_left(item: AgendaItem) -> Refusal | None:
    if item.state in LIVE_ITEMS:
        return None
    return Refusal("item_left", gettext("“%(product)s” không còn được đánh giá.") % {"product": item})


@recorded
def ask_correction(
    item: AgendaItem, *, choices: Mapping[str, Choice], reason: str, by: Person, at: datetime
) -> Correction:
    """A member asks to correct the own sealed sheet: which choices, and why. Nothing changes before the
    chair's consent; the chair is told.

    Refused: a sheet that is not sealed; a meeting that is over; a second one while the first waits; nothing
    changed; a choice that the rubric lacks; no reason.
    """
    who = who_is(by, at)
    ensure(refuse_ask_correction(who, held_item(item)))
    ensure(refuse_no_reason(reason) or refuse_unknown_choices(item, choices))
    sheet = own_sheet(who, item)
    assert sheet is not None  # noqa: S101 - the refusal has seen it
    changed = {code: choice for code, choice in choices.items() if sheet.choices.get(code) != choice}
    if not changed:
        raise Refused(
            Refusal(
                "nothing_changed", _("Chưa đổi mức nào."), "", _("Chọn mức đúng cho tiêu chí bị chấm nhầm.")
            )
        )
    correction = Correction.objects.create(sheet=sheet, choices=changed, reason=reason.strip(), asked_at=at)
    data = {"seat": sheet.seat_id, "sheet": sheet.sha256, "criteria": sorted(changed)}
    record("agenda_item.ask_correction", item, by=by, at=at, reason=reason, data=data)
    tell(
        presiding_people(item.meeting, at),
        kind="review.correction",
        subject=words(_("Đề nghị sửa phiếu: %(product)s"), product=item.dossier.product.name),
        body=words(_("%(person)s đề nghị sửa phiếu đã chốt. Lý do: %(reason)s"), person=by, reason=reason),
        url=item.get_absolute_url(),
        at=at,
    )
    return correction


ASK_CORRECTION = Act(
    about=SHEET,
    name="ask_correction",
    path="sua/",
    when=LIVE_ITEMS - {ItemState.WAITING},
    refuse=refuse_ask_correction,
    form=AsksCorrection,
    do=ask_correction,
    button=_("Đề nghị sửa phiếu"),
    heading=lambda item: gettext("Sửa phiếu đã chốt: %(product)s") % {"product": item},
    lead=_(
        "Đổi mức của tiêu chí bị chấm nhầm. Phiếu đã chốt được giữ nguyên; khi chủ tịch đồng ý, phiếu sửa là "
        "một bản mới với mã mới và biên bản ghi cả hai."
    ),
    confirm=_("Gửi đề nghị"),
    said=_("Đã gửi đề nghị. Phiếu cũ vẫn được tính cho tới khi chủ tịch đồng ý."),
)
