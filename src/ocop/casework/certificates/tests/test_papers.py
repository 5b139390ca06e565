"""The papers: what they say, where their codes lead, and that they are made once."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from PIL import Image
from pypdf import PdfReader

from ocop.casework.certificates import acts, papers
from ocop.casework.certificates.models import Certificate, Decision, ResultNotice
from ocop.casework.certificates.papers.certificate import certificate_data
from ocop.casework.certificates.papers.certificate import with_photo as filled
from ocop.casework.certificates.rules import Capacity, DecisionKind
from ocop.foundation.audit import guards
from ocop.foundation.audit.selectors import history, verify_chain
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.documents.tests import samples
from ocop.foundation.printing.makers import maker_of
from ocop.foundation.printing.making import Made
from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.tests.printed import make_papers, printed_now
from ocop.kernel.canonical import sha256_hex
from ocop.registers.products.models import Photo


def words(content: bytes) -> str:
    """The text of a PDF with single blanks."""
    pages = PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_the_decision_says_what_it_rests_on_and_decides(desk):
    decision = desk.submitted(desk.item("Chè Shan", "73.5", 4), desk.item("Chè đen", "55", 3))
    draft = words(papers.decision_pdf(decision, at=desk.at))
    assert "DỰ THẢO" in draft
    assert "Số: /QĐ-UBND" in draft
    desk.sign(decision)
    text = words(papers.decision_pdf(decision, at=desk.at))
    assert "DỰ THẢO" not in text
    for part in (
        "MINH HOẠ",
        "Số: 512-MH/QĐ-UBND",
        "Lào Cai, ngày 23 tháng 11 năm 2026",
        "Về việc công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ",
        "Căn cứ Quyết định số 11-MH/QĐ-UBND",
        "Căn cứ Biên bản số 21-MH/BB-HĐ ngày 16 tháng 11 năm 2026",
        "Điều 1. Công nhận 02 sản phẩm OCOP",
        "36 tháng",
        "Hoàng Thịnh",
        "15-02788-1-2026",
        "15-02788-2-2026",
        "73,50 4 sao",
        "55,00 3 sao",
    ):
        assert part in text, part


def test_the_approval_recognises_nothing(desk):
    decision = desk.signed(
        desk.for_ministry(), kind=DecisionKind.APPROVAL_OF_RESULT, capacity=Capacity.VICE_CHAIR
    )
    text = words(papers.decision_pdf(decision, at=desk.at))
    assert "Điều 1. Phê duyệt kết quả đánh giá 01 sản phẩm OCOP đạt từ 90 điểm" in text
    assert "không thay cho việc công nhận hạng 5 sao" in text
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in text
    assert "giấy chứng nhận" not in text.lower()


def test_the_submission_letter(desk):
    decision = desk.draft(desk.item("Chè Shan", "91", 4, recommendation_reason="Chủ thể chuẩn bị thêm."))
    text = words(papers.submission_letter_pdf(decision, at=desk.at))
    assert "Hội đồng đề nghị 1 sản phẩm: 1 sản phẩm 4 sao." in text
    assert "Lý do đề nghị với “Chè Shan”: Chủ thể chuẩn bị thêm." in text
    assert "DỰ THẢO" in text


@pytest.mark.parametrize(
    ("make", "parts"),
    [
        (lambda desk: desk.signed(desk.item("Chè", "73.5", 4)), ["73,50 điểm, hạng 4 sao", "512-MH/QĐ-UBND"]),
        (
            lambda desk: desk.signed(desk.for_ministry("Chè"), kind=DecisionKind.APPROVAL_OF_RESULT),
            ["93,50 điểm, hạng 5 sao (đề nghị)", "do Bộ Nông nghiệp và Môi trường đánh giá và quyết định"],
        ),
        (
            lambda desk: acts.notify_result(
                desk.low(
                    "Chè",
                    "88",
                    2,
                    result={"blocked_by": [{"criterion": "1.1", "stars": 3, "needs": 2, "has": 1}]}
                ),
                by=desk.phuc, at=desk.at,
            ),
            ["88,00 điểm, hạng 2 sao", "không có quyết định công nhận", "1.1. "],
        ),
        (
            lambda desk: acts.notify_result(desk.excluded("Chè"), by=desk.phuc, at=desk.at),
            ["hồ sơ bị loại, không xếp hạng sao"],
        ),
    ],
    ids=["recognised", "ministry", "low", "excluded"],
)  # fmt: skip
def test_the_notice_of_each_result(desk, make, parts):
    make(desk)
    text = words(printed_now(ResultNotice.objects.get()))
    for part in ["THÔNG BÁO", "Ủy ban nhân dân xã Bản Lầu", "Hợp tác xã Mẫu Nà Lốc", *parts]:
        assert part in text, part


def with_photo(desk):
    item = desk.item("Dứa quả Bản Lầu", "60", 3)
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "#c58600").save(out, "PNG")
    from django.core.files.base import ContentFile

    file = store(ContentFile(out.getvalue(), name="dua.png"), owner="products.photo", by=desk.lan, at=desk.at)
    Photo.objects.create(product=item.dossier.product, file=file, kind="product")
    return item


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm of poppler")
def test_the_certificate_and_its_code(desk, tmp_path, settings):
    settings.SITE_ADDRESS = "https://ocop.example.vn"
    (certificate,) = desk.sign(desk.submitted(with_photo(desk)))
    content = printed_now(certificate)
    text = words(content)
    for part in (
        "GIẤY CHỨNG NHẬN", "Sản phẩm OCOP đạt hạng 3 sao", "Dứa quả Bản Lầu", "Hợp tác xã Mẫu Nà Lốc",
        "Xã Bản Lầu, tỉnh Lào Cai", "số 512-MH/QĐ-UBND ngày 23/11/2026", "15-02788-1-2026",
        "23/11/2026 – 23/11/2029", "Hoàng Thịnh", certificate.printed_code, "MINH HOẠ",
    ):  # fmt: skip
        assert part in text, part
    path = tmp_path / "certificate.pdf"
    path.write_bytes(content)
    subprocess.run(["pdftoppm", "-r", "150", "-png", str(path), str(tmp_path / "page")], check=True)
    (picture,) = Path(tmp_path).glob("page*.png")
    assert qr.read(picture.read_bytes()) == [f"https://ocop.example.vn/v/{certificate.code}"]


def test_the_certificate_shows_the_photograph_of_the_signing(desk):
    item = with_photo(desk)
    (certificate,) = desk.sign(desk.submitted(item))
    Photo.objects.update(is_withdrawn=True)
    frozen = Printout.objects.get(kind="certificates.certificate").data
    assert frozen["photo"] == certificate.decision_item.photo.sha256
    assert filled(frozen)["photo"].startswith("<svg")
    StoredFile.objects.filter(pk=certificate.decision_item.photo_id).update(sha256="0" * 64)
    assert filled(frozen)["photo"] is None  # the storage has lost it
    assert filled(certificate_data(Certificate.objects.get()))["photo"] is None


def test_a_certificate_is_the_same_whenever_it_is_made(desk):
    (certificate,) = desk.sign(desk.submitted())
    first = printed_now(certificate)
    again = printed_now(Certificate.objects.get())
    assert first == again


def test_missing_papers_are_made_once(desk):
    desk.signed(desk.item("A"), desk.item("B"))
    assert make_papers(desk.at) == Made(5)
    files = sorted(Certificate.objects.values_list("file", flat=True))
    assert make_papers(desk.at + timedelta(days=1)) == Made()
    call_command("render_papers", verbosity=0)
    assert sorted(Certificate.objects.values_list("file", flat=True)) == files
    decision = Decision.objects.get()
    assert content_of(decision.file)[:5] == b"%PDF-"
    assert decision.file.name == "quyet-dinh-2026-11-23.pdf"


def test_a_name_that_no_typeface_has_is_signed_and_printed(desk):
    desk.producer.name = samples.HARD
    desk.producer.save()
    decision = desk.signed(desk.item(samples.HARD))
    assert (make_papers(desk.at), make_papers(desk.at)) == (Made(3), Made())
    files = [decision, Certificate.objects.get(), ResultNotice.objects.get()]
    printed = [words(content_of(type(one).objects.get(pk=one.pk).file)) for one in files]
    printed.append(words(papers.submission_letter_pdf(decision, at=desk.at)))
    approval = desk.signed(
        desk.for_ministry(f"{samples.HARD} 5"), kind=DecisionKind.APPROVAL_OF_RESULT, number="514-MH/QĐ-UBND"
    )
    printed.append(words(papers.proposal_letter_pdf(approval.items.get(), None, at=desk.at)))
    assert [paper.count(samples.HARD_SHOWN) >= 2 for paper in printed] == [True] * 5
    assert [letter for letter in "👍中ก\ufffd" for paper in printed if letter in paper] == []


def test_what_is_printed_was_frozen_by_the_act_and_is_the_same_when_read_again(desk):
    """Names and places that change meanwhile are not those of the signature."""
    desk.signed(with_photo(desk), desk.item("Chè đen"))
    acts.notify_result(desk.low(), by=desk.phuc, at=desk.at)
    rows = Printout.objects.order_by("pk")
    assert sorted(row.kind for row in rows) == [
        *["certificates.certificate"] * 2, "certificates.decision", *["certificates.resultnotice"] * 3,
    ]  # fmt: skip
    things = [maker_of(row.kind).model.objects.get(pk=row.thing_id) for row in rows]
    at_once = [printed_now(thing) for thing in things]
    type(desk.programme).objects.update(agency_name="Cơ quan tên mới")
    assert make_papers(desk.at) == Made(6)
    for thing, content in zip(things, at_once, strict=True):
        thing.refresh_from_db()
        assert content_of(thing.file) == content


def test_the_record_holds_what_is_printed_and_then_its_pdf(desk):
    decision = desk.signed()
    certificate, notice = Certificate.objects.get(), ResultNotice.objects.get()
    make_papers(desk.at)
    for thing, acted in (
        (decision, "decision.sign"), (certificate, "certificate.issue"), (notice, "resultnotice.write"),
    ):  # fmt: skip
        thing.refresh_from_db()
        row = Printout.objects.get(kind=thing._meta.label_lower, thing_id=thing.pk)
        entries = {entry.action: entry for entry in history(thing)}
        printed = entries[f"{thing._meta.model_name}.print"]
        assert entries[acted].data["printed"] == row.sha256 == sha256_hex(row.data)
        assert (printed.by, printed.data) == (None, {"printed": row.sha256, "pdf": thing.file.sha256})
    assert verify_chain() is None


def test_a_numbered_notice_gets_a_new_paper(desk):
    desk.signed()
    notice = ResultNotice.objects.get()
    make_papers(desk.at)
    notice.refresh_from_db()
    before = notice.file
    acts.number_notice(notice, number="33-MH/TB-SNNMT", noticed_on=desk.at.date(), by=desk.phuc, at=desk.at)
    assert ResultNotice.objects.get().file is None
    assert make_papers(desk.at) == Made(1)
    after = ResultNotice.objects.get().file
    assert before.pk != after.pk
    assert "Số: 33-MH/TB-SNNMT" in words(content_of(after))


def test_the_database_keeps_signed_decisions_and_certificates(desk):
    from django.db import DatabaseError, transaction

    desk.signed()
    make_papers(desk.at)
    tables = ("certificates_decision", "certificates_certificate")
    guards.install(connection, tables)
    try:
        for model in (Decision, Certificate):
            with pytest.raises(DatabaseError), transaction.atomic():
                model.objects.update(search_text="x")
    finally:
        guards.remove(connection, tables)
