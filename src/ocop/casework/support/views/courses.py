"""A course for those who keep it: days, who came, codes to show, papers to print, materials to hand out."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ocop.casework.support import course_refusals as refusals
from ocop.casework.support.actions import courses as actions
from ocop.casework.support.documents.courses import certificates_pdf, day_code_pdf, sheet_pdf
from ocop.casework.support.forms.courses import DayForm, MaterialForm
from ocop.casework.support.models import Activity, CourseDay
from ocop.casework.support.permissions import refuse_add, refuse_change
from ocop.casework.support.permissions.courses import refuse_see_people
from ocop.casework.support.rules.courses import days_between, window_on
from ocop.casework.support.selectors.courses import days_of, people_of_course
from ocop.casework.support.views.loading import head, sent, task, visible
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.exports import shown_pdf
from ocop.foundation.refusals import Refused, ensure


def course_of(request: PersonRequest, key: UUID, at: datetime) -> Activity:
    """The course of this address for an office that may see its people.
    Http404 where it is none of theirs.
    """
    activity = visible(request, key, at)
    ensure(refuse_see_people(request.user, at))
    if not activity.row.has_attendance:
        raise Refused(refusals.no_course())
    return activity


def day_of(activity: Activity, pk: int) -> CourseDay:
    """One of its days. Http404 for another."""
    return get_object_or_404(
        CourseDay.objects.select_related("activity__place__parent__parent"), activity=activity, pk=pk
    )


def course_url(activity: Activity) -> str:
    """The page of the course."""
    return reverse("support:course", args=[activity.key])


@require_safe
def course(request: PersonRequest, key: UUID) -> HttpResponse:
    """The days with their numbers, who earned a certificate, the materials."""
    at = timezone.now()
    activity = course_of(request, key, at)
    people = people_of_course(activity)
    today = timezone.localdate(at)
    page = head(activity) | {
        "days": [(row, window_on(row.day.day, today)) for row in days_of(activity)],
        "people": len(people),
        "earned": sum(one.has_earned for one in people),
        "materials": activity.materials.select_related("file"),
        "may_change": refuse_change(request.user, activity, at) is None,
        "may_add": refuse_add(request.user, activity, at) is None,
        "all_days": _days_offered(activity),
        "days_planned": activity.facts.get("days"),
    }
    return render(request, "support/course.html", page)


def _days_offered(activity: Activity) -> int:
    """How many days one press would add: the whole period, while no day is there yet."""
    if activity.ends_on is None or CourseDay.objects.filter(activity=activity).exists():
        return 0
    return len(days_between(activity.starts_on, activity.ends_on))


def add_day(request: PersonRequest, key: UUID) -> HttpResponse:
    """One day more."""
    at = timezone.now()
    activity = course_of(request, key, at)
    ensure(refuse_change(request.user, activity, at))
    initial = {"venue": activity.facts.get("venue", "")}
    form = DayForm(request.POST if request.method == "POST" else None, initial=initial)

    def act(data: dict[str, Any]) -> None:
        actions.add_days(activity, [data["day"]], venue=data["venue"], by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Thêm ngày học"), submit=_("Thêm ngày"),
        done=_("Đã thêm ngày học."),
        onward=course_url(activity),
    )  # fmt: skip


@require_POST
def add_period(request: PersonRequest, key: UUID) -> HttpResponse:
    """Every day of the period with one press."""
    at = timezone.now()
    activity = course_of(request, key, at)
    days = days_between(activity.starts_on, activity.ends_on or activity.starts_on)
    actions.add_days(activity, days, venue=activity.facts.get("venue", ""), by=request.user, at=at)
    messages.success(request, _("Đã thêm các ngày học."))
    return redirect(course_url(activity))


@require_POST
def remove_day(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """Takes a day out on which nobody signed in."""
    at = timezone.now()
    activity = course_of(request, key, at)
    actions.remove_day(day_of(activity, pk), by=request.user, at=at)
    messages.success(request, _("Đã bỏ ngày học."))
    return redirect(course_url(activity))


@require_safe
def day_code(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The code of a day, large enough for the hall."""
    at = timezone.now()
    activity = course_of(request, key, at)
    day = day_of(activity, pk)
    page = head(activity) | {
        "day": day,
        "window": window_on(day.day, timezone.localdate(at)),
        "qr": mark_safe(qr.svg(day.sign_in_url.upper())),  # noqa: S308 - drawn here
        "address": day.sign_in_url,
        "may_change": refuse_change(request.user, activity, at) is None,
    }
    return render(request, "support/day_code.html", page)


@require_POST
def renew_code(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """A new code; the old one is worthless."""
    at = timezone.now()
    activity = course_of(request, key, at)
    day = actions.renew_code(day_of(activity, pk), by=request.user, at=at)
    messages.success(request, _("Đã đổi mã. Mã cũ không dùng được nữa."))
    return redirect("support:day_code", activity.key, day.pk)


@require_safe
def day_code_paper(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The code as a sheet to hang up."""
    at = timezone.now()
    day = day_of(course_of(request, key, at), pk)
    return shown_pdf(day_code_pdf(day, at=at), f"ma-diem-danh-{day.day:%Y-%m-%d}.pdf")


@require_safe
def sheet_paper(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The signature sheet of a day."""
    at = timezone.now()
    day = day_of(course_of(request, key, at), pk)
    return shown_pdf(sheet_pdf(day, at=at), f"danh-sach-ky-{day.day:%Y-%m-%d}.pdf")


@require_safe
def certificates(request: PersonRequest, key: UUID) -> HttpResponse:
    """Certificates of all who earned one, or of the one whose attendance `luot` names."""
    at = timezone.now()
    activity = course_of(request, key, at)
    earned = [one for one in people_of_course(activity) if one.has_earned]
    asked = request.GET.get("luot", "")
    if asked:
        earned = [one for one in earned if asked in {str(row) for row in one.rows}]
    if not earned:
        raise Refused(refusals.nobody_earned())
    return shown_pdf(certificates_pdf(activity, earned, at=at), "giay-chung-nhan.pdf")


def add_material(request: PersonRequest, key: UUID) -> HttpResponse:
    """A file to hand out."""
    at = timezone.now()
    activity = course_of(request, key, at)
    ensure(refuse_add(request.user, activity, at))
    form = MaterialForm(*sent(request))

    def act(data: dict[str, Any]) -> None:
        actions.add_material(activity, title=data["title"], upload=data["upload"], by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Thêm tài liệu học"), submit=_("Thêm tài liệu"),
        done=_("Đã thêm tài liệu."), onward=course_url(activity),
        lead=_("Cán bộ và chủ thể có người dự học tải được tài liệu này."),
    )  # fmt: skip
