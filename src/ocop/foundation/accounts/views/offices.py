"""The register of offices."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ocop.foundation.accounts import actions, permissions
from ocop.foundation.accounts.forms import CommuneOfficesForm, OfficeForm, ProvinceForm
from ocop.foundation.accounts.lists import OfficeFilter, OfficeTable
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.selectors import communes_without_office, manageable_places, own_province
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of, place
from ocop.foundation.refusals import Refused, ensure
from ocop.foundation.ui.lists import ListView


class OfficeList(ListView):
    """Every office in which somebody can be appointed."""

    template_name = "accounts/offices.html"
    table_class = OfficeTable
    filterset_class = OfficeFilter
    queryset = Office.objects.select_related("place__parent")
    heading = gettext_lazy("Cơ quan")
    add_url = reverse_lazy("accounts:add_office")
    add_label = gettext_lazy("Thêm cơ quan")
    exporter = as_xlsx
    export_name = "co-quan"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Operators only."""
        ensure(permissions.refuse_manage_people(request.user, timezone.now()))
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Office]:
        """With their places, in one query."""
        return self.queryset.all()


def add(request: PersonRequest) -> HttpResponse:
    """Adds an office."""
    now = timezone.now()
    ensure(permissions.refuse_manage_people(request.user, now))
    province = _province_asked(request, now)
    places = manageable_places(request.user, now)
    # one province at a time: the country has more communes than fit a list
    offered = Q(pk=province.pk) | Q(parent=province) if province else Q(level=Level.PROVINCE)
    form = OfficeForm(request.POST or None, places=places.filter(offered))
    if request.method == "POST" and form.is_valid():
        try:
            actions.open_office(by=request.user, at=now, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
        else:
            messages.success(request, _("Đã thêm cơ quan."))
            return redirect("accounts:offices")
    context = {
        "form": form,
        "heading": _("Thêm cơ quan"),
        "submit": _("Thêm"),
        "cancel_url": reverse("accounts:offices"),
        "choice": _province_choice(request, province, now),
    }
    return render(request, "accounts/office.html", context, status=422 if form.is_bound else 200)


def add_in_communes(request: PersonRequest) -> HttpResponse:
    """Adds the offices of a province's communes in one act: of all that have none, or of those ticked."""
    now = timezone.now()
    ensure(permissions.refuse_manage_people(request.user, now))
    province = _province_asked(request, now)
    communes = communes_of(province, timezone.localdate(now)) if province else Place.objects.none()
    missing = communes_without_office(province, now) if province else []
    form = CommuneOfficesForm(request.POST or None, communes=communes, missing=missing)
    if province and request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["communes"]
        try:
            offices = actions.open_commune_offices(
                province=province, communes=chosen, by=request.user, at=now
            )
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
        else:
            added = ngettext(
                "Đã thêm %(count)s cơ quan cấp xã.", "Đã thêm %(count)s cơ quan cấp xã.", len(offices)
            )
            messages.success(request, added % {"count": len(offices)})
            return redirect(f"{reverse('accounts:offices')}?level={Level.COMMUNE}")
    context = {
        "form": form, "province": province, "missing": len(form.missing),
        "choice": _province_choice(request, province, now),
    }  # fmt: skip
    return render(request, "accounts/commune_offices.html", context, status=422 if form.is_bound else 200)


def _province_asked(request: PersonRequest, at: datetime) -> Place | None:
    """The province named in the address (`tinh`), refused outside one's place;
    else that of one's own office.
    """
    code = request.GET.get("tinh", "")
    if not code:
        return own_province(request.user, at)
    found = place(code, Level.PROVINCE, timezone.localdate(at))
    if found is None:
        raise Http404
    ensure(permissions.refuse_manage_place(request.user, found, at))
    return found


def _province_choice(request: PersonRequest, province: Place | None, at: datetime) -> ProvinceForm | None:
    """The choice of another province, for who has more than one."""
    provinces = manageable_places(request.user, at).filter(level=Level.PROVINCE)
    if len(provinces) < 2:
        return None
    return ProvinceForm(initial={"tinh": province}, provinces=provinces)
