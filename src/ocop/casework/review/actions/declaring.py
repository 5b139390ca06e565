"""Declarations of conflicts of interest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.review import permissions
from ocop.casework.review.actions.locking import held_item
from ocop.casework.review.models import AgendaItem, Declaration, Seat
from ocop.casework.review.permissions.who import seat_of
from ocop.casework.review.rules import Relation
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.ui.refusals import Refusal, Refused, ensure


@dataclass(frozen=True)
class Word:
    """What a member says about one product."""

    has_conflict: bool
    relation: Relation = Relation.NONE
    note: str = ""


@transaction.atomic
def declare(words: Mapping[AgendaItem, Word], *, by: Any, at: datetime) -> list[Declaration]:
    """A member declares for each product, yes or no with the relation; a later word replaces an earlier one.

    Refused: strangers; a conflict without its relation; a product with a result; a sheet that is already
    sealed.
    """
    declared = []
    for item, word in words.items():
        stored = held_item(item)
        ensure(permissions.refuse_declare(by, stored, at))
        seat = seat_of(by, stored.meeting.council_id, at)
        assert seat is not None  # noqa: S101 - the permission has seen it
        declared.append(_write(stored, seat, word, by=by, at=at))
    return declared


@transaction.atomic
def record_conflict(
    item: AgendaItem, seat: Seat, *, relation: Relation, note: str, by: Any, at: datetime
) -> Declaration:
    """The secretary or the chair records a member's conflict found later; how it was found is the note.

    Refused: other people; no note; after the member sealed or the product has its result.
    """
    stored = held_item(item)
    ensure(permissions.refuse_declare_for(by, seat, stored, at))
    if not note.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi rõ xung đột lợi ích là gì."), "", _("Ghi ngắn gọn căn cứ."))
        )
    return _write(stored, seat, Word(True, relation, note), by=by, at=at)


def _write(item: AgendaItem, seat: Seat, word: Word, *, by: Any, at: datetime) -> Declaration:
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
        "at": at,
        "by": by,
    }
    written, _created = Declaration.objects.update_or_create(item=item, seat=seat, defaults=values)
    forget(by)
    data = {"seat": seat.pk, "conflict": word.has_conflict, "relation": values["relation"]}
    record("agenda_item.declare", item, by=by, at=at, data=data)
    return written
