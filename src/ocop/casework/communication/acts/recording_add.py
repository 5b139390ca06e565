"""Tải bản ghi âm lên: a recording with its words, for the place of the recorder's office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import RECORDINGS, own_places
from ocop.casework.communication.checks.recordings import refuse_words
from ocop.casework.communication.forms import AsksSpoken
from ocop.casework.communication.models import Recording
from ocop.casework.communication.permissions import (
    RECORDING_FILES,
    refuse_publish_recording,
    refuse_record_sound,
)
from ocop.casework.communication.rules import Tongue, Topic
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded, words
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.notifications.actions import tell
from ocop.foundation.places.models import Place
from ocop.kernel.text import one_line, searchable, tidy


class AsksRecording(AsksSpoken):
    """The sound, what it explains, in which language, and its words."""

    upload = UploadField(label=_("Tệp ghi âm"), kinds=["sound"])

    gives = frozenset({*AsksSpoken.base_fields, "upload", "place"})

    def given(self) -> Mapping[str, Any]:
        """The recording; it belongs to the place of the recorder's office."""
        return {**self.spoken(), "upload": self.cleaned_data["upload"], "place": own_places(self.who)[0]}


def refuse_begin(who: Who, _none: object = None) -> Refusal | None:
    """Handing a recording in: whoever records for some place."""
    return refuse_record_sound(who)


@recorded
def add_recording(
    *,
    place: Place,
    topic: Topic,
    language: Tongue,
    title: str,
    transcript: str,
    upload: File[Any],
    by: Person,
    at: datetime,
) -> Recording:
    """Keeps a recording that nobody hears yet; of a commune's the province is told.

    Refused to other offices; without a name or its words, too long; for what is no MP3, M4A or OGG.
    """
    who = who_is(by, at)
    ensure(refuse_record_sound(who, place))
    title, transcript = one_line(title), tidy(transcript)
    ensure(refuse_words(title, transcript))
    file = store(upload, owner=RECORDING_FILES, by=by, at=at, kinds=[FileKind.SOUND])
    recording = Recording.objects.create(
        topic=Topic(topic).value, language=Tongue(language).value, title=title, transcript=transcript,
        place=place, file=file, created_by=by, created_at=at, search_text=searchable(title, transcript),
    )  # fmt: skip
    data = {"sha256": file.sha256, "topic": recording.topic, "language": recording.language}
    record("recording.add", recording, by=by, at=at, data=data)
    if refuse_publish_recording(who, recording) is not None:
        tell(
            people_holding(Role.PROVINCE_OFFICER, at, place=place),
            kind="communication.recording_added",
            subject=words(_("Bản ghi âm chờ đăng: %(recording)s"), recording=title),
            body=words(_("%(place)s tải lên. Nghe lại rồi đăng hoặc gỡ."), place=place),
            url=recording.get_absolute_url(),
            at=at,
        )
    return recording


ADD_RECORDING = Act(
    about=RECORDINGS,
    name="recording_add",
    path="them/",
    refuse=refuse_begin,
    form=AsksRecording,
    do=add_recording,
    button=_("Tải bản ghi âm lên"),
    lead=_("Nói chậm, rõ, mỗi bản một việc. Chưa ai nghe được cho đến khi tỉnh đăng."),
    confirm=_("Lưu"),
    said=_("Đã lưu bản ghi âm. Nghe lại rồi đăng."),
    then=lambda _none, recording: recording.get_absolute_url(),
)
