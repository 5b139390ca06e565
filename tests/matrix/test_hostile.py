"""Whatever stands in an address or behind its question mark: a page or a plain answer, never a fault."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

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
DEEP = ("10^20", "half a pair")
"""What passes as a number or a text until the database is asked: it stands alone behind every name of every
page. NUL does not come so far: no page sees one (`foundation/ui/middleware.py`). Every other value does so
on the first page whose code reads the name; later pages know that code.
"""
TURNS = 3
"""Every page is asked for this part of the mixtures, another value behind every name; the next page for the
next part.
"""
IN_PATHS = [10**20, 10**10, 0, 99999, "9" * 21, "0001-01-01", "9999-12-31", "2026-02-30", "²", "'\"\\%_",
            "\x00", "👍", "\udcff", "a" * 20_000]  # fmt: skip
DEEP_IN_PATHS = [10**20, "9" * 21, "²", "\x00"]
"""What is asked of an address whose beginning, up to the value, another address of its package has too."""


Read = dict[str, set[str]]
"""By each name behind the question mark, the code that reads it."""


@contextmanager
def reading() -> Iterator[Read]:
    """The names under which a page looks for something behind the question mark."""
    names: Read = {}

    def noted(method: Any) -> Any:
        def look(self: QueryDict, key: str, *args: Any, **kwargs: Any) -> Any:
            names.setdefault(str(key), set()).add(reader(str(key)))
            return method(self, key, *args, **kwargs)

        return look

    with pytest.MonkeyPatch.context() as patch:
        for method in ("get", "getlist", "__getitem__", "__contains__"):
            patch.setattr(QueryDict, method, noted(getattr(QueryDict, method)))
        yield names


def reader(name: str) -> str:
    """The function that looks behind the question mark; of a list also the kind of its filter."""
    frame: Any = sys._getframe(2)
    while frame.f_globals["__name__"].startswith(("django.", __name__)):
        frame = frame.f_back
    filters = getattr(frame.f_locals.get("self"), "filters", {})
    kind = type(filters[name]).__qualname__ if isinstance(filters, dict) and name in filters else ""
    return f"{frame.f_globals['__name__']}:{frame.f_code.co_qualname} {kind}"


def parameters(client: Client, url: str) -> tuple[Read, dict[str, str]]:
    """What the page reads, also of what it reads only where something else is given; and faults on the way.

    The first request bears names that nobody reads: what a page does with all of them alike.
    """
    faults: dict[str, str] = {}
    with reading() as read:
        faults["names"] = fault(
            client.get(f"{url}?{'&'.join(f'{value[:300]}=1' for value in VALUES.values())}")
        )
        if read:
            faults["all given"] = fault(client.get(f"{url}?{'&'.join(f'{name}=1' for name in sorted(read))}"))
    return {name: by for name, by in read.items() if re.fullmatch(r"[\w.-]+", name)}, faults


def looked_at() -> list[tuple[Row, str]]:
    """Every address with a page once, and who looks: the province's officer where that one may."""
    found = {}
    for row in rows():
        may = [role for role in ("province", *ROLES) if row.cells[role] == "ok"]
        if row.method == "GET" and may:
            found.setdefault(row.name, (row, may[0]))
    return list(found.values())


def hostile(read: Read, known: Known) -> dict[str, str]:
    """What stands behind the question mark of one page, by what is wrong with it."""
    words, names, asked = list(VALUES), sorted(read), {}
    for name in names:
        alone = DEEP if known.is_read(name, read[name]) else words
        asked |= {f"{name}: {word}": f"{name}={VALUES[word]}" for word in alone}
    if len(names) > 1:
        for turn in range(known.pages % TURNS, len(words), TURNS):
            mixed = [(name, words[(turn + place) % len(words)]) for place, name in enumerate(names)]
            asked[f"all: {mixed}"] = "&".join(f"{name}={VALUES[word][:5000]}" for name, word in mixed)
    if names:
        asked["twice"] = "&".join(f"{name}=1&{name}=a&{name}[]=1&{name}[a]=1" for name in names)
        known.note(read)
    return asked


class Known:
    """What the pages before have read, and by which code."""

    def __init__(self) -> None:
        self.pages = 0
        self._read: set[tuple[str, str]] = set()

    def is_read(self, name: str, by: set[str]) -> bool:
        """Whether all of this code has read the name before."""
        return self._read.issuperset((name, one) for one in by)

    def note(self, read: Read) -> None:
        """One page more."""
        self.pages += 1
        self._read.update((name, one) for name, by in read.items() for one in by)


KNOWN = Known()


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
    read, faults = parameters(client, url)
    faults |= {word: fault(client.get(f"{url}?{said}")) for word, said in hostile(read, KNOWN).items()}
    assert {word: wrong for word, wrong in faults.items() if wrong} == {}


def routes(resolver: URLResolver, space: str = "", begin: str = "") -> Iterator[tuple[str, str]]:
    """The name of every address and how it is written, with what stands for its values."""
    for pattern in resolver.url_patterns:
        route = begin + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space, route)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", route


VALUE = re.compile(r"\(\?P<[^)]*\)|<[^>]+>")


def with_values() -> Iterator[tuple[Row, list[bool]]]:
    """Every address with something in it, and of each place whether all values are asked there.

    They are where the package takes a value there for the first time: what begins alike, up to the value,
    finds the same thing by the same words.
    """
    begun: set[tuple[str, str, str]] = set()
    written: dict[str, str] = dict(routes(get_resolver()))
    for row in {row.name: row for row in rows() if row.place != "-"}.values():
        route = written[row.name]
        begins = [
            (row.name.rpartition(":")[0], row.method, route[: one.end()]) for one in VALUE.finditer(route)
        ]
        yield row, [begin not in begun for begin in begins]
        begun.update(begins)


@pytest.mark.parametrize(("row", "is_first"), list(with_values()), ids=str)
def test_what_stands_in_the_address(
    row: Row, is_first: list[bool], clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    args, client = places[row.place], clients["province"]
    assert len(args) == len(is_first)
    wrong = {}
    for position in range(len(args)):
        for value in IN_PATHS if is_first[position] else DEEP_IN_PATHS:
            try:
                url = reverse(row.name, args=(*args[:position], value, *args[position + 1 :]))
            except (NoReverseMatch, KeyError, UnicodeEncodeError):
                continue  # no address of ours
            if found := fault(getattr(client, row.method.lower())(url)):
                wrong[position, str(value)[:30]] = found
    assert wrong == {}
