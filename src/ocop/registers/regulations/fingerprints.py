"""Which data of the law an official act went by: it stands with the act and in the record, and was pinned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from ocop.kernel.law import load_regulations

CHUNK = 200
ONE, MANY = "regulation_fingerprint", "regulation_fingerprints"


def chunks(rows: QuerySet) -> Iterator[list[Any]]:
    """All of these rows, some at a time."""
    left = rows.order_by("pk").iterator(CHUNK)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def compared(name: str, stored: Any, recorded: Any, by_law: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the fingerprint that a row keeps, beside that of its entry; `by_law` gives it for
    each regulation that it speaks of.
    """
    if stored != recorded:
        yield f"{name}: the fingerprint of its law is not that of the record"
        return
    laws = load_regulations()
    for code, fingerprint in by_law.items():
        known = laws[code].known_fingerprints if code in laws else None
        if fingerprint is not None and known is not None and fingerprint not in known:
            yield f"{name}: {code} was never pinned with this fingerprint"
