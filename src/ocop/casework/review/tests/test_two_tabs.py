"""The score sheet in a browser: two tabs, no network, another device, no session; nothing is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from ocop.casework.review import acts
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import worth
from ocop.foundation.ui.tests.browsing import Machine, eventually, launched, needs_chromium

STATE = "[data-save-state]"
LABEL = "text => text.firstChild.textContent.trim()"

pytestmark = needs_chromium


@pytest.fixture
def item(room, client, monkeypatch, at):
    """A product that Hoa scores."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's loop runs in this thread
    monkeypatch.setattr(timezone, "now", lambda: at)
    client.force_login(room.hoa)
    return room.item(room.scoring())


@pytest.fixture
def hoa(item, client) -> Iterator[Machine]:
    database = connections["default"]
    with launched() as browser:
        connections["default"] = database
        context = browser.new_context(locale="vi-VN", viewport={"width": 820, "height": 1180})
        member = Machine(context, client)
        yield member
    assert member.faults == []


def _tab(hoa: Machine, item: Any, code: str) -> Page:
    return hoa.tab(reverse("review:criterion", args=[item.key, code]))


def _tap(page: Page, choice: str) -> None:
    page.locator(f'[name=choice][value="{choice}"]').locator("xpath=ancestor::label").click()


def _says(page: Page, words: str) -> None:
    expect(page.locator(STATE)).to_have_text(words)


def _chosen(page: Page, choices: dict[str, Any]) -> None:
    """The sheet comes to hold these choices, and nothing is asked."""
    eventually(page, lambda: ScoreSheet.objects.get().choices, choices)
    expect(page.locator("#kept .notice")).to_have_count(0)


def _comments(page: Page, comments: dict[str, str]) -> None:
    """The sheet comes to hold these comments."""
    eventually(page, lambda: ScoreSheet.objects.get().comments, comments)


def _is_tall(one: Locator) -> bool:
    box = one.bounding_box()
    return box is not None and box["height"] >= 44


def test_two_tabs_without_network_keep_both_choices_also_when_one_is_closed(hoa: Machine, item) -> None:
    first, second = _tab(hoa, item, "1.1"), _tab(hoa, item, "1.2")
    hoa.offline(True)
    _tap(first, "2")
    _says(first, "Chưa gửi được, còn trên máy này, đang chờ mạng (1)")
    first.close()
    _tap(second, "1")
    _says(second, "Chưa gửi được, còn trên máy này, đang chờ mạng (2)")
    assert ScoreSheet.objects.count() == 0
    hoa.offline(False)
    _says(second, "Đã lưu lúc 09:00")
    _chosen(second, {"1.1": 2, "1.2": 1})
    # the last tab closed too: the next page of the sheet sends what is left
    hoa.offline(True)
    _tap(second, "2")
    _says(second, "Chưa gửi được, còn trên máy này, đang chờ mạng (1)")
    second.close()
    hoa.offline(False)
    with hoa.context.expect_event("requestfinished", lambda asked: asked.method == "POST"):
        third = _tab(hoa, item, "1.3")
    _says(third, "Đã lưu lúc 09:00")
    _chosen(third, {"1.1": 2, "1.2": 2})


def test_a_newer_choice_is_shown_in_other_tabs_and_asked_about_elsewhere(
    hoa: Machine, item, room, at
) -> None:
    first, second = _tab(hoa, item, "1.1"), _tab(hoa, item, "1.1")
    _tap(first, "1")
    _says(first, "Đã lưu lúc 09:00")
    expect(second.locator('[name=choice][value="1"]')).to_be_checked()
    _tap(second, "3")
    _chosen(second, {"1.1": 3})
    expect(first.locator('[name=choice][value="3"]')).to_be_checked()
    _tap(first, "2")  # rests on what it shows now: nothing to ask
    expect(second.locator('[name=choice][value="2"]')).to_be_checked()
    _says(first, "Đã lưu lúc 09:00")
    _chosen(first, {"1.1": 2})

    acts.save_choice(item, criterion="1.1", choice=3, by=room.hoa, at=at)  # on another device
    _tap(first, "1")
    _says(first, "Chưa lưu, cần bạn xem (1) Xem")
    labels = {n: first.locator(f'label:has([value="{n}"]) .option-text').evaluate(LABEL) for n in "13"}
    keep, replace = first.locator("#kept [data-let-go]"), first.locator("#kept [data-replace]")
    expect(keep).to_have_text(f"Giữ “{labels['3']}”")
    expect(replace).to_have_text(f"Thay bằng “{labels['1']}”")
    assert (_is_tall(keep), _is_tall(replace)) == (True, True)
    keep.press("Enter")
    expect(first.locator('[name=choice][value="3"]')).to_be_checked()
    _chosen(first, {"1.1": 3})

    acts.save_choice(item, criterion="1.1", choice=2, by=room.hoa, at=at)
    _tap(first, "1")
    first.locator("#kept [data-replace]").press("Enter")
    _says(first, "Đã lưu lúc 09:00")
    expect(second.locator('[name=choice][value="1"]')).to_be_checked()
    _chosen(first, {"1.1": 1})


