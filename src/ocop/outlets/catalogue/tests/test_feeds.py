"""Feeds, open data, bar codes, the badge; the snapshot."""

from __future__ import annotations

import csv
import fcntl
import hashlib
import io
import json
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from ocop.casework.sites import acts
from ocop.casework.sites.tests.cast import Sites
from ocop.outlets.catalogue import kept
from ocop.registers.products import public

MOST_OF_A_PART = 8


@pytest.fixture
def sites(cast, at):
    made = Sites(cast, at)
    made.product.gtin = "8936000000011"
    made.product.save(update_fields=["gtin"])
    made.recognised("=1+1 Chè <b>")
    return made


def text_of(client, address: str) -> str:
    answer = client.get(address)
    assert (answer.status_code, answer.cookies.output(), answer["Cache-Control"][:7]) == (200, "", "public,")
    return answer.getvalue().decode()


def test_tables_hold_every_product_and_no_formula(client, sites, settings):
    rows = list(csv.DictReader(io.StringIO(text_of(client, "/du-lieu/san-pham.csv").removeprefix("\ufeff"))))
    assert [row["name"] for row in rows] == ["'=1+1 Chè <b>", "Dứa quả Bản Lầu"]
    assert (rows[1]["stars"], rows[1]["status"], rows[1]["gtin"]) == ("3", "unknown", "8936000000011")
    own = text_of(client, f"/du-lieu/{sites.producer.slug}/san-pham.csv")
    assert (len(own.splitlines()), "0912345678" in own) == (3, False)
    assert client.get("/du-lieu/khong-co/san-pham.csv").status_code == 404


ALL = ("csv", "geojson", "jsonld")


@pytest.mark.parametrize("kind", ALL)
def test_a_list_of_any_length_is_read_in_parts(client, sites, kind, monkeypatch):
    """Parts of one product say the same as one of all; a part asks as often however many are in it."""
    whole = text_of(client, f"/du-lieu/san-pham.{kind}")
    with CaptureQueriesContext(connection) as at_once:
        text_of(client, f"/du-lieu/san-pham.{kind}")
    monkeypatch.setattr(public.in_parts, "__kwdefaults__", {"described": False, "size": 1})
    with CaptureQueriesContext(connection) as in_two:
        assert text_of(client, f"/du-lieu/san-pham.{kind}") == whole
    assert len(in_two) - 1 <= 2 * (len(at_once) - 1)
    assert len(at_once) <= MOST_OF_A_PART


def test_what_everybody_gets_is_made_once_in_a_while(client, sites, settings, tmp_path):
    settings.FEED_DIR, settings.FEED_AGE = tmp_path, 300
    first = client.get("/du-lieu/san-pham.csv")
    whole = first.getvalue()
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/du-lieu/san-pham.csv").getvalue() == whole
        known = client.get("/du-lieu/san-pham.csv", headers={"if-none-match": first["ETag"]})
    assert (len(asked), known.status_code, known.content) == (0, 304, b"")
    sites.recognised("Chè mới")
    settings.FEED_AGE = 0
    assert "Chè mới" in text_of(client, "/du-lieu/san-pham.csv")


def test_while_somebody_makes_it_the_older_one_answers(client, sites, settings, tmp_path, monkeypatch):
    settings.FEED_DIR = tmp_path
    with (tmp_path / "san-pham.csv.lock").open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        monkeypatch.setattr(kept, "PATIENCE", 0)
        later = client.get("/du-lieu/san-pham.csv")
        assert (later.status_code, later["Retry-After"]) == (503, "60")
        (tmp_path / "san-pham.csv").write_text("an older one")
        assert text_of(client, "/du-lieu/san-pham.csv") == "an older one"
    assert "Dứa quả" in text_of(client, "/du-lieu/san-pham.csv")


def test_maps_and_linked_data_say_licence_and_day(client, sites):
    places = json.loads(text_of(client, "/du-lieu/san-pham.geojson"))
    assert (places["license"][:5], len(places["features"])) == ("https", 2)
    assert places["features"][0]["geometry"]["type"] == "Point"
    linked = json.loads(text_of(client, "/du-lieu/san-pham.jsonld"))
    assert [one["@type"] for one in linked["hasPart"]] == ["Product", "Product"]


