"""The one definition of every number: rule by rule, who counts it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ocop.casework.communication.labels import press_state_word
from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.labels.ideas import idea_state_name
from ocop.casework.support.labels import state_word
from ocop.outlets.reports.counting import activities, courses, ideas, kits, organisations, press, recognitions
from ocop.outlets.reports.counting.counter import Counter, Pasts
from ocop.outlets.reports.counting.past import dossiers_in_hand
from ocop.outlets.reports.rules import StagePast
from ocop.registers.programme.rules import CountRule

R = CountRule
Past = Callable[[Pasts], Mapping[str, StagePast]]


def _once(key: str, read: Callable[[date], Mapping[str, StagePast]]) -> Past:
    return lambda pasts: pasts.once(key, read)


def _of_kind(kind: str) -> Past:
    return _once(kind, activities.past_of(kind))


def _activities(kind: str) -> Counter:
    """Every finished activity of a kind is one."""
    return Counter(
        rows=activities.finished_of(kind), record=activities.record_of_activity,
        in_hand=activities.activities_in_hand(kind), past=_of_kind(kind), stage_name=state_word,
    )  # fmt: skip


def _course(group: str) -> Counter:
    return Counter(
        rows=courses.attended_by(group), record=courses.record_of_attendance, in_hand=courses.courses_in_hand(group),
        past=_of_kind(courses.COURSE), stage_name=state_word,
    )  # fmt: skip


COUNTERS: Mapping[CountRule, Counter] = {
    R.NEW_PRODUCTS: Counter(
        rows=recognitions.new_products, record=recognitions.record_of_recognition,
        in_hand=lambda extent: dossiers_in_hand(recognitions.open_first_dossiers(extent)),
        past=lambda pasts: pasts.dossiers.to_recognition, stage_name=state_name,
    ),
    R.RENEWALS: Counter(
        rows=recognitions.renewals, record=recognitions.record_of_recognition,
        in_hand=lambda extent: dossiers_in_hand(recognitions.open_renewal_dossiers(extent)),
        past=lambda pasts: pasts.dossiers.to_recognition, stage_name=state_name,
        all_due=recognitions.count_due_renewals,
    ),
    R.ORGANISATIONS_NEW: Counter(
        rows=organisations.organisations_new, record=organisations.record_of_organisation,
        in_hand=organisations.in_hand, past=lambda pasts: pasts.dossiers.to_filing, stage_name=state_name,
    ),
    R.ORGANISATIONS_STRENGTHENED: Counter(
        rows=activities.strengthened, record=activities.record_of_helped,
        in_hand=activities.activities_in_hand("organisation", by_helped=True), past=_of_kind("organisation"),
        stage_name=state_word,
    ),
    R.ECOMMERCE: Counter(
        rows=activities.producers_of("listing"), record=activities.record_of_helped,
        in_hand=activities.activities_in_hand("listing", by_helped=True), past=_of_kind("listing"),
        stage_name=state_word,
    ),
    R.ADVANCED_STANDARDS: Counter(
        rows=activities.things_of("standard"), record=activities.record_of_thing,
        in_hand=activities.activities_in_hand("standard", by_helped=True), past=_of_kind("standard"),
        stage_name=state_word,
    ),
    R.LOGO: Counter(
        rows=kits.with_logo, record=kits.record_of_kit,
        in_hand=activities.activities_in_hand("logo", by_helped=True), past=_of_kind("logo"), stage_name=state_word,
        all_due=recognitions.count_recognised_of_years,
    ),
    R.TOURISM: _activities("tourism"),
    R.TRADEMARKS: _activities("trademark"),
    R.SIGNBOARDS: _activities("signboard"),
    R.WEBSITES: _activities("website"),
    R.VALUE_CHAIN_LINKS: _activities("value_chain_link"),
    R.FAIRS: _activities("fair"),
    R.TRAINING_PRODUCERS: _course("producer"),
    R.TRAINING_OFFICIALS: _course("official"),
    R.IDEAS: Counter(
        rows=ideas.approved, record=ideas.record_of_idea, in_hand=ideas.ideas_in_hand,
        past=_once("ideas", ideas.idea_past), stage_name=idea_state_name,
    ),
    R.COMMUNICATION: Counter(
        rows=press.carried_out, record=press.record_of_press, in_hand=press.press_in_hand,
        past=_once("press", press.press_past), stage_name=press_state_word,
    ),
}  # fmt: skip
"""Every rule but those of `WITHOUT_RECORDS`, whose results are recorded by hand."""
