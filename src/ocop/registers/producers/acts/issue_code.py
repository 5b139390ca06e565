"""Cấp mã đặt lại mật khẩu: the commune's officer hands a code to somebody of one of its producers."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import in_force
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded
from ocop.foundation.recovery.forms import AsksProof
from ocop.foundation.recovery.permissions import refuse_duty, refuse_hand_out
from ocop.foundation.recovery.writes import write_code
from ocop.registers.producers.about import REPRESENTATION
from ocop.registers.producers.models import Representation
from ocop.registers.producers.permissions import is_commune_officer_of


def refuse_issue_code_to_own(who: Who, row: Representation) -> Refusal | None:
    """Only the commune's officers, for people who act for its producers today and hold no office or seat."""
    if not is_commune_officer_of(who, row.producer):
        return Refusal(
            "not_commune_officer",
            _("Bạn không cấp được mã đặt lại mật khẩu cho người này."),
            _("Chỉ cán bộ của xã có chủ thể, gặp trực tiếp người đó, mới cấp được."),
            _("Người đó đến Ủy ban nhân dân xã, hoặc gọi người quản trị hệ thống của tỉnh."),
        )
    if not in_force(row.starts_at, row.ends_at, who.at):
        return Refusal(
            "not_acting",
            _("%(person)s không còn làm thay cho chủ thể này.") % {"person": row.person},
            _("Xã chỉ cấp mã cho người của chủ thể trên địa bàn."),
            _("Hãy nhờ người quản trị hệ thống của tỉnh."),
        )
    return refuse_hand_out(who.person, row.person, who.at) or refuse_duty(row.person, who.at)


@recorded
def issue_code_to_own(row: Representation, *, proof: str, by: Person, at: datetime) -> str:
    """The code, shown once.

    Refused to all but the commune's officers, for oneself, for whoever holds an office or a seat on a
    council, for a right that has ended, for a closed account, and too often in a day.
    """
    held(row.person)
    ensure(refuse_issue_code_to_own(who_is(by, at), held(row)))
    return write_code(row.person, proof=proof, by=by, at=at)


ISSUE_CODE = Act(
    about=REPRESENTATION,
    name="issue_code",
    path="cap-ma/",
    refuse=refuse_issue_code_to_own,
    form=AsksProof,
    do=issue_code_to_own,
    button=_("Cấp mã đặt lại mật khẩu"),
    lead=_("Mã dùng được một lần, trong 30 phút. Người này bị đăng xuất ở mọi nơi và được báo tin."),
)
