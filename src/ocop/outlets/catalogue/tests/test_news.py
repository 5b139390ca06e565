"""News and guidance for everyone: what shows when, in which language, what never gets out."""

from __future__ import annotations

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ocop.casework.communication import acts
from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.tests.cast import ENGLISH, Newsroom
from ocop.foundation.ui.tests.markup import tight

HOSTILE = '<script>alert("x")</script>'


def titles(response: Any) -> list[str]:
    return [one.words.title for one in response.context["shown"]]


@pytest.fixture
def room(cast: Any) -> Newsroom:
    return Newsroom(cast, timezone.now())


@pytest.fixture
def shelf(room: Newsroom) -> SimpleNamespace:
    """Two pieces of news of two years, a guidance with English, one for tomorrow,
    one withdrawn, one draft.
    """
    today = timezone.localdate()
    old = room.published("Chè Shan ở hội chợ", on=today.replace(year=today.year - 1, day=1))
    new = room.published("Bưởi Múc lên kệ", body="Xem **ngay** [ở đây](https://laocai.gov.vn)", on=today)
    guide = room.published("Nộp hồ sơ", kind=NewsKind.GUIDANCE, on=today, **ENGLISH)
    room.published("Ngày mai", on=today + timedelta(days=1))
    gone = room.published("Đã gỡ", on=today)
    acts.withdraw_page(gone, reason="Nhầm.", by=room.phuc, at=room.at)
    room.page("Nháp")
    return SimpleNamespace(old=old, new=new, guide=guide, today=today)


def test_the_lists(client: Any, shelf: SimpleNamespace) -> None:
    both = ["Bưởi Múc lên kệ", "Chè Shan ở hội chợ"]
    for query, expected in {
        "": both,
        "?q=buoi muc": both[:1],
        "?q=BƯỞI": both[:1],
        f"?nam={shelf.today.year - 1}": both[1:],
        "?sap-xep=ten": both,
        "?nam=x&sap-xep=la&trang=99": both,
        "?q=khong co gi": [],
    }.items():
        assert (query, titles(client.get(f"/tin-tuc/{query}"))) == (query, expected)
    assert titles(client.get("/huong-dan/")) == ["Nộp hồ sơ"]


def test_only_what_is_published_has_a_page(client: Any, shelf: SimpleNamespace) -> None:
    status = {
        slug: client.get(f"/tin-tuc/{slug}/").status_code
        for slug in ("ngay-mai", "da-go", "nhap", "khong-co")
    }
    assert status == dict.fromkeys(status, 404)
    assert client.get("/tin-tuc/buoi-muc-len-ke/").status_code == 200


def test_a_page_has_one_address(client: Any, shelf: SimpleNamespace) -> None:
    assert client.get("/tin-tuc/nop-ho-so/").headers["Location"] == "/huong-dan/nop-ho-so/"
    assert client.get("/huong-dan/buoi-muc-len-ke/").headers["Location"] == "/tin-tuc/buoi-muc-len-ke/"
    assert client.get("/en/tin-tuc/nop-ho-so/").headers["Location"] == "/en/huong-dan/nop-ho-so/"


def test_other_sites_are_told_what_to_show(client: Any, room: Newsroom) -> None:
    page = room.page("Bưởi Múc", summary="Lên kệ ở Hà Nội")
    [picture] = acts.add_pictures(page, uploads=[room.photo()], caption="Vườn bưởi", by=room.phuc, at=room.at)
    acts.publish_page(page, publish_on=timezone.localdate(), by=room.phuc, at=room.at)
    body = client.get("/tin-tuc/buoi-muc/").content.decode()
    assert '<meta property="og:title" content="Bưởi Múc">' in body
    assert '<meta property="og:description" content="Lên kệ ở Hà Nội">' in body
    assert f'<meta property="og:image" content="{settings.SITE_ADDRESS}{picture.file.public_url}">' in body
    assert client.get(picture.file.public_url).status_code == 200
    acts.withdraw_page(page, reason="Nhầm.", by=room.phuc, at=room.at)
    assert client.get(picture.file.public_url).status_code == 404


