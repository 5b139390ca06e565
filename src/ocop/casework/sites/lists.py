"""Lists: what buyers asked; where products are bought, for officers who look."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.labels import question_chip, seen_choices, shop_choices
from ocop.casework.sites.models import BuyLink, Question
from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import DayColumn, LinkedColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing

SEEN_KINDS = {"sells": "ok", "empty": "warn", "gone": "bad", "other": "bad", "": "wait"}
_SEEN_WORDS = {"": _("Chưa xem")}


class QuestionFilter(ListFilter):
    """No words: a question is a letter, and is in no index."""

    search_field = ""


class QuestionTable(tables.Table):
    """Of which product, what, when, how it stands."""

    text = LinkedColumn(verbose_name=_("Câu hỏi"))
    product = tables.Column(verbose_name=_("Sản phẩm"), accessor="product__name")
    asked_at = DayColumn(verbose_name=_("Ngày hỏi"))
    stage = StateColumn(question_chip, verbose_name=_("Trạng thái"), orderable=False, empty_values=())

    class Meta:
        model = Question
        fields = ("text", "product", "asked_at", "stage")
        order_by = "-asked_at"

    def value_text(self, record: Any) -> str:
        """The beginning alone."""
        return str(record)


class LinkFilter(ListFilter):
    """By shop and by what was found; words find whose it is and what of."""

    noi = django_filters.ChoiceFilter(label=_("Nơi bán"), field_name="shop", choices=shop_choices)
    thay = django_filters.ChoiceFilter(label=_("Đã thấy"), field_name="seen", choices=seen_choices)

    def filter_q(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Every word must be found, of the producer or of the product."""
        whose = Q(site__producer__in=Producer.objects.filter(search_text__finds=value))
        what = Q(product__in=Listing.objects.filter(search_text__finds=value).values("product"))
        return queryset.filter(whose | what)


def seen_chip(link: BuyLink) -> tuple[str, str]:
    """What was found, with the kind of its chip."""
    return str(_SEEN_WORDS.get(link.seen) or link.get_seen_display()), SEEN_KINDS[link.seen]


class LinkTable(tables.Table):
    """Where, whose, what of, what was found and on which day."""

    shop = LinkedColumn(verbose_name=_("Nơi bán"), accessor="get_shop_display", order_by=("shop",))
    producer = tables.Column(verbose_name=_("Chủ thể"), accessor="site__producer__name")
    product = tables.Column(verbose_name=_("Sản phẩm"), accessor="product__name", default=_("Mọi sản phẩm"))
    url = tables.Column(verbose_name=_("Địa chỉ"), attrs={"td": {"class": "code"}})
    seen = StateColumn(seen_chip, verbose_name=_("Đã thấy"), empty_values=())
    seen_on = DayColumn(verbose_name=_("Ngày xem"))

    class Meta:
        model = BuyLink
        fields = ("shop", "producer", "product", "url", "seen", "seen_on")
        order_by = "seen_on"

    cells: ClassVar = {"seen": Cell(("seen",), each=lambda seen: str(dict(seen_choices()).get(seen, "")))}
