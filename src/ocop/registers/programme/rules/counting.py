"""How a target can be counted from the records, what a scope may narrow, and when two targets count the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class CountRule(StrEnum):
    """What the records of the year can answer by themselves; everything else is a recorded result."""

    NEW_PRODUCTS = "new_products"
    RENEWALS = "renewals"
    ORGANISATIONS_STRENGTHENED = "organisations_strengthened"
    ORGANISATIONS_NEW = "organisations_new"
    TOURISM = "tourism"
    TRADEMARKS = "trademarks"
    LOGO = "logo"
    ADVANCED_STANDARDS = "advanced_standards"
    SIGNBOARDS = "signboards"
    ECOMMERCE = "ecommerce"
    WEBSITES = "websites"
    TRAINING_PRODUCERS = "training_producers"
    TRAINING_OFFICIALS = "training_officials"
    VALUE_CHAIN_LINKS = "value_chain_links"
    FAIRS = "fairs"
    IDEAS = "ideas"
    COMMUNICATION = "communication"
    POST_CHECKS = "post_checks"


# no records of inspections yet, so such a target is entered by hand
WITHOUT_RECORDS = frozenset({CountRule.POST_CHECKS})
COUNTED = tuple(rule for rule in CountRule if rule not in WITHOUT_RECORDS)


class ScopeField(StrEnum):
    """What can narrow a target. `YEARS` are the recognition years that it speaks of."""

    PLACE = "place"
    SETS = "set_numbers"
    STARS = "stars_from"
    LEGAL_FORMS = "legal_forms"
    YEARS = "years"


_F = ScopeField
_PRODUCTS = frozenset({_F.PLACE, _F.SETS, _F.STARS, _F.LEGAL_FORMS})

SCOPE_FIELDS: Mapping[CountRule, frozenset[ScopeField]] = {
    CountRule.NEW_PRODUCTS: _PRODUCTS,
    CountRule.RENEWALS: _PRODUCTS,
    CountRule.ORGANISATIONS_STRENGTHENED: frozenset({_F.PLACE, _F.LEGAL_FORMS}),
    CountRule.ORGANISATIONS_NEW: frozenset({_F.PLACE, _F.LEGAL_FORMS}),
    CountRule.TOURISM: frozenset({_F.PLACE}),
    CountRule.TRADEMARKS: frozenset({_F.PLACE, _F.SETS, _F.YEARS}),
    CountRule.LOGO: frozenset({_F.PLACE, _F.SETS, _F.STARS, _F.YEARS}),
    CountRule.ADVANCED_STANDARDS: frozenset({_F.PLACE, _F.SETS}),
    CountRule.SIGNBOARDS: frozenset({_F.PLACE}),
    CountRule.ECOMMERCE: frozenset({_F.PLACE, _F.LEGAL_FORMS, _F.YEARS}),
    CountRule.WEBSITES: frozenset({_F.PLACE, _F.LEGAL_FORMS, _F.YEARS}),
    CountRule.TRAINING_PRODUCERS: frozenset({_F.PLACE}),
    CountRule.TRAINING_OFFICIALS: frozenset({_F.PLACE}),
    CountRule.VALUE_CHAIN_LINKS: frozenset({_F.PLACE}),
    CountRule.FAIRS: frozenset({_F.PLACE}),
    CountRule.IDEAS: frozenset({_F.PLACE, _F.SETS}),
    CountRule.COMMUNICATION: frozenset({_F.PLACE}),
    CountRule.POST_CHECKS: frozenset({_F.PLACE, _F.YEARS}),
}


@dataclass(frozen=True)
class Scope:
    """What a target is narrowed to; nothing given means everything.

    `lineage` are the ids of the place and the units above it, the highest first.
    """

    lineage: tuple[int, ...] = ()
    sets: frozenset[int] = frozenset()
    stars_from: int | None = None
    legal_forms: frozenset[str] = frozenset()
    year_from: int | None = None
    year_to: int | None = None

    def overlaps(self, other: Scope) -> bool:
        """Whether one record could be counted in both. Stars "from" always meet at the top."""
        return (
            self._same_ground(other)
            and _share(self.sets, other.sets)
            and _share(self.legal_forms, other.legal_forms)
            and self._same_years(other)
        )

    def _same_ground(self, other: Scope) -> bool:
        short = min(len(self.lineage), len(other.lineage))
        return self.lineage[:short] == other.lineage[:short]

    def _same_years(self, other: Scope) -> bool:
        ends_before = self.year_to is not None and other.year_from is not None and self.year_to < other.year_from
        begins_after = self.year_from is not None and other.year_to is not None and other.year_to < self.year_from
        return not ends_before and not begins_after


def _share(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return not one or not other or bool(one & other)


def counted_twice(rule: str, scope: Scope, other_rule: str, other_scope: Scope) -> bool:
    """Whether two targets of one plan would count the same records. Hand-kept results (no rule) never do."""
    return bool(rule) and rule == other_rule and scope.overlaps(other_scope)


def unused_fields(rule: str, given: frozenset[ScopeField]) -> frozenset[ScopeField]:
    """The parts of a scope that the rule cannot take into account; a hand-kept target may say anything."""
    return given - SCOPE_FIELDS[CountRule(rule)] if rule else frozenset()
