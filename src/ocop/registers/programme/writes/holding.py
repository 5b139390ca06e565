"""The plan as it is stored, held until the act is over.

In objects of their own: what a refused act had changed in them shows on no page.
"""

from __future__ import annotations

from copy import copy
from typing import TypeVar

from ocop.foundation.audit.actions import held
from ocop.registers.programme.models import BudgetLine, Plan, Target, Task

Part = TypeVar("Part", Task, Target, BudgetLine)


def held_plan(plan: Plan) -> Plan:
    """The plan, so that two people writing at once do not pass each other."""
    return held(copy(plan))


def held_part(part: Part) -> Part:
    """A task, a target or a line of money; its plan is held before it."""
    own = copy(part)
    own.plan = held_plan(part.plan)
    return held(own)
