"""One at a time: a row held until the transaction ends."""

from __future__ import annotations

from ocop.casework.communication.models import NewsPage, PressItem


def hold(row: NewsPage | PressItem) -> None:
    """Waits for whoever works on the row, then reads it again into the same object."""
    type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    row.refresh_from_db()
