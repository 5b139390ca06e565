"""Recordings: handed in, amended, published, withdrawn; who hears them when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import override_settings

from ocop.casework.communication import acts
from ocop.casework.communication.models import Recording
from ocop.casework.communication.rules import RECORDING_STATES, Tongue, Topic
from ocop.casework.communication.selectors import heard
from ocop.casework.communication.tests.cast import Newsroom
from ocop.casework.communication.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents import access
from ocop.foundation.documents.tests import corpus
from ocop.foundation.notifications.models import Message

HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def add(room: Newsroom) -> Callable[..., Recording]:
    """Hands a recording in; of the commune by Minh, of the province by others."""

    def made(by: Any = None, **given: Any) -> Recording:
        by = by or room.minh
        content, name = given.pop("content", corpus.mp3()), given.pop("name", "loi.mp3")
        known = {
            "topic": Topic.IDEA, "language": Tongue.MONG, "title": "Đăng  ký ý tưởng ",
            "transcript": "Mang phiếu đến xã.", "place": room.commune if by == room.minh else room.province,
            "upload": ContentFile(content, name=name),
        }  # fmt: skip
        return acts.add_recording(by=by, at=room.at, **{**known, **given})

    return made


def test_a_commune_hands_one_in(
    room: Newsroom, add: Callable[..., Recording], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        recording = add()
    assert (recording.title, recording.state, recording.place) == ("Đăng ký ý tưởng", "draft", room.commune)
    assert [entry.action for entry in history(recording)] == ["recording.add"]
    told = Message.objects.get(kind="communication.recording_added")
    assert (told.person, told.url) == (room.phuc, recording.get_absolute_url())


def test_what_is_refused(room: Newsroom, add: Callable[..., Recording]) -> None:
    for code, given in {
        "not_recorder": {"by": room.quang},
        "title_missing": {"title": "  "},
        "transcript_missing": {"transcript": " \n "},
        "too_long": {"title": "a" * 5000},
        "file_kind_refused": {"content": corpus.pdf()},
        "file_disguised": {"name": "loi.exe"},
        "file_broken": {"content": corpus.mp3() + b"x" * 900},
        "file_two_kinds": {"content": corpus.mp3() + corpus.archive()},
    }.items():
        assert (code, refused(lambda given=given: add(**given))) == (code, code)  # type: ignore[misc]
    assert refused(lambda: add(by=room.sen, place=room.commune)) == "not_recorder"
    assert refused(lambda: add(transcript="a" * 10_001)) == "too_long"
    with override_settings(DOCUMENTS_MAX_BYTES=1000):
        assert refused(add) == "file_too_large"
    assert not Recording.objects.exists()


def test_its_words_change_until_it_is_published(room: Newsroom, add: Callable[..., Recording]) -> None:
    recording = add()
    said = {"topic": Topic.CHECK, "language": Tongue.DAO, "title": "Trang kiểm tra", "transcript": HOSTILE}
    given: dict[str, Any] = {**said, "by": room.minh, "at": room.at}
    acts.amend_recording(recording, **given)
    acts.amend_recording(recording, **given)
    recording.refresh_from_db()
    assert {name: getattr(recording, name) for name in said} == said
    assert [entry.action for entry in history(recording)] == ["recording.amend", "recording.add"]
    assert refused(lambda: acts.amend_recording(recording, **given | {"title": ""})) == "title_missing"
    assert refused(lambda: acts.amend_recording(recording, **given | {"by": room.sen})) == "not_recorder"
    acts.publish_recording(recording, by=room.phuc, at=room.at)
    assert refused(lambda: acts.amend_recording(recording, **given)) == "conflict_recording_told"


def test_publishing_and_withdrawing(
    room: Newsroom, add: Callable[..., Recording], django_capture_on_commit_callbacks: Any
) -> None:
    recording = add()
    for person in (room.minh, room.dung, room.quang):
        assert (
            refused(lambda by=person: acts.publish_recording(recording, by=by, at=room.at))  # type: ignore[misc]
            == "not_recording_publisher"
        )
    with django_capture_on_commit_callbacks(execute=True):
        acts.publish_recording(recording, by=room.phuc, at=room.at)
    assert Message.objects.get(kind="communication.recording_published").person == room.minh
    assert list(heard(language="hmn", topic="idea")) == [recording]
    assert list(heard(language="vi")) == []
    assert refused(lambda: acts.publish_recording(recording, by=room.phuc, at=room.at)) == "conflict_state"
    commune = {"reason": "Nhầm.", "by": room.minh, "at": room.at}
    assert refused(lambda: acts.withdraw_recording(recording, **commune)) == "not_recording_publisher"
    province = {"by": room.phuc, "at": room.at}
    assert refused(lambda: acts.withdraw_recording(recording, reason=" ", **province)) == "reason_missing"
    acts.withdraw_recording(recording, reason="Nói sai ngày.", **province)
    assert (list(heard()), history(recording)[0].reason) == ([], "Nói sai ngày.")
    own = add()
    acts.withdraw_recording(own, **commune)
    assert Recording.objects.get(pk=own.pk).state == "withdrawn"


def test_who_hears_it_when(room: Newsroom, add: Callable[..., Recording], client: Any) -> None:
    """Before it is published its offices; then everyone, in parts too; once it is withdrawn nobody else."""
    recording = add()
    file, people = recording.file, (room.minh, room.phuc, room.dung, room.sen, room.quang)

    def those_who() -> list[bool]:
        return [access.refuse_read(person, file, room.at) is None for person in people]

    assert (access.is_public(file), those_who()) == (False, [True, True, True, False, False])
    assert client.get(file.public_sound_url).status_code == 404
    acts.publish_recording(recording, by=room.phuc, at=room.at)
    assert (access.is_public(file), those_who()) == (True, [True] * 5)
    whole = client.get(file.public_sound_url)
    assert (whole.status_code, b"".join(whole.streaming_content)) == (200, corpus.mp3())
    headers = {name: whole[name] for name in ("Content-Type", "Cache-Control", "Accept-Ranges")}
    assert headers == {
        "Content-Type": "audio/mpeg", "Cache-Control": "public, max-age=60", "Accept-Ranges": "bytes",
    }  # fmt: skip
    assert (whole["Content-Disposition"], bool(whole.cookies)) == ('inline; filename="loi.mp3"', False)
    part = client.get(file.public_sound_url, headers={"Range": "bytes=0-3"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, corpus.mp3()[:4])
    assert client.get(file.public_sound_url, headers={"Range": "bytes=999999-"}).status_code == 416
    acts.withdraw_recording(recording, reason="Nhầm.", by=room.phuc, at=room.at)
    assert client.get(file.public_sound_url).status_code == 404


def test_the_public_page(room: Newsroom, add: Callable[..., Recording], client: Any) -> None:
    assert "Chưa có bản ghi âm nào" in client.get("/nghe/").text
    for given in (
        {"transcript": HOSTILE, "title": HOSTILE},
        {"topic": Topic.DOSSIER, "language": Tongue.TAY},
    ):
        acts.publish_recording(add(**given), by=room.phuc, at=room.at)
    add(title="Chưa đăng đâu")
    page = client.get("/nghe/")
    assert page["Cache-Control"] == "public, max-age=60"
    assert (page.text.count('<audio controls preload="none"'), HOSTILE in page.text) == (2, False)
    assert "Chưa đăng đâu" not in page.text
    assert [one.language for one in client.get("/nghe/?tieng=tyz").context["shown"]] == ["tyz"]
    assert [one.language for one in client.get("/nghe/?tieng=x&ve=%00").context["shown"]] == ["hmn", "tyz"]
    assert client.get("/nghe/?tieng=ium").context["shown"] == []
    assert "Listen" in client.get("/en/nghe/").text


def test_the_form_says_what_is_wrong(room: Newsroom, client: Any) -> None:
    client.force_login(room.phuc)
    address = "/truyen-thong/ghi-am/them/"
    said = {"topic": "idea", "language": "vi", "title": HOSTILE, "transcript": "Lời.", "version": "0"}
    wrong = client.post(address, {**said, "upload": ContentFile(corpus.pdf(), name="loi.pdf")})
    assert (wrong.status_code, "Ở đây chỉ nhận: âm thanh MP3, M4A hoặc OGG." in wrong.text) == (422, True)
    assert HOSTILE not in wrong.text
    without = client.post(address, {**said, "transcript": ""})
    assert (without.status_code, sorted(without.context["form"].errors)) == (422, ["transcript", "upload"])
    right = client.post(address, {**said, "upload": ContentFile(corpus.ogg(), name="loi.ogg")})
    recording = Recording.objects.get()
    assert (right.status_code, right["Location"]) == (302, recording.get_absolute_url())
    assert HOSTILE not in client.get(recording.get_absolute_url()).text


def test_every_pair_of_state_and_move(room: Newsroom, add: Callable[..., Recording]) -> None:
    """What is open goes through, everything else is refused."""
    does = {
        "publish": lambda one: acts.publish_recording(one, by=room.phuc, at=room.at),
        "withdraw": lambda one: acts.withdraw_recording(one, reason="x", by=room.phuc, at=room.at),
    }
    open_ = {"draft": {"publish", "withdraw"}, "published": {"withdraw"}, "withdrawn": set()}
    for state in RECORDING_STATES:
        for move, do in does.items():
            one = add()
            Recording.objects.filter(pk=one.pk).update(
                state=state, published_at=room.at, published_by=room.phuc
            )
            one = Recording.objects.get(pk=one.pk)
            if move in open_[state]:
                do(one)
            else:
                assert refused(lambda do=do, one=one: do(one)) == "conflict_state"  # type: ignore[misc]
