"""The list, the page of one, its decision as PDF."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from ocop.casework.revocation import permissions
from ocop.casework.revocation.about import find_revocation, head, see_revocation
from ocop.casework.revocation.acts import ABOUT_A_REVOCATION
from ocop.casework.revocation.labels import act_word
from ocop.casework.revocation.lists import RevocationFilter, RevocationTable
from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.models.visible import RevocationQuerySet
from ocop.casework.revocation.papers import decision_pdf
from ocop.casework.revocation.selectors import items_of, why_not
from ocop.casework.revocation.states import RevocationState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx, shown_pdf
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening

_ENDED = (RevocationState.DECIDED, RevocationState.DROPPED)


class RevocationList(ListView):
    """The revocations of the own province."""

    useful_first = (~Q(state__in=_ENDED),)
    table_class = RevocationTable
    filterset_class = RevocationFilter
    heading = gettext_lazy("Thu hồi giấy chứng nhận")
    lead = gettext_lazy("Một cán bộ lập, một cán bộ khác xác minh, người có thẩm quyền quyết định (Điều 8).")
    empty_title = gettext_lazy("Chưa có việc thu hồi nào")
    empty_text = gettext_lazy("Lập đề nghị khi có kết luận, xác nhận ngừng sản xuất hoặc vi phạm nhãn hiệu.")
    empty_label = add_label = gettext_lazy("Lập đề nghị thu hồi")
    exporter = as_xlsx
    export_name = "thu-hoi"

    def get_queryset(self) -> RevocationQuerySet:
        """What the person may see, with the first product and how many there are."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        first = RevocationItem.objects.filter(revocation=OuterRef("pk")).order_by("position", "pk")
        rows = Revocation.objects.visible_to(who.person, who.at).select_related("paper")
        return rows.annotate(
            products=Count("items", distinct=True), first=Subquery(first.values("product_name")[:1])
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who prepare."""
        if permissions.refuse_prepare(self.request.who) is None:
            self.add_url = self.empty_url = reverse("revocation:prepare")
        return super().get_context_data(**kwargs)


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where it stands, its products as they stand today, its papers, what may be done, what happened."""
    who = request.who
    revocation = find_revocation(who, key)
    see_revocation(who, revocation)
    rows, today = items_of(revocation), timezone.localdate(who.at)
    if revocation.state not in _ENDED:
        for row in rows:
            row.left_out = why_not(row.recognition, today)
    offered = buttons(ABOUT_A_REVOCATION, who, revocation)
    context = head(revocation) | {
        "rows": rows,
        "printing": waiting_for(
            [revocation] if revocation.content is not None and revocation.file_id is None else [], who.at
        ),
        "buttons": [one for one in offered if one.refusal is None],
        "why_not": next((one.refusal for one in offered if one.refusal and one.refusal.code in _TOLD), None),
        "entries": [
            Happening(act_word(entry.action), entry.at, entry.by_name, entry.reason, "", "info")
            for entry in history(revocation)
        ],
    }
    return render(request, "revocation/detail.html", context)


_TOLD = frozenset({"preparer_verifies", "preparer_signs"})


def decision(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The decision of the province, or its draft; what the Minister decided is on the page as a scan."""
    revocation = find_revocation(request.who, key)
    see_revocation(request.who, revocation)
    if revocation.content is not None:
        return paper_of(request, revocation, revocation.file)
    return shown_pdf(decision_pdf(revocation, at=request.who.at), "quyet-dinh-thu-hoi.pdf")
