"""Meetings: the list, one meeting for whoever looks, and what its keepers do."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ocop.casework.dossiers.selectors import ready_for_agenda
from ocop.casework.review import actions, permissions
from ocop.casework.review.forms.meetings import AgendaForm, AttendanceForm, ClosingForm, ReasonForm
from ocop.casework.review.labels import MEETING_KINDS, meeting_state_name
from ocop.casework.review.lists import KINDS_OF_STATES, MeetingFilter, MeetingTable
from ocop.casework.review.models import Attendance, Meeting
from ocop.casework.review.permissions.who import is_secretary, presiding_seat, scoring_seat
from ocop.casework.review.rules import ItemState, MeetingKind, MeetingState
from ocop.casework.review.selectors import board, members_of, tasks
from ocop.casework.review.views.loading import meeting_for, paper_of
from ocop.casework.review.views.shown import outcome_rows
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.refusals import Refused


class MeetingList(ListView):
    """Every meeting that this person may see."""

    table_class = MeetingTable
    filterset_class = MeetingFilter
    heading = _("Phiên họp hội đồng")
    empty_title = _("Chưa có phiên họp nào")
    empty_text = _("Mở trang hội đồng để lên lịch phiên họp.")
    exporter = as_xlsx
    export_name = "phien-hop"

    def get_queryset(self) -> QuerySet[Meeting]:
        """With the number of products on the agenda."""
        rows = Meeting.objects.visible_to(self.request.user, timezone.now()).select_related("council")
        on_agenda = ~Q(items__state=ItemState.REMOVED) & Q(items__isnull=False)
        return rows.annotate(products=Count("items", filter=on_agenda, distinct=True))


def _head(meeting: Meeting) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "kind": MEETING_KINDS[MeetingKind(meeting.kind)],
        "stage": meeting_state_name(meeting.state),
        "stage_kind": KINDS_OF_STATES[MeetingState(meeting.state)],
    }


def meeting(request: HttpRequest, key: UUID) -> HttpResponse:
    """One meeting: the own products for a member, the board for its keepers, results once it is closed."""
    at = timezone.now()
    found = meeting_for(request, key, at)
    keeps = permissions.refuse_keep(request.user, found, at) is None
    prepares = permissions.refuse_prepare(request.user, found, at) is None
    context = _head(found) | {
        "keeps": keeps,
        "prepares": prepares,
        "presides": presiding_seat(request.user, found, at) is not None,
        "is_secretary": is_secretary(request.user, found.council, at),
        "scores": scoring_seat(request.user, found, at) is not None,
        "tasks": _tasks(request, found, at),
        "may_read_minutes": bool(found.minutes_id)
        and permissions.refuse_read_minutes(request.user, found, at) is None,
    }
    if keeps or prepares:
        context |= _board(request, found, at)
    if found.state == MeetingState.PLANNED and (keeps or prepares):
        context["opening_gaps"] = list(permissions.opening_gaps(found, at))
    if found.state == MeetingState.OPEN and keeps:
        context["closing_gaps"] = list(permissions.closing_gaps(found))
    if found.state == MeetingState.CLOSED:
        context["outcomes"] = outcome_rows(request.user, found, at)
    return render(request, "review/meeting.html", context)


def _tasks(request: HttpRequest, found: Meeting, at: datetime) -> dict[str, Any]:
    mine = tasks(request.user, found, at)
    return {
        "rows": mine,
        "undeclared": sum(task.declaration is None for task in mine),
        "to_score": sum(task.is_to_score for task in mine),
        "sealed": sum(task.is_sealed for task in mine),
        "next": next((task for task in mine if task.is_to_score), None),
    }


def _board(request: HttpRequest, found: Meeting, at: datetime) -> dict[str, Any]:
    """The board, without the products from which a conflict keeps this person."""
    shown = board(found, at)
    kept_from = {
        row.item.pk
        for row in shown.items
        if any(seat.person_id == request.user.pk for seat in row.conflicted)
    }
    return {"board": shown, "kept_from": kept_from}


def board_fragment(request: HttpRequest, key: UUID) -> HttpResponse:
    """The board alone, asked for again every few seconds."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_keep)
    prepares = permissions.refuse_prepare(request.user, found, at) is None
    context = _head(found) | _board(request, found, at) | {"keeps": True, "prepares": prepares}
    context["closing_gaps"] = list(permissions.closing_gaps(found)) if found.is_open else []
    return render(request, "review/board.html", context)


