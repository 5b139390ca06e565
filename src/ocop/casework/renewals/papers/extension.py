"""What the decision that extends says. A state paper: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import translation

from ocop.casework.certificates.papers.frame import frame
from ocop.casework.renewals.models import Extension, ExtensionItem
from ocop.kernel.law import load_regulations
from ocop.kernel.text import day_words_vi


def extension_data(
    extension: Extension,
    items: Sequence[ExtensionItem],
    *,
    number: str,
    signed_on: date,
    titles: Sequence[str],
    signer: str,
) -> dict[str, Any]:
    """The basis in article 12(3), the products with their ends and hard stops."""
    law = list(load_regulations().values())[-1]
    with translation.override("vi"):
        return {
            **frame(extension.programme),
            "number": number,
            "date": signed_on.isoformat(),
            "subject": f"kéo dài hiệu lực giấy chứng nhận của {len(items)} sản phẩm OCOP",
            "bases": [
                "Căn cứ Luật Tổ chức chính quyền địa phương",
                f"Căn cứ khoản 3 Điều 12 Quyết định số {law.number} ngày {day_words_vi(law.issued_on)} của "
                f"{law.issuer.vi}",
            ],
            "proposal": f"Theo đề nghị của {extension.programme.agency_name}",
            "reason": extension.reason,
            "products": [_row(item) for item in items],
            "titles": list(titles),
            "signer": signer,
        }


def _row(item: ExtensionItem) -> dict[str, str]:
    one = item.recognition
    return {
        "name": item.product_name,
        "producer": item.producer_name,
        "stars": str(one.stars or ""),
        "by": one.number,
        "filed": f"{item.filed_on:%d/%m/%Y}",
        "ends": "" if one.expires_on is None else f"{one.expires_on:%d/%m/%Y}",
        "stops": f"{item.stops_on:%d/%m/%Y}",
    }
