"""Public pages work for everybody: names, headings, contrast, keyboard, width; in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ocop.foundation.ui.tests.browsing import needs_chromium
from tests.journeys.browser import DESKTOP, PHONE, TABLET, Tab

pytestmark = needs_chromium

FAULTS = """() => {
  const faults = [];
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const at = (one) => `${one.tagName.toLowerCase()} ${one.outerHTML.slice(0, 70)}`;
  const name = (one) => (one.getAttribute("aria-label") || one.getAttribute("aria-labelledby")
    || [...one.labels ?? []].map((label) => label.innerText).join("") || one.innerText || one.title
    || one.querySelector?.("img[alt]")?.alt || "").trim();
  if (!document.documentElement.lang) faults.push("no language");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  let level = 0;
  for (const one of document.querySelectorAll("h1,h2,h3,h4")) {
    const here = Number(one.tagName[1]);
    if (level && here > level + 1) faults.push(`heading skips: ${at(one)}`);
    level = here;
  }
  for (const one of document.querySelectorAll("img:not([alt])")) faults.push(`no alt: ${at(one)}`);
  const ways = "a[href],button,input:not([type=hidden]),select,textarea,summary";
  for (const one of document.querySelectorAll(ways))
    if (shown(one) && !name(one)) faults.push(`no name: ${at(one)}`);
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  for (const id of new Set(ids.filter((one, n) => ids.indexOf(one) !== n))) faults.push(`id twice: ${id}`);
  const rgba = (text) => (text.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, n) => sum + c * [.2126, .7152, .0722][n], 0);
  const behind = (one) => {
    for (let up = one; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      if ((colour[3] ?? 1) === 1) return colour;
    }
    return [255, 255, 255];
  };
  for (const one of document.querySelectorAll("body *")) {
    const says = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!says || !shown(one)) continue;
    const style = getComputedStyle(one), back = behind(one);
    if (!back) continue;
    const [a, b] = [light(rgba(style.color)), light(back)].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = (a + .05) / (b + .05);
    if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: ${at(one)}`);
  }
  return faults;
}"""
"""What a person who hears, who sees little or who has no mouse would stumble over."""
STOPS = """() => [...document.querySelectorAll(
  "a[href],button,input:not([type=hidden]),select,textarea,summary")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled).length"""
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  if (one === document.body) return null;
  const card = one.closest(".card-choice"); // a card shows where its own round button stands
  const seen = style.outlineStyle !== "none" || style.boxShadow !== "none"
    || Boolean(card) && getComputedStyle(card).outlineStyle !== "none";
  return [seen, box.width > 0 && box.height > 0];
}"""
OVERFLOWING = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def pages(page: Any) -> list[str]:
    """The pages of a shopper, by the links that lead there."""
    page.goto("/san-pham/")
    product = page.locator(".product-card h3 a").first.get_attribute("href")
    page.goto(product)
    producer = page.locator(".product-by a").first.get_attribute("href")
    return [
        "/", "/san-pham/", "/san-pham/?q=che&thang=5", product, producer, f"{product}hoi/", "/xac-minh/",
        "/tiep-can/", "/tin-tuc/", "/huong-dan/", "/nghe/", "/tro-giup/",
        "/tro-giup/thanh-vien/", "/ket-qua-danh-gia/", "/bo-tieu-chi/", "/phan-anh/gui/",
    ]  # fmt: skip


def faults_of(page: Any, path: str) -> list[str]:
    """What is wrong with one page at three widths, and with the way through it by keyboard."""
    answer = page.goto(path)
    found = [] if answer.status == 200 else [f"answers {answer.status}"]
    for width, height in (PHONE, TABLET, DESKTOP):
        page.set_viewport_size({"width": width, "height": height})
        if (beyond := page.evaluate(OVERFLOWING)) > 0:
            found.append(f"{beyond} px too wide at {width}")
    found += page.evaluate(FAULTS)
    for _stop in range(min(page.evaluate(STOPS), 40)):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus is not None and focus != [True, True]:
            found.append(f"focus not seen: {page.evaluate('document.activeElement.outerHTML.slice(0, 80)')}")
    return found


@pytest.mark.parametrize("language", ["", "/en"])
def test_public_pages_work_for_everybody(tab: Callable[..., Tab], language: str) -> None:
    page = tab("").page
    found = {path: faults_of(page, f"{language}{path}") for path in pages(page)}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_larger_letters_stay_without_a_cookie(tab: Callable[..., Tab]) -> None:
    shopper = tab("")
    shopper.open("/san-pham/")
    shopper.page.click("[data-larger]")
    shopper.open("/")
    assert shopper.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"
    assert shopper.page.context.cookies() == []
    assert shopper.page.evaluate(OVERFLOWING) <= 0
