"""Evidence of invented producers: small PDF files that the demonstration makes itself,
each marked as illustration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile

from ocop.casework.dossiers.acts import add_evidence, cite_evidence
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.engines import pdf

TEMPLATE = "outlets/demo/papers/evidence.typ"


@dataclass(frozen=True)
class Sample:
    """What a kind of evidence looks like here: title, issuer, and what it says.
    `years` is how long it is in force.
    """

    title: str
    issuer: str
    says: str
    years: int = 0


SAMPLES = {
    "business_registration": Sample(
        "Giấy đăng ký kinh doanh", "Cơ quan đăng ký kinh doanh (minh hoạ)",
        "Chứng nhận {producer} đã đăng ký, ngành nghề phù hợp với sản phẩm {product}.",
    ),
    "production_eligibility": Sample(
        "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm", "Cơ quan quản lý chất lượng (minh hoạ)",
        "Cơ sở của {producer} đủ điều kiện an toàn thực phẩm cho sản phẩm {product}.", 3,
    ),
    "quality_declaration": Sample(
        "Bản tự công bố chất lượng", "{producer}",
        "{producer} công bố chất lượng {product} và chịu trách nhiệm.",
    ),
    "materials_and_linkage": Sample(
        "Hợp đồng liên kết vùng nguyên liệu", "{producer} và 23 hộ trong xã",
        "Các hộ bán nguyên liệu cho {producer}; hai bên thống nhất giống, cách chăm sóc và giá sàn.", 3,
    ),
    "test_reports": Sample(
        "Phiếu kiểm nghiệm", "Phòng thử nghiệm (minh hoạ)",
        "Mẫu {product}: các chỉ tiêu an toàn thực phẩm trong giới hạn cho phép.", 1,
    ),
    "intellectual_property": Sample(
        "Quyết định chấp nhận đơn đăng ký nhãn hiệu", "Cơ quan sở hữu trí tuệ (minh hoạ)",
        "Đơn đăng ký nhãn hiệu cho {product} hợp lệ về hình thức.",
    ),
    "market_development": Sample(
        "Hợp đồng đại lý", "{producer} và ba cửa hàng", "Ba cửa hàng ngoài xã nhận bán {product} quanh năm.",
        2,
    ),
    "business_plan": Sample(
        "Phương án, kế hoạch kinh doanh", "{producer}",
        "Năm tới giữ sản lượng {product}, thêm hai đại lý ngoài huyện.",
    ),
    "organisation_chart": Sample(
        "Giới thiệu bộ máy tổ chức", "{producer}", "{producer}: người đứng đầu, tổ sản xuất, tổ bán hàng.",
    ),
    "story": Sample("Câu chuyện sản phẩm", "{producer}", "{story}"),
}  # fmt: skip


def add_papers(dossier: Dossier, kinds: Sequence[str], *, by: Person, at: datetime) -> None:
    """One paper of each kind, cited by the criteria that it usually supports."""
    product = dossier.product
    keys = {kind.key: kind.criteria_names for kind in regulation_of(dossier).evidence_kinds}
    words = {"producer": product.producer.name, "product": product.name, "story": product.story}
    for number, kind in enumerate(kinds, start=1):
        sample = SAMPLES[kind]
        issued_on = date(at.year, 2 + number % 6, 4 + 3 * number)
        fields = {
            "kind": kind,
            "title": sample.title,
            "issuer": sample.issuer.format(**words),
            "number": f"{number:02}-MH/{dossier.pk:03}",
            "issued_on": issued_on,
            "expires_on": issued_on.replace(year=at.year + sample.years) if sample.years else None,
        }
        upload = _paper(fields, sample.says.format(**words), at)
        paper = add_evidence(
            producer=product.producer, upload=upload, fields=fields, by=by, at=at, dossier=dossier
        )
        for code, criterion in set_of(dossier).criteria.items():
            if criterion.key in keys[kind]:
                cite_evidence(dossier, evidence=paper, criterion=code, by=by, at=at)


def _paper(fields: dict[str, Any], says: str, at: datetime) -> ContentFile[bytes]:
    data = {name: fields[name] for name in ("title", "issuer", "number")} | {"lines": [says]}
    return ContentFile(pdf.render(TEMPLATE, data, at=at), name=f"{fields['kind'].replace('_', '-')}.pdf")
