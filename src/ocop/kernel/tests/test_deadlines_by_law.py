"""Deadlines come from the regulation's data alone: another folder, other days."""

from __future__ import annotations

import ast
import io
import json
from datetime import date
from pathlib import Path

import pytest

from ocop.kernel.calendar import (
    certificate_expiry,
    dates_command,
    deadlines,
    extension_cap,
    renewal_window,
    status_command,
    term_between,
    window_reaches,
)
from ocop.kernel.calendar.applicable import applicable
from ocop.kernel.calendar.periods import period_start
from ocop.kernel.law import check_regulation, load_regulations
from ocop.kernel.law.model import Period
from ocop.kernel.law.tests.changed import CODE, changed_law

DAY = date(2026, 11, 23)


@pytest.fixture
def changed(tmp_path, monkeypatch):
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path))


def answers(command, *lines):
    out = io.StringIO()
    assert command([], io.StringIO("".join(json.dumps(line) + "\n" for line in lines)), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_code_of_the_deadlines_holds_no_number():
    tree = ast.parse(Path(deadlines.__file__).read_text(encoding="utf-8"))
    assert [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is int
    ] == []


def test_the_changed_copy_is_sound(changed):
    assert [check_regulation(law) for law in load_regulations().values()] == [[], [], []]


def test_dates_follow_the_folder(changed):
    rules = {
        "commune_check": "2026-10-05", "renewal_result": "2026-11-23", "revocation": "2026-11-23",
        "certificate_term": "2028-02-29", "renewal_window": "2027-07-15", "extension_cap": "2026-09-19",
    }  # fmt: skip
    assert answers(dates_command, *({"rule": rule, "from": day} for rule, day in rules.items())) == [
        {"due": "2026-10-19"},
        {"due": "2026-12-23"},
        {"due": "2026-12-14"},  # 13 December is a Sunday
        {"due": "2032-02-29"},
        {"opens": "2027-04-16", "closes": "2027-05-16"},
        {"due": "2026-12-28"},
    ]


def test_status_follows_the_folder(changed):
    term = {
        "valid_from": "2023-11-18",
        "expires_on": "2026-11-18",
        "events": [{"on": "2026-11-01", "kind": "extended"}],
    }
    assert answers(status_command, term | {"on": "2027-02-26"}, term | {"on": "2027-02-27"}) == [
        {"status": "extended", "until": "2027-02-26"},
        {"status": "expired", "until": "2027-02-26"},
    ]


def test_the_law_in_force_on_the_day_counts(tmp_path, monkeypatch):
    """A later decree changes nothing before it;
    days under decrees without periods count by the first that has them.
    """
    later = {"code": "qd-1-2030", "issued_on": "2030-01-01", "effective_from": "2030-02-01"}
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path, **later))
    days = (date(2020, 1, 31), date(2030, 1, 31), date(2030, 2, 1))
    assert [certificate_expiry(day) for day in days] == [
        date(2023, 1, 31),
        date(2033, 1, 31),
        date(2034, 2, 1),
    ]
    assert [(day - renewal_window(day)[0]).days for day in days] == [180, 180, 90]
    assert [(window_reaches(day) - day).days for day in days] == [180, 180, 90]
    assert certificate_expiry(days[2], load_regulations()[CODE].periods) == date(2033, 2, 1)


def test_what_a_later_decree_leaves_out_goes_on(tmp_path, monkeypatch):
    later = {"code": "qd-1-2030", "issued_on": "2030-01-01", "effective_from": "2030-02-01"}
    parent = changed_law(tmp_path, lambda periods: periods.pop("extension_cap"), **later)
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", parent)
    assert extension_cap(date(2030, 9, 19)) == date(2031, 3, 18)
    found = check_regulation(load_regulations()["qd-1-2030"])
    assert [one.text for one in found if one.check == "periods_complete"] == ["missing: extension_cap"]


def test_a_period_that_no_regulation_sets_is_said_and_not_guessed(tmp_path, monkeypatch):
    monkeypatch.setenv(
        "OCOP_REGULATIONS_DIR", changed_law(tmp_path, lambda periods: periods.pop("revocation"))
    )
    [answer, other] = answers(
        dates_command,
        {"rule": "revocation", "from": "2026-11-23"},
        {"rule": "certificate_term", "from": "2026-11-23"},
    )
    assert other == {"due": "2029-11-23"}
    assert answer["error"] == {
        "code": "no_period",
        "text": "Không quy định nào trong dữ liệu ghi thời hạn “revocation”. "
        "Chạy “ocop law check” để xem còn thiếu gì.",
    }


def test_a_folder_that_is_not_there_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", str(tmp_path / "none"))
    assert dates_command([], io.StringIO("{}\n"), io.StringIO()) == 2
    assert capsys.readouterr().err.startswith("ocop dates: ")


def test_words_of_the_law_take_their_numbers_from_its_periods(changed):
    stage = next(one for one in load_regulations()[CODE].stages if one.key == "filing_renewal")
    assert stage.label.vi.startswith(
        "Nộp hồ sơ đánh giá lại cho UBND xã, từ 90 ngày đến 60 ngày trước khi hết hạn"
    )
    overdue = applicable("renewal", date(2026, 5, 1), DAY)
    assert "không quá 100 ngày từ ngày hết hạn" in overdue.may_do[1].vi
    assert "at most 100 days past its expiry" in overdue.may_do[1].en


@pytest.mark.parametrize(
    ("amount", "unit", "start"),
    [
        (60, "days", date(2026, 3, 1)),
        (2, "months", date(2026, 2, 28)),
        (16, "months", date(2024, 12, 30)),
        (26, "months", date(2024, 2, 29)),
    ],
)
def test_a_period_counted_backwards(amount, unit, start):
    assert period_start(date(2026, 4, 30), Period(amount, unit, False, "")) == start


def test_what_cannot_be_counted_backwards_is_refused():
    with pytest.raises(ValueError, match="backwards"):
        period_start(DAY, Period(5, "working_days", False, ""))
    with pytest.raises(OverflowError):
        period_start(date(1, 1, 31), Period(1, "months", False, ""))


@pytest.mark.parametrize(
    ("first", "last", "vi", "en"),
    [
        (date(2026, 11, 23), date(2029, 11, 23), "36 tháng", "36 months"),
        (date(2028, 2, 29), date(2031, 2, 28), "36 tháng", "36 months"),
        (date(2026, 11, 23), date(2026, 12, 23), "1 tháng", "1 month"),
        (date(2026, 11, 23), date(2026, 12, 22), "29 ngày", "29 days"),
    ],
)
def test_the_term_of_a_certificate_in_words(first, last, vi, en):
    words = term_between(first, last).words
    assert (words.vi, words.en) == (vi, en)