def test_the_merchant_feed_holds_what_has_a_price_and_a_picture(client, sites, at):
    said = {"price": 45000, "price_for": "1 kg", "season": ""}
    acts.tell_sale(sites.product, **said, by=sites.lan, at=at)
    root = ElementTree.fromstring(text_of(client, "/du-lieu/san-pham-google.xml"))
    assert (root.tag, root.findall("channel/item")) == ("rss", [])


def test_news_as_atom(client, sites):
    root = ElementTree.fromstring(text_of(client, "/tin-tuc/atom.xml"))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"


def test_a_bar_code_leads_to_the_product(client, sites):
    for gtin in ("8936000000011", "08936000000011"):
        assert client.get(f"/01/{gtin}")["Location"] == f"/san-pham/{sites.product.slug}/"
    wrong = client.get("/01/8936000000012")
    assert (wrong.status_code, "chữ số cuối không khớp" in wrong.content.decode()) == (404, True)
    assert client.get("/01/96385074").status_code == 404


def test_the_badge_lives(client, sites):
    text = text_of(client, f"/huy-hieu/{sites.product.slug}.svg")
    assert (ElementTree.fromstring(text).tag, "OCOP 3 sao" in text) == (
        "{http://www.w3.org/2000/svg}svg",
        True,
    )
    assert client.get("/huy-hieu/khong-co.svg").status_code == 404


def test_the_snapshot_stands_alone_says_its_age_and_holds_no_contacts(sites, at, tmp_path, settings):
    settings.SITE_ADDRESS = "http://testserver"
    site = sites.shown()
    acts.agree_to_show(site, by=sites.lan, at=at)
    call_command("snapshot", str(tmp_path / "ban-chup"))
    folder = tmp_path / "ban-chup"
    product = (folder / "san-pham" / sites.product.slug / "index.html").read_text()
    own = (folder / "chu-the" / sites.producer.slug / "index.html").read_text()
    assert ("Bản chụp lúc" in product, "0912345678" in product + own, "Dứa ngọt" in own) == (
        True,
        False,
        True,
    )
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "a").touch()
    with pytest.raises(CommandError):
        call_command("snapshot", str(tmp_path / "khac"))


def test_every_described_feed_answers_as_described(client, sites):
    described = json.loads(text_of(client, "/du-lieu/openapi.json"))
    media = {}
    for path, what in described["paths"].items():
        slug = sites.product.slug if "huy-hieu" in path else sites.producer.slug
        answer = client.get(path.replace("{slug}", slug).replace("{gtin}", "8936000000011"))
        promised = what["get"]["responses"][str(answer.status_code)]
        media[path] = answer["Content-Type"].partition(";")[0]
        if "{" in path and answer.status_code == 200:  # what is taken back is gone from caches in a minute
            assert answer["Cache-Control"] == "public, max-age=60", path
        if answer.status_code == 200:
            assert list(promised["content"]) == [media[path]], path
        if "404" in what["get"]["responses"]:
            assert client.get(path.replace("{slug}", "khong-co").replace("{gtin}", "1")).status_code == 404
    assert len(media) == 10
    places = json.loads(text_of(client, "/du-lieu/san-pham.geojson"))
    schema = {"$ref": "#/components/schemas/Products", "components": described["components"]}
    Draft202012Validator(schema).validate(places)
    columns = text_of(client, "/du-lieu/san-pham.csv").removeprefix("\ufeff").splitlines()[0]
    assert columns.replace(",", ", ") in json.dumps(described)


def test_every_feed_is_described(client, sites):
    from ocop.outlets.catalogue.root_urls import urlpatterns

    described = json.loads(text_of(client, "/du-lieu/openapi.json"))["paths"]
    written = {
        "/" + str(one.pattern).replace("<slug:slug>", "{slug}").replace("<str:gtin>", "{gtin}")
        for one in urlpatterns
    }
    assert written - set(described) == {"/robots.txt", "/du-lieu/openapi.json"}
