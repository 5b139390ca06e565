"""Deciding into which round the proposals of a limit day go."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.registers.products.selectors import regulation_on
from ocop.registers.programme import permissions
from ocop.registers.programme.models import BoundaryDecision, Programme
from ocop.registers.programme.rules import RoundName, round_of


@recorded
def settle_boundary(
    programme: Programme, *, proposed_on: date, to: RoundName, reference: str, by: Person, at: datetime
) -> BoundaryDecision:
    """Records into which round all proposals dated exactly 30 April or 30 October of a year go (R26-13).

    The law says "before" that day. Refused: other offices; any other day; a round that is neither the one nor
    the next; no reference; decided already.
    """
    ensure(permissions.refuse_manage(by, at))
    regulation = regulation_on(proposed_on)
    found = round_of(regulation, proposed_on) if regulation else None
    if (
        regulation is None
        or found is None
        or not found.is_boundary
        or to not in (found.round, found.or_later)
    ):
        raise Refused(
            Refusal(
                "no_boundary",
                _("Ngày này không nằm đúng mốc giữa hai đợt."),
                _("Chỉ đề nghị ghi đúng ngày 30/4 hoặc 30/10 mới cần quyết định."),
                _("Chọn lại ngày và đợt."),
            )
        )
    if not reference.strip():
        raise Refused(
            Refusal(
                "reference_missing",
                _("Chưa ghi căn cứ."),
                _("Quyết định này áp dụng cho mọi hồ sơ đề nghị trong ngày."),
                _("Ghi số, ngày và cơ quan của văn bản."),
            )
        )
    if (
        holding(Programme.objects)
        .get(pk=programme.pk)
        .boundary_decisions.filter(proposed_on=proposed_on)
        .exists()
    ):
        raise Refused(
            Refusal("conflict_decided", _("Ngày này đã được quyết định."), "", _("Tải lại trang để xem."))
        )
    decision = BoundaryDecision.objects.create(
        programme=programme, regulation_code=regulation.code, proposed_on=proposed_on, year=to.year,
        number=to.number,
        reference=reference.strip(), by=by, at=at,
    )  # fmt: skip
    record("round.settle_boundary", decision, by=by, at=at)
    return decision
