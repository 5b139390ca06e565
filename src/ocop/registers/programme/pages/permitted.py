"""What pages with a form of their own ask before they show it."""

from __future__ import annotations

from collections.abc import Callable

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal, ensure
from ocop.registers.programme.about import visible_plan
from ocop.registers.programme.models import Plan


def permitted(
    request: PersonRequest, place: str, year: int, refuse: Callable[[Who, Plan], Refusal | None]
) -> Plan:
    """The plan of the address for somebody who may do this with it."""
    plan = visible_plan(request.who, place, year)
    ensure(refuse(request.who, plan))
    return plan
