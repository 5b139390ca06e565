"""Mở chấm: the members may score a product."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.permissions import refuse_law
from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.permissions import refuse_run
from ocop.casework.review.selectors.advice import has_advice
from ocop.casework.review.states import ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, recorded, transition


def refuse_open_item(who: Who, item: AgendaItem) -> Refusal | None:
    """Secretary or chair, in an open meeting, under a law that still holds."""
    return (
        refuse_run(who, item)
        or refuse_move(item, "open")
        or refuse_law(item.dossier, timezone.localdate(who.at))
        or _refuse_without_report(item)
    )


def _refuse_without_report(item: AgendaItem) -> Refusal | None:
    """Where the working rules want it, nothing is scored before the advisory team has reported on it
    (article 7(3)(c); R26-29).
    """
    rules = item.meeting.rules
    if rules is None or not rules.advisory_needed or has_advice(item):
        return None
    return Refusal(
        "advice_missing",
        gettext("Tổ tư vấn chưa nộp báo cáo về “%(product)s”.") % {"product": item},
        _("Quy chế hội đồng: chỉ mở chấm khi tổ tư vấn đã nộp báo cáo về sản phẩm (điểm c khoản 3 Điều 7)."),
        _("Nhờ tổ tư vấn nộp báo cáo ở mục Tổ tư vấn, rồi mở chấm."),
    )


@recorded
def open_item(item: AgendaItem, *, by: Person, at: datetime) -> AgendaItem:
    """Lets the members score a product.
    Refused outside an open meeting, and to others than secretary and chair.
    """
    ensure(refuse_open_item(who_is(by, at), held_item(item)))
    let_score(item, by=by, at=at)
    return item


def let_score(item: AgendaItem, *, by: Person, at: datetime) -> None:
    """The move itself."""
    transition(item, "open", by=by, at=at, changes={"opened_at": at})


OPEN_ITEM = Act(
    about=PRODUCT,
    name="open_item",
    path="mo/",
    when=frozenset({ItemState.WAITING}),
    refuse=refuse_open_item,
    do=open_item,
    button=_("Mở chấm"),
    said=lambda item, _made: gettext("Đã mở chấm “%(product)s”.") % {"product": item},
    then=to_meeting,
    at_once=True,
    weight="main",
)
