"""Practice score without a script: the kernel's result on the page, for everyone, with nothing kept."""

from __future__ import annotations

import json
import re

import pytest
from django.utils import translation

from ocop.foundation.ui.tests.markup import tight
from ocop.kernel.law import load_regulations
from ocop.registers.regulations import rules, selectors

pytestmark = pytest.mark.django_db
PAGE = "/bo-tieu-chi/qd-26-2026/1/cham-thu/"
LAW = load_regulations()["qd-26-2026"]


def best(product_set, **changed: str) -> str:
    """The address of a sheet with the last choice everywhere, but for some criteria (a_3_5 is 3.5)."""
    tokens = {code: list(rules.tokens(criterion))[-1] for code, criterion in product_set.criteria.items()}
    tokens |= {name[2:].replace("_", "."): token for name, token in changed.items()}
    return rules.pack(product_set, rules.read_tokens(product_set, tokens))


def shown(page: str, name: str) -> list[str]:
    """The texts that the page shows under a name."""
    found = re.findall(rf'data-show="{name}"[^>]*>(.*?)</(?:b|dd|h2|h3|span|ul|ol)>', page, re.DOTALL)
    return [text for block in found for text in (re.findall(r"<li>(.*?)</li>", block) or [block]) if text]


def read(client, query: str, page: str = PAGE) -> str:
    response = client.get(page + query)
    assert response.status_code == 200
    assert not response.cookies
    return tight(response.content.decode())


def test_an_empty_sheet_says_what_is_to_be_done(client):
    page = read(client, "")
    assert shown(page, "headline") == [f"Còn {len(LAW.set(1).criteria)} tiêu chí chưa chọn"]
    assert shown(page, "total") == ["0", "0"]
    assert page.count(" checked") == 0


def test_a_perfect_sheet_is_five_stars(client):
    page = read(client, f"?c={best(LAW.set(1))}")
    assert (shown(page, "headline"), shown(page, "total")) == (["Chấm thử được 5 sao"], ["100", "100"])
    assert [shown(page, f"part-{part}") for part in "ABC"] == [["40"], ["25"], ["35"]]
    assert shown(page, "gaps") == ["Đây là hạng cao nhất."]
    assert page.count(" checked") == len(LAW.set(1).criteria)


def test_a_missed_minimum_blocks_and_its_step_is_named(client):
    page = read(client, f"?c={best(LAW.set(1), c_3_5='1')}")
    assert shown(page, "headline") == ["Chấm thử được 3 sao"]
    assert shown(page, "light-4") == ["4 sao: đủ điểm, thiếu 1 yêu cầu (3.5)"]
    assert shown(page, "next") == ["Để lên 4 sao"]
    assert shown(page, "gaps")[0] == "Còn thiếu yêu cầu tối thiểu ở 3.5."
    assert [step.split(":")[0] for step in shown(page, "steps")] == ["3.5 Sở hữu trí tuệ"]


def test_the_form_of_a_browser_without_scripts_gives_the_same(client):
    product_set = LAW.set(1)
    choices = rules.unpack(product_set, best(product_set, c_3_5="1"))
    query = "&".join(f"{c}={rules.token_of(product_set.criteria[c], x)}" for c, x in choices.items())
    fields, packed = read(client, f"?{query}"), read(client, f"?c={best(product_set, c_3_5='1')}")
    assert shown(fields, "steps") == shown(packed, "steps") != []
    assert re.findall(r'value="(http[^"]*)"', fields) == re.findall(r'value="(http[^"]*)"', packed)


def test_a_ticked_condition_ends_the_evaluation(client):
    page = read(client, f"?c={best(LAW.set(1))}&k=dossier_forged")
    assert shown(page, "headline") == ["Không xếp hạng"]
    assert len(shown(page, "reasons")) == 1


