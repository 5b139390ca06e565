"""Days off that an operator enters move the last days of dossiers on the clock; recorded and told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.acts.return_ import ToMend
from ocop.casework.dossiers.models import Dossier, ReturnItem
from ocop.casework.dossiers.tests.cast import Scene
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.kernel.calendar import vietnam, write_days
from ocop.registers.programme.acts import enter_days_off
from ocop.registers.programme.selectors import days_off

WEEK = [f"{day}/12/2026 nghỉ bão" for day in (7, 8)]


@pytest.fixture
def enter(scene: Scene, cast: Any) -> Iterator[Any]:
    kien = cast.person("kien", "Lò Văn Kiên")
    cast.appoint(kien, Role.OPERATOR)
    known = write_days([day for on, day in sorted(vietnam().days.items()) if on.year == 2026])

    def enter(more: list[str]) -> int:
        given = {"year": 2026, "certainty": "confirmed", "source": "Thông báo 1/TB-UBND", "by": kien}
        return enter_days_off(days="\n".join([known, *more]), at=scene.at, **given).moved

    yield enter
    days_off.forget()


def due() -> date | None:
    return Dossier.objects.get().commune_due_on


def test_days_added_move_the_last_day_and_days_taken_off_move_it_back(scene: Scene, enter: Any) -> None:
    dossier = scene.received()
    assert due() == date(2026, 12, 15)
    assert (enter(WEEK), due()) == (1, date(2026, 12, 17))
    entry = history(dossier)[0]
    assert (entry.action, entry.by_name) == ("dossier.recount", "Lò Văn Kiên")
    assert entry.data == {"was": "2026-12-15", "due": "2026-12-17", "year": 2026}
    told = Message.objects.filter(kind="dossiers.recounted")
    assert {one.person for one in told} == {scene.lan, scene.minh}
    assert {one.body for one in told} == {
        "Ngày nghỉ năm 2026 đã được ghi lại: hạn của xã từ ngày 15/12/2026 đổi thành ngày 17/12/2026."
    }
    assert (enter(WEEK), told.count()) == (0, 2)  # the same days again: nothing moves, nobody is told
    assert (enter(WEEK[:1]), due()) == (1, date(2026, 12, 16))
    assert (enter([]), due()) == (1, date(2026, 12, 15))


def test_the_clock_of_a_second_receipt_counts_from_the_first(scene: Scene, enter: Any) -> None:
    dossier, later = scene.received(), scene.at + timedelta(days=7)
    note = [ToMend("1.1", "x", "Thiếu")]
    acts.return_dossier(dossier, reason="Thiếu", items=note, by=scene.minh, at=later)
    ReturnItem.objects.update(is_done=True)
    again = scene.submit(Dossier.objects.get(), at=later + timedelta(days=2)).dossier
    acts.receive_dossier(again, by=scene.minh, at=later + timedelta(days=3))
    assert (enter(WEEK), due()) == (1, date(2026, 12, 17))


def test_after_a_return_by_the_province_it_counts_from_the_new_receipt(scene: Scene, enter: Any) -> None:
    dossier, later = scene.proposed(), scene.at + timedelta(days=7)
    acts.return_dossier(dossier, reason="Thiếu", items=[], by=scene.phuc, at=later)
    again = scene.submit(Dossier.objects.get(), at=later).dossier
    acts.receive_dossier(again, by=scene.minh, at=later)
    assert due() == date(2026, 12, 21)
    assert (enter(WEEK), due()) == (1, date(2026, 12, 23))


def test_a_check_that_has_ended_and_a_dossier_not_received_keep_what_they_have(
    scene: Scene, enter: Any
) -> None:
    scene.proposed()
    assert (enter(WEEK), due()) == (0, date(2026, 12, 15))


def test_the_page_of_the_dossier_tells_it(scene: Scene, enter: Any, client: Any) -> None:
    dossier = scene.received()
    enter(WEEK)
    client.force_login(scene.minh)
    assert "Tính lại hạn của xã theo bảng ngày nghỉ" in client.get(dossier.get_absolute_url()).text
