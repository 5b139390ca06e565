"""What the letter that calls for evaluation anew says. A state paper: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import translation

from ocop.casework.certificates.papers.frame import frame, symbol
from ocop.kernel.calendar import renewal_window
from ocop.kernel.law import load_regulations
from ocop.kernel.law.in_force import WINDOW_CLOSES, WINDOW_OPENS
from ocop.kernel.text import day_words_vi
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import signer_of
from ocop.registers.regulations.templatetags.law import period_text


def letter_data(
    programme: Programme,
    recognitions: Sequence[Recognition],
    *,
    addressee: str,
    is_commune: bool,
    number: str,
    issued_on: date,
    at: datetime,
) -> dict[str, Any]:
    """Agency, number, day, to whom, the products with the days of their windows, who signs."""
    law = list(load_regulations().values())[-1]
    with translation.override("vi"):
        return {
            **frame(programme),
            **signer_of(programme, at),
            "symbol": symbol("CV", programme),
            "number": number,
            "date": issued_on.isoformat(),
            "addressee": addressee,
            "is_commune": is_commune,
            "law": f"Quyết định số {law.number} ngày {day_words_vi(law.issued_on)} của {law.issuer.vi}",
            "opens": period_text(WINDOW_OPENS, issued_on),
            "closes": period_text(WINDOW_CLOSES, issued_on),
            "products": [_row(one) for one in recognitions],
        }


def _row(one: Recognition) -> dict[str, str]:
    assert one.expires_on is not None  # noqa: S101 - who calls takes those with a term
    opens, closes = renewal_window(one.expires_on)
    return {
        "name": one.product.name,
        "producer": one.product.producer.name,
        "stars": str(one.stars or ""),
        "by": one.number,
        "ends": f"{one.expires_on:%d/%m/%Y}",
        "opens": f"{opens:%d/%m/%Y}",
        "closes": f"{closes:%d/%m/%Y}",
    }
