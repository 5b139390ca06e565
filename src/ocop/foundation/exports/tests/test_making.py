"""Making files: what they hold, who loses them, and workers that die."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from openpyxl import load_workbook

from ocop.foundation.exports import making
from ocop.foundation.exports.actions import ask_export, remove_over
from ocop.foundation.exports.making import NOTED_EVERY, make_waiting
from ocop.foundation.exports.models import Export
from ocop.foundation.exports.rules import CLAIM, KEPT, LATE, MOST_TRIES, ExportState
from ocop.foundation.exports.tests.conftest import LIST

DESK = "/tiep-nhan/"


def cells(export: Export) -> list[tuple]:
    with default_storage.open(export.key) as file:
        return list(load_workbook(BytesIO(file.read())).active.values)


def names(export: Export) -> list[str]:
    return [row[0] for row in cells(export)[1:]]


def test_a_file_holds_every_row_of_the_filtered_list(tuan, producers, now):
    export = ask_export(f"{LIST}?q=hop&sap-xep=-name", by=tuan, at=now)
    assert make_waiting(lambda: now) == 1
    export.refresh_from_db()
    assert names(export) == ["Hợp tác xã Cường", "Hợp tác xã Bình", "Hợp tác xã An"]
    assert (export.rows, export.done, export.tries, export.made_at) == (3, 3, 1, now)
    assert (export.state(now), export.size) == (ExportState.READY, default_storage.size(export.key))
    assert make_waiting(lambda: now) == 0


def test_it_speaks_the_language_of_the_list(tuan, producers, now):
    export = ask_export(f"/en{LIST}", by=tuan, at=now)
    make_waiting(lambda: now)
    export.refresh_from_db()
    assert cells(export)[0][:2] == ("Producer", "Legal form")
    assert {row[1] for row in cells(export)[1:]} == {"Cooperative"}


def test_names_that_would_compute_or_break_the_file_stay_names(tuan, producers, now):
    hostile = ["=1+1", "+cmd|' /C calc'!A0", "<r><t>x</t></r>", "</t></is></c><c><f>1+1</f></c>", "_x0041_"]
    producers(*hostile)
    export = ask_export(LIST, by=tuan, at=now)
    make_waiting(lambda: now)
    export.refresh_from_db()
    assert set(names(export)) > {name.replace("_x", "_x005F_x") for name in hostile}


def test_what_is_chosen_is_what_its_owner_may_see_when_it_is_made(cast, tuan, export, now):
    cast.appoint(tuan, "operator")  # more than before is no less
    assert make_waiting(lambda: now) == 1


@pytest.mark.parametrize("address", [LIST, DESK])
def test_whoever_lost_the_role_gets_no_file_even_where_the_list_only_shows_less(
    tuan, producers, now, address
):
    export = ask_export(address, by=tuan, at=now)
    tuan.appointments.update(ends_at=now)
    assert make_waiting(lambda: now) == 0
    export.refresh_from_db()
    assert (export.fault, export.state(now)) == ("right", ExportState.FAILED)
    assert not default_storage.exists(export.key)


def test_nor_does_whose_account_was_closed(tuan, export, now):
    tuan.is_active = False
    tuan.save()
    assert make_waiting(lambda: now) == 0
    export.refresh_from_db()
    assert export.fault == "right"


def test_a_fault_ends_one_and_holds_up_no_other(tuan, export, now, settings, tmp_path):
    other = ask_export(f"{LIST}?q=an", by=tuan, at=now)
    whole, settings.MEDIA_ROOT = settings.MEDIA_ROOT, tmp_path / "no-folder"
    settings.MEDIA_ROOT.write_text("")
    assert make_waiting(lambda: now) == 0
    for one in (export, other):
        one.refresh_from_db()
        assert (one.fault, one.state(now)) == ("broken", ExportState.FAILED)
    settings.MEDIA_ROOT = whole
    ask_export(LIST, by=tuan, at=now)
    assert make_waiting(lambda: now) == 1


def test_a_killed_worker_leaves_the_export_to_the_next(export, now):
    assert making._claim(export, now)  # and then its machine goes dark
    assert (export.state(now), make_waiting(lambda: now)) == (ExportState.MAKING, 0)
    then = now + CLAIM
    assert (export.state(then), make_waiting(lambda: then)) == (ExportState.WAITING, 1)
    export.refresh_from_db()
    assert (export.tries, export.state(then)) == (2, ExportState.READY)


def test_one_over_which_workers_die_again_and_again_is_given_up(export, now):
    for number in range(MOST_TRIES):
        assert making._claim(export, now + number * CLAIM)
    then = now + MOST_TRIES * CLAIM
    assert make_waiting(lambda: then) == 0
    export.refresh_from_db()
    assert (export.fault, export.state(then)) == ("killed", ExportState.FAILED)


def test_a_worker_that_was_given_up_writes_nothing_that_counts(export, now):
    def overtaking():
        """Another worker takes it while this one looks at its clock."""
        Export.objects.filter(tries=1).update(tries=2, worked_at=now)
        return now

    assert making._claim(export, now)
    assert making._make(export, overtaking) is False
    assert not default_storage.exists(export.key_of(1))
    export.refresh_from_db()
    assert (export.tries, export.made_at, export.failed_at) == (2, None, None)


def test_how_far_it_is_is_noted_as_it_goes(tuan, producers, now):
    producers(*(f"Hộ {number:04d}" for number in range(2 * NOTED_EVERY)))
    export, noted = ask_export(LIST, by=tuan, at=now), []

    def clock():
        noted.append(Export.objects.values_list("done", "rows").get())
        return now

    make_waiting(clock)
    rows = 2 * NOTED_EVERY + 3
    assert (export.rows, [done for done, _rows in noted if 0 < done < rows]) == (rows, [1000, 2000, 2000])


def test_one_that_nobody_begins_is_late_and_then_over(export, now):
    assert [export.is_late(now + wait) for wait in (timedelta(), LATE)] == [False, True]
    assert export.state(now + KEPT) == ExportState.OVER
    assert make_waiting(lambda: now + KEPT) == 0


def test_files_and_rows_go_after_their_day(tuan, export, now):
    make_waiting(lambda: now)
    export.refresh_from_db()
    fresh = ask_export(f"{LIST}?q=an", by=tuan, at=now + timedelta(hours=1))
    assert (remove_over(at=now + KEPT - timedelta(seconds=1)), default_storage.exists(export.key)) == (
        0,
        True,
    )
    assert remove_over(at=now + KEPT) == 1
    assert (list(Export.objects.all()), default_storage.exists(export.key)) == ([fresh], False)
