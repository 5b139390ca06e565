"""What several acts write, here and in packages above; nobody is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ocop.foundation.holding import holding
from ocop.foundation.places.selectors import words_of
from ocop.foundation.refusals import once
from ocop.kernel.text import searchable, slugify_vi
from ocop.registers.producers.checks import refuse_same_number
from ocop.registers.producers.models import Producer

RESERVED_SLUGS = frozenset({"dang-ky", "moi"})  # words of pages that stand where a slug stands


def search_text(producer: Producer) -> str:
    """Name, registration number and place, its former names included: what the lists search."""
    return searchable(producer.name, producer.registration_no, words_of(producer.commune))


# packages above keep texts that hold a producer's name or place; they are told when these change
_followers: list[Callable[[Producer], None]] = []


def register_follower(follow: Callable[[Producer], None]) -> None:
    """Lets a package above bring its search texts up to date after a producer was amended."""
    _followers.append(follow)


def tell_followers(producer: Producer) -> None:
    """Brings what packages above keep of the producer up to date."""
    for follow in _followers:
        follow(producer)


def free_slug(name: str, taken: Any) -> str:
    """An address word for `name` that no row of the queryset `taken` holds yet."""
    base = slugify_vi(name)[:200] or "x"
    slug, number = base, 2
    while slug in RESERVED_SLUGS or taken.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def hold_producer(producer: Producer) -> None:
    """One at a time changes a producer, who may act for it, or what follows from its name: of two who end
    each other's right, one stays.
    """
    holding(Producer.objects).get(pk=producer.pk)


def write_down(producer: Producer, changed: list[str]) -> None:
    """Saves these fields, and the text that finds the producer from all that is stored now."""
    hold_producer(producer)
    stored = Producer.objects.select_related("commune").get(pk=producer.pk)
    for name in changed:
        setattr(stored, name, getattr(producer, name))
    producer.search_text = search_text(stored)
    with once(lambda: refuse_same_number(producer.registration_no, but=producer)):
        producer.save(update_fields=[*changed, "search_text"])
