"""`ocop register import FILE`, `ocop register undo IMPORT`: the register that exists, from a table."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.foundation.refusals import Refused
from ocop.foundation.tables.ground import ground_of_province
from ocop.foundation.tables.labels import LEFT, doubt_words, fault_words, refusal_of
from ocop.kernel.tables import REGISTER, TableRead, UnreadableError, open_book, read_table
from ocop.registers.programme.selectors import current
from ocop.registers.recognitions.acts import Looked, bring_in, look_at, undo_import
from ocop.registers.recognitions.models import RegisterImport
from ocop.registers.recognitions.permissions import refuse_no_programme
from ocop.registers.recognitions.rules import Outcome


class Command(BaseCommand):
    """One object of JSON. Ends with 1 where something was refused."""

    help = "Brings a table of products recognised before into the register, or takes such an import back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`import FILE` or `undo IMPORT`."""
        acts = parser.add_subparsers(dest="act", required=True)
        bring = acts.add_parser("import", help="brings a table in")
        bring.add_argument("file", metavar="FILE", type=Path)
        bring.add_argument("--mapping", type=Path, metavar="FILE", help="JSON file: field → heading")
        bring.add_argument("--sheet", default="", metavar="NAME")
        bring.add_argument("--dry-run", action="store_true", help="saves nothing")
        bring.add_argument("--partly", action="store_true", help="saves the right rows alone")
        undo = acts.add_parser("undo", help="takes an import back as long as nothing rests on it")
        undo.add_argument("number", metavar="IMPORT", type=int)

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        """Does it at this moment, as the operator at the machine."""
        told = self._undo(options["number"]) if act == "undo" else self._import(options)
        self.stdout.write(json.dumps(told, ensure_ascii=False))
        if told.get("refused"):
            sys.exit(1)

    def _undo(self, number: int) -> dict[str, Any]:
        made = RegisterImport.objects.filter(pk=number).first()
        if made is None:
            raise CommandError(f"There is no import {number}.")
        try:
            undo_import(made, by=None, at=timezone.now())
        except Refused as refused:
            refusal = refused.refusal
            return {"import": number, "undone": False,
                    "refused": [{"code": refusal.code, "text": str(refusal)}]}  # fmt: skip
        return {"import": number, "undone": True, "refused": []}

    def _import(self, options: dict[str, Any]) -> dict[str, Any]:
        programme, at = current(), timezone.now()
        if programme is None:
            raise CommandError(str(refuse_no_programme()))
        path, mapping = options["file"], options["mapping"]
        try:
            content = path.read_bytes()
            chosen = json.loads(mapping.read_text(encoding="utf-8")) if mapping else None
            book = open_book(content, path.name)
        except UnreadableError as error:
            raise CommandError(str(refusal_of(error))) from error
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        today = timezone.localdate(at)
        places = ground_of_province(programme.province, today)
        table = read_table(book, REGISTER, sheet=options["sheet"], mapping=chosen, places=places)
        table.sheet.rows.clear()  # the cells are read; what follows needs the room
        name, sha256 = path.name, hashlib.sha256(content).hexdigest()
        if not options["dry_run"]:
            try:
                brought = bring_in(
                    table, file_name=name, sha256=sha256, by=None, at=at, is_partly=options["partly"],
                    progress=self._progress,
                )  # fmt: skip
            except Refused as refused:
                if refused.refusal.code != "table_faulty":
                    raise CommandError(str(refused.refusal)) from refused
            else:
                return told_of(table, brought.looked, number=brought.made.pk)
        return told_of(table, look_at(table.good, today), is_partly=options["partly"])

    def _progress(self, done: int, whole: int) -> None:
        self.stderr.write(f"{done}/{whole}")


def told_of(
    table: TableRead, looked: Looked, *, number: int | None = None, is_partly: bool = False
) -> dict[str, Any]:
    """What came of a table, or would come of it. Where something is refused and not only the right rows are
    wanted, nothing is taken.
    """
    faults, heading = [*table.faults, *looked.faults], table.heading
    titles = {key: heading.titles[column] for key, column in heading.columns.items()} if heading else {}
    takes = number is not None or not faults or (is_partly and not table.table_faults)
    created, known = (len(looked.found.of(one)) if takes else 0 for one in (Outcome.CREATED, Outcome.KNOWN))
    return {
        "rows": len(table.rows), "taken": created + known, "created": created, "known": known,
        "left_out": [
            {"row": one.row or None, "why": str(LEFT[one.why]), "code": one.why.value,
             **({"sheet": one.sheet} if one.sheet else {})}
            for one in table.left_out
        ],
        "refused": [
            {"row": one.line or None, "column": titles.get(one.where, one.where or None),
             "code": one.code.value, "text": fault_words(one)}
            for one in sorted(faults, key=lambda one: one.line)
        ],
        "warnings": [
            {"row": one.row, "code": one.code.value, "text": doubt_words(one)}
            for one in sorted([*table.doubts, *looked.doubts], key=lambda one: one.row)
        ],
        "import": number,
    }  # fmt: skip
