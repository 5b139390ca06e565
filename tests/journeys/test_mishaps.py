"""A round in which everything goes wrong that may, each put right by its act in the browser; what the minutes
and their correcting paper print is compared word for word with what happened.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser
from pypdf import PdfReader

from ocop.casework.certificates.models import Decision
from ocop.casework.dossiers.rules.answers import word
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.models import AgendaItem, Correction, Meeting, ScoreSheet
from ocop.casework.review.rules import Agency, Function
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.tests.cast import Room, worth
from ocop.foundation.printing.tests.printed import make_papers
from ocop.foundation.ui.tests.browsing import needs_chromium
from ocop.foundation.ui.tests.wire import Wire, wired
from ocop.outlets.demo.sheets import choices_for
from tests.journeys.browser import DESKTOP, Tab

pytestmark = needs_chromium

PINEAPPLE, PLUM, TEA, RICE, CINNAMON = "Dứa sấy dẻo", "Mận sấy", "Chè shan", "Gạo nếp", "Quế thanh"
PASSWORD = "mat-khau-cua-bao"
DAY = "ngày 24 tháng 11 năm 2026"


class Session:
    """The meeting, its hour, and its people at their browsers."""

    def __init__(self, browser: Browser, wire: Wire, room: Room, pictures: Path) -> None:
        self.browser, self.wire, self.room, self.pictures = browser, wire, room, pictures
        self.now = self.begins = room.at + timedelta(days=1)
        self.tabs: dict[str, Tab] = {}
        self.signed_in: set[str] = set()
        room.dung, room.en = room.cast.person("dung", "Hà Dũng"), room.cast.person("en", "Mã Én")
        room.members += [
            room.seat(room.dung, Function.VICE_CHAIR, Agency.AGRICULTURE),
            room.seat(room.en, Function.MEMBER, Agency.SCIENCE),
        ]
        room.bao.set_password(PASSWORD)
        room.bao.save()
        self.meeting = room.planned(PINEAPPLE, PLUM, TEA, RICE, CINNAMON)

    def of(self, person: Any) -> Tab:
        """The tab of a person, signed in."""
        if person.username not in self.tabs:
            self.tabs[person.username] = Tab(self.browser, self.wire.site, self.pictures, DESKTOP)
        if person.username not in self.signed_in:
            self.signed_in.add(person.username)
            with self.wire.lock:
                client = Client()
                client.force_login(person)
            here, known = self.wire.site, client.cookies.items()
            cookies: Any = [{"name": name, "value": one.value, "url": here} for name, one in known]
            self.tabs[person.username].context.add_cookies(cookies)
        return self.tabs[person.username]

    def at(self, minutes: int) -> datetime:
        """So many minutes after the opening it is now."""
        self.now = self.room.at = self.begins + timedelta(minutes=minutes)
        return self.now

    def does(self, whom: Any, page: str, about: object, button: str, **fields: Any) -> Tab:
        """A person opens the page of an act, fills it in and presses its button."""
        tab = self.of(whom)
        assert tab.open(reverse(f"review:{page}", args=[getattr(about, "key", None) or about])) == 200
        for name, value in fields.items():
            box = tab.page.locator(f"main [name={name}]").first
            if box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(str(value))
            elif box.get_attribute("type") == "radio":
                tab.choose(name, str(value))
            elif value is False:
                box.uncheck()
            elif value is True:
                box.check()
            else:
                box.fill(str(value))
        tab.press(button)
        assert tab.page.locator(".error-summary").count() == 0, tab.says(".error-summary")
        return tab

    def item(self, name: str) -> AgendaItem:
        """A product as it is stored."""
        with self.wire.lock:
            return AgendaItem.objects.select_related("dossier").get(
                meeting=self.meeting, dossier__product__name=name
            )

    def result(self, name: str) -> tuple[str, str]:
        """State and exact mean."""
        item = self.item(name)
        return item.state, item.total_exact

    def seal(self, name: str, **totals: int) -> None:
        """Members seal sheets of so many points."""
        item = self.item(name)
        with self.wire.lock:
            for username, total in totals.items():
                choices = choices_of_four_stars(item) if total == 70 else worth(item.dossier, total)
                self.room.seal(item, getattr(self.room, username), choices, self.now)

    def paper(self, person: Any, address: str) -> str:
        """What a PDF prints, without blanks."""
        answer = self.of(person).context.request.get(f"{self.wire.site}{address}")
        assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
        pages = PdfReader(io.BytesIO(answer.body())).pages
        return bare(" ".join(page.extract_text() for page in pages))


def choices_of_four_stars(item: AgendaItem) -> dict[str, Any]:
    """A sheet of about 70 points (69) with every minimum of four stars met."""
    return choices_for(set_of(item.dossier), points=70, stars=4)


def bare(text: str) -> str:
    """Without blanks: lines break anywhere."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(autouse=True)
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser's loop runs in this thread."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")


