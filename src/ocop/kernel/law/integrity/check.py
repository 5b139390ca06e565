"""All checks of one regulation, weighed against its recorded anomalies."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.kernel.law.integrity.anomalies import covers, find_anomaly_mismatches
from ocop.kernel.law.integrity.mismatch import Mismatch
from ocop.kernel.law.integrity.pins import find_pin_mismatches
from ocop.kernel.law.integrity.procedure import find_procedure_mismatches
from ocop.kernel.law.integrity.rubric import find_rubric_mismatches
from ocop.kernel.law.model import Regulation


def check_regulation(regulation: Regulation) -> list[Mismatch]:
    """The faults of a regulation: mismatches that no anomaly explains, explanations of what no longer fails,
    and what differs from the release that is pinned.

    Empty for a sound regulation. A mismatch of the printed text is no fault where an anomaly at the same
    place names the failing check in its `explains`.
    """
    mismatches = list(_mismatches(regulation))
    unexplained = [found for found in mismatches if not any(covers(a, found) for a in regulation.anomalies)]
    stale = [
        Mismatch(
            "stale_anomaly",
            anomaly.set_number,
            anomaly.location,
            f"{anomaly.id} explains {check}, which holds",
        )
        for anomaly in regulation.anomalies
        for check in anomaly.explains
        if not any(found.check == check and covers(anomaly, found) for found in mismatches)
    ]
    return unexplained + stale + list(find_pin_mismatches(regulation))


def known_mismatches(regulation: Regulation) -> list[tuple[str, Mismatch]]:
    """The mismatches of the printed text that are explained, each with the identifier of its anomaly."""
    return [
        (anomaly.id, found)
        for found in _mismatches(regulation)
        for anomaly in regulation.anomalies
        if covers(anomaly, found)
    ]


def _mismatches(regulation: Regulation) -> Iterator[Mismatch]:
    yield from find_rubric_mismatches(regulation)
    yield from find_procedure_mismatches(regulation)
    yield from find_anomaly_mismatches(regulation)
