"""Every kind of fault is planted in a sound regulation and must be reported as that fault,
and as no other.
"""

from __future__ import annotations

import pytest

from ocop.kernel.law import check_regulation, load_regulations
from ocop.kernel.law.integrity import known_mismatches
from ocop.kernel.law.tests.spoiling import A, B, C, add, at, many

SET, IDENTITY, PROCEDURE = "sets/01.json", "regulation.json", "procedure.json"


SECOND_LEAF = {"key": "I.2", "sector": "food", "label": {"vi": "lá", "en": "leaf"}, "set": 2}

EMPTY_SECTION = {"code": "4", "use": "story", "max": 0, "ladder": "0 1 2"}


def variant(**days: str) -> dict[str, object]:
    return {"key": "1", "label": {"vi": "quy trình", "en": "procedure"}, "article": "1", **days}


PLANTED = [
    (
        [
            "set 1: grand_total: parts sum to 101, not 100",
            "set 1 B: part_max: part has 26, the regulation gives 25",
        ],
        SET,
        many(at("parts.B.max", 26), at(f"{B}.max", 26), at(f"{B}.ladder", "0 1 26")),
    ),
    (
        [
            "set 1 A: part_sum: sections sum to 41, not 40",
            "set 1 A/1: section_sum: criteria sum to 40, not 41",
        ],
        SET,
        at(f"{A}.max", 41),
    ),
    (
        [
            "set 1 B: part_sum: sections sum to 24, not 25",
            "set 1 B/2: option_max: best option gives 25, the criterion 24",
        ],
        SET,
        at(f"{B}.max", 24),
    ),
    (
        ["set 1 A/1: section_sum: criteria sum to 39, not 40"],
        SET,
        many(at(f"{A}.criteria.0.max", 38), at(f"{A}.criteria.0.ladder", "1*** 38")),
    ),
    (["set 1 C/3.1: subgroup_sum: criteria sum to 10, not 9"], SET, at(f"{C}.subgroups.0.max", 9)),
    (
        [
            "set 1 A/1: empty_section: no criteria",
            "set 1 A/1: section_sum: criteria sum to 0, not 40",
            "t-01: anomaly_place: set 1 has no criterion 1.1",
        ],
        SET,
        at(f"{A}.criteria", []),
    ),
    (
        [
            "set 1: unique_codes: 1.1 is used 2 times",
            "set 1 A/1: numbering: under 1: 1, 1",
            "t-01: anomaly_place: criterion 1.1 has no option 2",
        ],
        SET,
        at(f"{A}.criteria.1.code", "1.1"),
    ),
    (["set 1 A/1: numbering: under 1: 1, 3"], SET, at(f"{A}.criteria.1.code", "1.3")),
    (["set 1 A/2.2: code_prefix: does not belong under 1"], SET, at(f"{A}.criteria.1.code", "2.2")),
    (
        [
            "set 1 C/3.1: subgroup_sum: criteria sum to 0, not 10",
            "set 1 C/3.1.1: subgroup_known: there is no subgroup 3.9",
            "set 1 C/3.1.1: code_prefix: does not belong under 3.9",
        ],
        SET,
        at(f"{C}.criteria.0.subgroup", "3.9"),
    ),
    (["set 1 B: numbering: sections are 4"], SET, at(f"{B}.code", "4")),
    (
        ["set 1: unique_codes: 1 is used 2 times", "set 1 B: numbering: sections are 1"],
        SET,
        at(f"{B}.code", "1"),
    ),
    (
        [
            "set 1 B: numbering: sections are 2, 4",
            "set 1 B/4: criterion_max: maximum is 0",
            "set 1 B/4: option_max: best option gives 2, the criterion 0",
            "set 1 C: numbering: sections are 3",
        ],
        SET,
        add("parts.B.sections", EMPTY_SECTION),
    ),
    (
        ["set 1 C/4.1: code_prefix: does not belong under 3"],
        SET,
        many(
            at(f"{C}.subgroups.0.code", "4.1"),
            at(f"{C}.criteria.0.subgroup", "4.1"),
            at(f"{C}.criteria.0.code", "4.1.1"),
        ),
    ),
    (
        [
            "set 1 A/1: section_sum: criteria sum to 1, not 40",
            "set 1 A/1.1: criterion_max: maximum is 0",
            "set 1 A/1.1: option_max: best option gives 39, the criterion 0",
        ],
        SET,
        at(f"{A}.criteria.0.max", 0),
    ),
    (
        ["set 1 A/1.1: option_max: best option gives 38, the criterion 39"],
        SET,
        at(f"{A}.criteria.0.ladder", "1*** 38"),
    ),
    (
        ["set 1 C/3.2: option_max: best option gives 24, the criterion 25"],
        SET,
        at(f"{C}.criteria.1.ladder", ["5 24", "10 20"]),
    ),
    (["set 1 B/2: options_ascending: points are [10, 10, 25]"], SET, at(f"{B}.ladder", "10 10**** 25")),
    (
        ["set 1 C/3.2 case b: options_ascending: points are [20, 20]"],
        SET,
        at(f"{C}.criteria.1.ladder", ["5 25", "20 20"]),
    ),
    (["set 1 B/2: stars_ascending: marks are [4, 3]"], SET, at(f"{B}.ladder", "0 10**** 25***")),
    (["set 1 A/1.1: stars_ascending: mark for 6 stars on the criterion"], SET, at(f"{A}.criteria.0.mark", 6)),
    (
        ["set 1 A/1.1 option 2: published_value: '93' is printed, 39 is used"],
        SET,
        at(f"{A}.criteria.0.printed", {"2": "93"}),
    ),
    (["set 1 A/1.1: published_value: '' is printed, 39 is used"], SET, at(f"{A}.criteria.0.max_printed", "")),
    (
        [
            "set 1: rubric_missing: the rubric is not in the data",
            "tale: evidence_criteria: no criterion is about story",
            "t-01: anomaly_place: set 1 has no criterion 1.1",
        ],
        SET,
        at("parts", ...),
    ),
    (
        ["set 1 C/3.1.1: duplicate_option_text: two options read the same (vi)"],
        "criteria.json",
        at("look/1.options.1.vi", "plain vi"),
    ),
    (
        ["set 1 C/3.1.1: duplicate_option_text: two options read the same (en)"],
        "criteria.json",
        at("look/1.options.1.en", "Plain EN"),
    ),
    (["set 1: rule_fact: disqualify names no fact"], "rules.json", at("forged.when", ...)),
    (["set 1 A/1.1: rule_fact: disqualify names no fact"], "rules.json", at("imported.when", ...)),
    (
        ["dates: issued 2030-01-01, in force 2030-02-01 to 2029-01-01"],
        IDENTITY,
        at("effective_to", "2029-01-01"),
    ),
    (
        ["dates: issued 2030-02-02, in force 2030-02-01 to 9999-12-31"],
        IDENTITY,
        at("issued_on", "2030-02-02"),
    ),
    (["star_bands: bands are for [5, 4, 3, 2] stars"], IDENTITY, at("star_bands.4", ...)),
    (
        ["star_bands: bands begin at [90, 70, 50, 30, 1] and do not cover 0 to 100 once"],
        IDENTITY,
        at("star_bands.4.min", 1),
    ),
    (
        ["star_bands: bands begin at [101, 70, 50, 30, 0] and do not cover 0 to 100 once"],
        IDENTITY,
        at("star_bands.0.min", 101),
    ),
    (
        ["star_bands: bands begin at [90, 50, 50, 30, 0] and do not cover 0 to 100 once"],
        IDENTITY,
        at("star_bands.1.min", 50),
    ),
    (
        ["2 stars: band_authority: recognition and authority contradict each other"],
        IDENTITY,
        at("star_bands.3.is_recognised", True),
    ),
    (
        ["5 stars: band_authority: recognition and authority contradict each other"],
        IDENTITY,
        at("star_bands.0.is_recognised", False),
    ),
    (["set 1 A: part_max: part has 40, the regulation gives 41"], IDENTITY, at("parts.A.max", 41)),
    (["I.2: leaf_set: there is no set 2"], "classification.json", add("leaves", SECOND_LEAF)),
    (
        ["I.1: leaf_set: there is no set 2", "set 1: set_leaf: no leaf of the classification leads to it"],
        "classification.json",
        at("leaves.0.set", 2),
    ),
    (["periods: periods_complete: missing: revocation"], PROCEDURE, at("periods.revocation", ...)),
    (
        ["periods: periods_complete: missing: commune_check, revocation"],
        PROCEDURE,
        many(at("periods.revocation", ...), at("periods.commune_check", ...)),
    ),
    (["revocation: period_amount: 0 days"], PROCEDURE, at("periods.revocation.amount", 0)),
    (
        ["periods: renewal_window: it closes before it opens"],
        PROCEDURE,
        at("periods.renewal_window_closes.amount", 500),
    ),
    (
        ["periods: renewal_window: it is counted in plain days or months, not in working days"],
        PROCEDURE,
        at("periods.renewal_window_opens.unit", "working_days"),
    ),
    (
        ["3 stars: stage_stars: no stage at the province level decides them on 2030-02-01"],
        PROCEDURE,
        at("stages.0.decides_stars", [4]),
    ),
    (
        ["3 stars: stage_stars: no stage at the district level decides them on 2030-02-01"],
        IDENTITY,
        at("star_bands.2.former_authorities", [{"level": "district", "until": "2030-06-30"}]),
    ),
    (["ministry_decision: stage_keys: used 2 times"], PROCEDURE, at("stages.0.key", "ministry_decision")),
    (
        ["variants: variant_days: they do not run from the first day in force to the last"],
        PROCEDURE,
        at("variants", [variant(until="2030-12-31")]),
    ),
    (
        ["variants: variant_days: they do not run from the first day in force to the last"],
        PROCEDURE,
        at("variants", [variant(since="2030-02-02")]),
    ),
    (
        ["1: variant_days: does not begin on the day after 1 ends"],
        PROCEDURE,
        at("variants", [variant(until="2030-05-31"), variant(since="2030-06-02")]),
    ),
    (
        ["1: variant_days: does not begin on the day after 1 ends"],
        PROCEDURE,
        at("variants", [variant(), variant(since="2030-06-02")]),
    ),
    (
        [
            "4 stars: stage_stars: no stage at the province level decides them on 2030-06-01",
            "3 stars: stage_stars: no stage at the province level decides them on 2030-06-01",
        ],
        PROCEDURE,
        many(
            at("variants", [variant(until="2030-05-31"), variant(since="2030-06-01")]),
            at("stages.0.until", "2030-05-31"),
        ),
    ),
    (
        ["province 1: round_dates: held before the dossiers are proposed"],
        PROCEDURE,
        at("rounds.0.held_before", "04-30"),
    ),
    (["association: applicant_sets: there is no set 26"], PROCEDURE, at("applicants.association.sets", [26])),
    (
        ["tale: evidence_criteria: no criterion is about tale"],
        "evidence.json",
        at("kinds.0.criteria", ["tale"]),
    ),
    (
        ["t-01: anomaly_ids: used 2 times"],
        "anomalies.json",
        lambda values: values["anomalies"].append(dict(values["anomalies"][0])),
    ),
    (["t-01: anomaly_place: there is no set 2"], "anomalies.json", at("anomalies.0.set", 2)),
    (
        ["t-01: anomaly_place: a doubt that can be decided needs a set"],
        "anomalies.json",
        at("anomalies.0.set", ...),
    ),
    (
        ["t-01: anomaly_place: set 1 has no criterion 1.9"],
        "anomalies.json",
        at("anomalies.0.criterion", "1.9"),
    ),
    (
        ["t-01: anomaly_place: a doubt that can be decided needs a criterion"],
        "anomalies.json",
        at("anomalies.0.criterion", ...),
    ),
    (
        ["t-01: anomaly_place: criterion 1.1 has no option 3"],
        "anomalies.json",
        at("anomalies.0.option_place", 3),
    ),
    (
        ["t-01: anomaly_place: a doubt that can be decided needs an option"],
        "anomalies.json",
        at("anomalies.0.option_place", ...),
    ),
    (
        ["t-01: anomaly_place: what is suggested is what is printed"],
        "anomalies.json",
        at("anomalies.0.suggested_points", 39),
    ),
    (
        ["set 1 A/1.1 option 2: stale_anomaly: t-01 explains option_max, which holds"],
        "anomalies.json",
        at("anomalies.0.explains", ["option_max"]),
    ),
]

