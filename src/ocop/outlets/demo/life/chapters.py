"""The chapters of the life of a recognition, in the order in which later ones rest on earlier ones."""

from __future__ import annotations

from ocop.outlets.demo.life.checks import note_checks
from ocop.outlets.demo.life.corrections import note_corrections
from ocop.outlets.demo.life.endings import note_endings
from ocop.outlets.demo.life.holders import note_holders
from ocop.outlets.demo.life.laboratory import note_laboratory
from ocop.outlets.demo.life.lapsed import note_lapsed
from ocop.outlets.demo.life.merging import note_merging
from ocop.outlets.demo.life.ministry import note_ministry
from ocop.outlets.demo.life.terms import note_terms
from ocop.outlets.demo.stage import Stage

CHAPTERS = (
    note_holders,
    note_lapsed,
    note_laboratory,
    note_terms,
    note_endings,
    note_checks,
    note_ministry,
    note_corrections,
    note_merging,
)


def note_life(stage: Stage) -> None:
    """From the middle of September to the last day of the story."""
    for note_chapter in CHAPTERS:
        note_chapter(stage)
