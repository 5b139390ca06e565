"""Mức chấm: a member chooses on the own score sheet, kept at once; the page is `pages/sheets.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import SHEET
from ocop.casework.review.checks import refuse_choice
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.permissions import refuse_save
from ocop.casework.review.permissions.sheets import refuse_begin, refuse_fill, refuse_sealed
from ocop.casework.review.permissions.who import ask_together, scoring_seat
from ocop.casework.review.rules.versions import Basis
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.sheets import CHOICE, as_stored, begun_once, is_settled, save
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure
from ocop.foundation.holding import holding
from ocop.kernel.scoring import Choice


class AsksChoice(Asks):
    """One choice on one criterion; its page reads what was sent by itself, field by field."""

    gives = frozenset({"criterion", "choice", "basis", "is_fresh"})


def save_choice(
    item: AgendaItem,
    *,
    criterion: str,
    choice: Choice,
    by: Person,
    at: datetime,
    basis: Basis | None = None,
    is_fresh: bool = False,
) -> ScoreSheet:
    """Keeps the member's choice on one criterion; None is the answer that no option is reached.

    With a `basis` an operation is carried out once, and a choice changed since is not replaced: Overtaken.
    Refused: see `own_draft`; a criterion or choice that the rubric does not have.
    """

    def keep() -> ScoreSheet:
        sheet = own_draft(as_stored(item, is_fresh=is_fresh), by=by, at=at)
        ensure(refuse_choice(item, criterion, choice))
        is_same = criterion in sheet.choices and sheet.choices[criterion] == choice
        if is_settled(sheet, f"{CHOICE} {criterion}", basis, is_same=is_same):
            return sheet
        sheet.choices[criterion] = choice
        return save(sheet, "choices", [f"{CHOICE} {criterion}"], at, basis)

    return begun_once(keep)


def save_choices(item: AgendaItem, *, choices: Mapping[str, Choice], by: Person, at: datetime) -> ScoreSheet:
    """Keeps several choices at once, all or none: a sheet filled in elsewhere.
    Refused as `save_choice` is.
    """

    def keep() -> ScoreSheet:
        sheet = own_draft(as_stored(item), by=by, at=at)
        for criterion, choice in choices.items():
            ensure(refuse_choice(item, criterion, choice))
        sheet.choices.update(choices)
        return save(sheet, "choices", [f"{CHOICE} {criterion}" for criterion in choices], at)

    return begun_once(keep)


def own_draft(item: AgendaItem, *, by: Person, at: datetime) -> ScoreSheet:
    """The member's sheet of this pass, locked; before the first save an empty one that `save` writes.

    Refused as `permissions.refuse_save` says; what the sheet itself says is asked under its lock.
    """
    who = who_is(by, at)
    ask_together(who)
    ensure(refuse_fill(who, item))
    seat = scoring_seat(who, item.meeting)
    assert seat is not None  # noqa: S101 - the permission has seen it
    mine: dict[str, Any] = {"item": item, "seat": seat, "pass_no": item.pass_no}
    rows = holding(ScoreSheet.objects).filter(**mine)
    sheet = rows.order_by("edition").last()
    ensure(refuse_sealed(sheet) or refuse_begin(who, item))
    if sheet is None:
        sheet = ScoreSheet(**mine)
    sheet.item, sheet.seat, seat.person = item, seat, by
    return sheet


CHOOSE = Act(
    about=SHEET,
    name="criterion",
    path="tieu-chi/<str:code>/",
    when=frozenset({ItemState.SCORING}),
    refuse=refuse_save,
    form=AsksChoice,
    do=save_choice,
    button=_("Mức chấm"),
)
