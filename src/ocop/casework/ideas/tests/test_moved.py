"""A database of before ideas had a package of their own: it migrates, and nothing of the record is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import dossier_of
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.ideas import acts
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.tests.cast import register
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import history, verify_chain

AT = datetime(2026, 11, 1, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OPENED_AT = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
BEFORE = [
    ("dossiers", "0004_open_forms"),
    ("audit", "0002_vouched"),
    ("contenttypes", "0002_remove_content_type_name"),
]


@pytest.fixture
def database(django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper]:
    """An empty database in the place of the usual one."""
    usual = connections["default"]
    if usual.vendor != "sqlite":
        pytest.skip("the same operations on PostgreSQL are what every other test's database is made of")
    empty = type(usual)({**usual.settings_dict, "NAME": ":memory:"}, alias="default")
    connections["default"] = empty
    try:
        with django_db_blocker.unblock():
            yield empty
            empty.close()
    finally:
        connections["default"] = usual


def today(database: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    """The last migration of both packages, and of the products that dossiers are about."""
    graph = MigrationExecutor(database).loader.graph
    return [one for package in ("products", "dossiers", "ideas") for one in graph.leaf_nodes(package)]


def migrated(database: BaseDatabaseWrapper, targets: list[tuple[str, str]]) -> Any:
    """The models of the code at that point."""
    return MigrationExecutor(database).migrate(targets).apps


def test_an_idea_with_a_dossier_and_its_record_come_along(database: BaseDatabaseWrapper) -> None:
    minh = tell(migrated(database, BEFORE))
    before = list(Entry.objects.order_by("sequence").values())
    migrated(database, today(database))
    idea, sheet, dossier = Idea.objects.get(), IdeaSheet.objects.get(), Dossier.objects.get()
    record("idea.amend", idea, by=minh, at=OPENED_AT)
    assert (idea.name, idea.sheet, idea.used_at) == ("Mứt dứa", sheet, OPENED_AT)
    assert (dossier.idea, dossier_of(idea)) == (idea, dossier)
    assert [(entry.object_type, entry.action, entry.by) for entry in history(idea)] == [
        ("ideas.idea", "idea.amend", minh),
        ("dossiers.idea", "idea.open_dossier", minh),
        ("dossiers.idea", "idea.import", minh),
    ]
    assert [entry.action for entry in history(sheet)] == ["idea_sheet.save"]
    assert [entry.action for entry in history(dossier)] == ["dossier.open"]
    assert list(Entry.objects.order_by("sequence").values()[:4]) == before
    assert verify_chain() is None
    kinds = ContentType.objects.filter(model__startswith="idea").values_list("app_label", "model")
    assert sorted(kinds) == [("ideas", "idea"), ("ideas", "ideasheet")]


def tell(then: Any) -> Person:
    """Minh saved a workbook, its idea was approved, and a dossier made of it; entries of the record stand."""
    minh = then.get_model("accounts", "Person").objects.create(username="minh", full_name="Minh")
    idea = idea_of(then, minh)
    dossier = dossier_then(then, minh)
    idea.dossier = dossier
    idea.save()
    acts = [("idea_sheet.save", idea.sheet), ("idea.import", idea)]
    acts += [("dossier.open", dossier), ("idea.open_dossier", idea)]
    by = Person.objects.get()
    for action, row in acts:
        record(action, row, by=by, at=OPENED_AT)
    for model in ("idea", "ideasheet"):
        ContentType.objects.create(app_label="dossiers", model=model)
    return by


def idea_of(then: Any, minh: Any) -> Any:
    """As its table was: the idea names its dossier."""
    place = then.get_model("places", "Place").objects.create(
        code="15", level="province", kind="tỉnh", name="Lào Cai", valid_from=AT.date()
    )
    file = then.get_model("documents", "StoredFile").objects.create(
        name="y-tuong.xlsx", media_type="application/pdf", size=1, uploaded_at=AT, uploaded_by=minh
    )
    sheet = then.get_model("dossiers", "IdeaSheet").objects.create(
        file=file, row_count=1, faulty_count=0, uploaded_at=AT, uploaded_by=minh, saved_at=AT
    )
    return then.get_model("dossiers", "Idea").objects.create(
        name="Mứt dứa", proposer="Sùng A Páo", place=place, state="approved", sheet=sheet,
        created_at=AT, created_by=minh, updated_at=AT, submitted_at=AT,
        decided_at=AT, decided_by=minh, decided_level="commune", approved_at=AT,
    )  # fmt: skip


def dossier_then(then: Any, minh: Any) -> Any:
    """A dossier of then, for a product of somebody."""
    producer = then.get_model("producers", "Producer").objects.create(
        name="HTX Dứa", slug="htx-dua", created_at=AT
    )
    product = then.get_model("products", "Product").objects.create(
        name="Mứt dứa", slug="mut-dua", producer=producer, created_at=AT
    )
    place = then.get_model("places", "Place").objects.get()
    return then.get_model("dossiers", "Dossier").objects.create(
        product=product, commune=place, regulation_code="qd-26-2026", set_number=7,
        created_at=OPENED_AT, created_by=minh, updated_at=OPENED_AT,
    )  # fmt: skip


def test_the_history_asks_for_the_type_of_before_too(scene: Scene) -> None:
    idea = register(scene)
    Entry.objects.filter(object_type="ideas.idea").update(object_type="dossiers.idea")
    other = register(scene, "Trà dứa")
    acts.submit_idea(idea, by=scene.lan, at=scene.at)
    assert [(entry.object_type, entry.action) for entry in history(idea)] == [
        ("ideas.idea", "idea.submit"),
        ("dossiers.idea", "idea.register"),
    ]
    assert [entry.action for entry in history(other)] == ["idea.register"]
