"""The press plan: planned, proposed, carried out with evidence, cancelled;
what is refused, recorded, told.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from ocop.casework.communication import acts
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.rules import Channel
from ocop.casework.communication.tests.cast import Newsroom
from ocop.casework.communication.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents import access
from ocop.foundation.documents.tests.corpus import office, pdf
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.selectors import place
from ocop.kernel.text import answers, asked


def recorded(item: PressItem) -> list[str]:
    return [entry.action for entry in history(item)][::-1]


def told(person: object) -> list[str]:
    return list(Message.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_the_province_plans(room: Newsroom) -> None:
    plan = room.plan()
    item = room.item("  Phát  thanh ", plan=plan, task=room.task(plan), outlet="Đài xã", note="Ba buổi")
    item.refresh_from_db()
    assert (item.title, item.state, item.plan, item.task.name) == (
        "Phát thanh",
        "planned",
        plan,
        "Truyền thông",
    )
    assert recorded(item) == ["pressitem.note", "pressitem.accept"]
    assert answers(item.search_text, asked("phát thanh đài xã ba buổi"))
    assert answers(item.search_text, asked("mường khương"))  # found by the district that was
    assert told(room.phuc) == []


def test_a_commune_proposes_and_the_province_decides(room: Newsroom) -> None:
    taken, given_up = room.item(by=room.minh), room.item("Tờ rơi", by=room.minh, channel=Channel.LEAFLET)
    assert (taken.state, recorded(taken)) == ("proposed", ["pressitem.note"])
    assert told(room.phuc) == ["communication.item_proposed"] * 2
    assert refused(lambda: acts.accept_item(taken, by=room.minh, at=room.at)) == "not_province_officer"
    acts.accept_item(taken, by=room.phuc, at=room.at)
    acts.cancel_item(given_up, reason="Đã có bài khác.", by=room.phuc, at=room.at)
    assert (taken.state, given_up.state) == ("planned", "cancelled")
    assert told(room.minh) == ["communication.item_settled"] * 2
    assert history(given_up)[0].reason == "Đã có bài khác."


def test_who_may_not_plan(room: Newsroom) -> None:
    for person, where in (
        (room.quang, room.commune),
        (room.dung, room.province),
        (room.minh, room.elsewhere),
    ):
        assert refused(lambda: room.item(by=person, place=where)) == "not_planner"  # noqa: B023 - asked at once
    item = room.item(by=room.minh)
    for person in (room.sen, room.dung, room.quang):
        given = {"by": person, "at": room.at}
        assert refused(lambda: acts.amend_item(item, fields={"title": "x"}, **given)) == "not_planner"  # noqa: B023
        assert refused(lambda: acts.cancel_item(item, reason="x", **given)) == "not_planner"  # noqa: B023
        assert refused(lambda: acts.accept_item(item, **given)) == "not_province_officer"  # noqa: B023


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": "  "}, "title_missing"),
        ({"title": "a" * 201}, "too_long"),
        ({"planned_on": date(2027, 1, 1)}, "outside_year"),
    ],
)
def test_what_a_line_may_not_say(room: Newsroom, given: dict[str, Any], code: str) -> None:
    plan = room.plan()
    assert refused(lambda: room.item(given.pop("title", "Phát thanh"), plan=plan, **given)) == code
    assert not PressItem.objects.exists()


def test_plan_place_and_task_must_fit(room: Newsroom) -> None:
    plan, closed = room.plan(), room.plan(2025, state="closed")
    old = room.plan(2022, place("10", "province", date(2022, 6, 1)))
    given = {"plan": closed, "planned_on": date(2025, 7, 1)}
    assert refused(lambda: room.item(**given)) == "plan_closed"
    assert refused(lambda: room.item(plan=old, planned_on=date(2022, 6, 1))) == "outside_place"
    assert refused(lambda: room.item(plan=plan, task=room.task(old))) == "task_of_another_plan"
    assert refused(lambda: room.item(plan=None, task=old.tasks.get())) == "task_of_another_plan"
    former = room.commune.predecessors.filter(parent__parent=old.place).first()
    assert room.item(plan=old, place=former, planned_on=date(2022, 6, 1)).state == "planned"


def test_nothing_is_planned_twice(room: Newsroom) -> None:
    item = room.item("Phát thanh đợt hai")
    assert refused(lambda: room.item("phát thanh ĐỢT hai")) == "already_planned"
    room.item("Phát thanh đợt hai", planned_on=date(2026, 12, 2))
    room.item("Phát thanh đợt hai", channel=Channel.BANNER)
    acts.cancel_item(item, reason="Hoãn.", by=room.phuc, at=room.at)
    assert room.item("Phát thanh đợt hai").state == "planned"


def test_a_line_is_amended(room: Newsroom) -> None:
    item = room.item()
    acts.amend_item(
        item, fields={"planned_on": date(2026, 12, 9), "outlet": "Đài tỉnh"}, by=room.phuc, at=room.at
    )
    item.refresh_from_db()
    assert (item.planned_on, item.outlet) == (date(2026, 12, 9), "Đài tỉnh")
    changed = history(item)[0].data
    assert (changed["before"]["planned_on"], changed["after"]["planned_on"]) == ("2026-12-01", "2026-12-09")
    acts.amend_item(item, fields={"outlet": "Đài tỉnh"}, by=room.phuc, at=room.at)
    assert recorded(item) == ["pressitem.note", "pressitem.accept", "pressitem.amend"]
    own = room.item("Của xã", by=room.minh)
    assert refused(
        lambda: acts.amend_item(own, fields={"place": room.elsewhere}, by=room.minh, at=room.at)
    ) == ("not_planner")
    acts.accept_item(own, by=room.phuc, at=room.at)
    assert refused(lambda: acts.amend_item(own, fields={"title": "x"}, by=room.minh, at=room.at)) == (
        "not_province_officer"
    )


def test_what_was_done_is_recorded_with_what_shows_it(room: Newsroom) -> None:
    item = room.item()
    acts.record_item(
        item, done_on=date(2026, 11, 16), done_until=date(2026, 11, 20), times=5, minutes=10, reach=300,
        uploads=[ContentFile(pdf(), name="so-phat-thanh.pdf")], by=room.minh, at=room.at,
    )  # fmt: skip
    item.refresh_from_db()
    assert (item.state, item.done_on, item.done_until) == ("done", date(2026, 11, 16), date(2026, 11, 20))
    assert (item.times, item.minutes, item.reach) == (5, 10, 300)
    paper = item.papers.get()
    assert (paper.title, recorded(item)[-1], history(item)[0].data["times"]) == (
        "so-phat-thanh.pdf",
        "pressitem.do",
        5,
    )
    people = (room.minh, room.phuc, room.dung, room.sen, room.quang)
    read = [access.refuse_read(person, paper.file, room.at) is None for person in people]
    assert read == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "evidence_missing"),
        ({"link": "ftp://a.vn/x"}, "unsafe_link"),
        ({"link": "javascript:alert(1)"}, "unsafe_link"),
        ({"link": "https://a.vn", "times": 0}, "times_missing"),
        ({"link": "https://a.vn", "done_on": date(2026, 11, 24)}, "from_the_future"),
        ({"link": "https://a.vn", "done_until": date(2026, 11, 24)}, "from_the_future"),
        ({"link": "https://a.vn", "done_until": date(2026, 11, 1)}, "ends_before_start"),
    ],
)
def test_what_is_not_counted_as_done(room: Newsroom, given: dict[str, Any], code: str) -> None:
    item = room.item()
    known = {"done_on": date(2026, 11, 20), "times": 1, "by": room.phuc, "at": room.at}
    assert refused(lambda: acts.record_item(item, **{**known, **given})) == code
    item.refresh_from_db()
    assert (item.state, item.done_on) == ("planned", None)


def test_evidence_of_another_kind_leaves_nothing_behind(room: Newsroom) -> None:
    item = room.item()
    upload = ContentFile(office(), name="bao-cao.docx")
    given = {"done_on": room.today, "times": 1, "uploads": [upload], "by": room.phuc, "at": room.at}
    assert refused(lambda: acts.record_item(item, **given)).startswith("file")
    assert (PressItem.objects.get().state, item.papers.count()) == ("planned", 0)


def test_a_wrong_record_is_taken_back(room: Newsroom) -> None:
    item = room.done()
    given = {"by": room.minh, "at": room.at}
    assert refused(lambda: acts.reopen_item(item, reason="Nhầm", **given)) == "not_province_officer"
    assert (
        refused(lambda: acts.amend_item(item, fields={}, by=room.phuc, at=room.at)) == "conflict_press_ended"
    )
    assert (
        refused(lambda: acts.cancel_item(item, reason="x", by=room.phuc, at=room.at))
        == "conflict_press_ended"
    )
    acts.add_evidence(item, uploads=[(room.photo(), "Ảnh sổ")], by=room.minh, at=room.at)
    acts.reopen_item(item, reason="Nhầm ngày.", by=room.phuc, at=room.at)
    item.refresh_from_db()
    assert (item.state, item.done_on, history(item)[0].data["times"]) == ("planned", None, 3)
    assert (
        refused(lambda: acts.add_evidence(item, uploads=[(room.photo(), "")], **given)) == "conflict_not_done"
    )
    yesterday = room.today - timedelta(days=1)
    acts.record_item(
        item, done_on=yesterday, times=1, by=room.minh, at=room.at
    )  # the photograph is still there
    assert (item.state, [paper.title for paper in item.papers.all()]) == ("done", ["Ảnh sổ"])


def test_who_may_not_record(room: Newsroom) -> None:
    item = room.item()
    for person in (room.sen, room.dung, room.quang):
        given = {"done_on": room.today, "times": 1, "link": "https://a.vn", "by": person, "at": room.at}
        assert refused(lambda: acts.record_item(item, **given)) == "not_planner"  # noqa: B023


@pytest.mark.parametrize(
    "fields",
    [{"title": ""}, {"state": "done"}, {"done_on": date(2026, 1, 1)}, {"done_until": date(2026, 1, 1)}],
)
def test_the_database_itself_keeps_a_line_whole(room: Newsroom, fields: dict[str, Any]) -> None:
    item = room.item()
    with pytest.raises(IntegrityError), transaction.atomic():
        PressItem.objects.filter(pk=item.pk).update(**fields)
