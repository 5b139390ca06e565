"""What is read of the table of kinds is what stands in it, down to the least."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from ocop.casework.support.rules import kinds
from ocop.casework.support.rules.kinds import Finish, HelpRule, Kind
from ocop.casework.support.rules.loading import DATA, kinds_counted_by, read_kinds
from ocop.kernel.text import Label
from ocop.registers.programme.rules import ScopeField

ROWS = json.loads(DATA.read_text(encoding="utf-8"))
LEAST: dict[str, Any] = {
    "key": "visit", "slug": "tham", "icon": "eye", "vi": "Thăm", "en": "Visit", "helps": [],
    "counts_for": [{"rule": "r" * 30, "vi": "Lượt", "en": "Visits", "way": "activities"}],
    "fields": [{"key": "until", "vi": "Đến", "en": "Until", "type": "date"}], "columns": [], "finish": {},
    "steps": [{"key": "one", "vi": "Một", "en": "One", "days": 1}],
    "expires": "until", "expiry_notice_days": 1,
}  # fmt: skip
"""The shortest step and notice, the longest key of a rule."""


def written(one: Any) -> dict[str, Any]:
    """A piece of the table as its row would write it."""
    row: dict[str, Any] = {}
    for name in [field.name for field in fields(one) if field.name not in {"by_key", "defines"}]:
        value = getattr(one, name)
        if name == "label":
            row |= {"vi": value.vi, "en": value.en}
        elif isinstance(value, tuple):
            row[name] = [written(part) if is_dataclass(part) else part for part in value]
        elif isinstance(value, Label) or not is_dataclass(value):
            row[name] = {"vi": value.vi, "en": value.en} if isinstance(value, Label) else value
        else:
            row[name] = written(value)
    return row


def rule_written(rule: HelpRule) -> dict[str, Any]:
    row = written(rule)
    narrowed_by = sorted(row.pop("narrowed_by") - {ScopeField.PLACE})
    held_for = {key: list(answers) for key, answers in row.pop("held_for").items()}
    assert row.pop("has_records") is True  # whatever is counted has its records
    return {"rule": row.pop("key"), "narrowed_by": narrowed_by, "held_for": held_for, **row}


def kind_written(kind: Kind) -> dict[str, Any]:
    own = {rule.key: rule_written(rule) for rule in kind.defines}
    return written(kind) | {"counts_for": [own.get(key, key) for key in kind.counts_for]}


def lean(value: Any) -> Any:
    """Without what says nothing: nothing, false, empty."""
    if isinstance(value, Mapping):
        return {key: lean(one) for key, one in value.items() if lean(one)}
    return [lean(one) for one in value] if isinstance(value, list) else value


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The scopes of a rule are a set."""
    for rule in [rule for row in rows for rule in row.get("counts_for", []) if isinstance(rule, dict)]:
        rule["narrowed_by"] = sorted(rule.get("narrowed_by", []))
    return rows


def test_the_table_is_read_whole() -> None:
    read = [lean(kind_written(kind)) for kind in read_kinds(ROWS).values()]
    assert read == [lean(row) for row in in_order(ROWS)]


def test_the_least_is_enough() -> None:
    assert [lean(kind_written(kind)) for kind in read_kinds([LEAST]).values()] == [lean(LEAST)]


def test_what_says_nothing_is_nothing() -> None:
    kind = read_kinds([{**LEAST, "expires": "", "expiry_notice_days": 0}])["visit"]
    assert (kind.expires, kind.kits, kind.looks, kind.parties) == ("", False, None, ())
    assert kind.finish == Finish((), look=None, parties=0)
    without = {word: LEAST[word] for word in LEAST if word not in {"expires", "expiry_notice_days", "steps"}}
    kind = read_kinds([without])["visit"]
    assert (kind.expires, kind.expiry_notice_days, kind.steps) == ("", 0, ())


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        ("training_officials", ("training",)),
        ("fairs", ("fair",)),
        ("ecommerce", ("listing",)),
        ("nothing", ()),
    ],
)
def test_which_kinds_count_for_a_rule(rule: str, keys: tuple[str, ...]) -> None:
    assert kinds_counted_by(rule) == keys


def test_a_part_of_a_kind_is_found_by_its_key_or_not_at_all() -> None:
    board, link, mark = (kinds()[key] for key in ("signboard", "value_chain_link", "trademark"))
    assert board.looks is not None
    assert [board.looks.state(key) for key in ("damaged", "good", "blue")] == [
        *board.looks.states[1::-1],
        None,
    ]
    assert [link.role(key) for key in ("group", "household", "x")] == [*link.parties[1::-1], None]
    assert [mark.step(key) for key in ("filing", "search", "x")] == [*mark.steps[1::-1], None]
