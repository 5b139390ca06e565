"""What waits for whom, and which orders come near."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.inspections.labels import misuse_word
from ocop.casework.inspections.models import CorrectiveOrder, Inspection, MinistryInspection, MisuseReport
from ocop.casework.inspections.models.visible import MinistryQuerySet, OrderQuerySet, ReportQuerySet
from ocop.casework.inspections.states import InspectionState, MinistryState, OrderState, ReportState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem
from ocop.registers.producers.permissions import producers_acted_for

SOON = timedelta(days=7)
"""From when on an open order stands among the tasks of the office."""


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Officers of the province: answers to look at, orders that are due or late, reports, inspections under
    way. Communes: reports that were passed to them. Producers: what they have to put right.
    """
    roles = {one.role for one in appointments_on(person, at)}
    found: list[Pile] = []
    if Role.PROVINCE_OFFICER in roles:
        found += _of_province(person, at)
    elif Role.COMMUNE_OFFICER in roles:
        passed = MisuseReport.objects.visible_to(person, at).filter(
            state=ReportState.FORWARDED, commune_note=""
        )
        found.append(_reports("inspections.passed", _("Phản ánh chuyển xã kiểm tra"), passed))
    if own := producers_acted_for(who_is(person, at)):
        mine = CorrectiveOrder.objects.filter(producer__in=own, state=OrderState.OPEN)
        found.append(_orders("inspections.correct", _("Việc phải khắc phục"), mine, at))
        asked = MinistryInspection.objects.filter(producer__in=own, state=MinistryState.OPEN)
        found.append(_ministrys(asked, "", at))
    return found


def _of_province(person: Any, at: datetime) -> list[Pile]:
    orders, today = CorrectiveOrder.objects.visible_to(person, at), timezone.localdate(at)
    to_see = orders.filter(state__in=[OrderState.ANSWERED, OrderState.OBJECTED])
    due = orders.filter(state=OrderState.OPEN, due_on__lte=today + SOON)
    reports = MisuseReport.objects.visible_to(person, at).filter(state=ReportState.RECEIVED)
    own = Inspection.objects.filter(state=InspectionState.OPEN, team__person=person)
    asked = MinistryInspection.objects.visible_to(person, at).filter(
        state=MinistryState.OPEN, due_on__lte=today + SOON
    )
    return [
        _orders("inspections.answers", _("Trả lời khắc phục chờ xem"), to_see, at),
        _orders("inspections.due", _("Yêu cầu khắc phục đến hạn"), due, at),
        _ministrys(asked, reverse("inspections:ministrys_list"), at),
        _reports("inspections.reports", _("Phản ánh của người mua"), reports),
        _inspections(own, at),
    ]


_ORDER = {"key": "key", "demand": "demand", "product": "item__product_name", "due": "due_on"}


def _orders(key: str, title: str, rows: OrderQuerySet, at: datetime) -> Pile:
    today = timezone.localdate(at)

    def item(row: Facts) -> WaitingItem:
        order = CorrectiveOrder(key=UUID(row["key"]))
        due = date.fromisoformat(row["due"])
        address = order.get_absolute_url()
        return WaitingItem(row["product"], row["demand"][:120], address, due, (due - today).days)

    late = Q(due_on__lt=today)
    return Pile(key, title, reverse("inspections:orders"), rows.order_by("due_on", "pk"), _ORDER, item, late)


def _ministrys(rows: MinistryQuerySet, address: str, at: datetime) -> Pile:
    """What the Ministry asks; producers have no list of it, each leads to its page."""
    today = timezone.localdate(at)

    def item(row: Facts) -> WaitingItem:
        due, url = date.fromisoformat(row["due"]), reverse("inspections:ministrys", args=[UUID(row["key"])])
        return WaitingItem(row["product"], row["demand"][:120], url, due, (due - today).days)

    facts = {"key": "key", "demand": "demand", "product": "product_name", "due": "due_on"}
    return Pile(
        "inspections.ministry", _("Yêu cầu của Bộ"), address, rows.order_by("due_on", "pk"), facts, item,
        Q(due_on__lt=today),
    )  # fmt: skip


_REPORT = {"key": "key", "kind": "kind", "product": "product_name", "code": "code", "seen": "seen_at"}


def _reports(key: str, title: str, rows: ReportQuerySet) -> Pile:
    def item(row: Facts) -> WaitingItem:
        report = MisuseReport(key=UUID(row["key"]))
        name = row["product"] or row["code"] or row["seen"]
        return WaitingItem(name, misuse_word(row["kind"]), report.get_absolute_url())

    ordered = rows.order_by("-is_proven", "received_at", "pk")
    return Pile(key, title, reverse("inspections:reports"), ordered, _REPORT, item)


def _inspections(rows: Any, at: datetime) -> Pile:
    today = timezone.localdate(at)

    def item(row: Facts) -> WaitingItem:
        found, on = Inspection(key=UUID(row["key"])), date.fromisoformat(row["on"])
        detail = _("Cuộc kiểm tra ngày %(day)s") % {"day": f"{on:%d/%m/%Y}"}
        return WaitingItem(row["producer"], detail, found.get_absolute_url(), on, (on - today).days)

    facts = {"key": "key", "producer": "producer__name", "on": "starts_on"}
    title, url = _("Cuộc kiểm tra đang làm"), reverse("inspections:list")
    return Pile(
        "inspections.open", title, url, rows.order_by("starts_on", "pk"), facts, item,
        Q(starts_on__lt=today),
    )  # fmt: skip


def open_orders(first: date, last: date) -> OrderQuerySet:
    """Orders that nobody answered, by their deadline, both days included."""
    return CorrectiveOrder.objects.filter(state=OrderState.OPEN, due_on__range=(first, last))


def orders_due(first: date, last: date, person: Any, at: datetime) -> Any:
    """Open orders whose deadline falls between two days, both included, as far as the person reads them."""
    rows = open_orders(first, last).visible_to(person, at)
    return rows.select_related("item", "producer").order_by("due_on", "pk")


def open_demands(first: date, last: date) -> MinistryQuerySet:
    """What the Ministry asks after an inspection of its own and is not done, by its day, both included."""
    return MinistryInspection.objects.filter(state=MinistryState.OPEN, due_on__range=(first, last))


def demands_due(first: date, last: date, person: Any, at: datetime) -> MinistryQuerySet:
    """The same, as far as the person reads it."""
    rows = open_demands(first, last).visible_to(person, at)
    return rows.select_related("producer").order_by("due_on", "pk")
