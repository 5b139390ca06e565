"""Kết thúc phân công: from now on the person can do nothing by it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import APPOINTMENT
from ocop.foundation.accounts.models import Appointment, Person
from ocop.foundation.accounts.permissions import refuse_end_appointment
from ocop.foundation.accounts.who import Who
from ocop.foundation.accounts.writes import facts_of
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, record, recorded
from ocop.foundation.holding import holding


def refuse_end(who: Who, appointment: Appointment) -> Refusal | None:
    """As for appointing; once only."""
    return refuse_end_appointment(who.person, appointment, who.at)


@recorded
def end_appointment(appointment: Appointment, *, reason: str, by: Person, at: datetime) -> Appointment:
    """Ends an appointment now; from this moment the person can do nothing by it. One not yet begun never
    begins.

    Refused without a reason, outside the operator's place, and where it has ended already.
    """
    locked = holding(Appointment.objects).select_related("office__place", "person")
    appointment = locked.get(pk=appointment.pk)
    ensure(refuse_end_appointment(by, appointment, at))
    ensure(_refuse_without_reason(reason))
    appointment.ends_at = max(at, appointment.starts_at)
    appointment.save(update_fields=["ends_at"])
    record("appointment.end", appointment, by=by, at=at, reason=reason, data=facts_of(appointment))
    record(
        "person.end_appointment", appointment.person, by=by, at=at, reason=reason, data=facts_of(appointment)
    )
    return appointment


def _refuse_without_reason(reason: str) -> Refusal | None:
    if reason.strip():
        return None
    return Refusal(
        "reason_missing",
        _("Chưa ghi lý do."),
        _("Người liên quan cần biết vì sao."),
        _("Ghi lý do rồi gửi lại."),
    )


def _lead(appointment: Appointment) -> str:
    words = gettext("%(appointment)s. Người này sẽ không làm được việc của vai trò này nữa, ngay từ bây giờ.")
    return words % {"appointment": appointment}


END_APPOINTMENT = Act(
    about=APPOINTMENT,
    name="end_appointment",
    path="ket-thuc/",
    refuse=refuse_end,
    form=AsksReason,
    do=end_appointment,
    button=_("Kết thúc phân công"),
    lead=_lead,
    said=_("Đã kết thúc phân công."),
    template="ui/confirm.html",
    danger=True,
)
