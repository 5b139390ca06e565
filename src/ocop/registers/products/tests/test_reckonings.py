"""What counts need of recognitions is kept by every act, checked against what it follows from, and mended."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command

from ocop.registers.producers.acts import amend_producer
from ocop.registers.products import writes
from ocop.registers.products.invariants import reckoning_faults
from ocop.registers.products.models import Reckoning, Recognition
from ocop.registers.products.reckoning import COLUMNS
from ocop.registers.products.rules import PUBLIC_STATUSES
from ocop.registers.products.tests import mixed

pytestmark = pytest.mark.differs


def columns(recognition, *names):
    return Reckoning.objects.filter(pk=recognition.pk).values_list(*names).get()


def test_a_recognition_and_what_follows_it(pineapple, tuan, at):
    first = writes.record_recognition(pineapple, fields=mixed.term(3, date(2023, 3, 1)), by=tuan, at=at)
    names = ("is_new", "is_held", "is_gone", "follower", "follower_year", "follower_on", "days_left")
    assert columns(first, *names) == (True, True, False, None, 0, None, None)
    on = first.expires_on - timedelta(days=40)
    second = writes.record_recognition(pineapple, fields=mixed.term(4, on), by=tuan, at=at)
    assert columns(first, *names) == (True, False, False, second.pk, on.year, on, 40)
    assert columns(second, *names) == (False, True, False, None, 0, None, None)
    writes.record_event(second, kind="revoked", on=at.date(), by=tuan, at=at)
    assert columns(second, "is_held", "is_gone", "is_given") == (False, True, True)
    assert list(reckoning_faults()) == []


def test_an_annulled_one_counts_as_nothing_before_and_after_others(pineapple, tuan, at):
    void, given = (
        writes.record_recognition(pineapple, fields=mixed.term(3, date(year, 3, 1)), by=tuan, at=at)
        for year in (2023, 2025)
    )
    assert columns(given, "is_new") == (False,)
    writes.record_event(void, kind="annulled", on=at.date(), by=tuan, at=at)
    assert list(Reckoning.objects.values_list("pk", "is_new")) == [(given.pk, True)]


def test_it_follows_its_product_and_its_producer(pineapple, htx, cast, tuan, at):
    made = writes.record_recognition(pineapple, fields=mixed.year(3, 2021), by=tuan, at=at)
    names = ("place", "legal_form", "set_number", "counted_year", "producer")
    assert columns(made, *names) == (cast.commune.pk, "cooperative", 1, 2021, htx.pk)
    amend_producer(htx, fields={"legal_form": "limited_company"}, representative=None, by=cast.lan, at=at)
    assert columns(made, "legal_form") == ("limited_company",)
    assert list(reckoning_faults()) == []


def test_a_mixed_register_holds(cast, tuan, at):
    mixed.build(cast, tuan, at)
    public = Recognition.objects.filter(status_code__in=PUBLIC_STATUSES).exclude(events__kind="annulled")
    assert set(Reckoning.objects.values_list("pk", flat=True)) == set(public.values_list("pk", flat=True))
    assert list(reckoning_faults()) == []


def test_every_fault_is_named_and_mended(pineapple, tuan, at, capsys):
    one = writes.record_recognition(pineapple, fields=mixed.year(3, 2021), by=tuan, at=at)
    Reckoning.objects.update(is_new=False, stars=5)
    assert list(reckoning_faults()) == [f"recognition {one.pk}: stars, is_new"]
    call_command("mend_listings")
    Reckoning.objects.all().delete()
    assert list(reckoning_faults()) == [f"recognition {one.pk}: {', '.join(COLUMNS)}"]
    call_command("mend_listings")
    assert list(reckoning_faults()) == []
    candidate = Recognition.objects.create(
        product=pineapple, year=2020, stars=3, status_code="candidate", date_precision="year"
    )
    extra = Reckoning.objects.get()
    extra.pk = candidate.pk
    extra.save(force_insert=True)
    assert list(reckoning_faults()) == [f"recognition {candidate.pk}: {', '.join(COLUMNS)}"]
    call_command("mend_listings")
    assert list(reckoning_faults()) == []
    assert capsys.readouterr().out == "1 listings mended\n" * 3


def test_the_migration_fills_what_acts_would_have_written(cast, tuan, at):
    mixed.build(cast, tuan, at)
    count = Reckoning.objects.count()
    Reckoning.objects.all().delete()
    import_module("ocop.registers.products.migrations.0009_fill_reckoning").fill(apps, None)
    assert (Reckoning.objects.count(), list(reckoning_faults())) == (count, [])


def test_a_write_that_changes_nothing_asks_once_more_only(cast, tuan, at, django_assert_num_queries):
    """Products held; read with recognitions and events; lines; words; what is kept; what follows."""
    made = mixed.build(cast, tuan, at)
    key = made["Thu hồi"][0].product_id
    with django_assert_num_queries(8):
        writes.list_anew([key])