SOUND = [
    (IDENTITY, many(at("issued_on", "2030-02-01"), at("effective_to", "2030-02-01"))),
    (IDENTITY, at("star_bands.0.min", 100)),
    (PROCEDURE, at("periods.revocation.amount", 1)),
    (
        PROCEDURE,
        many(
            at(
                "periods.renewal_window_opens", {"amount": 6, "unit": "months", "rolls": True, "article": "7"}
            ),
            at("periods.renewal_window_closes.amount", 186),
        ),
    ),
]


def test_small_regulation_is_sound(folder):
    assert check_regulation(folder.load()) == []


@pytest.mark.parametrize(("file", "change"), SOUND)
def test_what_just_fits_is_sound(folder, file, change):
    assert check_regulation(folder.spoil(file, change).load()) == []


def test_a_rule_without_a_fact_is_named_at_the_section_and_its_heading(folder):
    folder.spoil("rules.json", at("imported.when", ...))
    folder.spoil(SET, many(at(f"{A}.rules", ["imported"]), at(f"{C}.subgroups.0.rules", ["imported"])))
    assert [str(fault) for fault in check_regulation(folder.load())] == [
        f"set 1 {place}: rule_fact: disqualify names no fact" for place in ("A/1", "A/1.1", "C/3.1")
    ]


