"""Tables as offices make them, made in code: each with what is to be taken, left out and named as wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ocop.foundation.tables.tests.building import Page, archive, compound, ods, text, xls, xlsx
from ocop.kernel.tables import Left, Problem, Wrong
from ocop.kernel.text.legacy import TCVN3, VNI

G, T, N, H, A, NUM, HEAD = (
    Left.GROUP,
    Left.TOTAL,
    Left.NOTE,
    Left.HIDDEN,
    Left.AFTER,
    Left.NUMBERING,
    Left.HEADING,
)


@dataclass
class Case:
    """A table and what is right. `taken`: for each row the fields named in `of`, in order."""

    title: str
    kind: str
    content: bytes
    taken: Sequence[Any] = ()
    left: Mapping[int, Left] = field(default_factory=dict)
    faults: Sequence[tuple[int, Wrong]] = ()
    of: Sequence[str] = ()
    problem: Problem | None = None
    file: str = "bang.xlsx"
    encoding: str = ""
    unknown: Sequence[str] = ()
    sheet: str = ""
    choose: str = ""
    mapping: Mapping[str, str] | None = None
    sheets_left: Mapping[str, Left] = field(default_factory=dict)


_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}
_VNI = {letter: sign for sign, letter in VNI.items()}


def tcvn3(words: Any) -> Any:
    """As typed with .VnTime; capital letters with marks lie in another font, so they are small."""
    if not isinstance(words, str):
        return words
    return "".join(_TCVN3.get(char) or _TCVN3.get(char.lower(), char) for char in words)


def vni(words: Any) -> Any:
    """As typed with VNI-Times."""
    return "".join(_VNI.get(char, char) for char in words) if isinstance(words, str) else words


def windows(words: str) -> bytes:
    """Windows-1258: tones as signs of their own."""
    out = b""
    for char in words:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            rest = "".join(mark for mark in parts if mark not in tones)
            out += unicodedata.normalize("NFC", rest).encode("cp1258") + tones.encode("cp1258")
    return out


def turned(rows: Sequence[Sequence[Any]], how: Any) -> list[list[Any]]:
    """Every text of a table in another alphabet."""
    return [[how(cell) for cell in row] for row in rows]


# ---------------------------------------------------------------- attendance
LIST = [
    ["ỦY BAN NHÂN DÂN XÃ BẢN LẦU"],
    ["DANH SÁCH HỌC VIÊN DỰ LỚP TẬP HUẤN"],
    [],
    ["STT", "Họ và tên", "Xã, phường", "Đơn vị", "Chữ ký"],
    [1, "Lý Thị Mỷ", "Bản Lầu", "HTX Dứa Bản Lầu"],
    [2, "Vàng A Páo", "xã Bắc Hà", "Hộ Vàng A Páo"],
    [3, "Tẩn Láo Tả", "P. Sa Pa", "HTX Thổ cẩm"],
]
THREE = ["Lý Thị Mỷ", "Vàng A Páo", "Tẩn Láo Tả"]
GROUPED = [
    *LIST[:4],
    ["(1)", "(2)", "(3)", "(4)", "(5)"],
    ["I", "Chủ thể OCOP"],
    [1, "Lý Thị Mỷ", "Bản Lầu", "HTX Dứa Bản Lầu"],
    [2, "Vàng A Páo", "xã Bắc Hà", "Hộ Vàng A Páo"],
    ["", "Cộng: 02 người"],
    ["II", "Cán bộ"],
    [1, "Trần Văn Minh", "Bản Lầu", "Phòng Kinh tế xã Bản Lầu"],
    ["", "Cộng: 01 người"],
    ["", "Tổng cộng: 03 người"],
    [],
    ["", "Ghi chú: danh sách có 03 người"],
    ["", "NGƯỜI LẬP BIỂU", "", "Bản Lầu, ngày 12 tháng 10 năm 2026"],
    ["", "Hoàng Thị Lan", "", "CHỦ TỊCH"],
]
IN_GROUPS = [("Lý Thị Mỷ", "producer"), ("Vàng A Páo", "producer"), ("Trần Văn Minh", "official")]
OUT_OF_GROUPS = {5: NUM, 6: G, 9: T, 10: G, 12: T, 13: T, 15: N, 16: N, 17: A}
NG = ("name", "group")
BY_PLACE = [
    ["TT", "Họ tên", "Đơn vị"],
    ["A", "Xã Bản Lầu"],
    [1, "Lý Thị Mỷ", "HTX"],
    [2, "Vàng A Páo", "HTX"],
    ["B", "Phường Sa Pa"],
    [3, "Tẩn Láo Tả", "HTX"],
]
PLAIN = [
    ["Họ tên", "Địa chỉ"],
    ["Xã Bản Lầu"],
    ["Lý Thị Mỷ", "Bản Lầu"],
    ["Vàng A Páo", "Bắc Hà"],
    ["Tổng cộng", 2],
]

ATTENDANCE = [
    Case("plain xlsx", "attendance", xlsx(Page(LIST)), THREE, unknown=["Chữ ký"]),
    Case("plain xls", "attendance", xls(Page(LIST)), THREE, file="a.xls", encoding="xls"),
    Case("plain ods", "attendance", ods(Page(LIST)), THREE, file="a.ods", encoding="ods"),
    Case("xls called xlsx", "attendance", xls(Page(LIST)), THREE, file="a.xlsx", encoding="xls"),
    Case("xlsx called xls", "attendance", xlsx(Page(LIST)), THREE, file="a.xls", encoding="xlsx"),
    Case("csv semicolon", "attendance", text(LIST), THREE, file="a.csv", encoding="utf-8"),
    Case("csv comma", "attendance", text(LIST, ","), THREE, file="a.csv"),
    Case("csv tab utf-16", "attendance", text(LIST, "\t", "utf-16"), THREE, file="a.txt", encoding="utf-16"),
    Case("csv utf-16 without mark", "attendance", text(LIST, "\t", "utf-16-le"), THREE, encoding="utf-16"),
    Case("csv utf-16 the other way", "attendance", b"\xfe\xff" + text(LIST, ";", "utf-16-be"), THREE),
    Case("csv utf-8 without mark", "attendance", text(LIST, ";", "utf-8"), THREE, encoding="utf-8"),
    Case(
        "csv windows-1258",
        "attendance",
        windows(text(LIST, ";", "utf-8").decode()),
        THREE,
        encoding="windows-1258",
    ),
    Case("csv names its separator", "attendance", b"sep=;\r\n" + text(LIST, ";", "utf-8"), THREE),
    Case("csv called xls", "attendance", text(LIST, "\t", "utf-8-sig"), THREE, file="xuat.xls"),
    Case(
        "csv with decomposed letters",
        "attendance",
        unicodedata.normalize("NFD", text(LIST, ";", "utf-8").decode()).encode(),
        THREE,
    ),
    Case("tcvn3 xlsx", "attendance", xlsx(Page(turned(LIST, tcvn3))), THREE, encoding="tcvn3"),
    Case("tcvn3 csv", "attendance", text(turned(LIST, tcvn3), ";", "latin-1"), THREE, encoding="tcvn3"),
    Case("vni xlsx", "attendance", xlsx(Page(turned(LIST, vni))), THREE, encoding="vni"),
    Case("vni xls", "attendance", xls(Page(turned(LIST, vni))), THREE, encoding="vni"),
    Case("vni csv", "attendance", text(turned(LIST, vni), ";", "cp1252"), THREE, encoding="vni"),
    Case(
        "unicode rows beneath a heading of tcvn3",
        "attendance",
        xlsx(Page([*turned(LIST[:4], tcvn3), *LIST[4:]])),
        THREE,
    ),
    Case("groups, totals, signatures", "attendance", xlsx(Page(GROUPED)), IN_GROUPS, OUT_OF_GROUPS, of=NG),
    Case("the same as xls", "attendance", xls(Page(GROUPED)), IN_GROUPS, OUT_OF_GROUPS, of=NG),
    Case("groups as ods", "attendance", ods(Page(GROUPED)), IN_GROUPS, OUT_OF_GROUPS, of=NG),
    Case("the same as csv", "attendance", text(GROUPED), IN_GROUPS, OUT_OF_GROUPS, of=NG),
    Case(
        "the same in tcvn3", "attendance", xlsx(Page(turned(GROUPED, tcvn3))), IN_GROUPS, OUT_OF_GROUPS, of=NG
    ),
    Case(
        "communes as groups",
        "attendance",
        xlsx(Page(BY_PLACE)),
        [("Lý Thị Mỷ", "Bản Lầu"), ("Vàng A Páo", "Bản Lầu"), ("Tẩn Láo Tả", "Sa Pa")],
        {2: G, 5: G},
        of=("name", "place"),
    ),
    Case("no running numbers", "attendance", xlsx(Page(PLAIN)), ["Lý Thị Mỷ", "Vàng A Páo"], {2: G, 5: T}),
    Case("hidden row xlsx", "attendance", xlsx(Page(LIST, hidden_rows=[6])), [THREE[0], THREE[2]], {6: H}),
    Case("hidden row xls", "attendance", xls(Page(LIST, hidden_rows=[6])), [THREE[0], THREE[2]], {6: H}),
    Case("hidden row ods", "attendance", ods(Page(LIST, hidden_rows=[6])), [THREE[0], THREE[2]], {6: H}),
    Case(
        "hidden column of units",
        "attendance",
        xlsx(Page(LIST, hidden_columns=[4])),
        [(name, "") for name in THREE],
        of=("name", "unit"),
    ),
    Case(
        "hidden column of names",
        "attendance",
        xlsx(Page(LIST, hidden_columns=[2])),
        faults=[(0, Wrong.COLUMN_HIDDEN)],
    ),
    Case(
        "hidden column of names xls",
        "attendance",
        xls(Page(LIST, hidden_columns=[2])),
        faults=[(0, Wrong.COLUMN_HIDDEN)],
    ),
    Case(
        "hidden column of names ods",
        "attendance",
        ods(Page(LIST, hidden_columns=[2])),
        faults=[(0, Wrong.COLUMN_HIDDEN)],
    ),
    Case(
        "hidden first sheet",
        "attendance",
        xlsx(Page(LIST[:6], "Nháp", is_hidden=True), Page(LIST, "Chính")),
        THREE,
        sheet="Chính",
        sheets_left={"Nháp": Left.HIDDEN_SHEET},
    ),
    Case(
        "hidden first sheet xls",
        "attendance",
        xls(Page(LIST[:6], "Nháp", is_hidden=True), Page(LIST, "Chính")),
        THREE,
        sheet="Chính",
        sheets_left={"Nháp": Left.HIDDEN_SHEET},
    ),
    Case(
        "hidden first sheet ods",
        "attendance",
        ods(Page(LIST[:6], "Nháp", is_hidden=True), Page(LIST, "Chính")),
        THREE,
        sheet="Chính",
        sheets_left={"Nháp": Left.HIDDEN_SHEET},
    ),
    Case(
        "a cover sheet first",
        "attendance",
        xlsx(Page([["Bìa"], ["Năm 2026"]], "Bìa"), Page(LIST, "DS")),
        THREE,
        sheet="DS",
    ),
    Case(
        "two days on two sheets",
        "attendance",
        xlsx(Page(LIST, "Ngày 1"), Page(LIST[:6], "Ngày 2")),
        THREE,
        sheet="Ngày 1",
        sheets_left={"Ngày 2": Left.OTHER_SHEET},
    ),
    Case(
        "the second day chosen",
        "attendance",
        xlsx(Page(LIST, "Ngày 1"), Page(LIST[:6], "Ngày 2")),
        THREE[:2],
        sheet="Ngày 2",
        choose="Ngày 2",
        sheets_left={"Ngày 1": Left.OTHER_SHEET},
    ),
    Case(
        "heading on every printed page",
        "attendance",
        xlsx(Page([*LIST[:6], LIST[3], LIST[6]])),
        THREE,
        {7: HEAD},
    ),
    Case(
        "two people of one name in one place",
        "attendance",
        xlsx(Page([*LIST, LIST[4]])),
        THREE,
        faults=[(8, Wrong.ROW_TWICE)],
    ),
    Case(
        "a place nobody knows",
        "attendance",
        xlsx(Page([*LIST, [4, "Sùng A Dế", "Bản Không Có"]])),
        THREE,
        faults=[(8, Wrong.PLACE_UNKNOWN)],
    ),
    Case(
        "a place that was two",
        "attendance",
        xlsx(Page([*LIST, [4, "Sùng A Dế", "Thanh Bình"]])),
        THREE,
        faults=[(8, Wrong.PLACE_DOUBTFUL)],
    ),
    Case(
        "officials known by their office",
        "attendance",
        xlsx(
            Page(
                [
                    ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
                    [1, "Lý Thị Mỷ", "Giám đốc", "HTX Dứa"],
                    [2, "Trần Văn Minh", "Chuyên viên", "UBND xã Bản Lầu"],
                ]
            )
        ),
        [("Lý Thị Mỷ", None), ("Trần Văn Minh", "official")],
        of=NG,
    ),
    Case(
        "a column of groups",
        "attendance",
        xlsx(
            Page(
                [
                    ["Họ tên", "Đối tượng"],
                    ["Lý Thị Mỷ", "Chủ thể"],
                    ["Trần Văn Minh", "Cán bộ xã"],
                    ["Lê Văn Hà", "Giảng viên"],
                ]
            )
        ),
        [("Lý Thị Mỷ", "producer"), ("Trần Văn Minh", "official")],
        {4: Left.NO_LEARNER},
        of=NG,
    ),
    Case(
        "a group that is none",
        "attendance",
        xlsx(Page([["Họ tên", "Nhóm"], ["Lý Thị Mỷ", "Khác lạ"]])),
        faults=[(2, Wrong.NO_CHOICE)],
    ),
    Case(
        "people whose names begin like totals",
        "attendance",
        xlsx(
            Page(
                [
                    ["STT", "Họ và tên", "Xã"],
                    [1, "Tống Văn Nam", "Bản Lầu"],
                    [2, "Cộng A Sáng", "Bắc Hà"],
                    [3, "Tổng Thị Hoa", "Sa Pa"],
                ]
            )
        ),
        ["Tống Văn Nam", "Cộng A Sáng", "Tổng Thị Hoa"],
    ),
    Case(
        "one name merged over two lines of titles",
        "attendance",
        xlsx(
            Page(
                [
                    ["STT", "Họ và tên", "Nơi công tác", ""],
                    ["", "", "Xã", "Đơn vị"],
                    [1, "Lý Thị Mỷ", "Bản Lầu", "HTX Dứa"],
                ],
                merged=[(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)],
            )
        ),
        [("Lý Thị Mỷ", "Bản Lầu", "HTX Dứa")],
        of=("name", "place", "unit"),
    ),
    Case(
        "a commune merged over its people",
        "attendance",
        xlsx(
            Page(
                [["STT", "Họ và tên", "Xã"], [1, "Lý Thị Mỷ", "Bản Lầu"], [2, "Vàng A Páo", ""]],
                merged=[(2, 3, 3, 3)],
            )
        ),
        [("Lý Thị Mỷ", "Bản Lầu"), ("Vàng A Páo", "Bản Lầu")],
        of=("name", "place"),
    ),
    Case(
        "the same merged in xls",
        "attendance",
        xls(
            Page(
                [["STT", "Họ và tên", "Xã"], [1, "Lý Thị Mỷ", "Bản Lầu"], [2, "Vàng A Páo", ""]],
                merged=[(2, 3, 3, 3)],
            )
        ),
        [("Lý Thị Mỷ", "Bản Lầu"), ("Vàng A Páo", "Bản Lầu")],
        of=("name", "place"),
    ),
    Case(
        "titles nobody knows, mapped by a person",
        "attendance",
        xlsx(Page([["STT", "Người đến", "Ở đâu"], [1, "Lý Thị Mỷ", "Bản Lầu"]])),
        [("Lý Thị Mỷ", "Bản Lầu")],
        of=("name", "place"),
        mapping={"name": "Người đến", "place": "Ở đâu"},
    ),
    Case(
        "titles nobody knows",
        "attendance",
        xlsx(Page([["A1", "B1"], ["x", "y"]])),
        faults=[(0, Wrong.COLUMNS_MISSING)],
    ),
    Case(
        "a title that stands twice",
        "attendance",
        xlsx(Page([["STT", "Họ và tên", "Họ và tên", "Xã"], [1, "Lý Thị Mỷ", "Vàng A Páo", "Bản Lầu"]])),
        faults=[(0, Wrong.COLUMN_TWICE)],
    ),
    Case("only a heading", "attendance", xlsx(Page(LIST[:4])), faults=[(0, Wrong.NOTHING_FILLED)]),
    Case(
        "a name of figures",
        "attendance",
        xlsx(Page([["Họ và tên", "Xã"], ["12345", "Bản Lầu"]])),
        faults=[(2, Wrong.NO_LETTER)],
    ),
    Case(
        "private letters",
        "attendance",
        xlsx(Page([*LIST, [4, "L\ue000 A Páo", "Bản Lầu"]])),
        THREE,
        faults=[(8, Wrong.BROKEN_LETTER)],
    ),
    Case(
        "letters that nobody sees",
        "attendance",
        xlsx(Page([*LIST[:4], [1, "Lý\u200b Thị \u202eMỷ", "Bản Lầu"]])),
        ["Lý Thị Mỷ"],
    ),
]

# ---------------------------------------------------------------- ideas
IDEA = ["STT", "Tên sản phẩm", "Nguyên liệu", "Chủ thể", "Địa chỉ", "SĐT"]
IDEAS_ROWS = [
    IDEA,
    [1, "Mứt dứa", "Dứa Bản Lầu", "Hộ Sùng A Páo", "X. Bản Lầu - H. Mường Khương", "0912.345.678"],
    [2, "Thịt sấy", "Lợn đen", "HTX Bắc Hà", "TT. Bắc Hà", "+84 912 345 679"],
]
TWO = [("Mứt dứa", "Bản Lầu", "0912345678"), ("Thịt sấy", "Bắc Hà", "0912345679")]
NPP = ("name", "place", "phone")


def idea(place: str, phone: Any = "") -> bytes:
    """A table of one idea."""
    return xlsx(Page([IDEA, [1, "Mứt dứa", "Dứa", "Hộ Páo", place, phone]]))


IDEAS = [
    Case("ideas", "ideas", xlsx(Page(IDEAS_ROWS)), TWO, of=NPP),
    Case("ideas ods", "ideas", ods(Page(IDEAS_ROWS)), TWO, of=NPP),
    Case("ideas xls", "ideas", xls(Page(IDEAS_ROWS)), TWO, of=NPP),
    Case("ideas csv", "ideas", text(IDEAS_ROWS), TWO, of=NPP),
    Case("ideas in vni", "ideas", xlsx(Page(turned(IDEAS_ROWS, vni))), TWO, of=NPP),
    Case(
        "ideas under communes",
        "ideas",
        xlsx(
            Page(
                [
                    ["TT", "Tên ý tưởng", "Nguyên liệu", "Chủ thể"],
                    ["I", "Xã Bản Lầu", "", 1],
                    [1, "Mứt dứa", "Dứa", "Hộ Páo"],
                    ["II", "Phường Sa Pa"],
                    [2, "Trà", "Chè", "HTX"],
                ]
            )
        ),
        [("Mứt dứa", "Bản Lầu"), ("Trà", "Sa Pa")],
        {2: G, 4: G},
        of=("name", "place"),
    ),
    Case(
        "a zero eaten from a telephone", "ideas", idea("Bản Lầu", 912345678), [("0912345678",)], of=("phone",)
    ),
    Case("a telephone that is none", "ideas", idea("Bản Lầu", "12345"), faults=[(2, Wrong.NO_PHONE)]),
    Case(
        "an empty name",
        "ideas",
        xlsx(Page([IDEA, [1, "", "Dứa", "Hộ Páo", "Bản Lầu"]])),
        faults=[(2, Wrong.CELL_EMPTY)],
    ),
    Case(
        "no column of places",
        "ideas",
        xlsx(Page([IDEA[:4], [1, "Mứt dứa", "Dứa", "Hộ Páo"]])),
        faults=[(0, Wrong.COLUMN_MISSING)],
    ),
    Case(
        "a formula nobody computed",
        "ideas",
        xlsx(Page([IDEA, [1, "", "Dứa", "Hộ Páo", "Bản Lầu"]], formulas={(2, 2): '=UPPER("mứt")'})),
        faults=[(2, Wrong.FORMULA)],
    ),
    Case(
        "a formula as text",
        "ideas",
        text([IDEA, [1, "=1+1", "Dứa", "Hộ Páo", "Bản Lầu"]]),
        faults=[(2, Wrong.FORMULA)],
    ),
    Case(
        "an error of the spreadsheet",
        "ideas",
        xlsx(Page([IDEA, [1, "#REF!", "Dứa", "Hộ Páo", "Bản Lầu"]])),
        faults=[(2, Wrong.ERROR_VALUE)],
    ),
    Case(
        "the example of the template",
        "ideas",
        xlsx(
            Page(
                [
                    IDEA,
                    ["Ví dụ", "Dứa sấy", "Dứa", "Hộ Lan", "Bản Lầu"],
                    [1, "Mứt dứa", "Dứa", "Hộ Páo", "Bản Lầu"],
                ]
            )
        ),
        ["Mứt dứa"],
        {2: Left.EXAMPLE},
    ),
    *(
        Case(f"place {place}", "ideas", idea(place), [(name,)], of=("place",))
        for place, name in {
            "02788": "Bản Lầu",
            "2788": "Bản Lầu",
            "02788 – xã Bản Lầu": "Bản Lầu",
            "Xã Bản Lầu, tỉnh Lào Cai": "Bản Lầu",
            "TT. Mường Khương": "Mường Khương",
            "- X. Lùng Vai - H. Mường Khương": "Bản Lầu",
            "thị trấn Phố Ràng": "Bảo Yên",
            "P. Cốc Lếu, TP. Lào Cai": "Lào Cai",
            "ban lau": "Bản Lầu",
            "Nậm Chảy": "Mường Khương",
            "Nậm Chày": "Nậm Chày",
            "TTNT Phong Hải": "Phong Hải",
            "Thôn Na Lốc, xã Bản Lầu": "Bản Lầu",
            "UBND xã Cốc San": "Cốc San",
            "X.Y Tý (H.Bát Xát)": "Y Tý",
        }.items()
    ),
    Case(
        "code and name of two places", "ideas", idea("02788 – xã Bắc Hà"), faults=[(2, Wrong.PLACE_UNKNOWN)]
    ),
    Case("a district is no commune", "ideas", idea("huyện Mường Khương"), faults=[(2, Wrong.PLACE_UNKNOWN)]),
    Case("another province", "ideas", idea("xã Đồng Văn, tỉnh Hà Giang"), faults=[(2, Wrong.PLACE_UNKNOWN)]),
]

# ---------------------------------------------------------------- targets
D = Decimal
PLAN = ["TT", "Nội dung", "ĐVT", "Kế hoạch năm 2026", "Ghi chú"]
TVUB = ("text", "value", "unit", "bound")
PLAN_ROWS = [
    ["BIỂU CHỈ TIÊU KẾ HOẠCH OCOP NĂM 2026"],
    PLAN,
    ["A", "SẢN PHẨM"],
    [1, "Sản phẩm mới", "sản phẩm", "≥ 30"],
    [2, "Tỷ lệ công nhận lại", "%", "85,5"],
    ["B", "TIÊU THỤ"],
    [3, "Doanh thu", "tỷ đồng", 12.5],
    ["", "Cộng", "", 128],
]
PLAN_TAKEN = [
    ("Sản phẩm mới", D(30), "sản phẩm", "at_least"),
    ("Tỷ lệ công nhận lại", D("85.5"), "%", "exactly"),
    ("Doanh thu", D("12.5"), "tỷ đồng", "exactly"),
]
PLAN_LEFT = {3: G, 6: G, 8: T}


def target(value: Any, unit: str = "", bound: str = "", **page: Any) -> bytes:
    """A table of one target."""
    return xlsx(
        Page([["Chỉ tiêu", "Đơn vị tính", "Số", "Mức"], ["Một chỉ tiêu", unit, value, bound]], **page)
    )


TARGETS = [
    Case("targets", "targets", xlsx(Page(PLAN_ROWS)), PLAN_TAKEN, PLAN_LEFT, of=TVUB),
    Case("targets ods", "targets", ods(Page(PLAN_ROWS)), PLAN_TAKEN, PLAN_LEFT, of=TVUB),
    Case("targets xls", "targets", xls(Page(PLAN_ROWS)), PLAN_TAKEN, PLAN_LEFT, of=TVUB),
    Case(
        "targets csv",
        "targets",
        text(turned(PLAN_ROWS, lambda one: "12,5" if one == 12.5 else one)),
        PLAN_TAKEN,
        PLAN_LEFT,
        of=TVUB,
    ),
    Case(
        "hidden rows of targets",
        "targets",
        xlsx(Page(PLAN_ROWS, hidden_rows=[4])),
        PLAN_TAKEN[1:],
        {**PLAN_LEFT, 4: H},
        of=TVUB,
    ),
    Case(
        "merged heading of two lines",
        "targets",
        xlsx(
            Page(
                [
                    ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026", ""],
                    ["", "", "", "Kế hoạch", "Thực hiện"],
                    [1, "Sản phẩm mới", "sản phẩm", 30, 12],
                ],
                merged=[(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 5)],
            )
        ),
        [("Sản phẩm mới", D(30))],
        of=("text", "value"),
        unknown=["Năm 2026 Thực hiện"],
    ),
    Case(
        "the same as ods",
        "targets",
        ods(
            Page(
                [
                    ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026", ""],
                    ["", "", "", "Kế hoạch", "Thực hiện"],
                    [1, "Sản phẩm mới", "sản phẩm", 30, 12],
                ],
                merged=[(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 5)],
            )
        ),
        [("Sản phẩm mới", D(30))],
        of=("text", "value"),
    ),
    Case(
        "two lines of titles without merging",
        "targets",
        text(
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026", ""],
                ["", "", "", "Kế hoạch", "Thực hiện"],
                [1, "Sản phẩm mới", "sản phẩm", 30, 12],
            ]
        ),
        [("Sản phẩm mới", D(30))],
        of=("text", "value"),
    ),
    Case(
        "two years, nobody said which",
        "targets",
        xlsx(
            Page(
                [["Chỉ tiêu", "ĐVT", "Kế hoạch 2025", "Kế hoạch 2026"], ["Sản phẩm mới", "sản phẩm", 20, 30]]
            )
        ),
        faults=[(0, Wrong.COLUMN_TWICE)],
    ),
    Case(
        "two years, one chosen",
        "targets",
        xlsx(
            Page(
                [["Chỉ tiêu", "ĐVT", "Kế hoạch 2025", "Kế hoạch 2026"], ["Sản phẩm mới", "sản phẩm", 20, 30]]
            )
        ),
        [("Sản phẩm mới", D(30))],
        of=("text", "value"),
        mapping={"text": "Chỉ tiêu", "unit": "ĐVT", "value": "Kế hoạch 2026"},
    ),
    Case(
        "a parent row and its parts",
        "targets",
        xlsx(
            Page(
                [
                    ["TT", "Chỉ tiêu", "ĐVT", "Số"],
                    [1, "Sản phẩm"],
                    ["1.1", "Ba sao", "sản phẩm", 20],
                    ["1.2", "Bốn sao", "sản phẩm", 10],
                ]
            )
        ),
        [("Ba sao", D(20)), ("Bốn sao", D(10))],
        {2: G},
        of=("text", "value"),
    ),
    Case(
        "percent by its format xlsx",
        "targets",
        target(0.855, "%", percents=[(2, 3)]),
        [(D("85.5"), "%")],
        of=("value", "unit"),
    ),
    Case(
        "percent by its format xls",
        "targets",
        xls(Page([["Chỉ tiêu", "ĐVT", "Số"], ["Tỷ lệ", "%", 0.07]], percents=[(2, 3)])),
        [(D(7),)],
        of=("value",),
    ),
    Case(
        "percent by its format ods",
        "targets",
        ods(Page([["Chỉ tiêu", "ĐVT", "Số"], ["Tỷ lệ", "%", 0.6]], percents=[(2, 3)])),
        [(D(60),)],
        of=("value",),
    ),
    *(
        Case(
            f"number {shown!r} {unit} {bound}",
            "targets",
            target(shown, unit, bound),
            [wanted],
            of=("value", "unit", "bound"),
        )
        for shown, unit, bound, wanted in [
            ("85,5 %", "", "", (D("85.5"), "%", "exactly")),
            ("85.5%", "%", "", (D("85.5"), "%", "exactly")),
            ("12,5 tỷ đồng", "", "", (D("12.5"), "tỷ đồng", "exactly")),
            ("12,5 tỷ", "tỷ đồng", "", (D("12.5"), "tỷ đồng", "exactly")),
            ("12,5 tỷ đồng", "đồng", "", (D("12.5"), "tỷ đồng", "exactly")),
            ("1.234", "sản phẩm", "", (D(1234), "sản phẩm", "exactly")),
            ("1.234,5", "kg", "", (D("1234.5"), "kg", "exactly")),
            ("1,234.5", "kg", "", (D("1234.5"), "kg", "exactly")),
            ("12 500", "kg", "", (D(12500), "kg", "exactly")),
            ("0,125", "ha", "", (D("0.125"), "ha", "exactly")),
            ("từ 30 trở lên", "sản phẩm", "", (D(30), "sản phẩm", "at_least")),
            (">= 200", "người", "", (D(200), "người", "at_least")),
            ("ít nhất 5 điểm", "", "", (D(5), "điểm", "at_least")),
            ("30", "sản phẩm", "có", (D(30), "sản phẩm", "at_least")),
            ("30", "sản phẩm", "từ", (D(30), "sản phẩm", "at_least")),
            ("30", "sản phẩm", "≥", (D(30), "sản phẩm", "at_least")),
            ("30", "sản phẩm", "đúng", (D(30), "sản phẩm", "exactly")),
            ("", "sản phẩm", "tất cả", (None, "sản phẩm", "all_due")),
            ("Toàn bộ", "sản phẩm", "", (None, "sản phẩm", "all_due")),
            ("", "sản phẩm", "", (None, "sản phẩm", "unset")),
            ("-", "sản phẩm", "", (None, "sản phẩm", "unset")),
            (0.1 + 0.2, "ha", "", (D("0.3"), "ha", "exactly")),
        ]
    ),
    *(
        Case(
            f"number refused {shown!r} {unit} {bound}",
            "targets",
            target(shown, unit, bound),
            faults=[(2, wrong)],
        )
        for shown, unit, bound, wrong in [
            ("1,234", "sản phẩm", "", Wrong.NUMBER_DOUBTFUL),
            ("nhiều", "sản phẩm", "", Wrong.NO_NUMBER),
            ("10-20", "sản phẩm", "", Wrong.NO_NUMBER),
            ("0", "sản phẩm", "", Wrong.NOT_POSITIVE),
            ("-5", "sản phẩm", "", Wrong.NOT_POSITIVE),
            ("30 người", "sản phẩm", "", Wrong.UNIT_DIFFERS),
            ("30", "", "", Wrong.CELL_EMPTY),
            ("", "sản phẩm", "trở lên", Wrong.BOUND_WITHOUT_NUMBER),
            ("30", "sản phẩm", "chắc vậy", Wrong.BOUND_UNKNOWN),
            ("3/4", "sản phẩm", "", Wrong.NO_NUMBER),
        ]
    ),
]

# ---------------------------------------------------------------- people, register
PEOPLE_HEAD = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Email", "Vai trò", "Từ ngày"]
PEOPLE = [
    Case(
        "people",
        "people",
        xlsx(
            Page(
                [
                    PEOPLE_HEAD,
                    [
                        1,
                        "Lê Văn Minh",
                        "Công chức",
                        "UBND xã Bản Lầu",
                        "0912345678",
                        "minh@laocai.gov.vn",
                        "Cán bộ xã",
                        "01/12/2026",
                    ],
                    [2, "Đỗ Thị Hoa", "Phó Chánh VP", "VPĐP", "0912345679", "", "Thư ký", date(2026, 12, 1)],
                ]
            )
        ),
        [
            ("Lê Văn Minh", "0912345678", "commune_officer", date(2026, 12, 1)),
            ("Đỗ Thị Hoa", "0912345679", "secretary", date(2026, 12, 1)),
        ],
        of=("full_name", "phone", "role", "starts_on"),
    ),
    Case(
        "people under communes",
        "people",
        xls(
            Page(
                [
                    ["TT", "Họ tên", "SĐT", "Vai trò"],
                    ["I", "Xã Bản Lầu"],
                    [1, "Lê Văn Minh", "0912345678", "Cán bộ xã"],
                ]
            )
        ),
        [("Lê Văn Minh", "Bản Lầu")],
        {2: G},
        of=("full_name", "place"),
    ),
    Case(
        "a role that is none",
        "people",
        xlsx(Page([PEOPLE_HEAD, [1, "Lê Văn Minh", "", "UBND", "0912345678", "", "Thủ kho"]])),
        faults=[(2, Wrong.NO_CHOICE)],
    ),
    Case(
        "nobody to reach",
        "people",
        xlsx(Page([PEOPLE_HEAD, [1, "Lê Văn Minh", "", "UBND", "", "", "Cán bộ xã"]])),
        faults=[(2, Wrong.CONTACT_MISSING)],
    ),
    Case(
        "no e-mail",
        "people",
        xlsx(Page([PEOPLE_HEAD, [1, "Lê Văn Minh", "", "UBND", "0912345678", "minh", "Cán bộ xã"]])),
        faults=[(2, Wrong.EMAIL_MALFORMED)],
    ),
]
REGISTER_HEAD = [
    "TT",
    "Tên sản phẩm",
    "Chủ thể",
    "Địa chỉ",
    "Hạng sao",
    "Số QĐ",
    "Ngày ký",
    "Cơ quan ban hành",
    "Ngày hết hạn",
    "Mã sản phẩm",
]
NSD = ("name", "stars", "decided_on")


def product(**given: Any) -> bytes:
    """A table of one recognised product."""
    row = {
        "stars": 4,
        "on": "15/12/2022",
        "by": "UBND tỉnh Lào Cai",
        "until": "15/12/2025",
        "place": "Bản Lầu",
        "name": "Mứt dứa",
        "holder": "HTX Dứa",
        "code": "",
    } | given
    return xlsx(
        Page(
            [
                REGISTER_HEAD,
                [
                    1,
                    row["name"],
                    row["holder"],
                    row["place"],
                    row["stars"],
                    "3200/QĐ-UBND",
                    row["on"],
                    row["by"],
                    row["until"],
                    row["code"],
                ],
            ]
        )
    )


REGISTER = [
    Case("register", "register", product(), [("Mứt dứa", 4, date(2022, 12, 15))], of=NSD),
    *(
        Case(f"day {shown!r}", "register", product(on=shown), [(date(2022, 12, 15),)], of=("decided_on",))
        for shown in (
            "15-12-2022",
            "15.12.2022",
            "15/12/22",
            "2022-12-15",
            "ngày 15 tháng 12 năm 2022",
            "20221215",
            "15-Dec-2022",
            date(2022, 12, 15),
            datetime(2022, 12, 15, 8, 30),  # noqa: DTZ001 - a cell of a spreadsheet
            44910,
            "44910",
            "15 / 12 / 2022",
            "Thứ Năm, ngày 15/12/2022",
            "2022/12/15",
            "15/12/2022 08:00",
        )
    ),
    *(
        Case(f"day refused {shown!r}", "register", product(on=shown), faults=[(2, Wrong.NO_DAY)])
        for shown in ("12/15/2022", "31/02/2022", "12/2022", "cuối năm", 12)
    ),
    *(
        Case(f"stars {shown}", "register", product(stars=shown), [(wanted,)], of=("stars",))
        for shown, wanted in (("4 sao", 4), ("★★★★", 4), ("bốn sao", 4), ("3*", 3), ("Hạng 4 sao", 4))
    ),
    Case("stars unknown", "register", product(stars="đạt"), faults=[(2, Wrong.STARS_MISSING)]),
    Case("no stars", "register", product(stars=""), faults=[(2, Wrong.STARS_MISSING)]),
    Case("two stars", "register", product(stars=2), faults=[(2, Wrong.STARS_MISSING)]),
    Case("no name", "register", product(name=""), faults=[(2, Wrong.NO_LETTER)]),
    Case("no holder", "register", product(holder=""), faults=[(2, Wrong.NO_LETTER)]),
    *(
        Case(f"three stars {by} {on}", "register", product(stars=3, on=on, by=by), [(3,)], of=("stars",))
        for by, on in (
            ("UBND huyện Bảo Thắng, tỉnh Lào Cai", "01/08/2022"),
            ("UBND huyện Bảo Thắng", "24/02/2023"),
            ("Chủ tịch UBND tỉnh Lào Cai", "24/02/2023"),
            ("UBND thị xã Sa Pa", "20/08/2019"),
            ("", "20/08/2019"),
            ("UBND huyện Bảo Thắng", ""),
        )
    ),
    *(
        Case(
            f"three stars refused {by} {on}",
            "register",
            product(stars=3, on=on, by=by, until=""),
            faults=[(2, Wrong.STAR_NOT_OF_AUTHORITY)],
        )
        for by, on in (
            ("UBND huyện Bảo Thắng, tỉnh Lào Cai", "31/07/2022"),
            ("UBND huyện Bảo Thắng", "06/07/2025"),
            ("UBND xã Bản Lầu, huyện Mường Khương", ""),
        )
    ),
    Case(
        "no code",
        "register",
        product(code="15-02788"),
        faults=[(2, Wrong.CODE_MALFORMED)],
    ),
    *(
        Case(f"code {shown!r}", "register", product(code=shown), [(stored,)], of=("product_code",))
        for shown, stored in (
            ("10-086-02923-1-2022.", "10-086-02923-1-2022"),
            (" 15 – 02788 - 3 – 2026", "15-02788-3-2026"),
        )
    ),
    *(
        Case(
            f"term {on!r} {until!r}",
            "register",
            product(on=on, until=until),
            [ends],
            of=("valid_from", "valid_until"),
        )
        for on, until, ends in (
            ("15/12/2022", "", (date(2022, 12, 15), date(2025, 12, 15))),
            ("29/02/2024", "", (date(2024, 2, 29), date(2027, 2, 28))),
            ("", "15/12/2025", (date(2022, 12, 15), date(2025, 12, 15))),
            ("15/12/2022", "14/12/2025", (date(2022, 12, 15), date(2025, 12, 14))),
            ("", "", (None, None)),
        )
    ),
    Case("five stars of a province", "register", product(stars=5), faults=[(2, Wrong.STAR_NOT_OF_AUTHORITY)]),
    Case(
        "four stars of a district",
        "register",
        product(by="UBND huyện Bảo Thắng"),
        faults=[(2, Wrong.STAR_NOT_OF_AUTHORITY)],
    ),
    Case(
        "five stars of the ministry",
        "register",
        product(stars=5, by="Bộ Nông nghiệp và Môi trường"),
        [(5,)],
        of=("stars",),
    ),
    Case(
        "ended before it began",
        "register",
        product(until="15/12/2021"),
        faults=[(2, Wrong.UNTIL_BEFORE_FROM)],
    ),
    Case(
        "stars as groups",
        "register",
        xlsx(
            Page(
                [
                    ["TT", "Tên sản phẩm", "Chủ thể"],
                    ["I", "Sản phẩm 4 sao"],
                    [1, "Mứt dứa", "HTX Dứa"],
                    ["II", "Sản phẩm 3 sao"],
                    [2, "Trà", "HTX Chè"],
                ]
            )
        ),
        [("Mứt dứa", 4), ("Trà", 3)],
        {2: G, 4: G},
        of=("name", "stars"),
    ),
]

# ---------------------------------------------------------------- what is no table, or means harm
_BOMB = (
    "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>"
    "<row r='1048576'><c r='A1048576'><v>1</v></c></row>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def raw_xlsx(sheet: str, head: str = "") -> bytes:
    """A workbook of this very sheet."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    return archive(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships {package}><Relationship Id="r" Type="{relations}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{relations}"><sheets><sheet name="A" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships {package}><Relationship Id="r1" '
            f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<?xml version='1.0'?>{head}"
            f"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>",
        }
    )


