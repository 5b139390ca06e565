"""Somebody writes an idea down, sends it, takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.ideas import notices, permissions
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.places.selectors import names_for_search
from ocop.foundation.ui.refusals import Refusal, ensure
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer
from ocop.registers.products.selectors import regulation_on

FIELDS = frozenset(
    {
        "name",
        "description",
        "material",
        "place",
        "market",
        "help_wanted",
        "leaf",
        "proposer",
        "proposer_phone",
    }
)


def held(idea: Idea) -> Idea:
    """The stored idea, held until the transaction ends."""
    rows = Idea.objects.select_for_update(of=("self",))
    return rows.select_related("producer", "place__parent__parent", "created_by").get(pk=idea.pk)


@transaction.atomic
def register_idea(
    *,
    fields: Mapping[str, Any],
    by: Any,
    at: datetime,
    producer: Producer | None = None,
    is_for_other: bool = False,
    is_illustration: bool = False,
    sheet: IdeaSheet | None = None,
) -> Idea:
    """Writes an idea down, for oneself, for a producer one may act for, or as an officer for somebody of the
    commune.

    Refused: a stranger to the producer; an officer of elsewhere; a commune that does not stand on that day;
    an idea without a name, or one for somebody else without that person's name.
    """
    if unknown := fields.keys() - FIELDS:
        raise ValueError(f"not fields of an idea: {sorted(unknown)}")
    ensure(permissions.refuse_register_idea(by, at, place=fields["place"], producer=producer))
    if is_for_other:
        ensure(permissions.refuse_register_for(by, fields["place"], at))
    values = {
        **fields,
        "proposer": fields.get("proposer") or _proposer(by, producer, is_for_other=is_for_other),
    }
    idea = Idea(
        producer=producer, is_entered_for_other=is_for_other, is_illustration=is_illustration, sheet=sheet,
        created_at=at, created_by=by, updated_at=at,
    )  # fmt: skip
    _write(idea, values, at)
    ensure(_refuse_nameless(idea))
    idea.save(force_insert=True)
    verb = "idea.import" if sheet else "idea.register_for" if is_for_other else "idea.register"
    record(verb, idea, by=by, at=at)
    return idea


def _proposer(by: Any, producer: Producer | None, *, is_for_other: bool) -> str:
    if producer is not None:
        return producer.name
    return "" if is_for_other else str(by.full_name)


def _write(idea: Idea, fields: Mapping[str, Any], at: datetime) -> None:
    for name, value in fields.items():
        setattr(idea, name, value)
    if "leaf" in fields:
        _classify(idea, at)
    whose = idea.producer.name if idea.producer else idea.proposer
    idea.search_text = f"{fold(f'{idea.name} {whose} {idea.proposer}')} {names_for_search(idea.place)}"
    idea.updated_at = at


def _classify(idea: Idea, at: datetime) -> None:
    """The set that the leaf leads to under the classification of the day;
    a leaf it does not have is dropped.
    """
    regulation = regulation_on(timezone.localdate(at))
    leaf = regulation.leaves.get(idea.leaf) if regulation else None
    idea.leaf = leaf.key if leaf else ""
    idea.regulation_code = regulation.code if regulation and leaf else ""
    idea.set_number = leaf.set_number if leaf else None


def _refuse_nameless(idea: Idea) -> Refusal | None:
    if not idea.name.strip():
        return Refusal("name_missing", _("Ý tưởng chưa có tên."), "", _("Ghi tên sản phẩm bạn định làm."))
    if not idea.proposer.strip():
        return Refusal(
            "proposer_missing",
            _("Chưa ghi ý tưởng của ai."),
            "",
            _("Ghi họ tên người hoặc tên cơ sở có ý tưởng."),
        )
    return None


@transaction.atomic
def save_idea(idea: Idea, *, fields: Mapping[str, Any], by: Any, at: datetime) -> Idea:
    """Keeps some of the answers. Refused to strangers, once it was sent,
    and without a name or a standing commune.
    """
    if unknown := fields.keys() - FIELDS:
        raise ValueError(f"not fields of an idea: {sorted(unknown)}")
    stored = held(idea)
    ensure(permissions.refuse_write_idea(by, stored, at))
    if fields.get("place", stored.place) != stored.place:
        ensure(permissions.refuse_register_idea(by, at, place=fields["place"]))
        if stored.is_entered_for_other:
            ensure(permissions.refuse_register_for(by, fields["place"], at))
    _write(stored, fields, at)
    ensure(_refuse_nameless(stored))
    stored.save()
    return stored


def missing(idea: Idea) -> list[str]:
    """What must be written before an idea can be sent, as fields."""
    return [name for name in ("name", "material", "proposer") if not getattr(idea, name).strip()]


@transaction.atomic
def submit_idea(idea: Idea, *, by: Any, at: datetime, is_told: bool = True) -> Idea:
    """Sends the idea to the office that decides. Refused to strangers, from another step, and without a
    material.

    `is_told` is False where many are sent at once and the caller tells of all of them together.
    """
    stored = held(idea)
    ensure(permissions.refuse_write_idea(by, stored, at))
    if missing(stored):
        ensure(
            Refusal(
                "idea_incomplete",
                _("Ý tưởng chưa đủ để gửi."),
                _("Người duyệt cần biết làm từ nguyên liệu nào của địa phương."),
                _("Ghi nguyên liệu rồi gửi."),
            )
        )
    transition(stored, "submit", by=by, at=at, changes={"submitted_at": at, "updated_at": at, "reason": ""})
    if is_told:
        notices.submitted(stored, at=at)
    return stored


@transaction.atomic
def withdraw_idea(idea: Idea, *, by: Any, at: datetime, reason: str = "") -> Idea:
    """Takes an idea back before it is decided. Refused to strangers and afterwards."""
    stored = held(idea)
    ensure(permissions.refuse_withdraw_idea(by, stored, at))
    was_waiting = stored.submitted_at is not None
    transition(stored, "withdraw", by=by, at=at, reason=reason, changes={"updated_at": at})
    if was_waiting:
        notices.withdrawn(stored, at=at)
    return stored
