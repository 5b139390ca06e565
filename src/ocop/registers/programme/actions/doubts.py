"""Settling doubtful places of the law."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, ensure
from ocop.registers.programme import permissions, selectors
from ocop.registers.programme.models import AnomalyDecision, Programme


@recorded
def settle_anomaly(
    programme: Programme,
    *,
    regulation_code: str,
    anomaly_id: str,
    reference: str,
    decided_on: date,
    by: Person,
    at: datetime,
) -> AnomalyDecision:
    """Records the office's decision to use the suggested value of a doubtful place of the law, with its
    reference.

    Refused: a place that nobody may decide, one decided already, no reference, a day that has not come.
    """
    ensure(permissions.refuse_settle(by, at))
    held = holding(Programme.objects).get(pk=programme.pk)
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
