"""The products of a decision, and what its papers say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.selectors.printing import photos_of, printed_of
from ocop.casework.review.models import AgendaItem
from ocop.foundation.audit.vouching import vouch
from ocop.kernel.text import searchable


def put_in(decision: Decision, items: Sequence[AgendaItem]) -> None:
    """Writes the products of the decision in their order;
    one that was taken out before comes back as the same row.
    """
    known = {row.item_id: row for row in decision.items.all()}
    for position, item in enumerate(items, start=1):
        row = known.get(item.pk) or DecisionItem(decision=decision, item=item, product=item.dossier.product)
        row.position, row.is_live = position, True
        row.stars, row.total = item.recommended_stars or 0, item.total  # type: ignore[assignment]  # refused before
        row.save()
    freeze(decision)


def free(rows: Iterable[DecisionItem]) -> None:
    """Takes products out of their decision, so that another may name them."""
    taken = list(rows)
    DecisionItem.objects.filter(pk__in=[row.pk for row in taken]).update(is_live=False)
    for row in taken:
        row.is_live = False
    vouch(taken, "is_live")


def freeze(decision: Decision) -> None:
    """Writes down what the papers say of each product."""
    rows = list(
        decision.items.live().select_related(
            "item__dossier__product__producer", "item__dossier__commune__parent__parent"
        )
    )
    rows = [row for row in rows if row.replaces_id is None]  # these print what was asked for
    printed = printed_of(row.item.dossier for row in rows)
    photos = photos_of(row.product_id for row in rows)
    for row in rows:
        says, photo = printed[row.item.dossier_id], photos.get(row.product_id)
        if (row.printed, row.photo_id) != (says, photo.pk if photo else None):
            row.printed, row.photo = says, photo
            row.save(update_fields=["printed", "photo"])
    index(decision)


def index(decision: Decision) -> None:
    """The text by which the decision is found."""
    names = [f"{row.printed['product']} {row.printed['producer']}" for row in decision.items.live()]
    decision.search_text = searchable(decision.number, decision.subject, *names)
    decision.save(update_fields=["search_text"])


def content_of(decision: Decision) -> dict[str, Any]:
    """What the record keeps of a draft, so that a later reader sees what changed."""
    rows = decision.items.live()
    products = [[row.item_id, row.printed["product"], row.stars, str(row.total)] for row in rows]
    return {"subject": decision.subject, "products": products}
