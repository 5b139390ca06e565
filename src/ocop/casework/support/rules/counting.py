"""What a kind counts for in a plan: read strictly from its row, so that nothing counted leads nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ocop.casework.support.rules.kinds import HelpRule, Kind, Way
from ocop.casework.support.rules.people import Group
from ocop.casework.support.rules.strict import KEY, KindsError, label, matches, member, once, words
from ocop.registers.programme.rules import LONGEST_RULE, OwnRule, ScopeField

_F = ScopeField
_WHOM = frozenset({_F.SETS, _F.LEGAL_FORMS, _F.YEARS})
HEEDED: Mapping[Way, frozenset[ScopeField]] = {
    Way.ACTIVITIES: _WHOM,
    Way.PRODUCERS: _WHOM,
    Way.ORGANISATIONS: _WHOM,
    Way.PRODUCTS: _WHOM,
    Way.ATTENDANCES: frozenset(),
    Way.KITS: frozenset({_F.SETS, _F.STARS, _F.LEGAL_FORMS, _F.YEARS}),
}
"""Besides the place, what a way of counting can heed of a target's scope."""


def _helps_somebody(kind: Kind) -> bool:
    return kind.finish.beneficiaries


_NEEDS: Mapping[Way, tuple[Callable[[Kind], bool], str]] = {
    Way.PRODUCERS: (_helps_somebody, "finish.beneficiaries"),
    Way.ORGANISATIONS: (_helps_somebody, "finish.beneficiaries"),
    Way.PRODUCTS: (_helps_somebody, "finish.beneficiaries"),
    Way.ATTENDANCES: (lambda kind: kind.finish.attendance, "finish.attendance"),
    Way.KITS: (lambda kind: kind.kits, "kits"),
}
"""What a kind must have so that there is something to count."""


def read_counts_for(name: str, rows: Sequence[Any]) -> tuple[tuple[str, ...], tuple[HelpRule, ...]]:
    """The keys of the rules that a kind counts for, and those of them that its row describes.

    A bare key is a rule that another kind describes.
    """
    if not isinstance(rows, list):
        raise KindsError(f"{name}: counts_for is a list")
    defines = {at: _rule(name, row) for at, row in enumerate(rows) if isinstance(row, dict)}
    keys = [defines[at].key if at in defines else row for at, row in enumerate(rows)]
    for key in keys:
        matches(f"{name}, counts_for", KEY, key)
    return tuple(keys), tuple(defines.values())


def check_counting(kinds: Sequence[Kind]) -> None:
    """Every rule is described once and is not the programme's own; every kind has what its rules count."""
    rules = {rule.key: rule for kind in kinds for rule in kind.defines}
    once("rules", (rule.key for kind in kinds for rule in kind.defines))
    for kind in kinds:
        for key in kind.counts_for:
            name = f"kind {kind.key}, counts_for {key}"
            if key not in rules:
                known = ", ".join(rules)
                raise KindsError(f"{name}: no such rule; known are {known}, and a row with words makes one")
            _check_kind(name, kind, rules[key])


def _rule(name: str, row: Mapping[str, Any]) -> HelpRule:
    name = f"{name}, counts_for {row.get('rule')}"
    words(name, row, {"rule", "vi", "en", "way"}, {"narrowed_by", "group", "held_for"})
    matches(name, KEY, row["rule"])
    if len(row["rule"]) > LONGEST_RULE:
        raise KindsError(f"{name}: the key of a rule has at most {LONGEST_RULE} characters")
    if row["rule"] in set(OwnRule):
        raise KindsError(f"{name}: the programme counts this itself")
    way = member(name, Way, row["way"])
    narrowed_by = {member(name, ScopeField, word) for word in row.get("narrowed_by", ())}
    if lost := narrowed_by - HEEDED[way]:
        raise KindsError(f"{name}: {way} do not heed {', '.join(sorted(lost))}")
    for word in ("group", "held_for"):
        if (word in row) > (way is Way.ATTENDANCES):
            raise KindsError(f"{name}: {word} belongs to attendances")
    held_for = row.get("held_for", {})
    if not isinstance(held_for, dict) or not all(isinstance(answers, list) for answers in held_for.values()):
        raise KindsError(f"{name}: held_for gives a list of answers for a field")
    if way is Way.ATTENDANCES and "group" not in row:
        raise KindsError(f"{name}: attendances need a group")
    return HelpRule(
        row["rule"], label(name, row), frozenset({_F.PLACE, *narrowed_by}), way=way,
        group=member(name, Group, row["group"]) if "group" in row else None,
        held_for={key: tuple(answers) for key, answers in held_for.items()},
    )  # fmt: skip


def _check_kind(name: str, kind: Kind, rule: HelpRule) -> None:
    has, what = _NEEDS.get(rule.way, (lambda _: True, ""))
    if not has(kind):
        raise KindsError(f"{name}: {rule.way} are counted where a kind has {what}, and this has not")
    for key, answers in rule.held_for.items():
        asked = kind.by_key.get(key)
        if asked is None or not answers or any(asked.choice(answer) is None for answer in answers):
            raise KindsError(f"{name}: held_for names no answers of a field: {key}")
