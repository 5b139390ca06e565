"""Photographs of a product: add several, say what they show, put them in order, take one away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.audit.recording import recording
from ocop.foundation.documents.actions import store
from ocop.foundation.refusals import ensure
from ocop.foundation.ui import keeping
from ocop.foundation.ui.asking import ask
from ocop.registers.products import actions, permissions
from ocop.registers.products.forms import PhotoForm, PhotosForm
from ocop.registers.products.labels import PHOTO_KINDS
from ocop.registers.products.models import Photo, Product
from ocop.registers.products.permissions import PHOTO_FILES
from ocop.registers.products.rules import PhotoKind
from ocop.registers.products.views.loading import visible


def photos(request: PersonRequest, slug: str) -> HttpResponse:
    """The photographs shown, and a form to add more; several at once.

    Without scripts all or none; with them each goes by itself.
    """
    at = timezone.now()
    product = visible(request, slug, at)
    ensure(permissions.refuse_amend(request.user, product, at))
    form = PhotosForm(request.POST or None, request.FILES or None)
    shown = list(product.photos.filter(is_withdrawn=False).select_related("file"))
    context = {
        "product": product,
        "photos": [(photo, PHOTO_KINDS[PhotoKind(photo.kind)]) for photo in shown],
        "most": actions.MOST_PHOTOS,
        "heading": _("Ảnh sản phẩm"),
        "submit": _("Gửi ảnh"),
    }

    def save(data: dict[str, Any]) -> int:
        with recording():
            for upload in data["photos"]:
                _keep(product, upload, data["kind"])
        return len(data["photos"])

    def _keep(product: Product, upload: Any, kind: str) -> None:
        file = store(upload, owner=PHOTO_FILES, by=request.user, at=at, kinds=("image",))
        actions.add_photo(product, file=file, kind=kind, by=request.user, at=at)

    def done(count: int) -> HttpResponse:
        if n := keeping.files_sent(request, count):
            messages.success(request, ngettext("Đã thêm %(n)s ảnh.", "Đã thêm %(n)s ảnh.", n) % {"n": n})
        return redirect("products:photos", slug)

    return ask(request, form, save, done, context, template="products/photos.html")


def _photo(request: PersonRequest, slug: str, pk: int) -> Photo:
    product = visible(request, slug, timezone.now())
    photo = get_object_or_404(product.photos.filter(is_withdrawn=False).select_related("file"), pk=pk)
    photo.product = product
    return photo


def amend(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """What one photograph shows."""
    photo = _photo(request, slug, pk)
    ensure(permissions.refuse_amend(request.user, photo.product, timezone.now()))
    back = reverse("products:photos", args=[slug])
    form = PhotoForm(request.POST or None, initial={"kind": photo.kind, "caption": photo.caption})
    context = {
        "heading": _("Ghi chú ảnh"),
        "kicker": photo.product.name,
        "kicker_url": back,
        "cancel_url": back,
    }

    def save(data: dict[str, Any]) -> Photo:
        return actions.amend_photo(photo, **data, by=request.user, at=timezone.now())

    return ask(request, form, save, lambda _photo: redirect(back), context, template="products/amend.html")


@require_POST
def move(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """One place earlier or later."""
    photo = _photo(request, slug, pk)
    actions.move_photo(photo, is_up="len" in request.POST, by=request.user, at=timezone.now())
    return redirect("products:photos", slug)


def remove(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Asks, then takes a photograph off the product's pages."""
    photo = _photo(request, slug, pk)
    ensure(permissions.refuse_remove_photo(request.user, photo.product, timezone.now()))
    if request.method == "POST":
        actions.remove_photo(photo, by=request.user, at=timezone.now())
        messages.success(request, _("Đã bỏ ảnh."))
        return redirect("products:photos", slug)
    context = {
        "heading": _("Bỏ ảnh này?"),
        "question": _("Ảnh không còn hiện ở trang sản phẩm. Hồ sơ đã nộp vẫn giữ ảnh."),
        "submit": _("Bỏ ảnh"),
        "danger": True,
        "cancel_url": reverse("products:photos", args=[slug]),
    }
    return render(request, "ui/confirm.html", context)
