"""Whether the application does its work, one word for each part."""

from __future__ import annotations

import logging
import sqlite3
from collections import namedtuple
from collections.abc import Iterator
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import Storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import OperationalError
from django.utils import timezone

from ocop.foundation.documents import room
from ocop.foundation.notifications.models import Envelope
from ocop.outlets.api import condition

WELL = {
    "status": "ok",
    "database": "ok",
    "migrations": "ok",
    "files": "ok",
    "mail": "ok",
    "disk": "ok",
    "version": version("ocop"),
}
Usage = namedtuple("Usage", "total used free")
GIGABYTE = 1024**3


@pytest.fixture(autouse=True)
def _looked_at_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test looks for itself, at a disk with room."""
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _place: Usage(100, 20, 80 * GIGABYTE))
    condition.forget()
    yield
    condition.forget()


def asked(client: Any) -> tuple[int, dict[str, str]]:
    response = client.get("/healthz")
    return response.status_code, response.json()


def test_it_is_well(client, db):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, WELL)
    assert "no-cache" in response["Cache-Control"]


def refuse(*_statement: object) -> None:
    raise OperationalError("gone: password=secret")


def test_a_database_that_does_not_answer_is_down(client, db):
    with connection.execute_wrapper(refuse):
        status, body = asked(client)
    assert (status, body) == (
        503,
        WELL | {"status": "down", "database": "down", "migrations": "unknown", "mail": "unknown"},
    )


@pytest.mark.parametrize(
    ("code", "word", "status"), [(8, "read_only", 503), (5, "busy", 200), (14, "down", 503)]
)
def test_a_database_that_cannot_be_written_is_named(client, db, monkeypatch, code, word, status):
    def begin(*_statement: object) -> None:
        cause = sqlite3.OperationalError()
        cause.sqlite_errorcode = code
        raise OperationalError from cause

    monkeypatch.setattr(condition, "_is_read_only", begin)
    body = WELL | {"database": word, "status": "degraded" if status == 200 else "down"}
    if word == "down":
        body |= {"migrations": "unknown", "mail": "unknown"}
    assert asked(client) == (status, body)


def test_a_database_from_before_the_last_migration_is_down(client, db):
    last = MigrationRecorder.Migration.objects.filter(app="dossiers").order_by("-id").first()
    last.delete()
    assert asked(client) == (503, WELL | {"status": "down", "migrations": "missing"})


def test_a_folder_that_cannot_be_written_is_named_and_the_work_goes_on(client, db, settings, tmp_path: Path):
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "files").mkdir()
    assert asked(client) == (200, WELL)
    assert list((tmp_path / "files").iterdir()) == []
    condition.forget()
    (tmp_path / "files").rmdir()
    (tmp_path / "files").write_text("no folder")
    assert asked(client) == (200, WELL | {"status": "degraded", "files": "not_writable"})


def test_a_storage_elsewhere_is_not_written_to(client, db, monkeypatch):
    monkeypatch.setattr(room, "default_storage", Storage())  # as that of S3, it has no paths
    assert asked(client) == (200, WELL | {"files": "elsewhere"})


@pytest.mark.parametrize(
    ("waits", "ended", "word"),
    [
        (timedelta(minutes=59), "", "ok"),
        (timedelta(minutes=61), "", "late"),
        (timedelta(days=2), "sent_at", "ok"),
        (timedelta(days=2), "given_up_at", "ok"),
    ],
)
def test_a_mail_that_waits_too_long_is_named(client, db, waits, ended, word):
    at = timezone.now() - waits
    facts = {"created_at": at, "due_at": at} | ({ended: at} if ended else {})
    Envelope.objects.create(recipient="lan@example.org", subject="a", body="b", mail_id="c", **facts)
    assert asked(client) == (200, WELL | {"mail": word, "status": "ok" if word == "ok" else "degraded"})


@pytest.mark.parametrize(
    ("free", "word"), [(20 * GIGABYTE, "ok"), (20 * GIGABYTE - 1, "low"), (room.RESERVE - 1, "full")]
)
def test_a_disk_that_fills_up_is_named(client, db, monkeypatch, free, word):
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _place: Usage(100 * GIGABYTE, 0, free))
    assert asked(client) == (200, WELL | {"disk": word, "status": "ok" if word == "ok" else "degraded"})


def test_a_look_counts_for_ten_seconds(client, db, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(condition.time, "monotonic", lambda: now[0])
    with connection.execute_wrapper(refuse):
        assert asked(client)[0] == 503
    assert asked(client)[0] == 503
    now[0] += condition.EVERY
    assert asked(client) == (200, WELL)
    with connection.execute_wrapper(refuse):
        assert asked(client) == (200, WELL)


def test_nothing_else_is_said(client, db, caplog):
    with caplog.at_level(logging.WARNING), connection.execute_wrapper(refuse):
        _status, body = asked(client)
    assert set(body) == set(WELL)
    assert "secret" not in str(body)


@pytest.mark.parametrize("address", ["/healthz", "/api/v1/openapi.json"])
def test_no_sign_in_is_asked(client, db, address):
    assert client.get(address).status_code == 200
