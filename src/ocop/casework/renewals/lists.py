"""The work list of what ends, the letters, the extensions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.renewals.labels import EXTENSION_KINDS, extension_choices, extension_word
from ocop.casework.renewals.models import CallLetter, Extension
from ocop.casework.renewals.selectors.terms import reached
from ocop.casework.renewals.states import ExtensionState
from ocop.foundation.places.labels import kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, NumberColumn, StarsColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.foundation.ui.templatetags.ui import ngay
from ocop.kernel.calendar import renewal_window
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.lists.desk import KEPT, communes_with_products
from ocop.registers.products.models import Listing
from ocop.registers.products.rules import Standing, kept_standing

WITHIN = (30, 90, 180, 200, 365)
STAGES = {
    "declined": (_("Không đánh giá lại"), "info"),
    "filed": (_("Đã nộp hồ sơ"), "ok"),
    "called": (_("Đã đề nghị, chưa trả lời"), "wait"),
    "open": (_("Chưa đề nghị"), "warn"),
    "later": (_("Chưa đến kỳ"), "info"),
}


def stage_of(is_declined: bool, is_filed: bool, is_called: bool, expires_on: date) -> str:
    """How far the renewal of a listed recognition is, as a key of STAGES; nobody is called for one whose
    reminders have not begun.
    """
    if is_declined:
        return "declined"
    if is_filed or is_called:
        return "filed" if is_filed else "called"
    return "open" if expires_on <= reached(timezone.localdate()) else "later"


class TermFilter(ListFilter):
    """By words, by how soon it ends, by what was answered, by stars and commune."""

    trong = django_filters.ChoiceFilter(
        label=_("Hết hạn trong"),
        choices=[(str(days), _("%(days)s ngày") % {"days": days}) for days in WITHIN],
        method="filter_within",
    )
    buoc = django_filters.ChoiceFilter(
        label=_("Đánh giá lại"),
        choices=[(key, word) for key, (word, _kind) in STAGES.items()],
        method="filter_stage",
    )
    sao = django_filters.ChoiceFilter(
        label=_("Hạng sao"), field_name="stars", choices=[(3, _("3 sao")), (4, _("4 sao")), (5, _("5 sao"))]
    )
    xa = django_filters.ModelChoiceFilter(
        label=_("Xã, phường"), field_name="producer_commune", queryset=communes_with_products,
        to_field_name="code",
    )  # fmt: skip

    class Meta:
        model = Listing
        fields: ClassVar = ("q", "trong", "buoc", "sao", "xa")

    def filter_within(self, queryset: QuerySet[Listing], name: str, value: str) -> QuerySet[Listing]:
        """What ends from today to so many days later."""
        today = timezone.localdate()
        return queryset.ends_between(today, today + timedelta(days=int(value)))  # type: ignore[attr-defined]

    def filter_stage(self, queryset: QuerySet[Listing], name: str, value: str) -> QuerySet[Listing]:
        """Those that are so far."""
        said, filed, called = Q(is_declined=True), Q(is_filed=True), Q(is_called=True)
        untold, near = ~said & ~filed & ~called, Q(expires_on__lte=reached(timezone.localdate()))
        stages = {
            "declined": said, "filed": ~said & filed, "called": ~said & ~filed & called,
            "open": untold & near, "later": untold & ~near,
        }  # fmt: skip
        return queryset.filter(stages[value])


def _stage(row: Any) -> tuple[Any, str]:
    return STAGES[stage_of(row.is_declined, row.is_filed, row.is_called, row.expires_on)]


def _today(*kept: Any) -> Standing:
    """What holds today, from the columns KEPT of a listing."""
    return kept_standing(*kept, on=timezone.localdate())


def _state(listing: Listing) -> tuple[Any, str]:
    kind = listing.standing_on(timezone.localdate()).kind
    return STANDINGS[kind], STANDING_KINDS[kind]


def _window(window: tuple[Any, Any]) -> str:
    return " – ".join(map(ngay, window))


class TermTable(tables.Table):
    """The soonest first: what ends, whose it is, until when it holds, how far its renewal is."""

    name = LinkedColumn(verbose_name=_("Sản phẩm"), under=lambda one: one.producer_name, orderable=False)
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="producer_name", orderable=False)
    commune = tables.Column(verbose_name=_("Xã, phường"), orderable=False)
    stars = StarsColumn(verbose_name=_("Hạng sao"), orderable=False)
    expires_on = DayColumn(verbose_name=_("Có hiệu lực đến hết"), order_by=("expires_on", "pk"))
    window = tables.Column(verbose_name=_("Nộp hồ sơ đánh giá lại"), accessor="name", orderable=False)
    state = StateColumn(_state, verbose_name=_("Tình trạng"), accessor="status_code", orderable=False)
    stage = StateColumn(_stage, verbose_name=_("Đánh giá lại"), accessor="is_declined", orderable=False)

    class Meta:
        model = Listing
        fields: ClassVar = (
            "name", "producer", "commune", "stars", "expires_on", "window", "state", "stage",
        )  # fmt: skip
        order_by = "expires_on"

    cells: ClassVar = {
        "commune": Cell(("commune__kind", "commune__name"), each=kind_and_name),
        "expires_on": Cell(KEPT, each=lambda *kept: _today(*kept).until),
        "window": Cell(("expires_on",), each=lambda end: _window(renewal_window(end))),
        "state": Cell(KEPT, each=lambda *kept: str(STANDINGS[_today(*kept).kind])),
        "stage": Cell(
            ("is_declined", "is_filed", "is_called", "expires_on"),
            each=lambda *facts: str(STAGES[stage_of(*facts)][0]),
        ),
    }

    def before_render(self, request: Any) -> None:
        """The producer stands below the product; the spreadsheet has it in a column."""
        self.columns.hide("producer")

    def render_expires_on(self, record: Any) -> str:
        """The last day that holds, an extension included."""
        return ngay(record.standing_on(timezone.localdate()).until)

    def render_window(self, record: Any) -> str:
        """First and last day."""
        return _window(renewal_window(record.expires_on))


class LetterTable(tables.Table):
    """To whom, with which number, about how many products."""

    addressee = LinkedColumn(verbose_name=_("Nơi nhận"), accessor="addressee", orderable=False)
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    paper = tables.Column(
        verbose_name=_("Văn bản"), accessor="paper__number", attrs={"td": {"class": "code"}}
    )
    issued_on = DayColumn(verbose_name=_("Ngày"), accessor="paper__issued_on")

    class Meta:
        model = CallLetter
        fields: ClassVar = ("addressee", "products", "paper", "issued_on")
        order_by = "-issued_on"


class ExtensionFilter(ListFilter):
    """Search by product, producer and code; by state."""

    buoc = django_filters.ChoiceFilter(label=_("Trạng thái"), field_name="state", choices=extension_choices)


def _extension_state(extension: Extension) -> tuple[str, str]:
    return extension_word(extension.state), EXTENSION_KINDS[ExtensionState(extension.state)]


class ExtensionTable(tables.Table):
    """What is extended, how far it is, by which decision."""

    first = LinkedColumn(verbose_name=_("Sản phẩm"), accessor="first", orderable=False)
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    state = StateColumn(_extension_state, verbose_name=_("Trạng thái"))
    paper = tables.Column(
        verbose_name=_("Quyết định"), accessor="paper__number", attrs={"td": {"class": "code"}}
    )
    signed_on = DayColumn(verbose_name=_("Ngày"), accessor="paper__issued_on")
    prepared_at = DayColumn(verbose_name=_("Ngày lập"))

    class Meta:
        model = Extension
        fields: ClassVar = ("first", "products", "state", "paper", "signed_on", "prepared_at")
        order_by = "-prepared_at"

    cells: ClassVar = {"state": Cell(("state",), each=extension_word)}