def test_a_session_or_a_sheet_that_ended_is_said_and_loses_nothing(hoa: Machine, item, room, at) -> None:
    page = _tab(hoa, item, "1.1")
    hoa.client.logout()
    _tap(page, "2")
    _says(page, "Bạn đã đăng xuất. Nội dung chưa gửi còn trên máy này (1) Đăng nhập lại rồi về trang này")
    expect(page.locator(f"{STATE} a")).to_have_attribute("href", page.url)
    hoa.client.force_login(room.hoa)
    page.locator(f"{STATE} a").click()
    _says(page, "Đã lưu lúc 09:00")
    _chosen(page, {"1.1": 2})

    hoa.offline(True)
    _tap(page, "3")
    _says(page, "Chưa gửi được, còn trên máy này, đang chờ mạng (1)")
    sheet = room.seal(item, room.hoa, worth(item.dossier, 60))  # on another device
    hoa.offline(False)
    _says(page, "Chưa lưu, cần bạn xem (1) Xem")
    page.reload()  # the sealed sheet, which says it too until the member has seen it
    expect(page.locator("#kept")).to_contain_text(f"Phiếu này đã chốt lúc 09:00, mã {sheet.code}.")
    page.locator("#kept [data-let-go]").press("Enter")
    expect(page.locator("#kept .notice")).to_have_count(0)
    page.reload()
    expect(page.locator("h2", has_text="Đã chốt phiếu")).to_be_visible()
    expect(page.locator("#kept .notice")).to_have_count(0)


@pytest.mark.parametrize("delay", [0, 20])
def test_a_comment_typed_in_bursts_is_kept_to_the_last_key(hoa: Machine, item, delay) -> None:
    text = "Đất đỏ bên suối, dứa ngọt; giấy kiểm nghiệm đã quá hạn từ tháng Ba."
    page = _tab(hoa, item, "1.1")
    page.locator(".comment summary").click()
    page.locator("#comment").press_sequentially(text, delay=delay)
    _says(page, "Đã lưu lúc 09:00")
    expect(page.locator("#comment")).to_have_value(text)
    _comments(page, {"1.1": text})  # a burst is said to be saved before the next one goes
    expect(page.locator("#kept .notice")).to_have_count(0)


def test_a_box_in_use_is_not_rewritten_and_what_came_meanwhile_is_asked_about(hoa: Machine, item) -> None:
    first, second = _tab(hoa, item, "1.1"), _tab(hoa, item, "1.1")
    for page in (first, second):
        page.locator(".comment summary").click()
    mine, other = first.locator("#comment"), second.locator("#comment")
    mine.focus()
    other.fill("Suối")
    _says(first, "Đã lưu lúc 09:00")
    assert mine.input_value() == ""
    mine.blur()
    expect(mine).to_have_value("Suối")

    mine.focus()
    with hoa.context.expect_event("requestfinished", lambda asked: asked.method == "POST"):
        other.fill("Suối đá")
    mine.press("End")
    mine.press_sequentially(" xa")
    _says(first, "Chưa lưu, cần bạn xem (1) Xem")
    assert mine.input_value() == "Suối xa"
    expect(first.locator("#kept [data-let-go]")).to_have_text("Giữ “Suối đá”")
    _comments(first, {"1.1": "Suối đá"})


def test_a_value_that_the_server_cannot_take_holds_up_no_other(hoa: Machine, item) -> None:
    first, second = _tab(hoa, item, "1.1"), _tab(hoa, item, "1.2")
    hoa.offline(True)
    _tap(first, "2")
    _says(first, "Chưa gửi được, còn trên máy này, đang chờ mạng (1)")
    _tap(second, "1")
    _says(second, "Chưa gửi được, còn trên máy này, đang chờ mạng (2)")
    url = reverse("review:criterion", args=[item.key, "1.1"])
    hoa.broken[url] = 502
    hoa.offline(False)
    _says(second, "Máy chủ chưa nhận, còn trên máy này, sẽ gửi lại (1)")
    eventually(second, lambda: ScoreSheet.objects.get().choices, {"1.2": 1})
    hoa.broken[url] = 413
    second.evaluate("dispatchEvent(new Event('online'))")
    _says(second, "Chưa lưu, cần bạn xem (1) Xem")
    expect(second.locator("#kept")).to_contain_text(
        "Máy chủ không nhận giá trị này (lỗi 413), gửi lại cũng không được. "
        "Chép lại nếu cần, bấm nút dưới đây rồi nhập lại; nếu vẫn thế, báo quản trị hệ thống."
    )


BASES = """
const { open } = IDBFactory.prototype, bases = [];
let isBroken = false;
IDBFactory.prototype.open = function (...all) {
  if (isBroken) throw new DOMException("broken", "UnknownError");
  const asked = open.apply(this, all);
  asked.addEventListener("success", () => bases.push(asked.result));
  return asked;
};
window.closeAll = (broken) => { isBroken = broken; bases.forEach((base) => base.close()); };
window.told = () => import("/static/ui/js/keep.js");
"""


def test_what_the_machine_keeps_is_not_forgotten_when_its_store_is_closed(hoa: Machine, item) -> None:
    hoa.context.add_init_script(BASES)
    page = _tab(hoa, item, "1.1")

    def seen() -> tuple[str, bool]:
        page.evaluate("told().then((it) => it.deliver())")
        return page.locator(STATE).inner_text(), page.evaluate("told().then((it) => it.isHeld(''))")

    hoa.offline(True)
    _tap(page, "2")
    waiting = "Chưa gửi được, còn trên máy này, đang chờ mạng (1)"
    _says(page, waiting)
    page.evaluate("closeAll(false)")  # as the system does to a page that lay long
    eventually(page, seen, (waiting, True))
    page.evaluate("closeAll(true)")
    eventually(page, seen, ("Chưa lưu được. Đừng đóng trang này, sẽ thử lại", True))
    page.evaluate("closeAll(false)")
    hoa.offline(False)
    eventually(page, seen, ("Đã lưu lúc 09:00", False))
    _chosen(page, {"1.1": 2})
