"""The provincial officer's pages, and what every page shows of the programme."""

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.registers.programme.models import AnomalyDecision

PAGES = ["/diem-chua-ro/", "/diem-chua-ro/qd-26-2026/26-2026-08/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "status"), [("tuan", 200), ("minh", 403), ("quang", 403), (None, 302)])
def test_who_opens_them(client, cast, programme, tuan, page, who, status):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    if who:
        client.force_login({"tuan": tuan, "minh": cast.minh, "quang": cast.quang}[who])
    assert client.get(page).status_code == status


def test_settling_a_doubt(client, programme, tuan):
    client.force_login(tuan)
    address = "/diem-chua-ro/qd-26-2026/26-2026-08/"
    assert (
        client.post(address, {"reference": "Công văn 12", "decided_on": "3/8/2026"}).url == "/diem-chua-ro/"
    )
    assert AnomalyDecision.objects.get().reference == "Công văn 12"
    again = client.post(address, {"reference": "Công văn 13", "decided_on": "3/8/2026"})
    assert again.status_code == 422
    assert client.get("/diem-chua-ro/qd-26-2026/26-2026-01/").status_code == 404


def test_without_a_programme(client, cast, tuan):
    client.force_login(tuan)
    assert client.get("/diem-chua-ro/").status_code == 404


@pytest.mark.parametrize(("is_demonstration", "shown"), [(True, True), (False, False)])
def test_every_page_says_whose_it_is(client, programme, tuan, is_demonstration, shown):
    programme.is_demonstration = is_demonstration
    programme.save()
    client.force_login(tuan)
    page = client.get("/ke-hoach/").content.decode()
    assert ("0214 000 000" in page, "Tỉnh Lào Cai" in page, "Bản minh hoạ" in page) == (True, True, shown)


def test_english_pages(client, programme, tuan):
    client.force_login(tuan)
    assert [client.get(f"/en{page}").status_code for page in PAGES] == [200] * len(PAGES)
