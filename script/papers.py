"""`python script/papers.py [FOLDER …]`: names what papers have against the layout of Decree 30/2020, annex I.

Typst: every template is a state paper, or named in OTHERS with why it is none. A state paper leaves page and
typeface to `state.typ`, has its elements in the decree's order and its sizes in range, and ends by «./.».
Word: every maker of `MAKERS` is filled in and its file read back: page, margins, typeface, sizes, order, end.
Both: texts composed (NFC), two figures for days under 10 and for January and February, none for other months.
"""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

ROOT = Path(__file__).resolve().parents[1]
FRAME = "state.typ"
ORDER = (
    r"\bpaper-head\(", r"\btitle\(", r"\bauthority-line\(", r"\baddressees\(", r"(?<!\w)#bases\(",
    r"\bresolves\(", r"\bending\(", r"\b(?:ends-with|minutes-ends)\(", r"\bappendix\(",
)  # fmt: skip
OTHERS = {
    "draft.typ": "a mark",
    "giay_chung_nhan.typ": "a specialised form that the authority fixes",
    "certificate.typ": "its frame",
    "sample_certificate.typ": "a sample of it",
    "chung_nhan_tap_huan.typ": "a certificate of training",
    "ma_diem_danh.typ": "a code to hang on the wall",
    "evidence.typ": "invented evidence of the demonstration",
    "leaders.typ": "a sheet of figures",
    "nhan_mau.typ": "labels for a tasting",
    "tuyen.typ": "a route for travellers",
}
FORMS = {
    "phieu_trang",
    "mau_01",
    "mau_02",
    "bien_nhan",
    "danh_sach_ky",
    "phieu_gui_mau",
    "bien_ban_lay_mau",
    "phieu_danh_gia",
}
"""Forms of their own law and sheets to sign, which no «./.» ends."""
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
SIZES = (9, 14)
HASH = re.compile(r"sha256|hash|record|code")
WRONG_DAYS = {
    r"\bngày [1-9] tháng": "a day under 10 has two figures",
    r"\btháng 0[3-9]\b": "only January and February have two figures",
    r"\btháng [12] năm": "January and February have two figures",
    r"tháng (?:%m|\{\w+:%m\})": "`%m` writes two figures for every month: `day_words_vi`",
}


def days_at_fault(text: str) -> Iterator[str]:
    """How days and months are written."""
    for pattern, why in WRONG_DAYS.items():
        if found := re.search(pattern, text):
            yield f"“{found[0]}”: {why}"
    if not unicodedata.is_normalized("NFC", text):
        yield "letters that are not composed (NFC)"


def of_frame(text: str) -> Iterator[str]:
    """The margins, typeface and page numbers that every state paper has."""
    found = re.search(r"margin: \(([^)]*)\)", text)
    sides = dict(re.findall(r"(\w+): (\d+)mm", found[1] if found else ""))
    for side, (least, most) in MARGINS.items():
        if not least <= int(sides.get(side, 0)) <= most:
            yield f"margin {side}: {sides.get(side)} mm, {least}–{most} wanted"
    if 'set text(font: "Liberation Serif"' not in text:
        yield "another typeface than Liberation Serif, which has the measures of Times New Roman"
    if "text(13pt, str(n))" not in text or "n > 1" not in text:
        yield "page numbers: Arabic, 13 pt, not on the first page"


def of_template(path: Path, text: str) -> Iterator[str]:
    """A state paper: its frame, the order of its elements, its sizes, its end."""
    if "show: state-page.with(" not in text:
        yield f"no state paper, and not in OTHERS of {Path(__file__).name}"
        return
    if re.search(r"\bmargin:|\bfont:|\bpaper:", text):
        yield "page and typeface are the frame's"
    places = [(found.start(), name) for name in ORDER if (found := re.search(name, text))]
    for (before, first), (after, second) in pairwise(places):
        if after < before:
            yield f"`{second}` stands before `{first}`"
    for line in text.splitlines():
        for size in re.findall(r"text\((?:size: )?([\d.]+)pt", line):
            if not SIZES[0] <= float(size) <= SIZES[1] and not HASH.search(line):
                yield f"{size} pt, {SIZES[0]}–{SIZES[1]} wanted"
    if path.stem not in FORMS and not re.search(r"\bending\(", text):
        yield "no `ending`, which closes by «./.»"


