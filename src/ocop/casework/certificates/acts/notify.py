"""Gửi thông báo: producer and commune learn in writing that a product was not recognised, or was excluded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import NOTICES
from ocop.casework.certificates.checks import (
    not_closed,
    nothing_chosen,
    refuse_notice_number,
    refuse_paper,
    signed_too_early,
)
from ocop.casework.certificates.forms import ItemCards
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.permissions import refuse_conflict, refuse_prepare
from ocop.casework.certificates.selectors import unnoticed
from ocop.casework.certificates.selectors.again import is_unchanged
from ocop.casework.certificates.selectors.printing import printed_of
from ocop.casework.certificates.writes.notices import write_notice
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.writes import conclude
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.states import ItemState, MeetingState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line

SYMBOL = "TB-SNNMT"


class AsksResults(Asks):
    """Which results are told now; number and date may come later."""

    items = forms.MultipleChoiceField(
        label=_("Sản phẩm"),
        widget=ItemCards,
        error_messages={"required": _("Đánh dấu ít nhất một sản phẩm.")},
    )
    number = TextField(label=_("Số, ký hiệu thông báo"), required=False, max_length=60)
    noticed_on = DateField(label=_("Ngày thông báo"), required=False)
    beside = {"number_": "number", "signed_": "noticed_on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = list(unnoticed(self.who.person, self.who.at))
        self.by_key = ItemCards.offer(self.fields["items"], waiting)
        self.initial["items"] = list(self.by_key)

    def given(self) -> Mapping[str, Any]:
        """The results that were ticked."""
        return self.cleaned_data | {"items": [self.by_key[key] for key in self.cleaned_data["items"]]}


@recorded
def notify_results(
    items: Sequence[AgendaItem], *, by: Person, at: datetime, number: str = "", noticed_on: date | None = None
) -> list[ResultNotice]:
    """Tells of several products in one paper, and ends their dossiers.

    Products of a decision are told when it is signed. Number and date come from the records office, now or
    later (`number_notice`). Refused to other offices, before the meeting is closed, a second time, for half a
    number.
    """
    who = who_is(by, at)
    ensure(refuse_prepare(who))
    if not items:
        raise Refused(nothing_chosen())
    locked = _held(items)
    number = one_line(number)
    ensure(refuse_conflict(who, locked))
    for item in locked:
        ensure(_refuse_notice(item, number, noticed_on, at))
    printed = printed_of(item.dossier for item in locked)
    return [
        _notify(item, printed[item.dossier_id], by=by, at=at, number=number, noticed_on=noticed_on)
        for item in locked
    ]


def notify_result(
    item: AgendaItem, *, by: Person, at: datetime, number: str = "", noticed_on: date | None = None
) -> ResultNotice:
    """The same for one product."""
    return notify_results([item], by=by, at=at, number=number, noticed_on=noticed_on)[0]


def _held(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    rows = holding(AgendaItem.objects).filter(pk__in=[item.pk for item in items])
    names = (
        "meeting__council__programme__province",
        "meeting__rules",
        "dossier__product__producer",
        "dossier__commune__parent__parent",
        "dossier__recognition",
    )
    rows = rows.select_related(*names).prefetch_related("meeting__corrections")
    return list(rows.order_by("meeting__closed_at", "position", "pk"))


def _notify(
    item: AgendaItem, printed: dict[str, Any], *, by: Person, at: datetime, **paper: Any
) -> ResultNotice:
    if item.state == ItemState.CLOSED:
        on = paper.get("noticed_on")
        conclude(item.dossier, outcome=Outcome.NOT_RECOGNISED, by=by, at=at, on=on)
    return write_notice(item, by=by, at=at, printed=printed, **paper)


def _refuse_notice(item: AgendaItem, number: str, noticed_on: date | None, at: datetime) -> Refusal | None:
    name = item.dossier.product.name
    is_over = item.meeting.state == MeetingState.CLOSED
    if not is_over or item.state not in (ItemState.CLOSED, ItemState.EXCLUDED):
        return not_closed(name)
    if ResultNotice.objects.filter(item=item).exists():
        return _already_noticed(name)
    if item.state == ItemState.CLOSED and not _is_told_alone(item):
        return _decision_comes_first(name)
    if noticed_on is not None and noticed_on < timezone.localdate(item.meeting.closed_at):
        return signed_too_early(noticed_on, timezone.localdate(item.meeting.closed_at))
    programme = item.meeting.council.programme
    refusal = refuse_paper(programme, number, noticed_on, at, symbol=SYMBOL)
    if refusal is not None or noticed_on is None:
        return refusal
    return refuse_notice_number(None, programme, number, noticed_on)


def _is_told_alone(item: AgendaItem) -> bool:
    """Whether no decision follows: below 3 stars, or an upgrade that changes nothing (R26-33, R26-35)."""
    return item.recommendation == Recommendation.NONE or is_unchanged(item)


def _already_noticed(product: str) -> Refusal:
    return Refusal(
        "conflict_already_noticed",
        gettext("“%(product)s” đã có thông báo kết quả.") % {"product": product},
        _("Mỗi kết quả chỉ thông báo một lần."),
        _("Tải lại trang."),
    )


def _decision_comes_first(product: str) -> Refusal:
    return Refusal(
        "decision_comes_first",
        gettext("“%(product)s” chờ quyết định, chưa thông báo riêng được.") % {"product": product},
        _("Thông báo được gửi ngay khi quyết định được ký."),
        _("Chỉ thông báo riêng cho sản phẩm 1, 2 sao và sản phẩm bị loại."),
    )


def _shown(form: AsksResults) -> Mapping[str, Any]:
    """Whether any result waits; the latest notices that the records office has not numbered."""
    rows = ResultNotice.objects.select_related("item").filter(number="").order_by("-at", "pk")
    return {"is_empty": not form.by_key, "unnumbered": rows[:50]}


def _said(_none: None, notices: list[ResultNotice]) -> str:
    count = len(notices)
    words = ngettext(
        "Đã gửi %(n)s thông báo cho chủ thể và xã.", "Đã gửi %(n)s thông báo cho chủ thể và xã.", count
    )
    return words % {"n": count}


NOTIFY = Act(
    about=NOTICES,
    name="notices",
    refuse=refuse_prepare,
    form=AsksResults,
    do=notify_results,
    button=_("Gửi thông báo"),
    heading=_("Thông báo kết quả"),
    said=_said,
    show=_shown,
    template="certificates/notices.html",
)
