"""How a target can be counted from the records, what a scope may narrow,
and when two targets count the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ocop.kernel.text import Label


class ScopeField(StrEnum):
    """What can narrow a target. `YEARS` are the recognition years that it speaks of."""

    PLACE = "place"
    SETS = "set_numbers"
    STARS = "stars_from"
    LEGAL_FORMS = "legal_forms"
    YEARS = "years"


@dataclass(frozen=True)
class CountRule:
    """One way in which the records of a year answer by themselves; everything else is a recorded result.

    `narrowed_by` is what it heeds of a target's scope. Without `has_records` it cannot be chosen yet.
    """

    key: str
    label: Label
    narrowed_by: frozenset[ScopeField]
    has_records: bool = True


class OwnRule(StrEnum):
    """The rules that no other package brings."""

    NEW_PRODUCTS = "new_products"
    RENEWALS = "renewals"
    ORGANISATIONS_NEW = "organisations_new"
    IDEAS = "ideas"
    COMMUNICATION = "communication"
    SITE_CHECKS = "site_checks"
    POST_CHECKS = "post_checks"


LONGEST_RULE = 30
"""Characters of the key of a rule, as targets keep it."""
_F = ScopeField
_O = OwnRule
_PRODUCTS = frozenset({_F.PLACE, _F.SETS, _F.STARS, _F.LEGAL_FORMS})
_ORGANISATIONS = frozenset({_F.PLACE, _F.LEGAL_FORMS})
_OWN = (
    CountRule(
        _O.NEW_PRODUCTS.value,
        Label("Sản phẩm công nhận lần đầu trong năm", "Products recognised for the first time in the year"),
        _PRODUCTS,
    ),
    CountRule(
        _O.RENEWALS.value,
        Label("Sản phẩm đánh giá lại trong năm", "Products evaluated again in the year"),
        _PRODUCTS,
    ),
    CountRule(
        _O.ORGANISATIONS_NEW.value,
        Label("Chủ thể có sản phẩm đầu tiên trong năm", "Producers whose first product joined in the year"),
        _ORGANISATIONS,
    ),
    CountRule(_O.IDEAS.value, Label("Ý tưởng đã duyệt", "Ideas approved"), frozenset({_F.PLACE, _F.SETS})),
    CountRule(
        _O.COMMUNICATION.value,
        Label("Hoạt động tuyên truyền đã làm", "Communication activities done"),
        frozenset({_F.PLACE}),
    ),
    CountRule(
        _O.SITE_CHECKS.value,
        Label("Cơ sở đã thẩm định trước Hội đồng", "Sites checked before the council"),
        frozenset({_F.PLACE, _F.SETS}),
    ),
    CountRule(
        _O.POST_CHECKS.value,
        Label("Cơ sở đã kiểm tra sau công nhận", "Sites checked after recognition"),
        frozenset({_F.PLACE, _F.YEARS}),
    ),
)
_asked: dict[str, Callable[[], Iterable[CountRule]]] = {}


def register_rules(owner: str, ask: Callable[[], Iterable[CountRule]]) -> None:
    """Names the function that says what the records of a package above can count. Once per package."""
    if owner in _asked:
        raise ValueError(f"count rules of {owner} are registered already")
    _asked[owner] = ask


def count_rules() -> Mapping[str, CountRule]:
    """Every rule by its key: the programme's own, then those of the packages above."""
    brought = [rule for ask in _asked.values() for rule in ask()]
    return {rule.key: rule for rule in (*_OWN, *brought)}


def counted_rules() -> Mapping[str, CountRule]:
    """The rules that a target may be counted by."""
    return {key: rule for key, rule in count_rules().items() if rule.has_records}


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
        ends_before = (
            self.year_to is not None and other.year_from is not None and self.year_to < other.year_from
        )
        begins_after = (
            self.year_from is not None and other.year_to is not None and other.year_to < self.year_from
        )
        return not ends_before and not begins_after


def _share(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return not one or not other or bool(one & other)


def counted_twice(rule: str, scope: Scope, other_rule: str, other_scope: Scope) -> bool:
    """Whether two targets of one plan would count the same records. Hand-kept results (no rule) never do."""
    return bool(rule) and rule == other_rule and scope.overlaps(other_scope)


def unused_fields(rule: str, given: frozenset[ScopeField]) -> frozenset[ScopeField]:
    """The parts of a scope that the rule cannot take into account; a hand-kept target may say anything."""
    return given - count_rules()[rule].narrowed_by if rule else frozenset()