@pytest.fixture
def session(
    beside: None, browser: Browser, pictures: Path, cast: Any, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    with wired() as wire:
        connections["default"] = wire.database
        one = Session(browser, wire, Room(cast, at), pictures)
        monkeypatch.setattr(timezone, "now", lambda: one.now)
        yield one
        for tab in one.tabs.values():
            tab.close()


def test_every_mishap_of_a_round_is_put_right_and_the_papers_say_what_happened(session: Session) -> None:
    moved_and_postponed(session)
    begun(session)
    absent_after_a_rescoring(session)
    taken_back_to_scoring(session)
    conflict_found_late(session)
    sheet_corrected(session)
    withdrawn_by_its_producer(session)
    chair_replaced(session)
    closed(session)
    number_corrected(session)
    draft_discarded(session)


def moved_and_postponed(session: Session) -> None:
    room, meeting = session.room, session.meeting
    session.now = room.at
    there = {"title": "Phiên họp đợt 2", "venue": "Hội trường lớn"}
    move = partial(session.does, room.thu, "reschedule", meeting, "Đổi lịch và mời lại", **there)
    move(day="25/11/2026", hour="09:00", reason="Đường sạt lở")
    session.does(room.thu, "postpone", meeting, "Hoãn", reason="Chưa có hội trường")
    move(day="24/11/2026", hour="09:00", reason="Đã có hội trường").sees("Hội trường lớn")
    with session.wire.lock:
        meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.times_changed, meeting.state) == (session.begins, 3, "planned")


def begun(session: Session) -> None:
    room, meeting = session.room, session.meeting
    session.at(0)
    session.signed_in.clear()  # a day has passed
    with session.wire.lock:
        room.attend(meeting)
    session.does(room.thu, "open", meeting, "Khai mạc")
    with session.wire.lock:
        room.declared(Meeting.objects.get(pk=meeting.pk))
    session.of(room.thu).open(meeting.get_absolute_url())
    session.of(room.thu).press("Mở chấm tất cả")


def absent_after_a_rescoring(session: Session) -> None:
    room, away = session.room, session.room.members[-1]
    session.at(5)
    session.seal(PINEAPPLE, son=80, hoa=80, bao=82, chi=80, dung=80, en=66)
    session.at(10)
    item = session.item(PINEAPPLE)
    session.does(room.thu, "rescore", item, "Yêu cầu chấm lại", reason="Chênh lệch 16 điểm")
    session.at(12)
    notes: Any = {f"present_{away.pk}": False, f"note_{away.pk}": "về sớm"}
    session.does(room.thu, "attendance", session.meeting, "Ghi điểm danh", **notes)
    session.at(15)
    session.seal(PINEAPPLE, son=78, hoa=78, bao=78, chi=78, dung=78)
    session.at(17)
    ruling = {"counts": "co", "reason": "Đã cho điểm trước khi về"}
    session.does(room.son, "rule_on_earlier", item, "Ghi vào biên bản", **ruling)
    assert session.result(PINEAPPLE) == ("disputed", "76")  # (5 x 78 + 66) / 6, spread 12
    session.at(18)
    session.does(room.son, "resolve", item, "Ghi vào biên bản", text="Giữ kết quả")
    assert session.result(PINEAPPLE) == ("tallied", "76")


def taken_back_to_scoring(session: Session) -> None:
    room = session.room
    session.at(20)
    session.seal(PLUM, son=60, hoa=60, bao=60, chi=60, dung=60)
    session.at(21)
    item = session.item(PLUM)
    session.does(room.son, "reopen", item, "Đưa về chấm lại", reason="Tính nhầm mẫu thử")
    session.at(25)
    session.seal(PLUM, son=64, hoa=64, bao=64, chi=64, dung=64)
    assert session.result(PLUM) == ("tallied", "64")


