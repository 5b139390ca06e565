"""Pictures of a page: adding one, taking one off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import actions, permissions
from ocop.casework.communication.forms import PictureForm
from ocop.casework.communication.models import NewsPicture
from ocop.casework.communication.views.loading import ask_about, page_or_404
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recording
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask


def pictures(request: PersonRequest, key: UUID) -> HttpResponse:
    """The pictures with the marks that place them, and a form for more; without scripts all or none."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_revise(request.user, page, at))
    form = PictureForm(request.POST or None, request.FILES or None)

    def save(data: dict[str, Any]) -> list[NewsPicture]:
        with recording():
            given = {"caption": data["caption"], "by": request.user, "at": at}
            return [actions.add_picture(page, upload=upload, **given) for upload in data["upload"]]

    def done(made: list[NewsPicture]) -> HttpResponse:
        for picture in made:
            messages.success(request, _("Đã thêm ảnh %(number)s.") % {"number": picture.number})
        return redirect("communication:pictures", key=page.key)

    return ask(
        request,
        form,
        save,
        done,
        {"page": page, "pictures": page.pictures.filter(is_removed=False).select_related("file")},
        template="communication/pictures.html",
    )


def remove(request: PersonRequest, key: UUID, number: int) -> HttpResponse:
    """Asks, then takes the picture off the page."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_revise(request.user, page, at))
    picture = get_object_or_404(
        page.pictures.select_related("page__place", "file"), number=number, is_removed=False
    )
    context = {
        "heading": _("Bỏ ảnh %(number)s?") % {"number": number},
        "lead": picture.caption,
        "submit": _("Bỏ ảnh"),
        "danger": True,
        "cancel_url": reverse("communication:pictures", args=[page.key]),
    }
    return ask_about(
        request, page, None, lambda _data: actions.remove_picture(picture, by=request.user, at=at),
        _("Đã bỏ ảnh."), context,
    )  # fmt: skip
