"""Whatever stands in an address or behind its question mark: a page or a plain answer, never a fault."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.matrix.table import ROLES, Row, rows

pytestmark = pytest.mark.django_db

VALUES = {
    "nothing": "",
    "100 kB of words": "a+" * 50_000,
    "100 kB in one word": "a" * 100_000,
    "10^20": "1" + "0" * 20,
    "minus": "-1",
    "1e400": "1e400",
    "a digit that int() refuses": quote("²"),
    "the last month": "9999-12",
    "the first day": "0001-01-01",
    "the last day": "9999-12-31",
    "no day": "2026-02-30",
    "the year nought": "0",
    "NUL": "a%00b",
    "quotes": quote("'\"<\\%_;--"),
    "NFD": quote(unicodedata.normalize("NFD", "Tiếng Việt")),
    "beyond the basic plane": quote("👍"),
    "half a pair": "%ED%A0%80",
    "no UTF-8": "%FF%FE",
    "brackets": quote("[]{}()*+?"),
    "a path": quote("../../etc/passwd"),
    "another site": quote("https://example.org/\r\nX: y"),
}
DEEP = ("10^20", "NUL", "half a pair")
"""What passes as a number or a text until the database is asked."""
ALONE = 2
"""On so many pages every value stands alone behind a name; where more pages read the name, it stands there
among the others' values, and alone if it is one of `DEEP`.
"""
IN_PATHS = [10**20, 10**10, 0, 99999, "9" * 21, "0001-01-01", "9999-12-31", "2026-02-30", "²", "'\"\\%_",
            "\x00", "👍", "\udcff", "a" * 20_000]  # fmt: skip


@contextmanager
def reading() -> Iterator[set[str]]:
    """The names under which a page looks for something behind the question mark."""
    names: set[str] = set()

    def noted(method: Any) -> Any:
        def look(self: QueryDict, key: str, *args: Any, **kwargs: Any) -> Any:
            names.add(key)
            return method(self, key, *args, **kwargs)

        return look

    with pytest.MonkeyPatch.context() as patch:
        for method in ("get", "getlist", "__getitem__", "__contains__"):
            patch.setattr(QueryDict, method, noted(getattr(QueryDict, method)))
        yield names


def parameters(client: Client, url: str) -> set[str]:
    """What the page reads, also of what it reads only where something else is given."""
    with reading() as plain:
        client.get(url)
    if not plain:
        return plain
    with reading() as given:
        client.get(f"{url}?{'&'.join(f'{name}=1' for name in sorted(plain))}")
    return {name for name in plain | given if re.fullmatch(r"[\w.-]+", name)}


def looked_at() -> list[tuple[Row, str]]:
    """Every address with a page once, and who looks: the province's officer where that one may."""
    found = {}
    for row in rows():
        may = [role for role in ("province", *ROLES) if row.cells[role] == "ok"]
        if row.method == "GET" and may:
            found.setdefault(row.name, (row, may[0]))
    return list(found.values())


def hostile(names: list[str], pages_before: Counter[str]) -> dict[str, str]:
    """What stands behind the question mark of one page, by what is wrong with it."""
    words = list(VALUES)
    asked = {"names": "&".join(f"{value[:300]}=1" for value in VALUES.values())}
    for name in names:
        alone = DEEP if pages_before[name] >= ALONE and len(names) > 1 else words
        asked |= {f"{name}: {word}": f"{name}={VALUES[word]}" for word in alone}
        pages_before[name] += 1
    if len(names) > 1:  # each value behind each name, another behind every one
        for turn in range(len(words)):
            mixed = [(name, words[(turn + place) % len(words)]) for place, name in enumerate(names)]
            asked[f"all: {mixed}"] = "&".join(f"{name}={VALUES[word][:5000]}" for name, word in mixed)
    asked["twice"] = "&".join(f"{name}=1&{name}=a&{name}[]=1&{name}[a]=1" for name in names)
    return asked


PAGES_BEFORE: Counter[str] = Counter()
"""How many pages have read a name so far; a page that is tried alone is asked more."""


def fault(answer: HttpResponse) -> str:
    """What went wrong, or nothing."""
    if answer.status_code < 500:
        return ""
    raised = getattr(answer, "exc_info", None)
    return f"{answer.status_code} {raised[1]!r:.200}" if raised else str(answer.status_code)


@pytest.mark.parametrize(("row", "role"), looked_at(), ids=str)
def test_what_stands_behind_the_question_mark(
    row: Row, role: str, clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    client, url = clients[role], reverse(row.name, args=places[row.place])
    asked = hostile(sorted(parameters(client, url)), PAGES_BEFORE)
    faults = {word: fault(client.get(f"{url}?{said}")) for word, said in asked.items()}
    assert {word: wrong for word, wrong in faults.items() if wrong} == {}


@pytest.mark.parametrize("row", {row.name: row for row in rows() if row.place != "-"}.values(), ids=str)
def test_what_stands_in_the_address(
    row: Row, clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    args, client = places[row.place], clients["province"]
    wrong = {}
    for position in range(len(args)):
        for value in IN_PATHS:
            try:
                url = reverse(row.name, args=(*args[:position], value, *args[position + 1 :]))
            except (NoReverseMatch, KeyError, UnicodeEncodeError):
                continue  # no address of ours
            if found := fault(getattr(client, row.method.lower())(url)):
                wrong[position, str(value)[:30]] = found
    assert wrong == {}
