"""No list sorts all its rows to show a page of them: an index has the order. The plans of both databases."""

import pytest
from django.db import connection

from ocop.casework.certificates.models import Certificate
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.ui.paging import keys_of, order_of
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing
from ocop.registers.products.public import SORTS, Wanted, found

pytestmark = [pytest.mark.django_db, pytest.mark.differs]
DESK = ("name", "producer_name", "place_name", "set_number", "stars", "year", "source")


@pytest.fixture(autouse=True)
def _whatever_the_size(db) -> None:
    """PostgreSQL would sort a few rows at once; where it may not, it does so only without another way."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")


def lists():
    """Every list that grows with the province, in the orders that it offers."""
    for sort in SORTS:
        yield f"public, {sort}", found(Wanted(), sort)
    for wanted in (Wanted(stars=4), Wanted(set_number=1)):
        yield f"public, {wanted}", found(wanted)
    for column in DESK:
        order = [column] if column == "name" else [column, "name"]
        yield f"products, {column}", Listing.objects.order_by(*order, "pk")
        yield f"products, -{column}", Listing.objects.order_by(*(f"-{one}" for one in order), "-pk")
    yield "products, by their end", Listing.objects.public().order_by("expires_on")
    yield "producers", Producer.objects.order_by("name")
    yield (
        "desk of dossiers",
        Dossier.objects.exclude(state="draft").order_by("commune_due_on", "submitted_at"),
    )
    yield "desk of dossiers, last first", Dossier.objects.order_by("-commune_due_on", "-submitted_at")
    yield "own dossiers", Dossier.objects.order_by("-updated_at")
    yield "certificates", Certificate.objects.order_by("-valid_from")
    yield "certificates, by their end", Certificate.objects.order_by("expires_on")


LISTS = dict(lists())


@pytest.mark.parametrize("name", LISTS)
def test_an_index_has_the_order(name) -> None:
    rows = LISTS[name]
    order = order_of(rows)
    plan = keys_of(rows.order_by(*(term.ordered() for term in order)), order)[:25].explain()
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan, plan
    assert "Sort" not in plan.replace("Incremental Sort", ""), plan


def test_words_are_asked_of_their_index() -> None:
    asked = {"postgresql": "products_listing_search_text_words", "sqlite": "VIRTUAL TABLE INDEX"}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_bitmapscan = on")
    plan = Listing.objects.filter(search_text__finds="chè bắc").order_by().explain()
    assert asked[connection.vendor] in plan, plan
