"""Rút lượt dự học: an attendance that counts no more and stays to be read."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import ATTENDANCE
from ocop.casework.courses.checks import refuse_again
from ocop.casework.courses.models import Attendance
from ocop.casework.courses.permissions import refuse_teach
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, record, recorded


def refuse_withdraw(who: Who, attendance: Attendance) -> Refusal | None:
    """Whoever keeps the course."""
    return refuse_teach(who, attendance.activity)


@recorded
def withdraw_attendance(attendance: Attendance, *, reason: str, by: Person, at: datetime) -> Attendance:
    """Takes an attendance back: it counts no more and stays to be read.
    Refused without a reason, or a second time.
    """
    ensure(refuse_teach(who_is(by, at), held(attendance.activity)))
    attendance.refresh_from_db()
    ensure(refuse_again(attendance, reason))
    attendance.withdrawn_at, attendance.withdrawn_by = at, by
    attendance.withdrawn_reason = reason.strip()[:300]
    attendance.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record("attendance.withdraw", attendance, by=by, at=at, reason=reason.strip())
    return attendance


def _which(row: Attendance) -> str:
    words = {"name": row.name, "day": f"{row.day:%d/%m/%Y}"}
    return (
        gettext("%(name)s, ngày %(day)s. Lượt đã rút không được đếm nữa nhưng vẫn còn trong danh sách.")
        % words
    )


WITHDRAW_ATTENDANCE = Act(
    about=ATTENDANCE,
    name="withdraw_attendance",
    path="rut/",
    refuse=refuse_withdraw,
    form=AsksReason,
    do=withdraw_attendance,
    button=_("Rút lượt dự học"),
    lead=_which,
    confirm=_("Rút"),
    said=_("Đã rút."),
    danger=True,
)
