"""A person at the pages without a browser: opens them, follows links, fills the forms that are there, and
sends what a browser without scripts would send.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from django.test import Client
from lxml.html import FormElement, HtmlElement, document_fromstring


class Walker:
    """One person's way. `page` is what stands before them, `url` where."""

    def __init__(self, client: Client, **sign_in: str) -> None:
        self.client = client
        self.url = ""
        if sign_in:
            self.open("/dang-nhap/")
            self.press("Đăng nhập", **sign_in)

    def open(self, url: str) -> Walker:
        """Goes to an address and onward where it leads."""
        return self._arrive(self.client.get(urljoin(self.url, url), follow=True), urljoin(self.url, url))

    def follow(self, label: str | re.Pattern[str]) -> Walker:
        """The first link whose words begin so."""
        begins = label if isinstance(label, re.Pattern) else re.compile(re.escape(label))
        links = [one for one in self.page.iterfind(".//a") if begins.match(_words(one))]
        assert links, f"{self.url}: no link “{label}” among {[_words(a) for a in self.page.iterfind('.//a')]}"
        return self.open(links[0].get("href"))

    def press(
        self, label: str, files: dict[str, Any] | None = None, *, status: int = 200, **fields: Any
    ) -> Walker:
        """Fills the form that has this button and sends it; an answer that keeps the form is a failure here,
        unless this is the status that is meant.

        A list of values ticks several boxes of a name; True ticks one.
        """
        form, button = self._form(label)
        for name, value in fields.items():
            _fill(form, name, value)
        sent: dict[str, Any] = {}
        for name, value in form.form_values():
            sent.setdefault(name, []).append(value)
        if button.get("name"):
            sent[button.get("name")] = [button.get("value", "")]
        url = urljoin(self.url, button.get("formaction") or form.action or self.url)
        if form.method == "GET":
            return self._arrive(self.client.get(url, sent, follow=True), url)
        answer = self.client.post(url, sent | (files or {}), follow=True)
        return self._arrive(answer, url, status)

    def sees(self, text: str) -> Walker:
        """The words are on the page."""
        assert text in _words(self.page), f"{self.url}: no “{text}” in “{_words(self.page)}”"
        return self

    def values(self, name: str) -> list[str]:
        """The values offered under a name: of cards, boxes or a select box."""
        found = self.page.xpath(f'.//input[@name="{name}"]/@value | .//select[@name="{name}"]//option/@value')
        return [str(one) for one in found if one]

    def names(self, begin: str) -> list[str]:
        """The names of fields that begin so, each once."""
        found = self.page.xpath(f'.//main//*[starts-with(@name, "{begin}")]/@name')
        return list(dict.fromkeys(map(str, found)))

    def _form(self, label: str) -> tuple[FormElement, HtmlElement]:
        buttons = list(self.page.iterfind(".//button"))
        for button in buttons:
            owner = button.get("form")
            found = self.page.xpath(f'.//form[@id="{owner}"]') if owner else button.xpath("ancestor::form")
            if found and _words(button).startswith(label):
                return found[-1], button
        offered = [_words(one) for one in buttons]
        raise AssertionError(f"{self.url}: no button “{label}” among {offered}")

    def _arrive(self, answer: Any, url: str, status: int = 200) -> Walker:
        assert answer.status_code == status, f"{url}: {answer.status_code} {_faults(answer)}"
        chain = getattr(answer, "redirect_chain", [])
        self.url = urljoin(url, chain[-1][0]) if chain else url
        self.page: HtmlElement = document_fromstring(answer.content.decode())
        return self


def _fill(form: FormElement, name: str, value: Any) -> None:
    boxes = form.xpath(f'.//input[@type="checkbox"][@name="{name}"]')
    if boxes:
        wanted = {box.get("value") for box in boxes} if value is True else {str(one) for one in value or []}
        for box in boxes:
            box.checked = box.get("value", "on") in wanted or value is True
        return
    assert name in form.inputs, f"{name}: the form has {sorted(form.inputs.keys())}"
    named = [
        o.get("value") for o in form.xpath(f'.//select[@name="{name}"]/option') if _words(o) == str(value)
    ]
    form.fields[name] = named[0] if named else str(value)


def _faults(answer: Any) -> list[str]:
    page = document_fromstring(answer.content.decode())
    said = page.xpath('.//*[contains(@class,"error") or contains(@class,"fault")] | .//main')
    return [_words(one) for one in said]


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
