"""What packages above tell of a result: that the product is evaluated again."""

from __future__ import annotations

from collections.abc import Callable

from ocop.casework.review.models import AgendaItem

_after: list[Callable[[AgendaItem], str]] = []


def register_after(after: Callable[[AgendaItem], str]) -> None:
    """Lets a package above say on the page of a result what became of it."""
    _after.append(after)


def after(item: AgendaItem) -> str:
    """What became of the result, in a sentence; empty where it counts."""
    return next((words for ask in _after if (words := ask(item))), "")


def other_meetings(item: AgendaItem) -> list[AgendaItem]:
    """The same dossier at other meetings, the latest first."""
    rows = AgendaItem.objects.filter(dossier=item.dossier_id).exclude(pk=item.pk)
    return list(rows.select_related("meeting", "dossier__product").order_by("-created_at", "-pk"))
