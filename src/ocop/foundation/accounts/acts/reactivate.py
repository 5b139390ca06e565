"""Mở lại tài khoản: the person signs in again."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import PERSON
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.permissions import refuse_reactivate
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, record, recorded
from ocop.foundation.holding import holding


def refuse_open_again(who: Who, person: Person) -> Refusal | None:
    """Who manages the person, while the account is closed."""
    return refuse_reactivate(who.person, person, who.at)


@recorded
def reactivate(person: Person, *, by: Person, at: datetime, reason: str = "") -> Person:
    """Opens a closed account again. Appointments that ended stay ended."""
    person = holding(Person.objects).get(pk=person.pk)
    ensure(refuse_reactivate(by, person, at))
    person.is_active = True
    person.save(update_fields=["is_active"])
    record("person.reactivate", person, by=by, at=at, reason=reason)
    return person


REACTIVATE = Act(
    about=PERSON,
    name="reactivate",
    path="mo-lai/",
    refuse=refuse_open_again,
    form=AsksReason,
    do=reactivate,
    button=_("Mở lại tài khoản"),
    lead=lambda person: gettext("%(person)s sẽ đăng nhập lại được.") % {"person": person},
    said=_("Đã mở lại tài khoản."),
    template="ui/confirm.html",
)
