"""Đăng: the province approves a page; everyone reads it from a day on."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.checks import refuse_day, refuse_pictures
from ocop.casework.communication.forms import AsksDay
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.permissions import refuse_publish
from ocop.casework.communication.rules import NEWS_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.slugs import write_under_free_slug
from ocop.kernel.text import slugify_vi


@recorded
def publish_page(page: NewsPage, *, publish_on: date, by: Person, at: datetime) -> None:
    """Approves a page: everyone reads it from `publish_on`. It gets its address the first time; its writer is
    told.

    Refused to other offices, for a day more than a year ahead, while the text names a missing picture.
    """
    ensure(refuse_publish(who_is(by, at), held(page)))
    ensure(refuse_day(publish_on, at))
    ensure(refuse_pictures(page))
    own = page.slug

    def publish(slug: str) -> None:
        changes = {"slug": slug, "publish_on": publish_on, "published_at": at, "published_by": by}
        data = {"publish_on": publish_on.isoformat(), "slug": slug, "version": page.version}
        transition(page, "publish", by=by, at=at, changes=changes, data=data)

    write_under_free_slug(lambda: own or _free_slug(page.title), publish)
    if page.created_by_id == by.pk:
        return
    tell(
        [page.created_by],
        kind="communication.published",
        subject=words(_("Bài đã được duyệt đăng: %(page)s"), page=page.title),
        body=_("Mở bài để xem ngày đăng."),
        url=page.get_absolute_url(),
        at=at,
    )


def _free_slug(title: str) -> str:
    """The title as an address; a number behind it where another page has it."""
    base = slugify_vi(title) or "bai"
    taken = set(NewsPage.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 2
    slug = base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


PUBLISH = Act(
    about=PAGE,
    name="page_publish",
    path="dang/",
    move=NEWS_WORKFLOW.move("publish"),
    refuse=refuse_publish,
    form=AsksDay,
    do=publish_page,
    heading=_("Đăng bài"),
    lead=_("Mọi người đọc được từ ngày đăng."),
    confirm=_("Đăng"),
    said=_("Đã duyệt đăng."),
    weight="main",
)
