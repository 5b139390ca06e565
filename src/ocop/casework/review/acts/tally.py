"""Tổng hợp: a product whose judges have all sealed is added up; usually the last seal has done so already."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import PRODUCT
from ocop.casework.review.checks import refuse_incomplete, refuse_move
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.selectors import bench
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.tallies import write_tally
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, recorded


def refuse_tally(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair; whether all have sealed is asked by the act."""
    return refuse_run(who, item) or refuse_move(item, "tally")


@recorded
def tally_item(item: AgendaItem, *, by: Person, at: datetime) -> AgendaItem:
    """Adds up a product whose judges have all sealed.

    Refused: other people than secretary and chair; sheets still open; too few judges for this product.
    """
    ensure(refuse_tally(who_is(by, at), held_item(item)))
    found = bench(item, at)
    ensure(refuse_incomplete(found))
    write_tally(item, found, by=by, at=at)
    return item


TALLY = Act(
    about=PRODUCT,
    name="tally_now",
    path="tong-hop/",
    when=frozenset({ItemState.SCORING}),
    refuse=refuse_tally,
    do=tally_item,
    button=_("Tổng hợp"),
    at_once=True,
    weight="main",
)
