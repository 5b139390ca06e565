"""Reads data/kinds.json strictly: an unknown word, a missing text or a key that leads nowhere stops the start."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ocop.casework.support.rules.kinds import (
    Choice,
    Field,
    FieldType,
    Finish,
    Kind,
    LookNeed,
    Looks,
    LookState,
    PartyRole,
    StepRule,
)
from ocop.kernel.law.model import Label

DATA = Path(__file__).parent.parent / "data" / "kinds.json"
RESERVED_SLUGS = frozenset({"viec", "chi-phi", "chu-the", "vung-nguyen-lieu"})
"""Words of the addresses beside the kinds."""
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_SLUG = re.compile(r"[a-z][a-z0-9-]*")


class KindsError(ValueError):
    """The table of kinds cannot be right; the text names the place."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its key, in the order of the table."""
    return read_kinds(json.loads(DATA.read_text(encoding="utf-8")))


def kind_of_slug(slug: str) -> Kind | None:
    """The kind that an address names."""
    return next((kind for kind in kinds().values() if kind.slug == slug), None)


def read_kinds(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Kind]:
    """The kinds of these rows; KindsError where anything is unknown, missing, double or leads nowhere."""
    found = [_kind(row) for row in rows]
    _once("kinds", (kind.key for kind in found))
    _once("slugs", (kind.slug for kind in found))
    return {kind.key: kind for kind in found}


def _kind(row: Mapping[str, Any]) -> Kind:
    name = f"kind {row.get('key')}"
    needed = {"key", "slug", "icon", "vi", "en", "counts_for", "fields", "columns", "finish", "helps"}
    _words(name, row, needed, {"steps", "looks", "parties", "kits", "expires", "expiry_notice_days"})
    _matches(name, _KEY, row["key"])
    _matches(name, _SLUG, row["slug"])
    if row["slug"] in RESERVED_SLUGS:
        raise KindsError(f"{name}: the slug {row['slug']} is taken by another address")
    kind = Kind(
        key=row["key"],
        slug=row["slug"],
        icon=row["icon"],
        label=_label(name, row),
        counts_for=tuple(row["counts_for"]),
        fields=tuple(_field(name, one) for one in row["fields"]),
        columns=tuple(row["columns"]),
        finish=_finish(name, row["finish"]),
        helps=tuple(row["helps"]),
        steps=tuple(_step(name, one) for one in row.get("steps", ())),
        looks=_looks(name, row["looks"]) if "looks" in row else None,
        parties=tuple(_role(name, one) for one in row.get("parties", ())),
        kits=_flag(name, row, "kits"),
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
        _once(f"{name}: {what}", keys)
    for what, keys in {"columns": kind.columns, "finish.facts": kind.finish.facts}.items():
        if missing := [key for key in keys if key not in kind.by_key]:
            raise KindsError(f"{name}: {what} name no field: {', '.join(missing)}")
    if kind.expires and (kind.expires not in kind.by_key or kind.by_key[kind.expires].type is not FieldType.DATE):
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
    _words(name, row, {"key", "vi", "en", "type"}, {"required", "help", "choices", "most"})
    _matches(name, _KEY, row["key"])
    choices = tuple(Choice(one["key"], _named(name, one, set())) for one in row.get("choices", ()))
    _once(f"{name}: choices", (one.key for one in choices))
    if (row["type"] == FieldType.CHOICE) != bool(choices):
        raise KindsError(f"{name}: choices belong to the type choice, and to it alone")
    help_text = _label(f"{name}, help", row["help"]) if "help" in row else None
    return Field(
        row["key"], _label(name, row), _member(name, FieldType, row["type"]), _flag(name, row, "required"), help_text,
        choices, row.get("most"),
    )  # fmt: skip


def _step(name: str, row: Mapping[str, Any]) -> StepRule:
    label = _named(name, row, {"days"})
    if not isinstance(row.get("days"), int) or row["days"] < 1:
        raise KindsError(f"{name}, step {row['key']}: days must be a whole number from 1")
    return StepRule(row["key"], label, row["days"])


def _looks(name: str, row: Mapping[str, Any]) -> Looks:
    name = f"{name}, looks"
    _words(name, row, {"states"}, {"sales", "every_days"})
    states = tuple(
        LookState(one["key"], _named(name, one, {"is_good"}), _flag(name, one, "is_good")) for one in row["states"]
    )
    _once(name, (one.key for one in states))
    if not any(one.is_good for one in states):
        raise KindsError(f"{name}: no state is good")
    return Looks(states, _flag(name, row, "sales"), row.get("every_days"))


def _role(name: str, row: Mapping[str, Any]) -> PartyRole:
    return PartyRole(row["key"], _named(name, row, {"needs_count"}), _flag(name, row, "needs_count"))


def _finish(name: str, row: Mapping[str, Any]) -> Finish:
    name = f"{name}, finish"
    _words(name, row, set(), {"facts", "beneficiaries", "steps", "attendance", "look", "parties", "kits"})
    look = _member(name, LookNeed, row["look"]) if "look" in row else None
    flags = {word: _flag(name, row, word) for word in ("beneficiaries", "steps", "attendance", "kits")}
    return Finish(tuple(row.get("facts", ())), look=look, parties=row.get("parties", 0), **flags)


def _named(name: str, row: Mapping[str, Any], more: Collection[str]) -> Label:
    """The label of a row that has a key and words, and besides only what `more` allows."""
    name = f"{name}, {row.get('key')}"
    _words(name, row, {"key", "vi", "en"}, set(more))
    _matches(name, _KEY, row["key"])
    return _label(name, row)


def _label(name: str, row: Mapping[str, Any]) -> Label:
    texts = [row.get("vi"), row.get("en")]
    if not all(isinstance(text, str) and text.strip() == text and text for text in texts):
        raise KindsError(f"{name}: needs vi and en")
    return Label(row["vi"], row["en"])


def _words(name: str, row: Mapping[str, Any], needed: set[str], allowed: set[str]) -> None:
    if lost := needed - row.keys():
        raise KindsError(f"{name}: missing {', '.join(sorted(lost))}")
    if unknown := row.keys() - needed - allowed:
        raise KindsError(f"{name}: unknown {', '.join(sorted(unknown))}")


def _member(name: str, members: Any, value: Any) -> Any:
    try:
        return members(value)
    except ValueError as wrong:
        raise KindsError(f"{name}: unknown word {value}") from wrong


def _flag(name: str, row: Mapping[str, Any], word: str) -> bool:
    value = row.get(word, False)
    if not isinstance(value, bool):
        raise KindsError(f"{name}: {word} is true or false")
    return value


def _matches(name: str, pattern: re.Pattern[str], value: Any) -> None:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise KindsError(f"{name}: {value!r} is no key")


def _once(name: str, keys: Iterable[str]) -> None:
    listed = list(keys)
    if double := sorted({key for key in listed if listed.count(key) > 1}):
        raise KindsError(f"{name}: double {', '.join(double)}")
