"""Every answer is what the OpenAPI document says; nothing personal is in it;
wrong questions get sentences.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from ocop.casework.certificates.models import Certificate
from ocop.kernel.codes import grouped
from ocop.kernel.law import load_regulations
from ocop.registers.products.writes import list_anew

PATHS = {
    "/api/v1/products/": ["200", "404", "422"],
    "/api/v1/products/{slug}": ["200", "404", "422"],
    "/api/v1/certificates/{code}": ["200", "404", "422"],
    "/api/v1/regulations/": ["200"],
    "/api/v1/regulations/{code}": ["200", "404", "422"],
    "/api/v1/regulations/{code}/sets/{number}": ["200", "404", "422"],
}


def valid(openapi: dict[str, Any], path: str, response: Any) -> Any:
    """The body, once it has been found to be what the document promises for this path and status."""
    promised = openapi["paths"][path]["get"]["responses"][str(response.status_code)]
    schema = promised["content"]["application/json"]["schema"]
    Draft202012Validator({**schema, "components": openapi["components"]}).validate(response.json())
    return response.json()


def test_the_document_names_every_path_and_every_status(openapi):
    paths = openapi["paths"]
    assert {path: sorted(what["get"]["responses"]) for path, what in paths.items()} == PATHS
    assert {method for what in paths.values() for method in what} == {"get"}


def test_products_answer_as_promised(client, openapi, pomelo, code):
    body = valid(openapi, "/api/v1/products/", client.get("/api/v1/products/"))
    assert (body["count"], body["page"], body["pages"]) == (2, 1, 1)
    names = [item["name"] for item in body["items"]]
    assert names[1] == "Quả bưởi Múc"
    assert body["items"][1]["recognition"] == {
        "stars": 4, "year": 2021, "authority": "", "decision_number": "4261/QĐ-UBND", "decided_on": None,
        "valid_from": None, "expires_on": None, "status": "unknown", "until": None, "product_code": "",
        "certificate_code": None,
    }  # fmt: skip
    assert body["items"][1]["place"] == {"code": "02788", "name": "xã Bản Lầu, tỉnh Lào Cai"}
    assert body["items"][0]["recognition"]["certificate_code"] == code


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("q=muong khuong", 2), ("q=buoi", 1), ("sao=4&q=buoi", 1), ("sao=5", 0), ("bo=1&q=muc", 1),
        ("xa=02788", 2),
        ("sort=ten&page_size=1", 2),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_catalogue(client, openapi, pomelo, code, query, count):
    assert valid(openapi, "/api/v1/products/", client.get(f"/api/v1/products/?{query}"))["count"] == count


def test_pages_follow_each_other(client, openapi, pomelo, code):
    first, second = (client.get(f"/api/v1/products/?page_size=1&trang={number}").json() for number in (1, 2))
    assert [len(page["items"]) for page in (first, second)] == [1, 1]
    assert first["items"] != second["items"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("sao=nhieu", "sao"), ("sao=9", "sao"), ("trang=0", "trang"), ("page_size=101", "page_size"),
        ("xa=2788", "xa"), ("sort=la", "sort"), ("q=" + "a" * 81, "q"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_named(client, db, openapi, query, parameter):
    response = client.get(f"/api/v1/products/?{query}")
    assert response.status_code == 422
    assert [one["parameter"] for one in valid(openapi, "/api/v1/products/", response)["detail"]] == [
        parameter
    ]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/api/v1/products/", "/api/v1/products/?xa=99999"),
        ("/api/v1/products/", "/api/v1/products/?trang=7"),
        ("/api/v1/products/{slug}", "/api/v1/products/khong-co"),
        ("/api/v1/certificates/{code}", "/api/v1/certificates/0000000000000000"),
        ("/api/v1/certificates/{code}", "/api/v1/certificates/abc"),
        ("/api/v1/regulations/{code}", "/api/v1/regulations/qd-0-0000"),
        ("/api/v1/regulations/{code}/sets/{number}", "/api/v1/regulations/qd-26-2026/sets/99"),
        ("/api/v1/regulations/{code}/sets/{number}", "/api/v1/regulations/qd-0-0000/sets/1"),
    ],
)
def test_what_is_not_there_says_so(client, db, openapi, path, address):
    response = client.get(address)
    assert response.status_code == 404
    assert valid(openapi, path, response)["detail"].startswith(
        ("There is no", "This code was", "The regulation has")
    )


def test_a_set_that_is_no_number_is_named(client, openapi):
    path = "/api/v1/regulations/{code}/sets/{number}"
    response = client.get("/api/v1/regulations/qd-26-2026/sets/mot")
    assert response.status_code == 422
    assert valid(openapi, path, response)["detail"][0]["parameter"] == "number"


def test_a_product_answers_in_full(client, openapi, pomelo):
    body = valid(openapi, "/api/v1/products/{slug}", client.get(f"/api/v1/products/{pomelo.slug}"))
    assert (body["name"], len(body["recognitions"]), body["photographs"]) == ("Quả bưởi Múc", 1, [])


def test_a_product_that_is_not_recognised_is_not_there(client, openapi, pomelo):
    pomelo.recognitions.update(status_code="candidate")
    list_anew([pomelo.pk])
    assert client.get(f"/api/v1/products/{pomelo.slug}").status_code == 404
    assert client.get("/api/v1/products/").json()["count"] == 0


def test_a_certificate_answers_however_its_code_is_typed(client, openapi, code):
    row = Certificate.objects.get(code=code)
    path = "/api/v1/certificates/{code}"
    body = valid(openapi, path, client.get(f"/api/v1/certificates/{grouped(code).lower()}"))
    assert (body["code"], body["product"]["name"], body["recognition"]["status"]) == (
        code,
        row.product.name,
        "valid",
    )
    assert body["recognition"]["until"] == row.expires_on.isoformat()


def test_every_rubric_answers_as_promised(client, openapi):
    listed = valid(openapi, "/api/v1/regulations/", client.get("/api/v1/regulations/"))
    assert [one["code"] for one in listed] == ["qd-26-2026", "qd-148-2023", "qd-1048-2019"]
    for code, regulation in load_regulations().items():
        body = valid(openapi, "/api/v1/regulations/{code}", client.get(f"/api/v1/regulations/{code}"))
        assert [one["number"] for one in body["sets"]] == sorted(regulation.sets)
        for number, product_set in regulation.sets.items():
            response = client.get(f"/api/v1/regulations/{code}/sets/{number}")
            rubric = valid(openapi, "/api/v1/regulations/{code}/sets/{number}", response)
            codes = [c["code"] for part in rubric["parts"] for s in part["sections"] for c in s["criteria"]]
            assert codes == list(product_set.criteria)


def test_nothing_personal_is_told(client, pomelo):
    producer = pomelo.producer
    told = client.get(f"/api/v1/products/{pomelo.slug}").content.decode()
    for secret in (producer.phone, producer.email, producer.registration_no, producer.address):
        assert secret not in told


@pytest.mark.parametrize("address", ["/api/v1/products/", "/api/v1/openapi.json", "/healthz"])
def test_no_cookie_and_no_writing(client, db, address):
    assert client.get(address).cookies.output() == ""
    assert client.post(address).status_code == 405


def questions(client: Any, address: str) -> int:
    with CaptureQueriesContext(connection) as context:
        assert client.get(address).status_code == 200
    return len(context)


def test_the_number_of_queries_does_not_grow(client, pomelo):
    address = "/api/v1/products/?page_size=100"
    one = questions(client, address)
    for number in range(60):
        recognition = pomelo.recognitions.first()
        pomelo.pk, pomelo.name, pomelo.slug = None, f"Bưởi {number}", f"buoi-{number}"
        pomelo.save(force_insert=True)
        recognition.pk, recognition.product = None, pomelo
        recognition.save(force_insert=True)
        list_anew([pomelo.pk])
    assert questions(client, address) == one
    assert client.get(address).json()["count"] == 61
