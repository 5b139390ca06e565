"""The table of kinds: whole, true to the law and to the plan's ways of counting, and read strictly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ocop.casework.support.rules import Way, help_rules, kind_of_slug, kinds
from ocop.casework.support.rules.counting import HEEDED
from ocop.casework.support.rules.loading import DATA, read_kinds
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


def test_the_row_that_the_guide_shows_is_one():
    guide = Path(__file__).parents[5] / "docs" / "adding" / "kind.md"
    row = json.loads(guide.read_text("utf-8").split("```json")[1].split("```")[0])
    kind = read_kinds([*rows(), row])["guarantee"]
    assert (kind.counts_for, kind.finish.beneficiaries) == (("guaranteed",), True)
    assert kind.icon in icon_names()


def test_a_new_row_is_a_new_kind():
    row = {**rows()[0], "key": "study_tour", "slug": "tham-quan", "counts_for": ["training_producers"]}
    assert list(read_kinds([*rows(), row])) == [*KEYS, "study_tour"]