def test_the_day_after_an_authority_ends_is_asked(folder):
    """A step that begins a day late leaves one day on which nobody decides."""
    steps = folder.files[PROCEDURE]["stages"]
    province = {**steps[0], "key": "late", "decides_stars": [3], "since": "2030-07-02"}
    district = {**province, "key": "district", "level": "district", "until": "2030-06-30"}
    del district["since"]
    folder.spoil(
        PROCEDURE, many(at("stages.0.decides_stars", [4]), add("stages", province), add("stages", district))
    )
    folder.spoil(
        IDENTITY, at("star_bands.2.former_authorities", [{"level": "district", "until": "2030-06-30"}])
    )
    assert [str(fault) for fault in check_regulation(folder.load())] == [
        "3 stars: stage_stars: no stage at the province level decides them on 2030-07-01"
    ]


@pytest.mark.parametrize(("faults", "file", "change"), PLANTED)
def test_planted_fault_is_reported(folder, faults, file, change):
    spoiled = folder.spoil(file, change).load()
    assert [str(fault) for fault in check_regulation(spoiled)] == faults


def test_ladder_of_one_step_is_reported(folder):
    folder.spoil("criteria.json", at("look/1.options", [{"vi": "một", "en": "one"}]))
    folder.spoil(SET, at(f"{C}.criteria.0.ladder", "10"))
    assert [str(fault) for fault in check_regulation(folder.load())] == [
        "set 1 C/3.1.1: option_count: 1 options"
    ]


