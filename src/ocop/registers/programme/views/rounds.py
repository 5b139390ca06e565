"""Rounds: the list, opening one of the law, opening one beyond it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.words import said
from ocop.kernel.law.citing import cite
from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme import actions, permissions, selectors
from ocop.registers.programme.forms import ExtraRoundForm
from ocop.registers.programme.lists import RoundFilter, RoundTable
from ocop.registers.programme.models import Programme, Round


def programme_or_404() -> Programme:
    """The programme; a page not found before it is set up."""
    programme = selectors.current()
    if programme is None:
        raise Http404
    return programme


class RoundList(ListView):
    """The rounds of the programme."""

    table_class = RoundTable
    filterset_class = RoundFilter
    heading = gettext_lazy("Đợt đánh giá")
    lead = gettext_lazy("Mỗi năm ít nhất hai đợt. Hồ sơ vào đợt nào là theo ngày xã đề nghị (Điều 5).")
    add_label = gettext_lazy("Mở đợt")
    empty_title = gettext_lazy("Chưa mở đợt nào")
    empty_text = gettext_lazy("Mở đợt để hội đồng lên lịch họp.")
    empty_url = add_url = reverse_lazy("programme:choose_round")
    empty_label = gettext_lazy("Mở đợt đầu tiên")
    exporter = as_xlsx
    export_name = "dot-danh-gia"

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Officers of the province only."""
        ensure(permissions.refuse_manage(request.user, timezone.now()))
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Round]:
        """With the papers, in one query."""
        return Round.objects.select_related("plan", "rules")


@require_safe
def choose(request: PersonRequest) -> HttpResponse:
    """Which round to open: those of the law with their dates, or one beyond."""
    at = timezone.now()
    ensure(permissions.refuse_manage(request.user, at))
    found = selectors.rounds_to_open(programme_or_404(), timezone.localdate(at))
    return render(request, "programme/choose_round.html", {"rounds": found})


def open_legal(request: PersonRequest, year: int, number: int) -> HttpResponse:
    """Asks with the dates of the law, then opens."""
    at = timezone.now()
    ensure(permissions.refuse_manage(request.user, at))
    programme = programme_or_404()
    open_ones = selectors.rounds_to_open(programme, timezone.localdate(at))
    found = next((one for one in open_ones if (one.year, one.number) == (year, number)), None)
    if found is None and not programme.rounds.filter(year=year, number=number).exists():
        raise Http404
    if request.method == "POST":
        regulation_code = (
            found.regulation_code if found else programme.rounds.get(year=year, number=number).regulation_code
        )
        actions.open_round(
            programme, regulation_code=regulation_code, year=year, number=number, by=request.user, at=at
        )
        messages.success(request, _("Đã mở đợt %(number)s năm %(year)s.") % {"number": number, "year": year})
        return redirect("programme:rounds")
    if found is None:
        return redirect("programme:rounds")
    context = {
        "heading": _("Mở đợt %(number)s năm %(year)s?") % {"number": number, "year": year},
        "details": [
            (_("Xã đề nghị trước ngày"), _day(found.dates.proposed_before)),
            (_("Hội đồng đánh giá trước ngày"), _day(found.dates.held_before)),
            (_("Theo"), _("%(law)s, Quyết định 26/2026/QĐ-TTg") % {"law": said(cite(found.dates.article))}),
        ],
        "submit": _("Mở đợt"),
        "cancel_url": reverse("programme:choose_round"),
    }
    return render(request, "ui/confirm.html", context)


def _day(day: Any) -> str:
    return f"{date_format(day, 'l')}, {date_format(day, 'DATE_FORMAT')}"


def open_extra(request: PersonRequest) -> HttpResponse:
    """A round beyond those of the law: both papers are put on record with it."""
    at = timezone.now()
    ensure(permissions.refuse_manage(request.user, at))
    programme = programme_or_404()
    context = {
        "heading": _("Mở đợt bổ sung"),
        "lead": _("Chỉ khi quy chế của hội đồng có quy định và đã có kế hoạch (khoản 1 Điều 5)."),
        "submit": _("Mở đợt bổ sung"),
        "cancel_url": reverse("programme:choose_round"),
    }

    @recorded
    def save(data: dict[str, Any]) -> Round:
        regulation = regulation_on(timezone.localdate(at))
        papers: dict[str, Any] = {
            "rules": _paper(
                request, PaperKind.WORKING_RULES, data, "rules", _("Quy chế hoạt động của hội đồng")
            ),
            "plan": _paper(
                request, PaperKind.PLAN, data, "plan", _("Kế hoạch đánh giá, phân hạng đợt bổ sung")
            ),
        }
        dates = {name: data[name] for name in ("year", "number", "proposed_before", "held_before")}
        code = regulation.code if regulation else ""
        return actions.open_round(programme, regulation_code=code, **dates, **papers, by=request.user, at=at)

    def done(_round: Round) -> HttpResponse:
        messages.success(request, _("Đã mở đợt bổ sung."))
        return redirect("programme:rounds")

    initial = {"issuer": programme.agency_parent or programme.agency_name}
    return ask(request, ExtraRoundForm(request.POST or None, initial=initial), save, done, context)


def _paper(request: PersonRequest, kind: PaperKind, data: dict[str, Any], prefix: str, subject: str) -> Paper:
    """The paper on record with this number, or a new record of it."""
    number, issued_on, issuer = data[f"{prefix}_number"], data[f"{prefix}_on"], data["issuer"]
    found = paper_numbered(number, issuer=issuer, year=issued_on.year)
    return found or file_paper(
        kind=kind, number=number, issued_on=issued_on, issuer=issuer, subject=subject,
        by=request.user, at=timezone.now(),
    )  # fmt: skip
