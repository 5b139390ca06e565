"""The papers of a course: the code of a day to hang up, the signature sheet, certificates."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.courses.about import find_course, find_day, see_course
from ocop.casework.courses.models import CourseDay
from ocop.casework.courses.papers.of_course import certificates_pdf, day_code_pdf, sheet_pdf
from ocop.casework.courses.selectors import people_of_course
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import shown_pdf
from ocop.foundation.refusals import Refusal, Refused


def _day(request: PersonRequest, key: UUID, pk: int) -> CourseDay:
    day = find_day(request.who, key, pk)
    see_course(request.who, day.activity)
    return day


@require_safe
def day_code(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The code as a sheet to hang up."""
    day = _day(request, key, pk)
    return shown_pdf(day_code_pdf(day, at=request.who.at), f"ma-diem-danh-{day.day:%Y-%m-%d}.pdf")


@require_safe
def sheet(request: PersonRequest, key: UUID, pk: int) -> HttpResponse:
    """The signature sheet of a day."""
    day = _day(request, key, pk)
    return shown_pdf(sheet_pdf(day, at=request.who.at), f"danh-sach-ky-{day.day:%Y-%m-%d}.pdf")


@require_safe
def certificates(request: PersonRequest, key: UUID) -> HttpResponse:
    """Certificates of all who earned one, or of the one whose attendance `luot` names."""
    activity = find_course(request.who, key)
    earned = [one for one in people_of_course(activity) if one.has_earned]
    asked = request.GET.get("luot", "")
    if asked:
        earned = [one for one in earned if asked in {str(row) for row in one.rows}]
    if not earned:
        raise Refused(_nobody_earned())
    return shown_pdf(certificates_pdf(activity, earned, at=request.who.at), "giay-chung-nhan.pdf")


def _nobody_earned() -> Refusal:
    """There is nobody to certify."""
    return Refusal(
        "nobody_earned",
        _("Chưa có ai dự đủ số ngày để in giấy chứng nhận."),
        "",
        _("Ghi đủ lượt dự học, hoặc sửa số ngày cần dự của khoá học."),
    )