def conflict_found_late(session: Session) -> None:
    room = session.room
    session.at(30)
    session.seal(TEA, son=70, hoa=60, bao=70, chi=70, dung=70)
    session.at(31)
    found = {"seat": room.members[0].pk, "relation": "family", "note": "Chị dâu của giám đốc"}
    session.does(room.thu, "member_conflict", session.item(TEA), "Ghi lại", **found)
    assert session.result(TEA) == ("tallied", "69")


def sheet_corrected(session: Session) -> None:
    room = session.room
    session.at(35)
    session.seal(RICE, son=60, hoa=60, bao=50, chi=60, dung=60)
    session.at(36)
    item = session.item(RICE)
    right, wrong = worth(item.dossier, 60), worth(item.dossier, 50)
    criteria = set_of(item.dossier).criteria
    bao = session.of(room.bao)
    bao.open(reverse("review:ask_correction", args=[item.key]))
    with session.wire.lock:
        asked_about = criteria_to_answer(item)
    for place, code in enumerate(asked_about):
        if right[code] != wrong[code]:
            bao.page.select_option(f"[name=choice_{place}]", word(criteria[code], right[code]))
    bao.fill(reason="Đọc nhầm mức", password=PASSWORD)
    bao.press("Gửi đề nghị")
    session.at(38)
    with session.wire.lock:
        asked = Correction.objects.get()
    session.does(room.son, "allow", asked, "Đồng ý")
    assert session.result(RICE) == ("tallied", "60")


def withdrawn_by_its_producer(session: Session) -> None:
    room = session.room
    session.at(40)
    session.seal(CINNAMON, son=60)
    session.at(41)
    item = session.item(CINNAMON)
    session.does(room.scene.lan, "withdraw", item, "Rút hồ sơ khỏi phiên họp", reason="Đổi bao bì trước đã")
    assert session.result(CINNAMON) == ("withdrawn", "")


def chair_replaced(session: Session) -> None:
    """Sơn is called away; Dũng, the vice-chair, becomes chair by another decision."""
    room = session.room
    decision = {"decision_no": "44-MH/QĐ-UBND", "decision_on": "23/11/2026"}
    session.at(55)
    chair, vice = room.chair, room.members[3]
    for seat, reason in ((chair, "Chuyển công tác"), (vice, "Làm chủ tịch")):
        session.does(room.phuc, "end_seat", seat.pk, "Kết thúc nhiệm vụ", reason=reason, **decision)
    session.at(56)
    member = {"person": "dung", "function": "chair", "agency": "agriculture", "replaces": chair.pk}
    session.does(room.phuc, "seat_member", room.council.pk, "Lưu", **member, **decision)
    with session.wire.lock:
        seat = room.council.seats.get(person=room.dung, ends_at=None)
    session.at(57)
    there: Any = {f"present_{seat.pk}": True}
    session.does(room.thu, "attendance", session.meeting, "Ghi điểm danh", **there)


def closed(session: Session) -> None:
    room, meeting = session.room, session.meeting
    session.at(60)
    session.does(room.thu, "close", meeting, "Bế mạc và lập biên bản", minutes_no="05-MH/BB-HĐ")
    with session.wire.lock:
        make_papers(session.now)
        codes = {
            (one.item.dossier.product.name, one.seat.person.full_name, one.edition): one.code
            for one in ScoreSheet.objects.filter(state="sealed").order_by("pass_no")
        }
    printed = session.paper(room.thu, reverse("review:minutes", args=[meeting.key]))
    assert [line for line in happened(codes) if bare(line) not in printed] == []
    session.of(room.thu).sees("05-MH/BB-HĐ")


