"""The columns of a template to fill in, from what a kind asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from ocop.foundation.documents.engines.sheets import Column
from ocop.foundation.tables.labels import title_words
from ocop.kernel.tables import Kind, Reading


def columns_of(
    kind: Kind, *, keys: Sequence[str] = (), choices: Mapping[str, Sequence[str]] | None = None
) -> list[Column]:
    """Each field as a column: its name, whether it is needed, what may be written there in words."""
    found = []
    for one in kind.fields:
        if keys and one.key not in keys:
            continue
        words = list((choices or {}).get(one.key, [values[0] for values in one.choices.values()]))
        hints = {
            Reading.PLACE: _("Mã hoặc tên; xã cũ kèm huyện cũng được."),
            Reading.DAY: _("Ngày như 15/3/2026."),
            Reading.PHONE: _("10 chữ số, bắt đầu bằng 0."),
            Reading.AMOUNT: _("Số như 30; 85,5; có thể kèm đơn vị hoặc “từ … trở lên”."),
        }
        hint = hints.get(one.reading, "")
        if words and one.reading is Reading.CHOICE:
            hint = _("Một trong: %(words)s.") % {"words": "; ".join(words)}
        found.append(
            Column(
                one.key,
                title_words(kind, one.key),
                one.is_required,
                hint,
                one.digits,
                one.longest,
                tuple(words),
            )
        )
    return found
