"""The one definition of every number: rule by rule, who counts it."""

from __future__ import annotations

from collections.abc import Mapping

from ocop.casework.dossiers.labels import state_name
from ocop.outlets.reports.counting import organisations, recognitions
from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.past import dossiers_in_hand
from ocop.registers.programme.rules import CountRule

COUNTERS: Mapping[CountRule, Counter] = {
    CountRule.NEW_PRODUCTS: Counter(
        rows=recognitions.new_products,
        record=recognitions.record_of_recognition,
        in_hand=lambda extent: dossiers_in_hand(recognitions.open_first_dossiers(extent)),
        past=lambda pasts: pasts.dossiers.to_recognition,
        stage_name=state_name,
    ),
    CountRule.RENEWALS: Counter(
        rows=recognitions.renewals,
        record=recognitions.record_of_recognition,
        in_hand=lambda extent: dossiers_in_hand(recognitions.open_renewal_dossiers(extent)),
        past=lambda pasts: pasts.dossiers.to_recognition,
        stage_name=state_name,
        all_due=recognitions.count_due_renewals,
    ),
    CountRule.ORGANISATIONS_NEW: Counter(
        rows=organisations.organisations_new,
        record=organisations.record_of_organisation,
        in_hand=organisations.in_hand,
        past=lambda pasts: pasts.dossiers.to_filing,
        stage_name=state_name,
    ),
}
