"""What somebody does to the database with SQL, behind the back of the acts, `ocop verify_all` names.

Every official column of every kind of rows of the demonstration is changed, a row of each kind taken away and
one put in; besides, what reaches over tables: the record itself, its guards, files, stars in each place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DataError, IntegrityError, connection, models, transaction

from ocop.casework.dossiers.models import Submission
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.rules.content import sheet_hash
from ocop.config.invariants import INVARIANTS, first_fault
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry, Head
from ocop.foundation.audit.rules import mark
from ocop.foundation.audit.standing import Said, changed_of, said_of_rows, states_unmoved
from ocop.foundation.audit.vouching import columns_of, is_made_by_acts, key_of
from ocop.foundation.documents import storage
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.search.invariants import word_faults
from ocop.kernel.canonical import sha256_hex
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product, Recognition

REFUSED = (IntegrityError, DataError)
OFFICIAL = [model for model in apps.get_models() if columns_of(model)]
EMPTY = {
    "regulations.wordingsource", "programme.planpaper", "programme.anomalydecision",
    "programme.boundarydecision", "programme.yearofdaysoff", "programme.taskpaper", "ideas.ideasheet",
    "dossiers.formeranswers", "review.ruling", "certificates.correction", "support.activitypaper",
    "support.material", "communication.newspicture", "communication.presspaper",
    "communication.recording", "renewals.callletter",
    "renewals.called", "recognitions.registerimport", "recognitions.entered",
    "recognitions.correction", "recognitions.scan", "fieldwork.visitphoto", "fieldwork.furtherreport",
    "inspections.inspectionplan", "inspections.planline", "inspections.findingphoto", "certificates.redo",
    "samples.choice", "samples.retest", "advisory.team", "advisory.teamseat", "advisory.interest",
    "advisory.report", "advisory.teamsheet", "objections.objection", "objections.objectionfile",
    "review.vote", "paperwork.meetingpaper", "paperwork.handover", "room.latesheet", "room.meetingpin",
    "paperwork.papersheet", "paperwork.paperentry", "room.packload",
}  # fmt: skip
"""Kinds of which the demonstration has no row."""
UNIQUE = {
    "review.attendance.seat", "review.declaration.item", "communication.newsversion.page",
    "samples.testreport.sample", "fieldwork.inspector.visit",
}  # fmt: skip
"""Columns whose change a constraint refuses even to SQL."""


@pytest.fixture(scope="module")
def said(stage) -> Said:
    """What the record says of rows, read once for all edits of rows."""
    return said_of_rows()


@pytest.fixture
def edited(db) -> Iterator[None]:
    """Constraints are lifted as far as the database lets that happen."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def other(field: models.Field, value: Any) -> Any:
    """Another value of this column, which no other row has where that matters."""
    if isinstance(field, models.ForeignKey):
        rows = field.related_model._base_manager.exclude(pk=value)  # type: ignore[union-attr]
        taken = field.model._base_manager.values_list(field.attname) if field.unique else []
        return rows.exclude(pk__in=taken).order_by("-pk").values_list("pk", flat=True).first() or 10**9
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.JSONField):
        return {"trước": value}
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateField):
        later = timedelta(days=1) if not isinstance(field, models.DateTimeField) else timedelta(seconds=1)
        return (value or _some(field)) + later
    if isinstance(field, models.TimeField):
        return value.replace(second=(value.second + 1) % 60)
    if isinstance(field, models.DecimalField):
        return (value or 0) + Decimal(1).scaleb(-field.decimal_places)
    if isinstance(field, models.IntegerField):
        return 10**4 + (value or 0) if isinstance(field, models.BigIntegerField) else (value or 0) + 1
    text = value or ""
    last = "y" if text.endswith("x") else "x"
    return text[:-1] + last if field.max_length and len(text) >= field.max_length else text + last


def _some(field: models.Field) -> date | datetime:
    moment = datetime(2026, 1, 1, tzinfo=connection.timezone)
    return moment if isinstance(field, models.DateTimeField) else moment.date()


def _row(model: type[models.Model], said: Said) -> models.Model:
    """The row of which acts said most."""
    marks = {key: known for key, known in said.by_model[model].rows.items() if known}
    key = max(marks, key=lambda one: (sum(value is not None for value in marks[one].values()), len(one), one))
    return model._base_manager.get(pk=key)


