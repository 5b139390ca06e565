"""What was wrong is put right by another act: a recognition annulled, a certificate replaced; and what the
ministry answered.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from ocop.casework.annulment import acts as annulling
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.rules import Ground
from ocop.casework.annulment.selectors import Wrong
from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Certificate, Decision, DecisionItem
from ocop.casework.certificates.rules import Cause
from ocop.outlets.demo.life.holders import recognition_of
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage

BOUGHT = "vit-coc-ly"


def note_corrections(stage: Stage) -> None:
    """Prepared by one officer, verified by another, signed by a third."""
    note = stage.diary.note
    note("11-10 10:00", lambda at: _prepare(stage, at))
    note("11-12 15:20", lambda at: _verify(stage, at))
    note("11-18 14:00", lambda at: _annul(stage, at))
    note("11-18 15:10", lambda at: _replace(stage, at))
    note("11-19 09:20", lambda at: _submit(stage, at))
    note("11-20 10:00", lambda at: _sign(stage, at))
    note("11-23 07:40", lambda at: _ministry(stage, at))


def _prepare(stage: Stage, at: datetime) -> None:
    assert stage.programme is not None  # noqa: S101
    annulling.prepare_annulment(
        stage.programme, wrong=[Wrong(None, recognition_of(stage, BOUGHT))], ground=Ground.PROVINCE,
        redo=False, reason="Minh hoạ: trứng mua ở tỉnh khác về dán nhãn ngay từ ngày được công nhận.",
        by=stage.people["phuc"], at=at,
    )  # fmt: skip


def _stored(stage: Stage) -> Annulment:
    return Annulment.objects.get(items__recognition=recognition_of(stage, BOUGHT))


def _verify(stage: Stage, at: datetime) -> None:
    finding = "Minh hoạ: đã đối chiếu sổ thu mua năm 2025. Đúng như đề nghị."
    annulling.verify_annulment(_stored(stage), finding=finding, by=stage.people["tam"], at=at)


def _annul(stage: Stage, at: datetime) -> None:
    annulling.sign_annulment(
        _stored(stage), number=f"124{MARK}/QĐ-UBND", signed_on=at.date(), by=stage.people["khanh"], at=at
    )


def _replace(stage: Stage, at: datetime) -> None:
    """The group of weavers became a cooperative six days before (see the help of this year)."""
    certificate = Certificate.objects.get(product=stage.products["tui-tho-cam"])
    printed = certificate.decision_item.printed
    stage.decisions["replaced"] = acts.replace_certificate(
        certificate, cause=Cause.RENAMED, product=printed["product"], producer="Hợp tác xã Mẫu Sợi Lanh",
        place=printed["place"], reason="Minh hoạ: tổ hợp tác đã chuyển thành hợp tác xã.",
        by=stage.people["phuc"], at=at,
    )  # fmt: skip


def _decision(stage: Stage) -> Decision:
    return Decision.objects.select_related("programme").get(pk=stage.decisions["replaced"].pk)


def _submit(stage: Stage, at: datetime) -> None:
    acts.submit_decision(
        _decision(stage), letter_no=f"57{MARK}/TTr-SNNMT", letter_on=at.date(), by=stage.people["tam"], at=at
    )


def _sign(stage: Stage, at: datetime) -> None:
    acts.sign_decision(
        _decision(stage), number=f"126{MARK}/QĐ-UBND", signed_on=at.date(), by=stage.people["khanh"], at=at
    )


def _ministry(stage: Stage, at: datetime) -> None:
    """Below 90 points at the centre: the black tea is back in the province's hands."""
    item = DecisionItem.objects.get(decision=stage.decisions["ministry"])
    acts.record_central_answer(
        item, outcome="below", number=f"214{MARK}/BNNMT-VPĐP", signed_on=at.date(), score=Decimal("87.40"),
        stars=4, by=stage.people["phuc"], at=at,
    )  # fmt: skip
