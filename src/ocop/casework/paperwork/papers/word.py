"""The papers that offices go on writing in, as Word files: the same data as the PDF, with open zones.

Everything but the zones, number, day and name is locked (`StatePaper.lock`), so that what the data says is
not changed by accident; whoever answers for the paper may unlock it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from ocop.casework.paperwork.papers.word_minutes import minutes_docx
from ocop.foundation.documents.engines.docx import StatePaper

Data = Mapping[str, Any]
NOTE = "Nhận xét, kiến nghị"
"""The zone of the council's report that the council writes in."""


def _paper(data: Data, kind: str, title: str, at: datetime) -> StatePaper:
    return StatePaper(title=f"{kind} – {title}", at=at, illustration=data["illustration"])


def _day(data: Data) -> date | None:
    return date.fromisoformat(data["date"]) if data["date"] else None


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _done(paper: StatePaper) -> bytes:
    paper.lock()
    return paper.content()


def report_docx(data: Data, at: datetime) -> bytes:
    """The council's report."""
    paper = _paper(data, "Báo cáo", data["subject"], at)
    paper.head(
        parent=data["parent"], agency=data["agency"], symbol=data["symbol"], seat=data["place"],
        number=data["number"], on=_day(data),
    )  # fmt: skip
    paper.title("Báo cáo", data["subject"])
    paper.addressees([data["authority"]])
    paper.bases(data["bases"])
    paper.heading("I. Tổ chức đánh giá")
    paper.paragraph(
        f"Hội đồng họp từ {data['begins']} đến {data['ends']}; có mặt {data['count']}. "
        f"Biên bản số {data['minutes']}."
    )
    for line in data["conflicts"]:
        paper.paragraph(f"- {line}")
    paper.heading("II. Kết quả")
    counts = ", ".join(f"{number} sản phẩm {word}" for word, number in data["counts"])
    paper.paragraph(f"Hội đồng đánh giá {data['many']} sản phẩm: {counts}.")
    paper.table(
        ("TT", "Sản phẩm, chủ thể", "Điểm", "Hạng sao", "Đề nghị"),
        [
            (one["place"], f"{one['name']}, {one['producer']}", one["total"], one["stars"], one["proposal"])
            for one in data["products"]
        ],
        (1.2, 6.8, 2.4, 1.9, 4.2),
    )
    for one in data["details"]:
        paper.heading(one["name"], level=2)
        for line in one["lines"]:
            paper.paragraph(f"- {line}")
    paper.heading("III. Nhận xét, kiến nghị")
    paper.zone(NOTE, data["note"])
    paper.ending(f"{data['agency']} báo cáo {data['authority']} xem xét, quyết định")
    paper.ends_as_minutes(data["secretary"], data["chair"])
    return _done(paper)


def team_report_docx(data: Data, at: datetime) -> bytes:
    """The advisory team's report: what it found and suggests, which is closed."""
    paper = _paper(data, "Báo cáo", data["subject"], at)
    paper.head(
        parent=data["parent"], agency=data["agency"], symbol=data["symbol"], seat=data["place"],
        number=data["number"], on=_day(data),
    )  # fmt: skip
    paper.title("Báo cáo", data["subject"])
    paper.addressees([f"Chủ tịch {data['council']}"])
    paper.bases(data["bases"])
    paper.heading("I. Thành phần tổ tư vấn")
    for line in data["members"]:
        paper.paragraph(f"- {line}")
    paper.heading("II. Kết quả thẩm định")
    paper.table(
        ("TT", "Sản phẩm, chủ thể", "Điểm trung bình", "Đề xuất"),
        [
            (one["place"], f"{one['name']}, {one['producer']}", one["total"], one["suggestion"])
            for one in data["products"]
        ],
        (1.2, 7.2, 2.6, 5.5),
    )
    for one in data["products"]:
        _of_team(paper, one)
    paper.ending(f"{data['agency']} báo cáo Chủ tịch hội đồng xem xét")
    paper.ends_with(
        recipients=["Như trên", data["body"]], archive="VT, Hồ sơ", titles=["Tổ trưởng"], name=data["head"]
    )
    return _done(paper)


