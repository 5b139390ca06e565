"""The minutes as a Word file: what the closing froze, with the conclusion to write on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from ocop.foundation.documents.engines.docx import StatePaper

CONCLUSION = "Kết luận"
"""The zone of the minutes that the secretary writes in."""
NO_CONFLICT = "Các thành viên có mặt đã khai báo từng sản phẩm; không có xung đột lợi ích."


def minutes_docx(data: Mapping[str, Any], at: datetime) -> bytes:
    """The minutes of a closed meeting, in the order of the printed ones."""
    paper = StatePaper(title=f"Biên bản – {data['subject']}", at=at, illustration=data["illustration"])
    paper.head(parent=data["parent"], agency=data["agency"], symbol="BB-HĐ", number=data["number"])
    paper.title("Biên bản", data["subject"])
    _session(paper, data)
    _results(paper, data)
    _scores(paper, data)
    paper.heading("VIII. Kết luận")
    paper.zone(CONCLUSION, data["note"] or "Hội đồng nhất trí với kết quả nêu trên.")
    paper.paragraph(f"Sổ ghi nhận của hệ thống khi bế mạc, số thứ tự và mã băm: {data['record']}")
    paper.ending(f"Phiên họp kết thúc lúc {data['ends']}. Biên bản đã được đọc lại và người dự họp nhất trí")
    paper.ends_as_minutes(data["secretary"], data["chair"])
    paper.lock()
    return paper.content()


def _lines(paper: StatePaper, lines: Iterable[str], title: str = "") -> None:
    """A list, below its title; nothing of an empty one."""
    for place, line in enumerate(lines):
        if title and not place:
            paper.paragraph(title)
        paper.paragraph(f"- {line}")


def _session(paper: StatePaper, data: Mapping[str, Any]) -> None:
    paper.heading("I. Thời gian, địa điểm, hình thức")
    paper.paragraph(f"Bắt đầu: {data['begins']}. Hình thức: {data['kind'].lower()}.")
    if data["venue"]:
        paper.paragraph(f"Địa điểm: {data['venue']}.")
    paper.heading("II. Căn cứ")
    _lines(paper, data["papers"])
    paper.heading("III. Thành phần")
    _lines(paper, data["present"], f"Có mặt ({data['count']}):")
    _lines(paper, data["absent"], "Vắng mặt:")
    _lines(paper, data.get("changes", ()), "Thay đổi về thành phần:")
    recorded_by = f" Thư ký: {data['secretary']}." if data["secretary"] else ""
    paper.paragraph(f"Chủ trì: {data.get('chaired', data['chair'])}.{recorded_by}")
    paper.heading("IV. Xung đột lợi ích")
    if data["conflicts"]:
        _lines(paper, data["conflicts"])
    else:
        paper.paragraph(NO_CONFLICT)
    paper.heading("V. Quy tắc tổng hợp đã áp dụng")
    _lines(paper, data["rules"])


def _results(paper: StatePaper, data: Mapping[str, Any]) -> None:
    paper.heading("VI. Kết quả đánh giá")
    _lines(paper, data.get("advice", ()), "Báo cáo của tổ tư vấn:")
    paper.table(
        ("TT", "Sản phẩm, chủ thể", "Phiếu", "Điểm", "Chênh lệch", "Hạng sao", "Đề nghị"),
        [
            (
                one["place"], f"{one['name']}, {one['producer']}", one["sheets"], one["total"], one["spread"],
                one["stars"], one["proposal"],
            )
            for one in data["products"]
        ],
        (1.1, 5.0, 1.4, 2.1, 2.0, 1.5, 3.4),
    )  # fmt: skip
    for one in data["details"]:
        if one["lines"]:
            paper.heading(one["name"], level=2)
            _lines(paper, one["lines"])
    _lines(paper, data.get("removed", ()), "Đưa ra khỏi phiên họp:")


def _scores(paper: StatePaper, data: Mapping[str, Any]) -> None:
    paper.heading("VII. Bảng điểm của thành viên và mã phiếu đã chốt")
    paper.paragraph("Mã ngắn lấy từ mã băm của phiếu, dùng để đối chiếu với phiếu giấy.")
    for one in data.get("scores", ()):
        paper.heading(one["name"], level=2)
        parts = [f"Phần {part}" for part in one["parts"]]
        narrow = 6.0 / max(len(parts), 1)
        paper.table(
            ("Thành viên", "Lượt", *parts, "Tổng", "Mã phiếu", "Ghi chú"),
            one["rows"],
            (3.4, 1.1, *(narrow for _part in parts), 1.4, 2.4, 2.2),
        )
    _lines(paper, data.get("by_paper", ()), "Phiếu nhập thay từ phiếu giấy có chữ ký của thành viên:")
