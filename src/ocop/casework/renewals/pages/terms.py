"""The work list of what ends, and the page of one product's term."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals import permissions
from ocop.casework.renewals.about import find_product, head_of_product, see_product
from ocop.casework.renewals.acts import DECLINE, TAKE_BACK
from ocop.casework.renewals.labels import BARS, REASONS, STEPS
from ocop.casework.renewals.lists import TermFilter, TermTable
from ocop.casework.renewals.models import Called, Reminder
from ocop.casework.renewals.rules import Bar, DeclineReason, Step, hard_stop
from ocop.casework.renewals.selectors.terms import answer_of, bars, called, declined, filed, renewals_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.kernel.calendar import EventKind, renewal_window
from ocop.registers.products.authority import managed_by
from ocop.registers.products.models import Listing, Recognition


class TermList(ListView):
    """What holds today in one's commune or province, the soonest end first, and how far its renewal is."""

    table_class = TermTable
    filterset_class = TermFilter
    heading = _("Sắp hết hạn và đánh giá lại")
    lead = _(
        "Sản phẩm đang được công nhận, sản phẩm hết hạn sớm nhất đứng trước: ai đã nộp hồ sơ đánh giá lại, "
        "ai trả lời không đánh giá lại, ai chưa được đề nghị. Sản phẩm chưa rõ ngày hết hạn không nằm ở đây."
    )
    empty_title = _("Không có sản phẩm nào hết hạn trong thời gian này")
    empty_text = _("Chọn thời gian dài hơn, hoặc bỏ bớt điều kiện lọc.")
    empty_label = add_label = _("Lập văn bản đề nghị đánh giá lại")
    exporter = as_xlsx
    export_name = "sap-het-han"
    refuse_add = permissions.refuse_officer
    add_name = "renewals:call"

    def get_queryset(self) -> QuerySet[Listing]:
        """With what was answered, filed and called."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        rows = Listing.objects.on_desk_of(who.person, who.at).ends_between(timezone.localdate(), date.max)
        marked = rows.annotate(is_declined=declined(), is_filed=filed(), is_called=called())
        return marked.select_related("ending").prefetch_related("commune__parent__parent", "product")


def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """The term of a product: its days, what was told and sent, the answer, what may be done."""
    who = request.who
    product = find_product(who, slug)
    see_product(who, product)
    context = head_of_product(product)
    recognition = context["recognition"]
    if recognition is not None:
        context |= _term(recognition, timezone.localdate(who.at))
        context["managed_by"] = managed_by(recognition.stars, product.place, timezone.localdate(who.at))
        acts = (TAKE_BACK,) if context["answer"] else (DECLINE,)
        offered = buttons(acts, who, product) if context["standing"].is_good else []
        context["buttons"] = [one for one in offered if one.refusal is None]
        may_prepare = permissions.refuse_officer(who) is None and context["bar"] is None
        context["prepare_url"] = f"{reverse('renewals:prepare')}?sp={slug}" if may_prepare else ""
    return render(request, "renewals/detail.html", context | {"product": product})


def _term(recognition: Recognition, today: date) -> dict[str, Any]:
    answer = answer_of(recognition)
    renewal = renewals_of([recognition]).get(recognition.pk)
    bar = bars([recognition], today)[recognition.pk]
    end = recognition.expires_on
    told = Reminder.objects.filter(recognition=recognition)
    letters = Called.objects.filter(recognition=recognition).select_related("letter__paper")
    return {
        "window": renewal_window(end) if end else None,
        "answer": answer,
        "answer_word": REASONS[DeclineReason(answer.reason)] if answer else "",
        "renewal": renewal,
        "bar": bar,
        "bar_word": BARS[bar] if bar and (renewal or bar == Bar.EXTENDED) else "",
        "stop": hard_stop(end, renewal.result_on if renewal else None) if end else None,
        "extended": [one for one in recognition.events.all() if one.kind == EventKind.EXTENDED],
        "withdrawn": [one for one in recognition.events.all() if one.kind == EventKind.RENEWAL_WITHDRAWN],
        "reminders": [(STEPS[Step(one.step)], one) for one in told],
        "letters": [one.letter for one in letters],
    }
