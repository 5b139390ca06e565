"""Ghi kết quả xã kiểm tra: the commune says what it found; the province ends the report."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import REPORT
from ocop.casework.inspections.models import MisuseReport
from ocop.casework.inspections.permissions import refuse_commune
from ocop.casework.inspections.states import ReportState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded, words
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import TextField


class AsksNote(Asks):
    """What was found."""

    text = TextField(label=_("Xã đã kiểm tra gì, thấy gì"), lines=4, max_length=2000)


@recorded
def note_commune(report: MisuseReport, *, text: str, by: Person, at: datetime) -> None:
    """Says what the commune found; the officers of the province are told. Refused to all but officers of the
    commune to which it was passed.
    """
    ensure(refuse_commune(who_is(by, at), held(report)))
    if report.state != ReportState.FORWARDED:
        ensure(refuse_state(report, NOTE.label))
    report.commune_note = text.strip()
    report.save(update_fields=["commune_note"])
    record("misusereport.note", report, by=by, at=at, reason=text)
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=report.programme.province),
        kind="inspections.noted",
        subject=words(_("Xã đã kiểm tra: %(what)s"), what=str(report)),
        body=words("%(note)s", note=text[:300]),
        url=report.get_absolute_url(),
        at=at,
    )


NOTE = Act(
    about=REPORT,
    name="note",
    path="xa-ghi/",
    when=frozenset({ReportState.FORWARDED}),
    refuse=refuse_commune,
    form=AsksNote,
    do=note_commune,
    button=_("Ghi kết quả xã kiểm tra"),
    said=_("Đã ghi. Cơ quan OCOP cấp tỉnh nhận được thông báo."),
)
