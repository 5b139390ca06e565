"""Keeping in Chromium: the network breaks off, the browser dies, tabs and devices meet; nothing is lost
unsaid, and nothing is there twice.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserType, Error, Page, expect

from ocop.foundation.ui.models import Draft, Operation
from ocop.foundation.ui.tests import pages
from ocop.foundation.ui.tests.browsing import (
    ARGUMENTS,
    CHROMIUM,
    SITE,
    Machine,
    eventually,
    needs_chromium,
)

STATE = "[data-save-state]"
FORM, SAVE = "/bieu-mau/", "form > .buttons button >> nth=0"
TOP = "button => button.getBoundingClientRect().top + scrollY"

pytestmark = [*needs_chromium, pytest.mark.urls("ocop.foundation.ui.tests.pages"), pytest.mark.django_db]


def says(page: Page, words: str) -> None:
    expect(page.locator(STATE)).to_contain_text(words)


def waiting(n: int) -> str:
    return f"Chưa gửi được, còn trên máy này, đang chờ mạng ({n})"


def records(page: Page) -> list[Any]:
    return page.evaluate("import('/static/ui/js/store.js').then((it) => it.all('0'))")  # type: ignore[no-any-return]


def holds(page: Page, store: Any, wanted: Any) -> None:
    """What is stored becomes this before long."""
    eventually(page, lambda: store, wanted)


def cut_off(page: Page, machine: Machine) -> None:
    """Every cut that was ordered has broken off its request."""
    eventually(page, lambda: machine.cut, [])


def reads(page: Page, field: str, value: str) -> None:
    """A box comes to show this."""
    expect(page.locator(f"[name={field}]")).to_have_value(value)


def again(page: Page) -> None:
    page.evaluate("import('/static/ui/js/keep.js').then((it) => it.deliver())")


def test_what_is_typed_is_kept_on_the_server_and_moves_no_button(machine: Machine) -> None:
    page = machine.tab(FORM)
    button = page.locator("form > .buttons button").first
    before = button.evaluate(TOP)
    page.fill("[name=name]", "Dứa quả")
    page.check("[name=channels][value=shop]")
    says(page, "Đã lưu lúc ")
    page.select_option("[name=unit]", "jar")
    expect(page.locator(STATE)).to_have_attribute("data-state", "saved")
    holds(page, pages.draft, {"name": "Dứa quả", "channels": ["shop"], "unit": "jar"})
    eventually(page, lambda: button.evaluate(TOP), before)


def test_a_network_that_breaks_off_before_or_after_the_server_has_it(machine: Machine) -> None:
    page = machine.tab(FORM)
    machine.cut = ["before"]
    page.fill("[name=name]", "Dứa")
    says(page, waiting(1))
    assert pages.draft == {}  # said to wait
    machine.cut = ["after"]
    again(page)
    holds(page, pages.draft, {"name": "Dứa"})
    machine.cut = ["after"]
    page.fill("[name=name]", "Dứa quả")  # rests on what the page sent itself: nothing to ask
    holds(page, pages.draft, {"name": "Dứa quả"})
    machine.cut = ["before"]
    page.fill("[name=name]", "Dứa quả Bản Lầu")
    cut_off(page, machine)
    says(page, waiting(1))
    again(page)
    says(page, "Đã lưu lúc ")
    holds(page, pages.draft, {"name": "Dứa quả Bản Lầu"})
    expect(page.locator("#kept .notice")).to_have_count(0)
    machine.broken[FORM] = 502
    page.fill("[name=story]", "Vườn dứa")
    says(page, "Máy chủ chưa nhận, còn trên máy này, sẽ gửi lại (1)")
    machine.broken.clear()
    again(page)
    says(page, "Đã lưu lúc ")
    holds(page, pages.draft, {"name": "Dứa quả Bản Lầu", "story": "Vườn dứa"})


@pytest.fixture
def folder() -> Iterator[Path]:
    """Apart from the tests' own, which whitenoise looks through for static files."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        yield Path(name)


