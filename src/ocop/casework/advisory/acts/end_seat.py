"""Kết thúc nhiệm vụ trong tổ: by a decision, a person is on the advisory team no longer."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import TEAM_SEAT
from ocop.casework.advisory.models import TeamSeat
from ocop.casework.advisory.permissions import refuse_set_up
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, forget, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, record, recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.ui.forms import DateField, TextField


class AsksSeatEnd(AsksReason):
    """The decision, the last day on the team, and why."""

    number = TextField(label=_("Số quyết định thôi nhiệm vụ"), max_length=60)
    issued_on = DateField(label=_("Ngày ký quyết định"))
    ends_on = DateField(label=_("Ngày cuối cùng trong tổ"))
    field_order = ("number", "issued_on", "ends_on", "reason")
    beside = {"paper_": "number", "period_": "ends_on", "reason_": "reason"}


def refuse_end_seat(who: Who, seat: TeamSeat) -> Refusal | None:
    """Whoever sets up the team, while the seat goes on."""
    if refusal := refuse_set_up(who, seat.team.programme):
        return refusal
    if seat.ended_by_id is None:
        return None
    return Refusal("conflict_seat_ended", _("Nhiệm vụ này đã kết thúc trước đó."))


@recorded
def end_seat(
    seat: TeamSeat,
    *,
    number: str,
    issued_on: date,
    ends_on: date,
    reason: str,
    by: Person,
    at: datetime,
) -> TeamSeat:
    """Ends a seat by a decision, which is kept; after its last day the person opens no dossier in it. What
    was declared and handed in stands.

    Refused: other offices; a second time; a last day before the person joined, or earlier than the day before
    the decision, for it does not work backwards; without a reason.
    """
    ensure(refuse_end_seat(who_is(by, at), held(seat)))
    ensure(_refuse_days(seat, issued_on, ends_on) or _refuse_silent(reason))
    issuer = seat.team.established_by.issuer
    paper = paper_numbered(number, issuer=issuer, year=issued_on.year) or file_paper(
        kind=PaperKind.DECISION, number=number, issued_on=issued_on, issuer=issuer,
        subject="thành viên tổ tư vấn", by=by, at=at,
    )  # fmt: skip
    seat.ends_on, seat.ended_by, seat.end_reason = ends_on, paper, reason.strip()
    seat.save(update_fields=["ends_on", "ended_by", "end_reason"])
    for somebody in (seat.person, by):
        forget(somebody)
    data = {"seat": seat.pk, "paper": paper.number, "last_day": ends_on.isoformat()}
    record("advisory.end_seat", seat.team, by=by, at=at, reason=reason, data=data)
    return seat


def _refuse_days(seat: TeamSeat, issued_on: date, ends_on: date) -> Refusal | None:
    if ends_on < seat.starts_on:
        return Refusal("period_ends_before_start", _("Thời gian tham gia kết thúc trước khi bắt đầu."))
    if ends_on < issued_on - timedelta(days=1):
        return Refusal(
            "period_before_paper",
            _("Quyết định không có hiệu lực trước ngày ký."),
            "",
            _("Ngày cuối cùng sớm nhất là hôm trước ngày ký quyết định."),
        )
    return None


def _refuse_silent(reason: str) -> Refusal | None:
    return None if reason.strip() else Refusal("reason_missing", _("Chưa ghi lý do kết thúc nhiệm vụ."))


END_SEAT = Act(
    about=TEAM_SEAT,
    name="end_seat",
    path="ket-thuc/",
    refuse=refuse_end_seat,
    form=AsksSeatEnd,
    do=end_seat,
    button=_("Kết thúc nhiệm vụ trong tổ"),
    heading=lambda seat: gettext("Kết thúc nhiệm vụ của %(person)s") % {"person": seat.person},
    lead=_("Sau ngày cuối cùng người đó không mở hồ sơ và không viết báo cáo trong tổ."),
    said=lambda seat, _made: gettext("Đã kết thúc nhiệm vụ của %(person)s.") % {"person": seat.person},
)
