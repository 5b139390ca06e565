"""What was loaded goes from the machine at sign-out, at the closing, after 48 hours, and one product when its
member has a conflict after all; what was chosen and not sent stays. In Chromium.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.urls import reverse
from playwright.sync_api import BrowserType, expect, sync_playwright

from ocop.casework.fieldwork.tests.test_offline_in_a_browser import Phone
from ocop.casework.review import acts
from ocop.casework.review.models import Meeting, ScoreSheet
from ocop.casework.review.rules import Relation
from ocop.casework.review.tests.cast import Room, worth
from ocop.casework.room.models import PackLoad
from ocop.foundation.ui.tests.browsing import eventually, needs_chromium
from ocop.foundation.ui.tests.wire import Wire, wired

pytestmark = needs_chromium
PATIENCE = 60_000
LIES_THERE = "() => caches.keys().then((names) => names.filter((one) => one.startsWith('ocop-room-')).length)"
ADDRESSES = """async () => {
  const names = await caches.keys(), found = [];
  for (const name of names) for (const one of await (await caches.open(name)).keys()) found.push(one.url);
  return found;
}"""
UNSENT = """() => new Promise((yes) => {
  const asked = indexedDB.open("ocop-keep", 1);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("records").objectStore("records").getAll();
    rows.onsuccess = () => { asked.result.close(); yes(rows.result.map((one) => one.form.split("/")[1])); };
  };
})"""
AGED = f"""async () => {{
  for (const name of await caches.keys()) {{
    const pack = await caches.open(name), known = await (await pack.match("/phong-cham/nap.json")).json();
    known.at -= {int(timedelta(hours=49).total_seconds())} * 1000;
    await pack.put("/phong-cham/nap.json", Response.json(known));
  }}
}}"""
NETWORK_IS_BACK = "() => dispatchEvent(new Event('online'))"


class Deaf:
    """The site, which takes no choice while `is_deaf`."""

    def __init__(self, app: Any) -> None:
        self.app, self.is_deaf = app, False

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if self.is_deaf and "/o/" in environ["PATH_INFO"]:
            raise ConnectionResetError
        return self.app(environ, start)


@pytest.fixture
def meeting(room: Room) -> Meeting:
    return room.scoring("Dứa sấy dẻo", "Mận sấy")


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
        one.app = Deaf(one.app)
        yield one


@pytest.fixture
def phone(
    room: Room, meeting: Meeting, wire: Wire, chromium: BrowserType, client: Any, tmp_path: Path
) -> Iterator[Phone]:
    """Both products are loaded, and one choice lies on the machine alone."""
    client.force_login(room.hoa)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    phone = Phone(chromium, tmp_path / "phone", wire.site, cookie)
    phone.page.goto(reverse("room:room", args=[meeting.key]))
    phone.page.click("[data-load]")
    said = phone.page.locator("[data-packing] [data-said]")
    expect(said).to_contain_text("Đã nạp 2 sản phẩm", timeout=PATIENCE)
    assert [one.seat.person for one in PackLoad.objects.all()] == [room.hoa]
    wire.app.is_deaf = True
    phone.page.locator("[data-products] a").first.click()
    phone.page.locator("[data-criterion] .option").first.click()
    eventually(phone.page, lambda: phone.page.evaluate(UNSENT), ["1.1"])
    yield phone
    assert not ScoreSheet.objects.filter(seat__person=room.hoa).exists()
    assert phone.faults == []
    phone.context.close()


def is_empty(phone: Phone) -> None:
    """Nothing of the meeting, but what was chosen."""
    eventually(phone.page, lambda: phone.page.evaluate(LIES_THERE), 0)
    assert phone.page.evaluate(UNSENT) == ["1.1"]


def test_at_sign_out(phone: Phone, meeting: Meeting) -> None:
    phone.page.goto(meeting.get_absolute_url())
    assert phone.page.evaluate(LIES_THERE) == 1
    phone.page.evaluate("() => document.querySelector(\"form[action$='/dang-xuat/']\").requestSubmit()")
    phone.page.wait_for_url(lambda url: meeting.get_absolute_url() not in url)
    is_empty(phone)


def test_when_the_meeting_is_closed(phone: Phone, room: Room, meeting: Meeting) -> None:
    away = next(one for one in room.judges if one.person == room.hoa)
    for item in meeting.items.all():
        room.all_seal(item, worth(item.dossier, 60), but=[away])
    acts.record_attendance(meeting, {away: (False, "mất mạng")}, by=room.thu, at=room.at)
    for item in meeting.items.filter(state="scoring"):
        acts.tally_item(item, by=room.thu, at=room.at)
    acts.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=room.thu, at=room.at)
    phone.page.evaluate(NETWORK_IS_BACK)
    expect(phone.page.locator("#notices")).to_contain_text("đã bế mạc")
    is_empty(phone)


def test_after_48_hours_with_the_page_left_open(phone: Phone) -> None:
    phone.page.evaluate(AGED)
    phone.page.evaluate(NETWORK_IS_BACK)
    expect(phone.page.locator("#notices")).to_contain_text("quá 48 giờ")
    is_empty(phone)


def test_after_48_hours_when_the_page_is_opened(phone: Phone) -> None:
    phone.page.evaluate(AGED)
    phone.page.reload()
    expect(phone.page.locator("[data-load]")).to_have_text("Nạp vào máy này")
    is_empty(phone)


def test_one_product_when_a_conflict_is_found_late(phone: Phone, room: Room, meeting: Meeting) -> None:
    first, second = meeting.items.all()
    seat = next(one for one in room.judges if one.person == room.hoa)
    before = phone.page.evaluate(ADDRESSES)
    assert [any(str(one.key) in url for url in before) for one in (first, second)] == [True, True]
    acts.record_conflict(
        first, seat, relation=Relation.FAMILY, note="Em gái chủ thể", by=room.thu, at=room.at
    )
    phone.page.evaluate(NETWORK_IS_BACK)
    expect(phone.page.locator("body")).to_have_attribute("data-view", "queue")
    expect(phone.page.locator("ol[data-products]")).not_to_contain_text("Dứa sấy dẻo")
    expect(phone.page.locator("ol[data-products]")).to_contain_text("Mận sấy")
    left = phone.page.evaluate(ADDRESSES)
    assert [any(str(one.key) in url for url in left) for one in (first, second)] == [False, True]
    phone.offline(True)
    phone.page.reload()
    expect(phone.page.locator("ol[data-products]")).to_contain_text("Mận sấy")
    assert first.dossier.product.name not in phone.page.content()