def _of_team(paper: StatePaper, one: Data) -> None:
    """What the team says of one product."""
    paper.heading(one["name"], level=2)
    for line in one["findings"]:
        paper.paragraph(f"- {line}")
    if one["conclusion"]:
        paper.paragraph(f"Ý kiến tóm tắt: {one['conclusion']}")
    if one["parts"]:
        paper.paragraph(f"Điểm trung bình {one['total']}: {', '.join(one['parts'])}.")
        paper.table(("Thành viên", "Điểm", "Mã phiếu"), one["sheets"], (8.0, 3.0, 5.5))
    paper.paragraph(f"{one['handed_in']}.")


def letter_docx(data: Data, at: datetime) -> bytes:
    """The submission letter of the provincial OCOP body."""
    paper = _paper(data, "Tờ trình", data["subject"], at)
    paper.head(
        parent=data["agency_parent"], agency=data["agency"], symbol=data["symbol"], seat=data["place"],
        number=data["number"], on=_day(data),
    )  # fmt: skip
    paper.title("Tờ trình", f"Về việc {_small(data['subject'])}")
    paper.addressees([data["authority"]])
    paper.bases(data["bases"])
    paper.zone("Lời trình", f"{data['agency']} kính trình {data['authority']} như sau:")
    paper.heading("1. Kết quả đánh giá")
    for meeting in data["meetings"]:
        paper.paragraph(f"Hội đồng đã đánh giá tại {meeting}.")
    paper.table(
        ("TT", "Sản phẩm", "Chủ thể", "Xã, phường", "Điểm", "Đề nghị"),
        [
            (place, one["name"], one["producer"], one["commune"], one["total"], f"{one['stars']} sao")
            for place, one in enumerate(data["products"], start=1)
        ],
        (1.2, 4.4, 4.4, 3.0, 1.7, 1.8),
    )
    for one in data["products"]:
        if one["reason"]:
            paper.paragraph(f"Lý do đề nghị với “{one['name']}”: {one['reason']}")
    paper.heading("2. Đề nghị")
    paper.zone("Ý kiến của cơ quan trình", "Kết quả bảo đảm quy định; hồ sơ lưu đầy đủ.")
    what = (
        "quyết định công nhận và cấp giấy chứng nhận cho các sản phẩm nêu trên"
        if data["is_recognition"]
        else "phê duyệt kết quả đánh giá để Ủy ban nhân dân tỉnh đề nghị Bộ Nông nghiệp và Môi trường "
        "đánh giá, phân hạng 5 sao"
    )
    paper.ending(f"Trình {data['authority']} {what}")
    paper.ends_with(
        recipients=["Như trên", "Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh"], archive="VT",
        titles=data["titles"], name=data["signer"],
    )  # fmt: skip
    return _done(paper)


def decision_docx(data: Data, at: datetime) -> bytes:
    """The draft decision with its annex; what each article says is open."""
    paper = _paper(data, "Quyết định", data["subject"], at)
    paper.head(
        parent="", agency=data["committee"], symbol="QĐ-UBND", seat=data["place"], number=data["number"],
        on=_day(data),
    )  # fmt: skip
    paper.title("Quyết định", f"Về việc {_small(data['subject'])}")
    paper.authority(data["authority"])
    paper.bases([*data["bases"], data["proposal"]])
    paper.resolves()
    articles = data["articles"]
    for number, text in enumerate(articles, start=1):
        paper.article(number, text, is_last=number == len(articles))
    paper.ends_with(
        recipients=[f"Như Điều {len(articles)}", "Bộ Nông nghiệp và Môi trường", data["agency"]],
        archive="VT, NLN", titles=data["titles"], name=data["signer"],
    )  # fmt: skip
    title = "sản phẩm OCOP được công nhận" if data["is_recognition"] else "sản phẩm được phê duyệt kết quả"
    paper.appendix(f"Danh sách {title}", f"Kèm theo Quyết định của {data['authority']}")
    paper.table(
        ("TT", "Sản phẩm", "Chủ thể", "Xã, phường", "Điểm", "Hạng sao"),
        [
            (place, one["name"], one["producer"], one["commune"], one["total"], f"{one['stars']} sao")
            for place, one in enumerate(data["products"], start=1)
        ],
        (1.2, 4.4, 4.4, 3.0, 1.7, 1.8),
    )
    return _done(paper)


