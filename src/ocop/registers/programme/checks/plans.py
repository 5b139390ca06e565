"""What is wrong with the words at the head of a plan."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import Frame


def refuse_words(name: str) -> Refusal | None:
    """A plan without a name."""
    if name.strip():
        return None
    return Refusal("name_missing", _("Chưa ghi tên kế hoạch."), "", _("Ghi tên như trên văn bản."))


def refuse_frame(frame: Frame | None, place: Place, year: int) -> Refusal | None:
    """A project of another province, or of other years."""
    if frame is None or (frame.place_id == place.pk and frame.first_year <= year <= frame.last_year):
        return None
    return Refusal(
        "frame_elsewhere",
        _("Đề án “%(frame)s” không bao gồm tỉnh hoặc năm này.") % {"frame": frame},
        "",
        _("Chọn đề án khác, hoặc để trống."),
    )
