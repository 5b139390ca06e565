"""Any sequence of typing, losing the network, reloading, going back, closing and killing, in Chromium, on
tabs and on two devices: every value that the page said to have is on the server, once, or its writer replaced
it.

Set OCOP_SEQUENCES to a number to try so many, from OCOP_SEQUENCES_FROM on; the seed of a sequence is its
number.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, BrowserType, Error, Locator, Page, expect

from ocop.foundation.ui.models import OpenForm, Operation
from ocop.foundation.ui.tests import pages
from ocop.foundation.ui.tests.browsing import ARGUMENTS, CHROMIUM, SITE, Machine, needs_chromium

FORM, FIELDS = "/viet/", ("title", "story")
SEQUENCES = int(os.environ.get("OCOP_SEQUENCES", "3"))
FIRST = int(os.environ.get("OCOP_SEQUENCES_FROM", "1"))
LENGTH, TRIES = 14, 5
KILLED = 4
"""Of so many sequences one runs in a browser whose process is killed on the way."""
TYPE = """(box, value) => {
  const was = box.value, state = document.querySelector("[data-save-state]");
  if (!state) return null;
  state.textContent = "";
  box.focus();
  box.value = value;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return was;
}"""
ANSWERED = "() => document.querySelector('[data-save-state]')?.textContent ?? 'away'"
RECORDS = """import('/static/ui/js/store.js').then((it) => it.all('0'))
  .then((all) => all.filter(({ field }) => field).map((one) => [one.values, one.trouble]))"""
AGAIN = "import('/static/ui/js/keep.js').then((it) => it.deliver())"

pytestmark = [*needs_chromium, pytest.mark.urls("ocop.foundation.ui.tests.pages"), pytest.mark.django_db]


def visit(page: Page, path: str) -> None:
    """Opens a page, also where a form that was just saved leads on by itself at this moment."""
    for left in reversed(range(TRIES)):
        try:
            page.goto(SITE + path)
            return
        except Error as error:
            if not left or not any(words in error.message for words in ("interrupted", "ERR_ABORTED")):
                raise
            page.wait_for_timeout(200)


class Device:
    """A browser with its tabs; one `folder` for its lifetime, whatever becomes of its process."""

    def __init__(self, chromium: BrowserType, client: Client, folder: Path) -> None:
        self.chromium, self.client, self.folder = chromium, client, folder
        self.start()

    def start(self) -> None:
        context = self.chromium.launch_persistent_context(
            str(self.folder), executable_path=CHROMIUM, args=ARGUMENTS, locale="vi-VN"
        )
        self.context: BrowserContext = context
        self.machine = Machine(context, self.client)
        context.set_default_timeout(60_000)
        self.tabs = [self.tab()]

    def tab(self) -> Page:
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(SITE + FORM)
        return page

    def kill(self) -> None:
        os.kill(int(os.readlink(self.folder / "SingletonLock").rpartition("-")[2]), signal.SIGKILL)
        with suppress(Error):
            self.context.close()


class Sequence:
    """One person, some devices, and what was typed: each value once, over which other, and what was said."""

    def __init__(self, seed: int, open_device: Callable[[], Device]) -> None:
        self.random, self.open_device = Random(seed), open_device
        self.may_kill = seed % KILLED == 0
        self.devices = [open_device()]
        self.over: dict[str, str] = {}  # value -> the one that its writer saw and replaced
        self.said: set[str] = set()  # values that the page said to have
        self.gone: set[str] = set()  # let go by a choice
        self.again: set[str] = set()  # written once more by a choice
        self.steps: list[str] = []

    def play(self) -> None:
        for _step in range(LENGTH):
            device = self.random.choice(self.devices)
            page = self.random.choice(device.tabs)
            kinds = ["type"] * 6 + ["cut"] * 2 + ["send"] * 3 + [
                "offline", "online", "reload", "back", "open", "close", "save", "choose", "device", "kill",
            ]  # fmt: skip
            self.steps.append(self.random.choice(kinds))
            try:
                getattr(self, self.steps[-1])(device, page)
            except Error as error:  # the page went on to the next one meanwhile
                if "context was destroyed" not in error.message:
                    raise
        self.settle()

    def type(self, device: Device, page: Page) -> None:
        if not self.is_form(device, page):
            return
        name, value = self.random.choice(FIELDS), f"chữ {len(self.over) + 1}"
        box = page.locator(f"[name={name}]")
        before = box.input_value()
        try:
            before = box.evaluate(TYPE, value)
        except Error as error:  # the page went on to the next one meanwhile
            if "context was destroyed" not in error.message:
                raise
            self.over[value] = before
            return
        if before is None:
            return
        self.over[value] = before
        if self.random.random() < 0.7 and page.wait_for_function(ANSWERED).json_value() != "away":
            self.said.add(value)

    def is_form(self, device: Device, page: Page) -> bool:
        """Brings the tab back to the form, where it left it and there is a network."""
        if page.url.endswith(FORM) and page.locator("[data-save-state]").count():
            return True
        if device.machine.is_offline:
            return False
        visit(page, FORM)
        return True

    def cut(self, device: Device, page: Page) -> None:
        device.machine.cut.append(self.random.choice(["before", "after"]))

    def send(self, device: Device, page: Page) -> None:
        if page.url.endswith(FORM):
            page.evaluate(AGAIN)

    def offline(self, device: Device, page: Page) -> None:
        device.machine.offline(True)

    def online(self, device: Device, page: Page) -> None:
        device.machine.offline(False)

    def reload(self, device: Device, page: Page) -> None:
        if not device.machine.is_offline:
            visit(page, FORM)

    def back(self, device: Device, page: Page) -> None:
        if not device.machine.is_offline:
            visit(page, "/xong/")
            page.go_back()

    def open(self, device: Device, page: Page) -> None:
        if len(device.tabs) < 3 and not device.machine.is_offline:
            device.tabs.append(device.tab())

    def close(self, device: Device, page: Page) -> None:
        if len(device.tabs) > 1:
            device.tabs.remove(page)
            page.close(run_before_unload=False)

    def save(self, device: Device, page: Page) -> None:
        if self.is_form(device, page):
            if self.random.random() < 0.5:
                page.locator("form > .buttons button >> nth=0").click()
            else:
                page.locator("[name=title]").press("Enter")
            page.wait_for_timeout(self.random.choice([0, 200, 600]))

    def choose(self, device: Device, page: Page) -> None:
        """Answers a question, if there is one, either way."""
        if not page.url.endswith(FORM) or not page.locator("#kept .notice").count():
            return
        self.answer(page.locator("#kept .notice").first, is_mine=self.random.random() < 0.5)

    def answer(self, question: Locator, *, is_mine: bool) -> None:
        yours = question.locator("[data-yours]").inner_text()
        (self.again if is_mine else self.gone).add(yours)
        question.locator("[data-replace]" if is_mine else "[data-let-go]").click()
        question.page.wait_for_timeout(100)

    def device(self, device: Device, page: Page) -> None:
        if len(self.devices) < 2:
            self.devices.append(self.open_device())

    def kill(self, device: Device, page: Page) -> None:
        if self.may_kill:
            device.kill()
            device.start()

    def settle(self) -> None:
        """The network is back, and every question is answered by the own value."""
        for device in self.devices:
            device.machine.cut.clear()
            device.machine.offline(False)
        for device in self.devices:
            page = device.tab()
            for _time in range(200):
                page.evaluate(AGAIN)
                if questions := page.locator("#kept .notice").all():
                    self.answer(questions[0], is_mine=True)
                elif not page.evaluate(RECORDS):
                    break
                page.wait_for_timeout(50)
            assert page.evaluate(RECORDS) == []

    def is_there(self, value: str) -> bool:
        """Written, let go, or replaced by its own writer with something that is."""
        later = [one for one, before in self.over.items() if before == value]
        return value in pages.written or value in self.gone or any(map(self.is_there, later))

    def lost(self) -> list[str]:
        return [one for one in self.said if not self.is_there(one)]

    def doubled(self) -> list[str]:
        return [one for one, n in Counter(pages.written).items() if n > 1 and one not in self.again]


@contextmanager
def played(seed: int, chromium: BrowserType, client: Client) -> Iterator[Sequence]:
    """A sequence to its end, its devices still open."""
    pages.clear()
    for table in (Operation, OpenForm):
        table.objects.all().delete()
    with ExitStack() as folders:

        def open_device() -> Device:
            folder = folders.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
            return Device(chromium, client, Path(folder))

        sequence = Sequence(seed, open_device)
        sequence.play()
        yield sequence
        for device in sequence.devices:
            device.context.close()


def test_nothing_that_was_said_to_be_kept_is_lost_or_doubled(
    chromium: BrowserType, client: Client, record_testsuite_property: Callable[[str, object], None]
) -> None:
    values = 0
    for seed in range(FIRST, FIRST + SEQUENCES):
        with played(seed, chromium, client) as sequence:
            faults = [fault for device in sequence.devices for fault in device.machine.faults]
            found = (sequence.lost(), sequence.doubled(), faults)
            assert found == ([], [], []), f"{seed}: {sequence.steps} {sequence.over}, written {pages.written}"
            page = sequence.devices[0].tab()
            for name in FIELDS:
                expect(page.locator(f"[name={name}]")).to_have_value(pages.draft.get(name, ""))
            values += len(sequence.said)
    record_testsuite_property("sequences", SEQUENCES)
    record_testsuite_property("values", values)
