"""Nobody reaches what is not theirs, and looking changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from ocop.config.public import SHOPPER_VIEWS
from ocop.foundation.tables.forms import PastedTableForm
from ocop.foundation.ui.keeping import is_long
from ocop.foundation.ui.keeping.values import boxes
from ocop.foundation.ui.models import OpenForm
from ocop.outlets.demo.stage import Stage
from tests.matrix.leaks import leaks_in, plant
from tests.matrix.table import ROLES, Row, rows

pytestmark = pytest.mark.django_db

WORDS = {200: "ok", 301: "go", 302: "go", 403: "no", 404: "--"}
TURN = 'INSERT INTO "ui_openform"'
SHUT = {"in", "no", "--"}
WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
PEOPLE = {
    "accounts_appointment",
    "producers_representation",
    "review_attendance",
    "review_declaration",
    "review_seat",
}
"""Tables that say who somebody is; a request asks each question about a person once."""
KEEPS = (b"data-keep=", b"data-dialog-content")
"""In the page of a form on which what is written is kept, or that only asks a short question."""
NOT_TYPED = {
    "inspections:report": "a shopper's, who has no account; the page sets no cookie and keeps nothing",
    "inspections:report_of_code": "the same",
    "samples:result_table": "rows of a table, pasted from the file they stand in",
    "ui:gallery": "shows boxes",
}
SESSIONS = re.compile(r'"([a-z_]*session[a-z_]*|accounts_cache)"', re.IGNORECASE)
"""Tables of who is signed in, and of how often somebody tried."""


def addresses(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every address."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"


def word(answer: HttpResponse) -> str:
    """The answer as the table writes it."""
    if answer.status_code == 302 and answer.headers["Location"].partition("?")[0].endswith("/dang-nhap/"):
        return "in"
    return WORDS.get(answer.status_code, str(answer.status_code))


def keeping(answer: HttpResponse) -> str:
    """Whether a browser may keep a page: `never`, as it is `alike` for all, or though `made for somebody`."""
    if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
        return "no page"
    if "no-store" in answer.headers.get("Cache-Control", ""):
        return "never"
    return "made for somebody" if "Cookie" in answer.headers.get("Vary", "") else "alike"


@dataclass
class Seen:
    """What a request asked of the database: the statements that write, and the questions about a person."""

    written: list[str] = field(default_factory=list)
    about: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def repeated(self) -> list[str]:
        """Questions about a person that were put more than once."""
        return [sql for (sql, _params), times in self.about.items() if times > 1]


@contextmanager
def watching() -> Iterator[Seen]:
    """What is asked, sessions apart; everything is taken back afterwards."""
    seen = Seen()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITE.match(sql) and not SESSIONS.search(sql):
            seen.written.append(sql[:200])
        table = sql.partition(' FROM "')[2].partition('"')[0]
        if table in PEOPLE and '"person_id" = %s' in sql:
            seen.about[sql, str(params)] += 1
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield seen
        transaction.set_rollback(True)


class Answers(NamedTuple):
    """Of every role: what it gets, what was written, whether a browser may keep the page,
    what was asked twice about a person, what it may not see, forms that lose or refuse what is in them.
    """

    got: dict[str, str]
    wrote: dict[str, list[str]]
    kept: dict[str, str]
    twice: dict[str, list[str]]
    leaked: dict[str, list[str]]
    unkept: dict[str, list[str]]


def shown_forms(answer: HttpResponse) -> list[Any]:
    """The forms of a page, as it names them."""
    if answer.status_code != 200 or getattr(answer, "context", None) is None:
        return []
    return [one for one in map(answer.context.get, ("form", "rows")) if hasattr(one, "is_valid")]


def refused_unchanged(answer: HttpResponse) -> list[str]:
    """The boxes of a page that show what is stored, and would refuse it when it is sent as it is shown."""
    found = []
    for box in (box for one in shown_forms(answer) if not one.is_bound for box in boxes(one)):
        is_several = getattr(box.field.widget, "allow_multiple_selected", False)
        try:
            box.field.clean(list(box.stored) if is_several else "".join(box.stored)) if box.stored else None
        except ValidationError as error:
            found.append(f"{box.name} {box.stored}: {error.messages}")
    return found


def loses_what_is_written(answer: HttpResponse) -> list[str]:
    """Whether the page has a form with a box of several lines, and does not keep what is written in it."""
    long = [one for one in shown_forms(answer) if is_long(one)]
    if not long or any(isinstance(one, PastedTableForm) for one in long):
        return []
    is_kept = b"<textarea" not in answer.content or any(mark in answer.content for mark in KEEPS)
    return [] if is_kept else ["not kept"]


def ask(row: Row, method: str, clients: dict[str, Client], url: str) -> Answers:
    """Sends the same request as every role."""
    answers = Answers({}, {}, {}, {}, {}, {})
    for role, client in clients.items():
        cookies = deepcopy(client.cookies)
        with watching() as seen:
            answer = getattr(client, method.lower())(url)
        answers.got[role], answers.kept[role] = word(answer), keeping(answer)
        client.cookies = cookies  # whoever signed out is back
        if seen.written:
            answers.wrote[role] = seen.written
        if seen.repeated:
            answers.twice[role] = seen.repeated
        if leaked := leaks_in(answer, role):
            answers.leaked[role] = leaked
        if lost := [*refused_unchanged(answer), *loses_what_is_written(answer)]:
            answers.unkept[role] = lost
    return answers


def one_of_each(row: Row, roles: list[str]) -> list[str]:
    """Of the roles that get the same, one; at another address another of them."""
    turn = sum(map(ord, str(row))) % max(len(roles), 1)
    return list({row.cells[role]: role for role in [*roles[turn:], *roles[:turn]]}.values())


def asks_alike(url: str) -> bool:
    """Whether what is sent empty is asked what a look is, by the page that acts share: where a form is never
    valid when it is empty, the page goes on to who may see and who may do; the act itself is not reached.
    """
    act = getattr(resolve(url).func, "act", None)
    needed = [] if act is None else [one for one in act.form.base_fields.values() if one.required]
    return bool(needed)


def takes_nothing(url: str, clients: list[Client]) -> bool:
    """Whether the method is refused to all of these, before it is asked who they are."""
    with watching():
        return {word(client.post(url)) for client in clients} <= {"405", "in"}


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert {row.name for row in rows()} == set(addresses(get_resolver()))


@pytest.mark.parametrize("row", rows(), ids=str)
def test_each_role_gets_what_is_its_own_and_looking_changes_nothing(
    row: Row, clients: dict[str, Client], places: dict[str, tuple[Any, ...]], stage: Stage
) -> None:
    plant(stage)
    url = reverse(row.name, args=places[row.place])
    assert resolve(url).view_name == row.name
    got, wrote, kept, twice, leaked, unkept = ask(row, "GET", clients, url)
    assert unkept == {} or row.name in NOT_TYPED
    assert leaked == {}  # no early score, nothing of a product for whom a conflict keeps away from it
    if row.method == "POST":
        assert set(got.values()) <= {"405", *SHUT}
    else:
        assert got == row.cells
    assert wrote == {}
    assert twice == {}
    is_fresh = row.name in settings.SIGN_IN_VIEWS | SHOPPER_VIEWS
    may_stranger_keep = {"never"} if is_fresh else {"alike", "made for somebody"}
    assert kept.pop("stranger") in {"no page", *may_stranger_keep}
    assert set(kept.values()) <= {"no page", "never", "alike"}


@pytest.mark.parametrize("row", rows(), ids=str)
def test_who_may_not_see_may_not_send_either(
    row: Row, clients: dict[str, Client], places: dict[str, tuple[Any, ...]]
) -> None:
    kept_out = [role for role in ROLES if row.cells[role] in SHUT]
    url = reverse(row.name, args=places[row.place])
    senders = clients if row.method == "POST" else {role: clients[role] for role in kept_out}
    each = one_of_each(row, kept_out)
    if row.method == "GET" and (asks_alike(url) or takes_nothing(url, [clients[role] for role in each])):
        senders = {role: clients[role] for role in each}
    open_forms = set(OpenForm.objects.values_list("pk", flat=True))
    got, wrote, _kept, twice, _leaked, _unkept = ask(row, "POST", senders, url)
    if row.method == "POST":
        assert got == row.cells
    assert {role: one for role, one in got.items() if role in kept_out and one not in {*SHUT, "405"}} == {}
    # whose turn it is to save is taken first, and given back with the refusal
    kept = {role: [one for one in wrote.get(role, ()) if TURN not in one] for role in kept_out}
    assert {role: one for role, one in kept.items() if one} == {}
    assert row.method == "POST" or set(OpenForm.objects.values_list("pk", flat=True)) == open_forms
    assert twice == {}
