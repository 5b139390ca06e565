"""What writing and revising a page have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ocop.casework.communication.models import NewsPage, NewsVersion
from ocop.casework.communication.models.news import CONTENT
from ocop.casework.communication.rules import plain
from ocop.foundation.accounts.models import Person
from ocop.kernel.text import one_line, searchable, tidy


def tidied(content: Mapping[str, str]) -> dict[str, str]:
    """The words tidied; titles and summaries in one line."""
    texts = {name: tidy(content.get(name, "")) for name in CONTENT}
    return {name: text if name.startswith("body") else one_line(text) for name, text in texts.items()}


def words_to_find(page: NewsPage) -> str:
    """By what the page is found."""
    texts = [page.title, page.summary, page.title_en, page.summary_en, plain(page.body), plain(page.body_en)]
    return searchable(*texts)


def keep_version(page: NewsPage, *, by: Person, at: datetime) -> None:
    """What the page says from now on."""
    NewsVersion.objects.create(page=page, number=page.version, content=page.content, by=by, at=at)
