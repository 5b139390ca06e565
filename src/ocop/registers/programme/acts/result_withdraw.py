"""Rút kết quả: takes a recorded result back; it stays readable and counts no more."""

from __future__ import annotations

from copy import copy
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded
from ocop.registers.programme.about import RESULT
from ocop.registers.programme.forms.plans import AsksShortReason
from ocop.registers.programme.models import TargetResult
from ocop.registers.programme.permissions import refuse_running
from ocop.registers.programme.writes.holding import held_part


def refuse_withdraw(who: Who, result: TargetResult) -> Refusal | None:
    """As running the plan it stands in."""
    return refuse_running(who, result.target.plan)


@recorded
def withdraw_result(result: TargetResult, *, reason: str, by: Person, at: datetime) -> TargetResult:
    """Takes a recorded result back; it stays readable and counts no more.
    Refused: twice, without a reason.
    """
    stored = copy(result)
    stored.target = held_part(result.target)
    held(stored)
    ensure(refuse_running(who_is(by, at), stored.target.plan))
    if not stored.is_live:
        raise Refused(
            Refusal("conflict_withdrawn", gettext("Kết quả này đã được rút."), "", gettext("Tải lại trang."))
        )
    if not reason.strip():
        raise Refused(
            Refusal(
                "reason_missing",
                gettext("Chưa ghi lý do rút."),
                "",
                gettext("Ghi vì sao kết quả không tính nữa."),
            )
        )
    stored.withdrawn_at, stored.withdrawn_by, stored.withdrawn_reason = at, by, reason.strip()
    stored.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record("target_result.withdraw", stored, by=by, at=at, reason=stored.withdrawn_reason)
    return stored


WITHDRAW_RESULT = Act(
    about=RESULT,
    name="result_withdraw",
    path="rut/",
    refuse=refuse_withdraw,
    form=AsksShortReason,
    do=withdraw_result,
    button=_("Rút kết quả"),
    heading=_("Rút kết quả đã ghi?"),
    lead=str,
)
