"""Officers of commune and province, and the signer."""

from __future__ import annotations

from pathlib import Path

import typst
from django.utils.timezone import localdate

from ocop.foundation.documents.engines import qr
from tests.journeys.browser import Tab


def today() -> str:
    """As people write it."""
    return f"{localdate():%d/%m/%Y}"


def receive_and_propose(minh: Tab, dossier: str) -> None:
    """The commune: takes it in, checks the components, writes the four contents, proposes."""
    minh.open("/tiep-nhan/")
    minh.picture("xa-ban-tiep-nhan")
    minh.open(dossier)
    minh.picture("xa-ho-so")
    minh.follow("Tiếp nhận")
    minh.press("Tiếp nhận")
    for finding in minh.page.locator("[name^=finding_][value=ok]").all():
        finding.check()
    minh.fill(
        samples_count="5",
        samples_received_on=today(),
        samples_handed_by="Mẫu Thị Lan",
        materials="Toàn bộ dứa trồng tại xã; đã đi xem vườn.",
        labour="23 hộ trong xã cùng trồng.",
        idea_origin="Giống dứa trồng ở xã từ lâu.",
        identity="Đất đồi ven suối, người trồng giữ cách ủ giống riêng.",
    )
    minh.picture("xa-kiem-tra")
    minh.press("Lưu và đề nghị tỉnh")
    minh.fill(
        report_no="41-MH/BC-UBND", reported_on=today(), proposal_no="42-MH/UBND-KT", proposed_on=today()
    )
    minh.picture("xa-de-nghi")
    minh.press("Đề nghị tỉnh đánh giá")
    minh.sees("Đã đề nghị tỉnh đánh giá.")
    assert minh.page.locator("[name*=score], [name*=point], [name=choice]").count() == 0


def accept(phuc: Tab, dossier: str) -> None:
    """The province checks the dossier and takes it for the council."""
    phuc.open("/tiep-nhan/")
    phuc.picture("tinh-ban-tiep-nhan")
    phuc.open(dossier)
    phuc.picture("tinh-ho-so")
    phuc.follow("Nhận để trình hội đồng")
    phuc.fill(note="Thành phần đủ, minh chứng khớp.")
    phuc.press("Nhận hồ sơ")


def schedule(phuc: Tab, product: str) -> str:
    """Plans a meeting and puts the product on its agenda; the address of the meeting."""
    phuc.open("/hoi-dong/")
    phuc.picture("tinh-hoi-dong-danh-sach")
    phuc.follow("Hội đồng đánh giá")
    phuc.picture("tinh-hoi-dong")
    phuc.follow("Lên lịch phiên họp")
    phuc.fill(title="Phiên họp dứa", day=today(), hour="23:59", venue="Phòng họp 2")
    phuc.press("Lưu")
    meeting = phuc.page.url
    phuc.follow("Đưa sản phẩm vào")
    phuc.tick(product)
    phuc.fill(report_no="09-MH/BC-TTV", report_on=today(), advisory_opinion="Đề nghị đánh giá.")
    phuc.picture("tinh-chuong-trinh-nghi-su")
    phuc.press("Đưa vào phiên họp")
    phuc.sees(product)
    return meeting


def draft_decision(phuc: Tab, product: str) -> str:
    """The provincial officer drafts and hands to the signer; the address of the decision."""
    phuc.open("/quyet-dinh/soan/")
    phuc.tick(product)
    phuc.picture("tinh-soan-quyet-dinh")
    phuc.press("Soạn dự thảo")
    decision = phuc.page.url
    phuc.picture("tinh-du-thao")
    phuc.open(f"{decision}trinh/")
    phuc.fill(letter_no="61-MH/TTr-SNNMT", letter_on=today())
    phuc.press("Trình")
    return decision


def sign(khanh: Tab, decision: str) -> str:
    """Number and date from the records office; then the certificate is there. Its public address."""
    khanh.open(f"{decision}ky/")
    khanh.fill(number="203-MH/QĐ-UBND", signed_on=today())
    khanh.picture("nguoi-ky-ky")
    khanh.press("Ký ban hành")
    khanh.picture("nguoi-ky-da-ky")
    khanh.page.locator("main td a[href*='/giay-chung-nhan/']").first.click()
    khanh.waits_out("Đang lập bản PDF")
    khanh.picture("nguoi-ky-giay-chung-nhan")
    return khanh.says(".address")


def qr_of(content: bytes, folder: Path) -> str:
    """What the code on a certificate says; its page is drawn from the PDF itself."""
    (folder / "paper.pdf").write_bytes(content)
    (folder / "page.typ").write_text(
        '#set page(margin: 0pt, width: auto, height: auto)\n#image("paper.pdf", width: 297mm)'
    )
    drawn = typst.compile(str(folder / "page.typ"), root=str(folder), format="png", ppi=150)
    (said,) = qr.read(drawn)
    return said


def certificate_points_to(khanh: Tab, folder: Path) -> str:
    """The address in the code on the certificate's PDF."""
    address = khanh.page.get_by_role("link", name="Giấy chứng nhận (PDF)").get_attribute("href")
    answer = khanh.context.request.get(address)
    assert answer.status == 200
    return qr_of(answer.body(), folder)


def check_in_public(shopper: Tab, address: str, product: str) -> None:
    """A stranger's telephone: the product, its stars, valid, and no cookie."""
    assert shopper.open(address) == 200
    assert shopper.says("h1").startswith(product)
    shopper.sees("Còn hiệu lực")
    shopper.sees("203-MH/QĐ-UBND")
    assert shopper.context.cookies() == []
    shopper.picture("nguoi-mua-xac-minh")
