"""Bringing a dossier under the law in force."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers import actions, permissions
from ocop.casework.dossiers.labels import said
from ocop.casework.dossiers.views.loading import visible
from ocop.foundation.ui.refusals import ensure


def follow_law(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks, then moves the dossier; says what stays and what has to be chosen again."""
    at = timezone.now()
    dossier = visible(request, key, at)
    ensure(permissions.refuse_write(request.user, dossier, at))
    ensure(permissions.refuse_follow(dossier, timezone.localdate(at)))
    answer = dossier.law_on(timezone.localdate(at)).answer
    if request.method == "POST":
        moved = actions.follow_law(dossier, by=request.user, at=at)
        messages.success(request, _("Đã chuyển hồ sơ. Chọn lại mức ở từng tiêu chí, rồi nộp."))
        return redirect(moved)
    context: dict[str, Any] = {
        "heading": _("Chuyển hồ sơ sang Quyết định %(new)s?") % {"new": answer.regulation.number},
        "question": _(
            "Giữ nguyên nội dung các phần, ảnh, giấy tờ và mô tả. Mức ở từng tiêu chí phải chọn lại "
            "vì bộ tiêu chí đã khác; câu trả lời cũ vẫn xem được."
        ),
        "details": [(_("Lý do"), said(answer.reason)), (_("Căn cứ"), answer.article)],
        "submit": _("Chuyển hồ sơ"),
        "cancel_url": reverse("dossiers:detail", args=[dossier.key]),
    }
    return render(request, "ui/confirm.html", context)