def templates(folder: Path) -> Iterator[tuple[str, str]]:
    """Every template under a folder with what is wrong in it."""
    for path in sorted(folder.rglob("*.typ")):
        text, shown = path.read_text(encoding="utf-8"), str(path)
        checks = [days_at_fault(text)]
        if path.name == FRAME:
            checks.append(of_frame(text))
        elif path.name not in OTHERS and path.name != "dinh_chinh.typ":
            checks.append(of_template(path, text))
        yield from ((shown, fault) for check in checks for fault in check)
    for path in sorted(one for one in folder.rglob("*.py") if {"papers", "documents"} & set(one.parts)):
        if "tháng" in (text := path.read_text(encoding="utf-8")):
            yield from ((str(path), fault) for fault in days_at_fault(text))


def of_word(content: bytes) -> Iterator[str]:
    """A Word file: page, margins, typeface, sizes, head, order, «./.»."""
    document = Document(io.BytesIO(content))
    for section in document.sections:
        for side, (least, most) in MARGINS.items():
            if not least <= round(getattr(section, f"{side}_margin").mm) <= most:
                yield f"margin {side}"
    for run in document.element.iter(qn("w:r")):
        said = "".join(text.text or "" for text in run.iter(qn("w:t")))
        size, fonts = run.find(f".//{qn('w:sz')}"), run.find(f".//{qn('w:rFonts')}")
        if said.strip() and (fonts is None or fonts.get(qn("w:ascii")) != "Times New Roman"):
            yield f"“{said[:40]}”: another typeface than Times New Roman"
        if said.strip() and (size is None or not 11 <= int(size.get(qn("w:val"))) / 2 <= 14):
            yield f"“{said[:40]}”: a size out of 11–14"
    body = document.element.body
    text = "\n".join("".join(t.text or "" for t in line.iter(qn("w:t"))) for line in body.iter(qn("w:p")))
    yield from days_at_fault(text)
    marks = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số:", "./.")
    places = [text.find(mark) for mark in marks]
    if min(places) < 0 or places != sorted(places):
        yield "head, number and «./.» in the decree's order"
    ends = [text.find(mark, places[-1]) for mark in ("Nơi nhận:", "CHỦ TRÌ")]
    if max(ends) < 0:
        yield "no recipients and no signature behind «./.»"
    if body.find(f".//{qn('w:tblHeader')}") is not None and "w:cantSplit" not in body.xml:
        yield "rows of a table break over pages"


def sample() -> dict[str, Any]:
    """Words for every field that a maker asks for; a day and a month that need two figures."""
    product = {
        "place": "1", "name": "Chè Shan", "producer": "Hợp tác xã Mẫu", "commune": "Xã Bản Lầu",
        "total": "86,5", "stars": 4, "proposal": "Công nhận 4 sao", "reason": "Vùng nguyên liệu",
        "spread": "1",
        "suggestion": "Đủ điều kiện", "findings": ["A. Đạt"], "conclusion": "Đủ", "parts": ["phần A 30"],
        "sheets": [["Mẫu Giang", "86,5", "ABCD"]], "handed_in": "Mẫu Giang nộp bản 1",
    }  # fmt: skip
    texts = (
        "agency agency_parent authority bases begins body closed commune commune_committee committee council "
        "decided_on decision ends count minutes note outcome parent place producer product proposal reason "
        "secretary chair head kind venue record signer subject symbol term many total"
    )
    return dict.fromkeys(texts.split(), "Ủy ban nhân dân tỉnh Lào Cai") | {
        "illustration": True, "number": "05/QĐ-UBND", "date": "2026-02-03", "bases": ["Căn cứ Luật"],
        "conflicts": [], "products": [product], "details": [{"name": "Chè Shan", "lines": ["Chấm"]}],
        "members": ["Mẫu Giang, tổ trưởng"], "counts": [["4 sao", "01"]], "meetings": ["Phiên họp"],
        "is_recognition": True, "articles": ["Công nhận", "Thi hành"], "present": ["Mẫu Sơn"], "absent": [],
        "papers": ["Quyết định"], "rules": ["Trung bình cộng"], "stars": 4,
        "titles": ["Chủ tịch"], "missing": [], "why": {}, "again": False, "parts": ["Hồ sơ"],
    }  # fmt: skip


def words() -> Iterator[tuple[str, str]]:
    """Every maker of Word files with what is wrong in its file."""
    sys.path.insert(0, str(ROOT / "src"))
    from ocop.casework.paperwork.papers.word import MAKERS

    for name, make in MAKERS.items():
        content = make(sample(), datetime(2026, 2, 3, 2, tzinfo=UTC))
        yield from ((f"Word, {name}", fault) for fault in of_word(content))


def main(folders: list[str]) -> int:
    """Prints what is wrong; 1 if anything is."""
    found = [one for folder in folders or [str(ROOT / "src")] for one in templates(Path(folder))]
    found += [] if folders else list(words())
    for where, fault in found:
        sys.stdout.write(f"{where}: {fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
