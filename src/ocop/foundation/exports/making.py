"""Making the files that were asked for: acts of the system, in a process beside the pages.

A worker claims an export for a try: the try is counted, and `worked_at` says that it lives. It notes how far
it is as it goes, and each note counts only while the try is its own. One that dies leaves the export to the
next worker; three that die end it.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import IO, Any

from django.db.models import F
from django.http import HttpResponse
from django_tables2 import Table

from ocop.foundation.documents import storage
from ocop.foundation.documents.engines.xlsx import write_workbook
from ocop.foundation.documents.exports import cells_of
from ocop.foundation.exports.models import OPEN, Export
from ocop.foundation.exports.permissions import refuse_have
from ocop.foundation.exports.reading import read_list
from ocop.foundation.exports.rules import Fault
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.ui.lists import ListView, row_count

logger = logging.getLogger(__name__)
Clock = Callable[[], datetime]
NOTED_EVERY = 1000
"""Rows between two notes of how far it is."""


class Overtaken(Exception):  # noqa: N818 - another worker has it
    """This try is no longer the last one: nothing that it does may count."""


def make_waiting(clock: Clock) -> int:
    """Makes every file that waits, the oldest first; says how many. Several workers may do so at once."""
    made = 0
    while (export := Export.objects.free(clock()).first()) is not None:
        if export.is_given_up:
            _fail(export, Fault.KILLED, clock())
        elif _claim(export, clock()):
            made += _make(export, clock)
    return made


def _claim(export: Export, at: datetime) -> bool:
    """Takes it for a try, unless another worker was faster."""
    free = Export.objects.free(at).order_by().filter(pk=export.pk, tries=export.tries)
    if not free.update(tries=F("tries") + 1, worked_at=at, done=0):
        return False
    export.refresh_from_db()
    return True


def _make(export: Export, clock: Clock) -> bool:
    """One try; whatever goes wrong with it, the others do not wait."""
    try:
        ensure(refuse_have(export.owner, export, clock()))
        with tempfile.TemporaryFile() as file:
            _write(export, file, clock)
            size = file.tell()
            file.seek(0)
            storage.put_file(export.key, file)
        _note(export, done=export.rows, worked_at=clock(), made_at=clock(), size=size)
    except Refused:
        _fail(export, Fault.RIGHT, clock())
    except Overtaken:
        storage.remove(export.key)
    except Exception:
        logger.exception("no file of export %s", export.pk)
        _fail(export, Fault.BROKEN, clock())
    else:
        return True
    return False


def _write(export: Export, file: IO[bytes], clock: Clock) -> None:
    def write(view: ListView, table: Table) -> HttpResponse:
        export.rows = row_count(table)
        _note(export, rows=export.rows, worked_at=clock())
        cells = cells_of(table)
        write_workbook(file, view.export_name, cells.header, _noted(export, cells.rows, clock))
        return HttpResponse(status=204)

    read_list(export.address, person=export.owner, at=clock(), taker=write)
    file.seek(0, 2)


def _noted(export: Export, rows: Iterable[Sequence[Any]], clock: Clock) -> Iterator[Sequence[Any]]:
    """The rows, and a note after every thousand."""
    for number, row in enumerate(rows, start=1):
        yield row
        if number % NOTED_EVERY == 0:
            _note(export, done=number, worked_at=clock())


def _note(export: Export, **what: Any) -> None:
    """Writes of a try what still counts; Overtaken where it is no longer the last."""
    if not Export.objects.filter(OPEN, pk=export.pk, tries=export.tries).update(**what):
        raise Overtaken


def _fail(export: Export, fault: Fault, at: datetime) -> None:
    """Ends it without a file, unless another worker has it by now."""
    Export.objects.filter(OPEN, pk=export.pk, tries=export.tries).update(failed_at=at, fault=fault)
