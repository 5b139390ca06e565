"""The decree's own sentences: every place of every decree is found, what differs is named,
a bad file does no harm.
"""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused
from ocop.kernel.law import load_regulations
from ocop.registers.regulations.actions import load_wording
from ocop.registers.regulations.models import Wording, WordingSource
from ocop.registers.regulations.rules import lines, matching
from ocop.registers.regulations.selectors import official_wording
from ocop.registers.regulations.tests import decrees

LAW = load_regulations()["qd-26-2026"]
LINES = [
    (b"<p>m&#7897;t   hai</p>ba<br>b\xe1\xbb\x91n", [("một hai", None), ("ba", None), ("bốn", None)]),
    (b"<table><tr><td>a</td><td>1</td></tr></table>", [("a", "1")]),
    (b"<table><tr><td><p>a</p><p>b</p></td><td>1<br>2</td></tr></table>", [("a", "1"), ("b", "2")]),
    (b"<table><tr><td><p>a</p><p>b</p></td><td>1</td></tr></table>", [("a b", "1")]),
    (b"<table><tr><td>1</td><td>a</td><td>2</td></tr></table>", [("1 a", "2")]),
    (b"<table><tr><td>a</td><td></td></tr></table>", [("a", "")]),
    (b"<table><tr><td>a</td><td>bc</td></tr></table>", [("a", None), ("bc", None)]),
    (b"<table><tr><td>a</td><td>l</td></tr></table>", [("a", "l")]),
    (b"<table><tr><td>1</td><td>Rau</td><td>2</td></tr></table>", [("1 Rau", "2")]),
    (b"<table><tr><td>a</td><td>1<br>2</td></tr></table>", [("a", "1 2")]),
    (b"<table><tr><th>a<b>b</b></th><th>1</th></tr></table>c", [("ab", "1"), ("c", None)]),
    (b"<td>a</td><th>b</th>c<tr></tr><td>d</td>e</tr>f", [(one, None) for one in ("a", "b", "c", "d", "ef")]),
    (b"<script>x</script><style>y</style>z", [("z", None)]),
    ("<p>mật ong</p>".encode("utf-16"), [("mật ong", None)]),
    (b"\xfe\xff" + "<p>mật ong</p>".encode("utf-16-be"), [("mật ong", None)]),
    (b"", []),
]


@pytest.mark.parametrize(("data", "expected"), LINES)
def test_lines_of_html(data, expected):
    assert [(line.text, line.points) for line in lines.read_lines(data)] == expected


TOO_LARGE = "the document is too large or declares entities"
BAD = [
    (b"PK\x03\x04 broken", "not a DOCX document"),
    (
        decrees.docx("<w:body></w:body>", "<!DOCTYPE x [<!ENTITY a 'b'>]>"),
        TOO_LARGE,
    ),
    (
        decrees.docx("<w:body></w:body>", "<!DOCTYPE x>", encoding="utf-16"),
        TOO_LARGE,
    ),
    (decrees.docx("<w:body>"), "not a DOCX document"),
    (decrees.docx("<w:other/>"), "the document is empty"),
    (b"\xff\x00\xc3", "the text is not UTF-8"),
]


@pytest.mark.parametrize(("data", "why"), BAD)
def test_a_file_that_cannot_be_read_safely_is_refused(data, why):
    with pytest.raises(lines.UnreadableFileError) as refused:
        lines.read_lines(data)
    assert str(refused.value) == why


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch):
    unpacked = len(decrees.document(" " * 300_000).encode())
    bomb = decrees.docx(" " * 300_000)
    assert len(bomb) < 200_000
    for most, why in ((unpacked, "the document is empty"), (unpacked - 1, TOO_LARGE), (200_000, TOO_LARGE)):
        monkeypatch.setattr(lines, "MOST_BYTES", most)
        with pytest.raises(lines.UnreadableFileError, match=rf"^{why}$"):
            lines.read_lines(bomb)


