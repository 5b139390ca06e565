"""Forms and receipt as PDF: the words are there and can be read out again, the code leads to the receipt."""

from __future__ import annotations

import io

from django.utils import translation
from pypdf import PdfReader

from ocop.casework.dossiers import papers
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import content, latest_submission, submitted_content
from ocop.casework.dossiers.tests.cast import Scene
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.tests import samples


def words(pdf: bytes) -> str:
    """The text of all pages, spaces evened out."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_form_01_is_filled_from_the_data(scene: Scene) -> None:
    dossier = scene.received()
    text = words(papers.form_01(dossier, submitted_content(dossier), latest_submission(dossier), at=scene.at))
    for part in (
        "PHIẾU ĐĂNG KÝ", "của tỉnh Lào Cai năm 2026", "HTX Dứa Bản Lầu", "Giàng Thị Lan", "0912345678",
        "Dứa sấy dẻo",
        "Thực phẩm chế biến", "Sản phẩm mẫu: 5", "1/PĐK-15-02788-2026", "23/11/2026", "xã Bản Lầu",
    ):  # fmt: skip
        assert part in text


def test_names_that_no_typeface_has_are_boxes_on_every_form(scene: Scene) -> None:
    dossier, at = scene.proposed(), scene.at
    submission, frozen = latest_submission(dossier), submitted_content(dossier)
    for part in ("product", "producer"):
        frozen[part]["name"] = submission.content[part]["name"] = samples.HARD
    dossier.intake_checks.update(signer_name=samples.HARD)
    made = [
        papers.form_01(dossier, frozen, submission, at=at),
        papers.form_02(dossier, frozen, submission, at=at),
        papers.form_03(dossier, dossier.intake_checks.get(), at=at),
        papers.receipt(submission),
    ]
    texts = [words(paper) for paper in made]
    assert [samples.HARD_SHOWN in text for text in texts] == [True] * 4
    assert [letter for letter in "👍中ก\ufffd" for text in texts if letter in text] == []


def test_form_01_of_a_draft_says_so(scene: Scene) -> None:
    dossier = scene.draft()
    text = words(papers.form_01(dossier, content(dossier, person=scene.lan, at=scene.at), None, at=scene.at))
    assert "Bản nháp, chưa nộp." in text


def test_form_02_has_its_four_parts_and_every_criterion(scene: Scene) -> None:
    dossier = scene.submitted()
    text = words(papers.form_02(dossier, submitted_content(dossier), latest_submission(dossier), at=scene.at))
    for part in (
        "Phần I.",
        "Phần II.",
        "Phần III.",
        "Phần IV.",
        "1.1. Nguồn nguyên liệu",
        "Tổng điểm tự chấm",
        "Mở rộng vườn.",
    ):
        assert part in text


def test_form_03_has_four_contents_the_given_number_and_no_points(scene: Scene) -> None:
    dossier = scene.proposed()
    text = words(papers.form_03(dossier, dossier.intake_checks.get(), at=scene.at))
    for part in (
        "Số: 01-MH/BC-UBND", "ngày 23 tháng 11 năm 2026", "Dứa trồng tại xã.", "Tám lao động của xã.",
        "Sản phẩm truyền thống.", "Giống dứa của địa phương.", "TM. ỦY BAN NHÂN DÂN",
    ):  # fmt: skip
        assert part in text
    assert "điểm" not in text.lower()


def test_papers_stay_vietnamese_on_an_english_page(scene: Scene) -> None:
    dossier = scene.proposed()
    with translation.override("en"):
        text = words(papers.form_03(dossier, dossier.intake_checks.get(), at=scene.at))
    assert "Sử dụng nguyên liệu địa phương" in text


def test_the_receipt_carries_code_time_and_hash(scene: Scene) -> None:
    submission = scene.submit(scene.fill(scene.draft()))
    text = words(papers.receipt(submission))
    term = "15 ngày làm việc từ ngày xã tiếp nhận"
    for part in (submission.code, "09:00 ngày 23/11/2026", submission.content_hash, term, "32/32"):
        assert part in text


def test_the_code_on_the_receipt_opens_the_receipt(scene: Scene) -> None:
    submission = scene.submit(scene.fill(scene.draft()))
    link = papers.receipt_link(submission)
    assert link.endswith(f"/ho-so/{submission.dossier.key}/bien-nhan/{submission.code}/")
    assert qr.read(qr.png(link)) == [link]


def test_the_same_submission_prints_the_same_bytes(scene: Scene) -> None:
    dossier = Dossier.objects.get(pk=scene.submitted().pk)
    submission = latest_submission(dossier)
    frozen = submitted_content(dossier)
    first, again = (papers.form_01(dossier, frozen, submission, at=scene.at) for _ in range(2))
    assert first == again
