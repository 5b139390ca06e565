"""Targets of a plan as several acts write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.kernel.text import slugify_vi
from ocop.registers.programme.checks import refuse_target
from ocop.registers.programme.models import Plan, Target

LONGEST_KEY = 40


def new_target(plan: Plan, fields: Mapping[str, Any]) -> Target:
    """Saves a checked target at the end of a plan; its caller says who may and writes the record."""
    target = Target(**{**fields, "plan": plan})
    target.key = fields.get("key") or free_key(plan, target.name)
    if plan.targets.filter(key=target.key).exists():
        raise Refused(
            Refusal(
                "conflict_key",
                _("Kế hoạch đã có chỉ tiêu với khoá “%(key)s”.") % {"key": target.key},
                "",
                _("Đổi khoá, hoặc sửa chỉ tiêu đã có."),
            )
        )
    ensure(refuse_target(target, siblings(plan)))
    if not target.position:
        target.position = (plan.targets.aggregate(last=Max("position"))["last"] or 0) + 1
    target.save()
    return target


def siblings(plan: Plan) -> list[Target]:
    """The targets in force with what their scopes need."""
    return list(plan.targets.filter(in_force=True).select_related("plan__place", "place__parent__parent"))


def free_key(plan: Plan, name: str) -> str:
    """A key from the name that no other target of the plan has."""
    base = slugify_vi(name)[: LONGEST_KEY - 4].strip("-") or "chi-tieu"
    taken = set(plan.targets.values_list("key", flat=True))
    return next(
        key for n in range(1, len(taken) + 2) if (key := base if n == 1 else f"{base}-{n}") not in taken
    )