def test_a_file_of_60_megabytes_is_read_and_a_larger_one_refused(monkeypatch):
    assert lines.MOST_BYTES == 60 * 1024 * 1024
    monkeypatch.setattr(lines, "MOST_BYTES", 8)
    assert lines.read_lines(b"12345678") == [lines.Line("12345678")]
    with pytest.raises(lines.UnreadableFileError, match=r"^the file is larger than 60 MB$"):
        lines.read_lines(b"123456789")


def test_what_stands_between_the_words_of_a_word_document():
    """Tabs and breaks part words; what Word computes by itself (a page number) is no text."""
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:instrText>PAGE</w:instrText>"
    body = f"<w:body><w:p><w:r>{run}</w:r></w:p></w:body>"
    assert lines.read_lines(decrees.docx(body)) == [lines.Line("a b c")]


@pytest.mark.parametrize("code", ["qd-26-2026", "qd-148-2023", "qd-1048-2019"])
def test_every_place_of_a_decree_is_found(code):
    """Misprinted points, cases, three levels of codes, letters: all as they are printed."""
    regulation = load_regulations()[code]
    found = matching.match(regulation, lines.read_lines(decrees.as_html(regulation)))
    places = [(s.number, *place) for s in regulation.sets.values() for place in matching.expected(s)]
    assert [(one.set_number, one.criterion, one.token) for one in found.sentences] == places
    assert found.unmatched == []


def test_a_word_document_reads_the_same():
    product_set = LAW.set(26)
    found = matching.match(LAW, lines.read_lines(decrees.as_docx(product_set)))
    assert [(one.criterion, one.token) for one in found.sentences] == list(matching.expected(product_set))
    by_place = {(one.criterion, one.token): one.text for one in found.sentences}
    assert by_place["8", "b2"] == product_set.criteria["8"].cases[1].options[1].label.vi


def test_letters_under_a_section_are_codes_too():
    law = load_regulations()["qd-148-2023"]
    text = (
        "<p>1. Bộ sản phẩm: Thử</p><p>1. CÁCH LÀM</p><p>a) Gốc gác</p>"
        "<table><tr><td>□ Ít</td><td>1</td></tr></table>"
    )
    found = matching.match(law, lines.read_lines(text.encode()))
    assert [(one.criterion, one.token, one.text) for one in found.sentences] == [
        ("1.a", "", "a) Gốc gác"),
        ("1.a", "1", "Ít"),
    ]


@pytest.mark.parametrize("first", ["<p>1. CÁCH LÀM</p><p>a) Gốc gác</p>", "<p>1.a Gốc gác</p>"])
def test_letters_go_on_from_a_code_that_is_written_out(first):
    law = load_regulations()["qd-148-2023"]
    text = f"<p>1. Bộ sản phẩm: Thử</p>{first}<p>b) Thêm giá trị</p>"
    found = matching.match(law, lines.read_lines(text.encode()))
    assert [one.criterion for one in found.sentences] == ["1.a", "1.b"]


def test_a_set_that_the_decree_does_not_have_ends_the_one_before():
    text = "<p>1. Bộ sản phẩm: Thử</p><p>1.1. Một</p><p>99. Bộ sản phẩm: Lạ</p><p>1.2. Hai</p>"
    found = matching.match(LAW, lines.read_lines(text.encode()))
    assert [(one.set_number, one.criterion) for one in found.sentences] == [(1, "1.1")]


def test_an_option_too_many_under_the_first_criterion_is_named():
    options = [(str(option.points), f"Mức {option.place}") for option in LAW.set(1).criteria["1.1"].options]
    rows = [("3", "1.1. Gốc gác"), *options, ("9", "Thừa ra")]
    text = "".join(f"<tr><td>{words}</td><td>{points}</td></tr>" for points, words in rows)
    found = matching.match(LAW, lines.read_lines(f"<p>1. Bộ sản phẩm: Thử</p><table>{text}</table>".encode()))
    assert (len(found.sentences), found.unmatched) == (1 + len(options), [(1, "Thừa ra", "9")])


