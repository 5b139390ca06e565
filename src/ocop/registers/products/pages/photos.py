"""The photographs of a product, and a form to add more."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure
from ocop.foundation.ui import keeping
from ocop.foundation.ui.asking import ask
from ocop.registers.products.about import photos_page, visible_product
from ocop.registers.products.acts import ADD_PHOTOS, MOST_PHOTOS, add_photos
from ocop.registers.products.acts.add_photo import AsksPhotos
from ocop.registers.products.labels import PHOTO_KINDS
from ocop.registers.products.rules import PhotoKind


def photos(request: PersonRequest, slug: str) -> HttpResponse:
    """The photographs shown, and a form to add more; several at once.

    Without scripts all or none; with them each goes by itself.
    """
    who = request.who
    product = visible_product(who, slug)
    ensure(ADD_PHOTOS.refuse(who, product))
    form = AsksPhotos(request.POST or None, request.FILES or None, who=who, thing=product)
    shown = list(product.photos.filter(is_withdrawn=False).select_related("file"))
    context = {
        "product": product,
        "photos": [(photo, PHOTO_KINDS[PhotoKind(photo.kind)]) for photo in shown],
        "most": MOST_PHOTOS,
        "heading": ADD_PHOTOS.heading,
        "submit": ADD_PHOTOS.label,
    }

    def save(_data: dict[str, Any]) -> int:
        return len(add_photos(product, **form.given(), by=request.user, at=who.at))

    def done(count: int) -> HttpResponse:
        if n := keeping.files_sent(request, count):
            messages.success(request, ngettext("Đã thêm %(n)s ảnh.", "Đã thêm %(n)s ảnh.", n) % {"n": n})
        return redirect(photos_page(product))

    return ask(request, form, save, done, context, template="products/photos.html")
