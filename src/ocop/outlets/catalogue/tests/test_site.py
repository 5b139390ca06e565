"""A producer's site as everyone sees it: here, under its own name, as files."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from ocop.casework.sites import acts
from ocop.casework.sites.tests.cast import Sites


@pytest.fixture
def sites(cast, at):
    return Sites(cast, at)


def body_of(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("look", ["paper", "leaf", "loom"])
def test_the_site_stands_at_the_producers_address(client, sites, at, look):
    address = f"/chu-the/{sites.producer.slug}/"
    assert "Dứa ngọt trên đồi" not in body_of(client.get(address))
    site = sites.shown(look=look)
    answer = client.get(address)
    body = body_of(answer)
    assert (f'class="look-{look}"' in body, "Dứa ngọt trên đồi" in body, sites.product.name in body) == (
        True,
    ) * 3
    assert (answer["Cache-Control"], answer.cookies.output()) == ("public, max-age=60", "")
    assert re.findall(r'(?:src|srcset)="https?:|<script(?! type="application/ld)|\sstyle=', body) == []
    acts.withdraw_site(site, by=sites.lan, at=at)
    assert "Dứa ngọt trên đồi" not in body_of(client.get(address))


def test_contacts_come_and_go_with_the_consent(client, sites, at):
    site, address = sites.shown(), f"/chu-the/{sites.producer.slug}/"
    acts.agree_to_show(site, by=sites.lan, at=at)
    assert "0912345678" in body_of(client.get(address))
    acts.take_back_consent(site, by=sites.lan, at=at)
    assert "0912345678" not in body_of(client.get(address))


def test_what_is_being_written_is_seen_by_its_people_alone(client, sites):
    sites.opened()
    address = f"/trang-web/{sites.producer.slug}/xem-truoc/"
    assert client.get(address).status_code == 302
    client.force_login(sites.quang)
    assert client.get(address).status_code == 404
    client.force_login(sites.lan)
    assert "Dứa ngọt trên đồi" in body_of(client.get(address))


def test_under_its_own_name_the_site_alone_answers(client, sites, at, settings):
    settings.ALLOWED_HOSTS, settings.SITES_DOMAIN = ["testserver"], "ocop.example"
    settings.SITE_ADDRESS = "http://testserver"
    site = sites.shown()
    acts.name_host(site, host="dua-ban-lau.vn", by=sites.lan, at=at)
    for host in ("dua-ban-lau.vn", f"{sites.producer.slug}.ocop.example", "DUA-BAN-LAU.vn."):
        answer = client.get("/", HTTP_HOST=host)
        assert (answer.status_code, "Dứa ngọt trên đồi" in body_of(answer), answer.cookies.output()) == (
            200, True, "",
        )  # fmt: skip
    assert '<html lang="en">' in body_of(client.get("/en/", HTTP_HOST="dua-ban-lau.vn"))
    for path in ("/san-pham/", "/dang-nhap/", "/trang-web/x/", "/viec/", "/api/v1/products/"):
        assert client.get(path, HTTP_HOST="dua-ban-lau.vn").status_code == 404
    assert client.post("/", HTTP_HOST="dua-ban-lau.vn").status_code == 405


@pytest.mark.parametrize("host", ["khong-co.vn", "la.ocop.example", "169.254.169.254", "a@b", "x/../y"])
def test_an_unknown_name_reaches_nothing(client, sites, settings, host):
    settings.ALLOWED_HOSTS, settings.SITES_DOMAIN = ["testserver"], "ocop.example"
    answer = client.get("/", HTTP_HOST=host)
    is_name = "@" not in host and "/" not in host  # what is no name at all Django refuses itself
    assert answer.status_code == (404 if is_name else 400)
    assert ("Không có trang ở tên miền này" in body_of(answer)) == is_name


def test_the_site_is_taken_away_as_files_without_contacts(client, sites, at):
    site = sites.shown()
    acts.agree_to_show(site, by=sites.lan, at=at)
    client.force_login(sites.lan)
    answer = client.get(f"/trang-web/{sites.producer.slug}/trang.zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert sorted(archive.namelist()) == ["en.html", "index.html", "site.css"]
    text = archive.read("index.html").decode()
    assert ("Dứa ngọt trên đồi" in text, "0912345678" in text, "Bản lưu lúc" in text) == (True, False, True)


def test_the_code_for_packs(client, sites):
    sites.shown()
    client.force_login(sites.lan)
    answer = client.get(f"/trang-web/{sites.producer.slug}/ma-qr.svg")
    assert (answer["Content-Type"], body_of(answer)[:4]) == ("image/svg+xml", "<svg")


def test_the_pages_of_its_people(client, sites, at):
    site = sites.shown()
    acts.add_link(site, shop="voso", url="https://voso.vn/a", by=sites.lan, at=at)
    client.force_login(sites.lan)
    page = body_of(client.get(f"/trang-web/{sites.producer.slug}/"))
    assert ("https://voso.vn/a" in page, "Có thay đổi mà mọi người chưa thấy." in page) == (True, True)
    edit = client.get(f"/trang-web/{sites.producer.slug}/sua/")
    assert "Chúng tôi trồng dứa." in body_of(edit)
    long = client.post(
        f"/trang-web/{sites.producer.slug}/sua/", {"story": "a" * 50_000, "tagline": "Mới", "look": "leaf"}
    )
    assert (long.status_code, 'value="Mới"' in body_of(long)) == (422, True)
