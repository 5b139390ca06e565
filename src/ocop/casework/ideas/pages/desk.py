"""The ideas on the desk of an office."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django_tables2 import Table

from ocop.casework.ideas.lists import IdeaDeskFilter, IdeaDeskTable
from ocop.casework.ideas.models import Idea, IdeaQuerySet
from ocop.casework.ideas.permissions import refuse_import
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView


class IdeaDesk(ListView):
    """The ideas that were sent from the ground of the person's offices."""

    template_name = "ideas/desk.html"
    table_class = IdeaDeskTable
    filterset_class = IdeaDeskFilter
    heading = _("Ý tưởng sản phẩm")
    lead = _("Xem ý tưởng mới, duyệt, trả lại hoặc từ chối kèm lý do.")
    empty_title = _("Chưa có ý tưởng nào gửi đến")
    empty_text = _("Khi người dân gửi ý tưởng, bạn được báo và ý tưởng hiện ở đây.")
    add_url: Any = reverse_lazy("ideas:new")
    add_label = _("Đăng ký ý tưởng")
    exporter = as_xlsx
    useful_first = (Q(state=IdeaState.SUBMITTED), Q(state=IdeaState.RETURNED))
    export_name = "y-tuong"

    def get_queryset(self) -> IdeaQuerySet:
        """Ideas on this desk with what the table shows."""
        who = self.request.who
        return Idea.objects.on_desk_of(who.person, who.at).with_names()

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves the material to the idea's own page; the spreadsheet has it."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            table.columns.hide("material")
        return table

    @property
    def may_import(self) -> bool:
        """Whether this person may enter ideas from a workbook."""
        return refuse_import(self.request.who) is None
