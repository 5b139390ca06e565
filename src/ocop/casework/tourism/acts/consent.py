"""Đồng ý hiện liên hệ: telephone and mail of a place stand on its public page, until that is taken back."""

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


def refuse_consent(who: Who, spot: Spot) -> Refusal | None:
    """Its people; once; where there is a contact to show."""
    if (refusal := refuse_keep_spot(who, spot)) is not None:
        return refusal
    if spot.contact_is_public_since is not None:
        return Refusal("conflict_agreed", gettext("Đã đồng ý rồi."), "", gettext("Không phải làm lại."))
    if spot.phone or spot.email:
        return None
    return Refusal(
        "no_contact", gettext("Chưa ghi điện thoại hay thư điện tử nào."), "",
        gettext("Ghi liên hệ ở trang sửa trước."),
    )  # fmt: skip


@recorded
def agree_to_contact(spot: Spot, *, by: Person, at: datetime) -> None:
    """The consent is recorded with who gave it and when. Refused to strangers, twice, without a contact."""
    ensure(refuse_consent(who_is(by, at), held(spot)))
    spot.contact_is_public_since, spot.contact_agreed_by = at, by
    spot.save(update_fields=["contact_is_public_since", "contact_agreed_by"])
    record("spot.share_contact", spot, by=by, at=at)


AGREE = Act(
    about=SPOT_MATTER, name="agree_contact", path="dong-y-lien-he/", refuse=refuse_consent,
    do=agree_to_contact, button=_("Đồng ý hiện liên hệ"), icon="phone",
    lead=_(
        "Điện thoại, thư điện tử hiện trên trang công khai để khách gọi và nhắn. Sự đồng ý được ghi lại kèm "
        "tên người đồng ý và giờ; rút lại được bất cứ lúc nào. Cán bộ chỉ bấm khi chủ nhà đã đồng ý."
    ),
    said=_("Đã ghi sự đồng ý. Liên hệ hiện trên trang công khai."),
)  # fmt: skip
