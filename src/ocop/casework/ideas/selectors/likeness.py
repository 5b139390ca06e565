"""Products and ideas that look like one that somebody has in mind:
a warning with where and whose, never a bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.rules.likeness import Likeness, core, likeness, place_phrases
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import grounds_of, names_for_search, today_of
from ocop.foundation.search.models import most_words
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product
from ocop.registers.products.selectors import PUBLIC_STATUSES

MOST_MATCHES = 8
_NEAR = 60
_MOST_WORDS = 8


@dataclass(frozen=True)
class Match:
    """One product or idea that looks alike.
    `whose` and `url` are empty where this person may not see them.
    """

    kind: str
    name: str
    place: Place | None
    likeness: Likeness
    is_near: bool
    whose: str = ""
    url: str = ""


def look_alikes(
    name: str,
    *,
    place: Place,
    who: Who,
    producer: Producer | None = None,
    but: Idea | None = None,
) -> list[Match]:
    """What looks like `name` at this place, the same names first, then what is near; at most MOST_MATCHES.

    Ideas of others count once they were sent, and no more once withdrawn; an idea with a dossier is its
    product.
    """
    phrases = place_phrases(names_for_search(place))
    words = [word for word in core(name, phrases) if len(word) > 1][:_MOST_WORDS]
    if not words:
        return []
    units = [place, *today_of(place, timezone.localdate(who.at))]
    near = frozenset(grounds_of(unit.pk for unit in units))
    asked = _Asked(name, phrases, near, producer.pk if producer else None)
    matches = [*_products(asked, words, who), *_ideas(asked, words, who, but)]
    return sorted(matches, key=lambda one: (one.likeness != Likeness.SAME, not one.is_near, one.name))[
        :MOST_MATCHES
    ]


def alike_to(idea: Idea, who: Who) -> list[Match]:
    """What looks like this idea."""
    return look_alikes(idea.name, place=idea.place, who=who, producer=idea.producer, but=idea)


@dataclass(frozen=True)
class _Asked:
    name: str
    phrases: frozenset[str]
    near: frozenset[int]
    producer_id: int | None

    def compare(
        self, name: str, place: Place | None, producer_id: int | None
    ) -> tuple[Likeness | None, bool]:
        """How alike, and whether the other is of the same commune or producer."""
        is_near = (place is not None and place.pk in self.near) or (
            self.producer_id is not None and producer_id == self.producer_id
        )
        phrases = self.phrases | (place_phrases(names_for_search(place)) if place else frozenset())
        return likeness(self.name, name, places=phrases, is_near=is_near), is_near


def _hits(rows: QuerySet[Any], words: list[str], column: str = "search_text") -> list[Any]:
    """The rows with the most of these words, as many as are worth a closer look."""
    return list(most_words(rows, words, column).order_by("-hits", "-pk")[:_NEAR])


def _products(asked: _Asked, words: list[str], who: Who) -> list[Match]:
    found = []
    for product in _hits(Product.objects.with_names(), words, "listing__search_text"):
        how, is_near = asked.compare(product.name, product.place, product.producer_id)
        if how is not None:
            found.append((product, how, is_near))
    keys = [product.pk for product, _how, _near in found]
    seen = set(
        Product.objects.visible_to(who.person, who.at).filter(pk__in=keys).values_list("pk", flat=True)
    )
    public = Product.objects.filter(pk__in=keys, recognitions__status_code__in=PUBLIC_STATUSES)
    known = seen | set(public.values_list("pk", flat=True))
    return [
        Match(
            "product", product.name, product.place, how, is_near,
            product.producer.name if product.pk in known else "",
            product.get_absolute_url() if product.pk in seen else "",
        )
        for product, how, is_near in found
    ]  # fmt: skip


def _ideas(asked: _Asked, words: list[str], who: Who, but: Idea | None) -> list[Match]:
    own = Idea.objects.own(who.person, who.at).values("pk")
    rows = Idea.objects.with_names().filter(
        Q(submitted_at__isnull=False) | Q(pk__in=own), used_at__isnull=True
    )
    rows = rows.exclude(state=IdeaState.WITHDRAWN)
    rows = rows.exclude(pk=but.pk) if but else rows
    found = []
    for idea in _hits(rows, words):
        how, is_near = asked.compare(idea.name, idea.place, idea.producer_id)
        if how is not None:
            found.append((idea, how, is_near))
    keys = [idea.pk for idea, _how, _near in found]
    seen = set(Idea.objects.visible_to(who.person, who.at).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        Match(
            "idea", idea.name, idea.place, how, is_near,
            idea.whose if idea.pk in seen else "", idea.get_absolute_url() if idea.pk in seen else "",
        )
        for idea, how, is_near in found
    ]  # fmt: skip
