"""The list of rounds."""

from __future__ import annotations

from typing import Any, ClassVar

import django_filters
import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.columns import DayColumn
from ocop.foundation.ui.lists import ListFilter, YearFilter
from ocop.registers.rounds.labels import round_words
from ocop.registers.rounds.models import Round


class RoundTable(tables.Table):
    """One line for a round."""

    name = tables.Column(verbose_name=_("Đợt"), accessor="number", order_by=("year", "number"))
    proposed_before = DayColumn(verbose_name=_("Xã đề nghị trước"))
    held_before = DayColumn(verbose_name=_("Đánh giá trước"))
    is_extra = tables.Column(verbose_name=_("Loại"))
    papers = tables.Column(verbose_name=_("Căn cứ"), accessor="plan", orderable=False, empty_values=())

    class Meta:
        model = Round
        fields: ClassVar = ("name", "proposed_before", "held_before", "is_extra", "papers")
        order_by = "-name"

    def render_name(self, record: Round) -> str:
        """Number and year."""
        return round_words(record.number, record.year)

    def render_is_extra(self, value: bool) -> str:
        """By the law, or beyond it."""
        return str(_("Bổ sung")) if value else str(_("Luật định"))

    def render_papers(self, record: Round) -> Any:
        """The papers of an extra round; else the article."""
        if record.plan and record.rules:
            return f"{record.rules}; {record.plan}"
        return str(_("Khoản 1 Điều 5"))


class RoundFilter(ListFilter):
    """By year and kind."""

    search_field = ""
    nam = YearFilter(label=_("Năm"), field_name="year")
    loai = django_filters.ChoiceFilter(
        label=_("Loại"), field_name="is_extra", choices=[("False", _("Luật định")), ("True", _("Bổ sung"))]
    )

    class Meta:
        model = Round
        fields: ClassVar = ("nam", "loai")
