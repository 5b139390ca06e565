"""Đăng: everyone hears a recording and reads its words."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import RECORDING
from ocop.casework.communication.models import Recording
from ocop.casework.communication.permissions import refuse_publish_recording
from ocop.casework.communication.rules import RECORDING_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell


@recorded
def publish_recording(recording: Recording, *, by: Person, at: datetime) -> None:
    """Makes a recording public; whoever handed it in is told. Refused to all but officers of the province."""
    ensure(refuse_publish_recording(who_is(by, at), held(recording)))
    transition(recording, "publish", by=by, at=at, changes={"published_at": at, "published_by": by})
    if recording.created_by_id == by.pk:
        return
    tell(
        [recording.created_by],
        kind="communication.recording_published",
        subject=words(_("Bản ghi âm đã đăng: %(recording)s"), recording=recording.title),
        body=_("Mọi người nghe được từ bây giờ."),
        url=recording.get_absolute_url(),
        at=at,
    )


PUBLISH_RECORDING = Act(
    about=RECORDING,
    name="recording_publish",
    path="dang/",
    move=RECORDING_WORKFLOW.move("publish"),
    refuse=refuse_publish_recording,
    do=publish_recording,
    heading=_("Đăng bản ghi âm?"),
    lead=_("Mọi người nghe được và đọc được lời ghi. Hãy nghe lại một lần trước khi đăng."),
    confirm=_("Đăng"),
    said=_("Đã đăng bản ghi âm."),
    weight="main",
)
