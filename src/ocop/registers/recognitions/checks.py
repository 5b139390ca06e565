"""What several acts refuse about what they were told."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.foundation.tables.labels import title_words
from ocop.kernel.tables import REGISTER, RowFault, Wrong
from ocop.registers.recognitions.rules import Match


def otherwise(match: Match) -> RowFault:
    """What is on record of a row, and said otherwise by it."""
    said = "; ".join(f"{title_words(REGISTER, key)}: {stored}" for key, stored in match.differs)
    where = "product_code" if match.row.values.get("product_code") else "decision_no"
    return RowFault(where, Wrong.KNOWN_OTHERWISE, said, match.row.number)


def overtaken() -> Refusal:
    """Somebody else wrote a row that the database lets exist once."""
    return Refusal(
        "conflict_register",
        _("Có người vừa ghi chủ thể hoặc sản phẩm trùng với bảng này."),
        _("Chưa lưu gì."),
        _("Đọc lại bảng rồi lưu."),
    )
