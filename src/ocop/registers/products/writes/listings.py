"""Keeping the listings of products and the reckonings of their recognitions: the only writer of what lists
show, sort and filter by, and of what plans count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.db import transaction

from ocop.foundation.holding import holding
from ocop.registers.products import reckoning, words
from ocop.registers.products.listing import CHUNK, COLUMNS, derived, differing, everything, read
from ocop.registers.products.models import Listing, Product, Reckoning

# packages above keep rows of their own that follow from products; they are told when these change
_followers: list[Callable[[Sequence[int]], None]] = []


def register_follower(follow: Callable[[Sequence[int]], None]) -> None:
    """Lets a package above bring what it keeps of products (by id) up to date, in the act's transaction."""
    _followers.append(follow)


def tell_followers(products: Sequence[int]) -> None:
    """Something that lists do not show changed; acts call it last, like `list_anew`."""
    for follow in _followers:
        follow(products)


@transaction.atomic(savepoint=False)
def list_anew(products: Iterable[int]) -> None:
    """Writes the listings of these products (by id), and what counts need of their recognitions, anew from
    what is on record, in the act's transaction.

    The products are held before anything is read for their listings: what an act at the same moment changed
    is then seen. An act that calls this for one product after another holds all of them before.
    """
    wanted = sorted(set(products))
    for start in range(0, len(wanted), CHUNK):
        keys = wanted[start : start + CHUNK]
        hold_products(keys)
        rows = read(keys)
        listings = derived(rows)
        Listing.objects.bulk_create(
            listings, update_conflicts=True, unique_fields=["product"], update_fields=_FIELDS
        )
        words.add(listings)
        reckoning.write(rows)
        tell_followers(keys)


def hold_products(products: Iterable[int]) -> None:
    """Waits for whoever works on these products (by id), and holds them, in one order."""
    list(holding(Product.objects).filter(pk__in=list(products)).order_by("pk").values("pk"))


def mend_listings() -> int:
    """Writes anew the lines of every product whose listing or reckonings do not follow, one by one; says how
    many products.
    """
    wrong = [key for rows in everything() for key in _wrong(rows)]
    for key in wrong:
        list_anew([key])
    words.mend()
    return len(wrong)


def _wrong(rows: list[Product]) -> list[int]:
    """Of products that were read those (by id) with a line that does not follow."""
    listed = {one.pk for one, _columns in differing(rows)}
    owners = {one.pk: row.pk for row in rows for one in row.listed_by}  # type: ignore[attr-defined]
    kept = dict(Reckoning.objects.filter(product__in=[row.pk for row in rows]).values_list("pk", "product"))
    reckoned = {owners.get(pk, kept.get(pk, 0)) for pk, _columns in reckoning.differing(rows)}
    return sorted(listed | reckoned)


_FIELDS = [name.removesuffix("_id") for name in COLUMNS]
