"""Gỡ trang: nobody sees it any more, within a minute also where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import SITE
from ocop.casework.sites.models import Site
from ocop.casework.sites.permissions import refuse_keep
from ocop.casework.sites.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def withdraw_site(site: Site, *, by: Person, at: datetime) -> None:
    """The public page becomes the plain one of before; what was written stays. Refused to strangers."""
    ensure(refuse_keep(who_is(by, at), held(site)))
    transition(site, "withdraw", by=by, at=at)


WITHDRAW = Act(
    about=SITE,
    name="withdraw",
    path="go/",
    move=WORKFLOW.move("withdraw"),
    refuse=refuse_keep,
    do=withdraw_site,
    lead=_(
        "Trang không còn hiện, chậm nhất sau 60 giây. "
        "Những gì đã viết vẫn giữ, cho xem lại lúc nào cũng được."
    ),
    said=_("Đã gỡ trang."),
    danger=True,
)
