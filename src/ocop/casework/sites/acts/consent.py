"""Đồng ý hiện liên hệ: telephone, mail and address stand on public pages, until that is taken back."""

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


def refuse_consent(who: Who, site: Site) -> Refusal | None:
    """The producer's people; once; where there is a contact to show."""
    if (refusal := refuse_keep(who, site)) is not None:
        return refusal
    producer = site.producer
    if producer.contact_is_public_since is not None:
        return Refusal(
            "conflict_agreed", gettext("Chủ thể đã đồng ý rồi."), "", gettext("Không phải làm lại.")
        )
    if producer.phone or producer.email or producer.address:
        return None
    return Refusal(
        "no_contact",
        gettext("Chủ thể chưa ghi điện thoại, thư điện tử hay địa chỉ nào."),
        "",
        gettext("Ghi liên hệ ở trang chủ thể trước."),
    )


@recorded
def agree_to_show(site: Site, *, by: Person, at: datetime) -> None:
    """The consent is recorded with who gave it and when. Refused to strangers, twice, without a contact."""
    ensure(refuse_consent(who_is(by, at), site))
    share_contact(held(site.producer), is_public=True, by=by, at=at)


CONSENT = Act(
    about=SITE,
    name="consent",
    path="dong-y-lien-he/",
    refuse=refuse_consent,
    do=agree_to_show,
    button=_("Đồng ý hiện liên hệ"),
    lead=_(
        "Điện thoại, thư điện tử, địa chỉ của chủ thể sẽ hiện trên trang công khai để người mua gọi và nhắn. "
        "Sự đồng ý được ghi lại kèm tên người đồng ý và giờ; rút lại được bất cứ lúc nào."
    ),
    said=_("Đã ghi sự đồng ý. Liên hệ hiện trên trang công khai."),
    icon="phone",
)
