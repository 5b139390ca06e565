"""Help, press and ideas of the year, from its data files."""

from __future__ import annotations

from ocop.outlets.demo.helping.activities import note_help
from ocop.outlets.demo.helping.ideas import note_ideas
from ocop.outlets.demo.helping.press import note_press
from ocop.outlets.demo.helping.world import World
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of
from ocop.outlets.demo.year_2022.reading import YEAR, ground, rows


def note_old_help(stage: Stage) -> None:
    """Ideas in spring, decided by the districts; help and press all year."""
    world = World(stage, YEAR, prefix=key_of(""), officer="so", place=ground)
    note_ideas(world, rows("ideas"))
    note_help(world, rows("support"))
    note_press(world, rows("press"), task="tuyen-truyen", planned="2022-01-24")
