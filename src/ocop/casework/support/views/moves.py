"""Starting, finishing, cancelling."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support import actions, permissions
from ocop.casework.support.forms.acts import ResultForm
from ocop.casework.support.labels.faults import lack_sentence
from ocop.casework.support.selectors import missing
from ocop.casework.support.views.loading import head, task, visible
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.forms import ReasonForm


def start(request: PersonRequest, key: UUID) -> HttpResponse:
    """Asks, then begins."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_keep(request.user, activity.place, at))
    if request.method == "POST":
        actions.start_activity(activity, by=request.user, at=at)
        messages.success(request, _("Đã bắt đầu."))
        return redirect(activity)
    page = head(activity) | {
        "heading": _("Bắt đầu hoạt động?"),
        "question": activity.name,
        "submit": _("Bắt đầu"),
        "cancel_url": activity.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", page)


def finish(request: PersonRequest, key: UUID) -> HttpResponse:
    """The result; what is still missing stands above the form."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_keep(request.user, activity.place, at))
    form = ResultForm(
        request.POST if request.method == "POST" else None, initial={"result_on": timezone.localdate(at)}
    )

    def act(data: dict[str, Any]) -> None:
        actions.finish_activity(activity, **data, by=request.user, at=at)

    lacks = [lack_sentence(activity.row, one) for one in missing(activity)]
    return task(
        request, activity, form, act, heading=_("Ghi kết quả"), submit=_("Ghi kết quả"),
        done=_("Đã ghi kết quả."),
        lacks=lacks,
    )  # fmt: skip


def cancel(request: PersonRequest, key: UUID) -> HttpResponse:
    """Why it will not take place."""
    at = timezone.now()
    activity = visible(request, key, at)
    ensure(permissions.refuse_keep(request.user, activity.place, at))
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act(data: dict[str, Any]) -> None:
        actions.cancel_activity(activity, reason=data["reason"], by=request.user, at=at)

    return task(
        request, activity, form, act, heading=_("Huỷ hoạt động"), submit=_("Huỷ hoạt động"),
        done=_("Đã huỷ hoạt động."), danger=True,
        lead=_("Hoạt động đã huỷ không được tính và không mở lại được."),
    )  # fmt: skip
