"""Rounds: the list, choosing one to open, the page of opening one of the law."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.page import page_of
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.rounds.about import find_programme, find_round
from ocop.registers.rounds.acts import OPEN
from ocop.registers.rounds.lists import RoundFilter, RoundTable
from ocop.registers.rounds.models import Round
from ocop.registers.rounds.permissions import refuse_manage
from ocop.registers.rounds.selectors import rounds_to_open


class RoundList(ListView):
    """The rounds of the programme."""

    table_class = RoundTable
    filterset_class = RoundFilter
    heading = _("Đợt đánh giá")
    lead = _("Mỗi năm ít nhất hai đợt. Hồ sơ vào đợt nào là theo ngày xã đề nghị (Điều 5).")
    add_label = _("Mở đợt")
    empty_title = _("Chưa mở đợt nào")
    empty_text = _("Mở đợt để hội đồng lên lịch họp.")
    empty_url = add_url = reverse_lazy("rounds:choose")
    empty_label = _("Mở đợt đầu tiên")
    exporter = as_xlsx
    export_name = "dot-danh-gia"

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Officers of the province only."""
        ensure(refuse_manage(request.who))
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Round]:
        """With the papers, in one query."""
        return Round.objects.select_related("plan", "rules")


@require_safe
def choose(request: PersonRequest) -> HttpResponse:
    """Which round to open: those of the law with their dates, or one beyond."""
    programme = find_programme(request.who)
    found = rounds_to_open(programme, timezone.localdate(request.who.at))
    return render(request, "rounds/choose.html", {"rounds": found})


_asked = page_of(OPEN)


def open_legal(request: PersonRequest, year: int, number: int) -> HttpResponse:
    """Asks with the dates of the law, then opens; of one that is open already there is nothing to ask."""
    if request.method != "POST" and isinstance(find_round(request.who, year, number), Round):
        return redirect("rounds:list")
    return _asked(request, year=year, number=number)
