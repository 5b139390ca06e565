"""Recordings: the province publishes, a commune records for its own place, leaders listen."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.communication.models import Recording
from ocop.casework.communication.rules import RecordingState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal


def refuse_record_sound(who: Who, place: Place | None = None) -> Refusal | None:
    """Handing a recording in for a place (any place where none is named):
    its province's or its commune's officers.
    """
    if who.holds_any(Role.PROVINCE_OFFICER, Role.COMMUNE_OFFICER, place=place):
        return None
    return Refusal(
        "not_recorder",
        _("Bạn không tải được bản ghi âm ở đây."),
        _("Cán bộ OCOP cấp tỉnh tải lên và đăng; cán bộ xã tải lên cho xã mình."),
        _("Gửi bản ghi âm cho cán bộ OCOP của xã hoặc tỉnh."),
    )


def refuse_amend_recording(who: Who, recording: Recording) -> Refusal | None:
    """Changing its words: who may record for its place, while nobody else hears it."""
    if (refusal := refuse_record_sound(who, recording.place)) is not None:
        return refusal
    if recording.state == RecordingState.DRAFT:
        return None
    return Refusal(
        "conflict_recording_told",
        _("“%(recording)s” đã đăng hoặc đã gỡ.") % {"recording": recording.title},
        _("Lời ghi phải đúng với bản mọi người đã nghe."),
        _("Sai thì gỡ bản này, rồi tải bản mới lên."),
    )


def refuse_publish_recording(who: Who, recording: Recording) -> Refusal | None:
    """Publishing: officers of the province."""
    if who.holds(Role.PROVINCE_OFFICER, recording.place):
        return None
    return Refusal(
        "not_recording_publisher",
        _("Bạn không đăng được bản ghi âm này."),
        _("Cơ quan quản lý OCOP cấp tỉnh chịu trách nhiệm về trang công khai."),
        _("Cán bộ OCOP cấp tỉnh nghe lại rồi đăng."),
    )


def refuse_withdraw_recording(who: Who, recording: Recording) -> Refusal | None:
    """Withdrawing: the province; the commune gives up its own draft."""
    if recording.state == RecordingState.DRAFT:
        return refuse_record_sound(who, recording.place)
    return refuse_publish_recording(who, recording)


def refuse_listen(who: Who, recording: Recording) -> Refusal | None:
    """Its page at the desk: whoever it is visible to."""
    if Recording.objects.visible_to(who.person, who.at).filter(pk=recording.pk).exists():
        return None
    return Refusal(
        "not_reader",
        _("Bạn không nghe được bản ghi âm này."),
        _("Bản chưa đăng chỉ dành cho cơ quan tải lên."),
    )
