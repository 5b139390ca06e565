"""Kiểm tra hồ sơ: the commune's check, kept while it is written. It gives no points (R26-23)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.labels import COMPONENTS, FINDINGS, HEADINGS
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.permissions import refuse_commune, refuse_state
from ocop.casework.dossiers.rules.components import Component, components, merged_findings
from ocop.casework.dossiers.selectors import latest_submission, set_of
from ocop.casework.dossiers.selectors.checks import latest_check
from ocop.casework.dossiers.selectors.clocks import clock_words
from ocop.casework.dossiers.states import DossierState
from ocop.casework.dossiers.writes.checks import CHECK_FIELDS, present_check
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import DateField, TextField

_HELP = {
    "materials": _("Chủ thể mô tả gì; thực tế dùng nguyên liệu của xã thế nào."),
    "labour": _("Chủ thể mô tả gì; thực tế có bao nhiêu lao động của xã."),
    "idea_origin": _("Sản phẩm truyền thống hay mới, theo thực tế địa phương."),
    "identity": _("Văn hoá, tri thức bản địa, giống, cách làm riêng tạo nên khác biệt."),
}


class AsksCheck(Asks):
    """Components, samples, the four contents of form 03. May be saved half filled."""

    hide_optional = True
    gives = frozenset({"fields"})
    paper_received_on = DateField(label=_("Nhận bộ hồ sơ giấy ngày (nếu có)"), required=False)
    samples_count = forms.IntegerField(
        label=_("Số sản phẩm mẫu đã nhận"),
        min_value=0,
        max_value=999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    samples_received_on = DateField(label=_("Nhận mẫu ngày"), required=False)
    samples_handed_by = TextField(label=_("Người giao mẫu"), max_length=120, required=False)
    meeting_note = TextField(
        label=_("Họp lấy ý kiến (nếu có)"),
        lines=3,
        required=False,
        help_text=_("Không bắt buộc: ngày họp, ai dự, ý kiến."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = components(set_of(self.thing).sample_count)
        if Component.SAMPLES not in self.parts:
            for name in ("samples_count", "samples_received_on", "samples_handed_by"):
                del self.fields[name]
        for part in self.parts:
            self.fields[f"finding_{part}"] = forms.ChoiceField(
                label=COMPONENTS[part],
                choices=list(FINDINGS.items()),
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"note_{part}"] = TextField(label=_("Ghi chú"), max_length=500, required=False)
        for name, label in HEADINGS.items():
            self.fields[name] = TextField(label=label, lines=4, required=False, help_text=_HELP[name])

    def known(self) -> Mapping[str, Any]:
        """The check of this submission, or what the one before it said."""
        check = latest_check(self.thing)
        if check is None:
            return {}
        known = {name: getattr(check, name) for name in (*self.base_fields, *HEADINGS)}
        for part, found in check.components.items():
            known |= {f"finding_{part}": found["finding"], f"note_{part}": found["note"]}
        return known

    def rows(self) -> list[dict[str, Any]]:
        """The components, each with its two fields, for the page."""
        return [
            {"part": part, "finding": self[f"finding_{part}"], "note": self[f"note_{part}"]}
            for part in self.parts
        ]

    def headings(self) -> list[forms.BoundField]:
        """The four contents of form 03."""
        return [self[name] for name in HEADINGS]

    def fields_to_save(self, names: Collection[str] | None = None) -> dict[str, Any]:
        """What `save_intake_check` wants: of the whole form, or of these fields alone."""
        given = {name: value for name, value in self.cleaned_data.items() if names is None or name in names}
        found: dict[str, dict[str, str]] = {}
        for part in self.parts:
            for kind in ("finding", "note"):
                if (name := f"{kind}_{part}") in given:
                    found.setdefault(part.value, {})[kind] = given.pop(name)
        return given | ({"components": found} if found else {})

    def given(self) -> Mapping[str, Any]:
        """The whole form."""
        return {"fields": self.fields_to_save()}

    def onward(self) -> str:
        """To the proposal where that button was pressed; else the check stays open."""
        name = "propose" if self.data.get("go") == "propose" else "check"
        return reverse(f"dossiers:{name}", args=[self.thing.key])


def refuse_check(who: Who, dossier: Dossier) -> Refusal | None:
    """Writing the commune's check: while the commune has the dossier."""
    return refuse_commune(who, dossier) or refuse_state(dossier, "propose")


@recorded
def save_intake_check(
    dossier: Dossier, *, fields: Mapping[str, Any], by: Person, at: datetime
) -> IntakeCheck:
    """The officer saves what the commune found: components, samples, the four contents of form 03, paper
    numbers.

    Fields that are not named stay as they are; so does, within `components`, what no finding or note is named
    for. Refused: officers of other communes, a dossier that the commune has not received. Points cannot be
    given here.
    """
    check = keep_intake_check(dossier, fields=fields, by=by, at=at)
    record("dossier.check", dossier, by=by, at=at, data={"fields": sorted(fields)})
    return check


@recorded
def keep_intake_check(
    dossier: Dossier, *, fields: Mapping[str, Any], by: Person, at: datetime
) -> IntakeCheck:
    """Keeps some of it while the officer still writes: no act, so the record says nothing.
    Refused as the act is.
    """
    if unknown := fields.keys() - CHECK_FIELDS:
        raise ValueError(f"not part of the commune's check: {sorted(unknown)}")
    ensure(refuse_check(who_is(by, at), held(dossier)))
    check = present_check(dossier, by, at)
    for name, value in fields.items():
        if name != "components":
            setattr(check, name, value)
    parts = components(set_of(dossier).sample_count)
    check.components = merged_findings(check.components, fields.get("components", {}), parts)
    check.by, check.at = by, at
    check.save()
    return check


def _keep(form: AsksCheck, fields: dict[str, Any]) -> None:
    kept = form.fields_to_save(fields)
    keep_intake_check(form.thing, fields=kept, by=form.who.person, at=form.who.at)


def _shown(form: AsksCheck) -> Mapping[str, Any]:
    dossier = form.thing
    return {"submission": latest_submission(dossier), **clock_words(dossier, form.who.at)}


CHECK = Act(
    about=AT_OFFICE,
    name="check",
    path="kiem-tra/",
    when=frozenset({DossierState.RECEIVED}),
    refuse=refuse_check,
    form=AsksCheck,
    do=save_intake_check,
    keep=_keep,
    button=_("Kiểm tra hồ sơ"),
    said=_("Đã lưu phiếu kiểm tra."),
    show=_shown,
    template="dossiers/check.html",
)
