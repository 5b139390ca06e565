"""The lists: one kind of help, payments, what a producer received."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tables2 import Table

from ocop.casework.support import permissions
from ocop.casework.support.about import find_kind
from ocop.casework.support.lists import (
    ActivityFilter,
    ActivityTable,
    CostFilter,
    CostTable,
    ReceivedFilter,
    ReceivedTable,
    fact_columns,
)
from ocop.casework.support.models import Activity, Cost
from ocop.casework.support.rules import ActivityState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer


class ActivityList(ListView):
    """The help of one kind in the place of the own office."""

    useful_first = (Q(state=ActivityState.RUNNING), Q(state=ActivityState.PLANNED))
    table_class = ActivityTable
    filterset_class = ActivityFilter
    empty_title = gettext_lazy("Chưa có hoạt động nào thuộc loại này")
    empty_text = gettext_lazy("Ghi hoạt động khi có kế hoạch; tiến độ của năm được tính từ đây.")
    empty_label = add_label = gettext_lazy("Ghi hoạt động")
    exporter = as_xlsx
    template_name = "support/list.html"

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Offices that read help; only officers enter it."""
        self.kind = find_kind(request.who, kwargs["kind"])
        ensure(permissions.refuse_list(request.who))
        self.heading, self.export_name = said(self.kind.label), self.kind.slug
        if permissions.refuse_plan(request.who) is None:
            self.add_url = self.empty_url = reverse("support:plan", args=[self.kind.slug])
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Activity]:
        """With the number of those helped; what only the spreadsheet shows is read for it alone."""
        rows = (
            Activity.objects.visible_to(self.request.user, timezone.now())
            .filter(kind=self.kind.key)
            .with_names()
        )
        rows = rows.annotate(helped=Count("beneficiaries"))
        if not self.is_export:
            return rows
        paid = Cost.objects.filter(activity=OuterRef("pk"), withdrawn_at__isnull=True).order_by()
        total = paid.values("activity").annotate(total=Sum("amount")).values("total")
        return rows.annotate(spent=Subquery(total)).prefetch_related(
            "beneficiaries__producer", "beneficiaries__product"
        )

    def get_table(self, **kwargs: Any) -> Table:
        """The telling columns of the kind on the page, every field in the spreadsheet."""
        hidden = () if self.is_export else ActivityTable.ONLY_EXPORTED
        columns = fact_columns(self.kind, every=self.is_export)
        return super().get_table(extra_columns=columns, exclude=hidden, **kwargs)


class CostList(ListView):
    """Payments for help in the place of the own office."""

    table_class = CostTable
    filterset_class = CostFilter
    heading = gettext_lazy("Khoản chi cho hoạt động hỗ trợ")
    lead = gettext_lazy("Mỗi khoản chi lấy từ một dòng kinh phí của kế hoạch. Khoản đã rút không hiện ở đây.")
    empty_title = gettext_lazy("Chưa có khoản chi nào")
    empty_text = gettext_lazy("Khoản chi được ghi ở trang của từng hoạt động.")
    exporter = as_xlsx
    export_name = "khoan-chi-ho-tro"
    template_name = "support/list.html"

    def get_queryset(self) -> QuerySet[Cost]:
        """Those that count, of activities that the person sees."""
        at = timezone.now()
        ensure(permissions.refuse_list(self.request.who))
        seen = Activity.objects.visible_to(self.request.user, at).values("pk")
        rows = Cost.objects.filter(activity__in=seen, withdrawn_at__isnull=True)
        return rows.select_related("activity", "budget_line__plan")

    def get_table(self, **kwargs: Any) -> Table:
        """Kind, source and year stand under other words on the page,
        in columns of their own in the spreadsheet.
        """
        return super().get_table(exclude=() if self.is_export else CostTable.ONLY_EXPORTED, **kwargs)


class ReceivedList(ListView):
    """The help that one producer received, for its people and the offices that see it."""

    table_class = ReceivedTable
    filterset_class = ReceivedFilter
    empty_title = gettext_lazy("Chưa có hỗ trợ nào được ghi")
    empty_text = gettext_lazy("Hỗ trợ do cán bộ xã, tỉnh ghi sẽ hiện ở đây.")
    exporter = as_xlsx
    export_name = "ho-tro-da-nhan"
    template_name = "support/received.html"

    def dispatch(self, request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Not there for people who do not see the producer."""
        found = Producer.objects.visible_to(request.user, timezone.now()).filter(slug=kwargs["slug"]).first()
        if found is None:
            raise Http404(_("Không có chủ thể này."))
        self.producer = found
        self.heading = _("Hỗ trợ đã nhận")
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Activity]:
        """Everything that helps the producer, also what an office elsewhere gives."""
        return Activity.objects.concerning(Producer.objects.filter(pk=self.producer.pk)).with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the producer for the way back."""
        return super().get_context_data(**kwargs) | {"producer": self.producer}
