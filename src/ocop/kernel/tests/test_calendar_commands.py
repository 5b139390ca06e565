"""`ocop dates` and `ocop status`: answers, every error code, and lines that must not stop the run."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.calendar import dates_command, status_command
from ocop.kernel.calendar.faults import FaultCode, LineFault

TERM = {"valid_from": "2023-11-18", "expires_on": "2026-11-18", "on": "2026-11-19"}
Command = Callable[[list[str], io.TextIOBase, io.TextIOBase], int]


def run(command: Any, raw: str, *argv: str) -> list[Any]:
    out = io.StringIO()
    assert command(list(argv), io.StringIO(raw), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def answer(command: Any, line: object, *argv: str) -> Any:
    (only,) = run(command, json.dumps(line) + "\n", *argv)
    return only


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"rule": "commune_check", "from": "2026-10-05"}, {"due": "2026-10-26"}),
        ({"rule": "renewal_result", "from": "2026-11-23"}, {"due": "2027-01-07"}),
        ({"rule": "revocation", "from": "2026-11-23"}, {"due": "2026-12-08"}),
        ({"rule": "certificate_term", "from": "2028-02-29"}, {"due": "2031-02-28"}),
        ({"rule": "renewal_window", "from": "2027-07-15"}, {"opens": "2027-01-16", "closes": "2027-03-17"}),
        ({"rule": "extension_cap", "from": "2026-09-19"}, {"due": "2027-03-18"}),
    ],
)
def test_dates(line: dict[str, str], expected: dict[str, str]) -> None:
    assert answer(dates_command, line) == expected


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ([], "bad_json"),
        (7, "bad_json"),
        ({}, "field_missing"),
        ({"rule": "commune_check"}, "field_missing"),
        ({"from": "2026-10-05"}, "field_missing"),
        ({"rule": "lunch", "from": "2026-10-05"}, "unknown_rule"),
        ({"rule": ["commune_check"], "from": "2026-10-05"}, "unknown_rule"),
        ({"rule": "\ud800", "from": "2026-10-05"}, "unknown_rule"),
        ({"rule": "commune_check", "from": "2026-02-30"}, "bad_date"),
        ({"rule": "commune_check", "from": "20261005"}, "bad_date"),
        ({"rule": "commune_check", "from": "2026-W41-1"}, "bad_date"),
        ({"rule": "commune_check", "from": "2026-10-05T00:00"}, "bad_date"),
        ({"rule": "commune_check", "from": "05/10/2026"}, "bad_date"),
        ({"rule": "commune_check", "from": 20261005}, "bad_date"),
        ({"rule": "commune_check", "from": None}, "bad_date"),
        ({"rule": "commune_check", "from": "2027-12-13"}, "unknown_year"),
        ({"rule": "revocation", "from": "1999-01-01"}, "unknown_year"),
        ({"rule": "certificate_term", "from": "9999-01-01"}, "date_out_of_range"),
        ({"rule": "extension_cap", "from": "9999-12-31"}, "date_out_of_range"),
        ({"rule": "renewal_window", "from": "0001-01-01"}, "date_out_of_range"),
    ],
)
def test_a_line_of_dates_that_has_no_answer(line: object, code: str) -> None:
    error = answer(dates_command, line)["error"]
    assert (error["code"], sorted(error)) == (code, ["code", "text"])


def test_plain_dates_need_no_holiday_table() -> None:
    assert answer(dates_command, {"rule": "certificate_term", "from": "2050-06-01"}) == {"due": "2053-06-01"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({**TERM, "events": []}, {"status": "expired", "until": "2026-11-18"}),
        (TERM, {"status": "expired", "until": "2026-11-18"}),
        (
            {**TERM, "events": [{"on": "2026-11-01", "kind": "extended"}]},
            {"status": "extended", "until": "2027-05-17"},
        ),
        (
            {**TERM, "events": [{"on": "2025-03-04", "kind": "revoked"}]},
            {"status": "revoked", "until": "2025-03-03"},
        ),
    ],
)
def test_status(line: dict[str, object], expected: dict[str, str]) -> None:
    assert answer(status_command, line) == expected


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("x", "bad_json"),
        ({"valid_from": "2023-11-18", "expires_on": "2026-11-18"}, "field_missing"),
        ({**TERM, "on": "today"}, "bad_date"),
        ({**TERM, "events": {}}, "wrong_type"),
        ({**TERM, "events": ["revoked"]}, "wrong_type"),
        ({**TERM, "events": [{"on": "2026-01-01"}]}, "field_missing"),
        ({**TERM, "events": [{"kind": "revoked"}]}, "field_missing"),
        ({**TERM, "events": [{"on": "2026-13-01", "kind": "revoked"}]}, "bad_date"),
        ({**TERM, "events": [{"on": "2026-01-01", "kind": "lost"}]}, "unknown_event"),
        ({**TERM, "events": [{"on": "2026-01-01", "kind": {}}]}, "unknown_event"),
        ({**TERM, "valid_from": "2026-11-19"}, "bad_period"),
        (
            {**TERM, "expires_on": "9999-12-01", "events": [{"on": "2026-01-01", "kind": "extended"}]},
            "date_out_of_range",
        ),
    ],
)
def test_a_line_of_status_that_has_no_answer(line: object, code: str) -> None:
    assert answer(status_command, line)["error"]["code"] == code


def test_an_error_speaks_vietnamese_or_english() -> None:
    line = {"rule": "revocation", "from": "2028-01-01"}
    assert answer(dates_command, line)["error"] == {
        "code": "unknown_year",
        "text": "Chưa có lịch nghỉ lễ năm 2028 nên không tính được hạn. "
        "Hãy bổ sung năm đó vào bảng ngày nghỉ.",
    }
    assert answer(dates_command, {"rule": "revocation"}, "--lang", "en")["error"] == {
        "code": "field_missing",
        "text": "The field “from” is missing.",
    }


RULE_NAMES = "commune_check, renewal_result, revocation, certificate_term, renewal_window, extension_cap"
EVENT_NAMES = "revoked, replaced, annulled, renewal_filed, renewal_result, renewal_withdrawn, extended"


@pytest.mark.parametrize(
    ("command", "line", "vi", "en"),
    [
        (dates_command, 7, "Dòng này không phải một đối tượng JSON.", "This line is not a JSON object."),
        (dates_command, {}, "Thiếu trường “rule”.", "The field “rule” is missing."),
        (
            dates_command, {"rule": "lunch", "from": "2026-10-05"},
            f"Không có quy tắc này. Các quy tắc: {RULE_NAMES}.",
            f"There is no such rule. The rules: {RULE_NAMES}.",
        ),
        (
            dates_command, {"rule": "revocation", "from": "2026-02-30"},
            "Trường “from” phải là một ngày có thật, viết dạng 2026-11-23.",
            "The field “from” must be a real date, written 2026-11-23.",
        ),
        (
            dates_command, {"rule": "extension_cap", "from": "9999-12-31"},
            "Kết quả nằm ngoài các năm từ 1 đến 9999.", "The result lies outside the years 1 to 9999.",
        ),
        (
            status_command, {**TERM, "on": 5},
            "Trường “on” phải là một ngày có thật, viết dạng 2026-11-23.",
            "The field “on” must be a real date, written 2026-11-23.",
        ),
        (
            status_command, {**TERM, "events": {}},
            "Trường “events” phải là danh sách các đối tượng có “on” và “kind”.",
            "The field “events” must be a list of objects with “on” and “kind”.",
        ),
        (
            status_command, {**TERM, "events": [{"on": "2026-01-01", "kind": "lost"}]},
            f"Không có loại sự kiện này. Các loại: {EVENT_NAMES}.",
            f"There is no such kind of event. The kinds: {EVENT_NAMES}.",
        ),
        (
            status_command, {**TERM, "valid_from": "2026-11-19"},
            "Ngày hết hạn trước ngày bắt đầu hiệu lực.", "The certificate expires before it becomes valid.",
        ),
    ],
)  # fmt: skip
def test_each_error_in_both_languages(command: Command, line: object, vi: str, en: str) -> None:
    said = [answer(command, line, *argv)["error"]["text"] for argv in ((), ("--lang", "en"))]
    assert said == [vi, en]


@pytest.mark.parametrize(("command", "name"), [(dates_command, "dates"), (status_command, "status")])
def test_only_two_languages_are_spoken(command: Command, name: str, capsys: Any) -> None:
    with pytest.raises(SystemExit) as left:
        run(command, "", "--lang", "fr")
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith(f"usage: ocop {name} [-h] [--lang {{vi,en}}]\n")
    assert answer(command, {}, "--lang", "vi") == answer(command, {})


def test_an_answer_is_written_in_letters() -> None:
    out = io.StringIO()
    assert dates_command([], io.StringIO("{}\n"), out) == 0
    assert out.getvalue() == '{"error": {"code": "field_missing", "text": "Thiếu trường “rule”."}}\n'


def test_a_certificate_of_one_day_is_one() -> None:
    line = {"valid_from": "2026-11-18", "expires_on": "2026-11-18", "on": "2026-11-18"}
    assert answer(status_command, line) == {"status": "valid", "until": "2026-11-18"}


def test_a_fault_bears_its_code() -> None:
    fault = LineFault(FaultCode.FIELD_MISSING)
    assert (fault.args, fault.label.vi) == ((FaultCode.FIELD_MISSING,), "Thiếu trường “”.")


def test_bad_lines_are_answered_in_their_place_and_empty_ones_skipped() -> None:
    good = '{"rule": "revocation", "from": "2026-11-23"}'
    deep = "[" * 100_000
    answers = run(dates_command, f"\ufeff{good}\nnot json\n\n   \n{deep}\n{good[:-1]}\n{good}")
    assert answers[0] == answers[4] == {"due": "2026-12-08"}
    assert [found["error"]["code"] for found in answers[1:4]] == ["bad_json"] * 3


def test_a_broken_character_spoils_only_its_line() -> None:
    good = b'{"rule": "revocation", "from": "2026-11-23"}'
    out = io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(b'{"rule": "\xff"}\n' + good + b"\r\n"), encoding="utf-8")
    assert dates_command([], stdin, out) == 0
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [answers[0]["error"]["code"], answers[1]] == ["bad_json", {"due": "2026-12-08"}]


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.dates().map(str)
    | st.sampled_from(["commune_check", "extended"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["rule", "from", "on", "kind", "events", "valid_from", "expires_on"]), inner
        )
    ),
    max_leaves=10,
)


@given(st.lists(values, max_size=5), st.sampled_from([dates_command, status_command]))
def test_every_line_gets_one_answer_whatever_it_holds(lines: list[object], command: Command) -> None:
    answers = run(command, "".join(json.dumps(line) + "\n" for line in lines))
    assert len(answers) == len(lines)
    assert {frozenset(found) for found in answers} <= {
        frozenset({"error"}),
        frozenset({"due"}),
        frozenset({"opens", "closes"}),
        frozenset({"status", "until"}),
    }
