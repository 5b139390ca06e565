"""Sums of openings by week. The same lines are counted once, however often a log is given."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, cast

from django.db import transaction
from django.db.models import F

from ocop.casework.sites.models import CountedPart, WeekOfVisits
from ocop.casework.sites.rules import Opened
from ocop.casework.sites.writes.logs import LONGEST_LINE, Opening, read_line
from ocop.foundation.holding import holding
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing, Recognition

HEAD = 1024
"""Bytes by which a log is known again under another name; a shorter one is counted when it has grown."""
CHUNK = 500


@transaction.atomic
def count_visits(path: Path) -> int:
    """Adds what a log says since it was last read; how many openings. A line that is not whole yet is left
    for the next time, so is a log that has only just begun.
    """
    with _opened(path) as log:
        head = log.read(HEAD)
        if len(head) < HEAD:
            return 0
        part, _made = CountedPart.objects.get_or_create(head=sha256(head).hexdigest())
        part = holding(CountedPart.objects).get(pk=part.pk)
        log.seek(part.offset)
        found: Counter[Opening] = Counter()
        for line in _whole_lines(log):
            part.offset += len(line)
            if (opening := read_line(line)) is not None:
                found[opening] += 1
    counted = _add(found)
    part.save(update_fields=["offset"])
    return counted


def _opened(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _whole_lines(log: IO[bytes]) -> Iterator[bytes]:
    """Lines that end; of one without end a piece at a time, which says nothing."""
    while line := log.readline(LONGEST_LINE * 2):
        if not line.endswith(b"\n") and len(line) < LONGEST_LINE * 2:
            return
        yield line


def _add(found: Counter[Opening]) -> int:
    owners = {what: _owners(what, {one.name for one in found if one.what == what}) for what in Opened}
    counted = 0
    for opening, count in found.items():
        if (producer := owners[opening.what].get(opening.name)) is None:
            continue
        row, _made = WeekOfVisits.objects.get_or_create(
            producer_id=producer, what=opening.what.value, name=opening.name, monday=opening.monday
        )
        WeekOfVisits.objects.filter(pk=row.pk).update(count=F("count") + count)
        counted += count
    return counted


def _owners(what: Opened, names: set[str]) -> dict[str, int]:
    """Whose page is under each name (the producer, by id); what is not there has none."""
    rows = {
        Opened.PRODUCT: (Listing.objects.public(), "product__slug", "producer"),
        Opened.SITE: (Producer.objects.all(), "slug", "pk"),
        Opened.CODE: (Recognition.objects.all(), "certificate_code", "product__producer"),
    }
    known, name, producer = rows[what]
    ordered = sorted(names)
    owners: dict[str, int] = {}
    for start in range(0, len(ordered), CHUNK):
        part = known.filter(**{f"{name}__in": ordered[start : start + CHUNK]})
        owners.update(part.values_list(name, producer))
    return owners