def _kinds() -> Iterator[type[models.Model]]:
    for model in OFFICIAL:
        if model._base_manager.exists():
            yield model


def test_the_kinds_without_a_row_are_known(stage, db):
    assert {key_of(model) for model in OFFICIAL if not model._base_manager.exists()} == EMPTY


def test_every_official_column(said, edited):
    """Changed in one row of each kind: the row and the column are named, and nothing else."""
    named, refused = 0, set()
    for model in _kinds():
        row = _row(model, said)
        for name, (attribute, _spell) in columns_of(model).items():
            field: Any = model._meta.get_field(name)
            if field.primary_key:
                continue
            change = {attribute: other(field, getattr(row, attribute))}
            try:
                with transaction.atomic():
                    model._base_manager.filter(pk=row.pk).update(**change)
                    assert list(changed_of(model, said)) == [f"{key_of(model)} {row.pk}: {name}"]
                    transaction.set_rollback(True)
                named += 1
            except REFUSED:
                refused.add(f"{key_of(model)}.{name}")
    if connection.vendor == "sqlite":
        assert (named > 600, refused) == (True, UNIQUE)
    else:  # PostgreSQL refuses more: its constraints cannot be lifted
        assert named > 550


def test_a_row_of_each_kind_taken_away(said, edited):
    for model in _kinds():
        row = _row(model, said)
        with transaction.atomic():
            model._base_manager.filter(pk=row.pk)._raw_delete("default")
            assert list(changed_of(model, said)) == [f"{key_of(model)} {row.pk}: gone"]
            transaction.set_rollback(True)


def test_a_row_of_each_kind_put_in(said, edited):
    """A copy of a row that is there, under another key."""
    without, refused = set(), set()
    for model in _kinds():
        try:
            with transaction.atomic():
                row = _copied(_row(model, said))
                found = list(changed_of(model, said))
                transaction.set_rollback(True)
        except REFUSED:
            refused.add(key_of(model))
            continue
        if is_made_by_acts(model):
            assert found == [f"{key_of(model)} {row.pk}: no act made it"]
        else:
            without.add(key_of(model))
    assert without == {"accounts.person", "documents.storedfile", "dossiers.intakecheck", "review.scoresheet"}
    if connection.vendor == "sqlite":  # once a day at a course; one report of a sample
        assert refused == {"support.attendance", "samples.testreport", "samples.testresult"}


def _copied(row: models.Model) -> models.Model:
    model = type(row)
    tied = {name for one in model._meta.constraints for name in getattr(one, "fields", ())}
    for field in model._meta.concrete_fields:
        if field.primary_key:
            setattr(row, field.attname, uuid4() if isinstance(field, models.UUIDField) else 10**7)
        elif field.unique or field.name in tied or isinstance(field, models.EmailField):
            setattr(row, field.attname, other(field, getattr(row, field.attname)))
    model._base_manager.bulk_create([row])
    return row


def _change(label: str, **change: Any) -> Callable[[], object]:
    """Changes columns of one row; those given with `where_` say of which."""
    where = {
        name.removeprefix("where_"): value for name, value in change.items() if name.startswith("where_")
    }
    to = {name: value for name, value in change.items() if not name.startswith("where_")}

    def edit() -> None:
        manager = apps.get_model(label)._base_manager
        row = manager.filter(**where).order_by("-pk").first()
        assert row is not None
        assert manager.filter(pk=row.pk).update(**to) == 1

    return edit


def _within(label: str, column: str, *path: str, to: Any, **where: Any) -> Callable[[], object]:
    """Changes something inside a column of JSON."""

    def edit() -> None:
        manager = apps.get_model(label)._base_manager
        row = manager.filter(**where).exclude(**{column: None}).order_by("-pk").first()
        assert row is not None
        content = part = getattr(row, column)
        for key in path[:-1]:
            part = part[key]
        part[path[-1] if path else next(iter(part))] = to
        manager.filter(pk=row.pk).update(**{column: content})

    return edit


