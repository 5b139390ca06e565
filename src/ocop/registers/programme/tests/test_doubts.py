"""Settling doubtful places of the law: it counts in scoring; every reason to refuse."""

from datetime import date

import pytest

from ocop.foundation.refusals import Refused
from ocop.registers.programme import acts, selectors

DOUBT = {"regulation_code": "qd-26-2026", "anomaly_id": "26-2026-08"}
PAPER = {"reference": "Công văn 12/SNNMT-PTNT, 3/8/2026", "decided_on": date(2026, 8, 3)}


def test_a_settled_doubt_counts(programme, tuan, at):
    assert selectors.decisions_for("qd-26-2026") == {}
    acts.settle_anomaly(programme, **DOUBT, **PAPER, by=tuan, at=at)
    assert selectors.decisions_for("qd-26-2026") == {"26-2026-08": "suggested"}
    assert selectors.doubt(programme, *DOUBT.values()).decision.reference == PAPER["reference"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"anomaly_id": "26-2026-01"}, "unknown_doubt"),
        ({"anomaly_id": "nothing"}, "unknown_doubt"),
        ({"reference": "  "}, "reference_missing"),
        ({"decided_on": date(2026, 11, 24)}, "in_the_future"),
    ],
)
def test_refused(programme, tuan, at, given, code):
    with pytest.raises(Refused) as refused:
        acts.settle_anomaly(programme, **{**DOUBT, **PAPER, **given}, by=tuan, at=at)
    assert refused.value.refusal.code == code


def test_once(programme, tuan, at):
    acts.settle_anomaly(programme, **DOUBT, **PAPER, by=tuan, at=at)
    with pytest.raises(Refused) as refused:
        acts.settle_anomaly(programme, **DOUBT, **PAPER, by=tuan, at=at)
    assert refused.value.refusal.code == "conflict_decided"


def test_who_may_not(programme, cast, at):
    with pytest.raises(Refused) as refused:
        acts.settle_anomaly(programme, **DOUBT, **PAPER, by=cast.quang, at=at)
    assert refused.value.refusal.code == "not_province_officer"
