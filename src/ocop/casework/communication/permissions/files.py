"""Who may read the files of this package, and which pictures everyone may see."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.communication.models import NewsPage, NewsPicture, PressPaper, Recording
from ocop.casework.communication.permissions.news import refuse_read, refuse_write
from ocop.casework.communication.permissions.press import refuse_read_item
from ocop.casework.communication.permissions.recordings import refuse_listen
from ocop.casework.communication.rules import RecordingState
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal

PICTURE_FILES = "communication.picture"
EVIDENCE_FILES = "communication.evidence"
RECORDING_FILES = "communication.recording"


def register_files() -> None:
    """Tells the foundation who may read pictures and evidence, and hear recordings."""
    access.register(PICTURE_FILES, refuse_read_picture, refuse_see_picture)
    access.register_public(PICTURE_FILES, is_picture_public)
    access.register(EVIDENCE_FILES, refuse_read_evidence)
    access.register(RECORDING_FILES, refuse_read_recording)
    access.register_public(RECORDING_FILES, is_recording_public)


def is_picture_public(stored_file: StoredFile) -> bool:
    """Pictures that stand on a page which everyone may read today."""
    shown = NewsPage.objects.shown_on(timezone.localdate())
    return NewsPicture.objects.filter(file=stored_file, is_removed=False, page__in=shown).exists()


def refuse_read_picture(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A picture as it was taken, also one that was removed: who may write for the place of its page."""
    picture = _picture(stored_file)
    return _no_file() if picture is None else refuse_write(who_is(person, at), picture.page.place)


def refuse_see_picture(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A picture as pages show it, also one that was removed: the readers of its page."""
    picture = _picture(stored_file)
    return _no_file() if picture is None else refuse_read(who_is(person, at), picture.page)


def _picture(stored_file: StoredFile) -> NewsPicture | None:
    return NewsPicture.objects.filter(file=stored_file).select_related("page__place").first()


def refuse_read_evidence(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Evidence of a broadcast: the readers of its line."""
    paper = PressPaper.objects.filter(file=stored_file).select_related("item__place").first()
    return _no_file() if paper is None else refuse_read_item(who_is(person, at), paper.item)


def is_recording_public(stored_file: StoredFile) -> bool:
    """The sound of a recording while it is published."""
    return Recording.objects.filter(file=stored_file, state=RecordingState.PUBLISHED).exists()


def refuse_read_recording(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The sound of a recording: everyone while it is published, else who sees it at the desk."""
    if is_recording_public(stored_file):
        return None
    recording = Recording.objects.filter(file=stored_file).select_related("place").first()
    return _no_file() if recording is None else refuse_listen(who_is(person, at), recording)


def _no_file() -> Refusal:
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tệp không còn thuộc bài viết nào."))
