"""Who gets a file: its owner alone, while everything on which its rows were chosen still holds."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django_tables2 import Table

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.exports.grounds import grounds_of
from ocop.foundation.exports.models import Export
from ocop.foundation.exports.reading import read_list
from ocop.foundation.exports.refusals import right_ended
from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui.lists import ListView


def refuse_have(person: Person, export: Export, at: datetime) -> Refusal | None:
    """Why this person may not have the file, or have it made, at this moment; None where they may."""
    if export.owner_id != person.pk or not person.is_active:
        return right_ended()
    if not set(export.grounds) <= set(grounds_of(who_is(person, at))):
        return right_ended()
    try:
        read_list(export.address, person=person, at=at, taker=_look)
    except Refused as refused:
        return refused.refusal
    return None


def _look(_view: ListView, _table: Table) -> HttpResponse:
    """The list is open to the person; nothing of it is read."""
    return HttpResponse(status=204)
