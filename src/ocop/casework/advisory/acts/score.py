"""Chấm điểm tư vấn: a member of the team chooses on the own sheet, kept field by field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import PRODUCT
from ocop.casework.advisory.models import TeamSheet
from ocop.casework.advisory.permissions import own_sheet, refuse_score, team_seat
from ocop.casework.advisory.selectors import heading
from ocop.casework.advisory.selectors.sheets import criteria_of
from ocop.casework.dossiers.labels.criteria import cards, name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.answers import is_known, options, word
from ocop.casework.dossiers.selectors import dossier_for_scoring, set_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.kernel.law.model import Criterion
from ocop.kernel.scoring import Choice

CHOICE, REMARK = "choice_", "remark_"


class AsksTeamSheet(Asks):
    """Every criterion that counts with its options as cards, and a remark; any may be left open."""

    hide_optional = True
    gives = frozenset({"choices", "remarks"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        product_set = set_of(self.thing)
        codes = criteria_of(dossier_for_scoring(self.thing))
        self.criteria: list[Criterion] = [product_set.criteria[code] for code in codes]
        for place, one in enumerate(self.criteria):
            self.fields[f"{CHOICE}{place}"] = forms.ChoiceField(
                label=name(one), choices=cards(one), widget=RadioCards, required=False,
                initial=word(one, self.choices[one.code]) if one.code in self.choices else "",
            )  # fmt: skip
            self.fields[f"{REMARK}{place}"] = TextField(
                label=_("Nhận xét về tiêu chí %(code)s") % {"code": one.code}, lines=2, max_length=1000,
                required=False, initial=self.remarks.get(one.code, ""),
            )  # fmt: skip

    @cached_property
    def sheet(self) -> TeamSheet | None:
        """The own sheet, where it was begun."""
        return own_sheet(self.who, self.thing)

    @property
    def choices(self) -> Mapping[str, Choice]:
        """What is chosen so far."""
        return self.sheet.choices if self.sheet else {}

    @property
    def remarks(self) -> Mapping[str, str]:
        """What is remarked so far."""
        return self.sheet.remarks if self.sheet else {}

    @property
    def groups(self) -> list[tuple[str, list[tuple[Any, Any]]]]:
        """By section: the boxes of each criterion."""
        sections = {one.code: one for one in set_of(self.thing).sections}
        rows = groupby(enumerate(self.criteria), key=lambda row: row[1].section)
        return [
            (heading(sections[code]), [(self[f"{CHOICE}{n}"], self[f"{REMARK}{n}"]) for n, _one in group])
            for code, group in rows
        ]

    def given(self) -> Mapping[str, Any]:
        """By the codes of the criteria; what is left open says nothing."""
        return self.read(self.cleaned_data)

    def read(self, fields: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Some fields, as the acts take them."""
        choices = self._read(fields, CHOICE)
        known = {one.code: one for one in self.criteria}
        return {
            "choices": {code: options(known[code])[said] for code, said in choices.items() if said},
            "remarks": self._read(fields, REMARK),
        }

    def _read(self, fields: Mapping[str, Any], kind: str) -> dict[str, str]:
        names = {f"{kind}{place}": one.code for place, one in enumerate(self.criteria)}
        return {names[key]: value.strip() for key, value in fields.items() if key in names}


@recorded
def save_team_sheet(
    dossier: Dossier,
    *,
    choices: Mapping[str, Choice],
    remarks: Mapping[str, str],
    by: Person,
    at: datetime,
) -> TeamSheet:
    """Keeps what was chosen and remarked, and leaves the other criteria of the sheet as they are; None is the
    answer that no option is reached. The first save begins the sheet, which is recorded.

    Refused: see `permissions.refuse_score`; a criterion or choice that the rubric does not have.
    """
    who = who_is(by, at)
    ensure(refuse_score(who, held(dossier)))
    _check(dossier, choices, remarks)
    sheet = own_sheet(who, dossier) or _begun(who, dossier)
    is_new = sheet.pk is None
    sheet.choices = {**sheet.choices, **choices}
    said = {**sheet.remarks, **{code: text.strip() for code, text in remarks.items()}}
    sheet.remarks = {code: text for code, text in said.items() if text}
    sheet.version, sheet.saved_at = sheet.version + 1, at
    sheet.save()
    if is_new:
        record("team_sheet.begin", sheet, by=by, at=at, data={"submission": sheet.submission.number})
    return sheet


def _check(dossier: Dossier, choices: Mapping[str, Choice], remarks: Mapping[str, str]) -> None:
    """Criteria and choices of the rubric, and no others."""
    known = set_of(dossier).criteria
    for code in (*choices, *remarks):
        is_right = code in known and (code not in choices or is_known(known[code], choices[code]))
        if not is_right:
            what = gettext("Phiếu không có tiêu chí hoặc mức này: %(code)s.") % {"code": code}
            raise Refused(Refusal("unknown_choice", what, "", _("Tải lại trang rồi chọn trong danh sách.")))


def _begun(who: Who, dossier: Dossier) -> TeamSheet:
    seat = team_seat(who)
    assert seat is not None  # noqa: S101 - the permission has seen it
    return TeamSheet(dossier=dossier, submission=dossier.submissions.latest("number"), seat=seat)


def _keep(form: AsksTeamSheet, fields: dict[str, Any]) -> None:
    save_team_sheet(form.thing, **form.read(fields), by=form.who.person, at=form.who.at)


def shown(form: AsksTeamSheet) -> Mapping[str, Any]:
    """How far the sheet is."""
    return {"done": sum(one.code in form.choices for one in form.criteria), "total": len(form.criteria)}


SCORE = Act(
    about=PRODUCT,
    name="score",
    path="phieu/",
    refuse=refuse_score,
    form=AsksTeamSheet,
    do=save_team_sheet,
    keep=_keep,
    show=shown,
    button=_("Chấm điểm tư vấn"),
    confirm=_("Lưu phiếu"),
    said=_("Đã lưu phiếu. Chấm đủ rồi chốt."),
    template="advisory/score.html",
    icon="clipboard-list",
)
