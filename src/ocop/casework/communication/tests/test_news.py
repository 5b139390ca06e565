"""Writing, approving, withdrawing pages:
it happens, it is refused for each reason, it is recorded, it is told.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from ocop.casework.communication import acts
from ocop.casework.communication.models import NewsPage, NewsVersion
from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.tests.cast import BODY, ENGLISH, TITLE, Newsroom
from ocop.casework.communication.tests.refusing import refused
from ocop.foundation.audit import guards
from ocop.foundation.audit.selectors import history
from ocop.foundation.notifications.models import Message
from ocop.kernel.text import answers, asked


def recorded(page: NewsPage) -> list[str]:
    return [entry.action for entry in history(page)][::-1]


def told(person: object) -> list[str]:
    return list(Message.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_a_page_is_written(room: Newsroom) -> None:
    page = room.page("  Mở   đợt\nhai ", **ENGLISH)
    page.refresh_from_db()
    assert (page.title, page.state, page.version, page.slug) == ("Mở đợt hai", "draft", 1, None)
    assert (page.place, page.created_by, page.kind) == (room.province, room.phuc, "news")
    assert [version.content["title"] for version in page.versions.all()] == ["Mở đợt hai"]
    assert answers(page.search_text, asked("mở đợt hai, nhận hồ sơ đến 29/10/2026"))
    assert recorded(page) == ["newspage.write"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"title": ""}, "words_missing"),
        ({"body": " \n "}, "words_missing"),
        ({"title": "a" * 201}, "too_long"),
        ({"summary": "a" * 301}, "too_long"),
        ({"body": "a" * 30_001}, "too_long"),
        ({"title_en": "Only a title"}, "english_half"),
        ({"summary_en": "Only a summary"}, "english_half"),
        ({"body_en": "Only a text"}, "english_half"),
        ({"body": "[x](javascript:alert)"}, "unsafe_link"),
        ({"title_en": "A", "body_en": "[x](//evil.example)"}, "unsafe_link"),
    ],
)
def test_what_a_page_may_not_say(room: Newsroom, content: dict[str, str], code: str) -> None:
    said = {"title": TITLE, "body": BODY, **content}
    write = {"place": room.province, "kind": NewsKind.NEWS, "by": room.phuc, "at": room.at}
    assert refused(lambda: acts.write_page(content=said, **write)) == code
    assert not NewsPage.objects.exists()
    page = room.page()
    assert refused(lambda: acts.revise_page(page, content=said, version=1, by=room.phuc, at=room.at)) == code
    assert NewsPage.objects.get().content == {**page.content, "title": TITLE, "body": BODY}


def test_who_may_not_write(room: Newsroom) -> None:
    for person, place in (
        (room.quang, room.province), (room.lan, room.commune), (room.dung, room.province),
        (room.minh, room.province), (room.minh, room.elsewhere),
    ):  # fmt: skip
        assert refused(lambda: room.page(by=person, place=place)) == "not_writer"  # noqa: B023 - asked at once
    assert room.page(by=room.minh, place=room.commune).place == room.commune


def test_a_page_is_revised_and_keeps_what_it_said(room: Newsroom) -> None:
    page = room.page()
    acts.revise_page(page, content={**page.content, "title": "Mới"}, version=1, by=room.phuc, at=room.at)
    assert [(one.number, one.content["title"]) for one in page.versions.all()] == [(2, "Mới"), (1, TITLE)]
    assert (page.version, page.title) == (2, "Mới")
    assert history(page)[0].data == {"version": 2, "fields": ["title"]}
    acts.revise_page(page, content=page.content, version=2, by=room.phuc, at=room.at)
    assert (page.version, recorded(page)) == (2, ["newspage.write", "newspage.revise"])


def test_somebody_was_faster(room: Newsroom) -> None:
    page, stale = room.page(), {"title": "Cũ", "body": BODY}
    acts.revise_page(page, content={"title": "Mới", "body": BODY}, version=1, by=room.phuc, at=room.at)
    code = refused(lambda: acts.revise_page(page, content=stale, version=1, by=room.phuc, at=room.at))
    assert (code, NewsPage.objects.get().title) == ("conflict_version", "Mới")


def test_a_version_never_changes(room: Newsroom) -> None:
    room.page()
    guards.install(connection, ("communication_newsversion",))
    try:
        for change in (lambda: NewsVersion.objects.update(content={}), NewsVersion.objects.all().delete):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
    finally:
        guards.remove(connection)
    assert NewsVersion.objects.get().content["title"] == TITLE


def test_a_commune_sends_its_page_and_the_province_publishes_it(room: Newsroom) -> None:
    page = room.page(by=room.minh)
    assert refused(lambda: acts.publish_page(page, publish_on=room.today, by=room.minh, at=room.at)) == (
        "not_publisher"
    )
    acts.propose_page(page, by=room.minh, at=room.at)
    revised = {"title": "Khác", "body": BODY}
    assert refused(lambda: acts.revise_page(page, content=revised, version=1, by=room.minh, at=room.at)) == (
        "not_own_draft"
    )
    assert (page.state, told(room.phuc), told(room.minh)) == ("proposed", ["communication.proposed"], [])
    acts.return_page(page, reason="Thêm ảnh.", by=room.phuc, at=room.at)
    assert (page.state, told(room.minh)) == ("draft", ["communication.returned"])
    assert history(page)[0].reason == "Thêm ảnh."
    acts.propose_page(page, by=room.minh, at=room.at)
    acts.publish_page(page, publish_on=room.today, by=room.phuc, at=room.at)
    assert (page.state, page.slug, page.published_by) == ("published", "mo-dot-danh-gia-thu-hai", room.phuc)
    assert told(room.minh) == ["communication.returned", "communication.published"]
    assert recorded(page) == [
        "newspage.write", "newspage.propose", "newspage.return", "newspage.propose", "newspage.publish",
    ]  # fmt: skip


def test_who_may_not_approve(room: Newsroom) -> None:
    page, published = room.page(by=room.minh), room.published()
    for person in (room.quang, room.dung, room.minh, room.sen):
        given = {"by": person, "at": room.at}
        assert refused(lambda: acts.publish_page(page, publish_on=room.today, **given)) == "not_publisher"  # noqa: B023
        assert refused(lambda: acts.return_page(page, reason="x", **given)) == "not_publisher"  # noqa: B023
        assert refused(lambda: acts.set_day(published, publish_on=room.today, **given)) == "not_publisher"  # noqa: B023
        assert refused(lambda: acts.withdraw_page(published, reason="x", **given)) == "not_publisher"  # noqa: B023
    assert refused(lambda: acts.propose_page(page, by=room.sen, at=room.at)) == "not_writer"
    assert refused(lambda: acts.propose_page(page, by=room.dung, at=room.at)) == "not_writer"
    assert refused(lambda: acts.withdraw_page(page, reason="x", by=room.sen, at=room.at)) == "not_writer"


def test_the_writer_who_approves_is_not_told(room: Newsroom) -> None:
    room.published()
    assert told(room.phuc) == []


def test_each_page_gets_an_address_of_its_own_for_good(room: Newsroom) -> None:
    pages = [room.published(TITLE), room.published(TITLE), room.published("新闻")]
    assert [page.slug for page in pages] == ["mo-dot-danh-gia-thu-hai", "mo-dot-danh-gia-thu-hai-2", "bai"]
    page = pages[1]
    acts.withdraw_page(page, reason="Nhầm.", by=room.phuc, at=room.at)
    acts.reopen_page(page, by=room.phuc, at=room.at)
    acts.revise_page(page, content={"title": "Khác", "body": "Khác"}, version=1, by=room.phuc, at=room.at)
    acts.publish_page(page, publish_on=room.today, by=room.phuc, at=room.at)
    assert page.slug == "mo-dot-danh-gia-thu-hai-2"


def test_the_day_of_publication(room: Newsroom) -> None:
    page = room.page()
    far = room.today + timedelta(days=367)
    given = {"by": room.phuc, "at": room.at}
    assert refused(lambda: acts.publish_page(page, publish_on=far, **given)) == "publish_too_far"
    assert refused(lambda: acts.set_day(page, publish_on=room.today, **given)) == "conflict_not_published"
    acts.publish_page(page, publish_on=room.today + timedelta(days=3), **given)
    shown = [page.is_shown_on(room.today + timedelta(days=days)) for days in (0, 2, 3, 400)]
    assert shown == [False, False, True, True]
    assert refused(lambda: acts.set_day(page, publish_on=far, **given)) == "publish_too_far"
    acts.set_day(page, publish_on=room.today, **given)
    page.refresh_from_db()
    assert (page.publish_on, history(page)[0].data) == (
        room.today,
        {"from": "2026-11-26", "to": "2026-11-23"},
    )


def test_a_withdrawn_page_is_kept_as_it_was(room: Newsroom) -> None:
    page = room.published()
    assert refused(lambda: acts.withdraw_page(page, reason=" ", by=room.phuc, at=room.at)) == "reason_missing"
    acts.withdraw_page(page, reason="Sai ngày.", by=room.phuc, at=room.at)
    assert (page.state, page.is_shown_on(room.today), history(page)[0].reason) == (
        "withdrawn",
        False,
        "Sai ngày.",
    )
    revised = {"title": "Khác", "body": BODY}
    assert refused(lambda: acts.revise_page(page, content=revised, version=1, by=room.phuc, at=room.at)) == (
        "conflict_withdrawn"
    )


def test_a_commune_gives_up_its_own_draft(room: Newsroom) -> None:
    page = room.page(by=room.minh)
    acts.withdraw_page(page, reason="Trùng bài.", by=room.minh, at=room.at)
    assert page.state == "withdrawn"


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "published"},
        {"title": ""},
        {"body": ""},
        {"title_en": "A"},
        {"slug": "bai", "state": "published"},
    ],
)
def test_the_database_itself_keeps_a_page_whole(room: Newsroom, fields: dict[str, str]) -> None:
    page = room.page()
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsPage.objects.filter(pk=page.pk).update(**fields)
