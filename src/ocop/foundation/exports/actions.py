"""Asking for the file of a long list, and removing what is over."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django_tables2 import Table

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents import storage
from ocop.foundation.exports.grounds import grounds_of
from ocop.foundation.exports.models import OPEN, Export
from ocop.foundation.exports.reading import clean_address, read_list
from ocop.foundation.exports.refusals import too_many
from ocop.foundation.exports.rules import KEPT, MOST_OPEN
from ocop.foundation.exports.selectors import open_count, same_export
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.lists import ListView, row_count

logger = logging.getLogger(__name__)


def ask_export(address: str, *, by: Person, at: datetime) -> Export:
    """Asks for the file of a list as its address filters it; a process beside makes it (`making.py`).

    The same list asked for twice is one export. Refused where the page of the list would refuse, for an
    address of no list, and to whoever has as many waiting as one may have.
    """
    address = clean_address(address)
    if found := same_export(by, address, at):
        return found
    if open_count(by, at) >= MOST_OPEN:
        raise Refused(too_many())
    _let_go(Export.objects.filter(OPEN, owner=by, address=address, asked_at__lte=at - KEPT))
    export = Export(owner=by, address=address, asked_at=at, grounds=grounds_of(who_is(by, at)))

    def describe(view: ListView, table: Table) -> HttpResponse:
        export.title, export.name, export.rows = str(view.heading)[:300], view.export_name, row_count(table)
        return HttpResponse(status=204)

    read_list(address, person=by, at=at, taker=describe)
    try:
        with transaction.atomic():
            export.save(force_insert=True)
    except IntegrityError:
        if found := same_export(by, address, at):  # the other click came first
            return found
        raise
    return export


def remove_over(*, at: datetime) -> int:
    """Removes what is past its day, files first: a row outlives its file, never the other way round.

    A file that the storage does not give up keeps its row for the next night.
    """
    return _let_go(Export.objects.over(at))


def _let_go(exports: QuerySet[Export]) -> int:
    gone = 0
    for export in exports:
        try:
            for number in range(1, export.tries + 1):
                storage.remove(export.key_of(number))
        except Exception:  # every storage has errors of its own
            logger.exception("the file of export %s stays", export.pk)
            continue
        export.delete()
        gone += 1
    return gone
