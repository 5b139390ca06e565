"""`ocop dates` and `ocop status`: JSON lines in, JSON lines out. A bad line gets an error and never stops."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TextIO

from ocop.kernel.calendar.days import UnknownYear
from ocop.kernel.calendar.deadlines import (
    certificate_expiry,
    commune_check_due,
    extension_cap,
    renewal_result_due,
    renewal_window,
    revocation_due,
)
from ocop.kernel.calendar.faults import FAULTS, FaultCode, LineFault
from ocop.kernel.calendar.status import CertificateEvent, EventKind, certificate_status
from ocop.kernel.law.in_force import NoPeriodError
from ocop.kernel.law.loader import dated_periods
from ocop.kernel.law.record import RegulationError

Line = Mapping[str, Any]
Answer = dict[str, str]

DUE: Mapping[str, Callable[[date], date]] = {
    "commune_check": commune_check_due,
    "renewal_result": renewal_result_due,
    "revocation": revocation_due,
    "certificate_term": certificate_expiry,
    "extension_cap": extension_cap,
}
RULES = (
    "commune_check",
    "renewal_result",
    "revocation",
    "certificate_term",
    "renewal_window",
    "extension_cap",
)


def dates_command(argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    """Deadlines: `{"rule", "from"}` gives `{"due"}`, or `{"opens", "closes"}` for the renewal window.

    By the law in force on the day `from`; exit 2 where a folder of OCOP_REGULATIONS_DIR cannot be read.
    """
    return _run("ocop dates", dates_answer, argv, stdin, stdout)


def status_command(argv: Sequence[str], stdin: TextIO, stdout: TextIO) -> int:
    """Status of a certificate: `{"valid_from", "expires_on", "events", "on"}` gives `{"status", "until"}`."""
    return _run("ocop status", status_answer, argv, stdin, stdout)


def dates_answer(line: Line) -> Answer:
    """The answer to one line of `ocop dates`.
    Raises LineFault, or UnknownYear where days off are not known.
    """
    rule = _field(line, "rule")
    if rule not in RULES:
        raise LineFault(FaultCode.UNKNOWN_RULE, ", ".join(RULES))
    start = _date(line, "from")
    if rule == "renewal_window":
        opens, closes = renewal_window(start)
        return {"opens": opens.isoformat(), "closes": closes.isoformat()}
    return {"due": DUE[rule](start).isoformat()}


def status_answer(line: Line) -> Answer:
    """The answer to one line of `ocop status`. Raises LineFault. Absent `events` are none."""
    valid_from, expires_on, on = (_date(line, name) for name in ("valid_from", "expires_on", "on"))
    events = line.get("events", [])
    if not isinstance(events, list):
        raise LineFault(FaultCode.WRONG_TYPE)
    known = [_event(event) for event in events]
    if expires_on < valid_from:
        raise LineFault(FaultCode.BAD_PERIOD)
    status = certificate_status(valid_from, expires_on, known, on)
    return {"status": status.kind.value, "until": status.until.isoformat()}


def _run(
    name: str, answer: Callable[[Line], Answer], argv: Sequence[str], stdin: TextIO, stdout: TextIO
) -> int:
    parser = argparse.ArgumentParser(prog=name)
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    language = parser.parse_args(argv).lang
    try:
        dated_periods()
    except RegulationError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 2
    for raw in _lines(stdin):
        stdout.write(json.dumps(_answered(answer, raw, language), ensure_ascii=False) + "\n")
        stdout.flush()  # whoever asks line by line gets each answer at once
    return 0


def _lines(stdin: TextIO) -> Iterator[bytes | str]:
    """Lines that hold something; as bytes where they can be had,
    so that a broken character spoils only its line.
    """
    for raw in getattr(stdin, "buffer", stdin):
        if raw.strip():
            yield raw


def _answered(answer: Callable[[Line], Answer], raw: bytes | str, language: str) -> dict[str, Any]:
    try:
        return answer(_parsed(raw))
    except LineFault as fault:
        code, label = fault.code, fault.label
    except UnknownYear as unknown:
        code, label = FaultCode.UNKNOWN_YEAR, unknown.label
    except NoPeriodError as missing:
        code, label = FaultCode.NO_PERIOD, missing.label
    except OverflowError:
        code, label = FaultCode.DATE_OUT_OF_RANGE, FAULTS[FaultCode.DATE_OUT_OF_RANGE]
    return {"error": {"code": code.value, "text": label.text(language)}}


def _parsed(raw: bytes | str) -> Line:
    try:
        text = raw.decode("utf-8") if isinstance(raw, bytes) else raw
        line = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise LineFault(FaultCode.BAD_JSON) from error
    if not isinstance(line, dict):
        raise LineFault(FaultCode.BAD_JSON)
    return line


def _field(line: Line, name: str) -> Any:
    if name not in line:
        raise LineFault(FaultCode.FIELD_MISSING, name)
    return line[name]


def _date(line: Line, name: str) -> date:
    value = _field(line, name)
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError as error:
        raise LineFault(FaultCode.BAD_DATE, name) from error
    raise LineFault(FaultCode.BAD_DATE, name)


def _event(event: object) -> CertificateEvent:
    if not isinstance(event, dict):
        raise LineFault(FaultCode.WRONG_TYPE)
    kind = _field(event, "kind")
    if kind not in list(EventKind):
        raise LineFault(FaultCode.UNKNOWN_EVENT, ", ".join(EventKind))
    return CertificateEvent(_date(event, "on"), EventKind(kind))
