"""The list of imports."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

import django_tables2 as tables
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.cells import Cell
from ocop.foundation.ui.columns import NumberColumn, StateColumn
from ocop.foundation.ui.lists import ListFilter
from ocop.registers.recognitions.models import RegisterImport


def _state(one: RegisterImport) -> tuple[Any, str]:
    return (_word(one.undone_at), "info" if one.undone_at else "ok")


def _word(undone_at: datetime | None) -> Any:
    return _("Đã thu lại") if undone_at else _("Đã nhập")


class ImportFilter(ListFilter):
    """No words: the tables are few, the newest first."""

    search_field = ""


class ImportTable(tables.Table):
    """Which table, when, and what came of it."""

    file_name = tables.Column(verbose_name=_("Bảng"), linkify=True, orderable=False)
    at = tables.Column(verbose_name=_("Lúc"), order_by=("at", "pk"))
    by = tables.Column(verbose_name=_("Người nhập"), orderable=False)
    rows = NumberColumn(verbose_name=_("Số dòng"), orderable=False)
    created = NumberColumn(verbose_name=_("Đã ghi mới"), orderable=False)
    known = NumberColumn(verbose_name=_("Đã có từ trước"), orderable=False)
    refused = NumberColumn(verbose_name=_("Không nhận"), orderable=False)
    state = StateColumn(
        _state, verbose_name=_("Tình trạng"), accessor="undone_at", orderable=False, empty_values=()
    )

    class Meta:
        model = RegisterImport
        fields: ClassVar = ("file_name", "at", "by", "rows", "created", "known", "refused", "state")
        order_by = "-at"

    cells: ClassVar = {
        "by": Cell(("by__full_name",), each=lambda name: name or ""),
        "state": Cell(("undone_at",), each=lambda undone_at: str(_word(undone_at))),
    }

    def render_at(self, value: datetime) -> str:
        """The moment at the local clock."""
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
