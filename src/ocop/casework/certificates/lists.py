"""The lists: decisions, and the register of certificates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.labels import (
    SHORT_KINDS,
    STATE_KINDS,
    decision_kind_choices,
    decision_state_choices,
    state_word,
)
from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import status_on
from ocop.casework.certificates.states import DecisionState
from ocop.foundation.places.labels import local_kind_and_name
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import (
    DayColumn,
    LinkedColumn,
    NumberColumn,
    StarsColumn,
    StateColumn,
    two_lines,
)
from ocop.foundation.ui.lists import ListFilter, YearFilter
from ocop.kernel.calendar import window_reaches
from ocop.kernel.codes import CodeError, ProductCode, is_certificate_code, normalise_crockford
from ocop.kernel.law.in_force import WINDOW_OPENS
from ocop.registers.products.labels import STANDING_KINDS, STANDINGS
from ocop.registers.products.selectors import standings_told
from ocop.registers.regulations.templatetags.law import period_text


class DecisionFilter(ListFilter):
    """Search by number, subject, product, producer; by state and kind."""

    buoc = django_filters.ChoiceFilter(
        label=_("Trạng thái"), field_name="state", choices=decision_state_choices
    )
    loai = django_filters.ChoiceFilter(label=_("Loại"), field_name="kind", choices=decision_kind_choices)


def _state(decision: Decision) -> tuple[str, str]:
    return state_word(decision.state), STATE_KINDS[DecisionState(decision.state)]


def _kind(kind: str) -> str:
    return str(SHORT_KINDS[DecisionKind(kind)])


class DecisionTable(tables.Table):
    """What a decision is about, how far it is, its number and date."""

    subject = LinkedColumn(verbose_name=_("Trích yếu"))
    kind = tables.Column(verbose_name=_("Loại"))
    state = StateColumn(_state, verbose_name=_("Trạng thái"))
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    number = tables.Column(verbose_name=_("Số, ký hiệu"), attrs={"td": {"class": "code"}})
    signed_on = DayColumn(verbose_name=_("Ngày ký"))
    created_at = DayColumn(verbose_name=_("Ngày soạn"))

    class Meta:
        model = Decision
        fields = ("subject", "kind", "state", "products", "number", "signed_on", "created_at")
        order_by = "-created_at"

    cells: ClassVar = {"kind": Cell(("kind",), each=_kind), "state": Cell(("state",), each=state_word)}

    def render_kind(self, record: Decision) -> Any:
        """The kind in two words; the filter has the whole of it."""
        return _kind(record.kind)


def _terms() -> list[tuple[str, Any]]:
    soon = gettext("Hết hạn trong %(period)s") % {"period": period_text(WINDOW_OPENS)}
    return [("con", _("Còn hạn")), ("sap", soon), ("het", _("Quá hạn"))]


class CertificateFilter(ListFilter):
    """Search by product, producer, place (old names too), codes and decision; by stars, term and year."""

    sao = django_filters.ChoiceFilter(
        label=_("Hạng sao"), field_name="stars", choices=[(3, _("3 sao")), (4, _("4 sao"))]
    )
    han = django_filters.ChoiceFilter(label=_("Thời hạn"), choices=_terms, method="filter_term")
    nam = YearFilter(label=_("Năm cấp"), field_name="valid_from", lookup_expr="year")

    def filter_q(self, queryset: QuerySet[Certificate], name: str, value: str) -> QuerySet[Certificate]:
        """A whole code finds that one certificate; everything else is searched word by word."""
        if is_certificate_code(value):
            return queryset.filter(code=normalise_crockford(value))
        try:
            return queryset.filter(product_code=str(ProductCode.parse(value)))
        except CodeError:
            return super().filter_q(queryset, name, value)

    def filter_term(self, queryset: QuerySet[Certificate], name: str, value: str) -> QuerySet[Certificate]:
        """By the printed term alone; what happened since is in the column of the status."""
        today = timezone.localdate()
        if value == "het":
            return queryset.filter(expires_on__lt=today)
        running = queryset.filter(expires_on__gte=today)
        return running if value == "con" else running.filter(expires_on__lte=window_reaches(today))


def _status(certificate: Certificate) -> tuple[Any, str]:
    kind = status_on(certificate, timezone.localdate()).kind
    return STANDINGS[kind], STANDING_KINDS[kind]


def _standings(*recognitions: Sequence[Any]) -> Iterator[str]:
    return (str(STANDINGS[kind]) for kind in standings_told(*recognitions))


_COMMUNE = "decision_item__item__dossier__commune"


class CertificateTable(tables.Table):
    """The register: product, producer, commune, stars, codes, decision, term, status today."""

    product = LinkedColumn(
        verbose_name=_("Sản phẩm"),
        accessor="decision_item__printed__product",
        order_by="product__name",
        under=lambda certificate: certificate.decision_item.printed["producer"],
    )
    producer = tables.Column(
        verbose_name=_("Chủ thể"),
        accessor="decision_item__printed__producer",
        order_by="product__producer__name",
    )
    commune = tables.Column(
        verbose_name=_("Xã, phường"),
        accessor=_COMMUNE,
        order_by=f"{_COMMUNE}__name",
    )
    stars = StarsColumn(verbose_name=_("Hạng sao"))
    product_code = tables.Column(verbose_name=_("Mã sản phẩm"), attrs={"td": {"class": "code"}})
    decision = tables.Column(
        verbose_name=_("Quyết định"),
        accessor="decision_item__decision__number",
        order_by=("valid_from", "decision_item__decision__number"),
    )
    valid_from = DayColumn(verbose_name=_("Có hiệu lực từ"))
    expires_on = DayColumn(verbose_name=_("Đến hết ngày"))
    standing = StateColumn(_status, verbose_name=_("Tình trạng"), accessor="recognition", orderable=False)

    class Meta:
        model = Certificate
        fields = (
            "product",
            "producer",
            "commune",
            "stars",
            "product_code",
            "decision",
            "valid_from",
            "expires_on",
            "standing",
        )
        order_by = "-valid_from"

    cells: ClassVar = {
        "product": Cell(("decision_item__printed__product",)),
        "producer": Cell(("decision_item__printed__producer",)),
        "commune": Cell((f"{_COMMUNE}__kind", f"{_COMMUNE}__name"), each=local_kind_and_name),
        "product_code": Cell(("product_code",)),
        "standing": Cell(
            ("recognition", "recognition__status_code", "recognition__valid_from", "recognition__expires_on"),
            together=_standings,
        ),
    }

    def render_product_code(self, value: str, record: Certificate) -> Any:
        """The code, and the decision behind it."""
        return two_lines(value, record.decision_item.decision.number)

    def value_product_code(self, value: str) -> str:
        """The code alone."""
        return value

    def render_commune(self, record: Certificate) -> str:
        """Kind and name of the commune."""
        return record.decision_item.item.dossier.commune.local_name


class CaseTable(tables.Table):
    """What a case of three people is about, on what ground, how far it is, by which decision. A list adds the
    column of its `state` and the words of both (`cells`).
    """

    first = LinkedColumn(verbose_name=_("Sản phẩm"), accessor="first", orderable=False)
    products = NumberColumn(verbose_name=_("Số sản phẩm"))
    ground = tables.Column(verbose_name=_("Căn cứ"))
    paper = tables.Column(
        verbose_name=_("Quyết định"), accessor="paper__number", attrs={"td": {"class": "code"}}
    )
    decided_on = DayColumn(verbose_name=_("Ngày"), accessor="paper__issued_on")
    prepared_at = DayColumn(verbose_name=_("Ngày lập"))
    cells: ClassVar[dict[str, Cell]]

    class Meta:
        fields = ("first", "products", "ground", "state", "paper", "decided_on", "prepared_at")
        order_by = "-prepared_at"

    def render_ground(self, record: Any) -> Any:
        """In two or three words."""
        word = self.cells["ground"].each
        return word(record.ground) if word else record.ground
