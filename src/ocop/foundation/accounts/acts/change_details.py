"""Sửa thông tin của tôi: everybody of the own name, phone and language; its page is `pages/own.py`."""

from __future__ import annotations

from datetime import datetime

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.permissions import refuse_phone
from ocop.foundation.accounts.rules import phone_number
from ocop.foundation.acts import ensure, record, recorded
from ocop.foundation.holding import holding


@recorded
def change_details(*, person: Person, full_name: str, phone: str, language: str, at: datetime) -> Person:
    """A person corrects their own name, phone and language;
    what changed is recorded by field, not by content.
    """
    stored = holding(Person.objects).get(pk=person.pk)
    if phone_number(phone) != stored.phone:
        ensure(refuse_phone(phone, but=stored))
    new = {"full_name": full_name, "phone": phone, "language": language}
    changed = sorted(name for name, value in new.items() if getattr(stored, name) != value)
    if changed:
        for name in changed:
            setattr(stored, name, new[name])
        stored.save(update_fields=changed)
        record("person.change_details", stored, by=person, at=at, data={"fields": changed})
    return stored