@pytest.mark.parametrize(
    ("code", "number", "doubt"),
    [
        ("qd-26-2026", 26, "26-2026-45"),
        ("qd-148-2023", 1, "148-2023-14"),
        ("qd-1048-2019", 1, "1048-2019-07"),
    ],
)
def test_forgery_is_offered_and_explained_where_the_sheet_prints_no_line(client, code, number, doubt):
    product_set = load_regulations()[code].set(number)
    page = read(client, f"?c={best(product_set)}&k=dossier_forged", f"/bo-tieu-chi/{code}/{number}/cham-thu/")
    words = (
        "Bị loại nếu giả mạo hồ sơ; phiếu của bộ này không in dòng đó, "
        f"nên đây là cách hiểu của hệ thống ({doubt})"
    )
    assert (shown(page, "headline"), shown(page, "reasons")) == (["Không xếp hạng"], [words])
    assert f'data-reason="dossier_forged">{words}</span>' in page
    assert f"<li>{words}</li>" in tight(client.get(f"/bo-tieu-chi/{code}/{number}/").content.decode())


def test_no_points_in_section_6_of_set_16_end_the_evaluation(client):
    page = read(client, f"?c={best(LAW.set(16), c_6_1='1')}", "/bo-tieu-chi/qd-26-2026/16/cham-thu/")
    assert (shown(page, "headline"), len(shown(page, "reasons"))) == (["Không xếp hạng"], 1)


def test_without_a_story_its_criterion_needs_no_answer(client):
    page = read(client, f"?c={best(LAW.set(1))}&k=product_has_story")
    assert shown(page, "total") == [str(100 - LAW.set(1).criteria["5.2"].max)] * 2


def test_results_under_1048_ask_to_confirm_the_minimums_by_hand(client):
    page = read(client, "", "/bo-tieu-chi/qd-1048-2019/1/cham-thu/")
    assert page.count("cần xác nhận bằng tay") == 1


def test_a_settled_doubt_counts_and_is_said(client, settle):
    address, page = f"?c={best(LAW.set(7), c_3_1='2')}", "/bo-tieu-chi/qd-26-2026/7/cham-thu/"
    before = read(client, address, page)
    settle("26-2026-08")
    after = read(client, address, page)
    assert [shown(one, "total")[0] for one in (before, after)] == ["98", "99"]
    assert [one.count("Theo quyết định của cơ quan (26-2026-08)") for one in (before, after)] == [0, 1]


@pytest.mark.parametrize("query", ["?c=<script>", "?1.1=99&k=nothing", "?c=" + "1-" * 500, "?c=%00"])
def test_a_broken_address_breaks_nothing(client, query):
    assert "<script>-" not in read(client, query)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_choice_of_every_set_is_offered(language):
    with translation.override(language):
        for regulation in load_regulations().values():
            for product_set in regulation.sets.values():
                if product_set.has_rubric:
                    rubric = selectors.practice_rubric(regulation, product_set.number)
                    offered = selectors.answers(rubric)
                    for code, criterion in product_set.criteria.items():
                        found = {answer.token for _, choices in offered[code] for answer in choices}
                        assert found | {"0"} == set(rules.tokens(criterion)) | {"0"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/bo-tieu-chi/qd-148-2023/26/cham-thu/", 200),
        ("/bo-tieu-chi/qd-1048-2019/10/cham-thu/", 404),
        ("/bo-tieu-chi/qd-26-2026/27/cham-thu/", 404),
        ("/bo-tieu-chi/qd-1-1900/1/cham-thu/", 404),
    ],
)
def test_only_sets_with_a_rubric_can_be_practised(client, path, status):
    assert client.get(path).status_code == status


def test_the_words_of_the_script_are_those_of_the_page(client):
    page = read(client, "", f"/en{PAGE}")
    live = json.loads(
        re.search(r'<script id="practice-data" type="application/json">(.*?)</script>', page)[1]
    )
    assert live["words"]["highest"] == "This is the highest rank."
    assert [one["code"] for one in live["data"]["criteria"]] == list(LAW.set(1).criteria)


@pytest.mark.parametrize(("number", "queries"), [(2, 1), (1, 2)])
def test_a_practice_asks_for_the_programme_and_decisions_only(
    client, django_assert_num_queries, number, queries
):
    page = f"/bo-tieu-chi/qd-26-2026/{number}/cham-thu/"
    client.get(page)
    with django_assert_num_queries(queries):
        client.get(page)