def test_what_has_no_place_is_named_and_shifts_nothing():
    found = matching.match(LAW, lines.read_lines(decrees.BY_HAND.encode()))
    assert [(one.set_number, one.criterion, one.token, one.text) for one in found.sentences] == [
        (1, "1.1", "", "1.1. Gốc gác của rau thử Trồng cả ở trong tỉnh thử"),
        (1, "1.1", "1", "Ít rau của xã"),
        (1, "1.1", "2", "Nửa rau của xã"),
        (1, "1.1", "3", "Gần hết rau của xã"),
        (1, "1.2", "", "1.2. Giấy của ruộng thử"),
        (1, "1.2", "1", "Ruộng chưa có giấy"),
        (1, "1.2", "3", "Ruộng có giấy quốc tế"),
        (1, "1.3", "", "1.3. Thêm giá trị thử"),
        (1, "1.3", "2", "Làm bằng máy"),
        (4, "1.2", "", "1.2. Giấy của ong thử"),
        (4, "1.2", "1", "Ong chưa có giấy"),
        (4, "1.2", "2", "Ong có giấy trong nước"),
        (4, "7", "", "7. Chất bổ thử"),
        (4, "7", "3", "Rất bổ"),
    ]
    assert found.unmatched == [(1, "□ Làm một ít", "7")]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "phu-luc.html"
    path.write_text(decrees.BY_HAND, encoding="utf-8")
    return path


@pytest.mark.django_db
def test_the_command_keeps_the_sentences_and_reports(file, client):
    out = StringIO()
    call_command("law_wording", str(file), "--regulation", "qd-26-2026", stdout=out)
    said = out.getvalue().splitlines()
    places = sum(1 for s in LAW.sets.values() for _ in matching.expected(s))
    assert said[0] == f"set 1: 9 of {len(list(matching.expected(LAW.set(1))))}"
    assert said[1].startswith("  without a sentence: 1.2 2, 1.3 1, 1.3 3")
    assert said[-2:] == [
        "  not matched in set 1: □ Làm một ít | 7",
        f"14 of {places} places have their sentence",
    ]
    assert official_wording("qd-26-2026", 1)["1.2"] == {
        "": "1.2. Giấy của ruộng thử",
        "1": "Ruộng chưa có giấy",
        "3": "Ruộng có giấy quốc tế",
    }
    page = client.get("/bo-tieu-chi/qd-26-2026/1/").content.decode()
    assert page.count('<details class="official ') == 3
    assert page.count("Ruộng có giấy quốc tế") == 1
    assert Entry.objects.filter(action="regulations.load_wording").count() == 1


@pytest.mark.django_db
def test_a_later_text_supersedes_and_the_earlier_stays(at, later):
    first, second = decrees.BY_HAND, decrees.BY_HAND.replace("Ít rau của xã", "Ít rau xã thôi")
    for text, moment in ((first, at), (second, later)):
        load_wording(LAW, content=text.encode(), file_name="x.html", by=None, at=moment)
    assert official_wording("qd-26-2026", 1)["1.1"]["1"] == "Ít rau xã thôi"
    assert (WordingSource.objects.count(), Wording.objects.count()) == (2, 28)
    assert official_wording("qd-148-2023", 1) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "code"),
    [(b"<p>1. TO CHUC</p>", "wording_nothing_found"), (b"PK\x03\x04 broken", "wording_unreadable")],
)
def test_a_useless_file_is_refused_and_nothing_is_kept(content, code, at):
    with pytest.raises(Refused) as refused:
        load_wording(LAW, content=content, file_name="x.html", by=None, at=at)
    assert refused.value.refusal.code == code
    assert WordingSource.objects.count() == 0


@pytest.mark.django_db
def test_the_command_refuses_an_unknown_regulation_and_a_missing_file(file, tmp_path):
    for path, code in ((file, "qd-1-1900"), (tmp_path / "none.html", "qd-26-2026")):
        with pytest.raises(CommandError):
            call_command("law_wording", str(path), "--regulation", code)
