"""One visit in Chromium, without network from beginning to end, the browser killed twice: everything that was
typed, photographed and signed is there once.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.urls import reverse
from PIL import Image
from playwright.sync_api import BrowserContext, BrowserType, Error, Page, expect, sync_playwright

from ocop.casework.fieldwork.models import Signature, Visit, VisitPhoto
from ocop.casework.fieldwork.tests.cast import Field
from ocop.foundation.ui.tests.browsing import ARGUMENTS, CHROMIUM, needs_chromium, patient
from ocop.foundation.ui.tests.wire import Wire, wired

PLACED = {"latitude": 22.48, "longitude": 103.97}
NOTED = Decimal("22.60000")
"""Degrees of latitude that the camera noted."""

pytestmark = needs_chromium


class Network:
    """Between the wire and the site: cut, it gives no answer to anything."""

    def __init__(self, app: Any) -> None:
        self.app, self.is_cut = app, False

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if self.is_cut:
            raise ConnectionResetError
        return self.app(environ, start)


class Phone:
    """Chromium with a folder of its own, whatever becomes of its process."""

    def __init__(self, chromium: BrowserType, folder: Path, site: str, cookie: str) -> None:
        self.chromium, self.folder, self.site, self.is_offline = chromium, folder, site, False
        self.faults: list[str] = []
        self.session = {"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}
        self.start()

    def start(self) -> None:
        self.context: BrowserContext = self.chromium.launch_persistent_context(
            str(self.folder), executable_path=CHROMIUM, args=ARGUMENTS, locale="vi-VN", base_url=self.site,
            viewport={"width": 360, "height": 740}, has_touch=True, permissions=["geolocation"],
            geolocation=PLACED,
        )  # fmt: skip
        patient(self.context)
        # signed in for days: what a browser got in its last half minute it forgets when it is killed
        self.context.add_cookies([{**self.session, "expires": 2_000_000_000}])
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.context.set_offline(self.is_offline)

    def kill(self) -> None:
        os.kill(int(os.readlink(self.folder / "SingletonLock").rpartition("-")[2]), signal.SIGKILL)
        with suppress(Error):
            self.context.close()
        for name in ("SingletonLock", "SingletonCookie", "SingletonSocket"):
            (self.folder / name).unlink(missing_ok=True)
        self.start()

    def offline(self, is_offline: bool) -> None:
        self.is_offline = is_offline
        self.context.set_offline(is_offline)

    def waiting(self, words: str, count: int) -> None:
        expect(self.page.locator("[data-said]", has_text=words)).to_have_count(count)


@pytest.fixture
def chromium(field: Field, monkeypatch: pytest.MonkeyPatch, at: object) -> Iterator[BrowserType]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's loop runs in this thread
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    database = connections["default"]
    with sync_playwright() as player:
        connections["default"] = database
        yield player.chromium


@pytest.fixture
def wire(field: Field) -> Iterator[Wire]:
    with wired() as one:
        one.app = Network(one.app)
        yield one


def photograph(folder: Path, name: str, colour: str, *, is_noted: bool) -> Path:
    """With hour and place as a camera notes them, or without."""
    exif = Image.Exif()
    if is_noted:
        exif.get_ifd(0x8769)[0x9003] = "2026:11:23 08:10:00"
        exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 36.0, 0.0), 3: "E", 4: (103.0, 30.0, 0.0)})
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG", exif=exif.tobytes())
    (folder / name).write_bytes(out.getvalue())
    return folder / name


def sign(page: Page, side: str, name: str) -> None:
    page.fill(f"#signer-{side}", name)
    box = page.locator(f'[data-side="{side}"] canvas')
    box.scroll_into_view_if_needed()
    at = box.bounding_box()
    assert at is not None
    page.mouse.move(at["x"] + 20, at["y"] + 30)
    page.mouse.down()
    page.mouse.move(at["x"] + 120, at["y"] + 60, steps=4)
    page.mouse.up()
    page.locator(f'[data-side="{side}"] [data-done]').click()


def test_a_visit_without_network_and_two_kills_loses_and_doubles_nothing(
    field: Field, wire: Wire, chromium: BrowserType, client: Any, tmp_path: Path
) -> None:
    visit, network = field.open(), wire.app
    client.force_login(field.van)
    phone = Phone(chromium, tmp_path / "phone", wire.site, client.cookies[settings.SESSION_COOKIE_NAME].value)
    checklist = reverse("fieldwork:findings", args=[visit.key])
    phone.page.goto(reverse("fieldwork:day", args=[visit.day]))
    phone.page.click("[data-load]")
    expect(phone.page.locator("[data-pack] [data-said]")).to_contain_text("Đã nạp 1 phiếu")

    network.is_cut = True
    phone.offline(True)
    phone.page.reload()
    phone.page.get_by_role("link", name="Mở phiếu kiểm tra").click()
    phone.page.wait_for_url(f"**{checklist}")
    phone.page.locator('[name="finding_1.1"][value=differs]').check()
    phone.page.fill('[name="note_1.1"]', "Chỉ một nửa nguyên liệu của xã.")
    phone.page.check("#with-place")
    first = photograph(tmp_path, "vuon.jpg", "#2f6f4f", is_noted=True)
    phone.page.set_input_files('[data-camera="1.1"]', first)
    phone.waiting("Còn trên máy này, đang chờ mạng", 1)

    phone.kill()
    phone.page.goto(checklist)
    expect(phone.page.locator('[name="finding_1.1"][value=differs]')).to_be_checked()
    expect(phone.page.locator('[name="note_1.1"]')).to_have_value("Chỉ một nửa nguyên liệu của xã.")
    phone.waiting("Còn trên máy này, đang chờ mạng", 1)
    for line in visit.lines[1:]:
        phone.page.locator(f'[name="finding_{line.code}"][value=matches]').check()
    phone.page.fill("[name=remarks]", "Xưởng sạch, sổ sách đủ.")
    phone.page.check("#with-place")
    phone.page.set_input_files(
        '[data-camera=""]', photograph(tmp_path, "xuong.jpg", "#a0522d", is_noted=False)
    )
    phone.waiting("Còn trên máy này, đang chờ mạng", 2)
    sign(phone.page, "inspector", "Trần Vân")
    phone.waiting("Còn trên máy này, đang chờ mạng", 3)

    phone.kill()
    phone.page.goto(checklist)
    expect(phone.page.locator("[name=remarks]")).to_have_value("Xưởng sạch, sổ sách đủ.")
    phone.waiting("Còn trên máy này, đang chờ mạng", 3)
    sign(phone.page, "producer", "Giàng Thị Lan")
    phone.waiting("Còn trên máy này, đang chờ mạng", 4)
    assert Visit.objects.get().found == {}
    assert (VisitPhoto.objects.count(), Signature.objects.count()) == (0, 0)

    network.is_cut = False
    phone.offline(False)
    phone.waiting("Đã gửi", 4)
    expect(phone.page.locator("[data-save-state]")).to_contain_text("Đã lưu lúc")

    visit = field.again(visit)
    assert visit.found["1.1"] == {"finding": "differs", "note": "Chỉ một nửa nguyên liệu của xã."}
    assert {row["finding"] for code, row in visit.found.items() if code != "1.1"} == {"matches"}
    assert (len(visit.found), visit.remarks) == (len(visit.lines), "Xưởng sạch, sổ sách đủ.")
    noted, placed = VisitPhoto.objects.order_by("pk")
    assert (noted.code, noted.hour_from, noted.place_from, noted.latitude) == (
        "1.1",
        "camera",
        "camera",
        NOTED,
    )
    assert noted.taken_at.isoformat() == "2026-11-23T01:10:00+00:00"
    assert (placed.code, placed.place_from, placed.latitude) == ("", "phone", Decimal("22.48000"))
    signed = {row.side: (row.signer_name, row.words_hash) for row in Signature.objects.all()}
    assert signed == {
        "inspector": ("Trần Vân", visit.words_hash), "producer": ("Giàng Thị Lan", visit.words_hash),
    }  # fmt: skip
    assert Signature.objects.count() == 2

    phone.page.goto(reverse("fieldwork:end", args=[visit.key]))
    phone.page.get_by_role("button", name="Kết thúc buổi kiểm tra").click()
    phone.page.wait_for_url(f"**{visit.get_absolute_url()}")
    assert field.again(visit).state == "ended"
    gone = "path => caches.match(path).then((found) => !found)"
    phone.page.wait_for_function(gone, arg=checklist)
    assert phone.page.evaluate("caches.keys()") != []  # the day itself
    phone.page.locator("[popovertarget=account]").click()
    phone.page.get_by_role("button", name="Đăng xuất").click()
    phone.page.wait_for_url(f"{wire.site}/**")
    phone.page.wait_for_function("() => caches.keys().then((names) => !names.length)")
    assert phone.faults == []
    phone.context.close()
