"""The rubric browser: everything of a set is on its page, anyone may read it, nothing sets a cookie."""

from __future__ import annotations

import pytest

from ocop.foundation.ui.tests.markup import tight
from ocop.kernel.law import load_regulations
from ocop.registers.regulations import selectors

pytestmark = pytest.mark.django_db
CODES = [(r.code, s.number) for r in load_regulations().values() for s in r.sets.values()]


@pytest.mark.parametrize(("code", "number"), CODES)
def test_every_set_has_its_page(client, code, number):
    response = client.get(f"/bo-tieu-chi/{code}/{number}/")
    assert response.status_code == 200
    assert not response.cookies
    page = tight(response.content.decode())
    product_set = load_regulations()[code].set(number)
    options = sum(len(options) for c in product_set.criteria.values() for _, options in c.ladders)
    yes_no = sum(2 for c in product_set.criteria.values() if c.is_boolean)
    assert page.count('class="criterion"') == len(product_set.criteria)
    assert page.count("<li><b>") + page.count('class="marked"><b>') == options + yes_no
    marks = sum(
        1 for c in product_set.criteria.values() for _, o in c.ladders for one in o if one.min_for_stars
    )
    assert page.count('class="marked"') == marks


def test_a_doubt_stands_at_its_criterion(client):
    page = client.get("/bo-tieu-chi/qd-26-2026/7/").content.decode()
    criterion = page[page.index('id="tc-3.1"') : page.index('id="tc-3.2"')]
    assert "26-2026-08" in criterion


@pytest.mark.parametrize(
    ("words", "expected"),
    [("so huu tri tue", {"3.5"}), ("intellectual property", {"3.5"}), ("khong co tu nao nhu the", set())],
)
def test_search_ignores_diacritics_and_knows_both_languages(words, expected):
    hits = selectors.search(load_regulations()["qd-26-2026"], words)
    assert {criterion.code for hit in hits for _, criterion in hit.places} == expected


def test_needs_of_a_star_are_those_printed():
    regulation = load_regulations()["qd-26-2026"]
    count = {star: sum(len(selectors.needs(s)[star]) for s in regulation.sets.values()) for star in (3, 4, 5)}
    assert count == {3: 179, 4: 290, 5: 106}


def test_a_mark_on_a_whole_criterion_is_a_need():
    product_set = load_regulations()["qd-148-2023"].set(1)
    assert [need.criterion.code for need in selectors.needs(product_set)[4] if need.option is None] == ["3.e"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bo-tieu-chi/", 200),
        ("/en/bo-tieu-chi/", 200),
        ("/bo-tieu-chi/qd-26-2026/?q=nhan+hieu", 200),
        ("/bo-tieu-chi/qd-1-1900/", 404),
        ("/bo-tieu-chi/qd-26-2026/27/", 404),
    ],
)
def test_pages_answer_everyone_without_a_cookie(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    assert not response.cookies


def test_what_was_typed_is_shown_as_text(client):
    page = client.get("/bo-tieu-chi/qd-26-2026/?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


@pytest.mark.parametrize(("number", "queries"), [(2, 2), (1, 3)])
def test_reading_a_rubric_asks_for_the_programme_the_official_wording_and_decisions_only(
    client, django_assert_num_queries, number, queries
):
    client.get(f"/bo-tieu-chi/qd-26-2026/{number}/")
    with django_assert_num_queries(queries):
        client.get(f"/bo-tieu-chi/qd-26-2026/{number}/")


def test_a_settled_doubt_is_said_where_it_stands(client, settle):
    before = client.get("/bo-tieu-chi/qd-26-2026/7/").content.decode()
    settle("26-2026-08")
    after = client.get("/bo-tieu-chi/qd-26-2026/7/").content.decode()
    decided = "Cơ quan đã quyết định dùng “2”"
    assert (before.count(decided), after.count(decided)) == (0, 1)
    assert (before.count("Cơ quan có thể quyết định"), after.count("Cơ quan có thể quyết định")) == (1, 0)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("qd-26-2026", [("26", 20)]),
        ("qd-148-2023", [("148+1489", 7), ("148-gap", 9), ("148", 9)]),
        ("qd-1048-2019", [("1048+781", 9), ("1048", 9)]),
    ],
)
def test_the_procedure_stands_on_the_page_step_by_step(client, code, expected):
    regulation = load_regulations()[code]
    assert [(variant.key, len(stages)) for variant, stages in selectors.procedures(regulation)] == expected
    page = tight(client.get(f"/bo-tieu-chi/{code}/").content.decode())
    section = page[page.index("Trình tự đánh giá lần đầu") :]
    assert section.count("<li><b>") == sum(steps for _, steps in expected)
