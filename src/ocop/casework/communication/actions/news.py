"""Writing, approving and withdrawing pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from ocop.casework.communication import notices, permissions, refusals
from ocop.casework.communication.labels import FIELDS
from ocop.casework.communication.models import NewsPage, NewsVersion
from ocop.casework.communication.models.news import CONTENT
from ocop.casework.communication.rules import NewsKind, NewsState, pictures_named, plain, unsafe_links
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import held, record, transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.foundation.ui.slugs import write_under_free_slug
from ocop.kernel.text import one_line, searchable, slugify_vi, tidy

LONGEST = {
    "title": 200,
    "summary": 300,
    "body": 30_000,
    "title_en": 200,
    "summary_en": 300,
    "body_en": 30_000,
}
FARTHEST = timedelta(days=366)


@recorded
def write_page(
    *, place: Place, kind: NewsKind, content: Mapping[str, str], by: Person, at: datetime
) -> NewsPage:
    """Begins a draft for a place. Refused to other offices; without title or text; with half of the English;
    too long; with a link that leads to no page.
    """
    ensure(permissions.refuse_write(by, at, place))
    said = _said(content)
    ensure(_refuse_content(said))
    page = NewsPage(place=place, kind=NewsKind(kind).value, created_by=by, created_at=at, **said)
    page.search_text = _search_text(page)
    page.save()
    _keep(page, by=by, at=at)
    record("newspage.write", page, by=by, at=at, data={"version": 1, "kind": page.kind})
    return page


@recorded
def revise_page(
    page: NewsPage, *, content: Mapping[str, str], version: int, by: Person, at: datetime
) -> None:
    """Gives the page other words; the earlier ones stay as a version. On an approved page they show at once.

    `version` is the one that the writer saw: refused (conflict) where somebody else saved a newer one;
    otherwise as for writing, and for a text of an approved page that names a missing picture. The same words
    change nothing.
    """
    held(page)
    ensure(permissions.refuse_revise(by, page, at))
    if page.version != version:
        raise Refused(refusals.changed_meanwhile(page.title))
    said = _said(content)
    ensure(_refuse_content(said))
    if said == page.content:
        return
    changed = sorted(name for name, text in said.items() if getattr(page, name) != text)
    for name, text in said.items():
        setattr(page, name, text)
    if page.state == NewsState.PUBLISHED:
        ensure(_refuse_pictures(page))
    page.version += 1
    page.search_text = _search_text(page)
    page.save(update_fields=[*CONTENT, "version", "search_text"])
    _keep(page, by=by, at=at)
    record("newspage.revise", page, by=by, at=at, data={"version": page.version, "fields": changed})


@recorded
def propose_page(page: NewsPage, *, by: Person, at: datetime) -> None:
    """Sends a draft to the province, whose officers are told."""
    held(page)
    ensure(permissions.refuse_write(by, at, page.place))
    ensure(_refuse_pictures(page))
    transition(page, "propose", by=by, at=at, data={"version": page.version})
    notices.page_proposed(page, at=at)


@recorded
def return_page(page: NewsPage, *, reason: str, by: Person, at: datetime) -> None:
    """Sends a proposed page back with a reason; its writer is told."""
    held(page)
    ensure(permissions.refuse_publish(by, page, at))
    transition(page, "return", by=by, at=at, reason=reason)
    notices.page_returned(page, reason=reason, at=at)


@recorded
def publish_page(page: NewsPage, *, publish_on: date, by: Person, at: datetime) -> None:
    """Approves a page: everyone reads it from `publish_on`. It gets its address the first time.

    Refused to other offices, for a day more than a year ahead, while the text names a missing picture.
    """
    held(page)
    ensure(permissions.refuse_publish(by, page, at))
    ensure(_refuse_day(publish_on, at))
    ensure(_refuse_pictures(page))
    own = page.slug

    def publish(slug: str) -> None:
        changes = {"slug": slug, "publish_on": publish_on, "published_at": at, "published_by": by}
        data = {"publish_on": publish_on.isoformat(), "slug": slug, "version": page.version}
        transition(page, "publish", by=by, at=at, changes=changes, data=data)

    write_under_free_slug(lambda: own or _free_slug(page.title), publish)
    notices.page_published(page, by=by, at=at)


@recorded
def set_day(page: NewsPage, *, publish_on: date, by: Person, at: datetime) -> None:
    """Gives an approved page another day.
    Refused to other offices, before approval, more than a year ahead.
    """
    held(page)
    ensure(permissions.refuse_publish(by, page, at))
    if page.state != NewsState.PUBLISHED or page.publish_on is None:
        raise Refused(refusals.not_published(page.title))
    ensure(_refuse_day(publish_on, at))
    before = page.publish_on.isoformat()
    page.publish_on = publish_on
    page.save(update_fields=["publish_on"])
    record("newspage.set_day", page, by=by, at=at, data={"from": before, "to": publish_on.isoformat()})


@recorded
def withdraw_page(page: NewsPage, *, reason: str, by: Person, at: datetime) -> None:
    """Takes the page away from the public, with its pictures; its text stays on record.
    Refused without a reason.
    """
    held(page)
    ensure(permissions.refuse_withdraw(by, page, at))
    transition(page, "withdraw", by=by, at=at, reason=reason)


@recorded
def reopen_page(page: NewsPage, *, by: Person, at: datetime) -> None:
    """Makes a withdrawn page a draft again; its address stays its own."""
    held(page)
    ensure(permissions.refuse_withdraw(by, page, at))
    transition(page, "reopen", by=by, at=at)


def _said(content: Mapping[str, str]) -> dict[str, str]:
    """The words tidied; titles and summaries in one line."""
    tidied = {name: tidy(content.get(name, "")) for name in CONTENT}
    return {name: text if name.startswith("body") else one_line(text) for name, text in tidied.items()}


def _refuse_content(said: Mapping[str, str]) -> Refusal | None:
    if not said["title"] or not said["body"]:
        return refusals.words_missing()
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            return refusals.too_long(str(FIELDS[name]), most)
    if any(said[name] for name in CONTENT[3:]) and not (said["title_en"] and said["body_en"]):
        return refusals.english_half()
    unsafe = [*unsafe_links(said["body"]), *unsafe_links(said["body_en"])]
    return refusals.unsafe_link(unsafe) if unsafe else None


def _refuse_pictures(page: NewsPage) -> Refusal | None:
    there = set(page.pictures.filter(is_removed=False).values_list("number", flat=True))
    missing = sorted((pictures_named(page.body) | pictures_named(page.body_en)) - there)
    return refusals.pictures_missing(missing) if missing else None


def _refuse_day(day: date, at: datetime) -> Refusal | None:
    return refusals.too_far(day) if day > timezone.localdate(at) + FARTHEST else None


def _free_slug(title: str) -> str:
    """The title as an address; a number behind it where another page has it."""
    base = slugify_vi(title) or "bai"
    taken = set(NewsPage.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 2
    slug = base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _search_text(page: NewsPage) -> str:
    texts = [page.title, page.summary, page.title_en, page.summary_en, plain(page.body), plain(page.body_en)]
    return searchable(*texts)


def _keep(page: NewsPage, *, by: Person, at: datetime) -> None:
    NewsVersion.objects.create(page=page, number=page.version, content=page.content, by=by, at=at)
