"""QR codes that read back as what went in."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.tests.samples import CHECK_ADDRESS


def drawn(svg: str, scale: int = 6) -> bytes:
    """The SVG's path painted, as a printer would."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    image = Image.new("L", (side * scale, side * scale), 255)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1H\1z", svg):
        image.paste(0, (int(x) * scale, int(y) * scale, (int(x) + int(width)) * scale, (int(y) + 1) * scale))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120))
def test_what_goes_in_comes_out(text):
    assert qr.read(qr.png(text, scale=4)) == [text]
    assert qr.read(drawn(qr.svg(text))) == [text]


def test_capitals_make_a_smaller_code():
    sides = [
        int(re.search(r'width="(\d+)"', qr.svg(text))[1]) for text in (CHECK_ADDRESS, CHECK_ADDRESS.lower())
    ]
    assert sides == [29 + 8, 33 + 8]


def test_a_strict_content_policy_lets_the_svg_be():
    svg = qr.svg(CHECK_ADDRESS)
    assert re.findall(r"style|script|href|on\w+=", svg) == []


@pytest.mark.parametrize(("text", "level"), [("", "M"), ("A", "X"), ("A" * 8000, "M")])
def test_nothing_too_much_and_unknown_levels_are_errors(text, level):
    with pytest.raises(ValueError):  # noqa: PT011
        qr.svg(text, level=level)


def test_a_picture_without_code_has_no_text():
    out = io.BytesIO()
    Image.new("L", (50, 50), 255).save(out, "PNG")
    assert qr.read(out.getvalue()) == []
