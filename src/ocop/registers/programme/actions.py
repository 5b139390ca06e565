"""Every write on the programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.audit.actions import record
from ocop.foundation.documents.models import Paper
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.law import Regulation, load_regulations
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.models import AnomalyDecision, Programme, Round
from ocop.registers.programme.rules import FIRST_YEAR, legal_dates

MOST_YEARS_AHEAD = 1


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
    regulation = _regulation(regulation_code)
    if number < 1 or not FIRST_YEAR <= year <= at.year + MOST_YEARS_AHEAD:
        raise Refused(Refusal("no_such_round", _("Năm hoặc số của đợt không hợp lý."), "", _("Xem lại năm và số đợt.")))
    legal = legal_dates(regulation, year, number)
    if legal is not None:
        proposed_before, held_before = legal.proposed_before, legal.held_before
    elif plan is None or rules is None or proposed_before is None or held_before is None:
        raise Refused(_extra_round_needs_papers())
    if held_before <= proposed_before:
        raise Refused(
            Refusal(
                "round_order",
                _("Ngày tổ chức phải sau ngày xã đề nghị."),
                _("Hội đồng chỉ đánh giá hồ sơ mà xã đã đề nghị."),
                _("Sửa một trong hai mốc ngày."),
            )
        )
    if Programme.objects.select_for_update().get(pk=programme.pk).rounds.filter(year=year, number=number).exists():
        sentence = _("Năm %(year)s đã có đợt %(number)s.") % {"year": year, "number": number}
        raise Refused(Refusal("conflict_round", sentence, "", _("Xem danh sách các đợt.")))
    opened = Round.objects.create(
        programme=programme, regulation_code=regulation_code, year=year, number=number, is_extra=legal is None,
        proposed_before=proposed_before, held_before=held_before, plan=plan, rules=rules, created_at=at,
    )  # fmt: skip
    record("round.open", opened, by=by, at=at)
    return opened


def _regulation(code: str) -> Regulation:
    regulation = load_regulations().get(code)
    if regulation is None:
        raise Refused(Refusal("unknown_regulation", _("Không có văn bản quy định “%(code)s”.") % {"code": code}))
    return regulation


def _extra_round_needs_papers() -> Refusal:
    return Refusal(
        "extra_round_papers",
        _("Chưa mở được đợt bổ sung."),
        _("Đợt ngoài hai đợt luật định phải có trong quy chế của hội đồng và có kế hoạch (điều 5 khoản 1)."),
        _("Nhập số văn bản quy chế, kế hoạch và hai mốc ngày của đợt."),
    )


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
    """Records the office's decision to use the suggested value of a doubtful place of the law, with its reference.

    Refused: a place that nobody may decide, one decided already, no reference, a day that has not come.
    """
    ensure(permissions.refuse_settle(by, at))
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    found = selectors.doubt(held, regulation_code, anomaly_id)
    ensure(_refuse_decision(found, reference, decided_on, at))
    decision = AnomalyDecision.objects.create(
        programme=programme, regulation_code=regulation_code, anomaly_id=anomaly_id,
        reference=reference.strip(), decided_on=decided_on,
    )  # fmt: skip
    record("programme.settle_anomaly", decision, by=by, at=at)
    return decision


def _refuse_decision(doubt: selectors.Doubt | None, reference: str, on: date, at: datetime) -> Refusal | None:
    if doubt is None:
        return Refusal(
            "unknown_doubt", _("Văn bản không có điểm chưa rõ này."), "", _("Chọn một điểm trong danh sách.")
        )
    if doubt.decision is not None:
        return Refusal(
            "conflict_decided",
            _("Điểm này đã được quyết định."),
            _("Theo %(reference)s.") % {"reference": doubt.decision.reference},
            _("Tải lại trang để xem."),
        )
    if not reference.strip():
        return Refusal(
            "reference_missing",
            _("Chưa ghi căn cứ."),
            _("Điểm số đổi theo quyết định này, nên phải có văn bản."),
            _("Ghi số, ngày và cơ quan của văn bản trả lời hoặc chỉ đạo."),
        )
    if on > timezone.localdate(at):
        return Refusal("in_the_future", _("Ngày quyết định còn chưa tới."), "", _("Sửa ngày."))
    return None
