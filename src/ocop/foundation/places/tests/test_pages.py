"""The public pages: what they answer, that they set no cookie, what they cost."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def get(client: Client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return response


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        (
            "Bản Lầu",
            ["Mã 02788, từ 01/07/2025.", "Nay là xã Bản Lầu, tỉnh Lào Cai, mã 02788, từ 01/07/2025."],
        ),
        ("lung vai", ["Nay thuộc xã Bản Lầu, tỉnh Lào Cai, mã 02788, từ 01/07/2025."]),
        ("huyện bát xát", ["Không còn cấp huyện từ 01/07/2025. Nay là địa bàn của 8 xã, phường."]),
        ("zzz", []),
        ("", []),
    ],
)
def test_search_says_what_each_unit_is_today(client: Client, typed: str, sentences: list[str]) -> None:
    response = client.get("/tra-cuu-xa/", {"q": typed})
    assert [sentence for _found, sentence in response.context["results"]] == sentences
    assert all(f"<p>{sentence}</p>" in text_of(response) for sentence in sentences)


def test_search_without_a_match_says_what_to_do(client: Client) -> None:
    assert "Không thấy nơi nào có tên này" in text_of(get(client, "/tra-cuu-xa/?q=zzz"))


def test_search_in_english(client: Client) -> None:
    page = text_of(get(client, "/en/tra-cuu-xa/?q=lung+vai"))
    assert "Now part of Bản Lầu commune, Lào Cai province, code 02788, since 1 Jul 2025." in page
    assert "Lùng Vai commune, Mường Khương district, Lào Cai province" in page


def test_what_was_typed_comes_back_as_text(client: Client) -> None:
    page = get(client, "/tra-cuu-xa/?q=%22%3E%3Cscript%3E").content.decode()
    assert "<script>" not in page
    assert "&quot;&gt;&lt;script&gt;" in page


@pytest.mark.parametrize(
    "address",
    [
        "/tra-cuu-xa/",
        "/tra-cuu-xa/?q=yen+bai",
        "/tra-cuu-xa/02788/2026-11-23/",
        "/tra-cuu-xa/chon/?tinh=15&q=ban+lau",
        "/en/tra-cuu-xa/?q=yen+bai",
    ],
)
def test_pages_are_public_and_set_no_cookie(client: Client, address: str) -> None:
    response = get(client, address)
    assert list(response.cookies) == []
    assert "Cookie" not in response.headers.get("Vary", "")


def test_pages_are_only_read(client: Client) -> None:
    for address in ("/tra-cuu-xa/", "/tra-cuu-xa/02788/2026-11-23/", "/tra-cuu-xa/chon/"):
        assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/tra-cuu-xa/15/2025-06-30/", "Tỉnh Yên Bái"),
        ("/tra-cuu-xa/15/2025-07-01/", "Tỉnh Lào Cai"),
        ("/tra-cuu-xa/083/2020-01-01/", "Huyện Mường Khương, tỉnh Lào Cai"),
        ("/tra-cuu-xa/02788/2025-07-01/", "Xã Bản Lầu, tỉnh Lào Cai"),
        ("/tra-cuu-xa/20333/2026-11-23/", "Đặc khu Hoàng Sa, thành phố Đà Nẵng"),
    ],
)
def test_the_page_of_a_unit_depends_on_the_day(client: Client, address: str, heading: str) -> None:
    assert f"<h1>{heading}</h1>" in text_of(get(client, address))


def test_the_page_of_a_commune_lists_what_it_was(client: Client) -> None:
    response = get(client, "/tra-cuu-xa/02788/2026-11-23/")
    assert [old.code for old in response.context["formerly"]] == ["02785", "02788", "02797"]
    page = text_of(response)
    assert (
        '<a href="/tra-cuu-xa/02785/2018-01-01/">Xã Lùng Vai, huyện Mường Khương, tỉnh Lào Cai</a>, mã 02785'
        in page
    )
    assert "<dt>Diện tích</dt><dd>125,3 km²</dd>" in page


def test_the_page_of_an_old_unit_leads_to_todays(client: Client) -> None:
    page = text_of(get(client, "/tra-cuu-xa/083/2025-06-30/"))
    assert '<li><a href="/tra-cuu-xa/02788/2025-07-01/">xã Bản Lầu</a></li>' in page
    assert "<dt>Đến hết ngày</dt><dd>30/06/2025</dd>" in page
    assert "<dt>Từ ngày</dt>" not in page  # the beginning is not known


@pytest.mark.parametrize(
    "address",
    [
        "/tra-cuu-xa/99999/2026-11-23/",
        "/tra-cuu-xa/10/2026-11-23/",
        "/tra-cuu-xa/2788/2026-11-23/",
        "/tra-cuu-xa/lao-cai/2026-11-23/",
        "/tra-cuu-xa/02788/2026-02-30/",
        "/tra-cuu-xa/02788/2001-01-01/",
    ],
)
def test_a_unit_that_never_was_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_pages_cost_the_same_for_little_and_for_much(client: Client, django_assert_num_queries) -> None:
    for typed in ("lung vai", "yen bai"):
        with django_assert_num_queries(4):
            client.get("/tra-cuu-xa/", {"q": typed})
    for address in (
        "/tra-cuu-xa/15/2025-07-01/",
        "/tra-cuu-xa/01/2025-07-01/",
        "/tra-cuu-xa/02788/2025-07-01/",
    ):
        with django_assert_num_queries(5):
            client.get(address)


def test_the_longest_result_stays_light(client: Client) -> None:
    assert len(get(client, "/tra-cuu-xa/?q=xa").content) < 30_000


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ("tinh=15&o=commune-tim&commune-tim=lung+vai", ["xã Bản Lầu (xã Lùng Vai cũ)"]),
        (
            "tinh=15&q=muong+khuong",
            [
                "Có 4 nơi, hãy chọn",
                "xã Mường Khương",
                "xã Bản Lầu (huyện Mường Khương cũ)",
                "xã Cao Sơn (huyện Mường Khương cũ)",
                "xã Pha Long (huyện Mường Khương cũ)",
            ],
        ),
        ("tinh=15&q=zzz", ["Không thấy tên này trong tỉnh"]),
        ("tinh=99&q=", ["Không thấy tên này trong tỉnh"]),
        ("", ["Không thấy tên này trong tỉnh"]),
    ],
)
def test_options_of_the_picker(client: Client, asked: str, options: list[str]) -> None:
    page = text_of(get(client, f"/tra-cuu-xa/chon/?{asked}"))
    assert [
        part.split("</option>")[0].split(">", 1)[1].strip() for part in page.split("<option")[1:]
    ] == options


def test_an_emptied_box_brings_the_whole_list_back(client: Client) -> None:
    page = text_of(get(client, "/tra-cuu-xa/chon/?tinh=15&o=commune-tim&commune-tim="))
    assert page.startswith('<option value=""> Chọn xã, phường </option>')
    assert page.count("<option") == 100


def test_the_only_option_is_chosen_and_carries_the_code_where_asked(client: Client) -> None:
    page = text_of(get(client, "/tra-cuu-xa/chon/?tinh=15&q=lung+vai&gia-tri=ma"))
    assert page == '<option value="02788" selected>xã Bản Lầu (xã Lùng Vai cũ)</option>'


def test_options_in_english(client: Client) -> None:
    page = text_of(get(client, "/en/tra-cuu-xa/chon/?tinh=15&q=lung+vai&gia-tri=ma"))
    assert page == '<option value="02788" selected>Bản Lầu commune (formerly Lùng Vai commune)</option>'