def _drop(label: str, **where: Any) -> Callable[[], object]:
    """Takes a row away."""

    def edit() -> None:
        manager = apps.get_model(label)._base_manager
        row = manager.filter(**where).order_by("-pk").first()
        assert row is not None
        manager.filter(pk=row.pk)._raw_delete("default")

    return edit


def _sql(*statements: str) -> Callable[[], object]:
    def edit() -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    return edit


def _cut(number: int | None, *, head: bool) -> Callable[[], object]:
    """The last acts are taken out of the record (None: all but the first), and the head is put back to what
    is left.
    """

    def edit() -> None:
        left = Entry.objects.order_by("sequence" if number is None else "-sequence")[number or 0]
        Entry.objects.filter(sequence__gt=left.sequence).delete()
        if head:
            Head.objects.update(sequence=left.sequence, hash=left.hash)

    return edit


def _swap() -> None:
    """Two acts in the other order."""
    one, two = Entry.objects.filter(sequence__in=[100, 101]).order_by("sequence")
    Entry.objects.filter(pk=one.pk).update(sequence=10**6)
    Entry.objects.filter(pk=two.pk).update(sequence=100)
    Entry.objects.filter(pk=one.pk).update(sequence=101)


def _add() -> None:
    """An act that nobody did, at the end."""
    last = Entry.objects.latest("sequence")
    last.pk, last.sequence, last.previous_hash, last.hash = None, last.sequence + 1, last.hash, "f" * 64
    Entry.objects.bulk_create([last])


def _forge() -> None:
    """Another name of a product, and its mark in the entry put right: the entry has another hash now."""
    for entry in Entry.objects.exclude(vouched=None).order_by("-sequence"):
        for pk, marks in entry.vouched.get("products.product", {}).items():
            if marks and marks.get("name"):
                apps.get_model("products.product")._base_manager.filter(pk=pk).update(name="Khác")
                marks["name"] = mark("products.product", pk, "name", "Khác")
                Entry.objects.filter(pk=entry.pk).update(vouched=entry.vouched)
                return


def _bytes(edit: Callable[[bytes], bytes | None]) -> None:
    """Of the file that came first; `test_each_edit` brings it back."""
    key = storage.original_key(StoredFile.objects.order_by("uploaded_at", "pk")[0].sha256)
    content = edit(default_storage.open(key).read())
    default_storage.delete(key)
    if content is not None:
        default_storage.save(key, ContentFile(content))


def _resealed() -> None:
    """Other content and the hash that it has: only the record knows better."""
    sheet = ScoreSheet.objects.filter(state="sealed").order_by("pk")[0]
    content = {**(sheet.content or {}), "general_comment": "khác"}
    ScoreSheet.objects.filter(pk=sheet.pk).update(content=content, sha256=sheet_hash(content))


def _handed_in() -> None:
    submission = Submission.objects.order_by("pk")[0]
    content = {**submission.content, "format": 9}
    Submission.objects.filter(pk=submission.pk).update(content=content, content_hash=sha256_hex(content))


def _other_product(label: str, **where: Any) -> None:
    manager = apps.get_model(label)._base_manager.filter(**where)
    row: Any = manager.order_by("pk").first()
    product = Product.objects.exclude(pk=row.product_id).order_by("pk").values_list("pk", flat=True)[0]
    manager.filter(pk=row.pk).update(product_id=product)


def _other_producer() -> None:
    product: Any = Product.objects.filter(certificates__isnull=False).order_by("pk").first()
    other_one = Producer.objects.exclude(pk=product.producer_id).order_by("pk")[0]
    Product.objects.filter(pk=product.pk).update(producer=other_one)


def _other_file(label: str, column: str = "file") -> None:
    manager = apps.get_model(label)._base_manager.exclude(**{column: None})
    row: Any = manager.order_by("pk").first()
    others = StoredFile.objects.exclude(sha256=getattr(row, column).sha256)
    manager.filter(pk=row.pk).update(**{column: others.order_by("pk")[0]})


def _recognised(**facts: Any) -> None:
    """A product that gives itself five stars."""
    product = Product.objects.order_by("pk")[0]
    facts |= {"stars": 5, "year": 2026, "date_precision": "day", "status_code": "recognised"}
    Recognition.objects.bulk_create([Recognition(product=product, **facts)])


