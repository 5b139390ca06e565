"""A regulation's folder: its files, each read once, their fingerprint, and what of it is pinned."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ocop.kernel.canonical import sha256_hex
from ocop.kernel.law.model import Pins, Release
from ocop.kernel.law.record import Record, RegulationError

IDENTITY = "regulation.json"
RELEASE = "release.json"
# left out of a folder, each of these means "nothing of that kind"
OPTIONAL = (
    "rules.json",
    "criteria.json",
    "classification.json",
    "evidence.json",
    "procedure.json",
    "anomalies.json",
)
_HASH = re.compile(r"[0-9a-f]{64}")


class Folder:
    """The files of a regulation. What is loaded and what is fingerprinted is one reading of each file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: dict[str, object] = {}

    def open(self, name: str) -> Record:
        """A file of the folder by its name, `sets/01.json` too; an empty one where it may be left out."""
        place = f"{self.path.name}/{name}"
        if name in OPTIONAL and not (self.path / name).exists():
            return Record({}, place)
        return Record(self._content(name), place)

    def sets(self) -> Iterator[tuple[str, Record]]:
        """The product sets in the order of their files, with the names of these."""
        for name in self._set_names():
            yield name.removeprefix("sets/"), self.open(name)

    def refuse_unknown_files(self) -> None:
        """RegulationError where a file lies in the folder that nobody reads."""
        known = {IDENTITY, RELEASE, "sets", *OPTIONAL}
        unknown = sorted(
            path.name
            for path in self.path.iterdir()
            if path.name not in known and not path.name.startswith(".")
        )
        if unknown:
            raise RegulationError(self.path.name, "", f"unknown file {', '.join(unknown)}")

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file's canonical JSON, by its name; the release file is none of them."""
        present = [name for name in (IDENTITY, *OPTIONAL) if (self.path / name).exists()]
        found = {}
        for name in sorted([*present, *self._set_names()]):
            try:
                found[name] = sha256_hex(self._content(name))
            except (TypeError, ValueError) as error:
                raise RegulationError(f"{self.path.name}/{name}", "", str(error)) from None
        return found

    def pins(self) -> Pins | None:
        """What its release file pins; None where there is none."""
        if not (self.path / RELEASE).exists():
            return None
        record = self.open(RELEASE)
        releases = tuple(_read_release(item) for item in record.records("releases"))
        if not releases:
            raise record.fail("at least one release is needed", "releases")
        files = record.record("files")
        pins = Pins(releases, {name: _hash(files, name) for name in files})
        files.close()
        record.close()
        return pins

    def _set_names(self) -> list[str]:
        return [f"sets/{path.name}" for path in sorted((self.path / "sets").glob("*.json"))]

    def _content(self, name: str) -> object:
        if name not in self._read:
            self._read[name] = _parsed(self.path / name, f"{self.path.name}/{name}")
        return self._read[name]


def fingerprint(hashes: dict[str, str]) -> str:
    """The one hash of a regulation: of the canonical JSON that gives each of its files its hash."""
    return sha256_hex(hashes)


def _read_release(record: Record) -> Release:
    release = Release(record.day("on"), _hash(record, "fingerprint"), record.find("note", str) or "")
    record.close()
    return release


def _hash(record: Record, key: str) -> str:
    text = record.get(key, str)
    if not _HASH.fullmatch(text):
        raise record.fail(f"expected 64 hexadecimal digits in lower case, found {text!r}", key)
    return text


def _parsed(path: Path, place: str) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
    except (json.JSONDecodeError, UnicodeDecodeError, _WrittenTwiceError) as error:
        raise RegulationError(place, "", str(error)) from None


class _WrittenTwiceError(Exception):
    """A key that stands twice in one object: JSON would keep the last one silently."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _WrittenTwiceError(
            f"written twice: {', '.join(sorted({key for key in keys if keys.count(key) > 1}))}"
        )
    return values