@contextmanager
def killed(chromium: BrowserType, folder: Path, client: Client) -> Iterator[Machine]:
    """Chromium with what it keeps in a folder; at the end its process is killed, as by the system."""
    context = chromium.launch_persistent_context(
        str(folder), executable_path=CHROMIUM, args=ARGUMENTS, locale="vi-VN"
    )
    yield Machine(context, client)
    os.kill(int(os.readlink(folder / "SingletonLock").rpartition("-")[2]), signal.SIGKILL)
    with suppress(Error):
        context.close()


def test_a_browser_killed_between_keeping_and_sending_loses_nothing(
    chromium: BrowserType, client: Client, folder: Path
) -> None:
    with killed(chromium, folder, client) as machine:
        machine.cut = ["before"] * 9
        page = machine.tab(FORM)
        page.fill("[name=name]", "Mười hộ")
        page.fill("[name=story]", "Vườn dứa bên suối")
        says(page, waiting(2))
    assert pages.draft == {}
    with killed(chromium, folder, client) as machine:
        page = machine.tab(FORM)
        says(page, "Đã lưu lúc ")
        reads(page, "story", "Vườn dứa bên suối")
        holds(page, pages.draft, {"name": "Mười hộ", "story": "Vườn dứa bên suối"})


def test_offline_a_saved_page_stays_and_says_so(machine: Machine) -> None:
    page = machine.tab("/sua/")
    machine.offline(True)
    page.fill("[name=story]", "Vườn dứa")
    says(page, waiting(1))
    page.click(SAVE)
    expect(page.locator("#notices")).to_contain_text(
        "Mất mạng nên chưa gửi được. Nội dung vẫn còn; có mạng thì bấm lại."
    )
    assert page.url == f"{SITE}/sua/"
    assert pages.official == {}
    machine.offline(False)
    says(page, "Đã gửi bản nháp lúc ")
    eventually(page, lambda: Draft.objects.get().values, ["Vườn dứa"])
    assert pages.official == {}
    page.click(SAVE)
    page.wait_for_url("**/xong/")
    assert (pages.official, Draft.objects.count()) == ({"title": "", "story": "Vườn dứa"}, 0)
    eventually(page, lambda: records(page), [])


def test_a_draft_is_shown_on_another_device_and_may_be_dropped(
    machine: Machine, opened: Browser, client: Client
) -> None:
    page = machine.tab("/sua/")
    page.fill("[name=story]", "Vườn dứa")
    says(page, "Đã gửi bản nháp lúc ")
    phone = Machine(opened.new_context(locale="vi-VN"), client)
    there = phone.tab("/sua/")
    reads(there, "story", "Vườn dứa")
    expect(there.locator("main")).to_contain_text("Trang này đang hiện bản nháp của bạn, chưa lưu.")
    there.fill("[name=story]", "Vườn dứa bên suối")
    says(there, "Đã gửi bản nháp lúc ")
    page.fill("[name=story]", "Vườn chè")
    says(page, "Chưa lưu, cần bạn xem (1) Xem")
    expect(page.locator("#kept [data-let-go]")).to_have_text("Giữ “Vườn dứa bên suối”")
    page.locator("#kept [data-let-go]").press("Enter")
    expect(page.locator("[name=story]")).to_have_value("Vườn dứa bên suối")
    pages.official["story"] = "Do người khác ghi"
    there.reload()
    reads(there, "story", "Do người khác ghi")
    there.click("text=Dùng bản nháp này")
    says(there, "Đã gửi bản nháp lúc ")
    there.reload()
    reads(there, "story", "Vườn dứa bên suối")
    there.click("text=Bỏ bản nháp")
    expect(there.locator("[name=story]")).to_have_value("Do người khác ghi")
    eventually(there, Draft.objects.count, 0)
    assert pages.official == {"story": "Do người khác ghi"}
    phone.context.close()


