"""Lên lịch phiên họp: a meeting, or the collection of written opinions, is planned; members are invited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.review.about import COUNCIL
from ocop.casework.review.labels import meeting_kind_choices
from ocop.casework.review.models import Council, Meeting
from ocop.casework.review.permissions import refuse_set_up
from ocop.casework.review.rules import MeetingKind
from ocop.casework.review.writes.invitations import tell_members
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded, words
from ocop.foundation.ui.forms import DateField, RadioCards, TextField
from ocop.foundation.ui.templatetags.ui import gio
from ocop.kernel.text import fold
from ocop.registers.programme.models import Round


class AsksWhen(Asks):
    """When, where and in which form a council works."""

    title = TextField(label=_("Tên phiên họp"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Hình thức"),
        choices=meeting_kind_choices,
        widget=RadioCards,
        initial=MeetingKind.MEETING.value,
    )
    day = DateField(label=_("Ngày"))
    hour = forms.TimeField(
        label=_("Giờ bắt đầu"), initial="08:00", input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"]
    )
    venue = TextField(label=_("Địa điểm"), max_length=200, required=False)
    round = forms.ModelChoiceField(
        label=_("Đợt đánh giá"),
        queryset=Round.objects.none(),
        required=False,
        empty_label=_("Không gắn với đợt nào"),
    )
    gives = frozenset({"title", "kind", "starts_at", "venue", "round"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = self.thing.programme.rounds.all()  # type: ignore[attr-defined]

    def given(self) -> Mapping[str, Any]:
        """Day and hour as a moment by the clock of Vietnam."""
        data = self.cleaned_data
        starts_at = datetime.combine(data["day"], data["hour"], tzinfo=timezone.get_current_timezone())
        return {name: data[name] for name in self.gives - {"starts_at"}} | {"starts_at": starts_at}


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
) -> Meeting:
    """Plans a meeting, or the collection of written opinions (R26-38); the members are invited.

    Refused: other offices, no title.
    """
    ensure(refuse_set_up(who_is(by, at), council))
    if not title.strip():
        raise Refused(Refusal("title_missing", _("Chưa ghi tên phiên họp.")))
    meeting = Meeting.objects.create(
        council=council,
        title=title.strip(),
        starts_at=starts_at,
        venue=venue.strip(),
        kind=MeetingKind(kind).value,
        round=round,
        created_at=at,
        created_by=by,
        search_text=fold(f"{title} {venue} {council.name}"),
    )
    record("meeting.plan", meeting, by=by, at=at)
    tell_members(
        meeting,
        kind="review.planned",
        subject=words(_("Mời dự: %(title)s"), title=meeting.title),
        body=words(
            _("Bắt đầu %(time)s. Địa điểm: %(venue)s."),
            time=gio(meeting.starts_at),
            venue=meeting.venue or "–",
        ),
        at=at,
    )
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
    said=_("Đã lên lịch và mời các thành viên."),
    then=lambda _council, meeting: meeting.get_absolute_url(),
    weight="main",
    icon="calendar-days",
)
