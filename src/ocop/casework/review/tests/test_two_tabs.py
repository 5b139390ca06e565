"""The score sheet in a browser: two tabs, no network, another device, no session; nothing is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, Route, expect, sync_playwright

from ocop.casework.review import actions
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import worth

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SITE = "http://localhost:49151"  # nobody listens there: this process answers
STATE = "[data-save-state]"
LABEL = "text => text.firstChild.textContent.trim()"

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium")]


class Member:
    """A browser whose requests the test client answers, in the test's own transaction.

    Django keeps another connection for what runs inside the browser's loop; here it is the same throughout.
    """

    def __init__(self, context: BrowserContext, client: Client) -> None:
        self.context, self.client, self.is_offline = context, client, False
        self.database = connections["default"]
        self.faults: list[str] = []
        context.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        connections["default"] = self.database
        asked = route.request
        address = urlsplit(asked.url)
        if self.is_offline:
            route.abort("internetdisconnected")
        elif address.path.startswith("/static/"):
            route.fulfill(path=str(finders.find(address.path.removeprefix("/static/"))))
        else:
            headers = {"X-Requested-With": asked.headers.get("x-requested-with", "")}
            kind = asked.headers.get("content-type", "application/octet-stream")
            data = asked.post_data_buffer or b""
            path = asked.url.removeprefix(SITE).partition("#")[0]
            said = self.client.generic(asked.method, path, data, kind, headers=headers)
            if asked.is_navigation_request() and said.status_code == 302:  # where a browser would go on to
                said = self.client.get(said.headers["Location"])
            kept = {name: said.headers[name] for name in ("Content-Type", "Location") if name in said.headers}
            route.fulfill(status=said.status_code, headers=kept, body=said.content)

    def offline(self, is_offline: bool) -> None:
        """Takes the network away, or gives it back."""
        self.is_offline = is_offline
        self.context.set_offline(is_offline)

    def tab(self, item: Any, code: str) -> Page:
        """A tab on one criterion."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(SITE + reverse("review:criterion", args=[item.key, code]))
        return page


@pytest.fixture
def item(room, client, monkeypatch, at):
    """A product that Hoa scores."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's loop runs in this thread
    monkeypatch.setattr(timezone, "now", lambda: at)
    client.force_login(room.hoa)
    return room.item(room.scoring())


@pytest.fixture
def hoa(item, client) -> Iterator[Member]:
    database = connections["default"]
    with sync_playwright() as player:
        connections["default"] = database
        browser = player.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        context = browser.new_context(locale="vi-VN", viewport={"width": 820, "height": 1180})
        context.set_default_timeout(30_000)
        member = Member(context, client)
        yield member
        browser.close()
    assert member.faults == []


def _tap(page: Page, choice: str) -> None:
    page.locator(f'[name=choice][value="{choice}"]').locator("xpath=ancestor::label").click()


def _says(page: Page, words: str) -> None:
    expect(page.locator(STATE)).to_have_text(words, timeout=30_000)


def _choices() -> dict[str, Any]:
    return ScoreSheet.objects.get().choices


def test_two_tabs_without_network_keep_both_choices_also_when_one_is_closed(hoa: Member, item) -> None:
    first, second = hoa.tab(item, "1.1"), hoa.tab(item, "1.2")
    hoa.offline(True)
    _tap(first, "2")
    _says(first, "Chưa gửi được, còn trên máy này, đang chờ mạng (1)")
    first.close()
    _tap(second, "1")
    _says(second, "Chưa gửi được, còn trên máy này, đang chờ mạng (2)")
    assert ScoreSheet.objects.count() == 0
    hoa.offline(False)
    _says(second, "Đã lưu lúc 09:00")
    assert _choices() == {"1.1": 2, "1.2": 1}
    # the last tab closed too: the next page of the sheet sends what is left
    hoa.offline(True)
    _tap(second, "2")
    _says(second, "Chưa gửi được, còn trên máy này, đang chờ mạng (1)")
    second.close()
    hoa.offline(False)
    with hoa.context.expect_event("requestfinished", lambda asked: asked.method == "POST"):
        third = hoa.tab(item, "1.3")
    _says(third, "Đã lưu lúc 09:00")
    assert _choices() == {"1.1": 2, "1.2": 2}


def test_a_newer_choice_is_shown_in_other_tabs_and_asked_about_elsewhere(hoa: Member, item, room, at) -> None:
    first, second = hoa.tab(item, "1.1"), hoa.tab(item, "1.1")
    _tap(first, "1")
    _says(first, "Đã lưu lúc 09:00")
    _tap(second, "3")
    _says(second, "Đã lưu lúc 09:00")
    expect(first.locator('[name=choice][value="3"]')).to_be_checked()
    _tap(first, "2")  # rests on what it shows now: nothing to ask
    expect(second.locator('[name=choice][value="2"]')).to_be_checked()
    _says(first, "Đã lưu lúc 09:00")
    assert (_choices(), first.locator("#kept .notice").count()) == ({"1.1": 2}, 0)

    actions.save_choice(item, criterion="1.1", choice=3, by=room.hoa, at=at)  # on another device
    _tap(first, "1")
    _says(first, "Chưa lưu, cần bạn xem (1) Xem")
    labels = {n: first.locator(f'label:has([value="{n}"]) .option-text').evaluate(LABEL) for n in "13"}
    keep, replace = first.locator("#kept [data-let-go]"), first.locator("#kept [data-replace]")
    assert (keep.inner_text(), replace.inner_text()) == (f"Giữ “{labels['3']}”", f"Thay bằng “{labels['1']}”")
    assert [one.bounding_box()["height"] >= 44 for one in (keep, replace)] == [True, True]  # type: ignore[index]
    keep.press("Enter")
    expect(first.locator('[name=choice][value="3"]')).to_be_checked()
    assert (_choices(), first.locator("#kept .notice").count()) == ({"1.1": 3}, 0)

    actions.save_choice(item, criterion="1.1", choice=2, by=room.hoa, at=at)
    _tap(first, "1")
    first.locator("#kept [data-replace]").press("Enter")
    _says(first, "Đã lưu lúc 09:00")
    expect(second.locator('[name=choice][value="1"]')).to_be_checked()
    assert _choices() == {"1.1": 1}


def test_a_session_or_a_sheet_that_ended_is_said_and_loses_nothing(hoa: Member, item, room, at) -> None:
    page = hoa.tab(item, "1.1")
    hoa.client.logout()
    _tap(page, "2")
    _says(page, "Bạn đã đăng xuất. Chưa gửi, còn trên máy này (1) Đăng nhập lại")
    assert page.locator(f"{STATE} a").get_attribute("href") == page.url
    hoa.client.force_login(room.hoa)
    page.locator(f"{STATE} a").click()
    _says(page, "Đã lưu lúc 09:00")
    assert _choices() == {"1.1": 2}

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
