"""Proposing a product of 90 points or more to the ministry (article 7(3)(e), R26-20, R26-21, R26-32)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ocop.casework.certificates import permissions, refusals
from ocop.casework.certificates.actions.checking import refuse_paper
from ocop.casework.certificates.labels import PACKAGE_PARTS
from ocop.casework.certificates.models import DecisionItem, Proposal
from ocop.casework.certificates.rules import IF_ANY
from ocop.casework.certificates.selectors.packages import package_of
from ocop.foundation.audit.actions import record
from ocop.foundation.ui.refusals import Refusal, Refused, ensure

SYMBOL = "UBND-NLN"


@transaction.atomic
def record_proposal(
    decision_item: DecisionItem,
    *,
    letter_no: str,
    letter_on: date,
    sent_on: date,
    package: Mapping[str, bool],
    by: Any,
    at: datetime,
) -> Proposal:
    """Records the province's letter with the parts that went with it; `package` says of each part that it is
    there.

    Extra confirmations may be missing ("if any"). Refused to other offices, before the approval is signed, a
    second time, while a part is missing, for numbers and dates that cannot be.
    """
    ensure(permissions.refuse_prepare(by, at))
    stored = DecisionItem.objects.select_for_update(of=("self",)).select_related("decision__programme").get(
        pk=decision_item.pk
    )  # fmt: skip
    letter_no = " ".join(letter_no.split())
    name = stored.printed["product"]
    if not stored.is_live or not stored.decision.is_signed or stored.decision.is_recognition:
        raise Refused(refusals.not_approved(name))
    if Proposal.objects.filter(decision_item=stored).exists():
        raise Refused(refusals.already_proposed(name))
    ensure(permissions.refuse_conflict(by, [decision_item.item]))
    ensure(_refuse_package(stored, package))
    ensure(_refuse_letter(stored, letter_no, letter_on, sent_on, at))
    content = {part.value: bool(package.get(part)) for part in package_of(stored)}
    proposal = Proposal.objects.create(
        decision_item=stored,
        letter_no=letter_no,
        letter_on=letter_on,
        sent_on=sent_on,
        package=content,
        by=by,
        at=at,
    )
    record("proposal.record", proposal, by=by, at=at, data={"letter": letter_no, "package": content})
    return proposal


def _refuse_package(item: DecisionItem, package: Mapping[str, bool]) -> Refusal | None:
    missing = [part for part in package_of(item) if part not in IF_ANY and not package.get(part)]
    return refusals.package_incomplete([str(PACKAGE_PARTS[part]) for part in missing]) if missing else None


def _refuse_letter(
    item: DecisionItem, letter_no: str, letter_on: date, sent_on: date, at: datetime
) -> Refusal | None:
    if sent_on > timezone.localdate(at):
        return refusals.paper_from_future(sent_on)
    signed_on = item.decision.signed_on
    if sent_on < letter_on or (signed_on is not None and letter_on < signed_on):
        return refusals.sent_before_letter()
    if not letter_no:
        return refusals.letter_incomplete()
    return refuse_paper(item.decision.programme, letter_no, letter_on, at, symbol=SYMBOL)
