"""What everyone may read today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.db.models.functions import ExtractYear

from ocop.casework.communication.models import NewsPage, NewsPicture
from ocop.casework.communication.models.news import Words
from ocop.casework.communication.models.visible import NewsQuerySet
from ocop.casework.communication.rules import NewsKind, plain

NEWEST, BY_TITLE = "", "ten"
LONGEST_LEAD = 200


@dataclass(frozen=True)
class Shown:
    """A page as the public sees it: its words in one language, its pictures."""

    page: NewsPage
    words: Words
    pictures: tuple[NewsPicture, ...]

    @property
    def picture(self) -> NewsPicture | None:
        """The one that stands for the page in lists."""
        return self.pictures[0] if self.pictures else None

    @property
    def lead(self) -> str:
        """Its summary; without one, how its text begins."""
        if self.words.summary:
            return self.words.summary
        text = plain(self.words.body)
        return text if len(text) <= LONGEST_LEAD else f"{text[:LONGEST_LEAD].rpartition(' ')[0]}…"


def shown(
    kind: NewsKind, on: date, *, words: str = "", year: int | None = None, order: str = NEWEST
) -> NewsQuerySet:
    """The pages of a kind that show on a day, answering to every word; newest first, or by title."""
    rows = NewsPage.objects.shown_on(on).filter(kind=kind)
    if words:
        rows = rows.filter(search_text__finds=words)
    if year is not None:
        rows = rows.filter(publish_on__year=year)
    return (
        rows.order_by("title", "pk")
        if order == BY_TITLE
        else rows.order_by("-publish_on", "-published_at", "-pk")
    )


def in_words(rows: Iterable[NewsPage], language: str) -> Iterator[Shown]:
    """The pages in a language; load them by `with_pictures`."""
    for page in rows:
        yield Shown(page, page.words(language), tuple(page.shown_pictures))  # type: ignore[attr-defined]


def with_pictures(rows: NewsQuerySet) -> NewsQuerySet:
    """Loads what lists and pages show, in one query more."""
    pictures = NewsPicture.objects.filter(is_removed=False).select_related("file").order_by("number")
    return rows.select_related("place").prefetch_related(
        Prefetch("pictures", pictures, to_attr="shown_pictures")
    )


def latest(on: date, language: str, count: int = 3) -> list[Shown]:
    """The newest pages of both kinds, for the home of the public site; guidance and news alike."""
    rows = NewsPage.objects.shown_on(on).order_by("-publish_on", "-published_at", "-pk")
    return list(in_words(with_pictures(rows)[:count], language))


def shown_page(slug: str, on: date, language: str) -> Shown | None:
    """The page of this address; None where there is none that shows."""
    found = with_pictures(NewsPage.objects.shown_on(on).filter(slug=slug))
    return next(in_words(found, language), None)


def all_shown(on: date) -> NewsQuerySet:
    """Every page of either kind that shows on a day, for maps of the site."""
    return NewsPage.objects.shown_on(on).only("pk", "slug", "kind", "published_at").order_by("pk")


def years_shown(kind: NewsKind, on: date) -> list[int]:
    """The years in which pages of a kind appeared, the latest first."""
    rows = NewsPage.objects.shown_on(on).filter(kind=kind).order_by()
    return sorted(
        rows.annotate(year=ExtractYear("publish_on")).values_list("year", flat=True).distinct(), reverse=True
    )
