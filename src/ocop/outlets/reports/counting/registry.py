"""The one definition of every number: rule by rule, who counts it."""

from __future__ import annotations

from collections.abc import Mapping

from ocop.casework.communication.labels import press_state_word
from ocop.casework.dossiers.labels import state_name
from ocop.casework.fieldwork.labels import state_word as visit_state_word
from ocop.casework.ideas.labels import idea_state_name
from ocop.casework.samples.labels import demand_word
from ocop.casework.samples.selectors import SAMPLES_RULE
from ocop.casework.support.rules import help_rules, kinds_counted_by
from ocop.outlets.reports.counting import (
    ideas,
    organisations,
    press,
    recognitions,
    tests_done,
    villages,
    visits,
    websites,
)
from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.help_given import counter_of_help
from ocop.outlets.reports.counting.past import dossiers_in_hand
from ocop.registers.programme.rules import OwnRule

R = OwnRule


_OWN: Mapping[str, Counter] = {
    R.NEW_PRODUCTS: Counter(
        rows=recognitions.new_products, record=recognitions.record_of_recognition,
        in_hand=lambda extent: dossiers_in_hand(recognitions.open_first_dossiers(extent)),
        past=lambda of_dossiers: of_dossiers.to_recognition, stage_name=state_name,
    ),
    R.RENEWALS: Counter(
        rows=recognitions.renewals, record=recognitions.record_of_recognition,
        in_hand=lambda extent: dossiers_in_hand(recognitions.open_renewal_dossiers(extent)),
        past=lambda of_dossiers: of_dossiers.to_recognition, stage_name=state_name,
        all_due=recognitions.due_renewals,
    ),
    R.ORGANISATIONS_NEW: Counter(
        rows=organisations.organisations_new, record=organisations.record_of_organisation,
        in_hand=organisations.in_hand, past=lambda of_dossiers: of_dossiers.to_filing, stage_name=state_name,
    ),
    R.IDEAS: Counter(
        rows=ideas.approved, record=ideas.record_of_idea, in_hand=ideas.ideas_in_hand,
        past=ideas.PAST, stage_name=idea_state_name,
    ),
    R.COMMUNICATION: Counter(
        rows=press.carried_out, record=press.record_of_press, in_hand=press.press_in_hand,
        past=press.PAST, stage_name=press_state_word,
    ),
    R.SITE_CHECKS: Counter(
        rows=visits.site_checks, record=visits.record_of_visit, in_hand=visits.sites_in_hand,
        past=visits.PAST, stage_name=visit_state_word, all_due=visits.proposed,
    ),
    R.POST_CHECKS: Counter(
        rows=visits.post_checks, record=visits.record_of_visit, in_hand=visits.checks_in_hand,
        past=visits.PAST, stage_name=visit_state_word, all_due=visits.recognised,
    ),
    SAMPLES_RULE.key: Counter(
        rows=tests_done.tested, record=tests_done.record_of_test, in_hand=tests_done.tests_in_hand,
        past=tests_done.PAST, stage_name=demand_word, all_due=tests_done.due,
    ),
}  # fmt: skip


def counters() -> dict[str, Counter]:
    """Every rule that has records: the programme's own, and those that the kinds of help describe."""
    helped = {key: counter_of_help(rule) for key, rule in help_rules().items()}
    if websites.RULE in helped:
        helped[websites.RULE] = websites.with_sites(helped[websites.RULE], kinds_counted_by(websites.RULE))
    if villages.RULE in helped:
        helped[villages.RULE] = villages.with_villages(helped[villages.RULE], kinds_counted_by(villages.RULE))
    return {**_OWN, **helped}
