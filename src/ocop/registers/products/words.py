"""The words of what everyone may see, and what somebody who mistyped one may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product

from django.db.models import Q

from ocop.kernel.text import SHORTEST, SIGNS, asked, meant_by, words_with_marks
from ocop.registers.products.models import Listing, PublicWord

MOST_TRIED = 6
"""Questions that are put in place of one that found nothing."""


def words_of(listings: Iterable[Listing]) -> list[str]:
    """The words of these listings that are long enough for a slip, as they are typed; in one order, so that
    two acts that add the same ones wait for each other and do not lock each other out.
    """
    known = {word for one in listings if one.recognition_id is not None for word in one.search_text.split()}
    return sorted(word for word in known if len(word) >= SHORTEST - 1 and word[0] not in SIGNS)


def add(listings: Iterable[Listing]) -> None:
    """Keeps the words of these listings; one statement."""
    words = [PublicWord(word=one, length=len(one)) for one in words_of(listings)]
    PublicWord.objects.bulk_create(words, ignore_conflicts=True)


def missing_and_idle() -> tuple[set[str], set[str]]:
    """Words of public listings that are not kept, and kept ones that none has."""
    kept = set(PublicWord.objects.values_list("word", flat=True))
    rows = Listing.objects.public().only("recognition", "search_text").order_by("pk")
    needed = set(words_of(rows.iterator(2000)))
    return needed - kept, kept - needed


def mend() -> None:
    """Keeps exactly the words of what is public now."""
    missing, idle = missing_and_idle()
    PublicWord.objects.bulk_create(
        [PublicWord(word=one, length=len(one)) for one in sorted(missing)], ignore_conflicts=True
    )
    PublicWord.objects.filter(word__in=idle).delete()


def questions_meant(typed: str) -> Iterator[str]:
    """What somebody may have meant whose question found nothing, the likeliest first: each word that no
    public word begins with gives way to those of which it is a slip. Nothing where there is no slip.
    """
    words = asked(typed)
    choices = [[word] if _is_known(word) else _meant(word) for word in words]
    if all(choice == [word] for choice, word in zip(choices, words, strict=True)):
        return
    yield from (" ".join(some) for some in islice(product(*choices), MOST_TRIED))


def spelled(question: str, listing: Listing) -> str:
    """A question as this listing writes it: words that are kept have their tones in one place."""
    texts = " ".join((listing.name, listing.producer_name, listing.place_name)).lower()
    written = {kept: word for word in re.findall(r"\w+", texts) for kept in words_with_marks(word)}
    return " ".join(written.get(word, word) for word in question.split())


def _is_known(word: str) -> bool:
    return len(word) < SHORTEST or PublicWord.objects.filter(word__startswith=word).exists()


def _meant(word: str) -> list[str]:
    """Where one letter differs, either the first half of the word is right or the second."""
    half = len(word) // 2
    right = Q(word__startswith=word[:half]) | Q(word__endswith=word[half:])
    near = PublicWord.objects.filter(right, length__range=(len(word) - 1, len(word) + 1))
    return meant_by(word, near.values_list("word", flat=True))
