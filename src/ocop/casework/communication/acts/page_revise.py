"""Sửa nội dung: other words for a page; the earlier ones stay as a version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.checks import refuse_content, refuse_pictures
from ocop.casework.communication.forms import AsksWords
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.models.news import CONTENT
from ocop.casework.communication.permissions import refuse_revise
from ocop.casework.communication.rules import NewsState
from ocop.casework.communication.writes.news import keep_version, tidied, words_to_find
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


class AsksNewWords(AsksWords):
    """What the page says from now on; it stays news or guidance."""

    gives = frozenset({"content", "version"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["kind"]

    def known(self) -> Mapping[str, Any]:
        """What it says now."""
        return self.thing.content

    def given(self) -> Mapping[str, Any]:
        """The words, and the version that was read when the form was made."""
        content = {name: self.cleaned_data[name] for name in CONTENT}
        return {"content": content, "version": self.thing.version}


def refuse_overtaken(page: NewsPage, version: int) -> Refusal | None:
    """Somebody else saved the page since it was opened."""
    if page.version == version:
        return None
    return Refusal(
        "conflict_version",
        gettext("“%(page)s” vừa được người khác sửa.") % {"page": page.title},
        gettext("Lưu bây giờ sẽ mất phần họ vừa viết."),
        gettext("Chép lại phần bạn viết, mở bản mới rồi sửa tiếp."),
    )


@recorded
def revise_page(
    page: NewsPage, *, content: Mapping[str, str], version: int, by: Person, at: datetime
) -> None:
    """Gives the page other words; the earlier ones stay as a version. On an approved page they show at once.

    `version` is the one that the writer saw: refused (conflict) where somebody else saved a newer one;
    otherwise as for writing, and for a text of an approved page that names a missing picture. The same words
    change nothing.
    """
    ensure(refuse_revise(who_is(by, at), held(page)))
    ensure(refuse_overtaken(page, version))
    words = tidied(content)
    ensure(refuse_content(words))
    if words == page.content:
        return
    changed = sorted(name for name, text in words.items() if getattr(page, name) != text)
    for name, text in words.items():
        setattr(page, name, text)
    if page.state == NewsState.PUBLISHED:
        ensure(refuse_pictures(page))
    page.version += 1
    page.search_text = words_to_find(page)
    page.save(update_fields=[*CONTENT, "version", "search_text"])
    keep_version(page, by=by, at=at)
    record("newspage.revise", page, by=by, at=at, data={"version": page.version, "fields": changed})


REVISE = Act(
    about=PAGE,
    name="page_revise",
    path="sua/",
    refuse=refuse_revise,
    form=AsksNewWords,
    do=revise_page,
    button=_("Sửa nội dung"),
    said=_("Đã lưu. Bản trước vẫn còn để xem lại."),
    weight="quiet",
)
"""Its page is `pages/writing.py`."""
