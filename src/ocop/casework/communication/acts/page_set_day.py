"""Đổi ngày đăng: another day for an approved page."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE
from ocop.casework.communication.checks import refuse_day
from ocop.casework.communication.forms import AsksDay
from ocop.casework.communication.models import NewsPage
from ocop.casework.communication.permissions import refuse_publish
from ocop.casework.communication.rules import NewsState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded


@recorded
def set_day(page: NewsPage, *, publish_on: date, by: Person, at: datetime) -> None:
    """Gives an approved page another day.
    Refused to other offices, before approval, more than a year ahead.
    """
    ensure(refuse_publish(who_is(by, at), held(page)))
    if page.state != NewsState.PUBLISHED or page.publish_on is None:
        raise Refused(_unapproved(page))
    ensure(refuse_day(publish_on, at))
    before = page.publish_on.isoformat()
    page.publish_on = publish_on
    page.save(update_fields=["publish_on"])
    record("newspage.set_day", page, by=by, at=at, data={"from": before, "to": publish_on.isoformat()})


def _unapproved(page: NewsPage) -> Refusal:
    return Refusal(
        "conflict_not_published",
        gettext("“%(page)s” chưa được duyệt đăng.") % {"page": page.title},
        "",
        gettext("Duyệt đăng trước."),
    )


SET_DAY = Act(
    about=PAGE,
    name="page_set_day",
    path="ngay-dang/",
    when=frozenset({NewsState.PUBLISHED}),
    refuse=refuse_publish,
    form=AsksDay,
    do=set_day,
    button=_("Đổi ngày đăng"),
    confirm=_("Đổi ngày"),
    said=_("Đã đổi ngày đăng."),
)
