"""Recognitions that are taken back: one of a holder's three, one for a lost growing area, one of a holder
that was dissolved; and a product that is made no more.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ocop.casework.revocation import acts
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.rules import CessationKind, Ground
from ocop.outlets.demo.life.holders import recognition_of
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

ISSUER = "Chi cục Quản lý chất lượng (minh hoạ)"
STANDARD: dict[str, Any] = {
    "ground": Ground.CRITERIA, "basis_no": f"15{MARK}/KL-QLCL", "basis_on": date(2026, 11, 3),
    "basis_issuer": ISSUER,
}  # fmt: skip
AREA: dict[str, Any] = {
    "ground": Ground.CRITERIA, "basis_no": f"18{MARK}/KL-QLCL", "basis_on": date(2026, 11, 13),
    "basis_issuer": ISSUER,
}  # fmt: skip
DISSOLVED: dict[str, Any] = {
    "ground": Ground.STOPPED, "basis_no": f"44{MARK}/UBND-KT", "basis_on": date(2026, 11, 9),
    "basis_issuer": "UBND xã Bắc Hà",
}  # fmt: skip
MIXED = "Gạo bán ra trộn giống khác; đã lập biên bản. Hai sản phẩm kia của hợp tác xã vẫn giữ."
LOST = "Vẫn đủ điểm 3 sao, nhưng vùng trồng mất chứng nhận VietGAP nên không còn đạt tiêu chí bắt buộc."
ENDED = "Hợp tác xã giải thể tự nguyện theo nghị quyết thành viên ngày 30/10."


def note_endings(stage: Stage) -> None:
    """The rice is taken back; the chilli waits for a signature, the bamboo shoots for a second officer."""
    note = stage.diary.note
    note("11-05 10:00", lambda at: _prepare(stage, "seng-cu", at, MIXED, STANDARD))
    note("11-09 15:00", lambda at: _verify(stage, "seng-cu", at, "Đã đến kho, đối chiếu sổ nhập. Đúng."))
    note("11-09 16:00", lambda at: _report(stage, at))
    note("11-16 09:30", lambda at: _prepare(stage, "ot-doi-gio", at, LOST, AREA))
    note("11-17 14:00", lambda at: _sign(stage, at))
    note("11-18 10:30", lambda at: _prepare(stage, "mang-kho", at, ENDED, DISSOLVED))
    note("11-19 10:00", lambda at: _verify(stage, "ot-doi-gio", at, "Đã xem giấy và vùng trồng tại Bản Lầu."))
    note("11-20 09:10", lambda at: _stop(stage, at))


def _stored(stage: Stage, key: str) -> Revocation:
    return Revocation.objects.get(items__recognition=recognition_of(stage, key))


def _prepare(stage: Stage, key: str, at: datetime, reason: str, facts: dict[str, Any]) -> None:
    assert stage.programme is not None  # noqa: S101
    acts.prepare_revocation(
        stage.programme, recognitions=[recognition_of(stage, key)], reason=f"Minh hoạ: {reason}", **facts,
        by=stage.people["phuc"], at=at,
    )  # fmt: skip


def _verify(stage: Stage, key: str, at: datetime, finding: str) -> None:
    acts.verify_revocation(_stored(stage, key), finding=finding, by=stage.people["tam"], at=at)


def _sign(stage: Stage, at: datetime) -> None:
    acts.sign_revocation(
        _stored(stage, "seng-cu"), number=f"121{MARK}/QĐ-UBND", signed_on=at.date(),
        by=stage.people["khanh"], at=at,
    )  # fmt: skip


def _report(stage: Stage, at: datetime) -> None:
    """The commune knows first that a cooperative is dissolved; its certificate holds until it is taken
    back.
    """
    assert stage.programme is not None  # noqa: S101
    acts.report_cessation(
        stage.programme, kind=CessationKind.DISSOLVED, product=stage.products["mang-kho"],
        number=DISSOLVED["basis_no"], issued_on=at.date(), issuer=DISSOLVED["basis_issuer"],
        note="Minh hoạ: giải thể tự nguyện, đã trả con dấu.", by=stage.people["sen"], at=at,
    )  # fmt: skip


def _stop(stage: Stage, at: datetime) -> None:
    """One product of three is made no more; the province has not looked at it yet."""
    assert stage.programme is not None  # noqa: S101
    acts.report_cessation(
        stage.programme, kind=CessationKind.STOPPED, product=stage.products["banh-chung"],
        number=f"51{MARK}/UBND-KT", issued_on=at.date(), issuer="UBND xã Mường Khương",
        note="Minh hoạ: hết người gói bánh.", by=stage.people["pao"], at=at,
    )  # fmt: skip
