"""The first look at a page on a telephone that keeps nothing: what it weighs, when the largest thing is
painted, what moves after it was seen. For tests and for `script/bench shopper`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740}, "device_scale_factor": 3, "is_mobile": True,
}  # fmt: skip
SETTLED = 1500
"""Milliseconds after loading in which what comes late may still move something."""
HEAVIEST = 4
_PAINTED = """() => new Promise((told) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    told([last.startTime, last.element?.tagName ?? "", last.url.split("/").at(-1)]);
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => told([-1, "", ""]), 3000);
})"""
_SHIFTED = """() => new Promise((told) => {
  const name = (node) => node ? `${node.nodeName.toLowerCase()}.${node.className ?? ""}` : "?";
  const found = [];
  new PerformanceObserver((list) => list.getEntries().forEach((one) => {
    found.push([one.value, one.sources.map((source) => name(source.node))]);
  })).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(found), 300);
})"""


@dataclass(frozen=True)
class FirstLook:
    """Milliseconds, bytes with their heads, and how much of what was seen moved (Chromium's layout shift)."""

    largest_paint_ms: int
    painted: str
    bytes: int
    requests: int
    shift: float
    moved: list[str]
    heaviest: dict[str, int]


@dataclass(frozen=True)
class Network:
    """How slow it is: milliseconds to the server and back, bits in a thousandth of a second."""

    latency: int
    kbit: int

    def slow(self, session: CDPSession) -> None:
        """Makes a tab's network as slow."""
        rate = self.kbit * 125
        known = {"offline": False, "latency": self.latency, "downloadThroughput": rate}
        session.send("Network.emulateNetworkConditions", {**known, "uploadThroughput": rate})


def first_look(browser: Browser, address: str, network: Network, *, slower: int = 1) -> FirstLook:
    """Opens the page in a browser that has seen nothing; `slower`: how many times slower it reckons."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    network.slow(session)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    sizes: Counter[str] = Counter()
    names: dict[str, str] = {}
    session.on("Network.responseReceived", lambda e: names.update({e["requestId"]: e["response"]["url"]}))
    session.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_timeout(SETTLED)
    at, tag, url = page.evaluate(_PAINTED)
    shifts = page.evaluate(_SHIFTED)
    context.close()
    return FirstLook(
        largest_paint_ms=round(at),
        painted=f"{tag} {url}".strip(),
        bytes=round(sizes.total()),
        requests=len(sizes),
        shift=round(sum(value for value, _nodes in shifts), 3),
        moved=[node for _value, nodes in shifts for node in nodes],
        heaviest={
            names.get(key, key).rsplit("/", 2)[-1] or "/": round(size)
            for key, size in sizes.most_common(HEAVIEST)
        },
    )
