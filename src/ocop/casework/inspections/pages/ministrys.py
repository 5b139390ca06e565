"""Inspections that the Ministry made: the list and the page of one."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from ocop.casework.inspections import permissions
from ocop.casework.inspections.about import find_ministrys, ministrys_head, see
from ocop.casework.inspections.acts import FOLLOW_MINISTRYS
from ocop.casework.inspections.labels import act_word
from ocop.casework.inspections.lists import MinistryFilter, MinistryTable
from ocop.casework.inspections.models import MinistryInspection
from ocop.casework.inspections.models.visible import MinistryQuerySet
from ocop.casework.inspections.states import MinistryState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView


class MinistryList(ListView):
    """Those about products of the own province or commune."""

    useful_first = (Q(state=MinistryState.OPEN),)
    table_class = MinistryTable
    filterset_class = MinistryFilter
    heading = gettext_lazy("Kiểm tra của Bộ")
    lead = gettext_lazy("Bộ kiểm tra sản phẩm 5 sao, và 3 sao, 4 sao khi cần thiết (điểm b khoản 4 Điều 9).")
    empty_title = gettext_lazy("Chưa ghi cuộc kiểm tra nào của Bộ")
    empty_text = gettext_lazy("Khi có văn bản của Bộ, cán bộ tỉnh ghi lại ở đây và theo dõi đến khi xong.")
    empty_label = add_label = gettext_lazy("Ghi cuộc kiểm tra của Bộ")
    exporter = as_xlsx
    export_name = "kiem-tra-cua-bo"
    refuse_add = permissions.refuse_office
    add_name = "inspections:record_ministrys"

    def get_queryset(self) -> MinistryQuerySet:
        """What the person may see."""
        who = self.request.who
        ensure(permissions.refuse_lists(who))
        return MinistryInspection.objects.visible_to(who.person, who.at).select_related("producer", "paper")


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """What the Ministry found and asks, how it was followed, what may be done."""
    who = request.who
    found = find_ministrys(who, key)
    see(who, found)
    may_list = permissions.refuse_lists(who) is None
    context = ministrys_head(found) | doable((FOLLOW_MINISTRYS,), who, found) | {
        "kind": MinistryList.heading,
        "list_url": reverse("inspections:ministrys_list") if may_list else "",
        "entries": happened(found, act_word),
    }  # fmt: skip
    return render(request, "inspections/ministrys.html", context)
