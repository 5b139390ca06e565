"""What a plan counts, what the public reads, what waits for whom, who sees which rows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ocop.casework.communication import acts
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.selectors import (
    all_shown,
    latest,
    press_done,
    shown,
    shown_page,
    waiting,
    years_shown,
)
from ocop.casework.communication.tests.cast import ENGLISH, Newsroom
from ocop.foundation.places.selectors import place
from ocop.foundation.ui.waiting import gather

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def test_what_the_plan_counts(room: Newsroom) -> None:
    first = room.done("Một", done_on=date(2026, 1, 1))
    room.done("Cũ", done_on=date(2025, 12, 31))
    second = room.done("Hai", place=room.elsewhere)
    room.item("Sắp tới")
    room.item("Đề xuất", by=room.minh)
    acts.cancel_item(room.item("Bỏ"), reason="x", by=room.phuc, at=room.at)
    assert list(press_done(*YEAR, room.province)) == [first, second]
    assert list(press_done(*YEAR, room.commune)) == [first]


def test_a_line_of_an_old_commune_counts_for_the_old_province(room: Newsroom) -> None:
    old = place("10", "province", date(2022, 6, 1))
    former = room.commune.predecessors.filter(parent__parent=old).first()
    item = room.done("Năm 2022", place=former, done_on=date(2022, 6, 1))
    period = (date(2022, 1, 1), date(2022, 12, 31))
    assert list(press_done(*period, old)) == list(press_done(*period, room.province)) == [item]


def test_who_sees_which_lines(room: Newsroom) -> None:
    own, other = room.item("Xã", by=room.minh), room.item("Nơi khác", place=room.elsewhere)
    former = room.commune.predecessors.first()
    old = room.done("Xã cũ", place=former, done_on=date(2022, 6, 1))

    def seen(person: object) -> set[PressItem]:
        return set(PressItem.objects.visible_to(person, room.at))

    assert seen(room.minh) == {own, old}
    assert seen(room.sen) == {other}
    assert seen(room.phuc) == seen(room.dung) == {own, other, old}
    assert seen(room.quang) == seen(room.lan) == set()


def test_who_sees_which_pages(room: Newsroom) -> None:
    draft, own, public = room.page("Tỉnh soạn"), room.page("Xã soạn", by=room.minh), room.published("Đã đăng")

    def seen(person: object) -> set[NewsPage]:
        return set(NewsPage.objects.visible_to(person, room.at))

    assert seen(room.minh) == {own, public}
    assert seen(room.sen) == {public}
    assert seen(room.phuc) == seen(room.dung) == {draft, own, public}
    assert seen(room.quang) == set()


def test_what_the_public_reads(room: Newsroom) -> None:
    today = room.today
    old = room.published("Tin cũ", on=date(2025, 3, 1))
    new = room.published("Bưởi Múc lên kệ", summary="Siêu thị ở Hà Nội")
    room.published("Ngày mai", on=today + timedelta(days=1))
    guide = room.published("Nộp hồ sơ", kind=NewsKind.GUIDANCE, **ENGLISH)
    room.page("Nháp")
    gone = room.published("Gỡ rồi")
    acts.withdraw_page(gone, reason="x", by=room.phuc, at=room.at)
    assert list(shown(NewsKind.NEWS, today)) == [new, old]
    assert list(shown(NewsKind.NEWS, today, order="ten")) == [new, old]
    assert list(shown(NewsKind.GUIDANCE, today)) == [guide]
    assert list(shown(NewsKind.NEWS, today, words="buoi muc")) == [new]
    assert list(shown(NewsKind.NEWS, today, words="HÀ NỘI siêu")) == [new]
    assert list(shown(NewsKind.NEWS, today, year=2025)) == [old]
    assert years_shown(NewsKind.NEWS, today) == [2026, 2025]
    assert [one.page for one in latest(today, "vi", 2)] == [guide, new]
    assert set(all_shown(today)) == {new, old, guide}
    assert shown_page("nop-ho-so", today, "en").words.title == "The second round opens"
    assert shown_page("bưởi", today, "vi") is shown_page("ngay-mai", today, "vi") is None
    assert shown_page("ngay-mai", today + timedelta(days=1), "vi").page.title == "Ngày mai"


def test_the_lead_of_a_page(room: Newsroom) -> None:
    with_summary = room.published("Một", summary="Tóm tắt")
    room.published("Hai", body="## Đề mục\n\n" + "chữ " * 80)
    leads = {one.words.title: one.lead for one in latest(room.today, "vi")}
    assert leads["Một"] == with_summary.summary
    assert leads["Hai"] == "Đề mục " + " ".join(["chữ"] * 48) + "…"


def summary(room: Newsroom, person: object, at: datetime | None = None) -> list[tuple[str, int, int]]:
    return [(one.key, one.count, one.late) for one in gather(waiting(person, at or room.at))]


def test_what_waits_for_whom(room: Newsroom) -> None:
    room.item("Còn xa", planned_on=date(2026, 12, 1))
    room.item("Sắp đến", planned_on=date(2026, 11, 30))
    room.item("Quá ngày", planned_on=date(2026, 11, 20))
    room.item("Xã đề xuất", by=room.minh)
    page = room.page(by=room.minh)
    assert summary(room, room.minh) == [("communication.due", 2, 1), ("communication.drafts", 1, 0)]
    acts.propose_page(page, by=room.minh, at=room.at)
    province = [("communication.due", 2, 1), ("communication.proposals", 1, 0), ("communication.pages", 1, 0)]
    assert summary(room, room.phuc) == province
    assert summary(room, room.minh) == [("communication.due", 2, 1)]
    assert summary(room, room.sen) == summary(room, room.dung) == summary(room, room.quang) == []
    first = gather(waiting(room.phuc, room.at))[0].items[0]
    assert (first.title, first.days_left, first.is_late) == ("Quá ngày", -3, True)
    room.done("Xong", planned_on=date(2026, 11, 19))
    assert summary(room, room.phuc) == province
