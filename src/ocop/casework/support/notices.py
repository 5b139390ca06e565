"""What producers are told about help. Texts are lazy, so that each reads them in the own language."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Beneficiary, Kit
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words
from ocop.registers.producers.selectors import people_of


def helped(beneficiary: Beneficiary, *, at: datetime) -> None:
    """A producer was added to an activity."""
    activity = beneficiary.activity
    tell(
        people_of(beneficiary.producer, at),
        kind="support.helped",
        subject=words(_("“%(name)s” có tên trong hoạt động hỗ trợ"), name=beneficiary),
        body=words(
            _("Hoạt động: %(activity)s. Cơ quan thực hiện: %(agency)s."),
            activity=activity,
            agency=activity.agency,
        ),
        url=activity.get_absolute_url(),
        at=at,
    )


def kit_given(kit: Kit, *, at: datetime) -> None:
    """The artwork for a product can be downloaded."""
    product = kit.recognition.product
    tell(
        people_of(product.producer, at),
        kind="support.kit",
        subject=words(_("Mẫu nhãn có logo OCOP của “%(product)s” đã sẵn sàng"), product=product),
        body=words(
            _("Được dùng đến hết ngày %(until)s, trên đúng sản phẩm này. Sau ngày đó không in nữa."),
            until=date_format(kit.allowed_until, "DATE_FORMAT"),
        ),
        url=kit.activity.get_absolute_url(),
        at=at,
    )
