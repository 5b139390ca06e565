"""Sửa thông tin chủ thể: one page of facts at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, ensure, record, recorded
from ocop.registers.producers.about import FACTS
from ocop.registers.producers.checks import refuse_fields
from ocop.registers.producers.forms import AsksFacts
from ocop.registers.producers.models import Producer, Representative
from ocop.registers.producers.permissions import refuse_act, refuse_keep
from ocop.registers.producers.writes import tell_followers, write_down


@recorded
def amend_producer(
    producer: Producer,
    *,
    fields: Mapping[str, Any],
    representative: Mapping[str, Any] | None,
    by: Person,
    at: datetime,
) -> Producer:
    """Changes what is known of a producer; the record keeps which fields changed, never sensitive values.

    What somebody else changed meanwhile stays.
    """
    ensure(refuse_act(by, producer, at))
    ensure(refuse_fields(fields, but=producer))
    changed = sorted(name for name, value in fields.items() if getattr(producer, name) != value)
    for name, value in fields.items():
        setattr(producer, name, value)
    if changed:
        write_down(producer, changed)
    if representative is not None:
        Representative.objects.update_or_create(producer=producer, defaults=dict(representative))
        changed.append("representative")
    if changed:
        record("producer.amend", producer, by=by, at=at, data={"fields": changed})
        tell_followers(producer)
    return producer


AMEND = Act(
    about=FACTS,
    name="amend",
    refuse=refuse_keep,
    form=AsksFacts,
    do=amend_producer,
    button=_("Sửa thông tin chủ thể"),
    said=_("Đã lưu."),
)
"""Its page is `pages/amending.py`: which facts are asked is part of the address."""
