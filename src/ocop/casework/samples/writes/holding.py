"""Locks of what decides a result, in one order: dossier, demand, sample. A meeting that closes holds the
dossiers, so that no result changes while it is made final.
"""

from __future__ import annotations

from ocop.casework.dossiers.writes import hold_dossiers
from ocop.casework.samples.models import Demand, Sample
from ocop.foundation.acts import held


def held_demand(demand: Demand) -> Demand:
    """The demand, with its dossier held before."""
    hold_dossiers([demand.dossier_id])
    return held(demand)


def held_sample(sample: Sample) -> Sample:
    """The sample, with its dossier held before."""
    hold_dossiers([sample.demand.dossier_id])
    return held(sample)
