"""The decision that takes certificates back, with its list. A state paper: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import translation

from ocop.casework.certificates.papers.frame import frame
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity
from ocop.casework.revocation.labels import GROUNDS
from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.rules import RESTS_ON, Evidence, Ground
from ocop.casework.revocation.selectors import items_of, why_not
from ocop.foundation.documents.engines import pdf
from ocop.kernel.law import load_regulations
from ocop.kernel.text import day_words_vi
from ocop.registers.products.models import Recognition

TEMPLATE = Path("casework") / "revocation" / "papers" / "thu_hoi.typ"

BASIS_WORDS = {
    Evidence.CONCLUSION: "Kết luận", Evidence.CONFIRMATION: "Văn bản xác nhận", Evidence.ANY: "Văn bản"
}  # fmt: skip


def decision_pdf(revocation: Revocation, *, at: datetime) -> bytes:
    """As it was signed; before that as a draft that says so across the page."""
    with translation.override("vi"):
        content = revocation.content
        if content is None:
            today = at.date()
            rows = [row for row in items_of(revocation) if not why_not(row.recognition, today)]
            content = decision_data(revocation, rows)
        return pdf.render(TEMPLATE, content, at=revocation.decided_at or at)


def decision_data(
    revocation: Revocation,
    items: Sequence[RevocationItem],
    *,
    number: str = "",
    signed_on: date | None = None,
    titles: Sequence[str] = (),
    signer: str = "",
) -> dict[str, Any]:
    """What the decision says."""
    with translation.override("vi"):
        return {
            **frame(revocation.programme),
            "draft": not number,
            "number": number,
            "date": "" if signed_on is None else signed_on.isoformat(),
            "subject": f"thu hồi giấy chứng nhận của {len(items)} sản phẩm OCOP",
            "bases": _bases(revocation),
            "proposal": f"Theo đề nghị của {revocation.programme.agency_name}",
            "ground": str(GROUNDS[Ground(revocation.ground)]),
            "reason": revocation.reason,
            "products": [_row(row.recognition, row) for row in items],
            "titles": list(titles) or list(CAPACITY_TITLES[Capacity.CHAIR]),
            "signer": signer,
        }


def _bases(revocation: Revocation) -> list[str]:
    law = list(load_regulations().values())[-1]
    title = law.label.vi.partition(" (")[0]
    return [
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        f"Căn cứ Điều 8 Quyết định số {law.number} ngày "
        f"{day_words_vi(law.issued_on)} của {law.issuer.vi} về {title[0].lower()}{title[1:]}",
        *([_basis(revocation)] if revocation.basis else []),
    ]


def _basis(revocation: Revocation) -> str:
    paper, kind = revocation.basis, BASIS_WORDS[RESTS_ON[Ground(revocation.ground)]]
    assert paper is not None  # noqa: S101 - asked by who calls
    return f"Căn cứ {kind} số {paper.number} ngày {day_words_vi(paper.issued_on)} của {paper.issuer}"


def _row(recognition: Recognition, item: RevocationItem) -> dict[str, str]:
    decided = f" ngày {recognition.decided_on:%d/%m/%Y}" if recognition.decided_on else ""
    return {
        "name": item.product_name,
        "producer": item.producer_name,
        "stars": str(recognition.stars or ""),
        "code": recognition.product_code,
        "by": f"{recognition.number}{decided}",
    }
