"""Wanting a paper, in the transaction of the act and with nothing typeset; trying again what failed."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db.models import Model, QuerySet
from django.utils.translation import override

from ocop.foundation.audit.actions import add_to, record
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.documents.engines import pdf
from ocop.foundation.printing.makers import every_maker, maker_of
from ocop.foundation.printing.models import Printout
from ocop.kernel.canonical import sha256_hex

logger = logging.getLogger(__name__)
_ANEW = [
    "label", "name", "data", "sha256", "moment", "by", "wanted_at", "due_at", "tries", "fault",
    "given_up_at", "made_at", "file",
]  # fmt: skip


def want(thing: Model, *, at: datetime, entry: Entry | None = None) -> str:
    """Freezes what the paper of a thing says, and wants it made; gives the hash of what it says.

    The act's entry gets the hash too. Called again, when what the paper says has changed, it is made anew.
    State papers are Vietnamese, whoever acts.
    """
    with override("vi"):
        content = maker_of(thing._meta.label_lower).content(thing)
        data = pdf.plain(content.data)
    printed = sha256_hex(data)
    if entry is not None:
        add_to(entry, printed=printed)
    row = Printout(
        kind=thing._meta.label_lower,
        thing_id=thing.pk,
        label=str(thing)[:300],
        name=content.name,
        data=data,
        sha256=printed,
        moment=content.moment,
        by=content.by,
        wanted_at=at,
        due_at=at,
    )
    Printout.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["kind", "thing_id"], update_fields=_ANEW
    )
    vouch(row)
    return printed


def release(rows: QuerySet[Printout], at: datetime) -> int:
    """Makes these papers due at once, as if for the first time; says how many. What is made stays."""
    again = {"due_at": at, "tries": 0, "fault": "", "given_up_at": None}
    return rows.filter(made_at__isnull=True).update(**again)


def want_missing(*, at: datetime) -> list[str]:
    """Wants every paper that an act before this way of printing left unmade. What cannot be read is named,
    and the next one is wanted.
    """
    unread = []
    for maker in every_maker():
        known = Printout.objects.filter(kind=maker.kind).values("thing_id")
        for thing in maker.missing().exclude(pk__in=known):
            try:
                _want_one(thing, at=at)
            except Exception as fault:  # whatever is wrong with one, the others are not to wait for it
                logger.exception("no paper of %s %s", maker.kind, thing.pk)
                unread.append(f"{maker.kind} {thing.pk} ({thing}): {type(fault).__name__}: {fault}"[:500])
    return unread


@recorded
def _want_one(thing: Model, *, at: datetime) -> None:
    entry = record(f"{thing._meta.model_name}.want", thing, by=None, at=at)
    want(thing, at=at, entry=entry)
