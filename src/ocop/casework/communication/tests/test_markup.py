"""How the text of a page is read, and that it never becomes anything but words, links and pictures."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.communication.rules import (
    Heading,
    Items,
    Paragraph,
    PictureAt,
    Span,
    parse,
    pictures_named,
    plain,
    unsafe_links,
)


def line(text: str) -> tuple[Span, ...]:
    return (Span(text),)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("  \n \n", ()),
        ("Một đoạn.", (Paragraph((line("Một đoạn."),)),)),
        ("Dòng một\nDòng hai", (Paragraph((line("Dòng một"), line("Dòng hai"))),)),
        ("Một\n\nHai", (Paragraph((line("Một"),)), Paragraph((line("Hai"),)))),
        (
            "# Lớn\n## Lớn\n### Nhỏ",
            (Heading(2, line("Lớn")), Heading(2, line("Lớn")), Heading(3, line("Nhỏ"))),
        ),
        ("#không là đề mục", (Paragraph((line("#không là đề mục"),)),)),
        ("- một\n* hai\n• ba", (Items((line("một"), line("hai"), line("ba")), False),)),
        ("1. một\n\n2. hai", (Items((line("một"), line("hai")), True),)),
        ("- một\n1. hai", (Items((line("một"),), False), Items((line("hai"),), True))),
        ("2026. Năm nay", (Paragraph((line("2026. Năm nay"),)),)),
        ("Đầu\n- một", (Paragraph((line("Đầu"),)), Items((line("một"),), False))),
        ("[ảnh 2]", (PictureAt(2),)),
        ("[Anh 12]\nsau", (PictureAt(12), Paragraph((line("sau"),)))),
        ("trước [ảnh 2]", (Paragraph((line("trước [ảnh 2]"),)),)),
        ("một **hai** ba", (Paragraph(((Span("một "), Span("hai", is_bold=True), Span(" ba")),)),)),
        (
            "xem [trang](https://a.vn/b) nhé",
            (Paragraph(((Span("xem "), Span("trang", url="https://a.vn/b"), Span(" nhé")),)),),
        ),
        ("[ở đây](/san-pham/)", (Paragraph(((Span("ở đây", url="/san-pham/"),),)),)),
        (
            "xem https://a.vn/b?c=1.",
            (Paragraph(((Span("xem "), Span("https://a.vn/b?c=1", url="https://a.vn/b?c=1"), Span(".")),)),),
        ),
        ("xem http://.", (Paragraph(((Span("xem "), Span("http://"), Span(".")),)),)),
        ("[x](javascript:alert(1))", (Paragraph((line("[x](javascript:alert(1))"),)),)),
        ("[x](javascript:1)", (Paragraph((line("[x](javascript:1)"),)),)),
        ("[x](//evil.vn)", (Paragraph((line("[x](//evil.vn)"),)),)),
        ("[x](/\\evil.vn)", (Paragraph((line("[x](/\\evil.vn)"),)),)),
        ("[x](data:text/html,1)", (Paragraph((line("[x](data:text/html,1)"),)),)),
        ("<b>x</b>", (Paragraph((line("<b>x</b>"),)),)),
    ],
)
def test_what_is_read(text: str, blocks: tuple[object, ...]) -> None:
    assert parse(text) == blocks


@pytest.mark.parametrize(
    ("to", "is_safe"),
    [
        ("https://laocai.gov.vn", True),
        ("HTTP://laocai.gov.vn/a", True),
        ("mailto:a@laocai.gov.vn", True),
        ("tel:02143840000", True),
        ("/huong-dan/", True),
        ("javascript:alert", False),
        ("JaVaScRiPt:alert", False),
        ("\x01javascript:alert", False),
        ("vbscript:x", False),
        ("data:text/html;base64,PHNjcmlwdD4=", False),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("https:///evil.example", False),
        ("trang-khac", False),
        ("", False),
    ],
)
def test_which_links_lead_somewhere(to: str, is_safe: bool) -> None:
    assert unsafe_links(f"xem [ở đây]({to})") == (() if is_safe else (to,))
    assert [span.url for block in parse(f"[ở đây]({to})") for span in block.lines[0]] == (
        [to] if is_safe else [""]
    )


def test_the_words_alone() -> None:
    assert (
        plain("## Đề mục\n\nXem **kỹ** [trang](https://a.vn)\n[ảnh 1]\n- một\n- hai")
        == "Đề mục Xem kỹ trang một hai"
    )
    assert pictures_named("[ảnh 2]\n\n[ảnh 2]\n[hình 3]") == frozenset({2, 3})


def html(text: str) -> str:
    return Template("{% load news %}{% news_body text pictures %}").render(
        Context({"text": text, "pictures": []})
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "## <img src=x onerror=alert(1)>",
    "- <svg onload=alert(1)>",
    "**<script>alert(1)</script>**",
    '[x" onmouseover="alert(1)](https://a.vn)',
    '[x](https://a.vn/"onmouseover="alert(1))',
    '[x](/a"onmouseover="alert)',
    "[<script>](https://a.vn)",
    'https://a.vn/"onmouseover="alert',
    "https://a.vn/<script>alert(1)</script>",
    "[x](javascript:alert)",
    "{{ user }} {% load x %}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_written_becomes_html(text: str) -> None:
    shown = html(text)
    assert re.findall(r"<(?!/?(?:div|p|h2|h3|ul|ol|li|a|b|br)\b)", shown) == []
    assert re.findall(r"<[^>]*\son\w+=", shown) == []
    assert re.findall(r'href="(?!https://a\.vn|/a)', shown) == []


@given(st.text(alphabet=st.sampled_from("ab*[](): /#-1.\n<>\"'&ảhtps:\\j"), max_size=120))
def test_any_text_is_read_and_its_links_are_safe(text: str) -> None:
    for block in parse(text):
        for found in (
            ()
            if isinstance(block, PictureAt)
            else (block.line,)
            if isinstance(block, Heading)
            else block.lines
        ):
            for span in found:
                assert span.url == "" or re.match(r"(?i)https?://|mailto:|tel:|/[^/\\]", span.url + " ")
    assert "<script" not in html(text)


@given(st.lists(st.text(alphabet="abcđ ", min_size=1, max_size=12).filter(str.strip), max_size=6))
def test_plain_paragraphs_keep_every_word(lines: list[str]) -> None:
    assert plain("\n\n".join(lines)).split() == " ".join(lines).split()
