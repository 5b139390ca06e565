"""What shoppers reported, for offices: the list, the page of one, its photograph."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from ocop.casework.inspections import permissions
from ocop.casework.inspections.about import find_report, report_head, see
from ocop.casework.inspections.acts import ABOUT_A_REPORT
from ocop.casework.inspections.labels import act_word
from ocop.casework.inspections.lists import ReportFilter, ReportTable
from ocop.casework.inspections.models import MisuseReport, Reporter, ReportPhoto
from ocop.casework.inspections.models.visible import ReportQuerySet
from ocop.casework.inspections.states import ReportState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView


class ReportList(ListView):
    """The reports of the own province, and those passed to the own commune; those that a device has worked
    for come first.
    """

    useful_first = (Q(state=ReportState.RECEIVED, is_proven=True), Q(state=ReportState.RECEIVED))
    table_class = ReportTable
    filterset_class = ReportFilter
    heading = gettext_lazy("Phản ánh của người mua")
    lead = gettext_lazy("Gửi từ trang kiểm tra mã. Người phản ánh xem kết quả bằng mã, không cần tài khoản.")
    empty_title = gettext_lazy("Chưa có phản ánh nào")
    empty_text = gettext_lazy("Người mua gửi phản ánh kèm ảnh từ trang kiểm tra mã.")
    exporter = as_xlsx
    export_name = "phan-anh"

    def get_queryset(self) -> ReportQuerySet:
        """What the person may see."""
        who = self.request.who
        ensure(permissions.refuse_lists(who))
        return MisuseReport.objects.visible_to(who.person, who.at)


def report(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was told, the photograph, others about the same product; how to reach the shopper is for officers
    of the province alone.
    """
    who = request.who
    found = find_report(who, key)
    see(who, found)
    may_contact = permissions.refuse_contact(who, found) is None
    others = MisuseReport.objects.visible_to(who.person, who.at).exclude(pk=found.pk)
    context = report_head(found) | {
        **doable(ABOUT_A_REPORT, who, found),
        "has_photo": ReportPhoto.objects.filter(report=found).exists(),
        "reporter": Reporter.objects.filter(report=found).first() if may_contact else None,
        "others": others.filter(recognition=found.recognition).order_by("-received_at")[:5]
        if found.recognition_id
        else [],
        "entries": happened(found, act_word),
    }
    return render(request, "inspections/report_detail.html", context)


def photo(request: PersonRequest, key: UUID) -> HttpResponse:
    """The photograph of a report, for whoever sees the report."""
    found = find_report(request.who, key)
    see(request.who, found)
    kept = ReportPhoto.objects.filter(report=found).first()
    if kept is None:
        raise Http404
    response = HttpResponse(bytes(kept.content), content_type="image/webp")
    response["Content-Disposition"] = 'inline; filename="phan-anh.webp"'
    return response
