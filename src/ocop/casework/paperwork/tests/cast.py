"""A closed meeting with sealed sheets: one product of full points, one of forty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from ocop.casework.paperwork import acts
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.review.acts import close_meeting, recommend
from ocop.casework.review.models import Meeting, Seat
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.tests.cast import Room, best, worth


class Office(Room):
    """The room, with the officer Vân and the signer Thịnh of the province."""

    def __init__(self, cast: Any, at: datetime, **rules: Any) -> None:
        super().__init__(cast, at, **rules)
        self.van, self.thinh = cast.person("van", "Hà Vân"), cast.person("thinh", "Hoàng Thịnh")
        cast.appoint(self.van, "province_officer")
        cast.appoint(self.thinh, "signer")

    def closed(self, *names: str, **fields: Any) -> Meeting:
        """The first product of full points, the second of forty; the meeting closed two hours later."""
        meeting = self.scoring(*(names or ("Dứa sấy dẻo", "Mận sấy")), **fields)
        return self.finished(meeting, fields.get("conflicts", ()))

    def finished(self, meeting: Meeting, kept: Sequence[Seat] = ()) -> Meeting:
        """The same of a meeting that is open for scoring."""
        for place, item in enumerate(meeting.items.all(), start=1):
            one = self.item(meeting, place)
            choices = best(item.dossier) if place == 1 else worth(item.dossier, 40)
            self.all_seal(one, choices, but=kept if place == 1 else ())
        later = self.at + timedelta(hours=2)
        for place in range(1, meeting.items.count() + 1):
            one = self.item(meeting, place)
            if one.total is not None and one.total >= 90 and not one.recommendation:
                recommend(one, recommendation=Recommendation.PROPOSE, reason="Đủ.", by=self.son, at=later)
        close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=self.thu, at=later, closing_note="Nhất trí.")
        return Meeting.objects.select_related("council__programme__province", "rules").get(pk=meeting.pk)

    def made(self, meeting: Meeting, **who: Any) -> list[MeetingPaper]:
        """The press, by the secretary."""
        return acts.make_papers(meeting, by=who.get("by", self.thu), at=self.at + timedelta(hours=3))
