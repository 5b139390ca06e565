"""What packages above tell of a result and offer beside a meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ocop.casework.review.models import AgendaItem, Meeting
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Text


@dataclass(frozen=True)
class Link:
    """A page of a package above that belongs to a meeting."""

    label: Text
    url: str
    icon: str


_links: list[Callable[[Who, Meeting], Link | None]] = []


def register_link(link_of: Callable[[Who, Meeting], Link | None]) -> None:
    """Lets a package above offer a page of its own on the page of a meeting."""
    if link_of not in _links:
        _links.append(link_of)


def links_of(who: Who, meeting: Meeting) -> list[Link]:
    """What is offered, in the order in which the packages stand."""
    return [found for ask in _links if (found := ask(who, meeting)) is not None]


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
