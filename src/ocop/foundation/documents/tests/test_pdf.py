"""PDF: the same every time, Vietnamese that can be read out again, the layout of Decree 30/2020."""

from __future__ import annotations

import io
import json
import re
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
import typst
from pypdf import PdfReader

from ocop.foundation.documents.engines import pdf, qr
from ocop.foundation.documents.tests import corpus, samples

PAPERS = "foundation/documents/papers"


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes, page: int = 0) -> str:
    """The words of a page without their line breaks."""
    return re.sub(r"\s+", " ", read(content).pages[page].extract_text())


@pytest.fixture
def decision(at) -> bytes:
    return pdf.render(f"{PAPERS}/sample_decision.typ", samples.decision(), at=at)


def test_the_same_input_gives_the_same_bytes(at, later, decision):
    assert pdf.render(f"{PAPERS}/sample_decision.typ", samples.decision(), at=at) == decision
    assert pdf.render(f"{PAPERS}/sample_decision.typ", samples.decision(), at=later) != decision


def test_a_decision_has_its_parts_in_order(decision):
    text = text_of(decision)
    parts = [
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05-MH/QĐ-UBND",
        "Lào Cai, ngày 05 tháng 02 năm 2026",
        "QUYẾT ĐỊNH Về việc công nhận kết quả",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Quyết định số 26/2026/QĐ-TTg;",
        "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Công nhận",
        "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.",
        "Nơi nhận: - Như Điều 2; - Sở Nông nghiệp và Môi trường; - Lưu: VT, NN.",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_pages_are_numbered_from_the_second_and_an_appendix_begins_again(decision):
    pages = [text_of(decision, page) for page in range(3)]
    assert len(read(decision).pages) == 3
    assert [
        re.match(r"(?:MINH HOẠ )?(\d+) ", page) and re.match(r"(?:MINH HOẠ )?(\d+) ", page)[1]
        for page in pages
    ] == [
        None,
        None,
        "2",
    ]
    assert "Phụ lục DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN" in pages[1]


def test_margins_type_and_paper_are_those_of_the_decree(decision):
    page = read(decision).pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[1] for font in page["/Resources"]["/Font"].values()
    }
    assert {name.split("-")[0] for name in fonts} == {"LiberationSerif"}
    lefts: list[float] = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, font, size: lefts.append(tm[4] + cm[4]) if text.strip() else None
    )
    assert min(left for left in lefts if left > 0) >= 30 / 25.4 * 72 - 1


def test_minutes_are_signed_by_the_secretary_left_and_the_chair_right(at):
    content = pdf.render(f"{PAPERS}/sample_minutes.typ", samples.minutes(), at=at)
    text = text_of(content)
    assert "Số: /BB-HĐOCOP" in text
    assert "THƯ KÝ Lê Văn Mẫu CHỦ TRÌ Trần Thị Mẫu Nơi nhận: - Như trên; - Lưu: VT, Hồ sơ." in text
    assert "Lào Cai, ngày" not in text


def test_a_letter_leaves_open_what_the_records_office_has_not_given(at):
    text = text_of(pdf.render(f"{PAPERS}/sample_letter.typ", samples.letter(), at=at))
    assert "Số: /UBND-NLN" in text
    assert "Lào Cai, ngày tháng năm" in text
    assert "V/v đề nghị công nhận sản phẩm OCOP 5 sao" in text
    assert "Kính gửi: - Bộ Nông nghiệp và Môi trường; - Văn phòng điều phối trung ương." in text


@pytest.mark.parametrize("photo", [None, corpus.picture("WEBP", (900, 600))])
def test_a_certificate_is_one_page_that_says_everything(at, photo):
    data = samples.certificate(photo=photo and pdf.picture(photo))
    content = pdf.render(f"{PAPERS}/sample_certificate.typ", data, at=at)
    assert len(read(content).pages) == 1
    text = text_of(content)
    said = [data[key] for key in ("kind", "product", "producer", "producer_place", "signer", "code")]
    said += [fact["value"] for fact in data["facts"]] + [
        "GIẤY CHỨNG NHẬN",
        "Lào Cai, ngày 15 tháng 3 năm 2026",
        "MINH HOẠ",
    ]
    assert [part for part in said if part not in text] == []


def test_the_code_on_a_printed_certificate_can_be_read():
    printed = typst.compile(
        str(pdf.ROOT / PAPERS / "sample_certificate.typ"),
        root=str(pdf.ROOT),
        font_paths=pdf._fonts(),
        sys_inputs={"data": json.dumps(pdf.plain(samples.certificate()))},
        format="png",
        ppi=120,
    )
    assert qr.read(printed) == [samples.CHECK_ADDRESS]


def test_a_very_long_name_still_fits_on_the_page(at):
    data = samples.certificate(product="Bộ sản phẩm chè Shan tuyết cổ thụ Suối Giàng và trà sen Tây Hồ " * 3)
    assert len(read(pdf.render(f"{PAPERS}/sample_certificate.typ", data, at=at)).pages) == 1


def test_it_is_made_for_keeping(decision):
    metadata = read(decision).xmp_metadata
    assert (metadata.pdfaid_part, metadata.pdfaid_conformance) == ("2", "B")


def test_what_people_typed_is_never_evaluated(at):
    hostile = '#read("/config/settings.py") $x$ *a* \\ <b> @c #image("x")'
    data = samples.decision(0) | {"signer": hostile, "articles": [hostile], "recipients": [hostile]}
    text = text_of(pdf.render(f"{PAPERS}/sample_decision.typ", data, at=at))
    assert text.count('#read("/config/settings.py") $x$ *a* \\ <b> @c #image("x")') == 3


@pytest.mark.parametrize("value", [1.5, Decimal("1.5"), Fraction(3, 2), datetime(2026, 1, 1), object()])  # noqa: DTZ001
def test_numbers_with_fractions_and_moments_are_written_out_by_the_caller(at, value):
    with pytest.raises(TypeError, match="written out"):
        pdf.render(f"{PAPERS}/sample_decision.typ", samples.decision() | {"number": value}, at=at)


def test_letters_are_composed(at):
    data = samples.decision(0) | {"signer": "Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u"}
    assert "Nguyễn Văn Mẫu" in text_of(pdf.render(f"{PAPERS}/sample_decision.typ", data, at=at))


def test_a_template_outside_the_project_is_refused(at, tmp_path):
    (tmp_path / "a.typ").write_text("x")
    with pytest.raises(ValueError, match="outside"):
        pdf.render(tmp_path / "a.typ", {}, at=at)


def test_missing_data_is_an_error_not_a_gap(at):
    with pytest.raises(typst.TypstError):
        pdf.render(f"{PAPERS}/sample_decision.typ", {"illustration": True}, at=at)
