"""Ghi quyết định: by which paper the suggested value of a doubtful place of the law is used from now on."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.about import DOUBT, programme_here
from ocop.registers.programme.models import AnomalyDecision, Programme
from ocop.registers.programme.permissions import refuse_settle
from ocop.registers.programme.selectors import Doubt
from ocop.registers.programme.selectors import doubt as doubt_of


class AsksPaper(Asks):
    """By which paper a doubt is settled."""

    reference = TextField(
        label=_("Căn cứ"),
        max_length=200,
        help_text=_("Số, ngày, cơ quan của văn bản. Ví dụ: Công văn 12/SNNMT-PTNT, 3/8/2026."),
    )
    decided_on = DateField(label=_("Ngày quyết định"))

    beside = {"conflict_decided": "reference"}


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
    ensure(refuse_settle(who_is(by, at)))
    held = holding(Programme.objects).get(pk=programme.pk)
    found = doubt_of(held, regulation_code, anomaly_id)
    ensure(_refuse_decision(found, reference, decided_on, at))
    decision = AnomalyDecision.objects.create(
        programme=programme, regulation_code=regulation_code, anomaly_id=anomaly_id,
        reference=reference.strip(), decided_on=decided_on,
    )  # fmt: skip
    record("programme.settle_anomaly", decision, by=by, at=at)
    return decision


def _refuse_decision(doubt: Doubt | None, reference: str, on: date, at: datetime) -> Refusal | None:
    if doubt is None:
        return Refusal(
            "unknown_doubt",
            gettext("Văn bản không có điểm chưa rõ này."),
            "",
            gettext("Chọn một điểm trong danh sách."),
        )
    if doubt.decision is not None:
        return Refusal(
            "conflict_decided",
            gettext("Điểm này đã được quyết định."),
            gettext("Theo %(reference)s.") % {"reference": doubt.decision.reference},
            gettext("Tải lại trang để xem."),
        )
    if not reference.strip():
        return Refusal(
            "reference_missing",
            gettext("Chưa ghi căn cứ."),
            gettext("Điểm số đổi theo quyết định này, nên phải có văn bản."),
            gettext("Ghi số, ngày và cơ quan của văn bản trả lời hoặc chỉ đạo."),
        )
    if on > timezone.localdate(at):
        return Refusal("in_the_future", gettext("Ngày quyết định còn chưa tới."), "", gettext("Sửa ngày."))
    return None


@recorded
def settle_doubt(
    doubt: Doubt, *, reference: str, decided_on: date, by: Person, at: datetime
) -> AnomalyDecision:
    """The same of a doubt that stands on the page; refused as `settle_anomaly` is."""
    return settle_anomaly(
        programme_here(), regulation_code=doubt.regulation.code, anomaly_id=doubt.anomaly.id,
        reference=reference, decided_on=decided_on, by=by, at=at,
    )  # fmt: skip


SETTLE = Act(
    about=DOUBT,
    name="settle",
    refuse=refuse_settle,
    form=AsksPaper,
    do=settle_doubt,
    button=_("Ghi quyết định"),
    heading=_("Quyết định điểm chưa rõ"),
    template="programme/settle.html",
    said=_("Đã ghi. Từ nay chấm điểm theo giá trị này; phiếu đã chốt giữ nguyên."),
)
