"""The table of kinds: whole, true to the law and to the plan's ways of counting, and read strictly."""

from __future__ import annotations

import copy
import json

import pytest

from ocop.casework.support.rules import kind_of_slug, kinds
from ocop.casework.support.rules.loading import DATA, KindsError, read_kinds
from ocop.foundation.ui.templatetags.ui import icon_names
from ocop.kernel.law import load_regulations
from ocop.registers.programme.rules import CountRule

KEYS = [
    "training", "trademark", "logo", "signboard", "value_chain_link", "organisation", "tourism", "fair", "listing",
    "website", "standard",
]  # fmt: skip


def rows():
    return json.loads(DATA.read_text(encoding="utf-8"))


def test_the_eleven_kinds():
    assert list(kinds()) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_kind_counts_for_what_a_plan_can_count(key):
    assert set(kinds()[key].counts_for) - {rule.value for rule in CountRule} == set()


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
        ("search", 30), ("filing", 30), ("formal", 30), ("publication", 60), ("substantive", 270), ("grant", 60),
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
    "choice without choices": (lambda row: row["fields"][0].pop("choices"), "choices belong to the type choice"),
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


def test_a_new_row_is_a_new_kind():
    row = {**rows()[0], "key": "study_tour", "slug": "tham-quan"}
    assert list(read_kinds([*rows(), row])) == [*KEYS, "study_tour"]