def test_english_where_there_is_some(client: Any, shelf: SimpleNamespace) -> None:
    guide = client.get("/en/huong-dan/nop-ho-so/").content.decode()
    assert '<h1 lang="en">The second round opens</h1>' in guide
    assert "in Vietnamese only" not in guide
    news = client.get("/en/tin-tuc/buoi-muc-len-ke/").content.decode()
    assert ('<h1 lang="vi">Bưởi Múc lên kệ</h1>' in news, "in Vietnamese only" in news) == (True, True)


def test_links_out_are_marked_and_nothing_else_leaves(client: Any, shelf: SimpleNamespace) -> None:
    body = tight(client.get("/tin-tuc/buoi-muc-len-ke/").content.decode())
    shown = body[body.index("<body") :]  # the head says the page's own address
    outside = re.findall(r'<(\w+)[^>]*(?:src|href)="https?://([^"]+)"([^>]*)', shown)
    assert outside == [("a", "laocai.gov.vn", ' rel="nofollow noopener external"')]


def test_hostile_words_are_escaped(client: Any, room: Newsroom) -> None:
    room.published(HOSTILE, f'{HOSTILE}\n\n[x" onclick="y](https://a.vn/"onclick=)', summary=HOSTILE)
    slug = room.published("An toàn").slug
    for address in (
        "/",
        "/tin-tuc/",
        "/tin-tuc/script-alert-x-script/",
        f"/tin-tuc/{slug}/",
        f"/tin-tuc/?q={HOSTILE}",
    ):
        body = client.get(address).content.decode()
        assert (address, "<script>alert" in body, re.findall(r"<[^>]*\sonclick=", body)) == (
            address,
            False,
            [],
        )


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_page_sets_a_cookie(client: Any, shelf: SimpleNamespace, prefix: str) -> None:
    for address in ("/", "/tin-tuc/", "/huong-dan/", "/tin-tuc/buoi-muc-len-ke/", "/huong-dan/nop-ho-so/"):
        response = client.get(prefix + address)
        assert (address, response.status_code, response.cookies.output()) == (address, 200, "")
        assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]


def test_empty_lists_say_what_will_be_there(client: Any, db: None) -> None:
    assert "Chưa có bài nào" in client.get("/tin-tuc/").content.decode()
    assert "Tin và hướng dẫn mới" not in client.get("/").content.decode()


def test_the_home_shows_the_newest(client: Any, shelf: SimpleNamespace) -> None:
    shown = [one.words.title for one in client.get("/").context["latest"]]
    assert shown == ["Nộp hồ sơ", "Bưởi Múc lên kệ", "Chè Shan ở hội chợ"]


def test_the_map_of_the_site(client: Any, shelf: SimpleNamespace, settings: Any) -> None:
    listed = re.findall("<loc>([^<]+)</loc>", client.get("/sitemap.xml").getvalue().decode())
    paths = {one.removeprefix(settings.SITE_ADDRESS) for one in listed}
    assert {path for path in paths if path.startswith(("/tin-tuc/", "/huong-dan/"))} == {
        "/tin-tuc/", "/huong-dan/", "/tin-tuc/che-shan-o-hoi-cho/", "/tin-tuc/buoi-muc-len-ke/",
        "/huong-dan/nop-ho-so/",
    }  # fmt: skip


def test_lists_ask_the_same_of_few_rows_and_of_many(client: Any, room: Newsroom) -> None:
    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as context:
            assert client.get(address).status_code == 200
        return len(context)

    addresses = ["/tin-tuc/", "/tin-tuc/bai-0/", "/sitemap.xml", "/"]
    for number in range(5):
        page = room.page(f"Bài {number}")
        acts.add_pictures(page, uploads=[room.photo()], caption="Vườn", by=room.phuc, at=room.at)
        acts.publish_page(page, publish_on=timezone.localdate(), by=room.phuc, at=room.at)
    few = [queries(one) for one in addresses]
    for number in range(5, 30):
        room.published(f"Bài {number}", on=timezone.localdate())
    assert [queries(one) for one in addresses] == few
    assert len(client.get("/tin-tuc/").context["shown"]) == 12
