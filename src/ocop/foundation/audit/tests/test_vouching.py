"""What acts write is named in their entries, and what is written otherwise is found."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Now

from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.recording import recording
from ocop.foundation.audit.rules import mark
from ocop.foundation.audit.spelling import UNKNOWN, speller_of
from ocop.foundation.audit.standing import changed_of, said_of_rows
from ocop.foundation.audit.vouching import columns_of, vouch
from ocop.foundation.documents.models import StoredFile
from ocop.registers.producers.models import Producer
from ocop.registers.programme.models import Target


@pytest.fixture
def act(cast):
    """Does something as an act, and gives what its entry vouches for."""

    def done(do, about=None):
        with recording():
            made = do()
            entry = record("test.do", about or cast.lan, by=cast.minh, at=cast.at)
        return made, entry.vouched

    return done


def office(cast, name="Sở"):
    return Office.objects.create(level="province", body="department", place=cast.province, name=name)


def faults(model=Office):
    return list(changed_of(model, said_of_rows()))


def named(row, column, value):
    return mark(row._meta.label_lower, str(row.pk), column, value)


def test_a_row_that_was_made_is_named_with_each_column(cast, act):
    made, vouched = act(lambda: office(cast))
    marks = vouched["accounts.office"][str(made.pk)]
    assert set(marks) == {"id", "level", "body", "place", "name"}
    assert marks["name"] == named(made, "name", "Sở")
    assert marks["place"] == named(made, "place", str(cast.province.pk))
    assert faults() == []


def test_a_change_names_what_was_written_alone(cast, act):
    made, _ = act(lambda: office(cast))
    made.name, made.body = "Sở khác", "x"  # one of the two is saved
    _, vouched = act(lambda: made.save(update_fields=["name"]))
    assert vouched == {"accounts.office": {str(made.pk): {"name": named(made, "name", "Sở khác")}}}
    assert faults() == []


def test_what_is_changed_gone_or_put_in_otherwise_is_found(cast, act):
    made, _ = act(lambda: office(cast))
    Office.objects.filter(pk=made.pk).update(name="Khác", level="commune")
    assert faults() == [f"accounts.office {made.pk}: level, name"]
    Office.objects.filter(pk=made.pk).update(name="Sở", level="province")
    assert faults() == []
    other = office(cast, "Sở không ai lập")
    assert faults() == [f"accounts.office {other.pk}: no act made it"]
    Office.objects.all().delete()
    assert faults() == [f"accounts.office {made.pk}: gone"]


def test_a_row_that_an_act_deleted_must_not_come_back(cast, act):
    made, _ = act(lambda: office(cast))
    key = made.pk
    _, vouched = act(made.delete)
    assert vouched == {"accounts.office": {str(key): None}}
    assert faults() == []
    made.pk = key
    Office.objects.bulk_create([made])
    assert faults() == [f"accounts.office {key}: an act deleted it"]


def test_what_is_taken_back_is_not_named(cast, act):
    def do():
        made = office(cast)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            made.name = "Khác"
            made.save()
            raise ZeroDivisionError
        return made

    made, vouched = act(do)
    assert vouched["accounts.office"][str(made.pk)]["name"] == named(made, "name", "Sở")


def test_each_act_names_its_own_and_the_last_what_follows(cast):
    with recording():
        first = office(cast, "một")
        one = record("test.one", first, by=None, at=cast.at)
        second = office(cast, "hai")
        two = record("test.two", second, by=None, at=cast.at)
        Office.objects.create(level="province", body="x", place=cast.province, name="ba")
    assert [set(entry.vouched["accounts.office"]) for entry in (one, two)] == [
        {str(first.pk)}, {str(second.pk), str(Office.objects.get(name="ba").pk)},
    ]  # fmt: skip


def test_an_act_that_writes_nothing_vouches_for_nothing(cast, act):
    assert act(lambda: None)[1] == {}
    assert Entry.objects.get().content()["vouched"] == {}


def test_in_bulk_an_act_says_it(cast, act):
    def do():
        rows = Office.objects.bulk_create(
            Office(level="province", body="x", place=cast.province, name=name) for name in ("a", "b")
        )
        vouch(rows)

    act(do)
    assert faults() == []


def test_what_the_database_works_out_is_not_named(cast, act):
    made, _ = act(lambda: office(cast))
    made.name = F("body")
    _, vouched = act(lambda: made.save(update_fields=["name"]))
    assert vouched == {"accounts.office": {str(made.pk): {"name": None}}}
    assert faults() == []


def test_without_an_act_nothing_is_kept(cast):
    office(cast)
    with recording():
        office(cast, "Sở khác")
    assert Entry.objects.count() == 0


def test_entries_of_before_there_was_vouching_are_no_fault(cast, act):
    """What came later is asked for all the same."""
    old = office(cast)
    record("test.old", old, by=None, at=cast.at)
    Entry.objects.update(vouched=None)
    assert "vouched" not in Entry.objects.get().content()
    assert faults() == []
    made, _ = act(lambda: office(cast, "Sở mới"))
    assert faults() == []
    by_hand = office(cast, "Sở không ai lập")
    assert faults() == [f"accounts.office {by_hand.pk}: no act made it"]
    assert old.pk < made.pk < by_hand.pk


def test_a_file_is_named_by_the_row_that_brings_it(cast, act):
    """It may have been stored before the act."""
    file = StoredFile.objects.create(
        owner="x", sha256="0" * 64, name="a.pdf", media_type="application/pdf", size=1, uploaded_by=cast.lan,
        uploaded_at=cast.at,
    )  # fmt: skip
    producer = Producer.objects.create(name="A", slug="a", created_at=cast.at)
    product = producer.products.create(name="B", slug="b", created_at=cast.at)
    _, vouched = act(lambda: product.photos.create(file=file, kind="product"))
    assert set(vouched) == {"products.photo", "documents.storedfile"}
    StoredFile.objects.update(size=2)
    _, vouched = act(lambda: product.photos.create(file=StoredFile.objects.get(), kind="label"))
    assert set(vouched) == {"products.photo"}, "what somebody changed meanwhile is not vouched for"
    assert faults(StoredFile) == [f"documents.storedfile {file.pk}: size"]


def test_models_name_columns_that_they_have():
    for model in apps.get_models():
        names = {field.name for field in model._meta.concrete_fields}
        said = {
            *getattr(model, "unvouched", ()), *getattr(model, "draft_columns", ()),
            *getattr(model, "filled_later", ()), *getattr(model, "found_by", ()),
        }  # fmt: skip
        assert said - {"*"} <= names, model
        assert not set(getattr(model, "draft_columns", ())) & set(getattr(model, "unvouched", ()))


def test_of_people_neither_password_nor_mail_is_official():
    assert set(columns_of(Person)) == {"username", "full_name", "phone", "is_active", "is_superuser"}
    assert columns_of(Entry) == {}


HANOI = timezone(timedelta(hours=7))
VALUES = [
    (Appointment, "starts_at", datetime(2026, 11, 30, 9, tzinfo=HANOI), "2026-11-30T02:00:00.000000+00:00"),
    (Appointment, "starts_at", datetime(2026, 11, 30, 2, tzinfo=UTC), "2026-11-30T02:00:00.000000+00:00"),
    (Appointment, "starts_at", "2026-11-30T09:00:00+07:00", "2026-11-30T02:00:00.000000+00:00"),
    (Appointment, "office", 12, "12"),
    (Appointment, "office", "12", "12"),
    (Appointment, "office", None, None),
    (Producer, "registered_on", date(2026, 1, 2), "2026-01-02"),
    (Producer, "registered_on", "2026-01-02", "2026-01-02"),
    (Producer, "is_illustration", True, "1"),
    (Producer, "is_illustration", 0, "0"),
    (Producer, "name", "Chè\u0302", "Chè\u0302"),
    (AgendaItem, "total", Decimal("64.50"), "64.5"),
    (AgendaItem, "total", "64.5", "64.5"),
    (AgendaItem, "total", Decimal(100), "100"),
    (AgendaItem, "stars", 3, "3"),
    (AgendaItem, "result", {"b": (1, 2), "a": 1.5}, '{"a":1.5,"b":[1,2]}'),
    (AgendaItem, "result", {10: 1, 9: 2}, '{"10":1,"9":2}'),
    (AgendaItem, "key", UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    (AgendaItem, "key", UUID(int=1).hex, "00000000-0000-0000-0000-000000000001"),
    (Target, "value", 12, "12"),
    (Target, "value", Decimal("12.5000"), "12.5"),
    (Appointment, "starts_at", Now(), UNKNOWN),
]


@pytest.mark.parametrize(("model", "name", "value", "text"), VALUES)
def test_a_value_has_one_spelling(model: type[models.Model], name, value, text):
    assert speller_of(model._meta.get_field(name))(value) == text


def test_the_same_value_elsewhere_has_another_mark():
    places = [("a", "1", "b", "c"), ("a", "1", "b", ""), ("a", "1", "b", None), ("a", "1b", "", "c")]
    marks = {mark(*place) for place in places}
    assert len(marks) == 4
    assert all(len(one) == 22 for one in marks)
