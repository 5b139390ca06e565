"""The list of places, the page where one is looked after, and the page where it is written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.sites.rules import MOST_PHOTOS
from ocop.casework.tourism import about
from ocop.casework.tourism.acts import (
    ABOUT_A_SPOT,
    ADD_PHOTOS,
    AGREE,
    OPEN_SPOT,
    REMOVE_PHOTO,
    TAKE_BACK,
    TIE,
    write_spot,
)
from ocop.casework.tourism.acts.write_spot import CONTACTS
from ocop.casework.tourism.forms import SpotForm
from ocop.casework.tourism.labels import month_words
from ocop.casework.tourism.lists import SpotFilter, SpotTable
from ocop.casework.tourism.models import SPOT_TEXTS, Spot
from ocop.casework.tourism.permissions import refuse_begin, refuse_keep_spot
from ocop.casework.tourism.rules import months_of
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import address_of, buttons
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask_kept
from ocop.foundation.ui.lists import ListView
from ocop.registers.programme.selectors import current


class SpotList(ListView):
    """Villages, homestays and sites of one's own or of one's office."""

    table_class = SpotTable
    filterset_class = SpotFilter
    heading = _("Làng, nhà dân, điểm du lịch")
    lead = _("Mỗi điểm có một trang công khai; cho xem và gỡ bất cứ lúc nào.")
    empty_title = _("Chưa có điểm đến nào")
    empty_text = _("Bấm “Thêm điểm đến” để bắt đầu; chỉ cần tên và xã.")
    add_label = _("Thêm điểm đến")
    exporter = as_xlsx
    export_name = "diem-den"

    def get_queryset(self) -> Any:
        """What the person may see."""
        who = self.request.who
        if (programme := current()) is not None and refuse_begin(who, programme) is None:
            self.add_url = address_of(OPEN_SPOT, programme)
        return Spot.objects.visible_to(who.person, who.at).select_related("place")


@require_safe
def detail(request: PersonRequest, slug: str) -> HttpResponse:
    """What stands there, what everyone sees, what one may do."""
    who = request.who
    spot = about.find_spot(who, slug)
    about.see(who, spot)
    may_keep = refuse_keep_spot(who, spot) is None
    consent = TAKE_BACK if spot.contact_is_public_since else AGREE
    photos = list(spot.photos.filter(is_withdrawn=False).select_related("file"))
    for photo in photos:
        photo.spot = spot
    context = {
        **about.head(spot),
        "spot": spot,
        "may_keep": may_keep,
        "months": month_words(spot.months),
        "buttons": buttons(ABOUT_A_SPOT, who, spot),
        "beside": buttons([consent, ADD_PHOTOS, TIE], who, spot) if may_keep else [],
        "photos": [(one, address_of(REMOVE_PHOTO, one)) for one in photos],
        "most_photos": MOST_PHOTOS,
    }
    return render(request, "tourism/spot.html", context)


def edit(request: PersonRequest, slug: str) -> HttpResponse:
    """The words and figures; what is typed is kept until it is saved."""
    who = request.who
    spot = about.find_spot(who, slug)
    about.see(who, spot)
    ensure(refuse_keep_spot(who, spot))
    context = {
        "heading": gettext("Sửa điểm đến"),
        "kicker": spot.name,
        "kicker_url": spot.get_absolute_url(),
        "cancel_url": spot.get_absolute_url(),
    }
    names = (*SPOT_TEXTS, *CONTACTS)

    def make(data: Any) -> SpotForm:
        if request.method == "POST":
            spot.refresh_from_db(fields=list(names))
        known = {name: getattr(spot, name) for name in names}
        return SpotForm(data, initial={**known, "months": list(months_of(spot.months))})

    def save(form: SpotForm) -> HttpResponse:
        write_spot(spot, fields=form.cleaned_data, by=request.user, at=who.at)
        messages.success(request, gettext("Đã lưu. Mọi người chưa thấy cho đến khi bạn cho xem."))
        return redirect(spot)

    return ask_kept(request, who.at, make, save, context, template="tourism/edit.html")
