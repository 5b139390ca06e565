"""The whole story, from an empty database to the day on which the visitor goes on."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.audit.recording import recorded
from ocop.foundation.printing.making import make_due
from ocop.outlets.demo.cases import note_cases
from ocop.outlets.demo.council import note_council
from ocop.outlets.demo.decisions import note_decisions
from ocop.outlets.demo.facts import note_facts
from ocop.outlets.demo.life.chapters import note_life
from ocop.outlets.demo.meetings import note_meetings
from ocop.outlets.demo.mishaps import note_mishaps
from ocop.outlets.demo.people import note_people
from ocop.outlets.demo.producers import note_producers
from ocop.outlets.demo.programme import note_programme
from ocop.outlets.demo.selling import note_selling
from ocop.outlets.demo.signing import note_signing
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.this_year.help import note_this_year
from ocop.outlets.demo.this_year.plan import note_plan
from ocop.outlets.demo.travel.chapters import note_travel
from ocop.outlets.demo.year_2022.chapters import note_year_2022
from ocop.registers.programme.selectors import current

CHAPTERS = (
    note_year_2022,
    note_signing,
    note_people,
    note_programme,
    note_facts,
    note_producers,
    note_council,
    note_cases,
    note_meetings,
    note_mishaps,
    note_decisions,
    note_selling,
    note_plan,
    note_this_year,
    note_life,
    note_travel,
)


def is_told() -> bool:
    """Whether this database holds a programme already, the demonstration's or a real one."""
    return current() is not None


@recorded
def tell_story() -> Stage:
    """Builds the demonstration, all or nothing, by calling the packages' acts in the order of time."""
    stage = Stage()
    for note_chapter in CHAPTERS:
        note_chapter(stage)
    stage.diary.carry_out(_print_papers)
    return stage


def _print_papers(at: datetime) -> None:
    """What `deliver` does beside: the papers of an act are there a moment later."""
    if failed := make_due(lambda: at).failed:
        raise RuntimeError("\n".join(failed))