RECORD, ROWS, STATES = "record of acts", "rows as acts left them", "states as moves left them"
EDITS: list[tuple[str, Callable[[], object], str]] = [
    # the record
    ("the last act", _cut(1, head=False), RECORD),
    ("the last hundred acts", _cut(100, head=False), RECORD),
    ("the last hundred acts, head too", _cut(100, head=True), ROWS),
    ("all acts but one, head too", _cut(None, head=True), STATES),
    ("an emptied record", _sql("DELETE FROM audit_entry"), RECORD),
    ("an emptied record, head too", _sql("DELETE FROM audit_entry", "DELETE FROM audit_head"), ROWS),
    ("the head gone", _sql("DELETE FROM audit_head"), RECORD),
    ("the head back by one", _sql("UPDATE audit_head SET sequence = sequence - 1"), RECORD),
    ("the head another", _sql("UPDATE audit_head SET hash = previous_hash FROM audit_entry e "
     "WHERE e.sequence = audit_head.sequence"), RECORD),
    ("an act in the middle", _sql("DELETE FROM audit_entry WHERE sequence = 500"), RECORD),
    ("two acts in the other order", _swap, RECORD),
    ("an act more", _add, RECORD),
    ("another reason", _sql("UPDATE audit_entry SET reason = 'x' WHERE sequence = 100"), RECORD),
    ("another person", _sql("UPDATE audit_entry SET by_name = 'x' WHERE sequence = 100"), RECORD),
    ("another moment", _change("audit.entry", where_sequence=9, at=datetime(2022, 1, 1, tzinfo=UTC)), RECORD),
    ("another act", _change("audit.entry", where_sequence=9, action="x"), RECORD),
    ("about another row", _change("audit.entry", where_sequence=9, object_id="0"), RECORD),
    ("to another state", _change("audit.entry", where_sequence=9, to_state="x"), RECORD),
    ("with other data", _change("audit.entry", where_sequence=9, data={}), RECORD),
    ("without what it vouches for", _change("audit.entry", where_sequence=9, vouched=None), RECORD),
    ("a mark put right by hand", _forge, RECORD),
    # files
    ("bytes of a file flipped", lambda: _bytes(lambda known: known[:-1] + bytes([known[-1] ^ 1])), "files"),
    ("bytes of a file cut", lambda: _bytes(lambda known: known[:100]), "files"),
    ("bytes of a file gone", lambda: _bytes(lambda known: None), "files"),
    ("a file of another size", _change("documents.storedfile", size=1), "files"),
    ("a file with another hash", _change("documents.storedfile", sha256="0" * 64), "files"),
    # stars in each place where they stand
    ("stars of the result", _change("review.agendaitem", where_stars=3, stars=4), "totals"),
    ("points of the result", _change("review.agendaitem", where_stars=3, total="89.99"), "totals"),
    ("stars that the council proposes", _change("review.agendaitem", where_recommended_stars=3,
     where_decision_items__decision__state="signed", recommended_stars=4), "decisions"),
    ("stars of the decision", _change("certificates.decisionitem", where_decision__state="signed",
     where_stars=3, stars=4), "decisions"),
    ("points of the decision", _change("certificates.decisionitem", where_decision__state="signed",
     total="99.00"), "decisions"),
    ("stars of the certificate", _change("certificates.certificate", where_stars=3, stars=4), "certificates"),
    ("stars of the register", _change("products.recognition", where_certificate__isnull=False,
     where_stars=3, stars=4), "certificates"),
    ("stars of an old recognition", _change("products.recognition", where_certificate__isnull=True,
     where_stars=3, stars=5), "recognitions"),
    ("stars of the lists", _change("products.listing", where_stars=3, stars=4), "listings of products"),
    ("stars that plans count", _change("products.reckoning", where_stars=3, stars=4), "what plans count"),
    ("stars of the check page", _within("certificates.lookup", "facts", "stars", to=5),
     "what the check page says"),
    ("stars of the notice", _within("certificates.resultnotice", "content", to="x"), ROWS),
    ("stars of the minutes", _within("review.meeting", "minutes_content", to="x", state="closed"), ROWS),
    ("a choice on a sealed sheet", _within("review.scoresheet", "choices", to=9, state="sealed"),
     "sealed sheets"),
    ("a choice in a sealed sheet", _within("review.scoresheet", "content", "choices", "1.1", to=9,
     state="sealed"), "sealed sheets"),
    ("a sealed sheet with its hash", _resealed, "sealed sheets"),
    ("an answer of a dossier", _change("dossiers.answer", where_dossier__state="concluded", choice=9),
     "dossiers as handed in"),
    ("a paper cited elsewhere", _drop("dossiers.citation", dossier__state="concluded"),
     "dossiers as handed in"),
    ("a plan in a dossier", _change("dossiers.dossier", where_state="concluded", production_plan="x"),
     "dossiers as handed in"),
    ("what was handed in", _within("dossiers.submission", "content", to="x"), "submissions"),
    ("what was handed in, with its hash", _handed_in, "submissions"),
    ("a handing-in gone", _drop("dossiers.submission", dossier__state="concluded"), "dossiers as handed in"),
    # decision, certificate and register beside each other
    ("number of the decision", _change("certificates.decision", where_state="signed", number="9/QĐ"),
     "decisions"),
    ("day of the decision", _change("certificates.decision", where_state="signed",
     signed_on=date(2026, 1, 1)), "decisions"),
    ("signer of the decision", _change("certificates.decision", where_state="signed", signer_name="x"),
     "decisions"),
    ("kind of the decision", _change("certificates.decision", where_state="signed",
     where_kind="recognition", kind="approval_of_result"), "certificates"),
    ("product of the decision", lambda: _other_product("certificates.decisionitem"), "decisions"),
    ("holder: product of the certificate", lambda: _other_product("certificates.certificate"),
     "certificates"),
    ("holder: producer of the product", _other_producer, "listings of products"),
    ("product of the register", lambda: _other_product("products.recognition", certificate__isnull=False),
     "certificates"),
    ("number of the register", _change("products.recognition", where_certificate__isnull=False, number="x"),
     "certificates"),
    ("authority of the register", _change("products.recognition", where_certificate__isnull=False,
     authority="x"), "certificates"),
    ("day of the register", _change("products.recognition", where_certificate__isnull=False,
     decided_on=date(2026, 1, 1)), "certificates"),
    ("first day of the certificate", _change("certificates.certificate", valid_from=date(2026, 1, 1)),
     "certificates"),
    ("last day of the certificate", _change("certificates.certificate", expires_on=date(2039, 1, 1)),
     "certificates"),
    ("last day of the register", _change("products.recognition", where_certificate__isnull=False,
     expires_on=date(2039, 1, 1)), "certificates"),
    ("code of the certificate", _change("certificates.certificate", code="0" * 16), "certificates"),
    ("code of the product", _change("certificates.certificate", where_replaces=None,
     product_code="15-02839-99-2026"),
     "product codes"),
    ("a certificate gone", _drop("certificates.certificate"), "decisions"),
    ("a recognition without an act", _recognised, "recognitions"),
    ("a recognition with an invented certificate", lambda: _recognised(certificate_code="0" * 16),
     "recognitions with a certificate"),
    ("the year of a recognition", _change("products.recognition", year=2019), "recognitions"),
    ("a photograph that is another file", lambda: _other_file("products.photo"), "photographs"),
    ("evidence that is another file", lambda: _other_file("dossiers.evidence"), "evidence"),
    ("minutes that are another file", lambda: _other_file("review.meeting", "minutes"),
     "minutes and their corrections"),
    # declarations and rules after use
    ("a conflict denied", _change("review.declaration", where_has_conflict=True, has_conflict=False),
     "declarations"),
    ("a conflict invented", _change("review.declaration", where_has_conflict=False, has_conflict=True),
     "declarations"),
    ("a declaration gone", _drop("review.declaration"), "declarations"),
    ("a quorum", _change("review.workingrules", quorum_least=1), ROWS),
    ("rounding", _change("review.workingrules", decimals=0), ROWS),
    ("a seat of another person", _change("review.seat", person_id=1), ROWS),
    ("a presence", _change("review.attendance", where_is_present=True, is_present=False), ROWS),
    ("a resolution", _drop("review.resolution"), ROWS),
    # what has been derived
    ("a line of the lists", _change("products.listing", name="x"), "listings of products"),
    ("a line of the lists gone", _drop("products.listing"), "listings of products"),
    ("a count gone", _drop("products.reckoning"), "what plans count"),
    ("a line of the check page gone", _drop("certificates.lookup"), "what the check page says"),
    ("a ground gone", _drop("places.ground"), "grounds of places"),
    ("a dossier in its state since another day", _change("dossiers.dossier", where_state="concluded",
     state_at=datetime(2022, 1, 1, tzinfo=UTC)), "since when dossiers stand"),
    ("a dossier without its last day", _change("dossiers.dossier", where_state="received",
     commune_due_on=None), "due dates"),
    ("a registration number", _change("dossiers.dossier", where_registration_no="1/PĐK-15-02839-2026",
     registration_no=""), "registration numbers"),
    ("an idea without its dossier", _change("dossiers.dossier", where_idea__isnull=False, idea=None),
     "ideas with a dossier"),
]  # fmt: skip
"""What was edited by hand, the edit, and one invariant that names it; most are named by several."""

