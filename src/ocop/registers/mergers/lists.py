"""The list of mergers."""

from __future__ import annotations

from typing import ClassVar

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.columns import DayColumn
from ocop.registers.mergers.models import Merger


class MergerTable(tables.Table):
    """Which units, what followed, from when, by which paper."""

    old_names = tables.Column(verbose_name=_("Đơn vị cũ"), orderable=False)
    new_names = tables.Column(verbose_name=_("Đơn vị mới"), orderable=False)
    on = DayColumn(verbose_name=_("Từ ngày"))
    paper = tables.Column(verbose_name=_("Văn bản"), accessor="paper__number", orderable=False)

    class Meta:
        model = Merger
        fields: ClassVar = ("old_names", "new_names", "on", "paper")
        order_by = "-on"
