"""The list of letters, the page of one, its PDF."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals import permissions
from ocop.casework.renewals.lists import LetterTable
from ocop.casework.renewals.models import CallLetter
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.rows import the_one


class LetterList(ListView):
    """The letters about products of one's commune or province."""

    table_class = LetterTable
    heading = _("Văn bản đề nghị đánh giá lại")
    lead = _("Văn bản đã gửi cho xã và chủ thể có giấy chứng nhận sắp hết hạn.")
    empty_title = _("Chưa có văn bản nào")
    empty_text = _("Lập văn bản từ danh sách Đánh giá lại.")
    exporter = as_xlsx
    export_name = "van-ban-de-nghi-danh-gia-lai"

    def get_queryset(self) -> QuerySet[CallLetter]:
        """With how many products."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        rows = CallLetter.objects.visible_to(who.person, who.at).select_related("paper")
        return rows.annotate(products=Count("called"))


def letter(request: PersonRequest, key: UUID) -> HttpResponse:
    """To whom, with which number, about which products."""
    found = _find(request, key)
    context = {
        "letter": found,
        "name": found.addressee,
        "kicker": gettext("Văn bản đề nghị đánh giá lại"),
        "products": found.content["products"],
        "printing": waiting_for([] if found.file_id else [found], request.who.at),
    }
    return render(request, "renewals/letter.html", context)


def letter_pdf(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The stored PDF."""
    found = _find(request, key)
    return paper_of(request, found, found.file)


def _find(request: PersonRequest, key: UUID) -> CallLetter:
    rows = CallLetter.objects.visible_to(request.who.person, request.who.at)
    found = the_one(rows.filter(key=key).select_related("paper", "file", "by"))
    if found is None:
        raise Http404(gettext("Không có văn bản này."))
    return found
