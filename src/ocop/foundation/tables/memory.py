"""Which title means which field, as an office said it the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from ocop.foundation.tables.models import ColumnMemory
from ocop.kernel.tables import Kind, TableRead
from ocop.kernel.text import fold


def titles_key(titles: Iterable[str]) -> str:
    """What a row of titles is known again by, in whatever order its columns stand."""
    return hashlib.sha256("\n".join(sorted(fold(title) for title in titles)).encode()).hexdigest()


def remembered(owner: str, found: TableRead) -> Mapping[str, str] | None:
    """The mapping that this office chose for a table with these titles; None where it never did."""
    key = titles_key(found.titles.values())
    row = ColumnMemory.objects.filter(owner=owner, kind=found.kind.name, titles=key).first()
    return row.mapping if row else None


def remember(owner: str, kind: Kind, titles: Iterable[str], mapping: Mapping[str, str], at: datetime) -> None:
    """Keeps a mapping for the next table with these titles."""
    ColumnMemory.objects.update_or_create(
        owner=owner, kind=kind.name, titles=titles_key(titles), defaults={"mapping": dict(mapping), "at": at}
    )
