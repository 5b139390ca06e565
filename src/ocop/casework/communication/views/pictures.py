"""Pictures of a page: adding one, taking one off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import actions, permissions
from ocop.casework.communication.forms import PictureForm
from ocop.casework.communication.views.loading import ask_about, page_or_404
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import Refused, ensure


def pictures(request: PersonRequest, key: UUID) -> HttpResponse:
    """The pictures with the marks that place them, and a form for one more."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_revise(request.user, page, at))
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = form.cleaned_data
        try:
            picture = actions.add_picture(page, **given, by=request.user, at=at)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
        else:
            messages.success(request, _("Đã thêm ảnh %(number)s.") % {"number": picture.number})
            return redirect("communication:pictures", key=page.key)
    shown = page.pictures.filter(is_removed=False).select_related("file")
    context = {"page": page, "form": form, "pictures": shown}
    return render(request, "communication/pictures.html", context, status=422 if form.errors else 200)


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
