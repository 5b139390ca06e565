"""The decision that annuls wrong acts, with its list. A state paper: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils import translation

from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.rules import Ground
from ocop.casework.annulment.selectors import items_of, why_not
from ocop.casework.certificates.papers.frame import closed_on, frame
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity
from ocop.foundation.documents.engines import pdf
from ocop.kernel.law import load_regulations
from ocop.kernel.text import day_words_vi

TEMPLATE = Path("casework") / "annulment" / "papers" / "huy_bo.typ"


def decision_pdf(annulment: Annulment, *, at: datetime) -> bytes:
    """The draft, which says across the page that it is one."""
    with translation.override("vi"):
        today = at.date()
        rows = [row for row in items_of(annulment) if not why_not(row, today, redo=annulment.redo)]
        return pdf.render(TEMPLATE, decision_data(annulment, rows), at=at)


def decision_data(
    annulment: Annulment,
    items: Sequence[AnnulmentItem],
    *,
    number: str = "",
    signed_on: date | None = None,
    titles: Sequence[str] = (),
    signer: str = "",
) -> dict[str, Any]:
    """What the decision says."""
    with translation.override("vi"):
        return {
            **frame(annulment.programme),
            "draft": not number,
            "number": number,
            "date": "" if signed_on is None else signed_on.isoformat(),
            "subject": f"huỷ bỏ kết quả đánh giá, công nhận {len(items)} sản phẩm OCOP không đúng quy định",
            "bases": _bases(annulment),
            "proposal": f"Theo đề nghị của {annulment.programme.agency_name}",
            "reason": annulment.reason,
            "redo": annulment.redo,
            "products": [_row(row) for row in items],
            "titles": list(titles) or list(CAPACITY_TITLES[Capacity.CHAIR]),
            "signer": signer,
        }


def _bases(annulment: Annulment) -> list[str]:
    law = list(load_regulations().values())[-1]
    title = law.label.vi.partition(" (")[0]
    article = "Điều 10" if annulment.ground == Ground.MINISTRY else "Điều 7"
    return [
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        f"Căn cứ {article} Quyết định số {law.number} ngày "
        f"{day_words_vi(law.issued_on)} của {law.issuer.vi} về {title[0].lower()}{title[1:]}",
        *([_basis(annulment)] if annulment.basis else []),
    ]


def _basis(annulment: Annulment) -> str:
    paper = annulment.basis
    assert paper is not None  # noqa: S101 - asked by who calls
    return f"Căn cứ Văn bản số {paper.number} ngày {day_words_vi(paper.issued_on)} của {paper.issuer}"


def _row(row: AnnulmentItem) -> dict[str, str]:
    known, item = row.recognition, row.item
    decided = ""
    if known is not None:
        day = f" ngày {known.decided_on:%d/%m/%Y}" if known.decided_on else ""
        decided = f"{known.number}{day}"
    return {
        "name": row.product_name,
        "producer": row.producer_name,
        "stars": str((known.stars if known else item.stars if item else "") or ""),
        "code": known.product_code if known else "",
        "by": decided,
        "meeting": "" if item is None else f"{item.meeting.title}, bế mạc ngày {closed_on(item.meeting)}",
    }
