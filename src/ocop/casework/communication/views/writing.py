"""Writing a page and changing it, with a look at it before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication import actions, permissions
from ocop.casework.communication.forms import NewsForm
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import CONTENT, Words
from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.views.loading import own_places, page_or_404
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept

PREVIEW = "xem-truoc"


def write(request: PersonRequest) -> HttpResponse:
    """A new draft for the place of the writer's office."""
    at = timezone.now()
    ensure(permissions.refuse_write(request.user, at))
    place = own_places(request.user, at)[0]

    def save(data: dict[str, Any]) -> NewsPage:
        page = actions.write_page(
            place=place, kind=NewsKind(data["kind"]), content=_content(data), by=request.user, at=at
        )
        messages.success(request, _("Đã lưu bài. Thêm ảnh nếu có, xem lại rồi đăng hoặc gửi tỉnh."))
        return page

    context = {"heading": _("Viết bài"), "cancel_url": reverse("communication:news"), "pictures": []}
    return _answer(request, at, lambda data: NewsForm(data, is_new=True), save, context, kind="new")


def revise(request: PersonRequest, key: UUID) -> HttpResponse:
    """Other words for a page; its earlier ones are kept."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    ensure(permissions.refuse_revise(request.user, page, at))

    def make(data: Any) -> NewsForm:
        if request.method == "POST":
            page.refresh_from_db()
        return NewsForm(data, is_new=False, initial=page.content)

    def save(data: dict[str, Any]) -> NewsPage:
        actions.revise_page(page, content=_content(data), version=page.version, by=request.user, at=at)
        messages.success(request, _("Đã lưu. Bản trước vẫn còn để xem lại."))
        return page

    context = {
        "heading": _("Sửa nội dung"),
        "page": page,
        "cancel_url": page.get_absolute_url(),
        "pictures": page.pictures.filter(is_removed=False).select_related("file"),
        "is_shown": page.is_shown_on(timezone.localdate(at)),
    }
    return _answer(request, at, make, save, context, kind="drafts")


def _content(data: dict[str, Any]) -> dict[str, str]:
    return {name: data[name] for name in CONTENT}


def _answer(
    request: PersonRequest,
    at: datetime,
    make: Callable[[Any], NewsForm],
    save: Callable[[dict[str, Any]], NewsPage],
    context: dict[str, Any],
    *,
    kind: str,
) -> HttpResponse:
    """Shows the form; with the second button also how the page would look, nothing saved."""

    def do(form: NewsForm) -> HttpResponse | None:
        if PREVIEW in request.POST:
            context["preview"] = _preview(form.cleaned_data)
            return None
        return redirect(save(form.cleaned_data))

    context["preview_name"] = PREVIEW
    return ask_kept(request, at, make, do, context, template="communication/write.html", kind=kind)


def _preview(data: dict[str, Any]) -> list[Words]:
    found = [Words(data["title"], data["summary"], data["body"], "vi")]
    if data["title_en"] or data["body_en"]:
        found.append(Words(data["title_en"], data["summary_en"], data["body_en"], "en"))
    return found