@pytest.mark.parametrize("cut", ["before", "after"])
def test_something_new_is_made_once_however_often_it_is_sent(machine: Machine, cut: str) -> None:
    page = machine.tab("/moi/")
    page.fill("[name=title]", "Mứt dứa")
    says(page, "Đã giữ trên máy này. Xong thì bấm nút dưới đây để gửi.")
    machine.cut = [cut]
    page.click(SAVE)
    expect(page.locator("#notices")).to_contain_text("Mất mạng nên chưa gửi được.")
    page.goto("about:blank")  # closed, and opened anew
    page.goto(f"{SITE}/moi/")
    if cut == "before":
        expect(page.locator("[name=title]")).to_have_value("Mứt dứa")
        page.click(SAVE)
    page.wait_for_url("**/xong/")
    eventually(page, lambda: records(page), [])
    assert pages.made == ["Mứt dứa"]
    assert Operation.objects.count() == 1


def test_two_tabs_show_each_others_values_and_keep_both_without_a_network(machine: Machine) -> None:
    first, second = machine.tab(FORM), machine.tab(FORM)
    first.fill("[name=name]", "Dứa")
    says(first, "Đã lưu lúc ")
    expect(second.locator("[name=name]")).to_have_value("Dứa")
    machine.offline(True)
    first.fill("[name=name]", "Dứa quả")
    says(first, waiting(1))
    second.fill("[name=story]", "Bên suối")
    says(second, waiting(2))
    first.close(run_before_unload=False)
    machine.offline(False)
    says(second, "Đã lưu lúc ")
    holds(second, pages.draft, {"name": "Dứa quả", "story": "Bên suối"})


def test_what_another_tab_holds_is_not_dropped_by_a_form_that_is_saved_whole(machine: Machine) -> None:
    first, second = machine.tab("/viet/"), machine.tab("/viet/")
    machine.cut = ["before"] * 2
    first.fill("[name=title]", "Vườn dứa")
    says(first, waiting(1))
    reads(second, "title", "Vườn dứa")
    second.fill("[name=title]", "Vườn chè")  # in the first tab the caret stands in the box: it stays
    cut_off(second, machine)
    says(second, waiting(1))
    eventually(second, lambda: [one["values"] for one in records(second)], [["Vườn chè"]])
    assert first.input_value("[name=title]") == "Vườn dứa"
    first.press("[name=title]", "Enter")
    first.wait_for_url("**/xong/")
    again(second)
    says(second, "Chưa lưu, cần bạn xem (1) Xem")
    reads(second, "title", "Vườn chè")
    assert pages.written == ["Vườn dứa"]
    second.click("#kept [data-replace]")
    holds(second, pages.written, ["Vườn dứa", "Vườn chè"])
    says(second, "Đã lưu lúc ")


def test_what_was_typed_there_and_back_after_a_lost_answer_is_saved(machine: Machine) -> None:
    page = machine.tab("/viet/")
    page.fill("[name=title]", "Dứa")
    says(page, "Đã lưu lúc ")
    machine.cut = ["before"]
    page.click(SAVE)
    expect(page.locator("#notices")).to_contain_text("Mất mạng nên chưa gửi được.")
    for words in ("Dứa quả", "Dứa"):
        page.fill("[name=title]", words)
        says(page, "Đã lưu lúc ")
        holds(page, pages.draft, {"title": words})
    page.click(SAVE)
    page.wait_for_url("**/xong/")
    assert pages.draft["title"] == "Dứa"


def test_a_stale_tab_that_is_sent_whole_blanks_nothing(
    machine: Machine, opened: Browser, client: Client
) -> None:
    stale = machine.tab("/sua/")
    other = Machine(opened.new_context(locale="vi-VN"), client)
    there = other.tab("/sua/")
    there.fill("[name=story]", "Vườn dứa")
    there.click(SAVE)
    there.wait_for_url("**/xong/")
    stale.fill("[name=title]", "Tên mới")
    stale.click(SAVE)
    stale.wait_for_url("**/xong/")
    assert pages.official == {"title": "Tên mới", "story": "Vườn dứa"}
    stale.go_back()
    there.goto(f"{SITE}/sua/")
    for tab, words in ((there, "Vườn chè"), (stale, "Vườn quế")):
        tab.fill("[name=story]", words)
        says(tab, "Chưa lưu" if tab is stale else "Đã gửi bản nháp")
    there.click(SAVE)
    there.wait_for_url("**/xong/")
    stale.click(SAVE)
    expect(stale.locator("main")).to_contain_text("Một trang hoặc máy khác đã ghi: “Vườn chè”")
    assert pages.official["story"] == "Vườn chè"
    reads(stale, "story", "Vườn quế")
    stale.click("[name=keep-take]")
    stale.wait_for_url("**/xong/")
    assert pages.official["story"] == "Vườn chè"
    other.context.close()


