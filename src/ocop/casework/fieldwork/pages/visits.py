"""The list, the page of one visit, its notice and its report."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.fieldwork import permissions
from ocop.casework.fieldwork.about import find_visit, head, see_visit
from ocop.casework.fieldwork.acts import ABOUT_A_VISIT
from ocop.casework.fieldwork.labels import deed
from ocop.casework.fieldwork.lists import VisitFilter, VisitTable
from ocop.casework.fieldwork.models import FurtherReport, Visit
from ocop.casework.fieldwork.models.visible import VisitQuerySet
from ocop.casework.fieldwork.papers.plans import notice_pdf
from ocop.casework.fieldwork.selectors.beside import row_of
from ocop.casework.fieldwork.selectors.shown import photos_of, signatures_of
from ocop.casework.fieldwork.states import OPEN, VisitState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx, shown_pdf
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.rows import the_one


class VisitList(ListView):
    """The visits that the person may see."""

    useful_first = (Q(state__in=sorted(OPEN)),)
    table_class = VisitTable
    filterset_class = VisitFilter
    heading = gettext_lazy("Kiểm tra thực tế")
    lead = gettext_lazy("Trước Hội đồng khi minh chứng chưa rõ, và sau công nhận (Điều 7, Điều 9).")
    empty_title = gettext_lazy("Chưa có buổi kiểm tra nào")
    empty_text = gettext_lazy("Lập lịch theo ngày và tuyến đường; phiếu kiểm tra được chốt khi lập lịch.")
    empty_label = add_label = gettext_lazy("Lập lịch kiểm tra")
    exporter = as_xlsx
    export_name = "kiem-tra-thuc-te"
    refuse_add = permissions.refuse_plan
    add_name = "fieldwork:plan"

    def get_queryset(self) -> VisitQuerySet:
        """With their communes."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        rows: VisitQuerySet = Visit.objects.visible_to(who.person, who.at).select_related("commune")
        return rows


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """Who goes when, what was claimed beside what was found, photographs, papers, what happened."""
    who = request.who
    visit = find_visit(who, key)
    see_visit(who, visit)
    context = head(visit) | {
        "team": visit.inspectors.select_related("person"),
        "is_staff": not permissions.is_own(who, visit),
        **doable(ABOUT_A_VISIT, who, visit, told=_TOLD),
        "entries": happened(visit, deed),
        **_made(who, visit),
    }
    return render(request, "fieldwork/detail.html", context)


_TOLD = frozenset({"relative_inspects", "own_producer"})


def _made(who: Who, visit: Visit) -> dict[str, Any]:
    """What was found there, for those who may see it by now."""
    found = visit.found if permissions.sees_findings(who, visit) else {}
    shown: dict[str, Any] = {"rows": [row_of(line, found) for line in visit.lines], "has_found": bool(found)}
    if not permissions.sees_findings(who, visit):
        return shown
    further = list(visit.further_reports.select_related("file", "by"))
    unmade: list[Any] = [one for one in further if one.file_id is None]
    if visit.state == VisitState.ENDED and visit.report_id is None:
        unmade.append(visit)
    return shown | {
        "photos": photos_of(visit), "signatures": signatures_of(visit), "further": further,
        "printing": waiting_for(unmade, who.at) if unmade else None,
    }  # fmt: skip


def notice(request: PersonRequest, key: UUID) -> HttpResponse:
    """The notice to the producer, to be signed and numbered by the office."""
    visit = find_visit(request.who, key)
    see_visit(request.who, visit)
    return shown_pdf(notice_pdf(visit, at=request.who.at), "thong-bao-kiem-tra.pdf")


def report(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The report as it was frozen when the visit ended."""
    visit = find_visit(request.who, key)
    see_visit(request.who, visit)
    if visit.state != VisitState.ENDED:
        raise Http404(_("Chưa có biên bản."))
    return paper_of(request, visit, visit.report)


def further_report(request: PersonRequest, key: UUID, number: int) -> HttpResponseBase:
    """A report that was added later."""
    visit = find_visit(request.who, key)
    see_visit(request.who, visit)
    found: FurtherReport | None = the_one(visit.further_reports.filter(number=number).select_related("file"))
    if found is None:
        raise Http404(_("Không có biên bản này."))
    return paper_of(request, found, found.file)
