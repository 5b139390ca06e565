"""Sửa lời ghi: other words beside a recording that nobody hears yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import RECORDING
from ocop.casework.communication.checks.recordings import refuse_words
from ocop.casework.communication.forms import AsksSpoken
from ocop.casework.communication.models import Recording
from ocop.casework.communication.permissions import refuse_amend_recording
from ocop.casework.communication.rules import RecordingState, Tongue, Topic
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, record, recorded
from ocop.kernel.text import one_line, searchable, tidy


class AsksAmendedWords(AsksSpoken):
    """What it explains, in which language, and its words; the sound stays."""

    def known(self) -> Mapping[str, Any]:
        """What is said of it now."""
        return {name: getattr(self.thing, name) for name in AsksSpoken.base_fields}

    def given(self) -> Mapping[str, Any]:
        """The same, changed."""
        return self.spoken()


@recorded
def amend_recording(
    recording: Recording,
    *,
    topic: Topic,
    language: Tongue,
    title: str,
    transcript: str,
    by: Person,
    at: datetime,
) -> None:
    """Changes what is said of a recording. Refused to other offices, once it was published or withdrawn,
    and as for handing one in.
    """
    ensure(refuse_amend_recording(who_is(by, at), held(recording)))
    after = {
        "topic": Topic(topic).value,
        "language": Tongue(language).value,
        "title": one_line(title),
        "transcript": tidy(transcript),
    }
    ensure(refuse_words(after["title"], after["transcript"]))
    before = {name: getattr(recording, name) for name in after}
    if after == before:
        return
    for name, value in after.items():
        setattr(recording, name, value)
    recording.search_text = searchable(recording.title, recording.transcript)
    recording.save(update_fields=[*after, "search_text"])
    record("recording.amend", recording, by=by, at=at, data={"before": before, "after": after})


AMEND_RECORDING = Act(
    about=RECORDING,
    name="recording_amend",
    path="sua/",
    when=frozenset({RecordingState.DRAFT}),
    refuse=refuse_amend_recording,
    form=AsksAmendedWords,
    do=amend_recording,
    button=_("Sửa lời ghi"),
    confirm=_("Lưu"),
    said=_("Đã sửa lời ghi."),
    weight="quiet",
)
