"""Sửa thông tin thành viên: agency, post or written authority of a seat are put right, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import SEAT
from ocop.casework.review.acts.end_seat import refuse_end_seat
from ocop.casework.review.checks import refuse_no_reason
from ocop.casework.review.labels import agency_choices
from ocop.casework.review.models import Seat
from ocop.casework.review.rules import Agency
from ocop.casework.review.writes.papers import authority
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import DateField, TextField


class AsksSeat(AsksReason):
    """What stands on record of a seat, to put right."""

    agency = forms.ChoiceField(label=_("Cơ quan"), choices=agency_choices)
    agency_name = TextField(label=_("Chức vụ, cơ quan ghi trong biên bản"), max_length=200, required=False)
    authorised_no = TextField(label=_("Số văn bản ủy quyền chủ trì"), max_length=60, required=False)
    authorised_on = DateField(label=_("Ngày văn bản ủy quyền"), required=False)
    field_order = ("agency", "agency_name", "authorised_no", "authorised_on", "reason")

    def known(self) -> Mapping[str, Any]:
        """As it stands on record."""
        return _on_record(self.thing)

    def clean(self) -> dict[str, Any]:
        """A written authority has number and date, or neither."""
        data = super().clean() or {}
        if bool(data.get("authorised_no")) != bool(data.get("authorised_on")):
            self.add_error("authorised_on", _("Văn bản ủy quyền cần cả số và ngày."))
        return data


def _on_record(seat: Seat) -> dict[str, Any]:
    paper = seat.authorised_by
    return {
        "agency": seat.agency,
        "agency_name": seat.agency_name,
        "authorised_no": paper.number if paper else "",
        "authorised_on": paper.issued_on if paper else None,
    }


@recorded
def correct_seat(
    seat: Seat,
    *,
    agency: Agency | str,
    agency_name: str,
    authorised_no: str,
    authorised_on: date | None,
    reason: str,
    by: Person,
    at: datetime,
) -> Seat:
    """Puts right agency, post or authority; person and function are another decision's matter.

    Refused: other offices; a seat that ended; nothing changed; no reason.
    """
    ensure(refuse_end_seat(who_is(by, at), held(seat)) or refuse_no_reason(reason))
    if seat.ends_at is not None and seat.ends_at <= at:
        raise Refused(Refusal("conflict_seat_ended", _("Nhiệm vụ này đã kết thúc trước đó.")))
    before = _on_record(seat)
    seat.agency, seat.agency_name = Agency(agency).value, " ".join(agency_name.split())
    if (authorised_no, authorised_on) != (before["authorised_no"], before["authorised_on"]):
        seat.authorised_by = authority(seat.council, authorised_no, authorised_on, by=by, at=at)
    after = _on_record(seat)
    changed = {key: [str(before[key]), str(after[key])] for key in before if before[key] != after[key]}
    if not changed:
        raise Refused(Refusal("nothing_changed", _("Chưa sửa gì."), "", _("Sửa chỗ ghi sai rồi lưu.")))
    seat.save(update_fields=["agency", "agency_name", "authorised_by"])
    data = {"seat": seat.pk, **changed}
    record("council.correct_seat", seat.council, by=by, at=at, reason=reason, data=data)
    return seat


CORRECT_SEAT = Act(
    about=SEAT,
    name="correct_seat",
    path="sua/",
    refuse=refuse_end_seat,
    form=AsksSeat,
    do=correct_seat,
    button=_("Sửa thông tin thành viên"),
    heading=lambda seat: gettext("Sửa thông tin của %(person)s") % {"person": seat.person},
    lead=_("Đổi người hoặc chức danh thì kết thúc nhiệm vụ này rồi thêm thành viên theo quyết định mới."),
    confirm=_("Lưu"),
    said=_("Đã sửa thông tin thành viên."),
)
