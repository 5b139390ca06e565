"""Data of the sample papers. Everything is made up and says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop.foundation.documents.engines import qr

HARD = "Nguye\u0302\u0303n 👍中ก\ufffd\ue000"
"""A name with what the typefaces lack, as a database may hold it, and with letters taken apart;
and how it prints.
"""
HARD_SHOWN = "Nguyễn □□□□□"

CHECK_ADDRESS = "HTTPS://OCOP.LAOCAI.GOV.VN/V/7K3MZQ9T2VXW4HBD"


def decision(products: int = 40) -> dict[str, Any]:
    return {
        "illustration": True,
        "agency": "Ủy ban nhân dân tỉnh Lào Cai",
        "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        "number": "05-MH/QĐ-UBND",
        "symbol": "QĐ-UBND",
        "place": "Lào Cai",
        "date": date(2026, 2, 5),
        "subject": "Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP đợt 1 năm 2026 (minh hoạ)",
        "authority": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        "bases": ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Quyết định số 26/2026/QĐ-TTg"],
        "proposal": "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường",
        "articles": [
            "Công nhận các sản phẩm có tên trong danh sách.",
            "Chánh Văn phòng chịu trách nhiệm thi hành",
        ],
        "recipients": ["Như Điều 2", "Sở Nông nghiệp và Môi trường"],
        "titles": ["KT. Chủ tịch", "Phó Chủ tịch"],
        "signer": "Nguyễn Văn Mẫu",
        "products": [
            {"name": f"Dứa quả Bản Lầu {n + 1}", "producer": "Hợp tác xã Mẫu Nà Lốc", "stars": 3 + n % 2}
            for n in range(products)
        ],
    }


def minutes() -> dict[str, Any]:
    return {
        "illustration": True,
        "parent": "Ủy ban nhân dân tỉnh Lào Cai",
        "agency": "Hội đồng đánh giá, phân hạng sản phẩm OCOP",
        "number": None,
        "symbol": "BB-HĐOCOP",
        "subject": "Phiên họp đánh giá, phân hạng sản phẩm OCOP đợt 1 năm 2026",
        "begins": "8 giờ 00, ngày 05 tháng 02 năm 2026",
        "venue": "Sở Nông nghiệp và Môi trường tỉnh Lào Cai",
        "people": ["Chủ trì: bà Trần Thị Mẫu", "Thư ký: ông Lê Văn Mẫu", "7 thành viên, vắng 0"],
        "content": ["Hội đồng chấm điểm độc lập từng sản phẩm theo bộ tiêu chí."],
        "products": [{"name": "Dứa quả Bản Lầu", "points": "86,50", "stars": 3}],
        "ends": "11 giờ 30 cùng ngày",
        "secretary": "Lê Văn Mẫu",
        "chair": "Trần Thị Mẫu",
    }


def letter() -> dict[str, Any]:
    return {
        "illustration": True,
        "agency": "Ủy ban nhân dân tỉnh Lào Cai",
        "number": None,
        "symbol": "UBND-NLN",
        "place": "Lào Cai",
        "date": None,
        "subject": "đề nghị công nhận sản phẩm OCOP 5 sao",
        "addressees": ["Bộ Nông nghiệp và Môi trường", "Văn phòng điều phối trung ương"],
        "body": ["Ủy ban nhân dân tỉnh đề nghị quý Bộ xem xét hồ sơ kèm theo.", "Trân trọng cảm ơn"],
        "recipients": ["Sở Nông nghiệp và Môi trường"],
        "titles": ["TM. Ủy ban nhân dân", "Chủ tịch"],
        "signer": "Nguyễn Văn Mẫu",
    }


def certificate(**changed: Any) -> dict[str, Any]:
    return {
        "illustration": True,
        "agency": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        "heading": "Giấy chứng nhận",
        "kind": "Sản phẩm OCOP đạt hạng 4 sao",
        "product": "Dứa quả Bản Lầu (minh hoạ)",
        "producer": "Hợp tác xã Mẫu Nà Lốc",
        "producer_place": "Xã Bản Lầu, tỉnh Lào Cai",
        "stars": 4,
        "facts": [
            {"label": "Quyết định", "value": "số 512-MH/QĐ-UBND ngày 15/03/2026"},
            {"label": "Mã sản phẩm", "value": "15-02788-3-2026"},
            {"label": "Có giá trị", "value": "15/03/2026 – 15/03/2029"},
        ],
        "place": "Lào Cai",
        "date": date(2026, 3, 15),
        "titles": ["KT. Chủ tịch", "Phó Chủ tịch"],
        "signer": "Nguyễn Văn Mẫu",
        "qr": qr.svg(CHECK_ADDRESS),
        "address": "Quét mã để kiểm tra giấy này",
        "photo": None,
        "code": "7K3M ZQ9T 2VXW 4HBD",
        "layout": "Mẫu minh hoạ, bản 1",
    } | changed
