"""What goes wrong in a browser: it is said in a sentence, and nothing is lost or done twice."""

from __future__ import annotations

from collections.abc import Callable

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.journeys.browser import PHONE, TABLET, Tab

pytestmark = needs_chromium

Opens = Callable[..., Tab]

SEND_TWICE = """async () => {
  const form = document.querySelector("main form");
  const told = new URLSearchParams(new FormData(form));
  told.set("confirmed", "on");
  const once = () => fetch(form.action, {method: "POST", body: told});
  const answers = await Promise.all([once(), once()]);
  return answers.map((answer) => [answer.status, answer.url]);
}"""

SEND_CHOICE = """async ([url, token]) => {
  const answer = await fetch(url, {
    method: "POST", headers: {"X-Requested-With": "keep"},
    body: new URLSearchParams({choice: "1", csrfmiddlewaretoken: token}),
  });
  return [answer.status, (await answer.json()).error];
}"""


def test_handing_in_twice_at_once_gives_one_receipt(tab: Opens) -> None:
    lan = tab("chuthe1", PHONE)
    lan.open("/ho-so/?q=dua+qua+ban+lau")
    lan.follow("Dứa quả Bản Lầu")
    dossier = lan.page.url
    lan.open(f"{dossier}nop/")
    lan.fill(declared_true=True)
    (first, receipt), (second, same) = lan.page.evaluate(SEND_TWICE)
    assert (first, second, receipt) == (200, 200, same)
    assert "/bien-nhan/HS-" in receipt
    lan.open(f"{dossier}thay-doi/")
    lan.sees("Hồ sơ mới nộp một lần")


def test_a_sheet_after_the_closing_is_refused_with_a_sentence(tab: Opens) -> None:
    hoa = tab("uyvien1", TABLET)
    hoa.open("/phien-hop/?q=first")
    hoa.follow("Phiên họp first")
    meeting = hoa.page.url
    hoa.page.locator("main a[href*='/cham/']").first.click()
    hoa.sees("Đã chốt phiếu")
    sheet = hoa.page.url
    hoa.open(f"{meeting}")
    token = hoa.page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    status, said = hoa.page.evaluate(SEND_CHOICE, [f"{sheet}tieu-chi/1.1/", token])
    assert status in {403, 409}
    assert said


def test_a_code_that_does_not_exist_says_so_without_a_cookie(tab: Opens) -> None:
    shopper = tab(size=PHONE)
    assert shopper.open("/v/0000000000000000") == 404
    shopper.sees("Không")
    assert shopper.context.cookies() == []
    shopper.picture("nguoi-mua-ma-khong-co")
