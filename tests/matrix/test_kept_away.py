"""A member with a conflict of interest learns nothing about that product, at no address (T-04): every answer
is the same whatever was written, chosen, counted and sealed about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.models import Appointment
from ocop.outlets.demo.stage import Stage
from tests.matrix.kept_away import PASTS, Past, Place, Rows, hanging_on, reached, said, write
from tests.province import CONFLICTED

pytestmark = pytest.mark.django_db

MEMBER, OFFICES = "member with conflict", ("thu", "phuc", "khanh", "dung")
BY_OFFICE = {
    "dossiers:desk": "the desk lists whose dossier lies where, under its number",
    "products:list": "the register finds a product by its words",
    "products:detail": "the register's own page of a product, with its pictures",
    "products:photos": "the register's pictures",
    "products:amend_photo": "the register's pictures",
}
"""What the registers say of every product to whoever keeps them: nothing of what the council evaluates."""


@pytest.fixture
def rows(stage: Stage) -> Rows:
    return hanging_on(stage)


@pytest.fixture
def everywhere(rows: Rows, places: dict[str, tuple[Any, ...]]) -> list[Place]:
    return reached(rows, places)


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages say what time it is."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)


@contextmanager
def in_past(past: Past, rows: Rows, stage: Stage) -> Iterator[None]:
    with transaction.atomic():
        write(past, rows, stage)
        yield
        transaction.set_rollback(True)


def answers(client: Client, everywhere: list[Place]) -> dict[Place, tuple[Any, ...]]:
    """What somebody gets at each address."""
    found, cookies = {}, deepcopy(client.cookies)
    for place in everywhere:
        with transaction.atomic():
            found[place] = said(client.get(place.url))
            transaction.set_rollback(True)
        client.cookies = deepcopy(cookies)
    return found


def differing(client: Client, everywhere: list[Place], rows: Rows, stage: Stage) -> set[str]:
    """Addresses that show a mark, and pages whose answer depends on the past."""
    one, other = PASTS
    with in_past(one, rows, stage):
        first = answers(client, everywhere)
    # a page says what it was asked to search for: whether it was found shows in the other past
    marked = {place for place, answer in first.items() if has_mark(answer) and "?" not in place.url}
    shown = [place for place, answer in first.items() if answer[0] == 200 and place not in marked]
    with in_past(other, rows, stage):
        second = answers(client, shown)
    return {str(place) for place in {*marked, *(one for one in shown if first[one] != second[one])}}


def has_mark(answer: tuple[Any, ...]) -> bool:
    """Whether a word of the product stands in it."""
    return PASTS[0].mark.encode() in answer[-1]


def give_offices(stage: Stage) -> None:
    """The member is the secretary, the officer, the signer and the leader of the province besides."""
    for person in OFFICES:
        for one in Appointment.objects.filter(person=stage.people[person]):
            one.pk, one.person = None, stage.people[CONFLICTED]
            one.save(force_insert=True)


def test_every_address_answers_a_member_with_a_conflict_as_if_nothing_had_been_written(
    stage: Stage, rows: Rows, everywhere: list[Place], clients: dict[str, Client]
) -> None:
    assert differing(clients[MEMBER], everywhere, rows, stage) == set()


def test_no_office_besides_opens_what_a_conflict_closes(
    stage: Stage, rows: Rows, everywhere: list[Place], clients: dict[str, Client]
) -> None:
    give_offices(stage)
    found = differing(clients[MEMBER], everywhere, rows, stage)
    assert {name for name in found if name.partition(" ")[0] not in BY_OFFICE} == set()


def test_what_others_read_of_it_no_cache_hands_on(
    stage: Stage, rows: Rows, everywhere: list[Place], clients: dict[str, Client]
) -> None:
    """The same addresses do show it to those who may look, to them alone."""
    keys = {str(key) for model in (AgendaItem, Dossier) for key in keys_of(model, rows)}
    near = [place for place in everywhere if any(key in place.url for key in keys)]
    names, shared, told = set(), set(), set()
    with in_past(PASTS[0], rows, stage):
        for role in ("member", "province"):
            for place in near:
                answer = clients[role].get(place.url)
                if answer.status_code != 200 or not has_mark(said(answer)):
                    continue
                names.add(place.name)
                keeping = answer.headers.get("Cache-Control", "")
                shared |= set() if "no-store" in keeping or "private" in keeping else {place.name}
                told |= same(clients[MEMBER], place, answer.headers)
    assert "room:product" in names
    assert {name.partition(":")[0] for name in names} >= {"dossiers", "review", "room"}
    assert (shared, told) == (set(), set())


def keys_of(model: Any, rows: Rows) -> list[Any]:
    """The keys by which addresses name rows of a kind."""
    return list(model.objects.filter(pk__in=rows[model]).values_list("key", flat=True))


def same(client: Client, place: Place, heads: Any) -> set[str]:
    """Where somebody else learns by a question about a copy that it is still the same."""
    known = {"If-None-Match": heads.get("ETag", "*"), "If-Modified-Since": heads.get("Last-Modified", "")}
    answer = client.get(place.url, headers={name: value for name, value in known.items() if value})
    return {str(place)} if answer.status_code == 304 else set()
