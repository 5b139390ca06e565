"""Ghi phiếu kiểm tra: two parts for each product, kept while it is written (decision 0017)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import INSPECTION
from ocop.casework.inspections.labels import PARTS, result_choices
from ocop.casework.inspections.models import Inspection
from ocop.casework.inspections.permissions import refuse_member
from ocop.casework.inspections.rules.checklist import Part
from ocop.casework.inspections.selectors.inspecting import Seen, approved_photos, items_of, seen_of
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.ui.forms import TextField
from ocop.foundation.ui.words import said


class AsksFindings(Asks):
    """A result and a note for each line. May be saved half filled."""

    hide_optional = True
    gives = frozenset({"typed"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen = seen_of(self.thing)
        for one in self.seen:
            self.fields[f"result_{one.name}"] = forms.ChoiceField(
                label=said(one.line.label),
                choices=result_choices(),
                widget=forms.RadioSelect,
                required=False,
                initial=one.result,
            )
            self.fields[f"note_{one.name}"] = TextField(
                label=_("Ghi chú"), max_length=1000, required=False, initial=one.note
            )

    def given(self) -> Mapping[str, Any]:
        """The whole form."""
        return {"typed": dict(self.cleaned_data)}

    def products(self) -> list[dict[str, Any]]:
        """Product by product, part by part, for the page."""
        pictures = approved_photos(items_of(self.thing))
        found: dict[int, dict[str, Any]] = {}
        for one in self.seen:
            product = found.setdefault(
                one.item.pk,
                {
                    "item": one.item,
                    "pictures": pictures.get(one.item.recognition.product_id, []),
                    "parts": {part: {"title": PARTS[part], "rows": []} for part in Part},
                },
            )
            product["parts"][one.line.part]["rows"].append(self._row(one))
        return [row | {"parts": list(row["parts"].values())} for row in found.values()]

    def _row(self, one: Seen) -> dict[str, Any]:
        result, note = self[f"result_{one.name}"], self[f"note_{one.name}"]
        return {"result": result, "note": note, "photos": one.photos}

    def onward(self) -> str:
        """To the conclusion where that button was pressed; else the list stays open."""
        name = "conclude" if self.data.get("go") == "conclude" else "check"
        return reverse(f"inspections:{name}", args=[self.thing.key])


@recorded
def save_findings(inspection: Inspection, *, typed: Mapping[str, str], by: Person, at: datetime) -> None:
    """Saves the list as far as it is filled; it stays a draft until the conclusion. Refused to all but
    members of the team without a tie who have declared, and once it is concluded.
    """
    keep_findings(inspection, typed=typed, by=by, at=at)
    record("inspection.check", inspection, by=by, at=at, data={"filled": sum(map(bool, typed.values()))})


def keep_findings(inspection: Inspection, *, typed: Mapping[str, str], by: Person, at: datetime) -> None:
    """Keeps some of it while it is written: no act, so the record says nothing. Refused as the act is."""
    ensure(refuse_member(who_is(by, at), held(inspection)))
    if inspection.state != InspectionState.OPEN:
        ensure(refuse_state(inspection, CHECK.label))
    inspection.typed = {**inspection.typed, **typed}
    inspection.save(update_fields=["typed"])


@recorded
def _keep(form: AsksFindings, fields: dict[str, Any]) -> None:
    typed = {name: form.cleaned_data[name] for name in fields}
    keep_findings(form.thing, typed=typed, by=form.who.person, at=form.who.at)


CHECK = Act(
    about=INSPECTION,
    name="check",
    path="phieu/",
    when=frozenset({InspectionState.OPEN}),
    refuse=refuse_member,
    form=AsksFindings,
    do=save_findings,
    keep=_keep,
    button=_("Ghi phiếu kiểm tra"),
    said=_("Đã lưu phiếu kiểm tra."),
    template="inspections/check.html",
    weight="main",
)
