"""Reads of doubtful places of the law."""

from __future__ import annotations

from dataclasses import dataclass

from ocop.kernel.law import Regulation, load_regulations
from ocop.kernel.law.model import Anomaly
from ocop.registers.programme.models import AnomalyDecision, Programme


def decisions_for(regulation_code: str) -> dict[str, str]:
    """The doubtful values that the office has settled, as scoring wants them."""
    found = AnomalyDecision.objects.filter(regulation_code=regulation_code).values_list(
        "anomaly_id", flat=True
    )
    return dict.fromkeys(found, "suggested")


def references_for(regulation_code: str) -> dict[str, str]:
    """The paper and day of each decision that settled a doubt of this regulation, by the doubt."""
    found = AnomalyDecision.objects.filter(regulation_code=regulation_code)
    return {one.anomaly_id: f"{one.reference}, {one.decided_on:%d/%m/%Y}" for one in found}


@dataclass(frozen=True)
class Doubt:
    """A place of a regulation that an office may settle, with the decision where there is one."""

    regulation: Regulation
    anomaly: Anomaly
    decision: AnomalyDecision | None


def doubts(programme: Programme) -> list[Doubt]:
    """Every decidable doubt of every regulation, the newest regulation first."""
    made = {(one.regulation_code, one.anomaly_id): one for one in programme.anomaly_decisions.all()}
    return [
        Doubt(regulation, anomaly, made.get((regulation.code, anomaly.id)))
        for regulation in reversed(load_regulations().values())
        for anomaly in regulation.anomalies
        if anomaly.can_be_decided
    ]


def doubt(programme: Programme, regulation_code: str, anomaly_id: str) -> Doubt | None:
    """One of them; None where the regulation has no such doubt that could be decided."""
    named = (one for one in doubts(programme) if one.regulation.code == regulation_code)
    return next((one for one in named if one.anomaly.id == anomaly_id), None)