def notice_docx(data: Data, at: datetime) -> bytes:
    """The written notice of a result to the commune and the producer."""
    paper = _paper(data, "Thông báo kết quả", data["product"], at)
    paper.head(
        parent=data["agency_parent"], agency=data["agency"], symbol=data["symbol"], seat=data["place"],
        number=data["number"], on=_day(data),
    )  # fmt: skip
    paper.title("Thông báo", "Kết quả đánh giá, phân hạng sản phẩm OCOP")
    paper.addressees([data["commune_committee"], data["producer"]])
    paper.paragraph(
        f"{data['council']} đã đánh giá sản phẩm {data['product']} của {data['producer']}, "
        f"{data['commune']} (biên bản {data['minutes']})."
    )
    if data["outcome"] == "excluded":
        paper.paragraph("Kết quả: hồ sơ bị loại, không xếp hạng sao.")
        if data["reason"]:
            paper.paragraph(f"Lý do: {data['reason']}")
    else:
        stars = f", hạng {data['stars']} sao" if data["stars"] else ""
        paper.paragraph(f"Kết quả: {data['total']} điểm{stars}.")
    if data["decision"]:
        paper.paragraph(f"Theo Quyết định số {data['decision']} ngày {data['decided_on']}.")
    for line in (*data["missing"], *data["why"].get("unmet", []), *data["why"].get("onward", [])):
        paper.paragraph(f"- {line}")
    paper.zone("Nội dung thêm", "Chủ thể liên hệ cơ quan thông báo nếu cần giải thích thêm.")
    paper.ending(f"{data['agency']} thông báo để Ủy ban nhân dân cấp xã và chủ thể biết, thực hiện")
    paper.ends_with(
        recipients=["Như trên", f"{data['authority']} (để báo cáo)"], archive="VT", titles=data["titles"],
        name=data["signer"],
    )  # fmt: skip
    return _done(paper)


def proposal_docx(data: Data, at: datetime) -> bytes:
    """The province's letter to the ministry with the package of a product of 90 points or more."""
    again = " lại" if data["again"] else ""
    paper = _paper(data, "Công văn", data["product"], at)
    paper.head(
        parent="", agency=data["committee"], symbol="UBND-NLN", seat=data["place"], number=data["number"],
        on=_day(data), about=f"đề nghị đánh giá, phân hạng{again} sản phẩm OCOP 5 sao",
    )  # fmt: skip
    paper.addressees(["Bộ Nông nghiệp và Môi trường"])
    paper.paragraph(
        f"{data['committee']} đề nghị Bộ Nông nghiệp và Môi trường đánh giá, phân hạng{again} sản phẩm OCOP "
        f"5 sao đối với {data['product']} của {data['producer']}, {data['commune']}."
    )
    paper.paragraph(
        f"Hội đồng cấp tỉnh đánh giá sản phẩm đạt {data['total']} điểm. {data['authority']} đã phê duyệt "
        f"kết quả tại Quyết định số {data['decision']} ngày {data['decided_on']}."
    )
    paper.zone("Lý do đề nghị", data["reason"] or "Sản phẩm có tiềm năng đạt hạng 5 sao.")
    paper.paragraph("Hồ sơ gửi kèm gồm 01 bộ giấy và 01 bộ điện tử:")
    for part in data["parts"]:
        paper.paragraph(f"- {part}")
    paper.ending("Kính đề nghị Bộ Nông nghiệp và Môi trường xem xét")
    paper.ends_with(
        recipients=["Như trên", data["agency"]], archive="VT, NLN",
        titles=["TM. Ủy ban nhân dân", "Chủ tịch"],
    )  # fmt: skip
    return _done(paper)


MAKERS: Mapping[str, Callable[[Data, datetime], bytes]] = {
    "minutes": minutes_docx, "report": report_docx, "team_report": team_report_docx, "letter": letter_docx,
    "decision": decision_docx, "notice": notice_docx, "proposal": proposal_docx,
}  # fmt: skip
"""Every paper of this package that is made in Word; the linter of papers goes through them."""
