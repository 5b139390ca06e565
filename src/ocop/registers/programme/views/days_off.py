"""Days off: which years are known, their days, and entering a year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.selectors import history
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.words import said
from ocop.kernel.calendar import Certainty, first_days, write_days
from ocop.registers.programme import actions, permissions
from ocop.registers.programme.forms import DaysOffForm
from ocop.registers.programme.labels import CERTAINTIES, CERTAINTY_KINDS
from ocop.registers.programme.models import YearOfDaysOff
from ocop.registers.programme.selectors.days_off import KnownYear, known_year, known_years


@require_safe
def days_off(request: PersonRequest) -> HttpResponse:
    """The years by which dates are counted here."""
    ensure(permissions.refuse_days_off(request.user, timezone.now()))
    years = [_shown(one) for one in known_years()]
    return render(request, "programme/days_off.html", {"years": years})


@require_safe
def year(request: PersonRequest, year: int) -> HttpResponse:
    """One year with its days; what was entered before stands below."""
    ensure(permissions.refuse_days_off(request.user, timezone.now()))
    found = known_year(year)
    if found is None:
        raise Http404
    rows = YearOfDaysOff.objects.filter(year=year).select_related("entered_by").order_by("-pk")
    days = [
        {
            "on": day.on, "is_worked": day.is_worked, "name": said(day.label),
            "is_doubtful": day.certainty is not Certainty.CONFIRMED,
        }
        for day in found.days
    ]  # fmt: skip
    context = {**_shown(found), "days": days, "rows": rows, "history": history(*rows)}
    return render(request, "programme/days_off_year.html", context)


def enter(request: PersonRequest, year: int | None = None) -> HttpResponse:
    """Enters a year, or enters one anew: what is known of it stands in the form."""
    at = timezone.now()
    ensure(permissions.refuse_days_off(request.user, at))
    known = None if year is None else known_year(year)
    if year is not None and known is None:
        raise Http404
    form = DaysOffForm(request.POST or None, initial=_initial(known), year=year)
    context = {
        "heading": _("Sửa ngày nghỉ năm %(year)s") % {"year": year} if year else _("Thêm một năm"),
        "submit": _("Ghi vào bảng ngày nghỉ"),
        "cancel_url": reverse("programme:days_off"),
    }

    def save(data: dict[str, Any]) -> YearOfDaysOff:
        return actions.enter_days_off(**data, by=request.user, at=at)

    def done(row: YearOfDaysOff) -> HttpResponse:
        messages.success(
            request,
            _("Đã ghi ngày nghỉ năm %(year)s. Từ nay hạn được tính theo bảng này.") % {"year": row.year},
        )
        if row.moved:
            said = ngettext(
                "Hạn của %(n)s hồ sơ đang xử lý đã đổi; xã và chủ thể được báo.",
                "Hạn của %(n)s hồ sơ đang xử lý đã đổi; xã và chủ thể được báo.", row.moved,
            )  # fmt: skip
            messages.info(request, said % {"n": row.moved})
        return redirect("programme:days_off_year", year=row.year)

    return ask(request, form, save, done, context)


def _initial(known: KnownYear | None) -> dict[str, Any]:
    if known is not None:
        source = known.row.source if known.row else ""
        return {"certainty": known.certainty.value, "source": source, "days": write_days(known.days)}
    following = max(one.year for one in known_years()) + 1
    return {"year": following, "days": first_days(following)}


def _shown(one: KnownYear) -> dict[str, Any]:
    return {
        "known": one,
        "certainty": CERTAINTIES[one.certainty],
        "certainty_kind": CERTAINTY_KINDS[one.certainty],
    }
