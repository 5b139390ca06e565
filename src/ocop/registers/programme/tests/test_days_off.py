"""Days off that an operator enters: dates are counted by them, what is shipped stays beside them."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused
from ocop.kernel.calendar import (
    Certainty,
    UnknownYear,
    add_working_days,
    commune_check_due,
    doubtful_days,
    is_working_day,
    provisional_years,
    shipped,
)
from ocop.registers.programme.acts import enter_days_off
from ocop.registers.programme.invariants import days_off_faults
from ocop.registers.programme.models import YearOfDaysOff
from ocop.registers.programme.selectors import days_off

DAYS = """01/01/2028 nghỉ Tết Dương lịch
25/01/2028 nghỉ Tết
26/01/2028 nghỉ Tết
27/01/2028 nghỉ Tết
28/01/2028 nghỉ Tết
31/01/2028 nghỉ Tết ?
22/01/2028 làm bù
04/04/2028 nghỉ Giỗ Tổ Hùng Vương
30/04/2028 nghỉ
01/05/2028 nghỉ
01/09/2028 nghỉ Quốc khánh
02/09/2028 nghỉ Quốc khánh"""
GIVEN = {"year": 2028, "certainty": "confirmed", "source": "Thông báo 6150/TB-BNV, 3/12/2027", "days": DAYS}


@pytest.fixture
def kien(cast):
    """The operator."""
    kien = cast.person("kien", "Lò Văn Kiên")
    cast.appoint(kien, Role.OPERATOR)
    return kien


@pytest.fixture
def soon(at):
    """A year in which 2028 is not far ahead."""
    return at.replace(year=2027)


@pytest.fixture
def enter(kien, soon, django_capture_on_commit_callbacks):
    def enter(**changes):
        with django_capture_on_commit_callbacks(execute=True):
            return enter_days_off(**{**GIVEN, **changes}, by=kien, at=soon)

    return enter


def test_a_year_that_is_not_known_is_no_guess_until_it_is_entered(enter):
    before = date(2027, 12, 20)
    with pytest.raises(UnknownYear):
        add_working_days(before, 15)
    enter()
    assert add_working_days(before, 15) == date(2028, 1, 10)  # over New Year's Day, a Saturday
    assert commune_check_due(date(2028, 1, 17)) == date(2028, 2, 11)  # Tet, and a Saturday worked
    assert is_working_day(date(2028, 1, 22))
    assert not is_working_day(date(2028, 1, 25))


def test_doubtful_days_stay_marked_and_make_the_year_uncertain(enter):
    enter()
    (doubtful,) = doubtful_days(date(2028, 1, 1), date(2028, 3, 1))
    assert (doubtful.on, doubtful.label.vi) == (date(2028, 1, 31), "Tết")
    assert days_off.known_year(2028).certainty is Certainty.TO_CHECK
    enter(certainty="provisional")
    assert provisional_years(date(2027, 12, 1), date(2028, 1, 31)) == [2027, 2028]
    enter(days=DAYS.replace(" ?", ""))
    assert doubtful_days(date(2028, 1, 1), date(2028, 3, 1)) == []


def test_a_year_of_the_program_is_replaced_and_the_newest_row_counts(enter):
    """What was entered before stays; the other years of the program stay as they are."""
    for off in ("04/01/2027", "05/01/2027"):
        enter(
            year=2027, days=DAYS.replace("2028", "2027").replace("22/01/2027 làm bù\n", "") + f"\n{off} nghỉ"
        )
    assert [is_working_day(date(2027, 1, day)) for day in (4, 5)] == [True, False]
    assert YearOfDaysOff.objects.filter(year=2027).count() == 2
    assert days_off.table_today().years.keys() == shipped().years.keys()
    assert not is_working_day(date(2026, 9, 2))


def test_it_is_recorded_with_the_hash_of_what_was_entered(enter, kien):
    row = enter()
    entry = Entry.objects.get(action="programme.enter_days_off")
    assert (entry.by, entry.object_id) == (kien, str(row.pk))
    assert entry.data == {"year": 2028, "content": row.content_hash()}


def test_a_year_changed_behind_the_back_is_named(enter):
    row = enter()
    assert list(days_off_faults()) == []
    for changed in ({"source": "khác"}, {"certainty": "provisional"}, {"days": row.days[1:]}):
        YearOfDaysOff.objects.filter(pk=row.pk).update(**changed)
        assert list(days_off_faults()) == ["days off of 2028: not what was entered"]
        row.save()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"year": 2018}, "year_out_of_range"),
        ({"year": 2031}, "year_out_of_range"),
        ({"source": "  "}, "source_missing"),
        ({"days": DAYS + "\nkhông phải ngày"}, "days_unreadable"),
        ({"days": "01/01/2028 nghỉ"}, "days_unreadable"),
    ],
)
def test_refused(enter, changes, code):
    with pytest.raises(Refused) as refused:
        enter(**changes)
    assert refused.value.refusal.code == code
    assert not YearOfDaysOff.objects.exists()


def test_refused_to_all_but_the_operator(cast, soon):
    for person in (cast.lan, cast.minh, cast.hoa):
        with pytest.raises(Refused) as refused:
            enter_days_off(**GIVEN, by=person, at=soon)
        assert refused.value.refusal.code == "not_operator"


def test_what_another_process_entered_counts_after_a_minute(enter, monkeypatch):
    days_off.keep(shipped())
    enter()
    days_off.keep(shipped())  # as a process that has not heard of it
    assert 2028 not in days_off.table_today().years
    monkeypatch.setattr(days_off, "monotonic", lambda: days_off._Kept.until + 1)
    assert 2028 in days_off.table_today().years


def test_the_pages(client, kien, at, programme):
    """A year is added with what can be known of it; what cannot be taken is said by line and stays typed."""
    client.force_login(kien)
    assert [one["known"].year for one in client.get("/ngay-nghi/").context["years"]][:2] == [2027, 2026]
    form = client.get("/ngay-nghi/them/").context["form"]
    assert (form["year"].value(), form["days"].value().splitlines()[0]) == (
        2028,
        "01/01/2028 nghỉ Tết Dương lịch",
    )
    wrong = client.post("/ngay-nghi/them/", {**GIVEN, "days": DAYS + "\n1/13 nghỉ"})
    assert wrong.status_code == 422
    assert "Dòng 13: Không có ngày này." in wrong.content.decode()
    assert "1/13 nghỉ" in wrong.content.decode()
    assert client.post("/ngay-nghi/them/", GIVEN).url == "/ngay-nghi/2028/"
    page = client.get("/ngay-nghi/2028/").content.decode()
    assert all(
        part in page for part in ("31/01/2028", "(chưa chắc)", "làm bù", GIVEN["source"], "Lò Văn Kiên")
    )
    again = client.get("/ngay-nghi/2028/sua/").context["form"]
    assert (again["year"].value(), again["source"].value()) == (2028, GIVEN["source"])
    assert client.post("/ngay-nghi/2028/sua/", {**GIVEN, "year": 2026}).url == "/ngay-nghi/2028/"
    assert YearOfDaysOff.objects.filter(year=2028).count() == 2
    assert client.get("/ngay-nghi/2031/").status_code == 404
    assert client.get("/en/ngay-nghi/2027/").status_code == 200


def test_a_page_that_needs_a_year_that_is_not_known_says_so(client, cast, kien, programme, monkeypatch):
    """With the way to mend it for the operator alone."""

    def unknown(*_args, **_more):
        raise UnknownYear(2031)

    monkeypatch.setattr("ocop.outlets.portal.finding.search", unknown)
    for person, leads in ((kien, True), (cast.lan, False)):
        client.force_login(person)
        answer = client.get("/tim/", {"q": "dứa"})
        assert answer.status_code == 403
        assert "Chưa có lịch nghỉ lễ năm 2031" in answer.content.decode()
        assert ('<a href="/ngay-nghi/">' in answer.content.decode().partition("holidays_unknown")[0]) is leads
