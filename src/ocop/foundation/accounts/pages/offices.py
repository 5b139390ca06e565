"""The register of offices."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from ocop.foundation.accounts import permissions
from ocop.foundation.accounts.acts import OPEN_COMMUNE_OFFICES
from ocop.foundation.accounts.acts.open_commune_offices import AsksCommunes
from ocop.foundation.accounts.forms.offices import province_choice
from ocop.foundation.accounts.lists import OfficeFilter, OfficeTable
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Level
from ocop.foundation.documents.exports import as_xlsx
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


def add_in_communes(request: PersonRequest) -> HttpResponse:
    """Adds the offices of a province's communes in one act: of all that have none, or of those ticked."""
    who, act = request.who, OPEN_COMMUNE_OFFICES
    ensure(act.refuse(who, None))
    form = AsksCommunes(request.POST or None, who=who, thing=None, query=request.GET)
    if form.province and request.method == "POST" and form.is_valid():
        try:
            offices = act.do(**form.given(), by=request.user, at=who.at)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
        else:
            added = ngettext(
                "Đã thêm %(count)s cơ quan cấp xã.", "Đã thêm %(count)s cơ quan cấp xã.", len(offices)
            )
            messages.success(request, added % {"count": len(offices)})
            return redirect(f"{reverse('accounts:offices')}?level={Level.COMMUNE}")
    context = {
        "form": form, "province": form.province, "missing": len(form.missing),
        "choice": province_choice(who, form.province),
    }  # fmt: skip
    return render(request, "accounts/commune_offices.html", context, status=422 if form.is_bound else 200)
