"""Gỡ: takes a recording away from the public, or gives a draft up."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import RECORDING
from ocop.casework.communication.models import Recording
from ocop.casework.communication.permissions import refuse_withdraw_recording
from ocop.casework.communication.rules import RECORDING_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def withdraw_recording(recording: Recording, *, reason: str, by: Person, at: datetime) -> None:
    """Nobody hears it any more; sound and words stay on record. Refused to other offices and without a
    reason.
    """
    ensure(refuse_withdraw_recording(who_is(by, at), held(recording)))
    transition(recording, "withdraw", by=by, at=at, reason=reason)


WITHDRAW_RECORDING = Act(
    about=RECORDING,
    name="recording_withdraw",
    path="go/",
    move=RECORDING_WORKFLOW.move("withdraw"),
    refuse=refuse_withdraw_recording,
    form=AsksReason,
    do=withdraw_recording,
    heading=_("Gỡ bản ghi âm"),
    lead=_("Không ai nghe được nữa; bản ghi âm và lời ghi vẫn lưu để tra cứu."),
    confirm=_("Gỡ bản ghi âm"),
    said=_("Đã gỡ bản ghi âm."),
    danger=True,
)
