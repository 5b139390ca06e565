"""Rows held for the length of a change, always in the order meeting, product, sheet, so that nothing
deadlocks.
"""

from __future__ import annotations

from ocop.casework.review.models import AgendaItem, Council
from ocop.foundation.audit.actions import held
from ocop.foundation.holding import holding


def held_item(item: AgendaItem) -> AgendaItem:
    """The product as it is stored, locked after its meeting: closing it and sealing a sheet never overlap."""
    held(item.meeting)
    return held(item)


def hold_council(council: Council) -> None:
    """One at a time sets a council up: it has one chair, and one version of its rules a day.

    Not a lock of the key: meetings go on being planned.
    """
    holding(Council.objects).get(pk=council.pk)
