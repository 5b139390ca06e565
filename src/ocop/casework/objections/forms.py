"""What both answers ask."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.foundation.acts import Asks
from ocop.foundation.ui.forms import DateField, TextField


class AsksAnswer(Asks):
    """The answer, and the number of the letter from the records office."""

    answer = TextField(label=_("Nội dung trả lời"), lines=8, max_length=8000)
    number = TextField(label=_("Số, ký hiệu văn bản"), max_length=60)
    issued_on = DateField(label=_("Ngày văn bản"))
    beside = {"number_": "number", "paper_": "number", "answer_": "answer", "signed_": "issued_on"}
