"""What must hold of what lists and plans know of products."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet

from ocop.foundation.audit.models import Entry
from ocop.foundation.invariants import Invariant
from ocop.registers.products import listing, reckoning, words
from ocop.registers.products.models import Photo, Recognition

CHUNK = 2000
# packages above say which recognitions acts of theirs put in, many with one entry of the record
_vouchers: list[Callable[[], set[int]]] = []


def register_voucher(entered_by_acts: Callable[[], set[int]]) -> None:
    """Lets a package above vouch for recognitions (by id) that it has put into the register."""
    _vouchers.append(entered_by_acts)


def listing_faults() -> Iterator[str]:
    """What lists show of a product is what follows from its recognitions, its producer and its place."""
    for rows in listing.everything():
        for row, columns in listing.differing(rows):
            yield f"product {row.pk}: {', '.join(columns)}"


def reckoning_faults() -> Iterator[str]:
    """What plans count of a recognition is what follows from it, from those of the same product, from its
    product and its producer.
    """
    for rows in listing.everything():
        for pk, columns in reckoning.differing(rows):
            yield f"recognition {pk}: {', '.join(columns)}"


def word_faults() -> Iterator[str]:
    """Whoever mistypes a word of a public product is led to it."""
    missing, _idle = words.missing_and_idle()
    yield from (f"word {one!r}" for one in sorted(missing))


def recognition_faults() -> Iterator[str]:
    """Each recognition was put into the register by an act, with these stars and this year."""
    entries = Entry.objects.filter(action="recognition.record").order_by("sequence")
    known = {key: (data["stars"], data["year"]) for key, data in _said(entries)}
    vouched = {pk for entered_by_acts in _vouchers for pk in entered_by_acts()}
    rows = Recognition.objects.order_by("pk").values_list("pk", "stars", "year")
    for pk, stars, year in rows.iterator(CHUNK):
        if pk in vouched:
            continue
        if str(pk) not in known:
            yield f"recognition {pk}: no act put it into the register"
        elif known[str(pk)] != (stars, year):
            yield f"recognition {pk}: {stars} stars, {year}"


def photo_faults() -> Iterator[str]:
    """The file of a photograph is the one that was handed in."""
    entries = Entry.objects.filter(action="product.add_photo").order_by("sequence")
    known = {(key, data["file"]): data["sha256"] for key, data in _said(entries)}
    rows = Photo.objects.order_by("pk").values_list("pk", "product_id", "file_id", "file__sha256")
    for pk, product, file, sha256 in rows.iterator(CHUNK):
        if known.get((str(product), str(file))) != sha256:
            yield f"photograph {pk}: not the file that was handed in"


def _said(entries: QuerySet[Entry]) -> Iterator[tuple[str, dict[str, Any]]]:
    return entries.values_list("object_id", "data").iterator(CHUNK)


INVARIANTS = (
    Invariant("recognitions", recognition_faults),
    Invariant("photographs", photo_faults),
    Invariant("listings of products", listing_faults),
    Invariant("what plans count", reckoning_faults),
    Invariant("words of public products", word_faults),
)
