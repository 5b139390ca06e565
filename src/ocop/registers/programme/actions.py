"""Every write on the programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.foundation.audit.actions import record
from ocop.foundation.documents.models import Paper
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.law import load_regulations
from ocop.registers.programme import permissions
from ocop.registers.programme.models import AnomalyDecision, Programme, Round


@transaction.atomic
def set_up_programme(*, fields: Mapping[str, Any], by: Any, at: datetime) -> Programme:
    """Sets up the programme of the province that this database serves."""
    programme = Programme.objects.create(**fields, created_at=at)
    record("programme.set_up", programme, by=by, at=at)
    return programme


@transaction.atomic
def open_round(
    programme: Programme,
    *,
    regulation_code: str,
    year: int,
    number: int,
    by: Any,
    at: datetime,
    plan: Paper | None = None,
    rules: Paper | None = None,
    proposed_before: date | None = None,
    held_before: date | None = None,
) -> Round:
    """Opens a round with the legal dates of the regulation (Decision 26/2026, article 5).

    A round beyond the two of the law needs both the council's working rules that provide for it and a plan, and
    carries its own dates (R26-14). Refused where the year already has a round of this number.
    """
    ensure(permissions.refuse_manage(by, at))
    if programme.rounds.filter(year=year, number=number).exists():
        raise Refused(
            Refusal("conflict_round", _("Năm %(year)s đã có đợt %(number)s.") % {"year": year, "number": number})
        )
    legal = next(
        (r for r in load_regulations()[regulation_code].rounds if r.level == "province" and r.number == number), None
    )
    if legal is not None:
        proposed_before = date(year, *legal.proposed_before)
        held_before = date(year, *legal.held_before)
    elif plan is None or rules is None or proposed_before is None or held_before is None:
        raise Refused(
            Refusal(
                "extra_round_papers",
                _("Chưa mở được đợt bổ sung."),
                _("Đợt ngoài hai đợt luật định phải có trong quy chế của hội đồng và có kế hoạch (điều 5 khoản 1)."),
                _("Nhập số văn bản quy chế, kế hoạch và hai mốc ngày của đợt."),
            )
        )
    opened = Round.objects.create(
        programme=programme, regulation_code=regulation_code, year=year, number=number, is_extra=legal is None,
        proposed_before=proposed_before, held_before=held_before, plan=plan, rules=rules, created_at=at,
    )  # fmt: skip
    record("round.open", opened, by=by, at=at)
    return opened


@transaction.atomic
def settle_anomaly(
    programme: Programme,
    *,
    regulation_code: str,
    anomaly_id: str,
    reference: str,
    decided_on: date,
    by: Any,
    at: datetime,
) -> AnomalyDecision:
    """Records the office's decision to use the suggested value of a doubtful place of the law, with its reference."""
    ensure(permissions.refuse_manage(by, at))
    decision = AnomalyDecision.objects.create(
        programme=programme, regulation_code=regulation_code, anomaly_id=anomaly_id,
        reference=reference, decided_on=decided_on,
    )  # fmt: skip
    record("programme.settle_anomaly", decision, by=by, at=at)
    return decision
