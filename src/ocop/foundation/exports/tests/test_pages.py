"""The list's button, how far a file is, and the file on its way out."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from ocop.foundation.exports.making import make_waiting
from ocop.foundation.exports.models import Export
from ocop.foundation.exports.rules import KEPT, LATE
from ocop.foundation.exports.tests.conftest import LIST

ASK = "/tep-danh-sach/lam/"


@pytest.fixture
def browser(client, tuan):
    """Tuấn's."""
    client.force_login(tuan)
    return client


@pytest.fixture
def made(export) -> Export:
    """The file, made just now."""
    assert make_waiting(timezone.now) == 1
    export.refresh_from_db()
    return export


def address(export: Export) -> str:
    return reverse("exports:file", args=[export.pk])


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_long_list_has_a_button_and_a_short_one_its_link(browser, producers):
    page = browser.get(f"{LIST}?q=hop&trang=1").content.decode()
    assert f'action="{ASK}"' in page
    assert f'name="bang" value="{LIST}?q=hop"' in page
    assert "xuat=xlsx" not in page
    short = browser.get(f"{LIST}?q=cuong").content.decode()
    assert (ASK in short, "xuat=xlsx" in short) == (False, True)
    assert browser.get(f"{LIST}?q=cuong&xuat=xlsx").content[:2] == b"PK"


def test_the_old_address_of_a_long_file_shows_the_button_and_makes_nothing(browser, producers):
    answer = browser.get(f"{LIST}?q=hop&xuat=xlsx")
    assert (answer.status_code, Export.objects.count()) == (200, 0)
    assert f'name="bang" value="{LIST}?q=hop"' in answer.content.decode()


def test_two_clicks_lead_to_one_page(browser, producers):
    first, second = (browser.post(ASK, {"bang": LIST}) for _ in range(2))
    export = Export.objects.get()
    assert [first.url, second.url] == [f"/tep-danh-sach/{export.pk}/"] * 2


def test_the_page_says_how_far_it_is_with_and_without_javascript(browser, export):
    Export.objects.update(tries=1, worked_at=timezone.now(), done=2)
    page = browser.get(export.get_absolute_url()).content.decode()
    assert f'<a href="{export.get_absolute_url()}">Xem lại bây giờ</a>' in page
    assert '<progress value="2" max="3"></progress>' in page
    part = browser.get(export.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in part
    assert "<html" not in part


def test_the_page_stops_looking_when_the_file_is_there(browser, made):
    page = browser.get(made.get_absolute_url()).content.decode()
    assert ("Xem lại" in page, "hx-trigger" in page, address(made) in page) == (False, False, True)
    assert address(made) in browser.get("/tep-danh-sach/").content.decode()
    assert "Download the Excel file" in browser.get(f"/en{made.get_absolute_url()}").content.decode()


def test_it_says_what_went_wrong_and_when_nobody_works(browser, export):
    Export.objects.update(asked_at=timezone.now() - LATE)
    assert (
        "chương trình làm tệp của máy chủ đang dừng"
        in browser.get(export.get_absolute_url()).content.decode()
    )
    Export.objects.update(failed_at=timezone.now(), fault="killed")
    page = browser.get(export.get_absolute_url()).content.decode()
    assert "Máy chủ dừng giữa chừng" in page
    assert str(export.pk) in page


def test_the_file_whole_and_in_parts(browser, made):
    whole = browser.get(address(made), headers={"Accept-Encoding": "gzip"})
    content = body(whole)
    assert (whole.status_code, whole["Content-Length"], len(content)) == (200, str(made.size), made.size)
    assert whole["Content-Disposition"] == 'attachment; filename="chu-the.xlsx"'
    assert (whole["Cache-Control"], whole["Accept-Ranges"]) == ("private, no-store", "bytes")
    assert "Content-Encoding" not in whole
    part = browser.get(address(made), headers={"Range": "bytes=100-199", "If-Range": whole["ETag"]})
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 100-199/{made.size}")
    assert (body(part), part["Content-Length"]) == (content[100:200], "100")


def test_only_its_owner_has_it(client, cast, made):
    other = cast.person("thanh", "Lê Thanh")
    cast.appoint(other, "province_officer")
    client.force_login(other)
    for page in (address(made), made.get_absolute_url()):
        assert client.get(page).status_code == 404
    assert made.title not in client.get("/tep-danh-sach/").content.decode()


def test_whoever_lost_the_role_does_not_get_it_any_more(browser, tuan, made):
    tuan.appointments.update(ends_at=timezone.now())
    refused = browser.get(address(made))
    assert (refused.status_code, "Bạn không còn quyền" in refused.content.decode()) == (403, True)


def test_another_appointment_to_the_same_desk_is_another_ground(browser, cast, tuan, made):
    tuan.appointments.update(ends_at=timezone.now())
    cast.appoint(tuan, "province_officer")
    assert browser.get(LIST).status_code == 200
    assert browser.get(address(made)).status_code == 403


def test_it_is_not_there_before_it_is_made_nor_after_its_day(browser, export):
    assert browser.get(address(export)).status_code == 404
    make_waiting(timezone.now)
    assert browser.get(address(export)).status_code == 200
    Export.objects.update(asked_at=timezone.now() - KEPT - timedelta(hours=1), made_at=timezone.now() - KEPT)
    assert browser.get(address(export)).status_code == 404


@pytest.mark.parametrize("left", [None, b"torn"])
def test_a_file_that_the_storage_lost_is_not_handed_out(browser, made, left):
    default_storage.delete(made.key)
    if left:
        default_storage.save(made.key, ContentFile(left))
    assert browser.get(address(made)).status_code == 503
