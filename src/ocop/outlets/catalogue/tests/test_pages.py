"""The home, the catalogue, products and producers: what is found, what is told, what is never told."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ocop.casework.certificates.tests.many import many
from ocop.foundation.places.models import Place, Succession
from ocop.foundation.places.selectors import place
from ocop.foundation.ui.tests.markup import tight
from ocop.kernel.law.tests.changed import changed_law
from ocop.registers.producers.models import Representative
from ocop.registers.products.listing import differing, read
from ocop.registers.products.models import Listing, Product
from ocop.registers.products.writes import mend_listings

HOSTILE = '<script>alert("x")</script>'


def names(response) -> list[str]:
    return [card.product.name for card in response.context["cards"]]


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.fixture
def sa_pa(db) -> Place:
    return Place.objects.filter(level="commune", name="Sa Pa", valid_to__isnull=True).get()


@pytest.fixture
def shelf(register, ban_lau, sa_pa) -> SimpleNamespace:
    """Three products: a pineapple of Bản Lầu, and a tea and a cloth of Sa Pa."""
    return SimpleNamespace(
        pineapple=register.recognised("Dứa quả Bản Lầu", 3, 2023, commune=ban_lau, set_number=1),
        tea=register.recognised("Chè Ô Long", 4, 2022, commune=sa_pa, set_number=11),
        cloth=register.recognised("Thổ cẩm hoa văn", 5, 2021, commune=sa_pa, set_number=21),
    )


ALL = ["Dứa quả Bản Lầu", "Chè Ô Long", "Thổ cẩm hoa văn"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ALL),
        ("q=ban lau", ALL[:1]),
        ("q=BẢN+LẦU", ALL[:1]),
        ("q=dua qua", ALL[:1]),
        ("q=muong khuong", ALL[:1]),  # the district it lay in until 30 June 2025
        ("q=Lùng Vai", ALL[:1]),  # a commune that it took over
        ("q=o long", ALL[1:2]),
        ("q=chu the cua tho cam", ALL[2:]),
        ("q=khong co gi nhu the", []),
        ("sao=4", ALL[1:2]),
        ("bo=21", ALL[2:]),
        ("xa=02788", ALL[:1]),
        ("xa=02788&sao=5", []),
        ("q=lao cai&sao=5", ALL[2:]),
        ("sap-xep=sao", ["Thổ cẩm hoa văn", "Chè Ô Long", "Dứa quả Bản Lầu"]),
        ("sap-xep=ten", ["Chè Ô Long", "Dứa quả Bản Lầu", "Thổ cẩm hoa văn"]),
        ("sao=nhieu&bo=x&xa=99999&sap-xep=la", ALL),  # an old or mistyped link still answers
        ("trang=99", ALL),
        ("trang=-1", ALL),
    ],
)
def test_the_catalogue_finds(client, shelf, query, expected):
    assert names(client.get(f"/san-pham/?{query}")) == expected


def test_words_that_begin_the_name_come_first(client, register):
    register.recognised("Bánh chè lam", year=2025)
    register.recognised("Chè xanh", year=2019)
    assert names(client.get("/san-pham/?q=che")) == ["Chè xanh", "Bánh chè lam"]


def test_names_come_before_producers_and_these_before_places(client, register, sa_pa):
    of_its_own, other = register.producer("HTX Mây", commune=sa_pa), register.producer("HTX Sa Pa")
    for product in (
        register.product("Mật ong", producer=of_its_own), register.product("Nấm hương", producer=other),
        register.product("Cá hồi Sa Pa", producer=other), register.product("Rượu sa pa ngon", producer=other),
    ):  # fmt: skip
        register.recognise(product)
    found = names(client.get("/san-pham/?q=sa+pa"))
    assert (set(found[:2]), found[2:]) == ({"Cá hồi Sa Pa", "Rượu sa pa ngon"}, ["Nấm hương", "Mật ong"])


def test_a_producer_of_many_products_shows_a_page_of_them_at_a_time(client, register):
    producer = register.producer()

    def cost(count: int) -> int:
        while Product.objects.count() < count:
            register.recognise(register.product(f"Chè {Product.objects.count():02}", producer=producer))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    address = f"/chu-the/{producer.slug}/"
    few = cost(3)
    assert cost(30) <= few + 1
    first, second = client.get(address).text, client.get(f"{address}?trang=2").text
    assert (first.count("<article"), second.count("<article")) == (24, 6)
    assert ("30 sản phẩm" in tight(first), "Chè 29" in second) == (True, True)


def test_a_product_without_a_place_is_found_at_its_producers(client, register, ban_lau):
    register.recognise(register.product("Mật ong", producer=register.producer(commune=ban_lau)))
    assert names(client.get("/san-pham/?xa=02788")) == ["Mật ong"]


@pytest.mark.parametrize("status", ["council_result", "candidate", "claim_not_confirmed", "renewal_failed"])
def test_what_is_not_recognised_is_not_shown(client, register, status):
    product = register.product("Chưa công nhận")
    register.recognise(product, status_code=status)
    assert names(client.get("/san-pham/")) == []
    assert client.get(f"/san-pham/{product.slug}/").status_code == 404
    assert client.get(f"/chu-the/{product.producer.slug}/").status_code == 404


def test_a_product_only_registered_is_not_shown(client, register):
    product = register.product("Mới đăng ký")
    assert names(client.get("/san-pham/")) == []
    assert client.get(f"/san-pham/{product.slug}/").status_code == 404


def test_where_no_exact_date_is_known_it_never_says_valid(client, register):
    product = register.recognised("Bưởi Múc", 4, 2021).product
    for address in ("/san-pham/", f"/san-pham/{product.slug}/"):
        text = text_of(client.get(address)).lower()
        assert "công nhận năm 2021" in text
        assert "chưa có dữ liệu về hiệu lực hiện nay" in text
        assert "còn hiệu lực" not in text


def test_the_newest_recognition_counts(client, register):
    product = register.recognised("Chè", 3, 2020).product
    register.recognise(product, 4, 2023)
    assert names(client.get("/san-pham/?sao=3")) == []
    assert names(client.get("/san-pham/?sao=4")) == ["Chè"]
    page = client.get(f"/san-pham/{product.slug}/")
    assert [one.year for one, _ in page.context["history"]] == [2023, 2020]


def test_home_counts_and_shows_the_newest(client, shelf):
    context = client.get("/").context
    assert context["by_stars"] == {5: 1, 4: 1, 3: 1}
    assert [(one.number, n) for one, n in context["by_set"]] == [(1, 1), (11, 1), (21, 1)]
    assert [(one.name, n) for one, n, _ in context["by_commune"]] == [("Bản Lầu", 1), ("Sa Pa", 2)]
    assert (names(client.get("/")), context["total"]) == (ALL, 3)


def test_a_commune_that_took_over_others_is_there_once_with_all_of_theirs(client, register):
    """Front page, filter of the catalogue, API, and the cards name the unit of today; its number is of what
    the filter finds. A unit that several followed stays what it was: nobody knows where the product is.
    """
    old = list(Place.objects.filter(followed_by__new__code="02923", level="commune"))
    (now,) = Place.objects.filter(code="02923", valid_to=None)
    assert len(old) > 2
    for n, where in enumerate((*old, now)):
        register.recognised(f"Sản phẩm {n}", commune=where)
    merged = Place.objects.filter(valid_to__isnull=False, level="commune")
    split = merged.exclude(followed_by__new=now).first()
    Succession.objects.create(old=split, new=now, on=date(2025, 7, 1))
    register.recognised("Ở nơi bị chia", commune=split)
    links = {narrowed: n for _one, n, narrowed in client.get("/").context["by_commune"]}
    assert links == {"xa=02923": len(old) + 1, urlencode({"q": split.name}): 1}
    for narrowed, n in links.items():
        page = client.get(f"/san-pham/?{narrowed}&page_size=100").context["page"]
        assert page.paginator.count == n
        assert client.get(f"/api/v1/products/?{narrowed}").json()["count"] == n
    form = client.get("/san-pham/").context["form"]
    assert [code for code, _name in form.fields["xa"].choices] == ["", "02923"]
    found = client.get("/api/v1/products/?xa=02923").json()["items"]
    assert {one["place"]["name"] for one in found} == {"xã Gia Phú, tỉnh Lào Cai"}
    by_old_name = client.get("/san-pham/", {"q": old[0].name}).context["page"]
    assert by_old_name.paginator.count >= 1
    assert list(differing(read(Product.objects.values_list("pk", flat=True)))) == []


def test_products_follow_a_place_that_is_merged(client, register, ban_lau):
    """A load of places that changes some brings what lists show up to date."""
    made = register.recognised("Dứa", commune=ban_lau).product
    Place.objects.filter(pk=ban_lau.pk).update(valid_to=date(2025, 12, 31))
    (now,) = Place.objects.filter(code="02923", valid_to=None)
    Succession.objects.create(old=ban_lau, new=now, on=date(2026, 1, 1))
    mend_listings()
    assert Listing.objects.get(pk=made.pk).commune == now


@pytest.mark.parametrize(
    ("query", "language", "found"),
    [
        ("tea", "/en", ["Chè Shan"]),
        ("tea sa pa", "/en", ["Chè Shan"]),
        ("drinks", "/en", ["Chè Shan"]),
        ("che", "/en", ["Chè Shan"]),
        ("te", "/en", ["Chè Shan"]),
        ("tea", "", []),
        ("te", "", []),
        ("·tea", "", []),
    ],
)
def test_english_words_find_on_pages_in_english_alone(client, register, query, language, found):
    """By the kind that the law gives it; a Vietnamese page finds names alone."""
    law = {"regulation_code": "qd-26-2026", "leaf": "II.1.a", "set_number": 11}
    sa_pa = Place.objects.filter(name="Sa Pa", level="commune", valid_to=None).first()
    register.recognised("Chè Shan", commune=sa_pa, **law)
    register.recognised("Gạo", commune=sa_pa, **(law | {"leaf": "", "set_number": 6}))
    page = client.get(f"{language}/san-pham/", {"q": query}).context["page"]
    assert [one.name for one in page] == found


def test_home_says_what_to_expect_before_there_is_anything(client, db):
    assert "Chưa có sản phẩm nào được công nhận" in text_of(client.get("/"))


def test_pages_of_the_catalogue(client, ban_lau):
    many(30, ban_lau)
    first, second = client.get("/san-pham/?sao=3"), client.get("/san-pham/?trang=2")
    assert len(first.context["cards"]) == 15
    assert (len(second.context["cards"]), second.context["page"].number) == (6, 2)
    assert 'href="?trang=2&amp;sau=' in client.get("/san-pham/").content.decode()


def test_a_product_page_tells_its_facts(client, code):
    from ocop.casework.certificates.models import Certificate

    row = Certificate.objects.get(code=code)
    response = client.get(f"/san-pham/{row.product.slug}/")
    text = text_of(response)
    for fact in (
        row.product.name,
        row.product.producer.name,
        "Minh hoạ",
        row.product_code,
        "Chuyện của người trồng.",
    ):
        assert fact in text
    assert f'href="/xac-minh/{code}/"' in response.content.decode()


def test_contacts_only_with_consent(client, register):
    private = {"address": "Thôn Na Nhung", "phone": "0900000001", "email": "a@example.org"}
    producer = register.producer(**private, website="https://example.org/", registration_no="15A8000123")
    register.recognise(register.product("Chè", producer=producer))
    Representative.objects.create(producer=producer, full_name="Giàng Thị Lan", ethnicity="Mông")
    hidden = client.get(f"/chu-the/{producer.slug}/").content.decode()
    producer.contact_is_public_since = timezone.now()
    producer.save()
    shown = client.get(f"/chu-the/{producer.slug}/").content.decode()
    for secret in (*private.values(), "https://example.org/"):
        assert (secret in hidden, secret in shown) == (False, True)
    for page in (hidden, shown):
        assert ("Giàng Thị Lan" in page, "Mông" in page, "15A8000123" in page) == (False, False, False)


def test_links_that_would_run_a_script_are_left_out(client, register):
    producer = register.producer(website="javascript:alert(1)", contact_is_public_since=timezone.now())
    product = register.product("Chè", producer=producer, trace_url="javascript:alert(1)")
    register.recognise(product)
    for address in (f"/chu-the/{producer.slug}/", f"/san-pham/{product.slug}/"):
        assert "javascript:" not in client.get(address).content.decode()


def test_hostile_names_are_escaped(client, register):
    producer = register.producer(HOSTILE, history=HOSTILE)
    product = register.product(HOSTILE, producer=producer, story=HOSTILE, description=HOSTILE)
    register.recognise(product, authority=HOSTILE, number=HOSTILE)
    addresses = ["/", "/san-pham/", f"/san-pham/{product.slug}/", f"/chu-the/{producer.slug}/"]
    for address in [*addresses, f"/san-pham/?q={HOSTILE}", f"/san-pham/?xa={HOSTILE}"]:
        assert "<script>alert" not in client.get(address).content.decode()


PUBLIC = ["/", "/san-pham/", "/san-pham/?q=dua", "/xac-minh/", "/xac-minh/0000000000000000/", "/robots.txt"]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_public_page_sets_a_cookie_or_calls_elsewhere(client, shelf, prefix):
    product = shelf.tea.product
    own = [f"/san-pham/{product.slug}/", f"/chu-the/{product.producer.slug}/"]
    for address in [prefix + one for one in PUBLIC[:5] + own] + ["/robots.txt", "/sitemap.xml"]:
        response = client.get(address)
        body = response.getvalue().decode()
        assert (address, response.cookies.output()) == (address, "")
        loaded = re.sub(r'<a [^>]*>|<link rel="(?:canonical|alternate)"[^>]*>', "", body)
        assert re.findall(r'(?:src|href)="(?:https?:)?//', loaded) == []
        assert re.findall(r'<script(?! src| type="application/ld)|\sstyle=|\son\w+=', body) == []


def test_pages_speak_english(client, shelf):
    body = client.get("/en/san-pham/").content.decode()
    assert '<html lang="en">' in body
    assert "Recognised in 2023; no data on whether it is still valid" in text_of(client.get("/en/san-pham/"))
    assert f'href="/en/san-pham/{shelf.tea.product.slug}/"' in body


def test_each_page_names_the_other_language_by_its_whole_address(client, shelf, settings):
    body = client.get("/san-pham/?sao=4").content.decode()
    whole = f"{settings.SITE_ADDRESS}/en/san-pham/?sao=4"
    assert f'<link rel="alternate" hreflang="en" href="{whole}">' in body
    assert f'<link rel="canonical" href="{settings.SITE_ADDRESS}/san-pham/">' in body


def test_search_engines_are_told_what_there_is(client, shelf, settings):
    assert f"Sitemap: {settings.SITE_ADDRESS}/sitemap.xml" in client.get("/robots.txt").content.decode()
    listed = re.findall("<loc>([^<]+)</loc>", client.get("/sitemap.xml").getvalue().decode())
    assert len(listed) == len(set(listed)) == 11 + 3 + 3
    for address in listed:
        assert client.get(address.removeprefix(settings.SITE_ADDRESS)).status_code == 200


def test_unknown_slugs_are_not_found(client, db):
    assert client.get("/san-pham/khong-co/").status_code == 404
    assert client.get("/chu-the/khong-co/").status_code == 404


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as context:
        assert client.get(address).status_code == 200
    return len(context)


LISTS = ["/", "/san-pham/", "/san-pham/?q=dua&sap-xep=sao", "/san-pham/?xa=02788&sao=3", "/sitemap.xml"]


def test_lists_ask_the_same_number_of_questions_of_few_rows_and_of_many(client, ban_lau):
    many(10, ban_lau)
    address = [*LISTS, "/chu-the/hop-tac-xa-thu-0/", "/san-pham/dua-ban-lau-so-0/"]
    few = [queries(client, one) for one in address]
    many(990, place("02671", "commune", timezone.localdate()) or ban_lau)
    assert [queries(client, one) for one in address] == few


def test_a_search_reads_one_page_of_rows_however_many_there_are(client, ban_lau):
    many(1000, ban_lau)
    assert len(client.get("/san-pham/").context["cards"]) == 24
    assert client.get("/san-pham/").context["page"].paginator.count == 1000


def test_the_menu_of_public_pages(client, db):
    for prefix, words in {
        "": ["Sản phẩm", "Bản đồ", "Du lịch", "Kiểm tra mã", "Kết quả", "Tin tức", "Bộ tiêu chí"],
        "/en": ["Products", "Map", "Visit", "Check a code", "Results", "News", "Rubrics"],
    }.items():
        body = tight(client.get(f"{prefix}/san-pham/").content.decode())
        assert re.findall(r'class="top-link"[^>]*>([^<]+)<', body) == words


def test_the_home_names_the_term_of_the_law_in_force(client, db, tmp_path, monkeypatch):
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path))
    assert "sản phẩm từ 3 sao được công nhận trong 48 tháng." in text_of(client.get("/"))
