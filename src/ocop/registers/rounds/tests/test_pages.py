"""The provincial officer's pages of rounds and limit days."""

import pytest
from django.utils import timezone

from ocop.foundation.accounts.rules import Role
from ocop.registers.rounds.models import Round

PAGES = ["/dot-danh-gia/", "/dot-danh-gia/mo/", "/dot-danh-gia/mo-bo-sung/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "status"), [("tuan", 200), ("minh", 403), ("quang", 403), (None, 302)])
def test_who_opens_them(client, cast, programme, tuan, page, who, status):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    if who:
        client.force_login({"tuan": tuan, "minh": cast.minh, "quang": cast.quang}[who])
    assert client.get(page).status_code == status


def test_opening_a_round_of_the_law(client, programme, tuan):
    client.force_login(tuan)
    year = timezone.localdate().year + 1
    address = f"/dot-danh-gia/mo/{year}/1/"
    assert f"30/04/{year}" in client.get(address).content.decode()
    assert client.post(address).url == "/dot-danh-gia/"
    assert (Round.objects.get().year, Round.objects.get().number) == (year, 1)
    assert client.get(address).status_code == 302
    assert client.post(address).status_code == 409
    assert client.get("/dot-danh-gia/mo/1999/1/").status_code == 404


def test_opening_an_extra_round(client, programme, tuan):
    client.force_login(tuan)
    year = timezone.localdate().year
    given = {
        "year": year, "number": 3, "proposed_before": f"1/11/{year}", "held_before": f"20/12/{year}",
        "rules_number": "01/QC", "rules_on": f"1/1/{year}", "plan_number": "02/KH", "plan_on": f"2/1/{year}",
        "issuer": "UBND tỉnh Lào Cai",
    }  # fmt: skip
    wrong = client.post("/dot-danh-gia/mo-bo-sung/", {**given, "held_before": f"1/10/{year}"})
    assert (wrong.status_code, Round.objects.count()) == (422, 0)
    assert client.post("/dot-danh-gia/mo-bo-sung/", given).url == "/dot-danh-gia/"
    opened = Round.objects.get()
    assert (opened.is_extra, opened.rules.number, opened.plan.number) == (True, "01/QC", "02/KH")
    assert "01/QC" in client.get("/dot-danh-gia/").content.decode()


def test_limit_days(client, programme, tuan, cast):
    client.force_login(tuan)
    page = client.get("/dot-danh-gia/giap-moc/").content.decode()
    assert "2026-04-30" not in page  # the decree was not in force yet
    day = next(one for one in page.split("/dot-danh-gia/giap-moc/")[1:] if one[:2] == "20")[:10]
    address = f"/dot-danh-gia/giap-moc/{day}/"
    assert client.post(address, {"round": "9-2000", "reference": "Công văn 12"}).status_code == 422
    number = "1" if day[5:7] == "04" else "2"
    assert (
        client.post(address, {"round": f"{number}-{day[:4]}", "reference": "Công văn 12"}).url
        == "/dot-danh-gia/giap-moc/"
    )
    assert "Công văn 12" in client.get("/dot-danh-gia/giap-moc/").content.decode()
    assert client.get("/dot-danh-gia/giap-moc/2027-01-01/").status_code == 404
    client.force_login(cast.quang)
    assert client.get("/dot-danh-gia/giap-moc/").status_code == 403


def test_without_a_programme(client, cast, tuan):
    client.force_login(tuan)
    assert client.get("/dot-danh-gia/mo/").status_code == 404


def test_english_pages(client, programme, tuan):
    client.force_login(tuan)
    assert [client.get(f"/en{page}").status_code for page in PAGES] == [200] * len(PAGES)