def put_on_agenda(request: HttpRequest, key: UUID) -> HttpResponse:
    """Choosing among the accepted dossiers, with the advisory team's report."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_put_on_agenda)
    form = AgendaForm(request.POST or None, ready=ready_for_agenda(at))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with transaction.atomic():
                report = paper_of(
                    PaperKind.REPORT, data["report_no"], data["report_on"], issuer="Tổ tư vấn OCOP cấp tỉnh",
                    subject="kết quả thẩm định hồ sơ, sản phẩm OCOP", by=request.user, at=at,
                )  # fmt: skip
                items = actions.put_on_agenda(
                    found, data["dossiers"], advisory_report=report,
                    advisory_opinion=data["advisory_opinion"],
                    by=request.user, at=at,
                )  # fmt: skip
            messages.success(request, __("Đã đưa %(n)s sản phẩm vào phiên họp.") % {"n": len(items)})
            return redirect(found)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
    context = {"form": form, "meeting": found, "is_empty": not ready_for_agenda(at).exists()}
    return render(request, "review/put.html", context, status=422 if form.errors else 200)


@require_POST
def order(request: HttpRequest, key: UUID) -> HttpResponse:
    """Moves one product a place up or down."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_order)
    keys = [str(item.key) for item in found.items.exclude(state__in=[ItemState.REMOVED, ItemState.EXCLUDED])]
    wanted, step = request.POST.get("san-pham", ""), -1 if request.POST.get("huong") == "len" else 1
    if wanted in keys:
        place = keys.index(wanted)
        keys.insert(min(max(place + step, 0), len(keys) - 1), keys.pop(place))
        actions.order_agenda(found, keys, by=request.user, at=at)
    return redirect(found)


def attendance(request: HttpRequest, key: UUID) -> HttpResponse:
    """Who takes part."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_prepare)
    known = {row.seat_id: row for row in Attendance.objects.filter(meeting=found)}
    form = AttendanceForm(members_of(found.council, at), known, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.record_attendance(found, form.attendance, by=request.user, at=at)
        messages.success(request, __("Đã ghi điểm danh."))
        return redirect(found)
    context = {"form": form, "meeting": found}
    return render(request, "review/attendance.html", context, status=422 if form.errors else 200)


def open_meeting(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks, then opens; whatever stands against it is named."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_open)
    if request.method == "POST":
        actions.open_meeting(found, by=request.user, at=at)
        messages.success(request, __("Đã khai mạc. Thành viên khai báo rồi bắt đầu chấm."))
        return redirect(found)
    context = {
        "heading": __("Khai mạc “%(title)s”") % {"title": found.title},
        "question": __("Quy chế có hiệu lực hôm nay sẽ áp dụng cho cả phiên họp."),
        "submit": __("Khai mạc"),
        "cancel_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context)


@require_POST
def open_all(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lets the members score every waiting product."""
    at = timezone.now()
    found = meeting_for(request, key, at)
    opened = actions.open_all_items(found, by=request.user, at=at)
    messages.success(request, __("Đã mở chấm %(n)s sản phẩm.") % {"n": len(opened)})
    return redirect(found)


def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """The number of the minutes and the conclusion, then the meeting is closed."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_close)
    form = ClosingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            closed = actions.close_meeting(found, by=request.user, at=at, **form.cleaned_data)
            said = (
                __("Đã bế mạc và lập biên bản.")
                if closed.minutes_id
                else __("Đã bế mạc. Biên bản được in sau.")
            )
            messages.success(request, said)
            return redirect(found)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
    context = {
        "form": form,
        "heading": __("Bế mạc “%(title)s”") % {"title": found.title},
        "question": __("Kết quả sẽ được chốt, biên bản lập từ dữ liệu. Sau đó không nhận thêm phiếu."),
        "details": [(__("Khai mạc"), timezone.localtime(found.opened_at).strftime("%H:%M"))],
        "submit": __("Bế mạc và lập biên bản"),
        "cancel_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)


def cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks for the reason, then cancels."""
    at = timezone.now()
    found = meeting_for(request, key, at, permissions.refuse_cancel)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cancel_meeting(found, reason=form.cleaned_data["reason"], by=request.user, at=at)
        messages.success(request, __("Đã huỷ phiên họp, các hồ sơ chờ phiên khác."))
        return redirect(found)
    context = {
        "form": form,
        "heading": __("Huỷ “%(title)s”") % {"title": found.title},
        "question": __("Thành viên được báo. Các hồ sơ quay lại hàng chờ."),
        "submit": __("Huỷ phiên họp"),
        "danger": True,
        "cancel_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)
