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


def variant(**days: str) -> dict[str, object]:
    return {"key": "1", "label": {"vi": "quy trình", "en": "procedure"}, "article": "1", **days}


PLANTED = [
    (
        ["grand_total", "part_max"],
        SET,
        many(at("parts.B.max", 26), at(f"{B}.max", 26), at(f"{B}.ladder", "0 1 26")),
    ),
    (["part_sum", "section_sum"], SET, at(f"{A}.max", 41)),
    (["part_sum", "option_max"], SET, at(f"{B}.max", 24)),
    (["section_sum"], SET, many(at(f"{A}.criteria.0.max", 38), at(f"{A}.criteria.0.ladder", "1*** 38"))),
    (["subgroup_sum"], SET, at(f"{C}.subgroups.0.max", 9)),
    (["section_sum", "empty_section", "anomaly_place"], SET, at(f"{A}.criteria", [])),
    (["unique_codes", "numbering", "anomaly_place"], SET, at(f"{A}.criteria.1.code", "1.1")),
    (["numbering"], SET, at(f"{A}.criteria.1.code", "1.3")),
    (["code_prefix"], SET, at(f"{A}.criteria.1.code", "2.2")),
    (["subgroup_known", "subgroup_sum", "code_prefix"], SET, at(f"{C}.criteria.0.subgroup", "3.9")),
    (["numbering"], SET, at(f"{B}.code", "4")),
    (["section_sum", "criterion_max", "option_max"], SET, at(f"{A}.criteria.0.max", 0)),
    (["option_max"], SET, at(f"{A}.criteria.0.ladder", "1*** 38")),
    (["option_max"], SET, at(f"{C}.criteria.1.ladder", ["5 24", "10 20"])),
    (["options_ascending"], SET, at(f"{B}.ladder", "10 10**** 25")),
    (["options_ascending"], SET, at(f"{C}.criteria.1.ladder", ["5 25", "20 20"])),
    (["stars_ascending"], SET, at(f"{B}.ladder", "0 10**** 25***")),
    (["stars_ascending"], SET, at(f"{A}.criteria.0.mark", 6)),
    (["published_value"], SET, at(f"{A}.criteria.0.printed", {"2": "93"})),
    (["published_value"], SET, at(f"{A}.criteria.0.max_printed", "")),
    (["rubric_missing", "evidence_criteria", "anomaly_place"], SET, at("parts", ...)),
    (["duplicate_option_text"], "criteria.json", at("look/1.options.1.vi", "plain vi")),
    (["duplicate_option_text"], "criteria.json", at("look/1.options.1.en", "Plain EN")),
    (["rule_fact"], "rules.json", at("forged.when", ...)),
    (["rule_fact"], "rules.json", at("imported.when", ...)),
    (["dates"], IDENTITY, at("effective_to", "2029-01-01")),
    (["dates"], IDENTITY, at("issued_on", "2030-02-02")),
    (["star_bands"], IDENTITY, at("star_bands.4", ...)),
    (["star_bands"], IDENTITY, at("star_bands.4.min", 1)),
    (["star_bands"], IDENTITY, at("star_bands.0.min", 101)),
    (["star_bands"], IDENTITY, at("star_bands.1.min", 50)),
    (["band_authority"], IDENTITY, at("star_bands.3.is_recognised", True)),
    (["band_authority"], IDENTITY, at("star_bands.0.is_recognised", False)),
    (["part_max"], IDENTITY, at("parts.A.max", 41)),
    (
        ["leaf_set"],
        "classification.json",
        add("leaves", SECOND_LEAF),
    ),
    (["leaf_set", "set_leaf"], "classification.json", at("leaves.0.set", 2)),
    (["periods_complete"], PROCEDURE, at("periods.revocation", ...)),
    (["period_amount"], PROCEDURE, at("periods.revocation.amount", 0)),
    (["renewal_window"], PROCEDURE, at("periods.renewal_window_closes.amount", 500)),
    (["renewal_window"], PROCEDURE, at("periods.renewal_window_opens.unit", "working_days")),
    (["stage_stars"], PROCEDURE, at("stages.0.decides_stars", [4])),
    (
        ["stage_stars"],
        IDENTITY,
        at("star_bands.2.former_authorities", [{"level": "district", "until": "2030-06-30"}]),
    ),
    (["stage_keys"], PROCEDURE, at("stages.0.key", "ministry_decision")),
    (["variant_days"], PROCEDURE, at("variants", [variant(until="2030-12-31")])),
    (["variant_days"], PROCEDURE, at("variants", [variant(since="2030-02-02")])),
    (["variant_days"], PROCEDURE, at("variants", [variant(until="2030-05-31"), variant(since="2030-06-02")])),
    (["variant_days"], PROCEDURE, at("variants", [variant(), variant(since="2030-06-02")])),
    (
        ["stage_stars"],
        PROCEDURE,
        many(
            at("variants", [variant(until="2030-05-31"), variant(since="2030-06-01")]),
            at("stages.0.until", "2030-05-31"),
        ),
    ),
    (["round_dates"], PROCEDURE, at("rounds.0.held_before", "04-30")),
    (["applicant_sets"], PROCEDURE, at("applicants.association.sets", [26])),
    (["evidence_criteria"], "evidence.json", at("kinds.0.criteria", ["tale"])),
    (
        ["anomaly_ids"],
        "anomalies.json",
        lambda values: values["anomalies"].append(dict(values["anomalies"][0])),
    ),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.set", 2)),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.set", ...)),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.criterion", "1.9")),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.criterion", ...)),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.option_place", 3)),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.option_place", ...)),
    (["anomaly_place"], "anomalies.json", at("anomalies.0.suggested_points", 39)),
    (["stale_anomaly"], "anomalies.json", at("anomalies.0.explains", ["option_max"])),
]


def test_small_regulation_is_sound(folder):
    assert check_regulation(folder.load()) == []


@pytest.mark.parametrize(("checks", "file", "change"), PLANTED)
def test_planted_fault_is_reported(folder, checks, file, change):
    spoiled = folder.spoil(file, change).load()
    assert sorted({fault.check for fault in check_regulation(spoiled)}) == sorted(checks)


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
