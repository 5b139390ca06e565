"""The list, the page of one, its decision as PDF."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from ocop.casework.annulment import permissions
from ocop.casework.annulment.about import find_annulment, head, see_annulment
from ocop.casework.annulment.acts import ABOUT_AN_ANNULMENT
from ocop.casework.annulment.labels import GROUNDS, act_word
from ocop.casework.annulment.lists import AnnulmentFilter, AnnulmentTable
from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.models.visible import AnnulmentQuerySet
from ocop.casework.annulment.papers import decision_pdf
from ocop.casework.annulment.rules import Ground
from ocop.casework.annulment.selectors import items_of, why_not
from ocop.casework.annulment.states import AnnulmentState
from ocop.casework.certificates.selectors.cases import with_products
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx, shown_pdf
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView

_ENDED = (AnnulmentState.DECIDED, AnnulmentState.DROPPED)
_TOLD = frozenset({"preparer_verifies", "preparer_signs"})


class AnnulmentList(ListView):
    """The annulments of the own province."""

    useful_first = (~Q(state__in=_ENDED),)
    table_class = AnnulmentTable
    filterset_class = AnnulmentFilter
    heading = gettext_lazy("Huỷ bỏ, đánh giá lại")
    lead = gettext_lazy("Kết quả, quyết định không đúng quy định: huỷ bỏ bằng quyết định khác, không sửa.")
    empty_title = gettext_lazy("Chưa có việc huỷ bỏ nào")
    empty_text = gettext_lazy("Lập đề nghị khi Bộ yêu cầu làm lại, hoặc khi tỉnh thấy việc đã làm là sai.")
    empty_label = add_label = gettext_lazy("Lập đề nghị huỷ bỏ")
    exporter = as_xlsx
    export_name = "huy-bo"
    refuse_add = permissions.refuse_prepare
    add_name = "annulment:prepare"

    def get_queryset(self) -> AnnulmentQuerySet:
        """What the person may see, with the first product and how many there are."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        rows = Annulment.objects.visible_to(who.person, who.at).select_related("paper")
        return with_products(rows, AnnulmentItem)


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where it stands, its acts as they stand today, its papers, what may be done, what happened."""
    who = request.who
    annulment = find_annulment(who, key)
    see_annulment(who, annulment)
    rows, today = items_of(annulment), timezone.localdate(who.at)
    if annulment.state not in _ENDED:
        for row in rows:
            row.left_out = why_not(row, today, redo=annulment.redo)
    unprinted = annulment.content is not None and annulment.file_id is None
    context = (
        head(annulment)
        | doable(ABOUT_AN_ANNULMENT, who, annulment, told=_TOLD)
        | {
            "kind": AnnulmentList.heading,
            "list_url": reverse("annulment:list"),
            "rows": rows,
            "ground": GROUNDS[Ground(annulment.ground)],
            "printing": waiting_for([annulment] if unprinted else [], who.at),
            "entries": happened(annulment, act_word),
        }
    )
    return render(request, "annulment/detail.html", context)


def decision(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The decision, or its draft."""
    annulment = find_annulment(request.who, key)
    see_annulment(request.who, annulment)
    if annulment.content is not None:
        return paper_of(request, annulment, annulment.file)
    return shown_pdf(decision_pdf(annulment, at=request.who.at), "quyet-dinh-huy-bo.pdf")
