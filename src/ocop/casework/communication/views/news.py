"""The list of pages, one page at the desk, one of its earlier versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.casework.communication import permissions
from ocop.casework.communication.labels import NEWS_KINDS, news_deed, news_status
from ocop.casework.communication.lists import NewsFilter, NewsTable
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import Words
from ocop.casework.communication.rules import NEWS_WORKFLOW, NewsKind, NewsState
from ocop.casework.communication.views.loading import MAIN, PLAIN, QUIET, in_order, page_or_404, tabs
from ocop.foundation.acts import Button
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening

_MAIN = {"publish", "propose", "reopen"}
_KINDS = {"publish": "ok", "propose": "wait", "return": "warn", "withdraw": "bad"}


class NewsList(ListView):
    """The pages that a person may see."""

    table_class = NewsTable
    filterset_class = NewsFilter
    heading = gettext_lazy("Tin và hướng dẫn")
    lead = gettext_lazy("Bài trên trang công khai: soạn, xem trước, hẹn ngày đăng, gỡ.")
    empty_title = gettext_lazy("Chưa có bài nào")
    empty_text = gettext_lazy("Viết bài đầu tiên: đợt đánh giá sắp mở, cách chuẩn bị hồ sơ, hội chợ.")
    empty_label = add_label = gettext_lazy("Viết bài")
    exporter = as_xlsx
    export_name = "tin-bai"
    template_name = "communication/list.html"

    def get_queryset(self) -> QuerySet[NewsPage]:
        """With whose page it is, in one query."""
        at = timezone.now()
        ensure(permissions.refuse_list(self.request.user, at))
        return NewsPage.objects.visible_to(self.request.user, at).select_related("place")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The button only for those who write."""
        if permissions.refuse_write(self.request.user, timezone.now()) is None:
            self.add_url = self.empty_url = reverse("communication:write_page")
        return super().get_context_data(**kwargs) | {"tabs": tabs("news")}


@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """How the page looks, where it stands, what may be done, what happened."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    language = "en" if request.GET.get("ban") == "en" and page.title_en else "vi"
    context = {
        **head(page, at),
        "words": page.words(language),
        "pictures": page.pictures.filter(is_removed=False).select_related("file"),
        "versions": page.versions.select_related("by"),
        "deeds": deeds(request.user, page, at),
        "entries": thread(page),
        "is_shown": page.is_shown_on(timezone.localdate(at)),
    }
    return render(request, "communication/page.html", context)


@require_safe
def version(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """What the page said before."""
    at = timezone.now()
    page = page_or_404(request, key, at)
    found = get_object_or_404(page.versions.select_related("by"), number=number)
    said = found.content
    english = Words(said["title_en"], said["summary_en"], said["body_en"], "en") if said["title_en"] else None
    context = {
        **head(page, at),
        "version": found,
        "words": Words(said["title"], said["summary"], said["body"], "vi"),
        "english": english,
        "pictures": page.pictures.select_related("file"),
    }
    return render(request, "communication/version.html", context)


def head(page: NewsPage, at: datetime) -> dict[str, Any]:
    """What the head of every page about a page says."""
    stage, stage_kind = news_status(page.state, page.publish_on, timezone.localdate(at))
    return {
        "page": page,
        "kicker": NEWS_KINDS[NewsKind(page.kind)],
        "name": page.title,
        "place": page.place.local_full_name,
        "stage": stage,
        "stage_kind": stage_kind,
    }


def deeds(person: Any, page: NewsPage, at: datetime) -> list[Button]:
    """The buttons: what this person may do from this state, the main one first."""
    may = _may(person, page, at)
    found = []
    if permissions.refuse_revise(person, page, at) is None:
        found.append(Button(_("Sửa nội dung"), reverse("communication:revise_page", args=[page.key]), QUIET))
        found.append(Button(_("Ảnh"), reverse("communication:pictures", args=[page.key]), QUIET))
    if page.state == NewsState.PUBLISHED and may["publish"] is None:
        found.append(Button(_("Đổi ngày đăng"), reverse("communication:set_day", args=[page.key]), PLAIN))
    for move in NEWS_WORKFLOW.available(page.state):
        # who publishes has nobody to send it to
        if may[move.name] is None and (move.name != "propose" or may["publish"] is not None):
            url = reverse(f"communication:{move.name}_page", args=[page.key])
            found.append(
                Button(news_deed(f"newspage.{move.name}"), url, MAIN if move.name in _MAIN else PLAIN)
            )
    return in_order(found)


def _may(person: Any, page: NewsPage, at: datetime) -> dict[str, Refusal | None]:
    publish, withdraw = (
        permissions.refuse_publish(person, page, at),
        permissions.refuse_withdraw(person, page, at),
    )
    return {
        "propose": permissions.refuse_write(person, at, page.place),
        "return": publish,
        "publish": publish,
        "withdraw": withdraw,
        "reopen": withdraw,
    }


def thread(page: NewsPage) -> list[Happening]:
    """What happened, newest first."""
    return [
        Happening(
            news_deed(entry.action), entry.at, entry.by_name, entry.reason, "",
            _KINDS.get(entry.action.partition(".")[2], "info"),
        )
        for entry in history(page)
    ]  # fmt: skip
