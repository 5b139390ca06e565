"""What people are told about acting for a producer.
Texts are lazy: each person reads them in the own language.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.models import Representation


def tell_entitled(representation: Representation, *, at: datetime) -> None:
    """Somebody may act for a producer from now on."""
    producer = representation.producer
    tell(
        [representation.person],
        kind="producer.entitled",
        subject=format_lazy(_("Bạn làm thay được cho {name}"), name=producer.name),
        body=_("Từ nay bạn sửa được thông tin, ghi sản phẩm và nộp hồ sơ của chủ thể này."),
        url=producer.get_absolute_url(),
        at=at,
    )


def tell_ended(representation: Representation, *, at: datetime) -> None:
    """Somebody may no longer act for a producer."""
    tell(
        [representation.person],
        kind="producer.ended",
        subject=format_lazy(_("Bạn không còn làm thay cho {name}"), name=representation.producer.name),
        body=_("Bạn không sửa, không nộp hồ sơ của chủ thể này được nữa. Hãy hỏi chủ thể nếu có nhầm lẫn."),
        at=at,
    )
