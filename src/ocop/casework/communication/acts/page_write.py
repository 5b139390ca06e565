"""Viết bài: a draft of news or guidance, for the place of the writer's office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGES, own_places
from ocop.casework.communication.checks import refuse_content
from ocop.casework.communication.forms import AsksWords
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import CONTENT
from ocop.casework.communication.permissions import refuse_write
from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.writes.news import keep_version, tidied, words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded
from ocop.foundation.places.models import Place


class AsksPage(AsksWords):
    """What the new page says, and whether it is news or guidance."""

    gives = frozenset({"place", "kind", "content"})

    def given(self) -> Mapping[str, Any]:
        """The words; the page belongs to the place of the writer's office."""
        content = {name: self.cleaned_data[name] for name in CONTENT}
        place = own_places(self.who)[0]
        return {"place": place, "kind": NewsKind(self.cleaned_data["kind"]), "content": content}


def refuse_begin(who: Who, _none: object = None) -> Refusal | None:
    """Beginning a page: whoever writes for some place."""
    return refuse_write(who)


@recorded
def write_page(
    *, place: Place, kind: NewsKind, content: Mapping[str, str], by: Person, at: datetime
) -> NewsPage:
    """Begins a draft for a place. Refused to other offices; without title or text; with half of the English;
    too long; with a link that leads to no page.
    """
    ensure(refuse_write(who_is(by, at), place))
    words = tidied(content)
    ensure(refuse_content(words))
    page = NewsPage(place=place, kind=NewsKind(kind).value, created_by=by, created_at=at, **words)
    page.search_text = words_to_find(page)
    page.save()
    keep_version(page, by=by, at=at)
    record("newspage.write", page, by=by, at=at, data={"version": 1, "kind": page.kind})
    return page


WRITE = Act(
    about=PAGES,
    name="page_write",
    path="viet/",
    refuse=refuse_begin,
    form=AsksPage,
    do=write_page,
    button=_("Viết bài"),
    said=_("Đã lưu bài. Thêm ảnh nếu có, xem lại rồi đăng hoặc gửi tỉnh."),
)
"""Its page is `pages/writing.py`: it shows how the words would look before they are saved."""
