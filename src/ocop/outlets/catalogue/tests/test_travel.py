"""Villages, routes, chains and the map as everyone sees them."""

from __future__ import annotations

import io
import json
import re
from datetime import time
from unittest.mock import patch
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from ocop.casework.tourism import acts
from ocop.casework.tourism.tests.cast import Valley
from ocop.foundation.documents.engines import pdf
from ocop.foundation.places import cells as sketch
from ocop.foundation.places.management.commands import cells as command
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.printing.invariants import printout_faults
from ocop.foundation.printing.making import make_due
from ocop.outlets.catalogue.travel.map_data import Asked, cells_of
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules.seasons import season_of
from ocop.registers.products.writes import list_anew

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def valley(cast, at):
    return Valley(cast, at)


def body_of(response) -> str:
    if response.streaming:
        return b"".join(response.streaming_content).decode()
    return response.content.decode()


def pictures_of(body: str) -> list[ET.Element]:
    """The pictures, read as XML: an unclosed or hostile text would break them."""
    found = re.findall(r'<svg class="(?:map|chain)[^>]*>.*?</svg>', body, re.DOTALL)
    return [ET.fromstring(one.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)) for one in found]


def test_a_village_stands_at_its_address_while_it_is_shown(client, valley, at):
    spot = valley.opened()
    assert client.get("/du-lich/ban-na-loc/").status_code == 404
    spot = valley.shown("Bản Hai")
    answer = client.get("/du-lich/ban-hai/")
    body = body_of(answer)
    assert ("Bản bên suối" in body, "Dệt vải" in body, "60 khách" in body) == (True, True, True)
    assert (answer["Cache-Control"], answer.cookies.output()) == ("public, max-age=60", "")
    assert ('hreflang="en"' in body, 'rel="canonical"' in body) == (True, True)
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', body)[1])
    assert (data["@type"], data["name"], data["maximumAttendeeCapacity"]) == (
        "TouristAttraction",
        "Bản Hai",
        60,
    )
    assert "/du-lich/ban-hai/" in body_of(client.get("/sitemap.xml"))
    assert client.get("/en/du-lich/ban-hai/").status_code == 200
    acts.withdraw_spot(spot, by=valley.minh, at=at)
    assert client.get("/du-lich/ban-hai/").status_code == 404
    assert "ban-hai" not in body_of(client.get("/du-lich/")) + body_of(client.get("/sitemap.xml"))


def test_contacts_come_and_go_with_the_consent(client, valley, at):
    spot = valley.shown(phone="0912345678")
    address = spot.public_url
    assert "0912345678" not in body_of(client.get(address))
    acts.agree_to_contact(spot, by=valley.minh, at=at)
    assert body_of(client.get(address)).count("0912345678") > 1
    assert "0912345678" not in body_of(client.get(address, **{"ocop.snapshot": "x"}))
    acts.take_back_contact(spot, by=valley.minh, at=at)
    answer = client.get(address)
    assert ("0912345678" in body_of(answer), answer["Cache-Control"]) == (False, "public, max-age=60")


def test_the_list_is_narrowed_by_kind_and_month(client, valley, at):
    valley.shown(months=0b1)
    assert "ban-na-loc" in body_of(client.get("/du-lich/?mua=1"))
    assert "ban-na-loc" not in body_of(client.get("/du-lich/?mua=2"))
    assert "ban-na-loc" not in body_of(client.get("/du-lich/?loai=homestay"))
    for hostile in ("mua=99", "mua=x", "loai=%00", "mua=1&mua=<script>", "loai=../.."):
        assert client.get(f"/du-lich/?{hostile}").status_code == 200, hostile


def test_what_is_being_written_and_the_readiness_are_seen_by_its_people_alone(client, valley, at):
    spot = valley.opened()
    for address in (f"/du-lich-cua-toi/{spot.slug}/xem-truoc/", f"/du-lich-cua-toi/{spot.slug}/san-sang/"):
        assert client.get(address).status_code == 302
    client.force_login(valley.quang)
    assert client.get(f"/du-lich-cua-toi/{spot.slug}/xem-truoc/").status_code == 404
    client.force_login(valley.minh)
    assert "Bản Nà Lốc" in body_of(client.get(f"/du-lich-cua-toi/{spot.slug}/xem-truoc/"))


def test_hostile_texts_stand_as_texts(client, valley, at):
    nasty = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    spot = valley.shown("Bản <b>X</b> & “Y”", about=nasty, tagline=nasty[:160], services=nasty, season=nasty)
    route = valley.route(stops=0)
    for hour, name in ((7, nasty), (8, "A" * 120)):
        acts.add_stop(
            route, starts_at=time(hour), minutes=5, sight=name[:120], place=valley.other, note=nasty,
            by=valley.minh, at=at,
        )  # fmt: skip
    route.refresh_from_db()
    acts.publish_route(route, by=valley.minh, at=at)
    for address in (spot.public_url, route.public_url, "/ban-do/", "/du-lich/"):
        body = body_of(client.get(address))
        assert ("<script>alert" in body, "<img src=x" in body) == (False, False)
        assert len(pictures_of(body)) == {"/ban-do/": 2, route.public_url: 1}.get(address, 0)
    assert json.loads(client.get("/ban-do/diem.json").getvalue())["points"][0]["name"] == spot.name
    make_due(timezone.now)
    assert client.get(f"/du-lich/tuyen/{route.slug}.pdf").status_code == 200


