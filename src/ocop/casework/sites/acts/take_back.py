"""Rút lại sự đồng ý: contacts leave every public page, within a minute where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import SITE
from ocop.casework.sites.models import Site
from ocop.casework.sites.permissions import refuse_keep
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded
from ocop.registers.producers.acts import share_contact


def refuse_take_back(who: Who, site: Site) -> Refusal | None:
    """The producer's people; where there is a consent."""
    if (refusal := refuse_keep(who, site)) is not None:
        return refusal
    if site.producer.contact_is_public_since is not None:
        return None
    return Refusal(
        "conflict_not_agreed",
        gettext("Liên hệ của chủ thể không hiện ở đâu cả."),
        "",
        gettext("Không phải rút."),
    )


@recorded
def take_back_consent(site: Site, *, by: Person, at: datetime) -> None:
    """Contacts stand nowhere from now on; that it was so, and until when, stays in the record.

    Refused to strangers, and where there is no consent.
    """
    ensure(refuse_take_back(who_is(by, at), site))
    share_contact(held(site.producer), is_public=False, by=by, at=at)


TAKE_BACK = Act(
    about=SITE,
    name="take_back",
    path="rut-dong-y/",
    refuse=refuse_take_back,
    do=take_back_consent,
    button=_("Rút lại sự đồng ý"),
    lead=_(
        "Điện thoại, thư điện tử, địa chỉ không còn hiện trên trang công khai, chậm nhất sau 60 giây. "
        "Bản chụp và tệp xuất ra không bao giờ chứa liên hệ; trang tự đặt ở nơi khác thì chủ thể tự sửa."
    ),
    said=_("Đã rút. Liên hệ không còn hiện."),
    danger=True,
)
