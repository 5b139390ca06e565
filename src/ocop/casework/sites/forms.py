"""The words of a site; photographs of a gallery."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.labels import LOOKS
from ocop.casework.sites.rules import LONGEST_STORY
from ocop.foundation.acts import Asks
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.ui.forms import Form, RadioCards, TextField
from ocop.foundation.ui.parts import Card


class SiteForm(Form):
    """What the producer says of itself; short boxes first."""

    tagline = TextField(
        label=_("Một câu giới thiệu"), max_length=160, required=False,
        help_text=_("Ví dụ: Chè Shan tuyết hái tay ở Tả Phìn từ năm 1998."),
    )  # fmt: skip
    story = TextField(label=_("Câu chuyện"), lines=10, max_length=LONGEST_STORY, required=False)
    season = TextField(
        label=_("Mùa vụ"), max_length=300, required=False, help_text=_("Khi nào thu hái, khi nào có hàng.")
    )
    visit = TextField(
        label=_("Đến thăm ở đâu"), lines=3, max_length=1000, required=False,
        help_text=_("Đường đi, chỗ đỗ xe. Để trống nếu không đón khách."),
    )  # fmt: skip
    hours = TextField(
        label=_("Giờ mở cửa"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: 7 giờ đến 17 giờ, trừ Chủ nhật."),
    )
    look = forms.ChoiceField(
        label=_("Kiểu trang"), widget=RadioCards,
        choices=[(look.value, Card(word)) for look, word in LOOKS.items()],
    )  # fmt: skip


class AsksPhotos(Asks):
    """The photographs, and what they show."""

    photos = UploadsField(label=_("Chọn ảnh"), kinds=["image"])
    caption = TextField(label=_("Ghi chú"), max_length=200, required=False)
    beside = {"too_many_photos": "photos"}
