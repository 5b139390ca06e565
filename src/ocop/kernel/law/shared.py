"""What a regulation writes once and its sets refer to: rules, headings, sectors, shared criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from ocop.kernel.law.model import RULE_SCOPES, RULE_TYPES, Part, Rule
from ocop.kernel.law.record import Record
from ocop.kernel.text import Label

T = TypeVar("T")
CASE_LETTERS = ("a", "b")


@dataclass(frozen=True)
class SharedCriterion:
    """The wording of a criterion without points: one ladder of options, two cases of them, or yes/no."""

    key: str
    label: Label
    options: tuple[Label, ...]
    cases: tuple[tuple[Label, tuple[Label, ...]], ...]
    is_boolean: bool
    requirement: Label | None
    notes: tuple[Label, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Shared:
    """Everything that sets refer to by key."""

    sectors: Mapping[str, Label]
    groups: Mapping[str, Label]
    headings: Mapping[str, Label]
    parts: Mapping[Part, tuple[Label, int]]
    rules: Mapping[str, Rule]
    criteria: Mapping[str, SharedCriterion]


def look_up(table: Mapping[str, T], key: str, record: Record, field: str) -> T:
    """The entry of a shared table; an unknown key is an error at the place that refers to it."""
    if key not in table:
        raise record.fail(f"nothing shared is called {key!r}", field)
    return table[key]


def look_up_all(table: Mapping[str, T], record: Record, field: str) -> tuple[T, ...]:
    """The entries of a shared table for a list of keys."""
    return tuple(look_up(table, key, record, field) for key in record.texts(field))


def read_labels(record: Record, key: str) -> dict[str, Label]:
    """A table of wordings, empty where the key is left out."""
    if key not in record:
        return {}
    table = record.record(key)
    return {name: table.label(name) for name in table}


def read_rules(record: Record) -> dict[str, Rule]:
    """The rules of rules.json by their keys."""
    return {key: _read_rule(record.record(key)) for key in record}


def _read_rule(record: Record) -> Rule:
    rule = Rule(
        type=record.choice("type", RULE_TYPES),
        when=record.find("when", str),
        label=record.label("label"),
        scope=record.choice("scope", RULE_SCOPES) if "scope" in record else "criterion",
        star=record.find("star", int),
    )
    record.close()
    return rule


def read_criteria(record: Record, rules: Mapping[str, Rule]) -> dict[str, SharedCriterion]:
    """The shared criteria of criteria.json by their keys;
    what stands before the dot is what a criterion is about.
    """
    return {key: _read_criterion(key, record.record(key), rules) for key in record}


def _read_criterion(key: str, record: Record, rules: Mapping[str, Rule]) -> SharedCriterion:
    shared = SharedCriterion(
        key=key.partition(".")[0],
        label=record.label("label"),
        options=record.labels("options"),
        cases=tuple(_read_case(case) for case in record.records("cases")),
        is_boolean=record.find("is_boolean", bool) or False,
        requirement=record.label("requirement") if "requirement" in record else None,
        notes=record.labels("notes"),
        rules=look_up_all(rules, record, "rules"),
    )
    if [bool(shared.options), bool(shared.cases), shared.is_boolean].count(True) != 1:
        raise record.fail("exactly one of options, cases and is_boolean is needed")
    if len(shared.cases) not in (0, len(CASE_LETTERS)):
        raise record.fail("two cases are needed", "cases")
    record.close()
    return shared


def _read_case(record: Record) -> tuple[Label, tuple[Label, ...]]:
    label, options = record.label("label"), record.labels("options")
    if not options:
        raise record.fail("a case needs options", "options")
    record.close()
    return label, options
