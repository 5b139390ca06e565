"""Small rules asked directly: the commune's check item by item, levels, the law on its first day,
pairs of criteria.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ocop.casework.dossiers.rules.answers import is_known, options, word
from ocop.casework.dossiers.rules.carrying import counterparts
from ocop.casework.dossiers.rules.clock import Clock, commune_due, read_clock
from ocop.casework.dossiers.rules.components import (
    REPORT_HEADINGS,
    Component,
    components,
    defective,
    empty_headings,
    merged_findings,
    unchecked,
)
from ocop.casework.dossiers.rules.law import law_standing
from ocop.casework.dossiers.rules.levels import first_council, intake_level
from ocop.foundation.accounts.rules import Level
from ocop.kernel.law import load_regulations
from ocop.kernel.law.model import Part
from ocop.kernel.scoring.tests.regulations import cases, criterion, product_set, section, yes_no

LAWS = load_regulations()
OLD, NEW = LAWS["qd-148-2023"], LAWS["qd-26-2026"]
C = Component


def test_samples_are_checked_where_the_law_asks_for_some():
    assert components(5) == tuple(Component)
    assert components(0) == tuple(part for part in Component if part != "samples")


FOUND = {
    C.FORM_01: {"finding": "ok", "note": "  rõ  "},
    C.GENERAL: {"finding": "missing"},
    C.RESULTS: {"finding": "faulty", "note": "thiếu số"},
    C.PLAN: {"finding": "?"},
    C.EVIDENCE: {},
}


def test_what_is_not_checked_yet():
    assert unchecked(FOUND, 0) == [C.ASSESSMENT, C.PLAN, C.LEGAL_PAPERS, C.EVIDENCE]
    assert unchecked(FOUND, 5) == [C.ASSESSMENT, C.PLAN, C.LEGAL_PAPERS, C.EVIDENCE, C.SAMPLES]


def test_what_is_missing_or_faulty():
    assert defective(FOUND, 5) == [C.GENERAL, C.RESULTS]
    assert defective({C.SAMPLES: {"finding": "missing"}}, 5) == [C.SAMPLES]
    assert defective({C.SAMPLES: {"finding": "missing"}}, 0) == []


def test_only_known_findings_are_kept_with_their_notes():
    assert merged_findings({}, FOUND, components(5)) == {
        "form_01": {"finding": "ok", "note": "rõ"},
        "form_02_general": {"finding": "missing", "note": ""},
        "form_02_results": {"finding": "faulty", "note": "thiếu số"},
    }


def test_headings_of_the_report_without_a_text():
    assert empty_headings({}) == list(REPORT_HEADINGS)
    assert empty_headings({"materials": "tại chỗ", "labour": "  ", "identity": "có"}) == [
        "labour",
        "idea_origin",
    ]


def test_levels_of_a_procedure_that_names_none():
    assert intake_level([], has_district=False) == Level.COMMUNE
    assert first_council([], has_district=True) == Level.PROVINCE


def test_a_law_without_a_period_gives_the_commune_no_due_date():
    assert commune_due(date(2024, 5, 6), OLD) is None


def test_a_clock_keeps_its_due_date_and_its_end():
    due, end = date(2026, 11, 20), date(2026, 11, 18)
    assert read_clock(due, date(2026, 11, 30), [], end) == Clock(due, 2, 0, end)
    assert read_clock(due, date(2026, 11, 30), [(end, due)]) == Clock(due, -5, 2, None)


def test_a_dossier_filed_on_the_first_day_of_a_law_was_filed_under_it():
    day = NEW.effective_from
    assert law_standing(OLD.code, "first", OLD.effective_from, day).is_current
    assert not law_standing(OLD.code, "first", OLD.effective_from - timedelta(days=1), day).is_current


def test_only_the_laws_that_are_given_count():
    assert not law_standing(OLD.code, "first", None, NEW.effective_from).is_current
    assert law_standing(OLD.code, "first", None, NEW.effective_from, {OLD.code: OLD}).is_current


def rubric(**keys: str):
    part = Part.COMMUNITY
    criteria = (replace(criterion(f"1.{code[1:]}", part, 0, 5), key=key) for code, key in keys.items())
    return product_set(1, section("1", part, *criteria))


def test_criteria_about_the_same_are_paired_once_in_order():
    before = rubric(c1="origin", c2="label", c3="label", c4="", c5="gone", c6="story")
    after = rubric(c1="story", c2="label", c3="", c4="origin", c5="label")
    assert counterparts(before, after) == {"1.1": "1.4", "1.2": "1.2", "1.3": "1.5", "1.6": "1.1"}


LADDER = criterion("1.1", Part.COMMUNITY, 0, 5)
YES_NO = yes_no("1.2", Part.COMMUNITY, 5)
CASES = cases("1.3", Part.COMMUNITY, (0, 5), (5,))


def test_the_choices_of_a_criterion_by_their_words():
    assert options(LADDER) == {"1": 1, "2": 2, "none": None}
    assert options(YES_NO) == {"yes": True, "no": False}
    assert options(CASES) == {"a.1": "a.1", "a.2": "a.2", "b.1": "b.1", "none": None}


def test_the_word_of_a_choice_and_none_for_what_is_not_known():
    assert [word(LADDER, choice) for choice in (1, 2, None, 3, True, "1")] == ["1", "2", "none", "", "", ""]
    assert [word(YES_NO, choice) for choice in (True, False, 1, None)] == ["yes", "no", "", ""]
    assert [word(CASES, choice) for choice in ("b.1", "b.2", 1)] == ["b.1", "", ""]


def test_a_choice_is_known_by_its_criterion_and_nothing_is_known_everywhere():
    assert [is_known(LADDER, choice) for choice in (2, 3, None, True)] == [True, False, True, False]
    assert [is_known(YES_NO, choice) for choice in (False, None, 0)] == [True, True, False]
