"""The list of extensions, the page of one, its decision as PDF."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.selectors.cases import with_products
from ocop.casework.renewals import permissions
from ocop.casework.renewals.about import find_extension, head_of_extension, see_extension
from ocop.casework.renewals.acts import ABOUT_AN_EXTENSION
from ocop.casework.renewals.labels import act_word
from ocop.casework.renewals.lists import ExtensionFilter, ExtensionTable
from ocop.casework.renewals.models import Extension, ExtensionItem
from ocop.casework.renewals.models.visible import ExtensionQuerySet
from ocop.casework.renewals.selectors.extensions import items_of, mark_left_out
from ocop.casework.renewals.states import ExtensionState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening


class ExtensionList(ListView):
    """The extensions of the own province."""

    useful_first = (Q(state=ExtensionState.PREPARED),)
    table_class = ExtensionTable
    filterset_class = ExtensionFilter
    heading = _("Kéo dài hiệu lực")
    lead = _(
        "Cho sản phẩm đã nộp hồ sơ đánh giá lại ngoài thời hạn: đến ngày có kết quả, có ngày muộn nhất "
        "(khoản 3 Điều 12)."
    )
    empty_title = _("Chưa có việc kéo dài nào")
    empty_text = _("Chỉ cần khi hồ sơ đánh giá lại nộp ngoài thời hạn mà giấy chứng nhận sắp hết hạn.")
    empty_label = add_label = _("Lập quyết định kéo dài")
    exporter = as_xlsx
    export_name = "keo-dai-hieu-luc"
    refuse_add = permissions.refuse_officer
    add_name = "renewals:prepare"

    def get_queryset(self) -> ExtensionQuerySet:
        """What the person may see, with the first product and how many there are."""
        who = self.request.who
        ensure(permissions.refuse_extensions(who))
        rows = Extension.objects.visible_to(who.person, who.at).select_related("paper")
        return with_products(rows, ExtensionItem)


def extension(request: PersonRequest, key: UUID) -> HttpResponse:
    """Where it stands, its products as they stand today, its paper, what may be done, what happened."""
    who = request.who
    found = find_extension(who, key)
    see_extension(who, found)
    rows = items_of(found)
    if found.state == ExtensionState.PREPARED:
        mark_left_out(rows, timezone.localdate(who.at))
    offered = buttons(ABOUT_AN_EXTENSION, who, found)
    unmade = [found] if found.state == ExtensionState.SIGNED and not found.file_id else []
    context = head_of_extension(found) | {
        "rows": rows,
        "buttons": [one for one in offered if one.refusal is None],
        "why_not": next(
            (one.refusal for one in offered if one.refusal and one.refusal.code == "preparer_signs"), None
        ),
        "printing": waiting_for(unmade, who.at),
        "entries": [
            Happening(act_word(entry.action), entry.at, entry.by_name, entry.reason, "", "info")
            for entry in history(found)
            if not entry.action.endswith(".print")
        ],
    }
    return render(request, "renewals/extension.html", context)


def extension_pdf(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The stored PDF of the signed decision."""
    found = find_extension(request.who, key)
    see_extension(request.who, found)
    if found.content is None:
        raise Http404(gettext("Quyết định chưa ký."))
    return paper_of(request, found, found.file)
