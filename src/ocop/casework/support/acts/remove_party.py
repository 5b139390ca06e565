"""Bỏ bên liên kết: somebody who was bound by mistake."""

from __future__ import annotations

from datetime import datetime

from django.db.models import ProtectedError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import PARTY
from ocop.casework.support.models import Party
from ocop.casework.support.permissions import refuse_change
from ocop.casework.support.writes import index
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded


def refuse_remove_party(who: Who, party: Party) -> Refusal | None:
    """Whoever may change the activity."""
    return refuse_change(who, party.activity)


@recorded
def remove_party(party: Party, *, by: Person, at: datetime) -> None:
    """Takes somebody out of a link; the record keeps who it was. Refused once the activity has ended, and for
    one about whom packages above keep something, a consent to be named in public.
    """
    activity = held(party.activity)
    ensure(refuse_change(who_is(by, at), activity))
    if not activity.parties.filter(pk=party.pk).exists():
        return  # the other of two clicks took it out
    data = {"role": party.role, "name": party.name}
    try:
        party.delete()  # what rests on it is looked for before anything goes
    except ProtectedError as kept:
        raise Refused(_is_kept(party.name)) from kept
    index(activity)
    record("activity.remove_party", activity, by=by, at=at, data=data)


def _is_kept(name: str) -> Refusal:
    """About whom something is on record that must stay."""
    return Refusal(
        "party_is_kept",
        gettext("Không bỏ được %(name)s.") % {"name": name},
        gettext("Bên này đã đồng ý nêu tên trên trang công khai; việc đó còn trong nhật ký."),
        gettext("Rút đồng ý nêu tên ở trang chuỗi giá trị; bên này vẫn còn trong liên kết."),
    )


REMOVE_PARTY = Act(
    about=PARTY,
    name="remove_party",
    path="bo/",
    refuse=refuse_remove_party,
    do=remove_party,
    button=_("Bỏ bên liên kết"),
    said=_("Đã bỏ."),
    at_once=True,
)
