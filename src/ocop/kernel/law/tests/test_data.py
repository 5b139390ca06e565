"""What the decrees of the package say, at places that are easily got wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from ocop.kernel.law import Option, ProductSet, Regulation, load_regulations
from ocop.kernel.law.model import Part
from ocop.kernel.law.readings import forgery_reading, heading_rules
from ocop.kernel.text import Label

VIETNAMESE = re.compile(
    r"[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE
)
CODES = ["qd-1048-2019", "qd-148-2023", "qd-26-2026"]


def law(code: str = "qd-26-2026") -> Regulation:
    return load_regulations()[code]


def options(product_set: ProductSet) -> Iterator[Option]:
    for criterion in product_set.criteria.values():
        for _, ladder in criterion.ladders:
            yield from ladder


def labels(values: object) -> Iterator[Label]:
    """Every wording anywhere in a frozen value."""
    if isinstance(values, Label):
        yield values
    elif isinstance(values, (tuple, list)):
        for value in values:
            yield from labels(value)
    elif isinstance(values, dict):
        yield from labels(list(values.values()))
    elif hasattr(values, "__dataclass_fields__"):
        yield from labels([getattr(values, name) for name in values.__dataclass_fields__])


COUNTS = [
    # sets with rubric, sections, criteria, yes/no, with cases, options, marks 3 / 4 / 5, marks on criteria
    ("qd-26-2026", (26, 291, 787, 22, 3, 2535, 179, 290, 106, 0)),
    ("qd-148-2023", (26, 290, 795, 0, 3, 2632, 83, 261, 199, 26)),
    ("qd-1048-2019", (25, 266, 751, 0, 28, 2688, 0, 0, 0, 0)),
]


@pytest.mark.parametrize(("code", "counts"), COUNTS)
def test_counts_of_a_decree(code, counts):
    sets = [product_set for product_set in law(code).sets.values() if product_set.has_rubric]
    criteria = [criterion for product_set in sets for criterion in product_set.criteria.values()]
    steps = [option for product_set in sets for option in options(product_set)]
    marks = Counter(option.min_for_stars for option in steps)
    assert counts == (
        len(sets),
        sum(1 for product_set in sets for _ in product_set.sections),
        len(criteria),
        sum(criterion.is_boolean for criterion in criteria),
        sum(bool(criterion.cases) for criterion in criteria),
        len(steps),
        marks[3],
        marks[4],
        marks[5],
        sum(criterion.min_for_stars is not None for criterion in criteria),
    )


@pytest.mark.parametrize("code", CODES)
def test_english_wordings_are_english_and_differ(code):
    wordings = set(labels(law(code)))
    assert [label.en for label in wordings if VIETNAMESE.search(label.en.replace("QĐ-TTg", ""))] == []
    assert [label.vi for label in wordings if label.vi == label.en] == []


@pytest.mark.parametrize("code", CODES)
def test_numbers_of_a_wording_are_the_same_in_both_languages(code):
    def numbers(text: str) -> list[int]:
        return sorted({int(number) for number in re.findall(r"\d+", text)})

    of_options = {option.label for product_set in law(code).sets.values() for option in options(product_set)}
    assert [label for label in of_options if numbers(label.vi) != numbers(label.en)] == []


@pytest.mark.parametrize("code", CODES)
def test_options_are_short_enough_for_a_phone(code):
    steps = [option.label.vi for product_set in law(code).sets.values() for option in options(product_set)]
    assert [text for text in steps if len(text) > 250] == []
    lengths = sorted(len(text) for text in steps)
    assert lengths[len(lengths) // 2] <= 45


def test_parts_and_bands_of_26_2026():
    assert law().part_max == {Part.COMMUNITY: 40, Part.MARKETING: 25, Part.QUALITY: 35}
    assert [(b.stars, b.min, b.authority) for b in law().star_bands] == [
        (5, 90, "ministry"),
        (4, 70, "province"),
        (3, 50, "province"),
        (2, 30, None),
        (1, 0, None),
    ]


def test_periods_of_26_2026():
    assert {name: (p.amount, p.unit, p.rolls) for name, p in law().periods.items()} == {
        "commune_check": (15, "working_days", True),
        "renewal_result": (45, "days", True),
        "revocation": (15, "days", True),
        "certificate_term": (36, "months", False),
        "renewal_window_opens": (180, "days", False),
        "renewal_window_closes": (120, "days", False),
        "extension_cap": (180, "days", False),
        "transition_first": (60, "days", True),
        "transition_renewal": (30, "days", True),
    }


def test_rounds_of_26_2026():
    assert [(r.level, r.number, r.proposed_before, r.held_before) for r in law().rounds] == [
        ("province", 1, (4, 30), (6, 30)),
        ("province", 2, (10, 30), (12, 30)),
        ("ministry", 1, (7, 30), (9, 30)),
        ("ministry", 2, (1, 30), (3, 30)),
    ]


def test_applicants_of_26_2026():
    """R26-01, R26-02: associations and the like enter tourism only."""
    everything = ["cooperative", "cooperative_group", "enterprise", "farm", "household"]
    tourism = ["association", "federation", "operating_centre"]
    assert law().applicants == dict.fromkeys(everything) | dict.fromkeys(tourism, (26,))


def test_classification_leads_to_every_set_once():
    """R26-03."""
    assert sorted(leaf.set_number for leaf in law().leaves.values()) == list(range(1, 27))
    leaf = law().leaves["I.5.a"]
    assert (leaf.sector.vi, leaf.group.vi, leaf.label.vi, leaf.set_number) == (
        "Thực phẩm",
        "Chè",
        "Chè tươi, chế biến",
        11,
    )
    assert [agency.vi for agency in law().set(26).managing_agencies] == [
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Bộ Nông nghiệp và Môi trường",
    ]


def test_samples_are_five_and_none_for_tourism():
    assert [law().set(number).sample_count for number in range(1, 27)] == [5] * 25 + [0]


DISQUALIFIERS = [
    (
        [*range(1, 15), 16],
        ["dossier_forged", "food_safety_certificate_missing", "registration_not_conforming"],
    ),
    (
        [15, 17],
        [
            "dossier_forged",
            "food_safety_certificate_missing",
            "production_permit_missing",
            "registration_not_conforming",
        ],
    ),
    (
        [18],
        [
            "dossier_forged",
            "food_safety_certificate_missing",
            "production_permit_missing",
            "product_declaration_missing",
            "registration_not_conforming",
        ],
    ),
    (
        [19, 20],
        [
            "dossier_forged",
            "production_permit_missing",
            "product_declaration_missing",
            "registration_not_conforming",
        ],
    ),
    ([*range(21, 26)], ["dossier_forged", "registration_not_conforming"]),
    ([26], []),
]


@pytest.mark.parametrize(("numbers", "facts"), DISQUALIFIERS)
def test_what_heads_a_sheet_of_26_2026(numbers, facts):
    for number in numbers:
        rules = law().set(number).disqualifiers
        assert [(rule.type, rule.when, rule.scope) for rule in rules] == [
            ("disqualify", fact, "set") for fact in facts
        ]


@pytest.mark.parametrize(
    ("code", "id", "number", "sets"),
    [
        ("qd-26-2026", "26-2026-45", 26, [26]),
        ("qd-148-2023", "148-2023-14", None, [*range(1, 27)]),
        ("qd-1048-2019", "1048-2019-07", None, [*range(1, 27)]),
    ],
)
def test_where_no_sheet_prints_a_line_on_forgery(code, id, number, sets):
    """An anomaly records it, and the set knows which:
    the exclusion is then a reading, not the sheet's ground.
    """
    found = {anomaly.id: anomaly for anomaly in law(code).anomalies}[id]
    assert (found.set_number, found.missing_fact) == (number, "dossier_forged")
    assert "cách hiểu của hệ thống" in found.used
    assert [anomaly.id for anomaly in law(code).anomalies if anomaly.missing_fact] == [id]
    readings = {s.number: forgery_reading(s) for s in law(code).sets.values()}
    assert sorted(number for number, reading in readings.items() if reading) == sets
    assert {law(code).set(number).forgery_doubt for number in sets} == {id}
    assert all(heading_rules(law(code).set(number))[0].when == "dossier_forged" for number in range(1, 27))


CONDITIONS = [
    (1, "2.1", ("not_evaluated", "common_product_without_distinction")),
    (7, "1.1", ("disqualify", "all_imported_or_unknown_origin_materials")),
    (7, "2.1", ("disqualify", "identical_to_another_producers_product")),
    (7, "5.2", ("applies_if", "product_has_story")),
    (11, "6.1.1", ("stop_evaluation", "unacceptable_impurities")),
    (19, "6", ("stop_evaluation", "mandatory_document_missing")),
    (21, "6.2", ("disqualify", "infringes_intellectual_property")),
    (26, "8", ("choose_one_case", None)),
]


@pytest.mark.parametrize(("number", "code", "rule"), CONDITIONS)
def test_condition_on_a_criterion_of_26_2026(number, code, rule):
    assert [(r.type, r.when) for r in law().set(number).criteria[code].rules] == [rule]


def test_zero_points_in_section_6_of_set_16_stop():
    rules = [
        (section.code, rule.when, rule.scope) for section in law().set(16).sections for rule in section.rules
    ]
    assert rules == [("6", "zero_points", "section")]


def test_three_levels_of_nesting_in_set_11():
    section = next(section for section in law().set(11).sections if section.code == "6")
    assert [(subgroup.code, subgroup.max) for subgroup in section.subgroups] == [("6.1", 4), ("6.2", 11)]
    assert [(c.code, c.subgroup, c.max) for c in section.criteria] == [
        ("6.1.1", "6.1", 2),
        ("6.1.2", "6.1", 2),
        ("6.2.1", "6.2", 3),
        ("6.2.2", "6.2", 3),
        ("6.2.3", "6.2", 5),
    ]


DECIDABLE = [
    ("qd-26-2026", "26-2026-08", (7, "3.1", 2, 2, None)),
    ("qd-26-2026", "26-2026-09", (23, "6.2", 1, 0, None)),
    ("qd-26-2026", "26-2026-10", (1, "8", 4, None, 5)),
    ("qd-26-2026", "26-2026-11", (10, "3.5", 2, None, 4)),
    ("qd-148-2023", "148-2023-07", (7, "6.d", 3, 4, None)),
    ("qd-1048-2019", "1048-2019-03", (2, "6.2", 3, 2, None)),
]


@pytest.mark.parametrize("code", CODES)
def test_doubts_that_an_office_may_decide(code):
    decidable = [anomaly for anomaly in law(code).anomalies if anomaly.can_be_decided]
    found = [
        (a.id, (a.set_number, a.criterion, a.option_place, a.suggested_points, a.suggested_min_for_stars))
        for a in decidable
    ]
    assert found == [(identifier, place) for of, identifier, place in DECIDABLE if of == code]


def test_procedure_of_a_renewal_in_26_2026():
    """Article 7(6): written opinions instead of a meeting, a field check only where needed."""
    stages = [stage for stage in law().stages if "renewal" in stage.applies_to]
    assert [stage.key for stage in stages if stage.scores] == [
        "province_written_opinions",
        "ministry_written_opinions",
    ]
    assert [stage.key for stage in stages if stage.is_optional] == [
        "commune_meeting",
        "province_field_check",
        "ministry_field_check",
        "province_after_ministry",
    ]
    assert [stage.key for stage in stages if stage.period == law().periods["renewal_result"]] == [
        "province_written_opinions",
        "ministry_written_opinions",
    ]


def test_commune_gives_no_score_and_has_15_working_days():
    """R26-23."""
    stages = {stage.key: stage for stage in law().stages if stage.level == "commune"}
    assert list(stages) == ["commune_check", "commune_meeting", "commune_proposal"]
    assert stages["commune_check"].period == law().periods["commune_check"]
    assert [stage.scores for stage in stages.values()] == [False, False, False]


def test_three_stars_moved_from_district_to_province_under_148():
    band = next(band for band in law("qd-148-2023").star_bands if band.stars == 3)
    days = [date(2025, 7, 5), date(2025, 7, 6)]
    assert [band.authority_on(day) for day in days] == ["district", "province"]


def test_mark_on_the_whole_criterion_under_148():
    criteria = [product_set.criteria["3.e"] for product_set in law("qd-148-2023").sets.values()]
    assert [criterion.min_for_stars for criterion in criteria] == [4] * 26


def test_minimums_of_781_are_to_be_confirmed_by_hand():
    assert {code: law(code).minimums_by_hand is not None for code in CODES} == {
        "qd-1048-2019": True,
        "qd-148-2023": False,
        "qd-26-2026": False,
    }


def test_decrees_in_force_follow_each_other():
    spans = [
        (regulation.effective_from, regulation.effective_to) for regulation in load_regulations().values()
    ]
    assert spans == [
        (date(2019, 8, 21), date(2023, 2, 23)),
        (date(2023, 2, 24), date(2026, 7, 21)),
        (date(2026, 5, 22), None),
    ]
