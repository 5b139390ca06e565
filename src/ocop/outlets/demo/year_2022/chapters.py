"""The chapters of the year, in the order in which later ones rest on earlier ones."""

from __future__ import annotations

from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.councils import note_old_councils
from ocop.outlets.demo.year_2022.dossiers import note_old_dossiers
from ocop.outlets.demo.year_2022.help import note_old_help
from ocop.outlets.demo.year_2022.people import note_old_people
from ocop.outlets.demo.year_2022.plan import note_old_plan
from ocop.outlets.demo.year_2022.producers import note_old_producers
from ocop.outlets.demo.year_2022.programme import note_old_programme
from ocop.outlets.demo.year_2022.recognitions import note_old_recognitions
from ocop.outlets.demo.year_2022.samples import note_old_samples
from ocop.outlets.demo.year_2022.visits import note_old_visits

CHAPTERS = (
    note_old_people,
    note_old_programme,
    note_old_producers,
    note_old_recognitions,
    note_old_plan,
    note_old_councils,
    note_old_dossiers,
    note_old_samples,
    note_old_visits,
    note_old_help,
)


def note_year_2022(stage: Stage) -> None:
    """Everything of the plan of 2022, from January 2022 to its closing, and what followed until June 2025."""
    for note_chapter in CHAPTERS:
        note_chapter(stage)
