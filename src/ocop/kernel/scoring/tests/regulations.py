"""Small regulations made by hand, one per odd case of the law,
so that every figure can be checked in the head.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from ocop.kernel.law.model import (
    Anomaly,
    Case,
    Criterion,
    Option,
    Part,
    ProductSet,
    Regulation,
    RubricPart,
    Rule,
    Section,
    StarBand,
    Subgroup,
)
from ocop.kernel.text import Label

BAND_MINIMUMS = {5: 90, 4: 70, 3: 50, 2: 30, 1: 0}


def label(text: str) -> Label:
    return Label(text, f"{text} (en)")


def ladder(*steps: int | tuple[int, int]) -> tuple[Option, ...]:
    """Options from their points; (points, stars) puts a mark on one."""
    pairs = [step if isinstance(step, tuple) else (step, None) for step in steps]
    return tuple(
        Option(place, points, label(f"{points}"), stars)
        for place, (points, stars) in enumerate(pairs, start=1)
    )


def criterion(code: str, part: Part, *steps: int | tuple[int, int], **more: object) -> Criterion:
    options = ladder(*steps)
    section = code.split(".", maxsplit=1)[0]
    return Criterion(
        code, part, section, label(code), max(o.points for o in options), options=options, **more
    )  # type: ignore[arg-type]


def cases(
    code: str, part: Part, a: Iterable[int | tuple[int, int]], b: Iterable[int | tuple[int, int]]
) -> Criterion:
    made = tuple(
        Case(letter, label(letter), options, max(o.points for o in options))
        for letter, options in (("a", ladder(*a)), ("b", ladder(*b)))
    )
    most = max(case.max for case in made)
    return Criterion(code, part, code.split(".", maxsplit=1)[0], label(code), most, cases=made)


def yes_no(code: str, part: Part, points: int) -> Criterion:
    return Criterion(code, part, code.split(".", maxsplit=1)[0], label(code), points, is_boolean=True)


def section(code: str, part: Part, *criteria: Criterion, **more: object) -> Section:
    return Section(code, part, label(code), sum(c.max for c in criteria), criteria, **more)  # type: ignore[arg-type]


def product_set(number: int, *sections: Section, disqualifiers: tuple[Rule, ...] = ()) -> ProductSet:
    parts = tuple(
        RubricPart(
            part,
            label(part),
            sum(s.max for s in sections if s.part is part),
            tuple(s for s in sections if s.part is part),
        )
        for part in Part
    )
    return ProductSet(
        number, label(f"{number}"), label("ngành"), label("nhóm"), parts if sections else (), disqualifiers
    )


def regulation(
    *sets: ProductSet, anomalies: tuple[Anomaly, ...] = (), minimums_by_hand: Label | None = None
) -> Regulation:
    bands = tuple(
        StarBand(stars, least, stars >= 3, None, label(f"{stars}")) for stars, least in BAND_MINIMUMS.items()
    )
    by_number: Mapping[int, ProductSet] = {s.number: s for s in sets}
    return Regulation(
        code="qd-thu",
        number="01/QĐ-THỬ",
        label=label("Văn bản thử"),
        issuer=label("Cơ quan thử"),
        issued_on=date(2026, 1, 1),
        effective_from=date(2026, 1, 1),
        effective_to=None,
        part_max={Part.COMMUNITY: 40, Part.MARKETING: 25, Part.QUALITY: 35},
        star_bands=bands,
        sets=by_number,
        leaves={},
        evidence_kinds=(),
        stages=(),
        periods={},
        rounds=(),
        applicants={},
        anomalies=anomalies,
        minimums_by_hand=minimums_by_hand,
    )


A, B, C = Part.COMMUNITY, Part.MARKETING, Part.QUALITY

PLAIN = product_set(
    1,
    section("1", A, criterion("1.1", A, 0, (10, 3), (20, 4), (30, 5)), yes_no("1.2", A, 10)),
    section("2", B, criterion("2.1", B, (5, 3), (15, 4), 25)),
    section("3", C, cases("3", C, (0, 10), (5, 15)), is_single=True),
    section("4", C, criterion("4", C, 0, 10, (20, 5)), is_single=True),
)
"""100 points; marks for 3, 4 and 5 stars, one of them on an option that is worth the least;
a yes/no; two cases.
"""

CONDITIONAL = product_set(
    2,
    section(
        "1",
        A,
        criterion("1.1", A, 1, 1, 3, rules=(Rule("disqualify", "foreign_materials", label("nguyên liệu")),)),
    ),
    section(
        "3",
        A,
        criterion("3.1", A, 10, 25, min_for_stars=4),
        criterion(
            "3.2",
            A,
            0,
            (12, 3),
            rules=(Rule("disqualify", "foreign_materials", label("nguyên liệu, ghi lại")),),
        ),
    ),
    section(
        "5",
        B,
        criterion("5.1", B, 0, 10),
        criterion(
            "5.2", B, 0, (15, 3), rules=(Rule("applies_if", "product_has_story", label("có câu chuyện")),)
        ),
    ),
    section(
        "6",
        C,
        criterion("6.1.1", C, 0, 5, subgroup="6.1"),
        criterion("6.1.2", C, 0, 5, subgroup="6.1"),
        criterion("6.2", C, 0, 10),
        subgroups=(
            Subgroup(
                "6.1",
                label("6.1"),
                10,
                rules=(Rule("stop_evaluation", "unacceptable_impurities", label("tạp chất"), "subgroup"),),
            ),
        ),
        rules=(Rule("stop_evaluation", "zero_points", label("0 điểm"), "section"),),
    ),
    section(
        "7",
        C,
        criterion(
            "7",
            C,
            0,
            7,
            (15, 3),
            rules=(Rule("full_points_if_not_mandatory", None, label("không bắt buộc")),),
        ),
        is_single=True,
    ),
    disqualifiers=(Rule("disqualify", "dossier_forged", label("giả mạo hồ sơ"), "set"),),
)
"""100 points; a story, a test that may not be compulsory, stop rules,
a mark on a whole criterion, doubtful values.
"""

EMPTY = product_set(3)
"""A set whose rubric is not loaded."""

MARKED_CASES = product_set(
    4,
    section("1", A, cases("1.1", A, ((10, 3), 40), (20, (40, 3)))),
    section("2", B, criterion("2.1", B, 0, 25)),
    section("3", C, cases("3.1", C, (0, (35, 3)), (5, 35))),
)
"""Marks inside the ladders of two cases, and a case without a mark beside a case with one."""

CROSSED = product_set(
    5,
    section(
        "6", C, criterion("6.1", C, 0, 100, rules=(Rule("stop_evaluation", "zero_points", label("0 điểm")),))
    ),
)
"""A single criterion, with a stop rule on itself."""


RULER = product_set(6, section("1", A, criterion("1", A, *range(101)), is_single=True))
"""One criterion of 101 options worth 0 to 100: any total can be given. The place is one more than the points.
"""


def anomaly(id: str, set_number: int | None, code: str, place: int, **suggested: int) -> Anomaly:
    return Anomaly(
        id=id,
        set_number=set_number,
        location=code,
        kind="points_doubtful",
        published="1",
        used="1",
        resolution="kept_as_published",
        why=label("nghi in nhầm"),
        affects_scoring=True,
        suggested="2",
        criterion=code,
        option_place=place,
        **suggested,  # type: ignore[arg-type]
    )


SMALL = regulation(
    PLAIN,
    CONDITIONAL,
    EMPTY,
    MARKED_CASES,
    CROSSED,
    RULER,
    anomalies=(
        anomaly("T-1", 2, "1.1", 2, suggested_points=2),
        anomaly("T-2", 2, "5.1", 2, suggested_min_for_stars=3),
        anomaly("T-3", 2, "6.2", 2),
    ),
)

BY_HAND = regulation(PLAIN, minimums_by_hand=label("Yêu cầu tối thiểu phải kiểm tra bằng tay."))
"""Like Decision 1048/2019: the minimums of its amendment are not in the data."""

ALL_AT_TOP = {"1.1": 4, "1.2": True, "2.1": 3, "3": "b.2", "4": 3}
CONDITIONAL_AT_TOP = {
    "1.1": 3, "3.1": 2, "3.2": 2, "5.1": 2, "5.2": 2, "6.1.1": 2, "6.1.2": 2, "6.2": 2, "7": 3,
}  # fmt: skip
