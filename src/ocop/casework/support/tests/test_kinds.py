"""The table of kinds: whole, true to the law and to the plan's ways of counting, and read strictly."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from typing import Any

import pytest

from ocop.casework.support.rules import Way, help_rules, kind_of_slug, kinds
from ocop.casework.support.rules.counting import HEEDED
from ocop.casework.support.rules.loading import DATA, KindsError, read_kinds
from ocop.foundation.ui.templatetags.ui import icon_names
from ocop.kernel.law import load_regulations
from ocop.registers.programme.rules import ScopeField, count_rules

KEYS = [
    "training", "trademark", "logo", "signboard", "value_chain_link", "organisation", "tourism", "fair",
    "listing",
    "website", "standard",
]  # fmt: skip


LOAN: dict[str, Any] = {
    "key": "loan", "slug": "vay-von", "icon": "award", "vi": "Vay vốn", "en": "Loan", "fields": [],
    "columns": [],
    "finish": {}, "helps": [],
}  # fmt: skip


def rows():
    return json.loads(DATA.read_text(encoding="utf-8"))


def test_the_eleven_kinds():
    assert list(kinds()) == KEYS


def test_every_way_of_counting_says_what_it_heeds():
    assert set(HEEDED) == set(Way)


def test_what_the_kinds_count_for_can_be_chosen_in_a_plan():
    counted = {rule: count_rules()[rule] for kind in kinds().values() for rule in kind.counts_for}
    assert counted == help_rules()
    assert {
        key: (rule.way, sorted(rule.narrowed_by - {ScopeField.PLACE})) for key, rule in counted.items()
    } == {
        "training_producers": ("attendances", []),
        "training_officials": ("attendances", []),
        "trademarks": ("activities", ["set_numbers", "years"]),
        "logo": ("kits", ["set_numbers", "stars_from", "years"]),
        "signboards": ("activities", []),
        "value_chain_links": ("activities", []),
        "organisations_strengthened": ("organisations", ["legal_forms"]),
        "tourism": ("activities", []),
        "fairs": ("activities", []),
        "ecommerce": ("producers", ["legal_forms", "years"]),
        "websites": ("activities", ["legal_forms", "years"]),
        "advanced_standards": ("products", ["set_numbers"]),
    }


@pytest.mark.parametrize("key", KEYS)
def test_a_kind_helps_criteria_that_the_law_has(key):
    known = {
        criterion.key
        for regulation in load_regulations().values()
        for product_set in regulation.sets.values()
        for criterion in product_set.criteria.values()
    }
    assert set(kinds()[key].helps) - known == set()


@pytest.mark.parametrize("key", KEYS)
def test_a_kind_has_an_icon_and_is_found_by_its_address(key):
    assert kinds()[key].icon in icon_names()
    assert kind_of_slug(kinds()[key].slug) is kinds()[key]


def test_no_kind_of_an_unknown_address():
    assert kind_of_slug("khong-co") is None


def test_the_steps_of_a_trademark():
    steps = [(step.key, step.days) for step in kinds()["trademark"].steps]
    assert steps == [
        ("search", 30), ("filing", 30), ("formal", 30), ("publication", 60), ("substantive", 270),
        ("grant", 60),
    ]  # fmt: skip


def _without(name):
    def change(row):
        del row[name]

    return change


def _with(name, value):
    def change(row):
        row[name] = value

    return change


def _in_field(name, value):
    def change(row):
        row["fields"][0][name] = value

    return change


FAULTS = {
    "no slug": (_without("slug"), "missing slug"),
    "no words": (_with("vi", ""), "needs vi and en"),
    "words with blanks": (_with("en", " Standard"), "needs vi and en"),
    "unknown word": (_with("colour", "red"), "unknown colour"),
    "slug of another address": (_with("slug", "viec"), "taken by another address"),
    "slug that is none": (_with("slug", "Tiêu chuẩn"), "is no key"),
    "unknown type": (_in_field("type", "float"), "choices belong to the type choice"),
    "unknown type without choices": (lambda row: row["fields"][1].update(type="float"), "unknown word float"),
    "choice without choices": (lambda row: row["fields"][0].pop("choices"),
    "choices belong to the type choice"),
    "required in words": (_in_field("required", "yes"), "required is true or false"),
    "column that is no field": (_with("columns", ["price"]), "columns name no field: price"),
    "finish that is no field": (_with("finish", {"facts": ["price"]}), "finish.facts name no field: price"),
    "finish with an unknown word": (_with("finish", {"money": True}), "unknown money"),
    "finish asks for looks": (_with("finish", {"look": "photo"}), "does not have: look"),
    "finish asks for an unknown look": (_with("finish", {"look": "blue"}), "unknown word blue"),
    "finish asks for parties": (_with("finish", {"parties": 2}), "does not have: parties"),
    "finish asks for kits": (_with("finish", {"kits": True}), "does not have: kits"),
    "expires without a date": (_with("expires", "scope"), "expires names no date"),
    "expires without notice": (_with("expiry_notice_days", 0), "belong together"),
    "a step without days": (lambda row: row["steps"][0].pop("days"), "days must be a whole number from 1"),
    "two steps of a key": (lambda row: row["steps"].append(row["steps"][0]), "double survey"),
    "two fields of a key": (lambda row: row["fields"].append(row["fields"][0]), "double standard"),
    "looks without a good state": (
        _with("looks", {"states": [{"key": "bad", "vi": "Hỏng", "en": "Bad"}]}), "no state is good",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_row_stops_the_start(name):
    change, words = FAULTS[name]
    row = copy.deepcopy(next(row for row in rows() if row["key"] == "standard"))
    change(row)
    with pytest.raises(KindsError) as info:
        read_kinds([row])
    assert words in str(info.value)


def test_two_kinds_of_a_key_or_slug_stop_the_start():
    row = rows()[0]
    with pytest.raises(KindsError, match="double training"):
        read_kinds([row, row])
    with pytest.raises(KindsError, match="double dao-tao"):
        read_kinds([row, {**row, "key": "course"}])


COUNTED = {"rule": "loans", "vi": "Khoản vay", "en": "Loans", "way": "activities"}
COUNTING_FAULTS = {
    "no list": ("fairs", "counts_for is a list"),
    "a rule that nobody describes": (["credit"],
    "kind standard, counts_for credit: no such rule; known are loans"),
    "a rule that is no key": (["Tín dụng"], "'Tín dụng' is no key"),
    "a rule of the programme": ([{**COUNTED, "rule": "renewals"}], "the programme counts this itself"),
    "a rule of the programme by its key": (["renewals"], "counts_for renewals: no such rule"),
    "a rule described twice": ([COUNTED], "double loans"),
    "a rule named twice": (["loans", "loans"], "double loans"),
    "a key longer than targets keep": ([{**COUNTED, "rule": "x" * 31}], "at most 30 characters"),
    "no words": ([{**COUNTED, "rule": "other", "vi": ""}], "needs vi and en"),
    "no way": ([{"rule": "other", "vi": "Khác", "en": "Other"}], "missing way"),
    "an unknown way": ([{**COUNTED, "rule": "other", "way": "hours"}], "unknown word hours"),
    "an unknown scope": ([{**COUNTED, "rule": "other", "narrowed_by": ["colour"]}], "unknown word colour"),
    "a scope not heeded": (
        [{**COUNTED, "rule": "other", "narrowed_by": ["stars_from"]}], "activities do not heed stars_from",
    ),
    "a group of activities": ([{**COUNTED, "rule": "other", "group": "producer"}],
    "group belongs to attendances"),
    "kits of a kind without": ([{**COUNTED, "rule": "other", "way": "kits"}], "where a kind has kits"),
    "attendances without a group": ([{**COUNTED, "rule": "other", "way": "attendances"}],
    "attendances need a group"),
    "attendances of a kind without": (
        [{**COUNTED, "rule": "other", "way": "attendances", "group": "producer"}], "has finish.attendance",
    ),
    "attendances of an unknown group": (
        [{**COUNTED, "rule": "other", "way": "attendances", "group": "children"}], "unknown word children",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTING_FAULTS)
def test_a_faulty_count_stops_the_start(name):
    counts_for, words = COUNTING_FAULTS[name]
    found = {row["key"]: row for row in rows()}
    fair = {**found["fair"], "counts_for": [COUNTED]}
    with pytest.raises(KindsError) as info:
        read_kinds([fair, {**found["standard"], "counts_for": counts_for}])
    assert words in str(info.value)


@pytest.mark.parametrize(
    ("held_for", "words"),
    [
        ("producers", "a list of answers for a field"),
        ({"audience": "producers"}, "a list of answers for a field"),
        ({"audience": []}, "no answers of a field: audience"),
        ({"audience": ["children"]}, "no answers of a field: audience"),
        ({"pupils": ["both"]}, "no answers of a field: pupils"),
    ],
)
def test_a_course_held_for_nobody_stops_the_start(held_for, words):
    row = rows()[0]
    row["counts_for"] = [{**row["counts_for"][0], "held_for": held_for}]
    with pytest.raises(KindsError, match=words):
        read_kinds([row])


def test_producers_helped_are_counted_only_where_finished_help_names_them():
    row = {**rows()[0], "counts_for": [{**COUNTED, "way": "producers"}]}
    with pytest.raises(KindsError, match=r"producers are counted where a kind has finish\.beneficiaries"):
        read_kinds([row])


def test_the_server_does_not_start_with_a_count_that_leads_nowhere(tmp_path):
    """A fresh start over a copy of the table, one kind of which counts for a rule that nobody describes."""
    table = tmp_path / "kinds.json"
    table.write_text(json.dumps([*rows(), LOAN | {"counts_for": ["credit"]}]), encoding="utf-8")
    start = (
        "import pathlib, sys; from ocop.casework.support.rules import loading;"
        "loading.DATA = pathlib.Path(sys.argv[1]); import django; django.setup()"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, str(table)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "kind loan, counts_for credit: no such rule" in done.stderr.splitlines()[-1]


def test_a_new_row_is_a_new_kind():
    row = {**rows()[0], "key": "study_tour", "slug": "tham-quan", "counts_for": ["training_producers"]}
    assert list(read_kinds([*rows(), row])) == [*KEYS, "study_tour"]