def test_a_route_is_printed_on_one_sheet_however_long(client, valley, at):
    route = valley.route(stops=0)
    for number in range(20):
        acts.add_stop(
            route, starts_at=time(number + 1), minutes=30, sight="Chợ phiên vùng cao " * 6,
            place=valley.other, note="Xem chợ, ăn phở chua, mua thổ cẩm của người làm. " * 6,
            by=valley.minh, at=at,
        )  # fmt: skip
    acts.write_words(route, name="Một ngày " * 12, about="Đi sớm. " * 1000, by=valley.minh, at=at)
    route.refresh_from_db()
    acts.publish_route(route, by=valley.minh, at=at)
    make_due(timezone.now)
    for prefix in ("", "/en"):
        sheet = PdfReader(io.BytesIO(client.get(f"{prefix}/du-lich/tuyen/{route.slug}.pdf").content))
        assert len(sheet.pages) == 1
    body = body_of(client.get(route.public_url))
    assert body.count('class="travel-stop"') == 20


def test_the_sheet_is_the_file_that_was_made_after_the_act(client, valley, at):
    """Nothing is made for whoever asks; while the next one is made, the one before answers."""
    route = valley.route()
    acts.publish_route(route, by=valley.minh, at=at)
    address = f"/du-lich/tuyen/{route.slug}.pdf"
    early = client.get(address)
    assert (early.status_code, early["Retry-After"]) == (503, "60")
    assert make_due(timezone.now).made == 2
    first, again = client.get(address), client.get(address)
    assert (first.status_code, first["Cache-Control"]) == (200, "public, max-age=60")
    assert (first.content, client.get(f"/en{address}").content != first.content) == (again.content, True)
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with CaptureQueriesContext(connection) as asked, patch.object(pdf, "render") as typeset:
        client.get(address)
    assert (len(asked) <= 2, typeset.called) == (True, False)
    acts.write_words(route, name="Một ngày khác", about="", by=valley.minh, at=at)
    route.refresh_from_db()
    acts.publish_route(route, by=valley.minh, at=at)
    assert client.get(address).content == first.content
    make_due(timezone.now)
    changed = client.get(address)
    assert "Một ngày khác" in PdfReader(io.BytesIO(changed.content)).pages[0].extract_text()
    assert list(printout_faults()) == []
    acts.withdraw_route(route, by=valley.minh, at=at)
    assert client.get(address).status_code == 404


def test_the_way_is_said_to_be_as_the_crow_flies(client, valley, at):
    route = valley.route()
    acts.publish_route(route, by=valley.minh, at=at)
    body = body_of(client.get(route.public_url))
    assert ("km đường chim bay" in body, "/du-lich/ban-na-loc/" in body) == (True, True)
    acts.withdraw_route(route, by=valley.minh, at=at)
    assert client.get(route.public_url).status_code == 404


def test_a_chain_says_numbers_where_nobody_agreed(client, valley, at):
    chain = valley.chain()
    acts.publish_chain(chain, by=valley.minh, at=at)
    body = body_of(client.get(chain.public_url))
    assert ("Bí Mật" in body, "12 hộ" in body, "HTX Dứa Bản Lầu" in body) == (False, True, True)
    (picture,) = pictures_of(body)
    said = " ".join(picture.itertext())
    assert ("12 hộ" in said, "Siêu thị <Xanh> & Sạch" in said) == (True, True)
    household = chain.link.parties.get(role="household")
    consent = acts.agree_name(chain, party=household, agreed_on=at.date(), how="Ký", by=valley.minh, at=at)
    assert "Bí Mật" in body_of(client.get(chain.public_url))
    assert "Bí Mật" not in body_of(client.get(chain.public_url, **{"ocop.snapshot": "x"}))
    acts.take_back_name(consent, by=valley.minh, at=at)
    answer = client.get(chain.public_url)
    assert ("Bí Mật" in body_of(answer), answer["Cache-Control"]) == (False, "public, max-age=60")


def products(valley: Valley, communes: list, each: int) -> None:
    """So many recognised products in each of these communes."""
    start = Product.objects.count()
    rows = Product.objects.bulk_create(
        Product(
            producer=valley.producer, name=f"SP {start} {n}", slug=f"sp-{start}-{n}", source="self",
            commune=communes[n % len(communes)], created_at=valley.at, search_text="sp",
        )
        for n in range(each * len(communes))
    )  # fmt: skip
    Recognition.objects.bulk_create(
        Recognition(product=row, stars=3 + row.pk % 2, year=2023, status_code="recognised", number="3/QĐ")
        for row in rows
    )
    list_anew([row.pk for row in rows])


