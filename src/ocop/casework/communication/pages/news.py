"""The list of pages, one page at the desk, one of its earlier versions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.communication import permissions
from ocop.casework.communication.about import find_page, page_head, see_page
from ocop.casework.communication.acts import ABOUT_A_PAGE, PROPOSE
from ocop.casework.communication.labels import news_deed
from ocop.casework.communication.lists import NewsFilter, NewsTable
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import Words
from ocop.casework.communication.pages.tabs import tabs
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Button, buttons
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening

_KINDS = {"publish": "ok", "propose": "wait", "return": "warn", "withdraw": "bad"}


class NewsList(ListView):
    """The pages that a person may see."""

    table_class = NewsTable
    filterset_class = NewsFilter
    heading = _("Tin và hướng dẫn")
    lead = _("Bài trên trang công khai: soạn, xem trước, hẹn ngày đăng, gỡ.")
    empty_title = _("Chưa có bài nào")
    empty_text = _("Viết bài đầu tiên: đợt đánh giá sắp mở, cách chuẩn bị hồ sơ, hội chợ.")
    empty_label = add_label = _("Viết bài")
    exporter = as_xlsx
    export_name = "tin-bai"
    template_name = "communication/list.html"

    def get_queryset(self) -> QuerySet[NewsPage]:
        """With whose page it is, in one query."""
        who = self.request.who
        ensure(permissions.refuse_list(who))
        return NewsPage.objects.visible_to(who.person, who.at).select_related("place")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who write."""
        if permissions.refuse_write(self.request.who) is None:
            self.add_url = self.empty_url = reverse("communication:page_write")
        return super().get_context_data(**kwargs) | {"tabs": tabs("news")}


@require_safe
def detail(request: PersonRequest, key: UUID) -> HttpResponse:
    """How the page looks, where it stands, what may be done, what happened."""
    who = request.who
    page = find_page(who, key)
    see_page(who, page)
    language = "en" if request.GET.get("ban") == "en" and page.title_en else "vi"
    context = {
        **page_head(page),
        "words": page.words(language),
        "pictures": page.pictures.filter(is_removed=False).select_related("file"),
        "versions": page.versions.select_related("by"),
        "buttons": _buttons(who, page),
        "entries": _thread(page),
        "is_shown": page.is_shown_on(timezone.localdate(who.at)),
    }
    return render(request, "communication/page.html", context)


@require_safe
def version(request: PersonRequest, key: UUID, number: int) -> HttpResponse:
    """What the page said before."""
    who = request.who
    page = find_page(who, key)
    see_page(who, page)
    found = get_object_or_404(page.versions.select_related("by"), number=number)
    said = found.content
    english = Words(said["title_en"], said["summary_en"], said["body_en"], "en") if said["title_en"] else None
    context = {
        **page_head(page),
        "version": found,
        "words": Words(said["title"], said["summary"], said["body"], "vi"),
        "english": english,
        "pictures": page.pictures.select_related("file"),
    }
    return render(request, "communication/version.html", context)


def _buttons(who: Who, page: NewsPage) -> list[Button]:
    """What this person may do now; who publishes has nobody to send a page to."""
    publishes = permissions.refuse_publish(who, page) is None
    acts = [act for act in ABOUT_A_PAGE if not (publishes and act is PROPOSE)]
    return [one for one in buttons(acts, who, page) if one.refusal is None]


def _thread(page: NewsPage) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            news_deed(entry.action), entry.at, entry.by_name, entry.reason, "",
            _KINDS.get(entry.action.partition(".")[2], "info"),
        )
        for entry in history(page)
    ]  # fmt: skip
