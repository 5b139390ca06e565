"""Huỷ phiên họp."""

from __future__ import annotations

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.models import Meeting
from ocop.casework.review.tests.cast import refused
from ocop.foundation.notifications.models import Message


def test_cancelling_lets_the_dossiers_wait(room, at):
    meeting = room.planned()
    assert refused(acts.cancel_meeting, meeting, reason="", by=room.thu, at=at) == "reason_missing"
    assert refused(acts.cancel_meeting, meeting, reason="x", by=room.hoa, at=at) == "not_council_office"
    acts.cancel_meeting(meeting, reason="Bão", by=room.thu, at=at)
    assert (Meeting.objects.get().state, Dossier.objects.get().state) == ("cancelled", "accepted")
    assert Message.objects.filter(kind="review.cancelled").count() == 5
