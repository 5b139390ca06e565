"""A person at a browser: signs in, follows links, fills forms, and notes whatever goes wrong on the way."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response, expect

from ocop.foundation.ui.tests.browsing import eventually, patient
from ocop.outlets.demo.cast import PASSWORD

PHONE, TABLET, DESKTOP = (360, 740), (820, 1180), (1280, 900)

# asked behind whatever the page is writing down at this moment
WAITING = """() => new Promise((yes, no) => {
  const asked = indexedDB.open("ocop-keep");
  asked.onerror = () => no(asked.error);
  asked.onsuccess = () => {
    const rows = asked.result.transaction("records").objectStore("records").getAll();
    rows.onerror = () => no(rows.error);
    rows.onsuccess = () => { asked.result.close(); yes(rows.result.map((one) => one.field)); };
  };
})"""


class Tab:
    """One tab of one person. `faults` holds console errors, blocked content and failed answers."""

    def __init__(self, browser: Browser, site: str, pictures: Path, size: tuple[int, int] = DESKTOP) -> None:
        self.context = patient(browser.new_context(
            base_url=site, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh",
            viewport={"width": size[0], "height": size[1]}, has_touch=size != DESKTOP,
        ))  # fmt: skip
        self.page: Page = self.context.new_page()
        self.pictures, self.width = pictures, size[0]
        self.faults: list[str] = []
        self.page.on("console", lambda said: self._note(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.on("response", self._note_failure)

    def _note(self, text: str) -> None:
        # the browser repeats every 4xx as an error; answers are judged by their status below
        if "Failed to load resource" not in text:
            self.faults.append(f"{self.page.url}: {text}")

    def _note_failure(self, answer: Response) -> None:
        if answer.status >= 500 or (answer.status == 404 and "/static/" in answer.url):
            self.faults.append(f"{answer.request.method} {answer.url}: {answer.status}")

    def sign_in(self, username: str) -> None:
        """With the password of the demonstration."""
        self.open("/dang-nhap/?next=/tai-khoan/")
        self.page.fill("[name=login]", username)
        self.page.fill("[name=password]", PASSWORD)
        self.press("Đăng nhập")
        self.page.wait_for_url("**/tai-khoan/")

    def open(self, address: str) -> int:
        """Goes to an address; its status."""
        answer = self.page.goto(address)
        assert answer is not None, address
        return answer.status

    def press(self, label: str) -> None:
        """The first visible button of this label, then waits for the page that follows."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=label).locator("visible=true").first.click()

    def upload(self, label: str, said: str) -> None:
        """The same for a form with files, which is sent without leaving the page:
        until the page says this.
        """
        self.page.get_by_role("button", name=label).click()
        self.sees(said)
        self.page.wait_for_load_state("load")

    def follow(self, label: str) -> None:
        """The first visible link whose words begin so."""
        links = self.page.locator("main a", has_text=re.compile(r"^\s*" + re.escape(label)))
        with self.page.expect_navigation():
            links.locator("visible=true").first.click()

    def fill(self, **fields: Any) -> None:
        """Form fields by name: words are typed, True ticks."""
        for name, value in fields.items():
            if value is True:
                self.page.check(f"[name={name}]")
            else:
                self.page.fill(f"main [name={name}]", str(value))

    def choose(self, name: str, value: str) -> None:
        """One of several cards."""
        card = self.page.locator(f'[name="{name}"][value="{value}"]')
        card.locator("xpath=ancestor::label").click()
        expect(card).to_be_checked()

    def tick(self, text: str) -> None:
        """The card with these words, unless it is ticked already."""
        self.page.locator("label", has_text=text).locator("input").check()

    def sees(self, text: str) -> None:
        """The words are on the page."""
        expect(self.page.locator("body")).to_contain_text(text)

    def waits_out(self, text: str) -> None:
        """Until the words are gone: the page looks again by itself."""
        expect(self.page.locator("body")).not_to_contain_text(text)

    def sent(self) -> None:
        """Until the browser keeps nothing back; then all that was typed is on the server."""
        eventually(self.page, lambda: self.page.evaluate(WAITING), [])

    def says(self, selector: str = "h1") -> str:
        """The words of a part of the page."""
        return self.page.locator(selector).first.inner_text().strip()

    def picture(self, name: str) -> None:
        """Keeps how the whole page looks at this size, where somebody asks for pictures: most of what a page
        costs, and no test compares them.
        """
        if os.environ.get("OCOP_PICTURES"):
            self.page.screenshot(path=self.pictures / f"{name}-{self.width}.png", full_page=True)

    def close(self) -> None:
        """Leaves; nothing may have gone wrong."""
        faults = self.faults
        self.context.close()
        assert faults == []
