"""The search: without marks, by old names of places, only what one may see, hostile words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocop.casework.dossiers.acts import open_dossier
from ocop.outlets.portal.finding import search
from ocop.registers.products.models import Product
from ocop.registers.products.writes import record_recognition


def found(person, text, at):
    return {str(group.label): [hit.title for hit in group.hits] for group in search(person, text, at)}


@pytest.mark.parametrize(
    "text",
    ["dua ban lau", "DỨA  Bản Lầu", "ban lau dua", "dua muong khuong", "na loc dua", "Dứa quả Bản Lầu"],
)
def test_words_without_marks_and_old_names(cast, pineapple, at, text):
    assert found(cast.lan, text, at)["Sản phẩm"] == ["Dứa quả Bản Lầu"]


def test_each_kind(cast, people, pineapple, at):
    open_dossier(product=pineapple, by=cast.lan, at=at)
    everything = {
        "Hồ sơ": ["Dứa quả Bản Lầu"], "Sản phẩm": ["Dứa quả Bản Lầu"], "Chủ thể": ["Hợp tác xã Mẫu Nà Lốc"],
    }  # fmt: skip
    assert found(cast.lan, "ban lau", at) == everything
    # a dossier that was not handed in is the producer's alone
    del everything["Hồ sơ"]
    assert found(people["commune_officer"], "ban lau", at) == everything
    assert found(cast.quang, "ban lau", at) == {}


def test_public_products_are_found_by_everybody(cast, people, pineapple, at):
    facts = {"stars": 3, "year": 2024, "date_precision": "year", "status_code": "recognised"}
    record_recognition(pineapple, fields=facts, by=cast.lan, at=at)
    assert found(cast.quang, "dua", at) == {"Sản phẩm trong danh mục công khai": ["Dứa quả Bản Lầu"]}
    assert "Sản phẩm trong danh mục công khai" not in found(cast.lan, "dua", at)


def test_a_code_leads_to_what_it_is_of(client, cast, people, pineapple, at):
    """Of a certificate or a product: to the own product, to the public page for all others;
    one that was never given finds nothing.
    """
    facts = {
        "stars": 3, "year": 2022, "date_precision": "year", "status_code": "recognised",
        "product_code": "10-086-02923-1-2022", "certificate_code": "0123456789ABCDEF",
    }  # fmt: skip
    record_recognition(pineapple, fields=facts, by=cast.lan, at=at)
    for person, leads in ((cast.lan, pineapple.get_absolute_url()), (cast.quang, "/xac-minh/")):
        client.force_login(person)
        for code in ("10-086-02923-1-2022", "10-086-02923-1-2022.", "0123-4567-89ab-cdef"):
            assert client.get("/tim/", {"q": code}).url.startswith(leads)
        assert client.get("/tim/", {"q": "10-086-02923-2-2022"}).context["groups"] == []
    client.force_login(people["commune_officer"])
    for code in ("10-086-02923-1-2022 .", "0123-4567-89ab-cdef"):
        rows = client.get(reverse("products:list"), {"q": code}).context["table"].rows
        assert [row.record.name for row in rows] == ["Dứa quả Bản Lầu"]


@pytest.mark.parametrize("text", ["", "   ", "%", "'; DROP TABLE", "<script>", "x" * 500, "\x00"])
def test_nothing_found_quietly(client, cast, pineapple, text):
    client.force_login(cast.lan)
    answer = client.get("/tim/", {"q": text})
    assert (answer.status_code, answer.context["groups"]) == (200, [])
    assert "<script>" not in answer.content.decode().partition('role="search"')[2]


def test_the_same_queries_for_10_and_1000(cast, htx, at):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            search(cast.lan, "che", at)
        return len(queries)

    def make(start, end):
        Product.objects.bulk_create(
            Product(
                producer=htx,
                name=f"Chè {n}",
                slug=f"che-{n}",
                source="self",
                search_text=f"che {n}",
                created_at=at,
            )
            for n in range(start, end)
        )

    make(0, 10)
    before = asked()
    make(10, 1000)
    assert asked() == before
