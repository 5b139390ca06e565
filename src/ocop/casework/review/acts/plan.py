"""Lên lịch phiên họp: a meeting, or the collection of written opinions, is planned; members are invited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCIL
from ocop.casework.review.checks import refuse_answers_due, refuse_day
from ocop.casework.review.labels import meeting_kind_choices
from ocop.casework.review.models import Council, Meeting
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.writes.invitations import invite, invited_words
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.kernel.text import searchable
from ocop.registers.rounds.models import Round


class AsksDay(Asks):
    """When and where a council meets."""

    title = TextField(label=_("Tên phiên họp"), max_length=200)
    day = DateField(label=_("Ngày"))
    hour = forms.TimeField(
        label=_("Giờ bắt đầu"), initial="08:00", input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"]
    )
    venue = TextField(label=_("Địa điểm"), max_length=200, required=False)
    has_begun = forms.BooleanField(
        label=_("Phiên họp đã bắt đầu"), required=False,
        help_text=_("Chỉ đánh dấu khi ghi muộn một phiên họp đang diễn ra hôm nay."),
    )  # fmt: skip
    gives = frozenset({"title", "starts_at", "venue", "has_begun"})
    beside = {"day_": "day", "hour_": "hour", "unit_": "day", "council_": "day"}

    def given(self) -> Mapping[str, Any]:
        """Day and hour as a moment by the clock of Vietnam."""
        data, names = self.cleaned_data, self.gives or frozenset()
        starts_at = datetime.combine(data["day"], data["hour"], tzinfo=timezone.get_current_timezone())
        return {name: data[name] for name in names - {"starts_at"}} | {"starts_at": starts_at}


class AsksWhen(AsksDay):
    """The same with the form and the round."""

    kind = forms.ChoiceField(
        label=_("Hình thức"),
        choices=meeting_kind_choices,
        widget=RadioCards,
        initial=MeetingKind.MEETING.value,
    )
    answers_due_on = DateField(
        label=_("Hạn gửi ý kiến"), required=False,
        help_text=_("Chỉ khi lấy ý kiến bằng văn bản: hết ngày này thì tính kết quả."),
    )  # fmt: skip
    round = forms.ModelChoiceField(
        label=_("Đợt đánh giá"),
        queryset=Round.objects.none(),
        required=False,
        empty_label=_("Không gắn với đợt nào"),
    )
    gives = frozenset({"title", "kind", "starts_at", "venue", "round", "has_begun", "answers_due_on"})
    field_order = ("title", "kind", "day", "hour", "has_begun", "answers_due_on", "venue", "round")
    beside = {**AsksDay.beside, "answers_": "answers_due_on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = self.thing.programme.rounds.all()  # type: ignore[attr-defined]


def refuse_title(title: str) -> Refusal | None:
    """Whether the meeting has a name."""
    return None if title.strip() else Refusal("title_missing", _("Chưa ghi tên phiên họp."))


@recorded
def plan_meeting(
    council: Council,
    *,
    title: str,
    starts_at: datetime,
    by: Person,
    at: datetime,
    venue: str = "",
    kind: MeetingKind | str = MeetingKind.MEETING,
    round: Round | None = None,
    has_begun: bool = False,
    answers_due_on: date | None = None,
) -> Meeting:
    """Plans a meeting, or the collection of written opinions (R26-38); the members are invited.

    Refused: other offices; no title; a day in the past, an hour of today that is over unless the meeting
    `has_begun`; a day on which the council is not in office, or its unit no longer exists; written opinions
    without a last day for them.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    ensure(refuse_title(title) or refuse_day(council, starts_at, at, has_begun=has_begun))
    is_written = MeetingKind(kind) == MeetingKind.WRITTEN_OPINION
    due = answers_due_on if is_written else None
    if is_written:
        ensure(refuse_answers_due(due, starts_at, at))
    meeting = Meeting.objects.create(
        council=council,
        title=title.strip(),
        starts_at=starts_at,
        venue=venue.strip(),
        kind=MeetingKind(kind).value,
        round=round,
        answers_due_on=due,
        created_at=at,
        created_by=by,
        search_text=searchable(title, venue, council.name),
    )
    record("meeting.plan", meeting, by=by, at=at)
    invite(meeting, at=at)
    return meeting


PLAN = Act(
    about=COUNCIL,
    name="plan",
    path="phien-hop/",
    refuse=refuse_set_up,
    form=AsksWhen,
    do=plan_meeting,
    button=_("Lên lịch phiên họp"),
    confirm=_("Lưu"),
    said=lambda _council, meeting: invited_words(meeting),
    then=lambda _council, meeting: meeting.get_absolute_url(),
    weight="main",
    icon="calendar-days",
)