def test_a_refused_value_says_why_and_stays_until_it_is_right(machine: Machine) -> None:
    page = machine.tab(FORM)
    page.fill("[name=phone]", "12")
    says(page, "Chưa lưu, cần bạn xem (1) Xem")
    expect(page.locator("#kept")).to_contain_text("Số điện thoại có 10 hoặc 11 chữ số")
    page.reload()
    says(page, "Chưa lưu, cần bạn xem (1) Xem")
    reads(page, "phone", "12")
    page.fill("[name=phone]", "0912345678")
    says(page, "Đã lưu lúc ")
    expect(page.locator("#kept .notice")).to_have_count(0)
    page.fill("[name=story]", "Hồ sơ đã nộp")
    says(page, "Chưa lưu, cần bạn xem (1) Xem")
    expect(page.locator("#kept")).to_contain_text("Hồ sơ đã nộp")
    holds(page, pages.draft, {"phone": "0912345678"})


def test_a_refused_form_is_shown_as_it_was_typed_and_what_is_right_is_kept(machine: Machine) -> None:
    page = machine.tab(FORM)
    page.fill("[name=name]", "Mười hộ")
    page.fill("[name=phone]", "12")
    page.click(SAVE)
    page.wait_for_selector(".error-summary")
    expect(page.locator(".error-summary")).to_be_focused()
    reads(page, "name", "Mười hộ")
    reads(page, "phone", "12")
    says(page, "Chưa lưu, cần bạn xem (1) Xem")
    holds(page, pages.draft, {"name": "Mười hộ"})
    page.fill("[name=name]", "Mười một hộ")
    holds(page, pages.draft, {"name": "Mười một hộ"})


def test_who_was_signed_out_is_told_and_comes_back_to_this_form(machine: Machine) -> None:
    page = machine.tab(FORM)
    pages.signed_out.append(True)
    page.fill("[name=story]", "Vườn dứa")
    says(page, "Bạn đã đăng xuất. Nội dung chưa gửi còn trên máy này (1) Đăng nhập lại rồi về trang này")
    # what waits is tried once more behind the button; signed in by then, it would take the link away
    with page.expect_response(lambda answer: answer.request.headers.get("x-requested-with") == "keep"):
        page.click(SAVE)
    says(page, "Bạn đã đăng xuất.")
    expect(page.locator(f"{STATE} a")).to_have_attribute("href", SITE + FORM)
    pages.signed_out.clear()
    page.locator(f"{STATE} a").click()
    says(page, "Đã lưu lúc ")
    holds(page, pages.draft, {"story": "Vườn dứa"})


def test_leaving_while_something_is_unsent_is_asked_about(machine: Machine) -> None:
    page = machine.tab(FORM)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click("[name=name]")
    page.goto(SITE + FORM)
    assert asked == []
    machine.cut = ["before"] * 9
    page.fill("[name=name]", "Dứa")
    says(page, waiting(1))
    page.reload()
    eventually(page, lambda: asked, ["beforeunload"])


def test_a_browser_that_keeps_nothing_says_so_at_once_and_loses_nothing_online(machine: Machine) -> None:
    machine.context.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no'); };")
    page = machine.tab(FORM)
    says(page, "Trình duyệt này không cho giữ nội dung trên máy")
    page.fill("[name=name]", "Dứa")
    says(page, "Đã lưu lúc ")
    holds(page, pages.draft, {"name": "Dứa"})
    machine.offline(True)
    page.fill("[name=name]", "Dứa quả")
    says(page, "Chưa lưu được. Đừng đóng trang này, sẽ thử lại")
    machine.offline(False)
    says(page, "Đã lưu lúc ")
    holds(page, pages.draft, {"name": "Dứa quả"})
