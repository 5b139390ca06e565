"""From sheets to rows of rungs. What cannot be read becomes a fault; nothing here raises on a bad sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import getitem
from typing import Any

from ocop.kernel.scoring.columns import Column, Row
from ocop.kernel.scoring.faults import FaultCode, SheetFault, shown
from ocop.kernel.scoring.rubric import Rubric
from ocop.kernel.scoring.sheets import Choice, Sheet


def read_sheets(
    rubric: Rubric, sheets: Sequence[Sheet], allow_missing: bool
) -> tuple[list[Row], list[SheetFault]]:
    """A row of rungs per sheet, and every fault in the order of the sheets and of the printed criteria.

    `allow_missing`: the sheet is an unfinished one, of nobody yet.
    """
    rows: list[Row] = []
    faults: list[SheetFault] = [] if sheets else [SheetFault(FaultCode.NO_SHEETS)]
    seen: set[str] = set()
    for sheet in sheets:
        if not isinstance(sheet.member, str) or not (sheet.member.strip() or allow_missing):
            faults.append(
                _wrong_type(
                    None, "member", sheet.member, "tên hoặc mã thành viên", "the member's name or code"
                )
            )
        elif sheet.member in seen:
            faults.append(SheetFault(FaultCode.DUPLICATE_MEMBER, sheet.member))
        else:
            seen.add(sheet.member)
        rows.append(_quick_row(rubric, sheet.choices) or _careful_row(rubric, sheet, allow_missing, faults))
    return rows, faults


def read_agreed(rubric: Rubric, agreed: object) -> tuple[dict[int, int], list[SheetFault]]:
    """By column, the rung that the council agreed;
    needed for every marked criterion that the sheets can change.
    """
    if agreed is not None and not isinstance(agreed, Mapping):
        return {}, [_wrong_type(None, "agreed", agreed, "một đối tượng", "an object")]
    named: Mapping[str, Any] = agreed or {}
    faults = _unknown_criteria(rubric, None, "agreed", named)
    rungs: dict[int, int] = {}
    for number in dict.fromkeys(minimum.column for minimum in rubric.minimums):
        column = rubric.columns[number]
        code = column.criterion.code
        if code in named:
            rungs[number] = _rung(column, named[code], None, "agreed", faults)
        elif column.is_fixed:
            rungs[number] = column.reading[type(None), None]
        else:
            faults.append(SheetFault(FaultCode.AGREED_MISSING, criterion=code))
    return rungs, faults


def _quick_row(rubric: Rubric, choices: Mapping[str, Choice]) -> Row | None:
    """The row of a sheet without any fault, or None: then the careful way says what is wrong."""
    try:
        if len(choices) != len(rubric.codes):
            return None
        picked = rubric.pick(choices)
        return tuple(map(getitem, rubric.readings, zip(map(type, picked), picked, strict=True)))
    except (KeyError, TypeError):
        return None


def _careful_row(rubric: Rubric, sheet: Sheet, allow_missing: bool, faults: list[SheetFault]) -> Row:
    if not isinstance(sheet.choices, Mapping):
        faults.append(_wrong_type(_name(sheet), "choices", sheet.choices, "một đối tượng", "an object"))
        return ()
    row = []
    for column in rubric.columns:
        code = column.criterion.code
        if code in sheet.choices:
            row.append(_rung(column, sheet.choices[code], _name(sheet), None, faults))
            continue
        if column.applies and not allow_missing:
            faults.append(SheetFault(FaultCode.CRITERION_MISSING, _name(sheet), code))
        row.append(column.reading[type(None), None])
    faults += _unknown_criteria(rubric, _name(sheet), None, sheet.choices)
    return tuple(row)


def _rung(
    column: Column, choice: object, member: str | None, part: str | None, faults: list[SheetFault]
) -> int:
    """The rung of one choice; 0 with a fault where it cannot be read."""
    try:
        return column.reading[type(choice), choice]
    except (KeyError, TypeError):
        faults.append(_choice_fault(column, choice, member, {} if part is None else {"part": part}))
        return 0


def _choice_fault(column: Column, choice: object, member: str | None, values: dict[str, str]) -> SheetFault:
    """Why a choice cannot be read: its type, its case, or its place."""
    criterion = column.criterion
    values = {**values, "value": shown(choice)}
    if criterion.is_boolean:
        wording = {"expected_vi": "true, false hoặc null", "expected_en": "true, false or null"}
        return SheetFault(FaultCode.WRONG_TYPE, member, criterion.code, {**values, **wording})
    if criterion.cases:
        return _case_fault(column, choice, member, values)
    if type(choice) is int:
        span = {"first": "1", "last": str(column.rungs[-1].place)}
        return SheetFault(FaultCode.PLACE_OUT_OF_RANGE, member, criterion.code, {**values, **span})
    return SheetFault(FaultCode.WRONG_TYPE, member, criterion.code, {**values, **PLACE_EXPECTED})


PLACE_EXPECTED = {
    "expected_vi": "số thứ tự của một mức (1, 2, …) hoặc null",
    "expected_en": "the number of an option (1, 2, …) or null",
}


def _case_fault(column: Column, choice: object, member: str | None, values: dict[str, str]) -> SheetFault:
    code = column.criterion.code
    example = str(column.rungs[1].choice)
    letters = [case.letter for case in column.criterion.cases]
    if type(choice) is not int and not isinstance(choice, str):
        wording = {"expected_vi": f"“{example}” hoặc null", "expected_en": f"“{example}” or null"}
        return SheetFault(FaultCode.WRONG_TYPE, member, code, {**values, **wording})
    letter, dot, place = str(choice).partition(".")
    if letter not in letters or not dot:
        return SheetFault(
            FaultCode.CASE_MISSING, member, code, {**values, "cases": ", ".join(letters), "example": example}
        )
    if not place.lstrip("-").isdecimal():
        wording = {"expected_vi": f"“{example}” hoặc null", "expected_en": f"“{example}” or null"}
        return SheetFault(FaultCode.WRONG_TYPE, member, code, {**values, **wording})
    last = max(rung.place for rung in column.rungs if rung.case == letter)
    span = {"first": f"{letter}.1", "last": f"{letter}.{last}"}
    return SheetFault(FaultCode.PLACE_OUT_OF_RANGE, member, code, {**values, **span})


def _unknown_criteria(
    rubric: Rubric, member: str | None, part: str | None, choices: Mapping[str, object]
) -> list[SheetFault]:
    known = rubric.product_set.criteria
    values = {"set": str(rubric.product_set.number)} | ({} if part is None else {"part": part})
    return [
        SheetFault(FaultCode.CRITERION_UNKNOWN, member, str(code), values)
        for code in choices
        if code not in known
    ]


def _name(sheet: Sheet) -> str | None:
    return (sheet.member or None) if isinstance(sheet.member, str) else None


def _wrong_type(
    member: str | None, part: str, value: object, expected_vi: str, expected_en: str
) -> SheetFault:
    values = {"part": part, "value": shown(value), "expected_vi": expected_vi, "expected_en": expected_en}
    return SheetFault(FaultCode.WRONG_TYPE, member, None, values)
