"""Written notices of results: to every producer and commune,
whatever the result (article 7(3)(g), R26-33).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from ocop.casework.certificates import notices, permissions, refusals
from ocop.casework.certificates.actions.checking import refuse_paper
from ocop.casework.certificates.models import Decision, ResultNotice
from ocop.casework.certificates.selectors.printing import printed_of
from ocop.casework.dossiers.actions import conclude
from ocop.casework.dossiers.labels import ground_words
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import ItemState, MeetingState, Recommendation
from ocop.foundation.audit.actions import record
from ocop.foundation.ui.refusals import Refusal, Refused, ensure

SYMBOL = "TB-SNNMT"


@transaction.atomic
def notify_result(
    item: AgendaItem, *, by: Any, at: datetime, number: str = "", noticed_on: date | None = None
) -> ResultNotice:
    """Tells producer and commune in writing that a product was not recognised or was excluded; ends its
    dossier.

    Products of a decision are told when it is signed. Number and date come from the records office, now or
    later (`number_notice`). Refused to other offices, before the meeting is closed, a second time, for half a
    number.
    """
    return notify_results([item], by=by, at=at, number=number, noticed_on=noticed_on)[0]


@transaction.atomic
def notify_results(
    items: Sequence[AgendaItem], *, by: Any, at: datetime, number: str = "", noticed_on: date | None = None
) -> list[ResultNotice]:
    """The same for several products in one paper."""
    ensure(permissions.refuse_prepare(by, at))
    if not items:
        raise Refused(refusals.nothing_chosen())
    locked = list(
        AgendaItem.objects.select_for_update(of=("self",))
        .filter(pk__in=[item.pk for item in items])
        .select_related(
            "meeting__council__programme", "dossier__product__producer", "dossier__commune__parent__parent"
        )
        .order_by("meeting__closed_at", "position", "pk")
    )
    number = " ".join(number.split())
    ensure(permissions.refuse_conflict(by, locked))
    for item in locked:
        ensure(_refuse_notice(item, number, noticed_on, at))
    printed = printed_of(item.dossier for item in locked)
    written = []
    for item in locked:
        if item.state == ItemState.CLOSED:
            conclude(item.dossier, outcome=Outcome.NOT_RECOGNISED, by=by, at=at)
        notice = write_notice(
            item, by=by, at=at, printed=printed[item.dossier_id], number=number, noticed_on=noticed_on
        )
        notices.result(notice, at=at)
        written.append(notice)
    return written


def _refuse_notice(item: AgendaItem, number: str, noticed_on: date | None, at: datetime) -> Refusal | None:
    name = item.dossier.product.name
    is_over = item.meeting.state == MeetingState.CLOSED
    if not is_over or item.state not in (ItemState.CLOSED, ItemState.EXCLUDED):
        return refusals.not_closed(name)
    if ResultNotice.objects.filter(item=item).exists():
        return refusals.already_noticed(name)
    if item.state == ItemState.CLOSED and item.recommendation != Recommendation.NONE:
        return refusals.decision_comes_first(name)
    if noticed_on is not None and noticed_on < timezone.localdate(item.meeting.closed_at):
        return refusals.signed_too_early(noticed_on, timezone.localdate(item.meeting.closed_at))
    return refuse_paper(item.meeting.council.programme, number, noticed_on, at, symbol=SYMBOL)


def write_notice(
    item: AgendaItem,
    *,
    by: Any,
    at: datetime,
    printed: dict[str, Any],
    stars: int | None = None,
    decision: Decision | None = None,
    number: str = "",
    noticed_on: date | None = None,
) -> ResultNotice:
    """Writes the notice down; what it says is frozen here. Who may is asked by the calling action."""
    content = {
        **printed,
        "total": None if item.total is None else str(item.total),
        "stars": item.stars if stars is None else stars,
        "outcome": item.dossier.outcome,
        "reason": "" if item.state != ItemState.EXCLUDED else _exclusion(item),
        "missing": item.result.get("blocked_by", []),
        "decision": "" if decision is None else decision.number,
        "decided_on": ""
        if decision is None or decision.signed_on is None
        else decision.signed_on.isoformat(),
    }
    notice = ResultNotice.objects.create(
        item=item, content=content, number=number, noticed_on=noticed_on, by=by, at=at
    )
    record(
        "resultnotice.write", notice, by=by, at=at, data={"number": number, "outcome": item.dossier.outcome}
    )
    return notice


def _exclusion(item: AgendaItem) -> str:
    """Ground and reason, in the language of the paper."""
    exclusion = getattr(item.dossier, "exclusion", None)
    if exclusion is None:
        return ""
    with override("vi"):
        return f"{ground_words(exclusion.ground, set_of(item.dossier))}. {exclusion.reason}"


@transaction.atomic
def number_notice(notice: ResultNotice, *, number: str, noticed_on: date, by: Any, at: datetime) -> None:
    """Adds number and date of the records office to a notice.
    Refused where it has them, and for what cannot be.
    """
    ensure(permissions.refuse_prepare(by, at))
    stored = ResultNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    name = stored.content["product"]
    if stored.number:
        raise Refused(refusals.notice_numbered(name))
    number = " ".join(number.split())
    programme = notice.item.meeting.council.programme
    ensure(refuse_paper(programme, number, noticed_on, at, symbol=SYMBOL))
    if not number:
        raise Refused(refusals.letter_incomplete())
    notice.number, notice.noticed_on, notice.file = number, noticed_on, None
    notice.save(update_fields=["number", "noticed_on", "file"])
    record("resultnotice.number", notice, by=by, at=at, data={"number": number, "on": noticed_on.isoformat()})
