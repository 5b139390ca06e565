"""`ocop expiring`: JSON lines of what ends soon."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ocop.foundation.places.models import Place
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product
from ocop.registers.products.writes import list_anew, record_event, record_recognition

pytestmark = pytest.mark.django_db


def ends(cast, name, last, *, stars=4, commune=None, authority="UBND tỉnh Yên Bái"):
    """A product of a producer in a commune, recognised for 36 months until this day."""
    commune = commune or cast.commune
    producer, _new = Producer.objects.get_or_create(
        name="HTX Mẫu", commune=commune, defaults={"slug": f"htx-{commune.pk}", "created_at": cast.at}
    )
    product = Product.objects.create(
        producer=producer, name=name, slug=name.lower(), source="register", search_text="", created_at=cast.at
    )
    facts = {
        "stars": stars, "year": last.year - 3, "date_precision": "day", "status_code": "recognised",
        "valid_from": last.replace(year=last.year - 3), "expires_on": last, "authority": authority,
    }  # fmt: skip
    return record_recognition(product, fields=facts, by=cast.hoa, at=cast.at)


def lines(*arguments):
    out = StringIO()
    call_command("expiring", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_says_whose_it_is_until_when_and_who_answers_today(cast):
    old = Place.objects.filter(
        level="commune", parent__parent__name="Yên Bái", valid_to__isnull=False
    ).first()
    ends(cast, "Trà", date(2027, 5, 23))
    ends(cast, "Cũ", date(2027, 1, 1), commune=old)
    ends(cast, "Năm", date(2027, 5, 24), stars=5)
    found = lines("--within", "365", "--on", "2026-11-24")
    assert [(one["product"], one["managed_by"]) for one in found] == [
        ("Cũ", "Chủ tịch UBND tỉnh Lào Cai"), ("Trà", "Chủ tịch UBND tỉnh Lào Cai"),
        ("Năm", "Bộ Nông nghiệp và Môi trường"),
    ]  # fmt: skip
    assert found[1] == {
        "product": "Trà", "holder": "HTX Mẫu", "place": "xã Bản Lầu, tỉnh Lào Cai", "stars": 4,
        "valid_until": "2027-05-23", "authority": "UBND tỉnh Yên Bái",
        "managed_by": "Chủ tịch UBND tỉnh Lào Cai", "window_opens": "2026-11-24",
        "window_closes": "2027-01-23", "status": "valid",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("within", "on", "found"),
    [
        ("0", "2027-05-23", ["valid"]), ("0", "2027-05-22", []), ("1", "2027-05-22", ["valid"]),
        ("99999", "2027-05-24", []), ("99999", "2024-05-22", []), ("99999", "2024-05-23", ["valid"]),
    ],
)  # fmt: skip
def test_both_ends_count(cast, within, on, found):
    ends(cast, "Trà", date(2027, 5, 23))
    assert [one["status"] for one in lines("--within", within, "--on", on)] == found


def test_an_extension_has_its_own_last_day(cast):
    record_event(
        ends(cast, "Trà", date(2026, 9, 1)), kind="extended", on=date(2026, 9, 2), by=cast.hoa, at=cast.at
    )
    (found,) = lines("--within", "180", "--on", "2026-11-24")
    assert (found["status"], found["valid_until"]) == ("extended", "2027-02-28")


def test_a_listing_without_a_place_is_told_too(cast):
    recognition = ends(cast, "Trà", date(2027, 5, 23))
    Producer.objects.update(commune=None)
    list_anew([recognition.product_id])
    (found,) = lines("--within", "365", "--on", "2026-11-24")
    assert (found["place"], found["managed_by"]) == (None, None)


@pytest.mark.parametrize("wrong", [("--within", "-1"), ("--within", "x"), ("--within", "3", "--on", "30/11")])
def test_what_is_no_number_or_no_day_is_said(wrong):
    with pytest.raises(CommandError, match="is no"):
        lines(*wrong)
