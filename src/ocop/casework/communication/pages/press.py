"""The press plan: its list, and one line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_tables2 import Table

from ocop.casework.communication import permissions
from ocop.casework.communication.about import find_item, item_head, see_item
from ocop.casework.communication.acts import ABOUT_A_LINE
from ocop.casework.communication.labels import press_deed
from ocop.casework.communication.lists import PressFilter, PressTable
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.pages.tabs import tabs
from ocop.casework.communication.rules import PressState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening

ONLY_IN_EXPORT = ("outlet", "done_on", "times", "minutes", "reach", "link", "plan")
_KINDS = {"accept": "ok", "do": "ok", "reopen": "warn", "cancel": "bad"}


class PressList(ListView):
    """The lines that a person may see."""

    useful_first = (Q(state=PressState.PROPOSED), Q(state=PressState.PLANNED))
    table_class = PressTable
    filterset_class = PressFilter
    heading = _("Kế hoạch truyền thông")
    lead = _("Nói gì, qua kênh nào, ở đâu, ngày nào; đã phát mấy lần, có gì làm chứng.")
    empty_title = _("Chưa có đầu việc truyền thông nào")
    empty_text = _("Thêm việc đầu tiên: buổi phát thanh, bài báo, tờ rơi, hội nghị.")
    empty_label = add_label = _("Thêm đầu việc")
    exporter = as_xlsx
    export_name = "ke-hoach-truyen-thong"
    template_name = "communication/list.html"

    def get_queryset(self) -> QuerySet[PressItem]:
        """With places and plans, in one query."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        return PressItem.objects.visible_to(who.person, who.at).select_related("place", "plan")

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves out what only the spreadsheet has room for."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            for name in ONLY_IN_EXPORT:
                table.columns.hide(name)
        return table

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who plan or propose."""
        if permissions.refuse_note(self.request.who) is None:
            self.add_url = self.empty_url = reverse("communication:item_note")
        return super().get_context_data(**kwargs) | {"tabs": tabs("press")}


@require_safe
def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """What is planned, what was done and what shows it, what may be done, what happened."""
    who = request.who
    item = find_item(who, key)
    see_item(who, item)
    context = {
        **item_head(item),
        "papers": item.papers.select_related("file"),
        "buttons": [one for one in buttons(ABOUT_A_LINE, who, item) if one.refusal is None],
        "entries": _thread(item),
    }
    return render(request, "communication/item.html", context)


def _thread(item: PressItem) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            press_deed(entry.action), entry.at, entry.by_name, entry.reason, "",
            _KINDS.get(entry.action.partition(".")[2], "info"),
        )
        for entry in history(item)
    ]  # fmt: skip
