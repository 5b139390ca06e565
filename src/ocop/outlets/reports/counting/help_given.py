"""The ways in which a plan counts help, each with the function that makes a counter from a rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from ocop.casework.support.labels import state_word
from ocop.casework.support.rules import HelpRule, Way, kinds_counted_by
from ocop.outlets.reports.counting import activities, courses, kits, recognitions
from ocop.outlets.reports.counting.counter import Counter
from ocop.outlets.reports.counting.organisations import ORGANISATIONS

Kinds = tuple[str, ...]


def counter_of_help(rule: HelpRule) -> Counter:
    """How the kinds that count for a rule are counted."""
    return WAYS[rule.way](rule, kinds_counted_by(rule.key))


def _activities(_: HelpRule, kinds: Kinds) -> Counter:
    """Every finished activity is one."""
    return Counter(
        rows=activities.finished_of(kinds), record=activities.record_of_activity,
        in_hand=activities.activities_in_hand(kinds), past=activities.past_of(kinds),
        stage_name=state_word,
    )  # fmt: skip


def _producers(_: HelpRule, kinds: Kinds) -> Counter:
    """Every producer that was helped is one."""
    return Counter(
        rows=activities.producers_of(kinds), record=activities.record_of_helped,
        in_hand=activities.activities_in_hand(kinds, by_helped=True), past=activities.past_of(kinds),
        stage_name=state_word,
    )  # fmt: skip


def _organisations(rule: HelpRule, kinds: Kinds) -> Counter:
    """Of the producers helped, those that are organisations, or of the legal forms asked for."""
    return replace(_producers(rule, kinds), rows=activities.producers_of(kinds, ORGANISATIONS))


def _products(rule: HelpRule, kinds: Kinds) -> Counter:
    """Every product that was helped is one; where help names no product, its producer."""
    return replace(
        _producers(rule, kinds), rows=activities.things_of(kinds), record=activities.record_of_thing
    )


def _attendances(rule: HelpRule, kinds: Kinds) -> Counter:
    """Every person on every day is one."""
    group = str(rule.group)
    return Counter(
        rows=courses.attended_by(kinds, group), record=courses.record_of_attendance,
        in_hand=courses.courses_in_hand(kinds, group, rule.held_for), past=activities.past_of(kinds),
        stage_name=state_word, usual=partial(courses.usual_number, kinds, group, rule.held_for),
    )  # fmt: skip


def _kits(_: HelpRule, kinds: Kinds) -> Counter:
    """Every recognised product that got artwork is one; «all due» are all recognised in the years asked."""
    return Counter(
        rows=kits.with_kits(kinds), record=kits.record_of_kit,
        in_hand=activities.activities_in_hand(kinds, by_helped=True), past=activities.past_of(kinds),
        stage_name=state_word, all_due=recognitions.number_of_years,
    )  # fmt: skip


WAYS: Mapping[Way, Callable[[HelpRule, Kinds], Counter]] = {
    Way.ACTIVITIES: _activities,
    Way.PRODUCERS: _producers,
    Way.ORGANISATIONS: _organisations,
    Way.PRODUCTS: _products,
    Way.ATTENDANCES: _attendances,
    Way.KITS: _kits,
}
