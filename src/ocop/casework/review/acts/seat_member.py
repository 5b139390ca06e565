"""Thêm thành viên: a person gets a seat on a council."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.forms import PersonField
from ocop.casework.review.about import COUNCIL
from ocop.casework.review.labels import agency_choices, function_choices
from ocop.casework.review.models import Council, Seat
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.writes.holding import hold_council
from ocop.casework.review.writes.papers import authority, membership
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.models import Paper
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
    decision_no = TextField(label=_("Số quyết định cử vào hội đồng"), max_length=60)
    decision_on = DateField(label=_("Ngày ký quyết định"), help_text=_("Nhiệm vụ bắt đầu từ ngày này."))
    replaces = forms.ModelChoiceField(
        label=_("Thay cho"), queryset=Seat.objects.none(), required=False, empty_label=_("Không thay ai"),
        help_text=_("Người thay và người được thay là một vị trí, chỉ tính một lần."),
    )  # fmt: skip
    authorised_no = TextField(
        label=_("Số văn bản ủy quyền chủ trì"), max_length=60, required=False,
        help_text=_("Chỉ khi chủ tịch hội đồng không phải lãnh đạo UBND tỉnh."),
    )  # fmt: skip
    authorised_on = DateField(label=_("Ngày văn bản ủy quyền"), required=False)
    ends_on = DateField(label=_("Tham gia đến hết ngày"), required=False)
    beside = {"conflict_seat": "person", "conflict_chair": "function", "paper_": "decision_no"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ended = Seat.objects.filter(council=self.thing, ends_at__isnull=False, replaced_by__isnull=True)
        self.fields["replaces"].queryset = ended.select_related("person")  # type: ignore[attr-defined]

    def known(self) -> Mapping[str, Any]:
        """The first members sit by the decision that set up the council."""
        paper = self.thing.established_by
        return {"decision_no": paper.number, "decision_on": paper.issued_on}

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
    seated_by: Paper | None = None,
    replaces: Seat | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Seat:
    """Gives a person a seat by a decision, from now unless said otherwise; never before the seat that it
    takes the place of ended. Who gets another seat on the same council takes the own place.

    Refused: other offices; a person who sits already; a second chair; a period that ends before it begins; a
    seat of another council, one still held, or one that was replaced.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    hold_council(council)
    replaces = replaces or _own_before(council, person)
    ensure(None if replaces is None else _refuse_replaced(council, replaces, at))
    begins = _begin(council, person, Function(function), replaces, starts_at or at)
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
        seated_by=seated_by,
        replaces=replaces,
        starts_at=begins,
        ends_at=ends_at,
    )
    for somebody in (person, by):
        forget(somebody)
    data = {"seat": seat.pk, "function": seat.function, "replaces": replaces.pk if replaces else None}
    data["paper"] = seated_by.number if seated_by else None
    record("council.seat", council, by=by, at=at, data=data)
    return seat


def _own_before(council: Council, person: Person) -> Seat | None:
    """The seat that the same person had last, where nobody took its place yet."""
    mine = Seat.objects.filter(
        council=council, person=person, ends_at__isnull=False, replaced_by__isnull=True
    )
    return mine.order_by("ends_at").last()


def _refuse_replaced(council: Council, seat: Seat, at: datetime) -> Refusal | None:
    """Whether a seat can be taken: one of this council, that ended, and that nobody took yet."""
    if seat.council_id != council.pk or Seat.objects.filter(replaces=seat).exists():
        return Refusal(
            "seat_taken",
            _("Vị trí này đã có người thay."),
            "",
            _("Chọn người khác ở “Thay cho”, hoặc để trống."),
        )
    if seat.ends_at is None or seat.ends_at > at:
        said = gettext("%(person)s còn là thành viên hội đồng.") % {"person": seat.person}
        return Refusal("seat_still_held", said, "", _("Kết thúc nhiệm vụ của người đó trước."))
    return None


def _begin(
    council: Council, person: Person, function: Function, replaces: Seat | None, at: datetime
) -> datetime:
    """Not before the seats that it follows ended: the one it replaces, the person's own, the chair's."""
    before = Seat.objects.filter(council=council, ends_at__gt=at)
    rows = before.filter(person=person)
    if replaces is not None:
        rows |= before.filter(pk=replaces.pk)
    if function == Function.CHAIR:
        rows |= before.filter(function=Function.CHAIR)
    ended = [seat.ends_at for seat in rows if seat.ends_at is not None]
    return max([at, *ended])


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
    decision_no: str,
    decision_on: date,
    replaces: Seat | None,
    authorised_no: str,
    authorised_on: date | None,
    ends_on: date | None,
    by: Person,
    at: datetime,
) -> Seat:
    """The same with a decision and a written authority that may not be on record yet; the seat begins on the
    day of the decision, and its last day is included.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    seated_by = membership(council, decision_no, decision_on, by=by, at=at)
    return seat_member(
        council, person, function=function, agency=agency, agency_name=agency_name,
        authorised_by=authority(council, authorised_no, authorised_on, by=by, at=at),
        seated_by=seated_by, replaces=replaces, starts_at=start_of(seated_by.issued_on),
        ends_at=_end_of(ends_on), by=by, at=at,
    )  # fmt: skip


def start_of(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())


def _end_of(day: date | None) -> datetime | None:
    """The first moment after a day that is included."""
    if day is None:
        return None
    return start_of(day + timedelta(days=1))


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
