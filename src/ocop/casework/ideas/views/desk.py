"""Ideas for the offices: the list, and deciding on one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_tables2 import Table

from ocop.casework.ideas import permissions
from ocop.casework.ideas.actions import deciding
from ocop.casework.ideas.forms import ReasonForm
from ocop.casework.ideas.lists import IdeaDeskFilter, IdeaDeskTable
from ocop.casework.ideas.models import Idea, IdeaQuerySet
from ocop.casework.ideas.views.own import head, load, matches_of
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.refusals import ensure
from ocop.registers.producers.permissions import is_officer
from ocop.registers.producers.views.loading import act


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
    export_name = "y-tuong"

    def get_queryset(self) -> IdeaQuerySet:
        """Ideas on this desk with what the table shows."""
        return Idea.objects.on_desk_of(self.request.user, timezone.now()).with_names()

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves the material to the idea's own page; the spreadsheet has it."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            table.columns.hide("material")
        return table

    @property
    def may_import(self) -> bool:
        """Whether this person may enter ideas from a workbook."""
        return is_officer(self.request.user, timezone.now())


def approve(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks, showing what looks alike, then approves."""
    at = timezone.now()
    idea = load(request, key, at)
    ensure(permissions.refuse_decide(request.user, idea, at, "approve"))
    if request.method == "POST":
        deciding.approve_idea(idea, by=request.user, at=at)
        messages.success(request, gettext("Đã duyệt; người có ý tưởng được báo."))
        return redirect(idea)
    context = head(idea) | {
        "heading": gettext("Duyệt ý tưởng “%(idea)s”?") % {"idea": idea.name},
        "question": gettext("Ý tưởng được duyệt thì thành sản phẩm và hồ sơ, không phải ghi lại."),
        "submit": gettext("Duyệt ý tưởng"),
        "matches": matches_of(request, idea, at),
        "is_deciding": True,
    }
    return render(request, "ideas/approve.html", context)


def _send_back(
    request: HttpRequest, key: UUID, move: str, change: Callable[..., Idea], words: dict[str, Any], said: str
) -> HttpResponse:
    at = timezone.now()
    idea = load(request, key, at)
    ensure(permissions.refuse_decide(request.user, idea, at, move))
    form = ReasonForm(request.POST or None)

    def save(data: dict[str, Any]) -> Idea:
        return change(idea, reason=data["reason"], by=request.user, at=at)

    def done(saved: Idea) -> HttpResponse:
        messages.success(request, said)
        return redirect(saved)

    return act(request, form, save, done, head(idea) | words)


def return_idea(request: HttpRequest, key: UUID) -> HttpResponse:
    """The reason, then back to who has the idea."""
    words = {
        "heading": gettext("Trả lại để bổ sung"),
        "lead": gettext("Người có ý tưởng được báo lý do, bổ sung rồi gửi lại."),
        "submit": gettext("Trả lại"),
    }
    said = gettext("Đã trả lại; người có ý tưởng được báo.")
    return _send_back(request, key, "return", deciding.return_idea, words, said)


def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    """The reason, then refused for good."""
    words = {
        "heading": gettext("Không duyệt ý tưởng"),
        "lead": gettext("Ý tưởng dừng ở đây. Nếu chỉ cần bổ sung thì chọn trả lại."),
        "submit": gettext("Không duyệt"),
    }
    said = gettext("Đã từ chối; người có ý tưởng được báo lý do.")
    return _send_back(request, key, "refuse", deciding.refuse_idea, words, said)
