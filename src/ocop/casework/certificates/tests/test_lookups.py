"""What the check page says is kept by every act, checked against what it follows from, and mended."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from io import BytesIO

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image

from ocop.casework.certificates.invariants import lookup_faults
from ocop.casework.certificates.lookup import derived
from ocop.casework.certificates.models import Certificate, DecisionItem, Lookup
from ocop.casework.certificates.selectors import look_up
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.models import Paper
from ocop.registers.producers.acts import amend_producer
from ocop.registers.products import acts, writes

pytestmark = pytest.mark.differs


@pytest.fixture
def certificate(desk) -> Certificate:
    """Signed today."""
    (made,) = desk.sign(desk.submitted())
    return made


@pytest.fixture
def unprinted(certificate) -> Certificate:
    """One from before names and photograph were frozen: its page shows those of today."""
    DecisionItem.objects.filter(pk=certificate.decision_item_id).update(printed={}, photo=None)
    look_up_anew([certificate.product_id])
    return Certificate.objects.get(pk=certificate.pk)


def told(certificate: Certificate, *names: str) -> tuple[object, ...]:
    """What is kept, which is also what follows."""
    assert list(lookup_faults()) == []
    facts = look_up(certificate.code).facts
    assert facts is not None
    return tuple(facts[name] for name in names)


def photograph(desk, product, kind="product"):
    content = BytesIO()
    Image.new("RGB", (64, 48), "green").save(content, "PNG")
    file = store(
        ContentFile(content.getvalue(), name="a.png"), owner="products.photo", by=desk.lan, at=desk.at
    )
    return acts.add_photo(product, file=file, kind=kind, by=desk.lan, at=desk.at)


def test_a_signature_says_it_all(certificate, desk):
    names = ("name", "producer", "places", "number", "stars", "happened", "newer", "photo", "has_story")
    assert told(certificate, *names) == (
        "Chè Shan Suối Giàng", "Hợp tác xã Mẫu Nà Lốc", [["xã", "Bản Lầu"], ["tỉnh", "Lào Cai"]],
        "512-MH/QĐ-UBND", 4, [], None, None, False,
    )  # fmt: skip
    assert told(certificate, "decided_on", "valid_from", "expires_on") == (
        desk.at.date().isoformat(), desk.at.date().isoformat(), certificate.expires_on.isoformat(),
    )  # fmt: skip


def test_what_happens_to_the_recognition_is_told_with_its_paper(certificate, desk):
    paper: Paper = desk.paper("77-MH/QĐ-UBND")
    on = date(2026, 11, 24)
    writes.record_event(certificate.recognition, kind="revoked", on=on, paper=paper, by=desk.phuc, at=desk.at)
    assert told(certificate, "happened") == ([["2026-11-24", "revoked", "77-MH/QĐ-UBND"]],)


def test_the_next_certificate_of_the_product_is_named(certificate, desk):
    again = desk.item(dossier=desk.dossier("Khác"), meeting=desk.closed_meeting())
    again.dossier.product = certificate.product
    again.dossier.save()
    (later,) = desk.sign(desk.submitted(again), number="513-MH/QĐ-UBND")
    assert told(certificate, "newer", "happened") == (later.code, [[f"{desk.at:%Y-%m-%d}", "replaced", ""]])
    assert told(later, "happened") == ([],)


def test_names_that_were_printed_stay(certificate, desk):
    acts.amend_product(certificate.product, fields={"name": "Chè mới"}, by=desk.lan, at=desk.at)
    amend_producer(desk.producer, fields={"name": "HTX Mới"}, representative=None, by=desk.lan, at=desk.at)
    assert told(certificate, "name", "producer") == ("Chè Shan Suối Giàng", "Hợp tác xã Mẫu Nà Lốc")


def test_names_that_were_not_printed_and_the_story_follow(unprinted, desk):
    fields = {"name": "Chè mới", "story": "Chuyện của rừng chè."}
    acts.amend_product(unprinted.product, fields=fields, by=desk.lan, at=desk.at)
    assert told(unprinted, "name", "has_story") == ("Chè mới", True)
    amend_producer(desk.producer, fields={"name": "HTX Mới"}, representative=None, by=desk.lan, at=desk.at)
    assert told(unprinted, "producer") == ("HTX Mới",)


def test_without_a_photograph_on_the_certificate_the_first_of_the_page_is_shown(unprinted, desk):
    """The product itself before its label, in the order of the page."""
    product, given = unprinted.product, {"by": desk.lan, "at": desk.at}
    label = photograph(desk, product, "label")
    assert told(unprinted, "photo") == (str(label.file_id),)
    first, second = photograph(desk, product), photograph(desk, product)
    assert told(unprinted, "photo") == (str(first.file_id),)
    acts.move_photo(second, is_up=True, **given)
    assert told(unprinted, "photo") == (str(second.file_id),)
    acts.amend_photo(second, kind="label", caption="", **given)
    assert told(unprinted, "photo") == (str(first.file_id),)
    acts.remove_photo(first, **given)
    assert told(unprinted, "photo") == (str(label.file_id),)


def test_every_fault_is_named(certificate):
    facts = {**look_up(certificate.code).facts, "stars": 3, "name": "Khác"}
    Lookup.objects.update(facts=facts)
    assert list(lookup_faults()) == [f"certificate {certificate.code}: stars, name"]
    Lookup.objects.all().delete()
    (anew,) = derived([certificate.product_id])
    named = ", ".join(["code", "product_id", *anew.facts])
    assert list(lookup_faults()) == [f"certificate {certificate.code}: {named}"]


def test_the_command_mends_what_is_wrong_and_then_nothing(certificate, desk, capsys):
    desk.sign(desk.submitted(desk.item("Mật ong")), number="513-MH/QĐ-UBND")
    Lookup.objects.filter(pk=certificate.pk).update(code="0" * 16)
    call_command("mend_lookups")
    assert told(certificate, "stars") == (4,)
    call_command("mend_lookups")
    assert capsys.readouterr().out == "1 lookups mended\n0 lookups mended\n"


def test_the_migration_fills_what_acts_would_have_written(certificate, desk):
    writes.record_event(certificate.recognition, kind="revoked", on=desk.at.date(), by=desk.phuc, at=desk.at)
    Lookup.objects.all().delete()
    import_module("ocop.casework.certificates.migrations.0005_fill_lookup").fill(apps, None)
    assert told(certificate, "stars") == (4,)


def test_as_many_statements_for_one_certificate_as_for_many(desk, django_assert_num_queries):
    desk.sign(desk.submitted(desk.item("Mật ong"), desk.item("Chè"), desk.item("Dứa")))
    products = list(Lookup.objects.values_list("product", flat=True))
    for some in (products[:1], products):
        with django_assert_num_queries(4):
            assert len(derived(some)) == len(some)


def test_without_a_programme_nothing_was_ever_certified(db):
    assert look_up("0" * 16).facts is None
