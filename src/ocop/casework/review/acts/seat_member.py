"""Thêm thành viên: a person gets a seat on a council."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCIL
from ocop.casework.review.forms import PersonField
from ocop.casework.review.labels import agency_choices, function_choices
from ocop.casework.review.models import Council, Seat
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.writes.holding import hold_council
from ocop.casework.review.writes.papers import paper_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import DateField, RadioCards, TextField


class AsksMember(Asks):
    """A person on the council."""

    person = PersonField(label=_("Người"), help_text=_("Tên đăng nhập, hoặc họ và tên nếu không trùng ai."))
    function = forms.ChoiceField(
        label=_("Chức danh trong hội đồng"),
        choices=function_choices,
        widget=RadioCards,
        initial=Function.MEMBER.value,
    )
    agency = forms.ChoiceField(label=_("Cơ quan"), choices=agency_choices, initial=Agency.OTHER.value)
    agency_name = TextField(label=_("Chức vụ, cơ quan ghi trong biên bản"), max_length=200, required=False)
    authorised_no = TextField(
        label=_("Số văn bản ủy quyền chủ trì"), max_length=60, required=False,
        help_text=_("Chỉ khi chủ tịch hội đồng không phải lãnh đạo UBND tỉnh."),
    )  # fmt: skip
    authorised_on = DateField(label=_("Ngày văn bản ủy quyền"), required=False)
    ends_on = DateField(label=_("Tham gia đến hết ngày"), required=False)
    beside = {"conflict_seat": "person", "conflict_chair": "function"}

    def clean(self) -> dict[str, Any]:
        """A written authority has number and date, or neither."""
        data = super().clean() or {}
        if bool(data.get("authorised_no")) != bool(data.get("authorised_on")):
            self.add_error("authorised_on", _("Văn bản ủy quyền cần cả số và ngày."))
        return data


@recorded
def seat_member(
    council: Council,
    person: Person,
    *,
    function: Function | str,
    by: Person,
    at: datetime,
    agency: Agency | str = Agency.OTHER,
    agency_name: str = "",
    authorised_by: Paper | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Seat:
    """Gives a person a seat, from now unless said otherwise.

    Refused: other offices; a person who sits already; a second chair; a period that ends before it begins.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    hold_council(council)
    begins = starts_at or at
    if ends_at is not None and ends_at < begins:
        raise Refused(
            Refusal("period_ends_before_start", _("Thời gian tham gia kết thúc trước khi bắt đầu."))
        )
    ensure(_refuse_taken(council, person, Function(function), at))
    seat = Seat.objects.create(
        council=council,
        person=person,
        function=Function(function).value,
        agency=Agency(agency).value,
        agency_name=agency_name,
        authorised_by=authorised_by,
        starts_at=begins,
        ends_at=ends_at,
    )
    for somebody in (person, by):
        forget(somebody)
    record("council.seat", council, by=by, at=at, data={"seat": seat.pk, "function": seat.function})
    return seat


def _refuse_taken(council: Council, person: Person, function: Function, at: datetime) -> Refusal | None:
    """A person has one seat on a council, a council one chair."""
    seats = seats_held(at).filter(council=council)
    if seats.filter(person=person).exists():
        said = gettext("%(person)s đã là thành viên hội đồng này.") % {"person": person}
        return Refusal("conflict_seat", said)
    if function == Function.CHAIR and seats.filter(function=Function.CHAIR).exists():
        return Refusal(
            "conflict_chair",
            _("Hội đồng đã có chủ tịch."),
            "",
            _("Kết thúc nhiệm vụ của chủ tịch hiện tại trước khi ghi người mới."),
        )
    return None


@recorded
def file_and_seat(
    council: Council,
    *,
    person: Person,
    function: str,
    agency: str,
    agency_name: str,
    authorised_no: str,
    authorised_on: date | None,
    ends_on: date | None,
    by: Person,
    at: datetime,
) -> Seat:
    """The same with a written authority that may not be on record yet, and a last day that is included."""
    ensure(refuse_set_up(who_is(by, at), council))
    paper = None
    if authorised_no and authorised_on:
        paper = paper_of(
            PaperKind.LETTER, authorised_no, authorised_on, issuer=council.established_by.issuer,
            subject="ủy quyền chủ trì hội đồng", by=by, at=at,
        )  # fmt: skip
    return seat_member(
        council, person, function=function, agency=agency, agency_name=agency_name, authorised_by=paper,
        ends_at=_end_of(ends_on), by=by, at=at,
    )  # fmt: skip


def _end_of(day: date | None) -> datetime | None:
    """The first moment after a day that is included."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())


def _said(_council: Council, seat: Seat) -> str:
    return gettext("Đã thêm %(person)s.") % {"person": seat.person}


SEAT_MEMBER = Act(
    about=COUNCIL,
    name="seat_member",
    path="thanh-vien/",
    refuse=refuse_set_up,
    form=AsksMember,
    do=file_and_seat,
    button=_("Thêm thành viên"),
    confirm=_("Lưu"),
    said=_said,
    weight="quiet",
    icon="user-plus",
)
