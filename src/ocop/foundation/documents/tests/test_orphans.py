"""Bytes without a row and rows without bytes: found, named, and taken away only when that is said."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from ocop.foundation.documents import orphans, storage
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import AVIF_SIZES, ImageSize
from ocop.foundation.documents.tests import corpus
from ocop.foundation.exports.models import Export

LOST, YOUNG, FOREIGN = "originals/ab/" + "c" * 62, "originals/ab/" + "d" * 62, "cua-ai/a.txt"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def stored(keep: Callable[..., StoredFile]) -> StoredFile:
    """A photograph; beside it old bytes without a row, young ones, and somebody else's."""
    found = keep(corpus.picture(size=(60, 40)), "a.jpg")
    for key in (LOST, YOUNG, FOREIGN):
        storage.put(key, key.encode())
    for key in everything():
        if key != YOUNG:
            age(key)
    return found


def everything() -> set[str]:
    return set(orphans._walk(""))


def age(key: str, by: timedelta = 2 * DAY) -> None:
    moment = (timezone.now() - by).timestamp()
    os.utime(default_storage.path(key), (moment, moment))


def files(*words: str) -> list[str]:
    out = io.StringIO()
    call_command("files", "--orphans", *words, stdout=out)
    return out.getvalue().splitlines()


def test_old_bytes_without_a_row_are_named_and_stay(stored):
    before = everything()
    assert files() == [f"no row: {FOREIGN}", f"no row: {LOST}", "2 without a row, 0 removed, 0 without bytes"]
    assert everything() == before


def test_taken_away_is_only_what_is_ours_old_and_nobodys(stored):
    assert files("--remove") == [
        f"no row: {FOREIGN}",
        f"removed: {LOST}",
        "2 without a row, 1 removed, 0 without bytes",
    ]
    images = {storage.image_key(stored.sha256, size) for size in ImageSize}
    images |= {storage.image_key(stored.sha256, size, "avif") for size in AVIF_SIZES}
    assert everything() == {storage.original_key(stored.sha256), *images, YOUNG, FOREIGN}


def test_they_are_old_after_a_day(stored):
    at = timezone.now()
    age(YOUNG, DAY - timedelta(minutes=1))
    assert YOUNG not in orphans.orphans(at=at)
    age(YOUNG, DAY + timedelta(minutes=1))
    assert YOUNG in orphans.orphans(at=at)


def test_what_a_broken_off_write_left_beside_the_bytes_is_no_ones(stored):
    beside = default_storage.save(storage.original_key(stored.sha256), ContentFile(b"torn"))
    age(beside)
    said = files("--remove")
    assert (f"removed: {beside}" in said, said[-1]) == (True, "3 without a row, 2 removed, 0 without bytes")


def test_the_files_of_lists_are_spoken_of(stored, cast, at):
    facts = {
        "owner": cast.lan,
        "address": "/a/",
        "title": "a",
        "name": "a",
        "rows": 1,
        "asked_at": at,
        "worked_at": at,
    }
    export = Export.objects.create(tries=2, **facts)
    for number in (1, 2, 3):
        storage.put(export.key_of(number), b"x")
        age(export.key_of(number))
    assert files("--remove")[1] == f"removed: {export.key_of(3)}"
    assert {export.key_of(1), export.key_of(2)} <= everything()


def test_a_row_without_bytes_is_named_and_ends_with_a_fault(stored, capsys):
    default_storage.delete(storage.original_key(stored.sha256))
    with pytest.raises(CommandError, match="1 files have no bytes"):
        call_command("files", "--orphans")
    named = f"no bytes: {stored.pk} tests.evidence a.jpg {stored.sha256}"
    assert capsys.readouterr().out.splitlines()[-2:] == [named, "2 without a row, 0 removed, 1 without bytes"]


def test_bytes_of_which_a_row_speaks_meanwhile_stay(stored, keep):
    content = corpus.pdf(pages=4)
    key = storage.original_key(storage.hash_of(content))
    storage.put(key, content)
    age(key)
    at = timezone.now()
    assert key in orphans.orphans(at=at)
    keep(content, "a.pdf")
    assert (orphans.remove(key, at=at), storage.get(key)) == (False, content)


def test_bytes_handed_in_again_while_they_are_taken_away_are_put_back(stored, keep, monkeypatch):
    content = corpus.pdf(pages=5)
    key = storage.original_key(storage.hash_of(content))
    storage.put(key, content)
    age(key)
    take = storage.remove

    def meanwhile(gone: str) -> None:
        keep(content, "a.pdf")  # finds the bytes there
        take(gone)

    monkeypatch.setattr(storage, "remove", meanwhile)
    assert (orphans.remove(key, at=timezone.now()), storage.get(key)) == (False, content)


def test_a_storage_elsewhere_is_walked_alike(keep, monkeypatch, settings):
    elsewhere = InMemoryStorage()
    for module in (orphans, storage):
        monkeypatch.setattr(module, "default_storage", elsewhere)
    keep(corpus.pdf(), "a.pdf")
    storage.put(LOST, b"x")
    later = timezone.now() + 2 * DAY
    assert list(orphans.orphans(at=later)) == [LOST]
    assert (orphans.remove(LOST, at=later), list(orphans.orphans(at=later))) == (True, [])


def test_an_empty_storage_has_none(db):
    assert files() == ["0 without a row, 0 removed, 0 without bytes"]
