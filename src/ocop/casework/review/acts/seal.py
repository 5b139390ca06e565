"""Chốt phiếu: a member hands in the own sheet for good (T-01); the page is `pages/sheets.py`."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.review.about import SHEET
from ocop.casework.review.acts.choose import own_draft
from ocop.casework.review.checks import refuse_incomplete
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.permissions import refuse_save
from ocop.casework.review.permissions.who import every_sealed_sheet_of
from ocop.casework.review.rules.versions import Change
from ocop.casework.review.selectors import bench, criteria_to_answer
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.sealing import write_seal
from ocop.casework.review.writes.sheets import COMMENT, Overtaken
from ocop.casework.review.writes.tallies import write_tally
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget
from ocop.foundation.acts import Act, Asks, Refusal, ensure
from ocop.foundation.audit.recording import recorded


class AsksToSeal(Asks):
    """The version of the sheet that the member reviewed, and how it was asked who seals: from its page."""

    gives = frozenset({"seen", "proven_by"})


@recorded
def seal_sheet(
    item: AgendaItem, *, by: Person, at: datetime, seen: int | None = None, proven_by: str = ""
) -> ScoreSheet:
    """Hands in the sheet for good: canonical record, hash, short code to write on paper (T-01).

    Refused, as saving is, to all but a member who scores, is written down as present and has declared no
    conflict; outside an open meeting; for a product that is not being scored; for a sheet that is sealed
    already. Besides: a criterion that is not answered; with `seen`, the version that the member reviewed, a
    sheet changed since: Overtaken. The last sheet of a product starts its tally. `proven_by`: how the member
    showed to be it, where that was asked; the record says it.
    """
    sheet = own_draft(held_item(item), by=by, at=at)
    if seen is not None and _changed_after(sheet, seen):
        raise Overtaken(sheet)
    ensure(_refuse_unanswered(item, sheet))
    frozen = dossier_for_scoring(item.dossier)
    write_seal(item, sheet, frozen, proven_by=proven_by, by=by, at=at)
    forget(by, every_sealed_sheet_of)
    found = bench(item, at)
    if refuse_incomplete(found) is None:
        write_tally(item, found, frozen, by=by, at=at)
    return sheet


def _changed_after(sheet: ScoreSheet, seen: int) -> bool:
    """Whether a choice or a comment on a criterion is another than the member reviewed."""
    return any(Change.stored(row).version > seen for field, row in sheet.changed.items() if field != COMMENT)


def _refuse_unanswered(item: AgendaItem, sheet: ScoreSheet) -> Refusal | None:
    missing = [code for code in criteria_to_answer(item) if code not in sheet.choices]
    if not missing:
        return None
    return Refusal(
        "criteria_unanswered",
        ngettext(
            "Còn %(n)s tiêu chí chưa chấm: %(codes)s.",
            "Còn %(n)s tiêu chí chưa chấm: %(codes)s.",
            len(missing),
        )
        % {"n": len(missing), "codes": ", ".join(missing)},
        _("Phiếu chỉ chốt được khi mọi tiêu chí đã chấm. “Chưa đạt mức nào” cũng là một câu trả lời."),
        _("Chấm nốt rồi chốt lại."),
    )


SEAL = Act(
    about=SHEET,
    name="seal",
    path="chot/",
    when=frozenset({ItemState.SCORING}),
    refuse=refuse_save,
    form=AsksToSeal,
    do=seal_sheet,
    button=_("Chốt phiếu"),
)
