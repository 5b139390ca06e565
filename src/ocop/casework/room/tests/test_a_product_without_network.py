"""A whole product in Chromium without network, the browser killed once: all of it arrives once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.urls import reverse
from playwright.sync_api import BrowserType, Page, expect, sync_playwright

from ocop.casework.fieldwork.tests.test_offline_in_a_browser import Network, Phone
from ocop.casework.review.models import ScoreSheet
from ocop.casework.review.tests.cast import Room
from ocop.foundation.ui.tests.browsing import needs_chromium
from ocop.foundation.ui.tests.wire import Wire, wired

PASSWORD, PATIENCE, MOST_TAPS = "Nui-cao-ruong-bac-thang-26", 60_000, 40

pytestmark = needs_chromium


@pytest.fixture
def chromium(room: Room, monkeypatch: pytest.MonkeyPatch) -> Iterator[BrowserType]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's loop runs in this thread
    database = connections["default"]
    with sync_playwright() as player:
        connections["default"] = database
        yield player.chromium


@pytest.fixture
def wire(room: Room) -> Iterator[Wire]:
    with wired() as one:
        one.app = Network(one.app)
        yield one


def score_whole(page: Page) -> int:
    """Every criterion on the one sheet, the first option of each; answers how many taps it took."""
    count: int = page.locator("[data-whole] .criterion").count()
    for place in range(count):
        page.locator("[data-whole] .criterion").nth(place).locator(".option").first.click()
    return count


def test_a_product_without_network_and_a_kill_loses_and_doubles_nothing(
    room: Room, wire: Wire, chromium: BrowserType, client: Any, tmp_path: Path
) -> None:
    meeting, network = room.scoring(), wire.app
    room.hoa.set_password(PASSWORD)
    room.hoa.save()
    client.force_login(room.hoa)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    phone = Phone(chromium, tmp_path / "phone", wire.site, cookie)
    address = reverse("room:room", args=[meeting.key])
    phone.page.goto(address)
    phone.page.click("[data-load]")
    loaded = phone.page.locator("[data-packing] [data-said]")
    expect(loaded).to_contain_text("Đã nạp 1 sản phẩm", timeout=PATIENCE)

    network.is_cut = True
    phone.offline(True)
    phone.page.reload()
    phone.page.locator("[data-products] a").click()
    phone.page.click("[data-mode=ca]")
    expect(phone.page.locator("[data-whole] .criterion")).not_to_have_count(0)
    taps = 2 + score_whole(phone.page)
    expect(phone.page.locator(".sheet-missing")).to_contain_text("đã chấm đủ")

    phone.kill()
    phone.page.goto(address)
    phone.page.locator("[data-products] a").click()
    expect(phone.page.locator(".sheet-missing")).to_contain_text("đã chấm đủ")
    phone.page.keyboard.press("s")
    phone.page.locator("[data-do-seal]").click()
    expect(phone.page.locator("[data-seal-words]")).to_contain_text("chưa chốt")
    assert taps + 2 <= MOST_TAPS
    assert not ScoreSheet.objects.exists()

    network.is_cut = False
    phone.offline(False)
    expect(phone.page.locator("[data-save-state]")).to_contain_text("Đã lưu lúc", timeout=PATIENCE)
    assert not ScoreSheet.objects.get().is_sealed
    phone.page.locator("[data-queue]").click()
    phone.page.locator("[data-send-ready]").click()
    phone.page.wait_for_url("**/xac-nhan-lai/**")
    phone.page.fill("[name=password]", PASSWORD)
    phone.page.keyboard.press("Enter")
    phone.page.wait_for_url(f"**{address}*")
    expect(phone.page.locator("ol[data-products]")).to_contain_text("Đã chốt", timeout=PATIENCE)
    sheet = ScoreSheet.objects.get()
    assert (sheet.is_sealed, sheet.version) == (True, len(sheet.choices))
    expect(phone.page.locator("ol[data-products]")).to_contain_text(sheet.code)
    assert phone.faults == []
    phone.context.close()
