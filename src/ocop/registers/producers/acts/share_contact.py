"""Đồng ý cho hiện liên hệ: by a box of the page of contacts, or by the own site; it has no page."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import ensure, record, recorded
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import refuse_act


@recorded
def share_contact(producer: Producer, *, is_public: bool, by: Person, at: datetime) -> Producer:
    """The producer agrees that phone, e-mail and address stand on its public page, or takes that back."""
    ensure(refuse_act(by, producer, at))
    if is_public == (producer.contact_is_public_since is not None):
        return producer
    producer.contact_is_public_since = at if is_public else None
    producer.save(update_fields=["contact_is_public_since"])
    record("producer.share_contact" if is_public else "producer.hide_contact", producer, by=by, at=at)
    return producer
