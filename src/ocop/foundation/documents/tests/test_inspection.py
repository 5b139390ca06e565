"""What is taken, what is refused, and with which sentence."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from PIL import Image

from ocop.foundation.documents.inspection import images, inspect, leading
from ocop.foundation.documents.inspection.inspect import look
from ocop.foundation.documents.rules import FileKind, ImageSize
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\0" * 200
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def refused(content: bytes, name: str, **options) -> str:
    with pytest.raises(Refused) as caught:
        inspect(content, name, **options)
    refusal = caught.value.refusal
    assert refusal.what
    assert refusal.why
    assert refusal.todo
    return refusal.code


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (corpus.pdf(), "giấy.pdf", "application/pdf"),
        (corpus.picture("JPEG"), "ảnh.jpg", "image/jpeg"),
        (corpus.picture("JPEG"), "ảnh.JPEG", "image/jpeg"),
        (corpus.picture("PNG"), "ảnh.png", "image/png"),
        (corpus.picture("WEBP"), "ảnh.webp", "image/webp"),
        (corpus.office("word"), "kế hoạch.docx", WORD),
        (corpus.office("xl"), "bảng.xlsx", SHEET),
        (corpus.mp4(), "phim.mp4", "video/mp4"),
    ],
)
def test_good_files_are_known_by_their_content(content, name, media_type):
    findings = inspect(content, name)
    assert (findings.media_type, findings.name) == (media_type, name)


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (corpus.mp3(), "lời.mp3", "audio/mpeg"),
        (b"ID3\4\0\0\0\0\0\x05" + b"TIT2\0" + corpus.mp3(), "lời.mp3", "audio/mpeg"),
        (corpus.mp3() + b"TAG" + b"x" * 125, "lời.mp3", "audio/mpeg"),
        (corpus.mp3()[:-100], "lời.mp3", "audio/mpeg"),
        (corpus.m4a(), "lời.m4a", "audio/mp4"),
        (corpus.m4a(b"mp42"), "lời.m4a", "audio/mp4"),
        (corpus.ogg(), "lời.ogg", "audio/ogg"),
        (corpus.ogg(b"\x01vorbis"), "lời.oga", "audio/ogg"),
    ],
)
def test_sound_where_it_is_asked_for(content, name, media_type):
    findings = inspect(content, name, [FileKind.SOUND])
    assert (findings.media_type, findings.name) == (media_type, name)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (corpus.mp4(), "lời.m4a", "file_broken"),
        (corpus.mp4(), "phim.mp4", "file_disguised"),
        (corpus.m4a()[:-10], "lời.m4a", "file_broken"),
        (corpus.m4a().replace(b"stbl", b"stbx"), "lời.m4a", "file_broken"),
        (corpus.mp3(3), "lời.mp3", "file_broken"),
        (corpus.mp3()[:5000] + b"MZ program" * 100, "lời.mp3", "file_broken"),
        (corpus.mp3() + b"MZ program", "lời.mp3", "file_broken"),
        (b"ID3", "lời.mp3", "file_broken"),
        (b"ID3" + b"\x7f" * 60, "lời.mp3", "file_broken"),
        (b"ID3\4\0\0\0\0\0\x10" + HTML + corpus.mp3(), "lời.mp3", "file_two_kinds"),
        (corpus.mp3() + corpus.archive(), "lời.mp3", "file_two_kinds"),
        (corpus.ogg()[:-1], "lời.ogg", "file_broken"),
        (corpus.ogg() + b"x", "lời.ogg", "file_broken"),
        (corpus.ogg(b"\x80theora"), "lời.ogg", "file_broken"),
        (corpus.ogg() * 2, "lời.ogg", "file_broken"),
        (b"OggS", "lời.ogg", "file_broken"),
        (corpus.pdf(), "lời.mp3", "file_kind_refused"),
        (EXE, "lời.mp3", "file_kind_refused"),
        (corpus.mp3(), "lời.exe", "file_disguised"),
    ],
)
def test_what_is_no_sound(content, name, code):
    with pytest.raises(Refused) as info:
        inspect(content, name, [FileKind.SOUND])
    assert info.value.refusal.code == code


def test_sound_is_taken_only_where_it_is_asked_for():
    with pytest.raises(Refused) as info:
        inspect(corpus.mp3(), "lời.mp3")
    assert info.value.refusal.code == "file_kind_refused"


HOSTILE = [
    (b"", "trống.pdf", "file_empty"),
    (SVG, "hình.svg", "file_kind_refused"),
    (SVG, "hình.png", "file_kind_refused"),
    (HTML, "trang.pdf", "file_kind_refused"),
    (EXE, "cài đặt.exe", "file_kind_refused"),
    (EXE, "hồ sơ.pdf", "file_kind_refused"),
    (EICAR, "thử.docx", "file_kind_refused"),
    ("chỉ là chữ".encode(), "ghi chú.docx", "file_kind_refused"),
    (corpus.archive(), "gói.docx", "file_kind_refused"),
    (corpus.picture("GIF", mode="L"), "động.gif", "file_kind_refused"),
    (corpus.heic(), "IMG_0001.HEIC", "file_heic"),
    (corpus.picture("PNG"), "giấy.pdf", "file_disguised"),
    (corpus.pdf(), "ảnh.jpg", "file_disguised"),
    (corpus.pdf(), "hồ sơ.pdf.exe", "file_disguised"),
    (corpus.office("xl"), "bảng.docx", "file_disguised"),
    (corpus.picture("JPEG") + corpus.archive(), "ảnh.jpg", "file_two_kinds"),
    (corpus.pdf() + corpus.archive(), "giấy.pdf", "file_two_kinds"),
    (corpus.picture("JPEG", comment=b"%PDF-1.7 x"), "ảnh.jpg", "file_two_kinds"),
    (corpus.picture("JPEG", comment=HTML), "ảnh.jpg", "file_two_kinds"),
    (corpus.mp4() + corpus.archive(), "phim.mp4", "file_two_kinds"),
    (corpus.picture("JPEG", (400, 300), quality=95)[:-900], "ảnh.jpg", "file_broken"),
    (corpus.picture("PNG", (400, 300))[:-60], "ảnh.png", "file_broken"),
    (b"\xff\xd8\xff" + b"\0" * 50, "ảnh.jpg", "file_broken"),
    (corpus.pdf()[:-200], "giấy.pdf", "file_broken"),
    (b"%PDF-1.7\n%%EOF\n", "giấy.pdf", "file_broken"),
    (corpus.pdf(pages=0), "giấy.pdf", "file_broken"),
    (corpus.office()[:-40], "thư.docx", "file_broken"),
    (corpus.mp4()[:-10], "phim.mp4", "file_broken"),
    (corpus.mp4()[:28], "phim.mp4", "file_broken"),
    (corpus.junk_mp4(), "phim.mp4", "file_broken"),
    (corpus.mp4(shows=b"soun"), "phim.mp4", "file_broken"),
    (corpus.mp4(first=1_000_000), "phim.mp4", "file_broken"),
    (corpus.mp4(described=0), "phim.mp4", "file_broken"),
    (corpus.flood_png(30_000, 30_000), "ảnh.png", "image_too_many_pixels"),
    (corpus.flood_png(10_000, 9_500), "ảnh.png", "image_too_many_pixels"),
    (corpus.flood_png(8_000, 5_001), "ảnh.png", "image_too_many_pixels"),
    (corpus.black_png(1, 32_768), "ảnh.png", "image_too_many_pixels"),
    (corpus.picture("JPEG") + b"\xff\xda" * 101, "ảnh.jpg", "image_too_costly"),
    (corpus.photograph(kind="WEBP")[:-30], "ảnh.webp", "file_broken"),
    (corpus.pdf(pages=201), "giấy.pdf", "pdf_too_many_pages"),
    (corpus.pdf_of_endless_pages(), "giấy.pdf", "pdf_too_many_pages"),
    (corpus.pdf_locked(), "giấy.pdf", "pdf_encrypted"),
    (corpus.pdf_locked(user_password=""), "giấy.pdf", "pdf_encrypted"),
    (corpus.pdf_with_script(), "giấy.pdf", "pdf_active"),
    (corpus.pdf_with_launch(), "giấy.pdf", "pdf_active"),
    (corpus.pdf_with_form_of_its_own(), "giấy.pdf", "pdf_active"),
    (corpus.pdf_with_program(), "giấy.pdf", "pdf_attached"),
    (corpus.pdf_with_program(is_packed=True), "giấy.pdf", "pdf_attached"),
    (corpus.pdf_hidden(b"7 0 << /Type /Annot /Subtype /FileAttach#6dent >>"), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(("hoa-don.exe", b"MZ program")), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(("hoa-don.xml", b"MZ program")), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(("hoa-don.exe", corpus.INVOICE)), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(relation=""), "giấy.pdf", "pdf_attached"),
    (
        corpus.invoice(
            ("a.xml", corpus.INVOICE), ("b.xml", b'<x:svg xmlns:x="http://www.w3.org/2000/svg"/>')
        ),
        "giấy.pdf",
        "pdf_attached",
    ),
    (corpus.invoice(("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')), "giấy.pdf", "file_two_kinds"),
    (corpus.invoice(("a.xml", b'<?xml-stylesheet href="a.xsl"?><a/>')), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(("a.pdf", corpus.pdf_with_script())), "giấy.pdf", "pdf_active"),
    (corpus.invoice(("a.pdf", corpus.pdf_locked())), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(("a.pdf", corpus.invoice())), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(more=b"% 9 0 obj << /Type /EmbeddedFile >>\n"), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(more=b"% 9 0 obj << /EF << /F 9 0 R >> >>\n"), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(more=b"% /Subtype /FileAttachment\n"), "giấy.pdf", "pdf_attached"),
    (corpus.invoice(more=b"% /S /JavaScript\n"), "giấy.pdf", "pdf_active"),
    (corpus.pdf_opening(corpus.action("URI", URI="https://x.example/")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_opening(corpus.action("Thread", F="a.pdf")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_opening(corpus.action("GoToR", F=r"\\10.0.0.1\chung\a.pdf")), "giấy.pdf", "pdf_leads_away"),
    (
        corpus.pdf_opening(
            corpus.action("Named", N="/NextPage", Next=[corpus.action("URI", URI="http://x")])
        ),
        "giấy.pdf",
        "pdf_leads_away",
    ),
    (corpus.pdf_with_event(corpus.action("URI", URI="https://x.example/")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_with_link(corpus.action("GoToE", T="x")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_with_link(corpus.action("URI", URI=r"\\10.0.0.1\a")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_with_link(corpus.action("URI", URI="file://10.0.0.1/a")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_with_link(corpus.action("URI", URI="file:////10.0.0.1/a")), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_with_link(corpus.action("URI", URI="file:///%5C%5Ca/b")), "giấy.pdf", "pdf_leads_away"),
    (
        corpus.pdf_with_link(corpus.action("URI", URI="https://x.example/"), AA=corpus.near()),
        "giấy.pdf",
        "pdf_leads_away",
    ),
    (corpus.pdf_hidden(b"7 0 << /S /GoToR /F (x) >>"), "giấy.pdf", "pdf_leads_away"),
    (corpus.pdf_hidden(b"7 0 << /S /JavaScript /JS (x) >>"), "giấy.pdf", "pdf_active"),
    (corpus.pdf_hidden(b"7 0 << /S /J#61vaScr#69pt /JS (x) >>"), "giấy.pdf", "pdf_active"),
    (corpus.pdf_hidden(b"7 0 << /S /Launch/F (x) >>", word=b"Obj#53tm"), "giấy.pdf", "pdf_active"),
    (corpus.pdf_hidden(b"7 0 << /XFA[1 0 R] >>"), "giấy.pdf", "pdf_active"),
    (corpus.pdf_hidden(b"7 0 <<>>", extra=b"/DecodeParms << /Predictor 12 >>"), "giấy.pdf", "file_broken"),
    (corpus.pdf_hidden(b"\0" * (64 * 1024 * 1024)), "giấy.pdf", "file_broken"),
    (corpus.office(extra={"word/vbaProject.bin": b"x"}), "thư.docx", "office_macros"),
    (
        corpus.office(content_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "thư.docx",
        "office_macros",
    ),
    (corpus.office(extra={"word/embeddings/oleObject1.bin": b"x"}), "thư.docx", "office_macros"),
    (corpus.office("xl", extra={"xl/macrosheets/sheet1.xml": b"<x/>"}), "bảng.xlsx", "office_macros"),
    (
        corpus.office(body='<w:instrText xml:space="preserve"> DDEAUTO cmd</w:instrText>'),
        "thư.docx",
        "office_macros",
    ),
    (corpus.office(body=corpus.field("DDEAUTO c:\\cmd.exe")), "thư.docx", "office_macros"),
    (corpus.office(body=corpus.field(" D", "DE", "AUTO cmd")), "thư.docx", "office_macros"),
    (corpus.office(body=corpus.field("DDE cmd", prefix="x")), "thư.docx", "office_macros"),
    (corpus.office(body=corpus.field("&#68;&#x44;E cmd")), "thư.docx", "office_macros"),
    (
        corpus.office(body=" " * 9_000_000 + corpus.field("DDEAUTO cmd")),
        "thư.docx",
        "office_macros",
    ),
    (
        corpus.office(extra={"word/a.xml": corpus.field("DDEAUTO cmd").encode("utf-16")}),
        "thư.docx",
        "office_macros",
    ),
    (
        corpus.office(body='<d xmlns:w="w"><w:fldSimple w:instr=" ddeauto cmd"/></d>'),
        "thư.docx",
        "office_macros",
    ),
    (
        corpus.office("xl", extra={"xl/externalLinks/externalLink1.xml": b'<x:ddeLink xmlns:x="x" a="b"/>'}),
        "bảng.xlsx",
        "office_macros",
    ),
    (corpus.office("xl", extra=corpus.formula("cmd|'/C calc'!A0")), "bảng.xlsx", "office_macros"),
    (corpus.office("xl", extra=corpus.formula("1+cmd&#124;'/C calc'!A0")), "bảng.xlsx", "office_macros"),
    (
        corpus.office("xl", extra=corpus.formula("MSEXCEL|'a b'!''", tag="definedName")),
        "bảng.xlsx",
        "office_macros",
    ),
    (
        corpus.office(relations=corpus.relation("oleObject", "a.bin", is_external=False)),
        "thư.docx",
        "office_macros",
    ),
    (
        corpus.office(relations=corpus.relation("attachedTemplate", "https://x/a.dotm")),
        "thư.docx",
        "office_external",
    ),
    (corpus.office(relations=corpus.relation("image", "https://x/a.png")), "thư.docx", "office_external"),
    (
        corpus.office("xl", relations=corpus.relation("externalLinkPath", "b.xlsx")),
        "bảng.xlsx",
        "office_external",
    ),
    (
        corpus.office(body='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
        "thư.docx",
        "office_external",
    ),
    (corpus.office(body=" " * 5_000 + "<!DOCTYPE d><d/>"), "thư.docx", "office_external"),
    (corpus.office(body="<!--" + "x" * 300_000 + "--><!DOCTYPE d><d/>"), "thư.docx", "office_external"),
    (
        corpus.office(extra={"word/a.dat": b"<!DOCTYPE d><d/>"}, types=corpus.type_of("word/a.dat")),
        "thư.docx",
        "office_external",
    ),
    (corpus.office(relations="<!DOCTYPE x>"), "thư.docx", "file_broken"),
    (
        corpus.office(extra={"_rels/a.rels": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
        "thư.docx",
        "office_external",
    ),
    (corpus.office(extra={"word/a.xml": "<!DOCTYPE x><x/>".encode("utf-16")}), "thư.docx", "office_external"),
    (corpus.office(extra={"word/media/a.bmp": b"\0" * (70 * 1024 * 1024)}), "thư.docx", "office_bomb"),
    (corpus.office(extra={f"word/{n}": b"" for n in range(5_001)}), "thư.docx", "office_bomb"),
    (corpus.office(extra={"../../etc/cron.d/x": b"x"}), "thư.docx", "file_broken"),
    (corpus.encrypted_entry(), "thư.docx", "office_locked"),
]


@pytest.mark.parametrize(
    ("content", "name", "code"), HOSTILE, ids=[f"{row[2]}-{n}" for n, row in enumerate(HOSTILE)]
)
def test_hostile_and_broken_files_are_refused_with_a_sentence(content, name, code):
    assert refused(content, name) == code


def test_links_that_a_reader_clicks_are_harmless():
    packed = b"7 0 << /S /URI /URI (https://laocai.gov.vn/Launch) /Title (JavaScript) /JavaScriptFree 1 >>"
    assert inspect(corpus.pdf_hidden(packed), "giấy.pdf").pages == 1
    content = corpus.office(relations=corpus.relation("hyperlink", "https://laocai.gov.vn"))
    assert inspect(content, "thư.docx").media_type == WORD


def test_what_a_reader_sees_by_itself_stays_in_the_file():
    inside = corpus.action("GoTo", D="muc-1", Next=corpus.action("Named", N="/NextPage"))
    for content in (corpus.pdf_opening(inside), corpus.pdf_opening(["/Fit"]), corpus.pdf_with_event(inside)):
        assert inspect(content, "giấy.pdf").pages in {1, 2}
    for address in (
        "https://laocai.gov.vn",
        "mailto:lan@example.org",
        "file:///C:/Users/Lan/a.docx",
        "a.pdf",
    ):
        assert inspect(corpus.pdf_with_link(corpus.action("URI", URI=address)), "giấy.pdf").pages == 1


def test_actions_in_a_circle_end():
    first = corpus.action("Named", N="/NextPage")
    first[corpus.NameObject("/Next")] = corpus.ArrayObject([corpus.action("GoTo", D="a"), first])
    assert list(leading._chain(first)) == [first, corpus.action("GoTo", D="a")]


def test_actions_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(leading, "_MOST_ACTIONS", 1)
    assert refused(corpus.pdf_with_link(corpus.action("URI", URI="https://x")), "giấy.pdf") == "file_broken"


def test_a_scan_is_taken_whatever_its_bytes_spell():
    content = corpus.pdf_of_scans()
    assert inspect(content, "quét.pdf").pages == 3
    spelt = corpus.pdf_hidden(b"", word=b"XObject").replace(b"/Filter /FlateDecode", b"/A (/XFA /EF)       ")
    assert inspect(spelt, "quét.pdf").pages == 1


def test_a_png_cut_anywhere_is_refused():
    content = corpus.photograph((120, 90))
    assert inspect(content, "ảnh.png").width == 120
    cuts = {*range(60, len(content), 997), *range(len(content) - 24, len(content))}
    assert {refused(content[:cut], "ảnh.png") for cut in cuts} == {"file_broken"}


def test_a_png_of_which_a_bit_fell_over_is_refused():
    content = bytearray(corpus.photograph((120, 90)))
    content[len(content) // 2] ^= 1
    assert refused(bytes(content), "ảnh.png") == "file_broken"


def test_a_large_picture_is_read_by_a_process_that_can_be_stopped(monkeypatch):
    content = corpus.black_png(6_240, 6_240)
    assert len(content) < 6_000
    findings = inspect(content, "ảnh.png")
    assert (findings.width, findings.height, set(findings.renditions)) == (6_240, 6_240, set(ImageSize))
    with Image.open(io.BytesIO(findings.renditions[ImageSize.THUMB])) as shown:
        assert shown.size == (480, 480)
    monkeypatch.setattr(images, "PATIENCE", 0.01)
    assert refused(content, "ảnh.png") == "image_too_costly"


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "image_too_costly"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "image_too_costly"),
        ("raise MemoryError", "image_too_costly"),
        ("raise ValueError", "file_broken"),
    ],
)
def test_what_becomes_of_the_process_is_said(monkeypatch, tmp_path, program, code):
    (tmp_path / "a.py").write_text(program)
    monkeypatch.setattr(images.decoding, "__file__", str(tmp_path / "a.py"))
    monkeypatch.setattr(images, "LARGE", 1)
    assert refused(corpus.picture("PNG"), "ảnh.png") == code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_process_makes_the_same_pictures(monkeypatch, kind):
    content = corpus.photo_with_place() if kind == "JPEG" else corpus.photograph((900, 700), kind)
    here = inspect(content, "ảnh")
    monkeypatch.setattr(images, "LARGE", 1)
    assert inspect(content, "ảnh") == here


def test_tables_and_letters_of_every_day_are_taken():
    document = Document()
    document.add_heading("Kế hoạch | Plan", 1)
    document.add_paragraph("Trang ")._p.append(parse_xml(corpus.field(" PAGE ", "\\* MERGEFORMAT")))
    out = io.BytesIO()
    document.save(out)
    assert inspect(out.getvalue(), "kế hoạch.docx").media_type == WORD
    for make in (corpus.workbook_of_excel, corpus.workbook_of_openpyxl):
        assert inspect(make(), "bảng.xlsx").media_type == SHEET


def test_a_picture_drawn_in_lines_may_bring_its_definitions():
    drawing = {"word/media/a.svg": b"<!DOCTYPE svg PUBLIC 'a' 'b'><svg/>", "word/fonts/a.odttf": b"<\x01\xff"}
    assert inspect(corpus.office(extra=drawing), "thư.docx").media_type == WORD


def test_only_the_kinds_asked_for_are_taken():
    assert refused(corpus.pdf(), "giấy.pdf", kinds=[FileKind.IMAGE]) == "file_kind_refused"
    assert refused(corpus.heic(), "a.heic", kinds=[FileKind.PDF]) == "file_kind_refused"


def test_the_sentence_names_the_file_what_it_is_and_what_is_taken():
    with pytest.raises(Refused) as caught:
        inspect(EXE, "Giấy phép.pdf", kinds=[FileKind.PDF, FileKind.IMAGE])
    assert str(caught.value) == (
        "Nội dung của tệp “Giấy phép.pdf” là loại .exe, không nhận ở đây. Ở đây chỉ nhận: PDF, ảnh JPG, PNG "
        "hoặc WebP. "
        "Hãy lưu nội dung sang một trong các loại đó rồi chọn lại."
    )


def test_limits_are_settings(settings):
    settings.DOCUMENTS_MAX_BYTES = 500
    settings.DOCUMENTS_MAX_PAGES = 2
    settings.DOCUMENTS_MAX_PIXELS = 3_000
    assert refused(b"%PDF-" + b"x" * 496, "a.pdf") == "file_too_large"
    settings.DOCUMENTS_MAX_BYTES = 50_000
    assert inspect(corpus.pdf(pages=2), "a.pdf").pages == 2
    assert refused(corpus.pdf(pages=3), "a.pdf") == "pdf_too_many_pages"
    assert inspect(corpus.picture(size=(60, 50)), "a.jpg").width == 60
    assert refused(corpus.picture(size=(61, 50)), "a.jpg") == "image_too_many_pixels"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("ảnh chụp.jpg", "ảnh chụp.png"),
        ("ảnh chụp", "ảnh chụp.png"),
        ("Báo cáo 15.11", "Báo cáo 15.11.png"),
        ("../../etc/passwd", "passwd.png"),
        (r"C:\Users\Lan\dứa.png", "dứa.png"),
        ("a\r\nSet-Cookie: x.png", "aSet-Cookie_ x.png"),
        ("hoa\u202egnp.exe.png", "hoagnp.exe.png"),
        ("dứa\0.png", "dứa.png"),
        ("...", "tep.png"),
        ("", "tep.png"),
        ("x" * 400 + ".png", "x" * 146 + ".png"),
        ('<script>"|?*.png', "_script_____.png"),
        ("du\u031b\u0301a.png", "dứa.png"),
    ],
)
def test_names_are_shown_clean(given, shown):
    assert inspect(corpus.picture("PNG"), given).name == shown


@pytest.mark.parametrize(
    "content",
    [
        corpus.invoice(),
        corpus.invoice(relation="/Alternative"),
        corpus.invoice(("hoa-don.XML", corpus.INVOICE), ("bang-ke.pdf", corpus.pdf())),
    ],
)
def test_the_data_of_an_electronic_invoice_may_lie_inside_it(content: bytes) -> None:
    assert inspect(content, "hoa-don.pdf").media_type == "application/pdf"


def test_all_faults_of_a_pdf_are_told_at_once() -> None:
    faults = look(corpus.pdf_of_two_faults(), "giấy.pdf").faults
    assert [one.code for one in faults] == ["pdf_attached", "pdf_leads_away"]
    cut = corpus.pdf_with_script().replace(b"/Pages 2", b"/Pagez 2")
    assert [one.code for one in look(cut, "giấy.pdf").faults] == ["file_broken", "pdf_active"]
