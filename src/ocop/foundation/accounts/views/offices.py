"""The register of offices."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.foundation.accounts import actions, permissions
from ocop.foundation.accounts.forms import OfficeForm
from ocop.foundation.accounts.lists import OfficeFilter, OfficeTable
from ocop.foundation.accounts.models import Office
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.selectors import manageable_places
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.refusals import Refused, ensure


class OfficeList(ListView):
    """Every office in which somebody can be appointed."""

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
    form = OfficeForm(request.POST or None, places=manageable_places(request.user, now))
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
    }
    return render(request, "ui/form.html", context, status=422 if form.is_bound else 200)
