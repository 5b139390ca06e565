"""`check_tables`: what a reader would do with a table, without saving anything."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.foundation.places.gazetteer import of_register
from ocop.foundation.tables.ground import Ground
from ocop.foundation.tables.labels import LEFT, doubt_words, fault_words, refusal_of
from ocop.kernel.tables import KINDS, Kind, TableRead, UnreadableError, open_book, read_table

PROVINCE = "15"


class Command(BaseCommand):
    """One line of JSON for each file. Needs no database: places are those of the tables that come with us."""

    help = "Says for each file what the reader of this kind of table would take, leave out and refuse."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which kind, which files; which sheet; the province whose communes are known."""
        parser.add_argument("--kind", required=True, choices=sorted(KINDS))
        parser.add_argument("--sheet", default="")
        parser.add_argument("--mapping", help="JSON file: field → heading")
        parser.add_argument("--province", default=PROVINCE)
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads every file; none stops the others."""
        gazetteer = of_register(options["province"], timezone.localdate())
        places = Ground(gazetteer, {key: unit for key, unit in gazetteer.units.items() if unit.stands})
        mapping = (
            json.loads(Path(options["mapping"]).read_text(encoding="utf-8")) if options["mapping"] else None
        )
        for name in options["files"]:
            told = self._told(name, KINDS[options["kind"]], places, options["sheet"], mapping)
            self.stdout.write(json.dumps(told, ensure_ascii=False))

    def _told(
        self, name: str, kind: Kind, places: Ground, sheet: str, mapping: dict[str, str] | None
    ) -> dict[str, Any]:
        try:
            book = open_book(Path(name).read_bytes(), name)
        except OSError as error:
            return _nothing(name, "file_missing", str(error))
        except UnreadableError as error:
            return _nothing(name, error.problem.value, str(refusal_of(error)))
        return told_of(name, read_table(book, kind, sheet=sheet, mapping=mapping, places=places))


def _nothing(name: str, code: str, text: str) -> dict[str, Any]:
    error = {"row": None, "column": None, "code": code, "text": text}
    return {
        "file": name,
        "sheet": None,
        "header_row": None,
        "columns": {},
        "rows": 0,
        "left_out": [],
        "encoding": None,
        "errors": [error],
    }


def told_of(name: str, found: TableRead) -> dict[str, Any]:
    """A table as the command tells it. `rows` counts what would be taken."""
    heading = found.heading
    columns = {key: heading.titles[column] for key, column in heading.columns.items()} if heading else {}
    errors = [
        {
            "row": fault.line or None,
            "column": columns.get(fault.where, fault.where or None),
            "code": fault.code.value,
            "text": fault_words(fault),
        }
        for fault in found.faults
    ]
    return {
        "file": name,
        "sheet": found.sheet.name,
        "header_row": heading.first if heading else None,
        "columns": columns,
        "rows": len(found.good),
        "left_out": [
            {
                "row": one.row or None,
                "why": str(LEFT[one.why]),
                "code": one.why.value,
                **({"sheet": one.sheet} if one.sheet else {}),
            }
            for one in found.left_out
        ],
        "encoding": found.encoding,
        "errors": errors,
        "warnings": [
            {"row": one.row, "code": one.code.value, "text": doubt_words(one)} for one in found.doubts
        ],
        "unknown_columns": found.unknown,
        "hidden_columns": found.hidden_titles,
        "sheets": [one.name for one in found.sheets if one.is_visible],
    }
