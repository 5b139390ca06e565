"""Asking for the file of a long list."""

from datetime import timedelta

import pytest

from ocop.foundation.exports.actions import ask_export
from ocop.foundation.exports.making import make_waiting
from ocop.foundation.exports.models import Export
from ocop.foundation.exports.rules import KEPT, MOST_OPEN, SAME, ExportState
from ocop.foundation.exports.tests.conftest import LIST
from ocop.foundation.refusals import Refused


def test_it_is_noted_who_asked_for_what(tuan, producers, now):
    export = ask_export(f"{LIST}?trang=3&xuat=xlsx&sap-xep=-name&q=hop&loai=", by=tuan, at=now)
    appointment = tuan.appointments.get()
    assert (export.owner, export.address) == (tuan, f"{LIST}?q=hop&sap-xep=-name")
    assert (export.title, export.name, export.rows) == ("Chủ thể OCOP", "chu-the", 3)
    assert (export.grounds, export.state(now)) == ([f"appointment:{appointment.pk}"], ExportState.WAITING)


def test_the_title_is_in_the_language_of_the_list(tuan, producers, now):
    assert ask_export(f"/en{LIST}", by=tuan, at=now).title == "OCOP producers"


def test_a_second_click_is_the_same_export(export, tuan, now):
    assert ask_export(f"{LIST}?trang=2", by=tuan, at=now + timedelta(seconds=1)) == export
    make_waiting(lambda: now)
    assert ask_export(LIST, by=tuan, at=now + SAME - timedelta(seconds=1)) == export
    assert ask_export(LIST, by=tuan, at=now + SAME) != export


def test_one_that_nobody_made_in_its_day_gives_way(export, tuan, now):
    again = ask_export(LIST, by=tuan, at=now + KEPT)
    assert list(Export.objects.all()) == [again]


def test_a_failed_one_can_be_asked_for_again(export, tuan, now):
    Export.objects.update(failed_at=now, fault="broken")
    assert ask_export(LIST, by=tuan, at=now) != export


@pytest.mark.parametrize(
    "address",
    [
        "", "/", "/thong-bao/", f"{LIST}x/", f"https://example.com{LIST}", f"//example.com{LIST}",
        f"/xx{LIST}", "/khong-co/", f"{LIST}?q=" + "x" * 2000, "tep-danh-sach", "/\x00",
    ],
)  # fmt: skip
def test_refused_for_what_is_no_list(tuan, producers, now, address):
    with pytest.raises(Refused) as caught:
        ask_export(address, by=tuan, at=now)
    assert (caught.value.refusal.code, Export.objects.count()) == ("export_unknown_list", 0)


def test_refused_to_whom_the_list_is_closed(cast, producers, now):
    with pytest.raises(Refused) as caught:
        ask_export(LIST, by=cast.quang, at=now)
    with pytest.raises(Refused) as page:
        ask_export("/ho-so/nguoi-dung/", by=cast.quang, at=now)
    assert (caught.value.refusal.code, Export.objects.count()) == ("no_office", 0)
    assert page.value.refusal.code == "export_unknown_list"


def test_refused_beyond_what_one_person_may_have_waiting(tuan, producers, now):
    for number in range(MOST_OPEN):
        ask_export(f"{LIST}?q={number}", by=tuan, at=now)
    with pytest.raises(Refused) as caught:
        ask_export(LIST, by=tuan, at=now)
    assert caught.value.refusal.code == "export_too_many"
    assert ask_export(f"{LIST}?q=0", by=tuan, at=now).address == f"{LIST}?q=0"
    make_waiting(lambda: now)
    assert ask_export(LIST, by=tuan, at=now).address == LIST
