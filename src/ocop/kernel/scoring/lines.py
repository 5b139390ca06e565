"""One line of `ocop rank`: from a written request to a written result."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ocop.kernel.law.model import Regulation
from ocop.kernel.scoring.evaluation import evaluate
from ocop.kernel.scoring.faults import Fault, FaultCode, shown
from ocop.kernel.scoring.result import Result
from ocop.kernel.scoring.sheets import Sheet
from ocop.kernel.scoring.working_rules import read_working_rules

BAD_LINE = Result(errors=(Fault(FaultCode.BAD_JSON),))


def rank_line(regulation: Regulation, line: bytes, language: str = "vi") -> str:
    """The answer to one line, as one line of JSON. Whatever the line holds, there is an answer."""
    try:
        request = json.loads(line, parse_constant=_refuse_constant, parse_float=_read_float)
        if not isinstance(request, dict):
            return _written(None, BAD_LINE, language)
        return _written(request.get("id"), rank_request(regulation, request), language)
    except (ValueError, RecursionError):  # not JSON, not UTF-8, an endless number, or nested without end
        return _written(None, BAD_LINE, language)


def rank_request(regulation: Regulation, request: Mapping[str, object]) -> Result:
    """The result of a request that is an object: shapes are checked here, contents by `evaluate`."""
    rules, faults = read_working_rules(request.get("rules"))
    sheets, shape_faults = _read_sheets(request.get("sheets"))
    result = evaluate(
        regulation,
        request.get("set"),  # type: ignore[arg-type]  # whatever it is: what names no set is a fault there
        sheets,
        rules=rules,
        agreed=request.get("agreed"),  # type: ignore[arg-type]
        facts=request.get("facts"),  # type: ignore[arg-type]
        decisions=request.get("decisions"),  # type: ignore[arg-type]
    )
    faults += shape_faults
    if not faults:
        return result
    others = tuple(fault for fault in result.errors if not (shape_faults and fault.code is FaultCode.NO_SHEETS))
    return Result(rules, excluded=result.excluded, notes=result.notes, errors=(*faults, *others))


def _read_sheets(written: object) -> tuple[list[Sheet], list[Fault]]:
    if written is None:
        return [], []
    if not isinstance(written, list):
        return [], [_wrong_type("sheets", written, "một danh sách phiếu", "a list of sheets")]
    faults = [
        _wrong_type(
            f"sheets[{number}]", sheet, "một đối tượng có member và choices", "an object with member and choices"
        )
        for number, sheet in enumerate(written)
        if not isinstance(sheet, dict)
    ]
    if faults:
        return [], faults
    return [Sheet(sheet.get("member"), sheet.get("choices")) for sheet in written], []


def _written(identity: object, result: Result, language: str) -> str:
    answer = {"id": identity, **result.as_json(language)}
    text = json.dumps(answer, ensure_ascii=False)
    return text if text.isascii() or _is_writable(text) else json.dumps(answer)


def _is_writable(text: str) -> bool:
    """Half of a surrogate pair may stand in JSON as an escape, but not as a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _read_float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"{digits} is too large")
    return value


def _wrong_type(part: str, value: object, expected_vi: str, expected_en: str) -> Fault:
    values = {"part": part, "value": shown(value), "expected_vi": expected_vi, "expected_en": expected_en}
    return Fault(FaultCode.WRONG_TYPE, values=values)