def test_set_numbers_must_follow_each_other(folder):
    folder.files["sets/03.json"] = {**folder.files[SET], "number": 3}
    folder.spoil("classification.json", at("leaves", []))
    assert [str(fault) for fault in check_regulation(folder.load())] == [
        "sets: set_numbers: numbers are [1, 3]"
    ]


def test_anomaly_explains_a_mismatch_at_its_place(folder):
    folder.spoil(SET, at(f"{A}.criteria.0.printed", {"2": "93"}))
    folder.spoil("anomalies.json", at("anomalies.0.explains", ["published_value"]))
    regulation = folder.load()
    assert check_regulation(regulation) == []
    assert [(identifier, found.place) for identifier, found in known_mismatches(regulation)] == [
        ("t-01", "A/1.1 option 2")
    ]


@pytest.mark.parametrize(
    ("location", "explains"), [("A/1.10", ["published_value"]), ("A/1.1", ["option_max"])]
)
def test_anomaly_elsewhere_or_of_another_check_explains_nothing(folder, location, explains):
    folder.spoil(SET, at(f"{A}.criteria.0.printed", {"2": "93"}))
    folder.spoil(
        "anomalies.json", many(at("anomalies.0.location", location), at("anomalies.0.explains", explains))
    )
    assert sorted(fault.check for fault in check_regulation(folder.load())) == [
        "published_value",
        "stale_anomaly",
    ]


@pytest.mark.parametrize(("lines", "checks"), [(["forged"], ["anomaly_place"]), ([], [])])
def test_anomaly_about_a_missing_line_needs_it_to_be_missing(folder, lines, checks):
    folder.spoil("anomalies.json", at("anomalies.0.missing_fact", "dossier_forged"))
    folder.spoil(SET, at("disqualifiers", lines))
    assert [fault.check for fault in check_regulation(folder.load())] == checks


def test_anomaly_of_another_set_explains_nothing(folder):
    folder.spoil(SET, at(f"{A}.criteria.0.printed", {"2": "93"}))
    folder.spoil(
        "anomalies.json",
        many(
            at("anomalies.0.set", ...),
            at("anomalies.0.suggested_points", ...),
            at("anomalies.0.explains", ["published_value"]),
        ),
    )
    assert sorted(fault.check for fault in check_regulation(folder.load())) == [
        "published_value",
        "stale_anomaly",
    ]


@pytest.mark.parametrize("code", ["qd-1048-2019", "qd-148-2023", "qd-26-2026"])
def test_every_regulation_of_the_package_is_sound(code):
    assert check_regulation(load_regulations()[code]) == []
