"""The list, the page of one with its receipt and its answer, the letter as PDF."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.objections import permissions
from ocop.casework.objections.about import find_objection, head, see_objection
from ocop.casework.objections.acts import ABOUT_AN_OBJECTION
from ocop.casework.objections.labels import act_word
from ocop.casework.objections.lists import ObjectionFilter, ObjectionTable
from ocop.casework.objections.models import Objection
from ocop.casework.objections.models.visible import ObjectionQuerySet
from ocop.casework.objections.states import ObjectionState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.kernel.canonical import short_code


class ObjectionList(ListView):
    """The objections of one's own producers, commune or province."""

    useful_first = (Q(state=ObjectionState.FILED),)
    table_class = ObjectionTable
    filterset_class = ObjectionFilter
    heading = _("Kiến nghị về kết quả")
    lead = _("Chủ thể kiến nghị về kết quả đánh giá; cơ quan OCOP cấp tỉnh trả lời bằng văn bản.")
    empty_title = _("Chưa có kiến nghị nào")
    empty_text = _("Chủ thể gửi kiến nghị từ trang thông báo kết quả của sản phẩm.")
    exporter = as_xlsx
    export_name = "kien-nghi-ve-ket-qua"

    def get_queryset(self) -> ObjectionQuerySet:
        """What the person may see."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        return Objection.objects.visible_to(who.person, who.at).select_related("producer", "paper")


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was filed with the code of its receipt, its files, the answer, what may be done, what happened."""
    who = request.who
    objection = find_objection(who, key)
    see_objection(who, objection)
    is_printing = objection.content is not None and objection.file_id is None
    context = (
        head(objection)
        | doable(ABOUT_AN_OBJECTION, who, objection)
        | {
            "kind": ObjectionList.heading,
            "list_url": reverse("objections:list"),
            "code": short_code(objection.sha256),
            "files": [row.file for row in objection.files.select_related("file")],
            "printing": waiting_for([objection] if is_printing else [], who.at),
            "entries": happened(objection, act_word),
        }
    )
    return render(request, "objections/detail.html", context)


def letter(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The letter with the answer."""
    objection = find_objection(request.who, key)
    see_objection(request.who, objection)
    return paper_of(request, objection, objection.file)
