"""Marks planted where nobody may look yet, and what of them an answer holds.

A total, a spread and comments lie in the product that is being scored; an opinion of the advisory team where
the member with a conflict of interest may never look. Whatever address shows one has a leak.
"""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import Any

from ocop.casework.review.models import AgendaItem, ScoreSheet
from tests.matrix.table import ROLES
from tests.province import OPEN

EARLY = ("73,19", "73.19", "7319/100", "61,37", "61.37")
"""A mean and a spread that nobody may see before all have sealed, as pages, files and programs write them."""
OPINION = "Y-KIEN-CUA-TO-4471"
KEPT_AWAY = "member with conflict"
TEXT = ("text/", "application/json", "application/xml")


def plant(stage: Any) -> None:
    """Puts the marks into the product that is being scored; the test's transaction takes them away again."""
    item = AgendaItem.objects.get(dossier=stage.dossiers[OPEN])
    AgendaItem.objects.filter(pk=item.pk).update(
        total=Decimal("73.19"), total_exact="7319/100", spread=Decimal("61.37"), advisory_opinion=OPINION
    )
    for sheet in ScoreSheet.objects.filter(item=item).select_related("seat__person"):
        mark = comment_of(sheet.seat.person.username)
        ScoreSheet.objects.filter(pk=sheet.pk).update(general_comment=mark)


def comment_of(username: str) -> str:
    """The mark in the comment of a member."""
    return f"NHAN-XET-CUA-{username}-4471"


def leaks_in(answer: Any, role: str) -> list[str]:
    """The marks in an answer that this role may not see."""
    text = _text(answer)
    others = [comment_of(person) for name, person in ROLES.items() if person and name != role]
    hidden = [*EARLY, *others, *([OPINION] if role in {KEPT_AWAY, "stranger", "producer"} else [])]
    return [mark for mark in hidden if mark in text]


def _text(answer: Any) -> str:
    """What can be read of an answer: pages, data, and the parts of a spreadsheet."""
    is_text = answer.headers.get("Content-Type", "").startswith(TEXT)
    if answer.status_code != 200 or (answer.streaming and not is_text):
        return ""
    if answer.streaming:
        return answer.getvalue().decode("utf-8", "replace")
    if answer.content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return answer.content.decode("utf-8", "replace") if is_text else ""
