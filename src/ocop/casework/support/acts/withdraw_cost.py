"""Rút khoản chi: a payment entered by mistake counts no more."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import COST
from ocop.casework.support.labels.facts import money
from ocop.casework.support.models import Cost
from ocop.casework.support.permissions import refuse_add
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded
from ocop.foundation.holding import holding


def refuse_withdraw_cost(who: Who, cost: Cost) -> Refusal | None:
    """Whoever may record payments of the activity."""
    return refuse_add(who, cost.activity)


@recorded
def withdraw_cost(cost: Cost, *, reason: str, by: Person, at: datetime) -> None:
    """A payment entered by mistake counts no more. Refused without a reason and the second time."""
    # of itself only: PostgreSQL locks no row that an outer join may lack
    costs = holding(Cost.objects).select_related("activity__place__parent__parent")
    stored = costs.get(pk=cost.pk)
    ensure(refuse_withdraw_cost(who_is(by, at), stored))
    if stored.withdrawn_at is not None:
        raise Refused(_withdrawn_already())
    if not reason.strip():
        raise Refused(_reason_missing())
    stored.withdrawn_at, stored.withdrawn_reason = at, reason.strip()[:300]
    stored.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    data = {"cost": stored.pk, "amount": stored.amount}
    record("activity.withdraw_cost", stored.activity, by=by, at=at, reason=reason.strip(), data=data)


def _withdrawn_already() -> Refusal:
    return Refusal(
        "conflict_withdrawn", gettext("Khoản chi này đã được rút rồi."), "", gettext("Tải lại trang.")
    )


def _reason_missing() -> Refusal:
    return Refusal("reason_missing", gettext("Chưa ghi lý do."), "", gettext("Ghi lý do rồi gửi lại."))


def _which(cost: Cost) -> str:
    words = {"amount": money(cost.amount), "day": date_format(cost.paid_on, "DATE_FORMAT")}
    return gettext("%(amount)s, chi ngày %(day)s. Khoản đã rút vẫn còn trong lịch sử.") % words


WITHDRAW_COST = Act(
    about=COST,
    name="withdraw_cost",
    path="rut/",
    refuse=refuse_withdraw_cost,
    form=AsksReason,
    do=withdraw_cost,
    button=_("Rút khoản chi"),
    lead=_which,
    said=_("Đã rút khoản chi."),
    danger=True,
)