def test_the_map_costs_the_same_however_many_products_there_are(client, valley):
    communes = list(communes_of("15", valley.at.date())[:20])
    valley.shown()

    def cost(address: str) -> tuple[int, int]:
        client.get(address).getvalue()
        with CaptureQueriesContext(connection) as asked:
            points = json.loads(client.get(address).getvalue())["points"]
        return len(asked), len(points)

    products(valley, communes, 1)
    few = cost("/ban-do/diem.json")
    products(valley, communes, 12)
    assert cost("/ban-do/diem.json") == few
    assert (few[0] <= 8, few[1]) == (True, 21)


def test_the_map_is_narrowed_in_one_address_for_picture_points_and_lists(client, valley):
    products(valley, [valley.other], 4)
    valley.shown(months=0b1)

    def kinds(query: str) -> set[str]:
        answer = client.get(f"/ban-do/diem.json?{query}")
        assert answer["Cache-Control"] == "public, max-age=60"
        return {one["kind"] for one in json.loads(answer.getvalue())["points"]}

    assert kinds("") == {"san-pham", "du-lich"}
    assert kinds("loai=san-pham&sao=3") == {"san-pham"}
    assert kinds("sao=5") == set()
    assert kinds("mua=1") == {"du-lich"}
    assert kinds("mua=2") == set()
    assert kinds("loai=x&sao=9&mua=99") == {"san-pham", "du-lich"}
    body = body_of(client.get("/ban-do/?loai=san-pham&sao=3"))
    assert ('id="san-pham"' in body, 'id="du-lich"' in body) == (True, False)


def test_the_season_of_the_map_is_of_products_too(client, valley):
    """What says nothing of its season is not there when somebody asks for a month."""
    here, there = valley.other, next(iter(communes_of("15", valley.at.date())))
    products(valley, [here, there], 2)
    said = Product.objects.filter(commune=here).order_by("pk")
    said.filter(pk=said[0].pk).update(months=season_of([5, 6]))
    list_anew([row.pk for row in said])

    def counts(query: str) -> dict[str, int]:
        points = json.loads(client.get(f"/ban-do/diem.json?{query}").getvalue())["points"]
        return {one["url"]: one["count"] for one in points}

    assert counts("loai=san-pham&mua=5") == {f"/san-pham/?xa={here.code}&thang=5": 1}
    assert (counts("mua=7"), sum(counts("").values())) == ({}, 4)
    assert f"/san-pham/?xa={here.code}&amp;thang=6" in body_of(client.get("/ban-do/?mua=6"))


def test_the_country_names_hoang_sa_and_truong_sa_and_no_script_is_needed(client, valley):
    products(valley, [valley.other], 1)
    for prefix in ("", "/en"):
        answer = client.get(f"{prefix}/ban-do/")
        body = body_of(answer)
        names = " ".join(" ".join(one.itertext()) for one in pictures_of(body))
        assert ("Hoàng Sa" in names, "Trường Sa" in names) == (True, True)
        assert "leaflet" not in re.sub(r"data-(?:leaflet|style)=\S+", "", body)
        assert " style=" not in body


def test_areas_say_what_their_board_says(client, valley, at):
    area = valley.link("signboard", area_name="Đồi dứa Na Nhung", crop="Dứa", area_ha="12.5", households=30)
    body = body_of(client.get("/ban-do/"))
    assert ("Đồi dứa Na Nhung" in body, "12,5 ha" in body, "30 hộ" in body) == (True, True, True)
    chain = valley.chain(area)
    acts.publish_chain(chain, by=valley.minh, at=at)
    assert "Đồi dứa Na Nhung" in body_of(client.get(chain.public_url))


def test_the_cells_are_those_of_the_places_data():
    drawn = command.drawn()
    assert len(drawn) == 34
    for province, text in drawn.items():
        assert (command.FOLDER / f"{province}.json").read_text("utf-8") == text, province
    assert (cells_of("../15"), len(cells_of("15"))) == ({}, 99)
    asked = Asked(month=1)
    assert [asked.shows(kind) for kind in ("san-pham", "du-lich", "vung-nguyen-lieu")] == [True, True, False]


def test_every_middle_lies_in_its_own_cell_and_nowhere_else():
    middles = {"a": (22.0, 104.0), "b": (22.2, 104.0), "c": (22.1, 104.3), "d": (22.1, 104.1)}
    rings = sketch.cells(middles)
    assert (set(rings), sketch.cells({"a": (1.0, 1.0)})) == (set(middles), {})
    for code, middle in middles.items():
        assert [other for other, ring in rings.items() if _holds(ring, middle)] == [code]


def _holds(ring: list[list[float]], point: tuple[float, float]) -> bool:
    """Whether a point lies inside a ring, by the number of sides that it crosses."""
    inside = False
    for number, (north, east) in enumerate(ring):
        before_north, before_east = ring[number - 1]
        if (east > point[1]) != (before_east > point[1]):
            crossing = north + (point[1] - east) / (before_east - east) * (before_north - north)
            inside ^= point[0] < crossing
    return inside
