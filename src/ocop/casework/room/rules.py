"""What a machine sends as a whole sheet: read strictly, compared with what is stored."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from ocop.casework.dossiers.rules.answers import options, word
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.law import ProductSet
from ocop.kernel.scoring import Choice
from ocop.kernel.text import tidy

LONGEST = 200_000


class UnreadableSheetError(ValueError):
    """What came is no sheet of this product."""


@dataclass(frozen=True)
class BroughtSheet:
    """A sheet as its machine has it: choices, remarks, the version it rests on, the pass, and when it was
    marked as ready (by that machine's clock).
    """

    choices: Mapping[str, Choice]
    comments: Mapping[str, str]
    general_comment: str
    version: int
    pass_no: int
    ready_at: datetime | None

    def content(self) -> dict[str, Any]:
        """What is kept and hashed of it."""
        return {
            "choices": dict(self.choices),
            "comments": dict(self.comments),
            "general_comment": self.general_comment,
        }

    @property
    def sha256(self) -> str:
        """The hash of the content."""
        return sha256_hex(self.content())


def read_sheet(text: str, product_set: ProductSet) -> BroughtSheet:
    """What was sent; UnreadableSheetError for anything that no page of ours sends."""
    if len(text) > LONGEST:
        raise UnreadableSheetError
    try:
        given = json.loads(text)
        known = product_set.criteria
        choices = {code: options(known[code])[one] for code, one in given["choices"].items()}
        return BroughtSheet(
            choices=choices,
            comments={code: said for code in known if (said := _text(given["comments"].get(code, "")))},
            general_comment=_text(given["general"]),
            version=_number(given["version"]),
            pass_no=_number(given["pass"]),
            ready_at=_moment(given.get("ready_at")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableSheetError from fault


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError
    return tidy(given)


def _number(given: Any) -> int:
    if not isinstance(given, int) or not 0 <= given < 10**9:
        raise TypeError
    return given


def _moment(given: Any) -> datetime | None:
    if not given:
        return None
    moment = datetime.fromisoformat(given)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def words_of(product_set: ProductSet, choices: Mapping[str, Choice]) -> dict[str, str]:
    """Choices as the page's boxes say them."""
    known = product_set.criteria
    return {code: word(known[code], choice) for code, choice in choices.items() if code in known}


def differing(brought: BroughtSheet, choices: Mapping[str, Choice], comments: Mapping[str, str]) -> list[str]:
    """The criteria of which the stored sheet says something else than what came."""
    kept = {code: text for code, text in comments.items() if text}
    codes = {*brought.choices, *choices, *brought.comments, *kept}
    return sorted(
        code
        for code in codes
        if (code in brought.choices) != (code in choices)
        or brought.choices.get(code) != choices.get(code)
        or brought.comments.get(code, "") != kept.get(code, "")
    )


PIN = re.compile(r"[0-9]{4,8}")
MOST_WRONG = 10
"""Wrong tries that one PIN lives through."""


def is_weak(pin: str) -> bool:
    """Whether everybody would try it first: one digit again and again, or digits in a row."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return len(steps) == 1 and steps <= {-1, 0, 1}
