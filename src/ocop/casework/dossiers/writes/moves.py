"""Moves that the council and the decision bring about.
Who may do so is decided by the packages that call these.
"""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.states import OPEN
from ocop.casework.dossiers.writes.results import register_result
from ocop.casework.dossiers.writes.telling import tell_withdrawn
from ocop.casework.dossiers.writes.withdrawals import follow_withdrawal
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.refusals import Refusal, ensure


@recorded
def schedule(dossier: Dossier, *, by: Person, at: datetime) -> None:
    """The dossier is on the agenda of a meeting. Refused in any state but accepted."""
    transition(dossier, "schedule", by=by, at=at, changes={"updated_at": at})


@recorded
def unschedule(dossier: Dossier, *, reason: str, by: Person, at: datetime) -> None:
    """The dossier is off the agenda again and waits for another meeting. Refused without a reason."""
    transition(dossier, "unschedule", by=by, at=at, reason=reason, changes={"updated_at": at})


@recorded
def withdraw_in_review(dossier: Dossier, *, reason: str, by: Person, at: datetime) -> None:
    """The producer took the dossier back while it was on the agenda of a meeting; the offices that had it
    learn it.
    """
    transition(dossier, "withdraw_in_review", by=by, at=at, reason=reason, changes={"updated_at": at})
    follow_withdrawal(dossier, by=by, at=at)
    tell_withdrawn(dossier, reason=reason, at=at)


@recorded
def evaluate(dossier: Dossier, *, by: Person, at: datetime) -> None:
    """The council's result is in. Refused in any state but scheduled."""
    transition(dossier, "evaluate", by=by, at=at, changes={"updated_at": at})


@recorded
def send_on(dossier: Dossier, *, by: Person, at: datetime) -> None:
    """The district sends on what its council proposed (1048/2019, 148/2023). Refused unless evaluated."""
    changes = {"level": Level.PROVINCE.value, "proposed_at": at, "accepted_at": None, "updated_at": at}
    transition(dossier, "send_on", by=by, at=at, changes=changes)


@recorded
def conclude(
    dossier: Dossier,
    *,
    outcome: Outcome,
    by: Person,
    at: datetime,
    reason: str = "",
    on: date | None = None,
) -> None:
    """The dossier has its final outcome; of a re-evaluation the register learns the day of its result, that
    of the paper (`on`) or today.
    Refused in any state but evaluated; exclusion is written by `exclude_in_review`.
    """
    if outcome == Outcome.EXCLUDED:
        raise ValueError("a dossier is excluded by `exclude_in_review`")
    changes = {"outcome": outcome.value, "updated_at": at}
    transition(
        dossier, "conclude", by=by, at=at, reason=reason, changes=changes, data={"outcome": outcome.value}
    )
    if outcome != Outcome.PROPOSED_TO_MINISTRY:
        register_result(dossier, on=on or timezone.localdate(at), by=by, at=at)


@recorded
def settle(dossier: Dossier, *, outcome: Outcome, by: Person, at: datetime) -> None:
    """What became of a dossier after the ministry answered (article 7(4)(g)). Refused unless concluded."""
    changes = {"outcome": outcome.value, "updated_at": at}
    transition(dossier, "settle", by=by, at=at, changes=changes, data={"outcome": outcome.value})
    register_result(dossier, on=timezone.localdate(at), by=by, at=at)


@recorded
def redo(dossier: Dossier, *, reason: str, by: Person, at: datetime) -> None:
    """The evaluation is done again (articles 7(4)(g), 10(1)(b)): the dossier waits for a new meeting.

    Refused unless it was evaluated or concluded, without a reason, and where another dossier of its product
    is open.
    """
    ensure(_refuse_other_open(dossier))
    changes = {"outcome": "", "updated_at": at}
    transition(dossier, "redo", by=by, at=at, reason=reason, changes=changes)


def _refuse_other_open(dossier: Dossier) -> Refusal | None:
    others = Dossier.objects.filter(product=dossier.product_id, state__in=sorted(OPEN)).exclude(pk=dossier.pk)
    if not others.exists():
        return None
    return Refusal(
        "conflict_another_open",
        _("“%(product)s” đang có một hồ sơ khác.") % {"product": dossier.product.name},
        _("Mỗi sản phẩm chỉ có một hồ sơ đang làm."),
        _("Kết thúc hồ sơ kia trước, rồi mới đưa hồ sơ này về đánh giá lại."),
    )
