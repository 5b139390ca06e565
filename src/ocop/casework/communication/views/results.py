"""Settling a proposal, recording what was done, adding evidence."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import actions, permissions
from ocop.casework.communication.forms import EvidenceForm, ResultForm
from ocop.casework.communication.views.loading import ask_about, item_or_404
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recording
from ocop.foundation.documents.forms import titled
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.forms import ReasonForm


def accept(request: PersonRequest, key: UUID) -> HttpResponse:
    """Takes a commune's proposal into the plan."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    ensure(permissions.refuse_settle(request.user, item, at))
    context = {"heading": _("Đưa vào kế hoạch?"), "lead": item.title, "submit": _("Đưa vào kế hoạch")}
    done = _("Đã đưa vào kế hoạch. Người đề xuất nhận được thông báo.")
    return ask_about(
        request, item, None, lambda _data: actions.accept_item(item, by=request.user, at=at), done, context
    )


def cancel(request: PersonRequest, key: UUID) -> HttpResponse:
    """Gives the line up."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    ensure(permissions.refuse_amend_item(request.user, item, at))
    context = {"heading": _("Huỷ đầu việc"), "lead": item.title, "submit": _("Huỷ đầu việc"), "danger": True}
    return ask_about(
        request, item, ReasonForm(request.POST or None),
        lambda data: actions.cancel_item(item, reason=data["reason"], by=request.user, at=at),
        _("Đã huỷ đầu việc."), context,
    )  # fmt: skip


def record(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was carried out, and what shows it."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    ensure(permissions.refuse_record(request.user, item, at))
    form = ResultForm(
        request.POST or None, request.FILES or None, initial={"times": item.times or 1, "link": item.link}
    )

    def act(data: dict[str, Any]) -> None:
        upload = data.pop("upload", None)
        actions.record_item(item, **data, uploads=[upload] if upload else [], by=request.user, at=at)

    context = {
        "heading": _("Ghi đã thực hiện"),
        "lead": _("Cần một đường dẫn hoặc một bản chụp; không có thì việc này không được đếm."),
        "submit": _("Ghi kết quả"),
    }
    return ask_about(request, item, form, act, _("Đã ghi kết quả."), context)


def reopen(request: PersonRequest, key: UUID) -> HttpResponse:
    """Takes a wrong record back."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    ensure(permissions.refuse_settle(request.user, item, at))
    context = {
        "heading": _("Ghi lại kết quả"),
        "lead": _("Đầu việc trở về kế hoạch để ghi lại; kết quả cũ còn trong nhật ký."),
        "submit": _("Ghi lại"),
    }
    return ask_about(
        request, item, ReasonForm(request.POST or None),
        lambda data: actions.reopen_item(item, reason=data["reason"], by=request.user, at=at),
        _("Đã trở về kế hoạch. Hãy ghi kết quả đúng."), context,
    )  # fmt: skip


def add_evidence(request: PersonRequest, key: UUID) -> HttpResponse:
    """More scans or photographs; without scripts all or none."""
    at = timezone.now()
    item = item_or_404(request, key, at)
    ensure(permissions.refuse_record(request.user, item, at))
    context = {"heading": _("Thêm minh chứng"), "lead": item.title, "submit": _("Thêm")}
    form = EvidenceForm(request.POST or None, request.FILES or None)

    def act(_data: dict[str, Any]) -> None:
        with recording():
            for upload, title in titled(form):
                actions.add_evidence(item, upload=upload, title=title, by=request.user, at=at)

    return ask_about(request, item, form, act, _("Đã thêm minh chứng."), context)
