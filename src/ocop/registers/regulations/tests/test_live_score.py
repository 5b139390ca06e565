"""The live view computes what the kernel computes, on random sheets over every set of every regulation;
`script/bench live` asks the same of very many.
"""

from __future__ import annotations

import base64
import json
import random
from pathlib import Path
from typing import Any

from ocop.foundation.ui.tests.browsing import launched, needs_chromium
from ocop.kernel.law import load_regulations
from ocop.kernel.scoring import Result, partial
from ocop.kernel.scoring.conditions import HAS_STORY
from ocop.registers.regulations import rules, selectors

MODULE = Path(__file__).parents[1] / "static" / "regulations" / "practice.js"
SHEETS = 1_000
RUN = """async ([module, work]) => {
  const { score } = await import(`data:text/javascript;base64,${module}`);
  return JSON.stringify(JSON.parse(work).map(({ data, sheets }) =>
    sheets.map(([answers, ticked]) => score(data, answers, new Set(ticked)))));
}"""

pytestmark = needs_chromium


def cases() -> list[tuple[Any, Any, frozenset[str]]]:
    """Every set as printed, and those with a doubt once more as the office may settle it."""
    found = []
    for regulation in load_regulations().values():
        doubtful = {a.set_number: frozenset({a.id}) for a in regulation.anomalies if a.can_be_decided}
        for product_set in regulation.sets.values():
            if product_set.has_rubric:
                found.append((regulation, product_set, frozenset()))
                if product_set.number in doubtful:
                    found.append((regulation, product_set, doubtful[product_set.number]))
    return found


def draw(product_set, chance: random.Random) -> tuple[dict[str, str], list[str]]:
    """A sheet of any quality, often a good one, sometimes unfinished, sometimes with conditions."""
    lift, gaps = chance.choice([0.0, 0.3, 0.6, 0.85, 0.95]), chance.random() < 0.15
    answers = {}
    for code, criterion in product_set.criteria.items():
        known = list(rules.tokens(criterion))
        if not (gaps and chance.random() < 0.1):
            answers[code] = known[-1] if chance.random() < lift else chance.choice(known)
    ticked = [c.fact for c in rules.conditions(product_set) if chance.random() < 0.03]
    return answers, ticked


def expected(result: Result, product_set) -> dict[str, Any]:
    """The kernel's result in the shape of the live view."""
    way = result.next_step
    return {
        "total": result.total,
        "parts": dict(result.parts),
        "missing": list(result.missing),
        "excluded": [exclusion.code for exclusion in result.excluded],
        "stars": result.stars,
        "levels": [
            {
                "stars": x.stars,
                "least": x.points_needed,
                "hasPoints": x.points_reached,
                "unmet": list(x.unmet),
            }
            for x in result.levels
        ],
        "next": way
        and {
            "stars": way.stars,
            "points": way.missing_points,
            "minimums": list(way.missing_minimums),
            "steps": [
                {
                    "criterion": step.criterion,
                    "to": rules.token_of(product_set.criteria[step.criterion], step.to),
                    "points": step.points,
                }
                for step in way.steps
            ],
        },
    }


def compare(count: int) -> set[tuple[str, object]]:
    """Asks a browser and the kernel about so many sheets; returns what was met among them."""
    work = drawn(count)
    module = base64.b64encode(MODULE.read_bytes()).decode()
    with launched() as browser:
        answers = json.loads(browser.new_page().evaluate(RUN, [module, json.dumps(work)]))
    seen: set[tuple[str, object]] = set()
    for (regulation, product_set, settled), one, found in zip(cases(), work, answers, strict=True):
        decisions = dict.fromkeys(settled, "suggested")
        for (given, ticked), live in zip(one["sheets"], found, strict=True):
            choices = rules.read_tokens(product_set, given)
            facts = {fact: fact != HAS_STORY for fact in ticked}
            result = partial(regulation, product_set, choices, facts, decisions=decisions)
            if live != expected(result, product_set):
                raise AssertionError(
                    f"{regulation.code}, set {product_set.number}: {given}, {ticked}\n"
                    f"live {live}\nkernel {expected(result, product_set)}"
                )
            seen |= met(result)
    assert sum(len(one["sheets"]) for one in work) == count
    return seen


def drawn(count: int) -> list[dict[str, Any]]:
    """For each case its rubric, as the page has it, and its share of the sheets."""
    chance = random.Random(26)
    work, all_cases = [], cases()
    for number, (regulation, product_set, settled) in enumerate(all_cases):
        rubric = selectors.practice_rubric(regulation, product_set.number, settled)
        share = count * (number + 1) // len(all_cases) - count * number // len(all_cases)
        sheets = [draw(product_set, chance) for _ in range(share)]
        work.append({"data": selectors.practice_data(rubric), "sheets": sheets})
    return work


def met(result: Result) -> set[tuple[str, object]]:
    return {
        ("stars", result.stars),
        ("excluded", bool(result.excluded)),
        ("missing", bool(result.missing)),
        ("steps", bool(result.next_step and result.next_step.steps)),
    }


EVERYTHING = {("stars", star) for star in (None, 1, 2, 3, 4, 5)} | {
    (name, value) for name in ("excluded", "missing", "steps") for value in (True, False)
}


def test_live_score_is_the_kernels():
    assert compare(SHEETS) == EVERYTHING
