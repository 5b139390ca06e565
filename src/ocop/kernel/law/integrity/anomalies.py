"""Anomalies: which mismatch one explains, and whether what it points at exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ocop.kernel.law.integrity.mismatch import Mismatch
from ocop.kernel.law.model import Anomaly, Criterion, Option, Regulation

WHOLE_SET = "whole set"


def covers(anomaly: Anomaly, finding: Mismatch) -> bool:
    """Whether an anomaly explains a finding: it names the check, and one place lies inside the other."""
    if finding.check not in anomaly.explains or anomaly.set_number != finding.set_number:
        return False
    if anomaly.set_number is None or anomaly.location == WHOLE_SET:
        return True
    return _lies_in(anomaly.location, finding.place) or _lies_in(finding.place, anomaly.location)


def _lies_in(inner: str, outer: str) -> bool:
    return inner == outer or (inner.startswith(outer) and inner[len(outer)] in " ./")


def find_anomaly_mismatches(regulation: Regulation) -> Iterator[Mismatch]:
    """Identifiers used twice, and anomalies that point at what is not there."""
    for code, times in Counter(anomaly.id for anomaly in regulation.anomalies).items():
        if times > 1:
            yield Mismatch("anomaly_ids", None, code, f"used {times} times")
    for anomaly in regulation.anomalies:
        problem = _problem(regulation, anomaly)
        if problem:
            yield Mismatch("anomaly_place", None, anomaly.id, problem)


def _problem(regulation: Regulation, anomaly: Anomaly) -> str | None:
    if anomaly.set_number is not None and anomaly.set_number not in regulation.sets:
        return f"there is no set {anomaly.set_number}"
    if anomaly.missing_fact is not None and not _lacks_a_line(regulation, anomaly):
        return f"the sheet prints a line on {anomaly.missing_fact}"
    if anomaly.set_number is None:
        return "a doubt that can be decided needs a set" if anomaly.can_be_decided else None
    if anomaly.criterion is None:
        return "a doubt that can be decided needs a criterion" if anomaly.can_be_decided else None
    criterion = regulation.set(anomaly.set_number).criteria.get(anomaly.criterion)
    if criterion is None:
        return f"set {anomaly.set_number} has no criterion {anomaly.criterion}"
    return _option_problem(anomaly, criterion)


def _lacks_a_line(regulation: Regulation, anomaly: Anomaly) -> bool:
    """Whether a sheet that the anomaly is about has no line on the fact of which it says so."""
    sets = [s for s in regulation.sets.values() if anomaly.set_number in (None, s.number)]
    return any(all(rule.when != anomaly.missing_fact for rule in s.printed_rules) for s in sets)


def _option_problem(anomaly: Anomaly, criterion: Criterion) -> str | None:
    if anomaly.option_place is None:
        return "a doubt that can be decided needs an option" if anomaly.can_be_decided else None
    options = [option for option in criterion.options if option.place == anomaly.option_place]
    if not options:
        return f"criterion {criterion.code} has no option {anomaly.option_place}"
    return "what is suggested is what is printed" if _is_already_so(anomaly, options[0]) else None


def _is_already_so(anomaly: Anomaly, option: Option) -> bool:
    return anomaly.can_be_decided and (
        anomaly.suggested_points in (None, option.points)
        and anomaly.suggested_min_for_stars in (None, option.min_for_stars)
    )