def happened(codes: dict[tuple[str, str, int], str]) -> list[str]:
    """What the minutes have to say of all that."""
    paper = "Quyết định 44-MH/QĐ-UBND ngày 23 tháng 11 năm 2026"
    return [
        "05-MH/BB-HĐ", "Hội trường lớn",
        "Chủ trì: Lê Sơn, sau đó Hà Dũng. Thư ký: Nguyễn Thu.",
        "Mã Én, Sở Khoa học và Công nghệ, ủy viên: về sớm",
        f"Mã Én vắng mặt từ 09 giờ 12, {DAY}: về sớm",
        f"Lê Sơn thôi chủ tịch hội đồng từ 09 giờ 55, {DAY} theo {paper}; lý do: Chuyển công tác",
        f"Hà Dũng làm chủ tịch hội đồng từ 09 giờ 55, {DAY}, thay Lê Sơn theo {paper}",
        "Lượt 1: điểm trung bình 78,00, chênh lệch 16, 6 phiếu. Hội đồng chấm lại, lý do: "
        "Chênh lệch 16 điểm",
        "Lượt 2: điểm trung bình 76,00, chênh lệch 12, 6 phiếu: kết quả sau cùng",
        "Mã Én vắng mặt ở lượt 2; phiếu lượt 1 được tính theo quyết định của Lê Sơn: "
        "Đã cho điểm trước khi về",
        "Chênh lệch điểm: Giữ kết quả",
        "Lượt 1: điểm trung bình 60,00, chênh lệch 0, 5 phiếu. Lê Sơn đưa về chấm lại, lý do: "
        "Tính nhầm mẫu thử",
        "Lượt 2: điểm trung bình 64,00, chênh lệch 0, 5 phiếu: kết quả sau cùng",
        f"Lý Thị Hoa không tham gia đánh giá “{TEA}”: người thân của chủ thể (Chị dâu của giám đốc); ghi lúc "
        f"09 giờ 31, {DAY}, sau khi chốt phiếu {codes[TEA, 'Lý Thị Hoa', 1]}: phiếu không được tính",
        "Lượt 1: điểm trung bình 67,20, chênh lệch 9, 5 phiếu. Phiếu của Lý Thị Hoa không được tính vì "
        "xung đột lợi ích phát hiện muộn: Chị dâu của giám đốc",
        f"Phiếu lượt 1 của Vàng Bảo được sửa: mã {codes[RICE, 'Vàng Bảo', 1]} thành "
        f"{codes[RICE, 'Vàng Bảo', 2]}, Lê Sơn đồng ý lúc 09 giờ 38, {DAY}; lý do: Đọc nhầm mức",
        f"Chủ thể rút hồ sơ lúc 09 giờ 41, {DAY}. Lý do: Đổi bao bì trước đã",
    ]  # fmt: skip


def number_corrected(session: Session) -> None:
    """The records office had given number 06; the minutes that went out stay as they are."""
    room, meeting = session.room, session.meeting
    session.at(90)
    before = session.paper(room.thu, reverse("review:minutes", args=[meeting.key]))
    wrong = {
        "what": "number", "right": "06-MH/BB-HĐ", "reason": "Văn thư cấp số 06", "number": "07-MH/HĐ",
        "issued_on": "24/11/2026",
    }  # fmt: skip
    session.does(room.thu, "correct", meeting, "Đính chính", **wrong)
    with session.wire.lock:
        make_papers(session.now)
        made = meeting.corrections.get()
    printed = session.paper(room.thu, reverse("review:correction", args=[made.key]))
    said = ["07-MH/HĐ", "05-MH/BB-HĐ", "06-MH/BB-HĐ", "Văn thư cấp số 06"]
    assert [line for line in said if bare(line) not in printed] == []
    assert session.paper(room.thu, reverse("review:minutes", args=[meeting.key])) == before
    session.of(room.thu).open(meeting.get_absolute_url())
    session.of(room.thu).sees("06-MH/BB-HĐ")


def draft_discarded(session: Session) -> None:
    """A decision about the tea, begun with a wrong subject, is dropped; the tea waits for another."""
    phuc = session.of(session.room.phuc)
    session.at(100)
    phuc.open(reverse("certificates:draft"))
    phuc.tick(TEA)
    phuc.press("Soạn dự thảo")
    with session.wire.lock:
        decision = Decision.objects.get()
        about = [one.product.name for one in decision.items.all()]
    assert (decision.state, about) == ("draft", [TEA])
    phuc.open(reverse("certificates:drop", args=[decision.key]))
    phuc.fill(reason="Nhầm trích yếu")
    phuc.press("Bỏ dự thảo")
    with session.wire.lock:
        decision.refresh_from_db()
    assert decision.state == "dropped"
    phuc.open(reverse("certificates:draft"))
    phuc.sees(TEA)
