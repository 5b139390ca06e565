"""Who enters days off, and what is said where a year is not known."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.permissions import refuse_manage_people
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.refusals import Refusal
from ocop.foundation.ui.words import said
from ocop.kernel.calendar import UnknownYear


def refuse_days_off(who: Who, _thing: object = None) -> Refusal | None:
    """Days off: the operator."""
    if refuse_manage_people(who.person, who.at) is None:
        return None
    return Refusal(
        "not_operator",
        _("Bạn không sửa được bảng ngày nghỉ."),
        _("Việc này của người quản trị hệ thống."),
        _("Hãy nhờ người quản trị hệ thống của tỉnh."),
    )


def refuse_unknown_year(unknown: UnknownYear) -> Refusal:
    """A date that runs through a year whose days off are not known: no guess, and who mends it."""
    return Refusal(
        "holidays_unknown",
        said(unknown.label),
        "",
        _("Người quản trị hệ thống thêm năm đó ở trang “Ngày nghỉ”. Những gì đã có vẫn được giữ."),
        link=(reverse("programme:days_off"), _("Ngày nghỉ")),
    )


def tell_unknown_year(request: HttpRequest, error: Exception) -> Refusal:
    """The same for whoever asked; the link is for whom may use it."""
    assert isinstance(error, UnknownYear)  # noqa: S101 - registered for it
    refusal = refuse_unknown_year(error)
    person = getattr(request, "user", None)
    if person is not None and refuse_days_off(who_is(person, timezone.now())) is None:
        return refusal
    return Refusal(refusal.code, refusal.what, refusal.why, refusal.todo)
