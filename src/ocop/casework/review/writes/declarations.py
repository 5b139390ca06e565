"""The word of a member on a product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from ocop.casework.review.models import AgendaItem, Declaration, Seat
from ocop.casework.review.permissions.who import every_word_of
from ocop.casework.review.rules import Relation
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.refusals import Refusal, Refused


@dataclass(frozen=True)
class Word:
    """What a member says about one product; `hints` are those that this word confirms or denies."""

    has_conflict: bool
    relation: Relation = Relation.NONE
    note: str = ""
    hints: Sequence[str] = ()


def write_word(item: AgendaItem, seat: Seat, word: Word, *, by: Person, at: datetime) -> Declaration:
    """Keeps the word, in the place of an earlier one. Refused: a conflict without its relation."""
    if word.has_conflict and not word.relation:
        raise Refused(
            Refusal(
                "relation_missing",
                _("Chưa chọn quan hệ với chủ thể của “%(product)s”.") % {"product": item},
                "",
                _("Chọn một quan hệ rồi gửi lại."),
            )
        )
    values = {
        "has_conflict": word.has_conflict,
        "relation": word.relation.value if word.has_conflict else Relation.NONE.value,
        "note": word.note.strip(),
        "hints": list(word.hints),
        "at": at,
        "by": by,
    }
    written, _created = Declaration.objects.update_or_create(item=item, seat=seat, defaults=values)
    forget(by, every_word_of)
    data = {"seat": seat.pk, "conflict": word.has_conflict, "relation": values["relation"]}
    if word.hints:
        data |= {"hints": list(word.hints), "hints_denied": not word.has_conflict}
    record("agenda_item.declare", item, by=by, at=at, data=data)
    return written
