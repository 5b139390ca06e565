"""Pictures of pages: added, placed, taken off; who sees them when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile

from ocop.casework.communication import acts
from ocop.casework.communication.models import NewsPicture
from ocop.casework.communication.permissions import PICTURE_FILES
from ocop.casework.communication.tests.cast import Newsroom
from ocop.casework.communication.tests.refusing import refused
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents import access
from ocop.foundation.documents.tests.corpus import pdf


def test_pictures_are_numbered_and_numbers_stay(room: Newsroom) -> None:
    page = room.page()
    two = [room.photo(), room.photo()]
    first, second = acts.add_pictures(page, uploads=two, caption=" Vườn  dứa ", by=room.phuc, at=room.at)
    acts.remove_picture(first, by=room.phuc, at=room.at)
    [third] = acts.add_pictures(page, uploads=[room.photo()], caption="Chợ", by=room.phuc, at=room.at)
    assert [one.number for one in (first, second, third)] == [1, 2, 3]
    assert (first.caption, first.file.owner) == ("Vườn dứa", PICTURE_FILES)
    assert list(page.pictures.filter(is_removed=False).values_list("number", flat=True)) == [2, 3]
    assert [entry.action for entry in history(page)][:2] == [
        "newspage.add_picture",
        "newspage.remove_picture",
    ]


def test_what_is_refused(room: Newsroom) -> None:
    page = room.page(body="Chữ\n\n[ảnh 1]")
    given = {"by": room.phuc, "at": room.at}
    assert (
        refused(lambda: acts.add_pictures(page, uploads=[room.photo()], caption=" ", **given))
        == "caption_missing"
    )
    assert refused(
        lambda: acts.add_pictures(page, uploads=[ContentFile(pdf(), name="a.pdf")], caption="x", **given)
    ).startswith("file")
    stranger = {"by": room.sen, "at": room.at}
    assert (
        refused(lambda: acts.add_pictures(page, uploads=[room.photo()], caption="x", **stranger))
        == "not_writer"
    )
    assert refused(lambda: acts.publish_page(page, publish_on=room.today, **given)) == "pictures_missing"
    assert refused(lambda: acts.propose_page(page, **given)) == "pictures_missing"
    [picture] = acts.add_pictures(page, uploads=[room.photo()], caption="Vườn", **given)
    assert refused(lambda: acts.remove_picture(picture, **given)) == "picture_named"
    acts.publish_page(page, publish_on=room.today, **given)
    missing = {"title": "A", "body": "[ảnh 7]"}
    assert refused(lambda: acts.revise_page(page, content=missing, version=1, **given)) == "pictures_missing"
    assert NewsPicture.objects.filter(is_removed=False).count() == 1


def test_who_sees_a_picture_when(room: Newsroom) -> None:
    """Everyone only while its page shows, from today's own clock; the offices of the page's place always.

    The original, which says where it was taken, is for who may write for that place.
    """
    from django.utils import timezone

    page, today = room.page(by=room.minh), timezone.localdate()
    [picture] = acts.add_pictures(page, uploads=[room.photo()], caption="Vườn", by=room.minh, at=room.at)
    file = picture.file

    def those_who(refuse: Callable[..., Any]) -> list[bool]:
        people = (room.minh, room.phuc, room.dung, room.sen, room.quang)
        return [refuse(person, file, room.at) is None for person in people]

    writers = [True, True, False, False, False]
    assert (access.is_public(file), those_who(access.refuse_read)) == (False, writers)
    assert those_who(access.refuse_see) == [True, True, True, False, False]
    acts.publish_page(page, publish_on=today + timedelta(days=1), by=room.phuc, at=timezone.now())
    assert (access.is_public(file), those_who(access.refuse_see)) == (False, [True, True, True, True, False])
    acts.set_day(page, publish_on=today, by=room.phuc, at=timezone.now())
    assert (access.is_public(file), those_who(access.refuse_read)) == (True, writers)
    assert those_who(access.refuse_see) == [True] * 5
    acts.remove_picture(page.pictures.get(), by=room.phuc, at=room.at)
    assert access.is_public(file) is False


def test_a_withdrawn_page_takes_its_pictures_along(room: Newsroom) -> None:
    from django.utils import timezone

    page = room.page()
    [picture] = acts.add_pictures(page, uploads=[room.photo()], caption="Vườn", by=room.phuc, at=room.at)
    file = picture.file
    acts.publish_page(page, publish_on=timezone.localdate(), by=room.phuc, at=timezone.now())
    assert access.is_public(file) is True
    acts.withdraw_page(page, reason="Nhầm.", by=room.phuc, at=room.at)
    assert access.is_public(file) is False
