"""Lập biên bản bổ sung: what is put right or added; the report that was signed stays."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISIT
from ocop.casework.fieldwork.models import FurtherReport, Visit
from ocop.casework.fieldwork.permissions import refuse_write
from ocop.casework.fieldwork.states import VisitState
from ocop.casework.fieldwork.writes import commune_people, producers_people, province_people, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import TextField


class AsksFurther(AsksReason):
    """Why, and what is said now."""

    text = TextField(label=_("Nội dung bổ sung, đính chính"), lines=6, max_length=4000)
    field_order = ["text", "reason"]


@recorded
def report_further(visit: Visit, *, text: str, reason: str, by: Person, at: datetime) -> FurtherReport:
    """Adds a report beside the first; producer, commune and province learn it.

    Refused to all but the inspectors who may write, before the visit has ended.
    """
    ensure(refuse_write(who_is(by, at), held(visit)))
    if visit.state != VisitState.ENDED:
        raise Refused(
            Refusal("not_ended", _("Buổi kiểm tra chưa kết thúc."), "", _("Ghi thẳng vào phiếu kiểm tra."))
        )
    number = visit.further_reports.count() + 1
    made = FurtherReport.objects.create(
        visit=visit, number=number, reason=reason.strip(), text=text.strip(), by=by, at=at
    )
    entry = record("visit.further", visit, by=by, at=at, reason=reason, data={"number": number})
    want(made, at=at, entry=entry)
    people = producers_people(visit, at) | commune_people(visit, at) | province_people(visit, at)
    tell_of(
        visit, people - {by}, kind="further", subject=_("Biên bản kiểm tra bổ sung: %(product)s"),
        body=_("Về buổi kiểm tra tại %(producer)s ngày %(day)s."), at=at,
    )  # fmt: skip
    return made


FURTHER = Act(
    about=VISIT,
    name="further",
    path="bo-sung/",
    when=frozenset({VisitState.ENDED}),
    refuse=refuse_write,
    form=AsksFurther,
    do=report_further,
    button=_("Lập biên bản bổ sung"),
    lead=_("Biên bản đã ký giữ nguyên; biên bản bổ sung đi kèm."),
    confirm=_("Lập biên bản"),
    said=_("Đã lập biên bản bổ sung."),
)
