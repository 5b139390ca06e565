"""The lines of lists are kept by every act, checked against what they follow from, mended by a command."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import ProtectedError

from ocop.registers.producers.acts import amend_producer
from ocop.registers.products import acts, writes
from ocop.registers.products.invariants import listing_faults
from ocop.registers.products.listing import COLUMNS, derived, differing, everything, read
from ocop.registers.products.models import Listing, Product
from ocop.registers.products.tests import mixed

pytestmark = pytest.mark.differs


def faults_of_all():
    return [fault for rows in everything() for fault in differing(rows)]


def columns(product, *names):
    return Listing.objects.filter(pk=product.pk).values_list(*names).get()


def test_registering_a_product_lists_it(pineapple, cast):
    names = ("name", "producer_name", "place_name", "recognition", "stars", "set_number")
    assert columns(pineapple, *names) == (
        "Dứa quả Bản Lầu", "Hợp tác xã Bản Lầu", cast.commune.name, None, 0, 1,
    )  # fmt: skip


def test_amending_a_product_amends_its_line(pineapple, cast, at):
    acts.amend_product(pineapple, fields={"name": "Dứa mật"}, by=cast.lan, at=at)
    assert columns(pineapple, "name", "sort_key")[0] == "Dứa mật"
    assert list(listing_faults()) == []


def test_amending_a_producer_amends_the_lines_of_its_products(pineapple, htx, cast, at):
    amend_producer(htx, fields={"name": "HTX Mới"}, representative=None, by=cast.lan, at=at)
    assert columns(pineapple, "producer_name") == ("HTX Mới",)
    assert list(listing_faults()) == []


def test_a_recognition_and_what_happens_to_it_are_in_the_line(pineapple, tuan, at):
    begins = at.date() - timedelta(days=10)
    made = writes.record_recognition(pineapple, fields=mixed.term(4, begins), by=tuan, at=at)
    names = ("recognition", "stars", "year", "decided_on", "valid_from", "expires_on", "stops_on", "ending")
    until = made.expires_on
    assert columns(pineapple, *names) == (made.pk, 4, begins.year, begins, begins, until, until, None)
    event = writes.record_event(made, kind="revoked", on=at.date(), by=tuan, at=at)
    assert columns(pineapple, *names) == (made.pk, 4, begins.year, begins, begins, until, until, event.pk)
    assert list(listing_faults()) == []


def test_an_extension_and_a_later_recognition_are_in_the_line(pineapple, tuan, at):
    facts = mixed.term(3, date(2023, 3, 1), date(2026, 3, 1))
    first = writes.record_recognition(pineapple, fields=facts, by=tuan, at=at)
    writes.record_event(first, kind="extended", on=date(2026, 3, 1), by=tuan, at=at)
    assert columns(pineapple, "expires_on", "stops_on") == (date(2026, 3, 1), date(2026, 8, 28))
    second = writes.record_recognition(pineapple, fields=mixed.term(4, at.date()), by=tuan, at=at)
    assert columns(pineapple, "recognition", "stars") == (second.pk, 4)
    assert list(listing_faults()) == []


def test_a_mixed_register_holds(cast, tuan, at):
    mixed.build(cast, tuan, at)
    assert list(listing_faults()) == []


def test_every_fault_is_named(pineapple, tuan, at):
    writes.record_recognition(pineapple, fields=mixed.year(3, 2021), by=tuan, at=at)
    Listing.objects.update(stars=5, name="Khác")
    assert list(listing_faults()) == [f"product {pineapple.pk}: stars, name"]
    Listing.objects.all().delete()
    assert list(listing_faults()) == [f"product {pineapple.pk}: {', '.join(COLUMNS)}"]


def test_the_command_mends_what_is_wrong_and_then_nothing(cast, tuan, at, capsys):
    mixed.build(cast, tuan, at)
    Listing.objects.filter(stars=3).update(stars=4)
    Listing.objects.filter(year=0).delete()
    wrong = len(faults_of_all())
    call_command("mend_listings")
    assert faults_of_all() == []
    call_command("mend_listings")
    assert capsys.readouterr().out == f"{wrong} listings mended\n0 listings mended\n"


def test_the_migration_fills_what_acts_would_have_written(cast, tuan, at):
    mixed.build(cast, tuan, at)
    Listing.objects.all().delete()
    for name in ("0003_fill_listing", "0004_search_words", "0006_places_of_today"):
        import_module(f"ocop.registers.products.migrations.{name}").fill(apps, None)
    assert (Listing.objects.count(), faults_of_all()) == (Product.objects.count(), [])


def test_as_many_statements_for_one_product_as_for_many(cast, tuan, at, django_assert_num_queries):
    mixed.build(cast, tuan, at)
    keys = list(Product.objects.values_list("pk", flat=True))
    revoked = Listing.objects.exclude(ending=None).values_list("pk", flat=True)
    merged = Listing.objects.filter(producer_commune__valid_to__isnull=False).values_list("pk", flat=True)
    for some, statements in ((list(revoked)[:1], 3), (list(merged), 5), (keys, 5)):
        with django_assert_num_queries(statements):
            derived(read(some))


def test_a_recognition_is_not_taken_out_from_under_its_line(pineapple, tuan, at):
    """Whoever undoes an entry takes the line away first and lets it be written anew afterwards."""
    made = writes.record_recognition(pineapple, fields=mixed.year(3, 2021), by=tuan, at=at)
    with pytest.raises(ProtectedError):
        made.delete()
    pineapple.listing.delete()
    made.delete()
    writes.list_anew([pineapple.pk])
    assert columns(pineapple, "recognition", "stars", "year", "recency") == (None, 0, 0, 0)
