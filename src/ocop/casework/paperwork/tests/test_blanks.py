"""Blank sheets: one for each member and product, with a code and a QR, none where a conflict is."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from ocop.casework.paperwork.papers.blank import blank_data
from ocop.casework.paperwork.rules import paper_code
from ocop.foundation.documents.engines import qr

pytestmark = pytest.mark.django_db


def test_a_member_gets_a_sheet_for_each_product_without_a_conflict(office, evening):
    member, other = office.members[:2]
    meeting = office.scoring("Dứa sấy dẻo", "Mận sấy", conflicts=[member])
    kept = blank_data(meeting, member)["sheets"]
    both = blank_data(meeting, other)["sheets"]
    assert [len(kept), len(both)] == [1, 2]
    item = office.item(meeting, 2)
    assert kept[0]["code"] == paper_code(item.key, member.pk, 1) != paper_code(item.key, other.pk, 1)
    assert reverse("paperwork:paper_sheet", args=[item.key, member.pk, 1]) in address_of(kept[0]["qr"])
    browser = Client()
    browser.force_login(office.thu)
    page = browser.get(reverse("paperwork:blanks", args=[meeting.key]))
    address = reverse("paperwork:blank", args=[meeting.key, member.pk])
    assert address in page.content.decode()
    printed = PdfReader(io.BytesIO(browser.get(address).content))
    assert kept[0]["code"] in printed.pages[0].extract_text()
    browser.force_login(other.person)
    assert browser.get(address).status_code == 403


def address_of(svg: str) -> str:
    """What a phone reads from the code."""
    import re

    from PIL import Image

    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    image = Image.new("1", (side, side), 1)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        for step in range(int(width)):
            image.putpixel((int(x) + step, int(y)), 0)
    out = io.BytesIO()
    image.resize((side * 6, side * 6)).save(out, "PNG")
    (text,) = qr.read(out.getvalue())
    return text
