"""What the articles of a decision say, unless the office wrote it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def name_of(number: int) -> str:
    """How an article is named on paper, and its zone in Word."""
    return f"Điều {number}"


def articles_of(data: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    """Every article in order, without its end; `texts` by their names come first."""
    return [texts.get(name_of(place), said) for place, said in enumerate(_said(data), start=1)]


def with_articles(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is typeset, also of a decision that was signed before its articles were kept as data."""
    return data if "articles" in data else {**data, "articles": articles_of(data, {})}


def _said(data: Mapping[str, Any]) -> list[str]:
    count = f"{len(data['products']):02d}"
    if data["replaced"]:
        first = _of_replacement(data, count)
    elif data["is_recognition"]:
        first = _of_recognition(data, count)
    else:
        first = _of_approval(data, count)
    return [
        *first,
        "Chánh Văn phòng Ủy ban nhân dân tỉnh, Thủ trưởng các cơ quan, đơn vị liên quan, Chủ tịch Ủy ban "
        "nhân dân các xã, phường và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này",
    ]


def _of_replacement(data: Mapping[str, Any], count: str) -> list[str]:
    return [
        f"Cấp lại giấy chứng nhận cho {count} sản phẩm OCOP có tên trong danh sách kèm theo Quyết định này, "
        f"thay giấy chứng nhận đã cấp. Lý do: {data['replaced'][0]['reason']}",
        "Giấy chứng nhận cấp lại giữ nguyên hạng sao, mã số sản phẩm và thời hạn của giấy được thay. Giấy "
        "được thay hết giá trị kể từ ngày Quyết định này có hiệu lực.",
        f"Quyết định này có hiệu lực kể từ ngày ký. {data['agency']} giao giấy mới, thu giấy cũ và cập nhật "
        "trang tra cứu.",
    ]


def _of_recognition(data: Mapping[str, Any], count: str) -> list[str]:
    return [
        f"Công nhận {count} sản phẩm OCOP có tên trong danh sách kèm theo Quyết định này đạt hạng sao ghi "
        "cho từng sản phẩm.",
        f"Mỗi sản phẩm được cấp giấy chứng nhận có giá trị {data['term']} kể từ ngày ban hành Quyết định "
        "này. Chủ thể có sản phẩm được công nhận chịu trách nhiệm duy trì chất lượng và sử dụng nhãn hiệu "
        "chứng nhận OCOP theo quy định.",
        f"Quyết định này có hiệu lực kể từ ngày ký. {data['agency']} công bố kết quả, thông báo bằng văn "
        "bản cho Ủy ban nhân dân cấp xã và các chủ thể.",
    ]


def _of_approval(data: Mapping[str, Any], count: str) -> list[str]:
    return [
        f"Phê duyệt kết quả đánh giá {count} sản phẩm OCOP đạt từ 90 điểm có tên trong danh sách kèm theo "
        "Quyết định này.",
        f"Giao {data['agency']} hoàn thiện hồ sơ, tham mưu Ủy ban nhân dân tỉnh đề nghị Bộ Nông nghiệp và "
        "Môi trường đánh giá, phân hạng sản phẩm OCOP 5 sao.",
        "Quyết định này có hiệu lực kể từ ngày ký và không thay cho việc công nhận hạng 5 sao.",
    ]
