"""Every list costs the same however long it is: as many statements, and no row more from the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from math import ceil
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from bench.rig.looks import counting
from ocop.foundation.ui.cells import PART
from ocop.foundation.ui.lists import EXPORT_PARAM, ListView
from ocop.kernel.text import slugify_vi
from ocop.outlets.demo.stage import Stage
from tests.helping import COURSE
from tests.matrix.growth import grow, plan_everything
from tests.matrix.table import ROLES

pytestmark = pytest.mark.django_db

FULL = 50
"""So many of everything fill a page, and whatever else a page looks at."""
THIS_YEAR = timezone.localdate().year

LISTS = {
    "accounts:people": ["operator"],
    "accounts:offices": ["operator"],
    "certificates:certificates": ["province"],
    "certificates:decisions": ["province"],
    "communication:news": ["commune", "province"],
    "communication:press": ["commune", "province"],
    "communication:recordings": ["commune", "province"],
    "dossiers:desk": ["commune", "province"],
    "fieldwork:list": ["commune", "province"],
    "ideas:desk": ["commune", "province"],
    "ideas:own": ["producer"],
    "dossiers:own": ["producer"],
    "mergers:list": ["operator"],
    "inspections:list": ["commune", "province"],
    "inspections:ministrys_list": ["commune", "province"],
    "inspections:orders": ["commune", "province"],
    "inspections:plans": ["province"],
    "inspections:reports": ["province"],
    "producers:list": ["province"],
    "products:list": ["province"],
    "programme:plans": ["commune", "province"],
    "rounds:list": ["province"],
    "recognitions:imports": ["province"],
    "review:councils": ["province"],
    "review:meetings": ["secretary"],
    "renewals:extensions": ["province"],
    "renewals:letters": ["commune", "province"],
    "renewals:list": ["province"],
    "annulment:list": ["province"],
    "objections:list": ["commune", "province"],
    "revocation:list": ["province"],
    "samples:demands": ["province"],
    "samples:laboratories": ["province"],
    "samples:receipt_book": ["province"],
    "sites:links": ["commune", "province"],
    "sites:questions": ["producer"],
    "courses:attendances": ["province"],
    "support:costs": ["province"],
    "support:list": ["commune", "province"],
    "support:received": ["producer"],
    "tourism:spots": ["commune", "province"],
    "tourism:routes": ["province"],
    "tourism:chains": ["province"],
}
"""Every list, and who looks at it."""

ARGUMENTS: dict[str, tuple[object, ...]] = {
    "courses:attendances": (COURSE,),
    "support:list": ("nhan-hieu",),
    "support:received": (slugify_vi("Hợp tác xã Mẫu Nà Lốc"),),
    "reports:leaders": ("15", THIS_YEAR),
    "reports:progress": ("15", THIS_YEAR),
    "reports:records": ("10", 2022, "new"),
}
"""What stands in the addresses of lists that need something."""

PAGES = {
    "catalogue:home": ["stranger"],
    "catalogue:listen": ["stranger"],
    "catalogue:news": ["stranger"],
    "catalogue:products": ["stranger"],
    "catalogue:spots": ["stranger"],
    "notifications:inbox": ["producer"],
    "portal:home": [role for role in ROLES if role != "stranger"],
    "portal:search": ["province"],
    "dossiers:choose": ["producer"],
    "support:home": ["commune", "province"],
    "reports:dashboard": ["commune", "province"],
    "reports:leaders": ["province"],
    "reports:progress": ["commune", "province"],
    "reports:terms": ["commune", "province"],
    "reports:records": ["province"],
}
"""Other pages that show parts of lists."""

MOST_STATEMENTS = {
    "portal:home": {"": 12},
    "reports:dashboard": {"": 21},
    "reports:leaders": {"": 21},
    "reports:progress": {"": 18},
}
"""How often a page may ask at most, by who looks (empty: anybody else); of plans with every target."""
FORECASTS = {"reports:leaders": 2_600, "reports:progress": 2_600}
"""Rows of pages that foretell from the newest ended cases (`past.MOST_CASES`): more of them up to so many."""


ROW = re.compile(rb"<row[ >]")
MOST_OF_A_LINE, MOST_OF_A_PART = 3, 4
"""What a line of a spreadsheet may cost in rows, and a part of it in statements: what stands beside."""


class Cost(NamedTuple):
    """Statements and rows of one look at a page, and what it answered."""

    statements: int
    rows: int
    content: bytes


def cost(client: Client, url: str, *, is_first: bool = True) -> Cost:
    """Of one look; what only a first look does, such as filling caches of the process, is not counted."""
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with transaction.atomic():
        if is_first:
            client.get(url)
        with counting() as rows, connection.execute_wrapper(note):
            answer = client.get(url)
        transaction.set_rollback(True)
    assert answer.status_code == 200, url
    assert min(len(asked), sum(rows)) > 0, url
    return Cost(len(asked), sum(rows), answer.content)


def lists(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The names of the addresses that are lists."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from lists(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            view = getattr(pattern.callback, "view_class", object)
            if issubclass(view, ListView):
                yield f"{space}{pattern.name}"


def test_same_cost_is_asked_of_every_list() -> None:
    assert set(lists(get_resolver())) == set(LISTS)


def test_same_cost_for_ten_and_for_a_thousand(
    stage: Stage, clients: dict[str, Client], settings: Any
) -> None:
    """Counted when a page is full, then with a thousand more of everything."""
    settings.EXPORT_ROWS_AT_ONCE = 10_000
    looks = [
        (role, reverse(name, args=ARGUMENTS.get(name)) + ("?q=dua" if name == "portal:search" else ""))
        for name, roles in {**LISTS, **PAGES}.items()
        for role in roles
    ]
    saved = [(role, f"{url}?{EXPORT_PARAM}=xlsx") for role, url in looks[: sum(map(len, LISTS.values()))]]
    plan_everything(stage, THIS_YEAR)
    grow(stage, range(FULL))
    few = {look: cost(clients[look[0]], look[1])[:2] for look in looks}
    short = {look: cost_of_saving(clients[look[0]], look[1]) for look in saved}
    grow(stage, range(FULL, 1000))
    many = {look: cost(clients[look[0]], look[1])[:2] for look in looks}
    long = {look: cost_of_saving(clients[look[0]], look[1], is_first=False) for look in saved}
    assert {look: many[look][0] for look in looks} == {look: few[look][0] for look in looks}
    bound = {reverse(name, args=ARGUMENTS[name]): rows for name, rows in FORECASTS.items()}
    more = {look: many[look][1] for look in looks if many[look][1] > few[look][1]}
    assert {look: rows for look, rows in more.items() if rows > bound.get(look[1], 0)} == {}
    refuse_more_statements({look: many[look][0] for look in looks})
    costs = {look: (short[look], long[look]) for look in saved}
    assert {look: both for look, both in costs.items() if not is_in_proportion(*both)} == {}


def refuse_more_statements(asked: dict[tuple[str, str], int]) -> None:
    """No counting page asks more often than it may."""
    more = {}
    for name, most in MOST_STATEMENTS.items():
        url = reverse(name, args=ARGUMENTS.get(name))
        found = {role: asked[role, url] for role in PAGES[name]}
        more |= {(name, role): n for role, n in found.items() if n > most.get(role, most[""])}
    assert more == {}


class Saving(NamedTuple):
    """What the spreadsheet of a list costs: its rows, statements, and rows from the database."""

    lines: int
    statements: int
    rows: int


def cost_of_saving(client: Client, url: str, *, is_first: bool = True) -> Saving:
    """Of one list, saved at once; the first of its rows has the headings."""
    statements, rows, content = cost(client, url, is_first=is_first)
    with ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    return Saving(len(ROW.findall(sheet)) - 1, statements, rows)


def is_in_proportion(short: Saving, long: Saving) -> bool:
    """Every line costs a few rows however many there are, and every part that is read a few statements."""
    lines, parts = long.lines - short.lines, ceil(long.lines / PART) - ceil(short.lines / PART)
    statements, rows = long.statements - short.statements, long.rows - short.rows
    return lines <= rows <= MOST_OF_A_LINE * lines and statements <= MOST_OF_A_PART * parts
