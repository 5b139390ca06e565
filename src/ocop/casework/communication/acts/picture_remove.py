"""Bỏ ảnh: takes a picture off its page."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PICTURE
from ocop.casework.communication.models import NewsPicture
from ocop.casework.communication.permissions import refuse_revise
from ocop.casework.communication.rules import pictures_named
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded


def refuse_remove(who: Who, picture: NewsPicture) -> Refusal | None:
    """Whoever may change the words of its page."""
    return refuse_revise(who, picture.page)


@recorded
def remove_picture(picture: NewsPicture, *, by: Person, at: datetime) -> None:
    """Takes a picture off the page; the file stays. Refused as for revising, and while the text names it."""
    page = held(picture.page)
    ensure(refuse_revise(who_is(by, at), page))
    if picture.number in pictures_named(page.body) | pictures_named(page.body_en):
        raise Refused(_named(picture.number))
    picture.is_removed = True
    picture.save(update_fields=["is_removed"])
    record("newspage.remove_picture", page, by=by, at=at, data={"number": picture.number})


def _named(number: int) -> Refusal:
    return Refusal(
        "picture_named",
        gettext("Nội dung còn nhắc đến ảnh %(number)s.") % {"number": number},
        "",
        gettext("Bỏ dòng [ảnh %(number)s] trong nội dung trước.") % {"number": number},
    )


REMOVE_PICTURE = Act(
    about=PICTURE,
    name="picture_remove",
    path="bo/",
    refuse=refuse_remove,
    do=remove_picture,
    button=_("Bỏ ảnh"),
    heading=lambda picture: gettext("Bỏ ảnh %(number)s?") % {"number": picture.number},
    lead=lambda picture: picture.caption,
    said=_("Đã bỏ ảnh."),
    danger=True,
)
