"""Everything around the rubrics: dates, bands, classification, periods, stages, rounds,
applicants, evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ocop.kernel.law.integrity.mismatch import Mismatch
from ocop.kernel.law.model import Regulation

STARS = [5, 4, 3, 2, 1]
FULL_SCORE = 100
WINDOW = ("renewal_window_opens", "renewal_window_closes")
DAYS_OF = {"days": 1, "months": 31}
# what the calendar and the deadlines of a dossier need
PERIODS = (
    "commune_check",
    "renewal_result",
    "revocation",
    "certificate_term",
    "renewal_window_opens",
    "renewal_window_closes",
    "extension_cap",
    "transition_first",
    "transition_renewal",
)


def find_procedure_mismatches(regulation: Regulation) -> Iterator[Mismatch]:
    """Every mismatch outside the rubrics."""
    for check, place, text in (
        *_of_dates(regulation),
        *_of_bands(regulation),
        *_of_leaves(regulation),
        *_of_periods(regulation),
        *_of_stages(regulation),
        *_of_variants(regulation),
        *_of_rounds(regulation),
        *_of_references(regulation),
    ):
        yield Mismatch(check, None, place, text)


def _of_dates(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    last = regulation.effective_to or date.max
    if not regulation.issued_on <= regulation.effective_from <= last:
        yield "dates", "", f"issued {regulation.issued_on}, in force {regulation.effective_from} to {last}"


def _of_bands(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    bands = regulation.star_bands
    if [band.stars for band in bands] != STARS:
        yield "star_bands", "", f"bands are for {[band.stars for band in bands]} stars"
        return
    limits = [FULL_SCORE + 1, *(band.min for band in bands)]
    if limits[-1] != 0 or sorted(set(limits), reverse=True) != limits:
        yield "star_bands", "", f"bands begin at {limits[1:]} and do not cover 0 to {FULL_SCORE} once"
    for band in bands:
        if band.is_recognised != (band.authority is not None):
            yield "band_authority", f"{band.stars} stars", "recognition and authority contradict each other"


def _of_leaves(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    if not regulation.leaves:
        return
    for leaf in regulation.leaves.values():
        if leaf.set_number not in regulation.sets:
            yield "leaf_set", leaf.key, f"there is no set {leaf.set_number}"
    mapped = {leaf.set_number for leaf in regulation.leaves.values()}
    for number in regulation.sets:
        if number not in mapped:
            yield "set_leaf", f"set {number}", "no leaf of the classification leads to it"


def _of_periods(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    missing = [name for name in PERIODS if name not in regulation.periods]
    if missing:
        yield "periods_complete", "periods", f"missing: {', '.join(missing)}"
    for name, period in regulation.periods.items():
        if period.amount <= 0:
            yield "period_amount", name, f"{period.amount} {period.unit}"
    yield from _of_window(regulation)


def _of_window(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    """The window of renewal is counted backwards from the expiry, and opens before it closes."""
    found = [regulation.periods[name] for name in WINDOW if name in regulation.periods]
    if any(period.unit == "working_days" for period in found):
        yield "renewal_window", "periods", "it is counted in plain days or months, not in working days"
    elif len(found) == len(WINDOW):
        opens, closes = (period.amount * DAYS_OF[period.unit] for period in found)
        if opens < closes:
            yield "renewal_window", "periods", "it closes before it opens"


def _of_stages(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    for key, times in Counter(stage.key for stage in regulation.stages).items():
        if times > 1:
            yield "stage_keys", key, f"used {times} times"
    for day in _turning_days(regulation):
        stages = [stage for stage in regulation.stages if stage.holds_on(day)]
        for band in regulation.star_bands:
            level = band.authority_on(day)
            if level and not any(
                stage.level == level and band.stars in stage.decides_stars for stage in stages
            ):
                yield (
                    "stage_stars",
                    f"{band.stars} stars",
                    f"no stage at the {level} level decides them on {day}",
                )


def _turning_days(regulation: Regulation) -> list[date]:
    """The days on which another procedure or another authority begins."""
    begun = {variant.since or regulation.effective_from for variant in regulation.variants}
    ended = {former.until for band in regulation.star_bands for former in band.former_authorities}
    return sorted(begun | {day + timedelta(days=1) for day in ended})


def _of_variants(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    """Every day in force has exactly one procedure."""
    first, last = regulation.variants[0], regulation.variants[-1]
    days = (first.since or regulation.effective_from, last.until or regulation.effective_to)
    if days != (regulation.effective_from, regulation.effective_to):
        yield "variant_days", "variants", "they do not run from the first day in force to the last"
    for earlier, later in pairwise(regulation.variants):
        if earlier.until is None or later.since != earlier.until + timedelta(days=1):
            yield "variant_days", later.key, f"does not begin on the day after {earlier.key} ends"


def _of_rounds(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    for rule in regulation.rounds:
        if rule.proposed_before >= rule.held_before:
            yield "round_dates", f"{rule.level} {rule.number}", "held before the dossiers are proposed"


def _of_references(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    keys = {c.key for product_set in regulation.sets.values() for c in product_set.criteria.values()}
    for kind in regulation.evidence_kinds:
        for name in kind.criteria_names:
            if name not in keys:
                yield "evidence_criteria", kind.key, f"no criterion is about {name}"
    for form, sets in regulation.applicants.items():
        for number in sets or ():
            if number not in regulation.sets:
                yield "applicant_sets", form, f"there is no set {number}"
