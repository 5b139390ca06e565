"""The list, the page of one, its decision as PDF."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from ocop.casework.certificates.selectors.cases import with_products
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
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx, shown_pdf
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView

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
    refuse_add = permissions.refuse_prepare
    add_name = "revocation:prepare"

    def get_queryset(self) -> RevocationQuerySet:
        """What the person may see, with the first product and how many there are."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        rows = Revocation.objects.visible_to(who.person, who.at).select_related("paper")
        return with_products(rows, RevocationItem)


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where it stands, its products as they stand today, its papers, what may be done, what happened."""
    who = request.who
    revocation = find_revocation(who, key)
    see_revocation(who, revocation)
    rows, today = items_of(revocation), timezone.localdate(who.at)
    if revocation.state not in _ENDED:
        for row in rows:
            row.left_out = why_not(row.recognition, today)
    context = (
        head(revocation)
        | doable(ABOUT_A_REVOCATION, who, revocation, told=_TOLD)
        | {
            "kind": RevocationList.heading,
            "list_url": reverse("revocation:list"),
            "rows": rows,
            "printing": waiting_for(
                [revocation] if revocation.content is not None and revocation.file_id is None else [], who.at
            ),
            "entries": happened(revocation, act_word),
        }
    )
    return render(request, "revocation/detail.html", context)


_TOLD = frozenset({"preparer_verifies", "preparer_signs"})


def decision(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The decision of the province, or its draft; what the Minister decided is on the page as a scan."""
    revocation = find_revocation(request.who, key)
    see_revocation(request.who, revocation)
    if revocation.content is not None:
        return paper_of(request, revocation, revocation.file)
    return shown_pdf(decision_pdf(revocation, at=request.who.at), "quyet-dinh-thu-hoi.pdf")
