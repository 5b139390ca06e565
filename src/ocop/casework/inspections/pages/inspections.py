"""Inspections and corrective orders: lists, pages, papers."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from ocop.casework.fieldwork.selectors.beside import told_by
from ocop.casework.inspections import permissions
from ocop.casework.inspections.about import (
    find_inspection,
    find_order,
    inspection_head,
    order_head,
    see,
)
from ocop.casework.inspections.acts import ABOUT_AN_INSPECTION, ABOUT_AN_ORDER
from ocop.casework.inspections.labels import (
    CONCLUSION_KINDS,
    PARTS,
    RELATIONS,
    RESULTS,
    act_word,
    conclusion_word,
    order_word,
)
from ocop.casework.inspections.lists import InspectionFilter, InspectionTable, OrderFilter, OrderTable
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    FindingPhoto,
    Inspection,
    InspectionItem,
    OrderLetter,
)
from ocop.casework.inspections.models.visible import InspectionQuerySet, OrderQuerySet
from ocop.casework.inspections.rules.checklist import Conclusion, Part, Result
from ocop.casework.inspections.selectors.inspecting import items_of
from ocop.casework.inspections.states import InspectionState, OrderState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts.case import doable, happened
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.pages import paper_of
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.lists import ListView

TOLD = frozenset({"not_member", "own_tie", "not_declared"})


class InspectionList(ListView):
    """The inspections of the own province or commune."""

    useful_first = (Q(state=InspectionState.OPEN),)
    table_class = InspectionTable
    filterset_class = InspectionFilter
    heading = gettext_lazy("Kiểm tra sau công nhận")
    lead = gettext_lazy("Theo kế hoạch năm, hoặc đột xuất khi có lý do (Điều 9).")
    empty_title = gettext_lazy("Chưa có cuộc kiểm tra nào")
    empty_text = gettext_lazy("Mở từ kế hoạch năm, từ phản ánh của người mua, hoặc ở đây.")
    empty_label = add_label = gettext_lazy("Mở cuộc kiểm tra")
    exporter = as_xlsx
    export_name = "kiem-tra"
    refuse_add = permissions.refuse_office
    add_name = "inspections:open"

    def get_queryset(self) -> InspectionQuerySet:
        """What the person may see, with how many products each has."""
        who = self.request.who
        ensure(permissions.refuse_lists(who))
        rows = Inspection.objects.visible_to(who.person, who.at)
        return rows.select_related("producer", "plan", "paper").annotate(products=Count("items"))


class OrderList(ListView):
    """The corrective orders of the own province or commune."""

    useful_first = (Q(state__in=[OrderState.OPEN, OrderState.ANSWERED, OrderState.OBJECTED]),)
    table_class = OrderTable
    filterset_class = OrderFilter
    heading = gettext_lazy("Yêu cầu khắc phục")
    empty_title = gettext_lazy("Chưa có yêu cầu khắc phục nào")
    empty_text = gettext_lazy("Yêu cầu có từ kết luận kiểm tra.")
    exporter = as_xlsx
    export_name = "yeu-cau-khac-phuc"

    def get_queryset(self) -> OrderQuerySet:
        """What the person may see."""
        who = self.request.who
        ensure(permissions.refuse_lists(who))
        return CorrectiveOrder.objects.visible_to(who.person, who.at).select_related("item", "producer")


def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """Team, products with findings and conclusions, orders, papers, what may be done, what happened."""
    who = request.who
    inspection = find_inspection(who, key)
    see(who, inspection)
    is_office = permissions.refuse_list(who) is None
    letter = OrderLetter.objects.filter(inspection=inspection).select_related("file").first()
    orders = list(inspection.orders.select_related("item", "producer"))
    context = inspection_head(inspection) | doable(ABOUT_AN_INSPECTION, who, inspection, told=TOLD)
    is_done = inspection.state == InspectionState.CONCLUDED
    context |= {
        "kind": InspectionList.heading,
        "items": _items(inspection) if is_office or is_done else _names(inspection),
        "team": [
            (one.person, RELATIONS.get(one.relation, ""), one.note, one.has_conflict)
            for one in inspection.team.select_related("person")
        ] if is_office else [],
        "orders": [(order, order_word(order.state)) for order in orders],
        "letter": letter,
        "visited": {"found": [told_by(inspection.visit)]}
        if inspection.visit and (is_office or is_done)
        else None,
        "printing": waiting_for(_unmade(inspection, letter), who.at) if is_done else None,
        "revoke": revoke_query(inspection) if is_office else "",
        "entries": happened(inspection, act_word) if is_office else [],
    }  # fmt: skip
    return render(request, "inspections/detail.html", context)


def _unmade(inspection: Inspection, letter: OrderLetter | None) -> list[Any]:
    papers: list[Any] = [inspection, *([letter] if letter else [])]
    return [one for one in papers if one.file_id is None]


def _names(inspection: Inspection) -> list[dict[str, Any]]:
    return [
        {"item": item, "word": "", "kind": "", "parts": [], "photos": []} for item in items_of(inspection)
    ]


def _items(inspection: Inspection) -> list[dict[str, Any]]:
    photos: dict[int, list[FindingPhoto]] = {}
    for photo in FindingPhoto.objects.filter(item__inspection=inspection).select_related("file"):
        photos.setdefault(photo.item_id, []).append(photo)
    return [_item(item, photos.get(item.pk, [])) for item in items_of(inspection)]


def _item(item: InspectionItem, photos: list[FindingPhoto]) -> dict[str, Any]:
    rows = list(item.findings.all())
    parts = [
        (PARTS[part], [(one, RESULTS[Result(one.result)]) for one in rows if one.part == part])
        for part in Part
    ]
    kind = CONCLUSION_KINDS[Conclusion(item.conclusion)] if item.conclusion else ""
    return {
        "item": item,
        "word": conclusion_word(item.conclusion),
        "kind": kind,
        "parts": [part for part in parts if part[1]],
        "photos": photos,
    }


def revoke_query(inspection: Inspection, item: InspectionItem | None = None) -> str:
    """What the form of a revocation begins with: the codes of the products for which it is proposed, and the
    conclusion on which it rests. Empty where there is none.
    """
    chosen = [item] if item else [
        one for one in items_of(inspection) if one.conclusion == Conclusion.REVOKE
    ]  # fmt: skip
    if not chosen:
        return ""
    codes = [one.recognition.certificate_code or one.recognition.product_code for one in chosen]
    told = {"ma": "\n".join(filter(None, codes)), "can-cu": "criteria"}
    if inspection.paper is not None:
        told |= {
            "so": inspection.paper.number,
            "ngay": f"{inspection.paper.issued_on:%d/%m/%Y}",
            "co-quan": inspection.paper.issuer,
        }
    return urlencode(told)


def order(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was found, what has to be put right, what the producer said, what may be done."""
    who = request.who
    found = find_order(who, key)
    see(who, found)
    is_office = permissions.refuse_list(who) is None
    proposed = is_office and found.state == OrderState.PROPOSED
    context = order_head(found) | doable(ABOUT_AN_ORDER, who, found, told=TOLD)
    context |= {
        "kind": OrderList.heading,
        "answers": found.answers.select_related("by").prefetch_related("files__file"),
        "photos": FindingPhoto.objects.filter(item=found.item, line=found.finding.line).select_related(
            "file"
        ),
        "revoke": revoke_query(found.inspection, found.item) if proposed else "",
        "entries": happened(found, act_word),
    }
    return render(request, "inspections/order.html", context)


def minutes(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The minutes as PDF; 202 while they are being made, 404 before the conclusion."""
    inspection = find_inspection(request.who, key)
    see(request.who, inspection)
    ensure(_refuse_unconcluded(inspection))
    return paper_of(request, inspection, inspection.file)


def letter(request: PersonRequest, key: UUID) -> HttpResponseBase:
    """The letter with the orders as PDF."""
    inspection = find_inspection(request.who, key)
    see(request.who, inspection)
    found = OrderLetter.objects.filter(inspection=inspection).select_related("file").first()
    ensure(_refuse_unconcluded(inspection if found else None))
    assert found is not None  # noqa: S101 - asked a moment ago
    return paper_of(request, found, found.file)


def _refuse_unconcluded(inspection: Inspection | None) -> Refusal | None:
    if inspection is not None and inspection.state == InspectionState.CONCLUDED:
        return None
    return Refusal("no_paper_yet", gettext_lazy("Chưa có văn bản này: cuộc kiểm tra chưa kết luận."))
