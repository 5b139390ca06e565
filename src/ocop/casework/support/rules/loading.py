"""Reads data/kinds.json strictly: an unknown word,
a missing text or a key that leads nowhere stops the start.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ocop.casework.support.rules.counting import check_counting, read_counts_for
from ocop.casework.support.rules.kinds import (
    Choice,
    Field,
    FieldType,
    Finish,
    HelpRule,
    Kind,
    LookNeed,
    Looks,
    LookState,
    PartyRole,
    StepRule,
)
from ocop.casework.support.rules.strict import (
    KEY,
    KindsError,
    flag,
    label,
    matches,
    member,
    named,
    once,
    words,
)

DATA = Path(__file__).parent.parent / "data" / "kinds.json"
RESERVED_SLUGS = frozenset({"viec", "chi-phi", "chu-the", "vung-nguyen-lieu"})
"""Words of the addresses beside the kinds."""
_SLUG = re.compile(r"[a-z][a-z0-9-]*")


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its key, in the order of the table."""
    return read_kinds(json.loads(DATA.read_text(encoding="utf-8")))


def help_rules() -> Mapping[str, HelpRule]:
    """What help counts for in a plan, rule by rule, in the order of the table."""
    return {rule.key: rule for kind in kinds().values() for rule in kind.defines}


def kinds_counted_by(rule: str) -> tuple[str, ...]:
    """The keys of the kinds that count for a rule."""
    return tuple(kind.key for kind in kinds().values() if rule in kind.counts_for)


def kind_of_slug(slug: str) -> Kind | None:
    """The kind that an address names."""
    return next((kind for kind in kinds().values() if kind.slug == slug), None)


def read_kinds(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Kind]:
    """The kinds of these rows; KindsError where anything is unknown, missing, double or leads nowhere."""
    found = [_kind(row) for row in rows]
    once("kinds", (kind.key for kind in found))
    once("slugs", (kind.slug for kind in found))
    check_counting(found)
    return {kind.key: kind for kind in found}


def _kind(row: Mapping[str, Any]) -> Kind:
    name = f"kind {row.get('key')}"
    needed = {"key", "slug", "icon", "vi", "en", "counts_for", "fields", "columns", "finish", "helps"}
    words(name, row, needed, {"steps", "looks", "parties", "kits", "expires", "expiry_notice_days"})
    matches(name, KEY, row["key"])
    matches(name, _SLUG, row["slug"])
    if row["slug"] in RESERVED_SLUGS:
        raise KindsError(f"{name}: the slug {row['slug']} is taken by another address")
    counts_for, defines = read_counts_for(name, row["counts_for"])
    kind = Kind(
        key=row["key"],
        slug=row["slug"],
        icon=row["icon"],
        label=label(name, row),
        counts_for=counts_for,
        defines=defines,
        fields=tuple(_field(name, one) for one in row["fields"]),
        columns=tuple(row["columns"]),
        finish=_finish(name, row["finish"]),
        helps=tuple(row["helps"]),
        steps=tuple(_step(name, one) for one in row.get("steps", ())),
        looks=_looks(name, row["looks"]) if "looks" in row else None,
        parties=tuple(_role(name, one) for one in row.get("parties", ())),
        kits=flag(name, row, "kits"),
        expires=row.get("expires", ""),
        expiry_notice_days=row.get("expiry_notice_days", 0),
    )
    _check(name, kind)
    return kind


def _check(name: str, kind: Kind) -> None:
    """What a kind says of itself leads somewhere."""
    for what, keys in {
        "fields": [one.key for one in kind.fields],
        "steps": [one.key for one in kind.steps],
        "parties": [one.key for one in kind.parties],
        "columns": kind.columns,
        "finish.facts": kind.finish.facts,
        "helps": kind.helps,
        "counts_for": kind.counts_for,
    }.items():
        once(f"{name}: {what}", keys)
    for what, keys in {"columns": kind.columns, "finish.facts": kind.finish.facts}.items():
        if missing := [key for key in keys if key not in kind.by_key]:
            raise KindsError(f"{name}: {what} name no field: {', '.join(missing)}")
    if kind.expires and (
        kind.expires not in kind.by_key or kind.by_key[kind.expires].type is not FieldType.DATE
    ):
        raise KindsError(f"{name}: expires names no date")
    if bool(kind.expires) != (kind.expiry_notice_days > 0):
        raise KindsError(f"{name}: expires and expiry_notice_days belong together")
    wants = {
        "steps": (kind.finish.steps, kind.steps),
        "look": (kind.finish.look, kind.looks),
        "parties": (kind.finish.parties, kind.parties),
        "kits": (kind.finish.kits, kind.kits),
    }
    if lost := [what for what, (wanted, there) in wants.items() if wanted and not there]:
        raise KindsError(f"{name}: finish asks for what the kind does not have: {', '.join(lost)}")


def _field(name: str, row: Mapping[str, Any]) -> Field:
    name = f"{name}, field {row.get('key')}"
    words(name, row, {"key", "vi", "en", "type"}, {"required", "help", "choices", "most"})
    matches(name, KEY, row["key"])
    choices = tuple(Choice(one["key"], named(name, one, set())) for one in row.get("choices", ()))
    once(f"{name}: choices", (one.key for one in choices))
    if (row["type"] == FieldType.CHOICE) != bool(choices):
        raise KindsError(f"{name}: choices belong to the type choice, and to it alone")
    help_text = label(f"{name}, help", row["help"]) if "help" in row else None
    return Field(
        row["key"], label(name, row), member(name, FieldType, row["type"]), flag(name, row, "required"),
        help_text,
        choices, row.get("most"),
    )  # fmt: skip


def _step(name: str, row: Mapping[str, Any]) -> StepRule:
    label = named(name, row, {"days"})
    if not isinstance(row.get("days"), int) or row["days"] < 1:
        raise KindsError(f"{name}, step {row['key']}: days must be a whole number from 1")
    return StepRule(row["key"], label, row["days"])


def _looks(name: str, row: Mapping[str, Any]) -> Looks:
    name = f"{name}, looks"
    words(name, row, {"states"}, {"sales", "every_days"})
    states = tuple(
        LookState(one["key"], named(name, one, {"is_good"}), flag(name, one, "is_good"))
        for one in row["states"]
    )
    once(name, (one.key for one in states))
    if not any(one.is_good for one in states):
        raise KindsError(f"{name}: no state is good")
    return Looks(states, flag(name, row, "sales"), row.get("every_days"))


def _role(name: str, row: Mapping[str, Any]) -> PartyRole:
    return PartyRole(row["key"], named(name, row, {"needs_count"}), flag(name, row, "needs_count"))


def _finish(name: str, row: Mapping[str, Any]) -> Finish:
    name = f"{name}, finish"
    words(name, row, set(), {"facts", "beneficiaries", "steps", "attendance", "look", "parties", "kits"})
    look = member(name, LookNeed, row["look"]) if "look" in row else None
    flags = {word: flag(name, row, word) for word in ("beneficiaries", "steps", "attendance", "kits")}
    return Finish(tuple(row.get("facts", ())), look=look, parties=row.get("parties", 0), **flags)
