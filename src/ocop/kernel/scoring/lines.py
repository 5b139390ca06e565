"""One line of `ocop rank`: from a written request to a written result."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ocop.kernel.law.model import Regulation
from ocop.kernel.scoring.evaluation import evaluate
from ocop.kernel.scoring.faults import FaultCode, SheetFault, shown
from ocop.kernel.scoring.result import Result
from ocop.kernel.scoring.sheets import Sheet
from ocop.kernel.scoring.working_rules import READERS, read_working_rules

BAD_LINE = Result(errors=(SheetFault(FaultCode.BAD_JSON),))
KEYS = dict.fromkeys(("id", "set", "sheets", "rules", "agreed", "facts", "decisions")).keys()
SHEET_KEYS = dict.fromkeys(("member", "choices")).keys()
RULE_KEYS = READERS.keys()


class _WrittenTwiceError(Exception):
    """A key that stands twice in one object: JSON would keep the last value silently."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def rank_line(regulation: Regulation, line: bytes, language: str = "vi") -> str:
    """The answer to one line, as one line of JSON. Whatever the line holds, there is an answer."""
    try:
        identity, result = _answer(regulation, line.decode(json.detect_encoding(line), "surrogatepass"))
        return _written(identity, result, language)
    except (ValueError, RecursionError):  # not JSON, not UTF-8, an endless number, or nested without end
        return _written(None, BAD_LINE, language)


def _answer(regulation: Regulation, text: str) -> tuple[object, Result]:
    """The id of a line and its result."""
    try:
        request = READER.decode(text)
    except _WrittenTwiceError as twice:
        fault = SheetFault(FaultCode.BAD_JSON, values={"name": twice.name}, kind="repeated")
        return _identity(text), Result(errors=(fault,))
    if not isinstance(request, dict):
        return None, BAD_LINE
    return request.get("id"), rank_request(regulation, request)


def _identity(text: str) -> object:
    """The id of a line in which some key is repeated;
    None where that is in doubt itself, or it is no line of ours.
    """
    pairs = [pair for pair in PAIRS_READER.decode(text) if isinstance(pair, tuple)]
    ids = [value for name, value in pairs if name == "id"]
    return LAX_READER.decode(text)["id"] if len(ids) == 1 and not _repeats(ids[0]) else None


def _repeats(read: object) -> bool:
    """Whether a key stands twice in an object anywhere in what was read as pairs.
    Steps down without recursion.
    """
    waiting = [read]
    while waiting:
        inner = waiting.pop()
        if not isinstance(inner, list):
            continue
        names = [one[0] for one in inner if isinstance(one, tuple)]
        if len(set(names)) != len(names):
            return True
        waiting += [one[1] if isinstance(one, tuple) else one for one in inner]
    return False


def rank_request(regulation: Regulation, request: Mapping[str, object]) -> Result:
    """The result of a request that is an object: keys and shapes are checked here, contents by `evaluate`."""
    if unknown := tuple(_unknown_keys(request)):
        return Result(errors=unknown)
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
    others = tuple(
        fault for fault in result.errors if not (shape_faults and fault.code is FaultCode.NO_SHEETS)
    )
    return Result(rules, excluded=result.excluded, notes=result.notes, errors=(*faults, *others))


def _unknown_keys(request: Mapping[str, object]) -> Iterator[SheetFault]:
    """Keys that nothing would read: of the line, its working rules and its sheets, whose names are all known.

    What criteria, facts and decisions are called is said by the regulation; they have faults of their own.
    """
    if not request.keys() <= KEYS:
        yield from _unknown(request, KEYS, "Dòng này", "This line")
    rules, sheets = request.get("rules"), request.get("sheets")
    if isinstance(rules, dict) and not rules.keys() <= RULE_KEYS:
        yield from _unknown(rules, RULE_KEYS, "rules", "rules")
    for number, sheet in enumerate(sheets if isinstance(sheets, list) else ()):
        if isinstance(sheet, dict) and not sheet.keys() <= SHEET_KEYS:
            yield from _unknown(sheet, SHEET_KEYS, f"sheets[{number}]", f"sheets[{number}]")


def _unknown(
    written: Mapping[str, object], known: Collection[str], part_vi: str, part_en: str
) -> Iterator[SheetFault]:
    values = {"part_vi": part_vi, "part_en": part_en, "known": ", ".join(known)}
    for name in written:
        if name not in known:
            yield SheetFault(FaultCode.BAD_JSON, values={**values, "name": name}, kind="unknown")


def _read_sheets(written: object) -> tuple[list[Sheet], list[SheetFault]]:
    if written is None:
        return [], []
    if not isinstance(written, list):
        return [], [_wrong_type("sheets", written, "một danh sách phiếu", "a list of sheets")]
    faults = [
        _wrong_type(
            f"sheets[{number}]",
            sheet,
            "một đối tượng có member và choices",
            "an object with member and choices",
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


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) != len(pairs):
        times = Counter(name for name, _ in pairs)
        raise _WrittenTwiceError(next(name for name in times if times[name] > 1))
    return read


_NUMBERS: Mapping[str, Any] = {"parse_constant": _refuse_constant, "parse_float": _read_float}
READER = json.JSONDecoder(object_pairs_hook=_once, **_NUMBERS)
LAX_READER = json.JSONDecoder(**_NUMBERS)
PAIRS_READER = json.JSONDecoder(object_pairs_hook=list, **_NUMBERS)


def _wrong_type(part: str, value: object, expected_vi: str, expected_en: str) -> SheetFault:
    values = {"part": part, "value": shown(value), "expected_vi": expected_vi, "expected_en": expected_en}
    return SheetFault(FaultCode.WRONG_TYPE, values=values)