_EMPTY_ROWS = "".join(f'<row r="{n}" ht="15"/>' for n in range(4, 150_000))
_CELL = '<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>'
_IN_LINE = "".join(
    f'<row r="{n}">{_CELL.format("A", n, one)}{_CELL.format("B", n, two)}</row>'
    for n, (one, two) in enumerate(
        (("Họ và tên", "Xã"), ("Lý Thị Mỷ", "Bản Lầu"), ("Vàng A Páo", "Bắc Hà")), 1
    )
)

HOSTILE = [
    Case("nothing", "ideas", b"", problem=Problem.EMPTY),
    Case("blanks", "ideas", b"\r\n \r\n", problem=Problem.EMPTY),
    Case(
        "a locked xls",
        "ideas",
        xls(Page(IDEAS_ROWS), is_locked=True),
        problem=Problem.LOCKED,
        file="khoa.xls",
    ),
    Case(
        "a locked xlsx",
        "ideas",
        compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}),
        problem=Problem.LOCKED,
    ),
    Case(
        "a doc called xls", "ideas", compound({"WordDocument": b"x"}), problem=Problem.DOCUMENT, file="a.xls"
    ),
    Case(
        "a docx called xlsx",
        "ideas",
        archive({"[Content_Types].xml": _TYPES, "word/document.xml": "<a/>"}),
        problem=Problem.DOCUMENT,
    ),
    Case(
        "an odt called ods",
        "ideas",
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        problem=Problem.DOCUMENT,
        file="a.ods",
    ),
    Case(
        "a locked ods",
        "ideas",
        archive(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": "x",
                "META-INF/manifest.xml": "<m><encryption-data/></m>",
            }
        ),
        problem=Problem.LOCKED,
        file="a.ods",
    ),
    Case("xlsm", "ideas", xlsx(Page(IDEAS_ROWS)), problem=Problem.MACROS, file="a.xlsm"),
    Case(
        "macros under the name of xlsx",
        "ideas",
        archive({"[Content_Types].xml": _TYPES, "xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x"}),
        problem=Problem.MACROS,
    ),
    Case(
        "xlsb",
        "ideas",
        archive({"[Content_Types].xml": _TYPES, "xl/workbook.bin": "x"}),
        problem=Problem.BINARY,
    ),
    Case(
        "a web page called xls",
        "ideas",
        b"<html><body><table><tr><td>A</td></tr></table></body></html>",
        problem=Problem.WEB_PAGE,
        file="xuat.xls",
    ),
    Case(
        "xml of 2003",
        "ideas",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        problem=Problem.XML_TABLE,
        file="a.xls",
    ),
    Case("pdf", "ideas", b"%PDF-1.7 x", problem=Problem.PDF),
    Case("photograph", "ideas", b"\xff\xd8\xff\xe0 x", problem=Problem.IMAGE),
    Case("program", "ideas", b"MZ\x90\x00", problem=Problem.UNKNOWN),
    Case("an archive of something", "ideas", archive({"a.txt": "x"}), problem=Problem.UNKNOWN),
    Case("a torn xlsx", "ideas", xlsx(Page(IDEAS_ROWS))[:-200], problem=Problem.BROKEN),
    Case("a torn xls", "ideas", xls(Page(IDEAS_ROWS))[:700], problem=Problem.BROKEN, file="a.xls"),
    Case(
        "definitions that grow",
        "ideas",
        raw_xlsx("<row/>", '<!DOCTYPE a [<!ENTITY b "cccc">]>'),
        problem=Problem.ENTITIES,
    ),
    Case("two cells at both ends", "ideas", raw_xlsx(_BOMB), problem=Problem.TOO_WIDE),
    Case(
        "a long tail of empty rows under a table",
        "attendance",
        raw_xlsx(_IN_LINE + _EMPTY_ROWS),
        ["Lý Thị Mỷ", "Vàng A Páo"],
    ),
    Case("a zip bomb", "ideas", raw_xlsx("<row/>" + " " * 120_000_000), problem=Problem.TOO_HEAVY),
    Case(
        "a repeated row in ods",
        "ideas",
        archive(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": '<d xmlns:table="t" xmlns:office="o"><table:table table:name="A">'
                "<table:table-row "
                'table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
                'table:number-columns-repeated="1000"/></table:table-row></table:table></d>',
            }
        ),
        problem=Problem.TOO_HEAVY,
        file="a.ods",
    ),
    Case(
        "too many learners",
        "attendance",
        xlsx(
            Page([["Họ và tên", "Xã"], *([f"Lý Thị {chr(65 + n % 26)}{n}", "Bản Lầu"] for n in range(501))])
        ),
        faults=[(0, Wrong.TOO_MANY_ROWS)],
    ),
]

CASES = [*ATTENDANCE, *IDEAS, *TARGETS, *PEOPLE, *REGISTER, *HOSTILE]
