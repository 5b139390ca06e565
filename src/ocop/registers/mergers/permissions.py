"""Who enters mergers: operators, for communes of their own province."""

from __future__ import annotations

from ocop.foundation.accounts.permissions import refuse_manage_people, refuse_manage_place
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import Programme


def refuse_list(who: Who) -> Refusal | None:
    """The list: operators."""
    return refuse_manage_people(who.person, who.at)


def refuse_merge(who: Who, programme: Programme) -> Refusal | None:
    """Entering one: the operator of the programme's province."""
    return refuse_manage_place(who.person, programme.province, who.at)