WORDS = [model for model in apps.get_models() if hasattr(model, "found_by")]
MOVED = [model for model in OFFICIAL if hasattr(model, "workflow")]


@contextmanager
def _taken_back() -> Iterator[None]:
    """An edit that a constraint of PostgreSQL refuses needs no invariant."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    except REFUSED as refused:
        if connection.vendor == "sqlite":
            raise
        pytest.skip(f"refused: {refused}")


@pytest.fixture
def files(stage) -> Iterator[None]:
    """The bytes that were there are there again."""
    key = storage.original_key(StoredFile.objects.order_by("uploaded_at", "pk")[0].sha256)
    content = storage.get(key)
    yield
    if default_storage.exists(key):
        default_storage.delete(key)
    storage.put(key, content)


@cache
def _fault_of_nobody(name: str) -> str | None:
    """What an invariant finds before anything is edited, asked once: every edit is taken back."""
    (asked,) = [one for one in INVARIANTS if one.name == name]
    return first_fault(asked)


@pytest.mark.parametrize(("edit", "name"), [pytest.param(edit, name, id=what) for what, edit, name in EDITS])
def test_each_edit(province, edited, files, edit, name):
    (asked,) = [one for one in INVARIANTS if one.name == name]
    assert _fault_of_nobody(name) is None
    with _taken_back():
        edit()
        assert first_fault(asked) is not None


@pytest.mark.parametrize("model", MOVED, ids=key_of)
def test_another_state(province, edited, model):
    """Of a row of each kind that has states."""
    row: Any = model._base_manager.order_by("pk").first()
    if row is None:
        assert key_of(model) in EMPTY
        return
    others = [state for state in model.workflow.states if state != row.state]
    with _taken_back():
        model._base_manager.filter(pk=row.pk).update(state=others[-1])
        assert list(states_unmoved()) == [f"{key_of(model)} {row.pk}: {others[-1]}"]


@pytest.mark.parametrize("model", WORDS, ids=key_of)
def test_words_that_a_row_is_searched_by(province, model):
    row: Any = model._base_manager.order_by("pk").exclude(**{model.found_by[0]: ""}).first()
    if row is None:
        assert key_of(model) in EMPTY
        return
    model._base_manager.filter(pk=row.pk).update(search_text="khac")
    assert f"{key_of(model)} {row.pk}: not found by its own words" in list(word_faults())


@pytest.mark.parametrize("table", guards.protected())
def test_a_guard_taken_away(province, table):
    guards.install(connection)
    assert list(guards.missing(connection)) == []
    guards.remove(connection, (table,))
    assert list(guards.missing(connection)) == [table]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="another guard of the same name")
def test_a_guard_that_guards_nothing(province):
    guards.install(connection)
    name = f"audit_entry_{guards.NAME}_UPDATE"
    _sql(f"DROP TRIGGER {name}", f"CREATE TRIGGER {name} AFTER UPDATE ON audit_entry BEGIN SELECT 1; END")()
    assert list(guards.missing(connection)) == ["audit_entry"]
