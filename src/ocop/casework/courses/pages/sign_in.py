"""The page behind the code of a day: whoever sits in the hall writes the own name, without an account."""

from __future__ import annotations

from allauth.core import ratelimit
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ocop.casework.courses.acts import refuse_sign_in, sign_in, unknown_code
from ocop.casework.courses.forms import LearnerForm
from ocop.casework.courses.selectors import day_of_code
from ocop.foundation.refusals import Refusal, Refused

ACTION = "support_sign_in"
"""The name of its limit in ACCOUNT_RATE_LIMITS: a whole hall signs in from one address."""


@never_cache
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The form, what became of it, or why the code opens nothing (404 for none,
    410 for one of another day).
    """
    at = timezone.now()
    day = day_of_code(code)
    if day is None:
        return _closed(request, unknown_code(), 404)
    refusal = refuse_sign_in(day, at)
    if refusal is not None:
        return _closed(request, refusal, 410)
    form = LearnerForm(
        request.POST if request.method == "POST" else None, province=day.activity.place.province.code
    )
    if request.method == "POST" and not ratelimit.consume(request, action=ACTION):
        form.add_error(None, ValidationError(str(_too_fast()), code="too_fast"))
    if request.method == "POST" and form.is_valid():
        try:
            row, is_new = sign_in(code, form.learner, at=at)
        except Refused as refused:
            form.add_error(None, ValidationError(str(refused.refusal), code=refused.refusal.code))
        else:
            return render(request, "courses/signed_in.html", {"row": row, "is_new": is_new, "day": day})
    context = {"form": form, "day": day, "activity": day.activity}
    return render(request, "courses/sign_in.html", context, status=422 if form.errors else 200)


def _too_fast() -> Refusal:
    """Too many names from one address within a minute."""
    return Refusal(
        "too_fast",
        _("Nhiều người đang ghi tên cùng lúc. Tên của bạn chưa được ghi."),
        "",
        _("Chờ một phút rồi bấm lại, hoặc ký vào danh sách giấy."),
    )


def _closed(request: HttpRequest, refusal: Refusal, status: int) -> HttpResponse:
    return render(request, "courses/code_closed.html", {"refusal": refusal}, status=status)
