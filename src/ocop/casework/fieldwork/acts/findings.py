"""Ghi kết quả tại chỗ: what was found line by line, kept while it is written, without network too."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import AT_PLACE
from ocop.casework.fieldwork.checks import refuse_at_place
from ocop.casework.fieldwork.labels import FOUND_WORDS, side_choices
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.models.visits import WRITTEN
from ocop.casework.fieldwork.rules import Line, merged
from ocop.casework.fieldwork.selectors.shown import photos_of, signatures_of
from ocop.casework.fieldwork.states import OPEN
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded
from ocop.foundation.ui.forms import TextField


class AsksFindings(Asks):
    """Of each line whether it is as claimed, and a note; what is said of the whole. May be half filled."""

    hide_optional = True
    gives = frozenset({"fields"})
    met_with = TextField(
        label=_("Người làm việc với đoàn"), max_length=200, required=False, help_text=_("Họ tên, chức vụ.")
    )
    remarks = TextField(label=_("Nhận xét chung"), lines=4, max_length=4000, required=False)
    conclusion = TextField(
        label=_("Kiến nghị, việc chủ thể cần làm"), lines=3, max_length=2000, required=False
    )
    unsigned_reason = TextField(
        label=_("Nếu chủ thể không ký: vì sao"), lines=2, max_length=500, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in self.thing.lines:
            self.fields[f"finding_{line.code}"] = forms.ChoiceField(
                label=line.label,
                help_text=f"{_('Chủ thể khai:')} {line.claim}" if line.claim else "",
                choices=list(FOUND_WORDS.items()),
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"note_{line.code}"] = TextField(
                label=_("Ghi chú"), lines=2, max_length=1000, required=False
            )

    def known(self) -> Mapping[str, Any]:
        """What was written so far."""
        visit = self.thing
        known = {name: getattr(visit, name) for name in WRITTEN if name != "found"}
        for code, row in visit.found.items():
            known |= {f"finding_{code}": row["finding"], f"note_{code}": row["note"]}
        return known

    def codes(self) -> str:
        """The codes of the lines, for the page's script."""
        return json.dumps([line.code for line in self.thing.lines])

    def sides(self) -> list[tuple[str, str]]:
        """Who signs, in the order in which it is asked."""
        return side_choices()

    def rows(self) -> list[dict[str, Any]]:
        """The lines, each with its two boxes."""
        return [self._row(line) for line in self.thing.lines]

    def _row(self, line: Line) -> dict[str, Any]:
        return {
            "line": line,
            "finding": self[f"finding_{line.code}"],
            "note": self[f"note_{line.code}"],
        }

    def fields_to_save(self, names: Collection[str] | None = None) -> dict[str, Any]:
        """What `keep_findings` wants: of the whole form, or of these boxes alone."""
        given = {name: value for name, value in self.cleaned_data.items() if names is None or name in names}
        found: dict[str, dict[str, str]] = {}
        for line in self.thing.lines:
            for kind in ("finding", "note"):
                if (name := f"{kind}_{line.code}") in given:
                    found.setdefault(line.code, {})[kind] = given.pop(name)
        return given | ({"found": found} if found else {})

    def given(self) -> Mapping[str, Any]:
        """The whole form."""
        return {"fields": self.fields_to_save()}

    def onward(self) -> str:
        """To the end where that button was pressed; else the checklist stays open."""
        name = "end" if self.data.get("go") == "end" else "findings"
        return reverse(f"fieldwork:{name}", args=[self.thing.key])


@recorded
def save_findings(visit: Visit, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """An inspector saves the whole checklist as it stands; the record says that it was.

    Refused to all who are not sent, have not declared, or declared a relation; once it has ended.
    """
    keep_findings(visit, fields=fields, by=by, at=at)
    record("visit.findings", visit, by=by, at=at, data={"words": visit.words_hash})


@recorded
def keep_findings(visit: Visit, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Keeps some of it while it is still written: no act, so the record says nothing. What is not named
    stays. Refused as the act is.
    """
    if unknown := fields.keys() - set(WRITTEN):
        raise ValueError(f"not written on a visit: {sorted(unknown)}")
    ensure(refuse_at_place(who_is(by, at), held(visit)))
    for name, value in fields.items():
        setattr(visit, name, merged(visit.found, value) if name == "found" else value)
    visit.save(update_fields=sorted(fields))


def _keep(form: AsksFindings, fields: dict[str, Any]) -> None:
    keep_findings(form.thing, fields=form.fields_to_save(fields), by=form.who.person, at=form.who.at)


def _shown(form: AsksFindings) -> Mapping[str, Any]:
    return {"photos": photos_of(form.thing), "signatures": signatures_of(form.thing)}


FINDINGS = Act(
    about=AT_PLACE,
    name="findings",
    path="phieu/",
    when=OPEN,
    refuse=refuse_at_place,
    form=AsksFindings,
    do=save_findings,
    keep=_keep,
    button=_("Ghi kết quả tại chỗ"),
    said=_("Đã lưu phiếu kiểm tra."),
    show=_shown,
    template="fieldwork/findings.html",
    weight="main",
)
