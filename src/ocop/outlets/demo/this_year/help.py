"""Help, press, ideas and pages of this year, in every state."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.casework.communication import acts
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.rules import NewsKind
from ocop.casework.support.acts import record_look
from ocop.casework.support.models import Activity
from ocop.foundation.places.models import Place
from ocop.outlets.demo.helping.activities import note_help
from ocop.outlets.demo.helping.ideas import note_ideas
from ocop.outlets.demo.helping.press import note_press
from ocop.outlets.demo.helping.world import World
from ocop.outlets.demo.moments import YEAR
from ocop.outlets.demo.stage import PROVINCE, Stage
from ocop.outlets.demo.this_year.plan import contents
from ocop.outlets.demo.year_2022.people import key_of
from ocop.outlets.demo.year_2022.reading import rows as old_rows

WORDS = ("title", "summary", "body", "title_en", "summary_en", "body_en")

STILL_THERE = {"signboard": "good", "listing": "live", "website": "live"}
WORSE = {"bien-na-hoi": "damaged", "gian-hang-nam-mon": "closed", "website-la-tam": "outdated"}


def note_this_year(stage: Stage) -> None:
    """From the middle of September to the last day of the story."""
    world = World(stage, YEAR, prefix="", officer="phuc", place=partial(_place, stage))
    note_ideas(world, contents("ideas"))
    note_help(world, contents("support"))
    note_press(world, contents("press"), task="tuyen-truyen", planned="2026-09-16")
    for row in contents("news"):
        _note_page(world, row)
    stage.diary.note("10-14 14:30", lambda at: _look_again(world, at))


def _look_again(world: World, at: datetime) -> None:
    """What the help of 2022 left behind, seen today: most of it still works."""
    for row in old_rows("support"):
        if row["kind"] not in STILL_THERE or "finished" not in row:
            continue
        activity = Activity.objects.with_names().get(pk=world.stage.activities[key_of(row["key"])].pk)
        state = WORSE.get(row["key"], STILL_THERE[row["kind"]])
        record_look(activity, on=at.date(), state=state, note="Minh hoạ", by=world.person(""), at=at)


def _place(stage: Stage, code: str) -> Place:
    return stage.province if code == PROVINCE else stage.commune(code)


def _note_page(world: World, row: dict[str, Any]) -> None:
    note = world.stage.diary.note
    note(row["written"], partial(_write, world, row))
    if "proposed" in row:
        note(row["proposed"], lambda at: acts.propose_page(_page(row), by=world.person(row["by"]), at=at))
    if "published" in row:
        note(row["published"], partial(_publish, world, row))
    if "withdrawn" in row:
        when, reason = row["withdrawn"]
        note(when, lambda at: acts.withdraw_page(_page(row), reason=reason, by=world.person(""), at=at))


def _page(row: dict[str, Any]) -> NewsPage:
    return NewsPage.objects.select_related("place").get(title=row["title"])


def _write(world: World, row: dict[str, Any], at: datetime) -> None:
    said = {name: row.get(name, "") for name in WORDS}
    by = world.person(row.get("by", ""))
    acts.write_page(place=world.place(row["place"]), kind=NewsKind(row["kind"]), content=said, by=by, at=at)


def _publish(world: World, row: dict[str, Any], at: datetime) -> None:
    acts.publish_page(_page(row), publish_on=date.fromisoformat(row["on"]), by=world.person(""), at=at)
