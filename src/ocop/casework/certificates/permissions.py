"""Who may draft, submit, sign and propose; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.certificates.models import Decision
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.ui.refusals import Refusal

READERS = (Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER)


def refuse_prepare(person: Any, at: datetime) -> Refusal | None:
    """Drafting, submitting and dropping decisions, proposals, notices: officers of the provincial OCOP body (R26-31)."""
    if holds(person, Role.PROVINCE_OFFICER, at):
        return None
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Cơ quan quản lý OCOP cấp tỉnh tổng hợp và trình quyết định (điều 7 khoản 3 điểm đ)."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )


def refuse_sign(person: Any, decision: Decision, at: datetime) -> Refusal | None:
    """Signing and returning: the authority's signer, who is not the person that drafted."""
    if not holds(person, Role.SIGNER, at, place=decision.programme.province):
        return Refusal(
            "not_signer",
            _("Bạn không ký được quyết định này."),
            _("Chủ tịch UBND cấp tỉnh quyết định công nhận 3 sao, 4 sao (điều 4 khoản 1 điểm a)."),
            _("Chuyển cho người có thẩm quyền ký."),
        )
    if decision.drafted_by_id == person.pk:
        return Refusal(
            "drafter_signs",
            _("Người soạn không tự ký quyết định của mình."),
            _("Hai người khác nhau soạn và ký để cùng chịu trách nhiệm."),
            _("Chuyển cho người ký khác."),
        )
    return None


def refuse_read(person: Any, at: datetime) -> Refusal | None:
    """Reading decisions before they are signed: those who prepare, sign, or lead."""
    if any(holds(person, role, at) for role in READERS):
        return None
    return Refusal("not_reader", _("Bạn không xem được quyết định này."), _("Quyết định chỉ mở cho cơ quan cấp tỉnh."))
