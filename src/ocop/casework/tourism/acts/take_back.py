"""Rút lại sự đồng ý: contacts leave the public page, within a minute where pages are kept on the way."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.tourism.about import SPOT_MATTER
from ocop.casework.tourism.models import Spot
from ocop.casework.tourism.permissions import refuse_keep_spot
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_take_back(who: Who, spot: Spot) -> Refusal | None:
    """Its people; where there is a consent."""
    if (refusal := refuse_keep_spot(who, spot)) is not None:
        return refusal
    if spot.contact_is_public_since is not None:
        return None
    return Refusal(
        "conflict_not_agreed", gettext("Liên hệ không hiện ở đâu cả."), "", gettext("Không phải rút.")
    )


@recorded
def take_back_contact(spot: Spot, *, by: Person, at: datetime) -> None:
    """Contacts stand nowhere from now on; that it was so stays in the record. Refused to strangers, and where
    there is no consent.
    """
    ensure(refuse_take_back(who_is(by, at), held(spot)))
    spot.contact_is_public_since = spot.contact_agreed_by = None
    spot.save(update_fields=["contact_is_public_since", "contact_agreed_by"])
    record("spot.hide_contact", spot, by=by, at=at)


TAKE_BACK = Act(
    about=SPOT_MATTER, name="take_back_contact", path="rut-dong-y/", refuse=refuse_take_back,
    do=take_back_contact, button=_("Rút lại sự đồng ý"), danger=True,
    lead=_("Điện thoại, thư điện tử không còn hiện trên trang công khai, chậm nhất sau 60 giây."),
    said=_("Đã rút. Liên hệ không còn hiện."),
)  # fmt: skip
