"""Chips are of kinds that there are: a page with another fails only when such a row comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from ocop.foundation.ui.templatetags.ui import STATUS_ICONS

SOURCE = Path(__file__).parents[2] / "src"
KINDS = re.compile(r"\{% (?:status|notice) [^%]*?\"([a-z-]+)\"")
TEMPLATES = sorted(SOURCE.rglob("*.html"))
MODULES = sorted(one for one in SOURCE.rglob("*.py") if "tests" not in one.parts)


def dictionaries() -> Iterator[tuple[str, dict[object, object]]]:
    """Every table of kinds that a package keeps."""
    for path in MODULES:
        if re.search(r"^\w*KINDS(?:_OF_STATES)?\b[^=\n]*= \{", path.read_text(), re.MULTILINE):
            name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
            for word, value in vars(import_module(name)).items():
                is_table = word.endswith(("KINDS", "KINDS_OF_STATES")) and isinstance(value, dict)
                if is_table and all(isinstance(kind, str) for kind in value.values()):
                    yield f"{name}.{word}", value


def test_every_chip_and_notice_is_of_a_kind():
    unknown = {
        str(path.relative_to(SOURCE)): found
        for path in TEMPLATES
        if (found := set(KINDS.findall(path.read_text())) - set(STATUS_ICONS))
    }
    assert unknown == {}


def test_every_table_of_kinds_names_those_there_are():
    unknown = {
        name: wrong
        for name, table in dictionaries()
        if (wrong := set(table.values()) - set(STATUS_ICONS)) and set(table.values()) & set(STATUS_ICONS)
    }
    assert unknown == {}


def test_a_table_of_kinds_knows_every_state():
    """A state without a chip is a page that fails when the first such row comes."""
    tables = [
        (name, table, type(next(iter(table))))
        for name, table in dictionaries()
        if set(table.values()) <= set(STATUS_ICONS)
        and all(isinstance(key, StrEnum) and type(key).__name__.endswith("State") for key in table)
    ]
    assert len(tables) > 20
    assert {name: lost for name, table, states in tables if (lost := set(states) - set(table))} == {}
