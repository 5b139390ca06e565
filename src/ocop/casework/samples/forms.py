"""The head of a report whose values come as a table."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.foundation.tables.forms import PastedTableForm
from ocop.foundation.ui.forms import DateField, TextField


class ResultTableForm(PastedTableForm):
    """What the report says of itself, beside its table."""

    number = TextField(label=_("Số phiếu kết quả"), max_length=80)
    issued_on = DateField(label=_("Ngày phiếu kết quả"))
    code = TextField(label=_("Mã mẫu ghi trên phiếu"), max_length=40)
    contest_until = DateField(label=_("Hạn đề nghị kiểm nghiệm lại"))
    field_order = ("number", "issued_on", "code", "contest_until", "file", "table")
