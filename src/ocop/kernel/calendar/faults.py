"""What can be wrong with a line that is given to the date commands, in codes and words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label


class FaultCode(StrEnum):
    """Why a line has no answer."""

    BAD_JSON = "bad_json"
    FIELD_MISSING = "field_missing"
    WRONG_TYPE = "wrong_type"
    BAD_DATE = "bad_date"
    UNKNOWN_RULE = "unknown_rule"
    UNKNOWN_EVENT = "unknown_event"
    BAD_PERIOD = "bad_period"
    UNKNOWN_YEAR = "unknown_year"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    NO_PERIOD = "no_period"


FAULTS: Mapping[FaultCode, Label] = {
    FaultCode.BAD_JSON: Label("Dòng này không phải một đối tượng JSON.", "This line is not a JSON object."),
    FaultCode.FIELD_MISSING: Label("Thiếu trường “{0}”.", "The field “{0}” is missing."),
    FaultCode.WRONG_TYPE: Label(
        "Trường “events” phải là danh sách các đối tượng có “on” và “kind”.",
        "The field “events” must be a list of objects with “on” and “kind”.",
    ),
    FaultCode.BAD_DATE: Label(
        "Trường “{0}” phải là một ngày có thật, viết dạng 2026-11-23.",
        "The field “{0}” must be a real date, written 2026-11-23.",
    ),
    FaultCode.UNKNOWN_RULE: Label(
        "Không có quy tắc này. Các quy tắc: {0}.", "There is no such rule. The rules: {0}."
    ),
    FaultCode.UNKNOWN_EVENT: Label(
        "Không có loại sự kiện này. Các loại: {0}.", "There is no such kind of event. The kinds: {0}."
    ),
    FaultCode.BAD_PERIOD: Label(
        "Ngày hết hạn trước ngày bắt đầu hiệu lực.", "The certificate expires before it becomes valid."
    ),
    FaultCode.DATE_OUT_OF_RANGE: Label(
        "Kết quả nằm ngoài các năm từ 1 đến 9999.", "The result lies outside the years 1 to 9999."
    ),
}


class LineFault(Exception):  # noqa: N818 - an answer to one line, not a failure of the program
    """A line that has no answer; `code` says why, `label` says it in words."""

    def __init__(self, code: FaultCode, detail: str = "") -> None:
        super().__init__(code)
        words = FAULTS[code]
        self.code = code
        self.label = Label(words.vi.format(detail), words.en.format(detail))
