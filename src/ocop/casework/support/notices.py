"""What producers are told about help. Texts are lazy, so that each reads them in the own language."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.models import Beneficiary, Kit
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.selectors import people_of


class _Filled:
    """A lazy text with its values, put together in the reader's language."""

    def __init__(self, text: Any, values: dict[str, Any]) -> None:
        self.text, self.values = text, values

    def __str__(self) -> str:
        return str(self.text) % self.values


def _words(text: Any, **values: Any) -> Any:
    return lazystr(_Filled(text, values))


def helped(beneficiary: Beneficiary, *, at: datetime) -> None:
    """A producer was added to an activity."""
    activity = beneficiary.activity
    tell(
        people_of(beneficiary.producer, at),
        kind="support.helped",
        subject=_words(_("“%(name)s” có tên trong hoạt động hỗ trợ"), name=beneficiary),
        body=_words(
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
        subject=_words(_("Mẫu nhãn có logo OCOP của “%(product)s” đã sẵn sàng"), product=product),
        body=_words(
            _("Được dùng đến hết ngày %(until)s, trên đúng sản phẩm này. Sau ngày đó không in nữa."),
            until=date_format(kit.allowed_until, "DATE_FORMAT"),
        ),
        url=kit.activity.get_absolute_url(),
        at=at,
    )
