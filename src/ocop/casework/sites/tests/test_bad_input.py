"""What does not make sense gets a sentence, on the page, and nothing of what was typed is lost."""

from __future__ import annotations

import pytest

from ocop.casework.sites.models import BuyLink, SitePhoto
from ocop.casework.sites.rules import LONGEST_STORY, MOST_PHOTOS
from ocop.casework.sites.tests.cast import Sites
from ocop.registers.products.tests.conftest import photo_file


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("javascript:alert(1)", "Địa chỉ phải bắt đầu bằng https:// hoặc http://."),
        ("http://192.168.1.10/dua", "Địa chỉ này chỉ mở được trong mạng riêng."),
        ("http://localhost/dua", "Địa chỉ này chỉ mở được trong mạng riêng."),
        ("https://", "Chưa đọc được địa chỉ này."),
    ],
)
def test_a_place_to_buy_that_is_none(sites: Sites, client, url, sentence):
    sites.opened()
    client.force_login(sites.lan)
    answer = client.post(f"/trang-web/{sites.producer.slug}/them-noi-ban/", {"shop": "own", "url": url})
    assert (answer.status_code // 100, sentence in answer.text, url in answer.text) == (4, True, True)
    assert not BuyLink.objects.exists()


def test_a_story_of_fifty_thousand_letters(sites: Sites, client):
    site = sites.opened()
    client.force_login(sites.lan)
    told = {"tagline": "Dứa", "story": "a" * 50_000, "look": "paper"}
    answer = client.post(f"/trang-web/{sites.producer.slug}/sua/", told)
    assert (answer.status_code, "50" in str(answer.context["form"].errors["story"])) == (422, True)
    assert "a" * 50_000 in answer.text
    site.refresh_from_db()
    assert len(site.story) < LONGEST_STORY


def test_a_gallery_of_two_hundred_photographs(sites: Sites, client):
    site = sites.opened()
    client.force_login(sites.lan)
    page = f"/trang-web/{sites.producer.slug}/them-anh/"
    many = client.post(page, {"photos": [photo_file(f"{n}.jpg") for n in range(200)], "caption": ""})
    assert (many.status_code, site.photos.count()) == (413, 0)
    assert client.post(page, {"photos": [photo_file()], "caption": ""}).status_code == 302
    file = site.photos.get().file
    SitePhoto.objects.bulk_create(SitePhoto(site=site, file=file) for _ in range(MOST_PHOTOS - 1))
    answer = client.post(page, {"photos": [photo_file()], "caption": ""})
    assert answer.status_code // 100 == 4
    assert str(MOST_PHOTOS) in answer.text
    assert site.photos.count() == MOST_PHOTOS


def test_a_bar_code_with_a_wrong_last_digit(sites: Sites, client):
    client.force_login(sites.lan)
    page = f"/san-pham-cua-toi/{sites.product.slug}/sua/ma-vach/"
    answer = client.post(page, {"gtin": "8936000000012"})
    assert (answer.status_code, "Mã vạch này không đúng." in answer.text) == (422, True)
    assert "8936000000012" in answer.text
    shopper = client.get("/01/8936000000012")
    assert (shopper.status_code, "chữ số cuối không khớp" in shopper.text) == (404, True)
