"""Whatever is stored can be printed, nothing in silence:
what no typeface has is a box, a long word breaks.
"""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata

import pytest
import typst
from PIL import Image
from pypdf import PdfReader

from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.engines.letters import covered, printed, written
from ocop.foundation.documents.tests import samples

PAPERS = "foundation/documents/papers/sample_"
ASKED_FOR = f"{samples.HARD} a\x00b"


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (samples.HARD, samples.HARD_SHOWN),
        ("a\x00b\x0bc\x7f\x85d", "abcd"),
        ("một\u2028hai\tba\nbốn", "một\nhai\tba\nbốn"),
        ("\ud83d \udc4d \ufffe \ufdd0 \U0010ffff \U000f0000 \uf001", "□ □ □ □ □ □ □"),
        ("a\u202eb\u200dc\u00add\ufefff\U000e0041", "abcdf"),
        ("❤\ufe0f 1\ufe0f\u20e3 👨\u200d👩", "□ 1□ □□"),
        ("dấu cách\u3000rộng", "dấu cách rộng"),
        ("Bạc Liêu – “Dứa” 1½ °C ≥ 3 €", "Bạc Liêu – “Dứa” 1½ °C ≥ 3 €"),
        ("", ""),
    ],
)
def test_what_paper_shows(stored, shown):
    assert printed(stored) == shown
    assert printed(shown) == shown


def test_word_and_excel_keep_every_letter_that_xml_may_hold():
    assert written("👍中ก\ufffd\ue000\u202e a\x00\x0b\ud83d\ufffe") == "👍中ก\ufffd\ue000\u202e a□□"


def test_the_typefaces_have_every_vietnamese_letter():
    alphabet = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
    marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
    assert sorted(set(alphabet + alphabet.upper() + marks) - covered()) == []


@pytest.mark.parametrize(
    ("paper", "field", "data"),
    [("decision", "signer", samples.decision(0)), ("certificate", "product", samples.certificate())],
)
def test_no_letter_is_called_covered_that_stops_a_paper(at, paper, field, data):
    """Every letter of the typefaces, behind another one and in capitals;
    PDF/A refuses one that has no glyph.
    """
    letters = sorted(covered())
    text = "a".join(letters) + "".join(letters).upper()
    assert pdf.render(f"{PAPERS}{paper}.typ", data | {field: text}, at=at)[:5] == b"%PDF-"


def test_what_typst_makes_of_a_letter_in_capitals_is_covered_too(tmp_path):
    """Typst may know a newer Unicode than Python, and with it capitals that no typeface has."""
    template = tmp_path / "cases.typ"
    asked = sorted(covered())
    template.write_text(
        "#metadata(json(bytes(sys.inputs.asked)).map(one => upper(one) + lower(one))) <cases>"
    )
    found = typst.query(
        str(template), "<cases>", field="value", one=True, sys_inputs={"asked": json.dumps(asked)}
    )
    cases = dict(zip(asked, json.loads(found), strict=True))
    assert {char: both for char, both in cases.items() if not covered().issuperset(both)} == {}


def of_no_typeface_and_lost(codes):
    """Which characters come out of `printed` that no typeface has, and of which categories nothing comes."""
    every = [chr(code) for code in codes if code != ord("|")]
    shown = printed("|".join(every)).split("|")
    lost = {unicodedata.category(char) for char, there in zip(every, shown, strict=True) if not there}
    return sorted(set("".join(shown)) - covered() - {"\n", "\t"}), lost


SHOWING_NOTHING = {"Cc", "Cf", "Mn"}  # control and format marks, variation selectors
BLOCKS = [*range(0x3000), *range(0xD7F0, 0xE010), *range(0xF900, 0x10000), *range(0x1F300, 0x1F700)]


def test_a_character_becomes_something_covered_or_nothing():
    """The blocks of letters, signs and broken halves, and every 97th of all there are;
    `script/bench letters` asks every one.
    """
    asked = sorted({*BLOCKS, *range(0, sys.maxunicode + 1, 97)})
    assert of_no_typeface_and_lost(asked) == ([], SHOWING_NOTHING)


def _with(data, text):
    """The data with this text in place of every text that people write."""
    names = [
        "signer",
        "product",
        "producer",
        "producer_place",
        "subject",
        "agency",
        "venue",
        "secretary",
        "chair",
    ]
    data = data | {name: text for name in names if name in data}
    for name in ("articles", "recipients", "people", "content", "addressees", "body"):
        if name in data:
            data[name] = [text]
    if data.get("products"):
        data["products"] = [
            row | {name: text for name in ("name", "producer") if name in row} for row in data["products"]
        ]
    return data


KINDS = {
    "decision": samples.decision(2), "minutes": samples.minutes(), "letter": samples.letter(),
    "certificate": samples.certificate(),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_shows_what_the_typefaces_lack_as_a_box(at, kind):
    text = text_of(pdf.render(f"{PAPERS}{kind}.typ", _with(KINDS[kind], ASKED_FOR), at=at))
    assert f"{samples.HARD_SHOWN} ab" in text
    assert "👍" not in text


def test_five_thousand_letters_are_all_there(at):
    content = pdf.render(
        f"{PAPERS}letter.typ", samples.letter() | {"body": ["Dứa " * 1250, "w" * 5000]}, at=at
    )
    text = text_of(content)
    assert (text.count("Dứa"), text.count("w")) == (1250, 5000)


@pytest.mark.parametrize(
    ("kind", "right"), [("decision", 16), ("minutes", 16), ("letter", 16), ("certificate", 15)]
)
def test_a_word_that_never_ends_stays_on_the_sheet(kind, right):
    """The margin at the right, in millimetres,
    is as white with a word of 200 letters as with words of three.
    """

    def margin(text):
        data = json.dumps(pdf.plain(_with(KINDS[kind], text) | {"illustration": False}, printed))
        pages = typst.compile(
            str(pdf.ROOT / f"{PAPERS}{kind}.typ"), root=str(pdf.ROOT), font_paths=pdf._fonts(),
            sys_inputs={"data": data}, format="png", ppi=50.8,
        )  # fmt: skip
        first = pages[0] if isinstance(pages, list) else pages
        with Image.open(io.BytesIO(first)) as image:
            grey = image.convert("L")
            edge = grey.crop((grey.width - 2 * right + 1, 0, grey.width, grey.height))
            return sum(count for shade, count in enumerate(edge.histogram()) if shade < 100)

    assert margin("W" * 200) == margin("WWW " * 3)
