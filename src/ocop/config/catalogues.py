"""The message catalogues: extract, update, check, compile. Pure Python (Babel), so that no gettext is needed.

Texts are written in Vietnamese; every package has an English catalogue of its own in `locale/en`. Texts of
third-party packages are written in English and get their Vietnamese in `src/ocop/locale/vi`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE_DIR = Path(__file__).resolve().parents[1]
KEYWORDS = {
    "_": None,
    "__": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Gap:
    """A text without its translation, or with a faulty one."""

    catalogue: Path
    message: str
    fault: str  # missing, fuzzy, placeholder, unused, conflict


def packages() -> list[Path]:
    """Every package folder that may hold texts, in the order of the floors."""
    floors = ("foundation", "registers", "casework", "outlets")
    found = [
        p for floor in floors for p in sorted((PACKAGE_DIR / floor).iterdir()) if (p / "__init__.py").exists()
    ]
    return [PACKAGE_DIR / "config", *found]


def catalogue_path(package: Path, language: str = "en") -> Path:
    """Where the catalogue of a package lies."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


# a gettext call with its quoted arguments, as Django's templatize writes it
CALL = re.compile(r"""\b(?:n?p?gettext|_)\((?:[^()'"]|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\([^()]*\))*\)""")


def _python_source(path: Path) -> str:
    """The file as Python text: of a template only its gettext calls, each on the line where it stands."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return source
    lines = templatize(source, origin=str(path)).splitlines()
    return "\n".join(" ; ".join(CALL.findall(line)) for line in lines)


def texts(package: Path) -> Catalog:
    """Every translatable text of a package with the places where it stands."""
    catalogue = Catalog(locale="en", project="ocop", charset="utf-8", fuzzy=False)
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html"), *package.rglob("*.txt")]):
        relative = path.relative_to(package)
        if {"tests", "migrations", "locale", "node_modules"} & set(relative.parts):
            continue
        source = io.BytesIO(_python_source(path).encode())
        for line, message, _comments, context in extract("python", source, KEYWORDS):
            catalogue.add(message, locations=[(str(relative), line)], context=context)
    return catalogue


def update(package: Path) -> int:
    """Writes the package's English catalogue anew, keeping what is translated;
    returns how many texts lack English.
    """
    found = texts(package)
    path = catalogue_path(package)
    if not len(found):
        path.unlink(missing_ok=True)
        return 0
    if path.exists():
        with path.open("rb") as stream:
            known = read_po(stream, locale="en")
        for message in found:
            translated = known.get(message.id, message.context) if message.id else None
            if translated is not None:
                message.string = translated.string
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, found, width=120, omit_header=False, include_lineno=False, sort_output=True)
    return sum(1 for message in found if message.id and not _translated(message))


def _translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(strings) and all(strings)


def check() -> Iterator[Gap]:
    """Every text that is missing, fuzzy, unused, has other placeholders than its source, or differs
    elsewhere.

    Django reads all catalogues into one: the same text in two packages must have the same English, or a
    context.
    """
    said: dict[Any, object] = {}
    for package in packages():
        path = catalogue_path(package)
        found: dict[Any, Message] = {(m.id, m.context): m for m in texts(package) if m.id}
        known = _known(path)
        for key, message in found.items():
            translated = known.get(key)
            if translated is None or not _translated(translated):
                yield Gap(path, _first(message), "missing")
            elif translated.fuzzy:
                yield Gap(path, _first(message), "fuzzy")
            elif _placeholders(translated.id) != _placeholders(translated.string):
                yield Gap(path, _first(message), "placeholder")
            elif said.setdefault(key, _string(translated)) != _string(translated):
                yield Gap(path, _first(message), "conflict")
        for key, message in known.items():
            if key not in found:
                yield Gap(path, _first(message), "unused")


def _known(path: Path) -> dict[Any, Message]:
    """What a catalogue on disk holds, by text and context."""
    if not path.exists():
        return {}
    with path.open("rb") as stream:
        return {(m.id, m.context): m for m in read_po(stream, locale="en") if m.id}


def _string(message: Message) -> object:
    return tuple(message.string) if isinstance(message.string, list) else message.string


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _placeholders(text: object) -> set[str]:
    parts = text if isinstance(text, tuple | list) else (text,)
    return {match for part in parts for match in PLACEHOLDER.findall(str(part))}


def compile_all() -> int:
    """Compiles every catalogue that is newer than its compiled form; returns how many were compiled."""
    compiled = 0
    for path in sorted(PACKAGE_DIR.rglob("locale/*/LC_MESSAGES/django.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=path.parts[-3])
        with target.open("wb") as stream:
            write_mo(stream, catalogue)
        compiled += 1
    return compiled


if __name__ == "__main__":
    compile_all()
