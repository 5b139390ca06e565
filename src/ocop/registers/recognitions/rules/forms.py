"""Legal forms and product sets as tables write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ocop.kernel.text import fold
from ocop.registers.producers.rules import LegalForm

# the words that a name begins with, or that stand in the column; the longer ones first
_FORMS = (
    ("lien hiep hop tac xa", LegalForm.COOPERATIVE_UNION),
    ("lien hiep htx", LegalForm.COOPERATIVE_UNION),
    ("hop tac xa", LegalForm.COOPERATIVE),
    ("htx", LegalForm.COOPERATIVE),
    ("to hop tac", LegalForm.COOPERATIVE_GROUP),
    ("tht", LegalForm.COOPERATIVE_GROUP),
    ("cong ty trach nhiem huu han", LegalForm.LIMITED_COMPANY),
    ("cong ty tnhh", LegalForm.LIMITED_COMPANY),
    ("cty tnhh", LegalForm.LIMITED_COMPANY),
    ("cong ty co phan", LegalForm.JOINT_STOCK_COMPANY),
    ("cong ty cp", LegalForm.JOINT_STOCK_COMPANY),
    ("cty cp", LegalForm.JOINT_STOCK_COMPANY),
    ("doanh nghiep tu nhan", LegalForm.PRIVATE_ENTERPRISE),
    ("dntn", LegalForm.PRIVATE_ENTERPRISE),
    ("trang trai", LegalForm.FARM),
    ("ho kinh doanh", LegalForm.HOUSEHOLD),
    ("hkd", LegalForm.HOUSEHOLD),
    ("hiep hoi", LegalForm.FEDERATION),
)
_NUMBER = re.compile(r"(?:bo (?:san pham )?(?:so )?)?(\d{1,2})\b")


def form_of(words: str, name: str) -> str:
    """The legal form that the column says, else the name itself begins with; "" where neither does."""
    for text in (words, name):
        folded = f"{fold(text)} "
        for phrase, form in _FORMS:
            if folded.startswith(f"{phrase} "):
                return form.value
    return ""


def set_of(words: str, sets: Mapping[int, Any]) -> int | None:
    """The number of the set that these words name: its number, or its label; None where neither fits."""
    folded = fold(words)
    if (match := _NUMBER.match(folded)) and int(match[1]) in sets:
        return int(match[1])
    found = [number for number, one in sets.items() if fold(one.label.vi) == folded]
    return found[0] if len(found) == 1 else None
