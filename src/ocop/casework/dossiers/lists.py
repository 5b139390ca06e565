"""The lists of dossiers: one's own, and the desks of commune and province."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, cast

import django_filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels import KINDS, OUTCOMES, kind_choices, state_choices, state_name
from ocop.casework.dossiers.labels.clock import clock_kind, weekday_date, working_days
from ocop.casework.dossiers.labels.pages import KINDS_OF_STATES, NEXT_STEPS
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.selectors import days_on_clock, left_over
from ocop.casework.dossiers.selectors.clocks import RUNNING, awaits_receipt
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.places.labels import local_kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import status


class DossierFilter(ListFilter):
    """Search by product, producer, place (old names too), form or receipt number; by step."""

    buoc = django_filters.ChoiceFilter(label=_("Bước"), field_name="state", choices=state_choices)

    def filter_q(self, queryset: QuerySet[Dossier], name: str, value: str) -> QuerySet[Dossier]:
        """Each word may be the product's or the dossier's own."""
        return cast(DossierQuerySet, queryset).finding(value)


class DeskFilter(DossierFilter):
    """The same for officers, with sets and what is late."""

    lan = django_filters.ChoiceFilter(
        label=_("Lần đánh giá"),
        choices=[*kind_choices(), ("muon", _("Đánh giá lại, nộp muộn"))],
        method="filter_kind",
    )
    bo = django_filters.NumberFilter(label=_("Bộ sản phẩm số"), field_name="set_number")
    tre = django_filters.ChoiceFilter(
        label=_("Thời hạn"), choices=[("co", _("Quá hạn")), ("khong", _("Trong hạn"))], method="filter_late"
    )

    van_ban = django_filters.ChoiceFilter(
        label=_("Văn bản quy định"), choices=[("cu", _("Dở dang theo văn bản cũ"))], method="filter_law"
    )

    def filter_kind(self, queryset: QuerySet[Dossier], name: str, value: str) -> QuerySet[Dossier]:
        """One kind, or the re-evaluations that were filed late."""
        return queryset.filter(filed_late=True) if value == "muon" else queryset.filter(kind=value)

    def filter_law(self, queryset: QuerySet[Dossier], name: str, value: str) -> QuerySet[Dossier]:
        """Unfinished under a law that may no longer be used."""
        rows = left_over(cast(DossierQuerySet, queryset.order_by()), timezone.localdate())
        return queryset.filter(pk__in=rows.values("pk"))

    def filter_late(self, queryset: QuerySet[Dossier], name: str, value: str) -> QuerySet[Dossier]:
        """Past the commune's due date, while its clock runs."""
        late = Q(state__in=sorted(RUNNING), commune_due_on__lt=timezone.localdate())
        return queryset.filter(late) if value == "co" else queryset.exclude(late)


def _kind(kind: str, filed_late: bool) -> str:
    """Why it is evaluated; a late filing says so."""
    word = str(KINDS[DossierKind(kind)])
    return gettext("%(kind)s, nộp muộn") % {"kind": word} if filed_late else word


def _next(state: str, outcome: str) -> str:
    """What comes next, or how it ended."""
    return str(NEXT_STEPS.get(DossierState(state)) or (OUTCOMES[Outcome(outcome)] if outcome else "–"))


class DossierTable(tables.Table):
    """Product, step, what comes next, last change."""

    product = tables.Column(verbose_name=_("Sản phẩm"), accessor="product__name", linkify=True)
    kind = tables.Column(verbose_name=_("Lần đánh giá"))
    state = tables.Column(verbose_name=_("Bước"))
    next = tables.Column(verbose_name=_("Việc tiếp theo"), accessor="state", orderable=False)
    updated_at = tables.Column(verbose_name=_("Sửa lần cuối"))

    class Meta:
        model = Dossier
        fields = ("product", "kind", "state", "next", "updated_at")
        order_by = "-updated_at"

    cells: ClassVar = {
        "kind": Cell(("kind", "filed_late"), each=_kind),
        "state": Cell(("state",), each=state_name),
        "next": Cell(("state", "outcome"), each=_next),
    }

    def render_kind(self, record: Dossier) -> str:
        """Why it is evaluated; a late filing says so."""
        return _kind(record.kind, record.filed_late)

    def render_state(self, value: str, record: Dossier) -> Any:
        """The state as a chip."""
        return _chip(record)

    def value_state(self, record: Dossier) -> str:
        """The state in words."""
        return state_name(record.state)

    def render_next(self, record: Dossier) -> Any:
        """What comes next."""
        return _next(record.state, record.outcome)

    def render_updated_at(self, record: Dossier) -> str:
        """The moment at the local clock."""
        return date_format(timezone.localtime(record.updated_at), "DATETIME_FORMAT")


def _chip(record: Dossier) -> Any:
    return status(state_name(record.state), KINDS_OF_STATES[DossierState(record.state)])


class DeskTable(tables.Table):
    """What officers see at a glance: whose, where, how far, until when."""

    product = tables.Column(verbose_name=_("Sản phẩm"), accessor="product__name", linkify=True)
    state = tables.Column(verbose_name=_("Bước"))
    commune_due_on = tables.Column(verbose_name=_("Hạn của xã"), empty_values=())
    kind = tables.Column(verbose_name=_("Lần đánh giá"))
    result_due_on = DayColumn(verbose_name=_("Hạn có kết quả"))
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="product__producer__name")
    commune = tables.Column(verbose_name=_("Xã, phường"), accessor="commune__name")
    submitted_at = tables.Column(verbose_name=_("Nộp lần đầu"))
    registration_no = tables.Column(verbose_name=_("Phiếu số"))

    class Meta:
        model = Dossier
        fields = (
            "product",
            "state",
            "commune_due_on",
            "kind",
            "result_due_on",
            "producer",
            "commune",
            "submitted_at",
            "registration_no",
        )
        order_by = ("commune_due_on", "submitted_at")

    cells: ClassVar = {
        "kind": Cell(("kind", "filed_late"), each=_kind),
        "state": Cell(("state",), each=state_name),
        "commune": Cell(("commune__kind", "commune__name"), each=local_kind_and_name),
    }

    def render_kind(self, record: Dossier) -> str:
        """Why it is evaluated; a late filing says so."""
        return _kind(record.kind, record.filed_late)

    def render_commune(self, record: Dossier) -> str:
        """Kind and name of the commune."""
        return record.commune.local_name

    def render_state(self, record: Dossier) -> Any:
        """The state as a chip."""
        return _chip(record)

    def value_state(self, record: Dossier) -> str:
        """The state in words."""
        return state_name(record.state)

    def render_commune_due_on(self, value: date | None, record: Dossier) -> Any:
        """The due date with its weekday, and the working days left while the clock runs; before that, since
        when the dossier waits to be received.
        """
        if value is None:
            waits = awaits_receipt(record, timezone.localdate())
            return "–" if waits is None else waits.words()
        left = days_on_clock(record, timezone.localdate())
        if left is None:
            return date_format(value, "DATE_FORMAT")
        return format_html(
            "<span>{}<br>{}</span>", weekday_date(value), status(working_days(left), clock_kind(left))
        )

    def value_commune_due_on(self, value: date | None) -> date | None:
        """The date itself."""
        return value

    def render_submitted_at(self, record: Dossier) -> str:
        """The day at the local clock."""
        return date_format(timezone.localtime(record.submitted_at), "DATE_FORMAT")
