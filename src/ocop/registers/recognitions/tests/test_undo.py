"""Taking an import back: all that it brought, unless something rests on it."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import verify_chain
from ocop.foundation.refusals import Refused
from ocop.registers.producers.acts import add_representation
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing, Product, Reckoning, Recognition, RecognitionEvent
from ocop.registers.products.writes import record_event
from ocop.registers.recognitions.acts import undo_import
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.tests.conftest import command
from ocop.registers.recognitions.tests.test_bring_in import follows

pytestmark = [pytest.mark.django_db, pytest.mark.differs]
TEA = {"name": "Trà", "product_code": "", "decision_no": "7/QĐ-UBND"}
NEWER = {"decision_no": "1/QĐ-UBND", "decided_on": "01/06/2026", "valid_until": "", "product_code": ""}


def left() -> tuple[int, ...]:
    models = (Producer, Product, Recognition, RecognitionEvent, Entered, Listing, Reckoning)
    return tuple(model.objects.count() for model in models)


def test_all_that_it_brought_leaves_and_the_import_stays(bring):
    number = bring({}, TEA)["import"]
    assert command("undo", number) == {"import": number, "undone": True, "refused": []}
    made = RegisterImport.objects.get()
    assert (left(), made.undone_at is not None, made.created) == ((0,) * 7, True, 2)
    assert [entry.action for entry in Entry.objects.order_by("sequence")] == [
        "register.import",
        "register.undo",
    ]
    assert verify_chain() is None
    told = command("undo", number)
    assert [one["code"] for one in told["refused"]] == ["conflict_undone"]


def test_what_was_there_before_stays_as_it_was(bring):
    bring({})
    before = left()
    number = bring(NEWER, TEA)["import"]
    assert RecognitionEvent.objects.get().on == date(2026, 6, 1)
    assert command("undo", number)["undone"]
    assert (left(), follows()) == (before, True)
    assert bring(NEWER, TEA)["created"] == 2


def test_a_product_of_a_later_import_rests_on_its_producer(bring):
    first = bring({})["import"]
    second = bring(TEA)["import"]
    told = command("undo", first)
    assert [one["code"] for one in told["refused"]] == ["rested_on"]
    assert "“Trà”" in told["refused"][0]["text"]
    assert command("undo", second)["undone"]
    assert command("undo", first)["undone"]
    assert left() == (0,) * 7


def test_what_happened_since_is_named(bring, cast, tuan, at):
    number = bring({})["import"]
    owner, recognition = Producer.objects.get(), Recognition.objects.get()
    add_representation(owner, person=cast.lan, by=tuan, at=at)
    record_event(recognition, kind="revoked", on=at.date(), by=tuan, at=at)
    told = command("undo", number)
    assert "Giàng Thị Lan" in told["refused"][0]["text"]
    assert "revoked" not in told["refused"][0]["text"] or Recognition.objects.exists()
    assert Recognition.objects.count() == 1


def test_only_officers_of_the_province_take_back(bring, cast, tuan, at):
    bring({})
    made = RegisterImport.objects.get()
    with pytest.raises(Refused, match="cấp tỉnh"):
        undo_import(made, by=cast.minh, at=at)
    assert undo_import(made, by=tuan, at=at).undone_by == tuan
