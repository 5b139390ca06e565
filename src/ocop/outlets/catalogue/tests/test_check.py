"""The page behind the QR code: what it says in every status, how forgiving it is, how light it is."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from ocop.casework.certificates.models import Certificate, DecisionItem
from ocop.casework.certificates.tests.many import certificates, many
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import store
from ocop.kernel.codes import grouped
from ocop.registers.products.models import Photo, Recognition
from ocop.registers.products.writes import list_anew, record_event

BUDGET = 30_000


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def certificate(code: str) -> Certificate:
    return Certificate.objects.get(code=code)


def happens(code: str, kind: str, on: date) -> None:
    """An act of an office on the recognition behind a certificate."""
    by = Person.objects.get(username="nguoi-ky")
    record_event(certificate(code).recognition, kind=kind, on=on, by=by, at=timezone.now())


def rewritten(code: str, **printed: str) -> None:
    """What was printed, changed by hand, and everything that is kept of it written anew."""
    row = certificate(code)
    DecisionItem.objects.filter(pk=row.decision_item_id).update(printed=printed)
    look_up_anew([row.product_id])


def test_it_names_the_exact_product_and_its_papers(client, code):
    response = client.get(f"/xac-minh/{code}/")
    text = text_of(response)
    row = certificate(code)
    assert response.status_code == 200
    for fact in (
        "Còn hiệu lực", row.product.name, row.product.producer.name, "xã Bản Lầu, tỉnh Lào Cai", "OCOP 3 sao",
        "số 512-MH/QĐ-UBND", f"ngày {row.valid_from:%d/%m/%Y}", "Chủ tịch UBND tỉnh Lào Cai",
        row.product_code,
        grouped(code), f"đến hết ngày {row.expires_on:%d/%m/%Y}", "(minh hoạ)",
        "Mã này chỉ dùng cho đúng sản phẩm",
    ):  # fmt: skip
        assert fact in text


@pytest.mark.parametrize(
    "spell", [str.lower, grouped, lambda c: grouped(c).lower(), " ".join, lambda c: c.replace("0", "O")]
)
def test_a_code_is_read_however_it_is_typed(client, code, spell):
    assert client.get(f"/xac-minh/{spell(code)}/").status_code == 200


@pytest.mark.parametrize("address", ["/v/{}", "/v/{}/", "/V/{}", "/V/{}/", "/en/v/{}", "/en/xac-minh/{}/"])
def test_every_address_of_a_code_answers_at_once(client, code, address):
    response = client.get(address.format(code))
    assert (response.status_code, response.context["certificate"].code) == (200, code)


@pytest.mark.parametrize("address", ["/xac-minh/{}/", "/v/{}", "/en/v/{}"])
def test_no_answer_is_kept_longer_than_a_minute(client, code, address):
    for typed, status in ((code, 200), ("0" * 16, 404), ("khong-phai-ma", 404)):
        for more in (
            {},
            {"HTTP_IF_NONE_MATCH": "*", "HTTP_IF_MODIFIED_SINCE": "Tue, 01 Dec 2099 00:00:00 GMT"},
        ):
            response = client.get(address.format(typed), **more)
            assert (response.status_code, response["Cache-Control"]) == (status, "public, max-age=60")


def test_one_and_zero_may_be_typed_as_letters(client, ban_lau):
    code = many(1, ban_lau)[0]
    Certificate.objects.filter(code=code).update(code="0123456789ABCDE1")
    look_up_anew([certificate("0123456789ABCDE1").product_id])
    assert client.get("/xac-minh/OI23-4567-89ab-cdel/").context["certificate"].code == "0123456789ABCDE1"


STATUSES = [
    ("revoked", "Đã thu hồi", "bad"),
    ("annulled", "Đã huỷ bỏ", "bad"),
    ("replaced", "Đã thay thế", "warn"),
]


@pytest.mark.parametrize(("kind", "word", "look"), STATUSES)
def test_what_ended_says_so_and_since_when(client, code, kind, word, look):
    today = timezone.localdate()
    happens(code, kind, today)
    response = client.get(f"/xac-minh/{code}/")
    assert f"{word} từ ngày {today:%d/%m/%Y}" in text_of(response)
    assert f'class="status status-{look}"' in response.content.decode()
    assert "hiện không có hiệu lực" in text_of(response)


def test_an_expired_certificate_says_so(client, ban_lau, today):
    signed = today.replace(year=today.year - 4, day=1)
    code = certificates(1, ban_lau, signed, timezone.now())[0]
    text = text_of(client.get(f"/xac-minh/{code}/"))
    assert f"Hết hạn chỉ có hiệu lực đến hết ngày {certificate(code).expires_on:%d/%m/%Y}" in text
    assert "Còn hiệu lực" not in text


def test_an_extended_certificate_names_its_hard_stop(client, ban_lau, today):
    code = certificates(1, ban_lau, today, timezone.now())[0]
    expired = today - timedelta(days=10)
    row = certificate(code).recognition
    row.valid_from, row.expires_on = expired - timedelta(days=900), expired
    row.save()
    happens(code, "extended", expired)
    stop = expired + timedelta(days=180)
    text = text_of(client.get(f"/xac-minh/{code}/"))
    assert f"Đang kéo dài chờ đánh giá lại, muộn nhất đến hết ngày {stop:%d/%m/%Y}" in text


def test_a_certificate_of_tomorrow_is_not_valid_today(client, ban_lau, today):
    tomorrow = today + timedelta(days=1)
    code = certificates(1, ban_lau, tomorrow, timezone.now())[0]
    text = text_of(client.get(f"/xac-minh/{code}/"))
    assert f"Chưa có hiệu lực có hiệu lực từ ngày {tomorrow:%d/%m/%Y}" in text


def test_a_replaced_certificate_leads_to_the_new_one(client, ban_lau, today):
    old, new = many(2, ban_lau)
    Certificate.objects.filter(code=new).update(product=certificate(old).product)
    happens(old, "replaced", today)
    assert f'href="/xac-minh/{new}/"' in client.get(f"/xac-minh/{old}/").content.decode()


def test_a_code_that_was_never_issued_is_not_found_and_says_so(client, code):
    response = client.get("/xac-minh/0000000000000000/")
    assert response.status_code == 404
    assert "Không có trong hệ thống chưa từng cấp mã này" in text_of(response)


@pytest.mark.parametrize("typed", ["abc", "U" * 16, "1" * 17, "đây-không-phải-mã"])
def test_a_malformed_code_is_not_found_and_says_what_a_code_is(client, db, typed):
    response = client.get(f"/xac-minh/{typed}/")
    assert response.status_code == 404
    assert "đúng 16 chữ và số" in text_of(response)


def test_a_hostile_code_is_shown_as_text(client, db):
    response = client.get("/xac-minh/", {"ma": '"><script>alert(1)</script>'})
    assert response.status_code == 404
    assert "<script>alert" not in response.content.decode()


def test_the_form_leads_to_the_certificate(client, code):
    assert client.get("/xac-minh/").status_code == 200
    assert client.get("/xac-minh/", {"ma": grouped(code).lower()}).url == f"/xac-minh/{code}/"


OLD = "10-086-02923-1-2022"
PATHS = ("/xac-minh/{}/", "/xac-minh/{}./", "/en/xac-minh/{}/", "/v/{}", "/V/{}.")


@pytest.mark.parametrize("product_code", ["15-02788-1-2026", OLD])
def test_codes_of_four_and_of_five_parts_are_read_in_every_path(client, code, product_code):
    """Those of certificates too; however they are copied. What everyone may not know is not found."""
    Recognition.objects.filter(certificate_code=code).update(product_code=product_code)
    spelled = (code, grouped(code), product_code, product_code.replace("-", " – "), f" {product_code} ;")
    for typed in spelled:
        for path in PATHS:
            answer = client.get(path.format(typed))
            assert (answer.status_code, answer.context["certificate"].code) == (200, code), (path, typed)
        assert client.get("/xac-minh/", {"ma": typed}).url == f"/xac-minh/{code}/"
        found = client.get("/san-pham/", {"q": f" {typed}."}, follow=True)
        assert found.context["certificate"].code == code
        assert [one["name"] for one in client.get("/api/v1/products/", {"q": typed}).json()["items"]] == [
            certificate(code).product.name
        ]
    Recognition.objects.filter(certificate_code=code).update(status_code="council_result")
    assert client.get(f"/xac-minh/{product_code}/").status_code == 404


def test_a_product_code_without_a_certificate_leads_to_its_product(client, register):
    product = register.recognised("Chè dây", 3, 2022).product
    Recognition.objects.filter(product=product).update(product_code=OLD)
    for address in (f"/xac-minh/{OLD}/", f"/xac-minh/?ma={OLD}.", f"/v/{OLD}"):
        assert client.get(address).url == f"/san-pham/{product.slug}/"
    assert client.get("/san-pham/", {"q": OLD}, follow=True).context["product"] == product


@pytest.mark.parametrize("typed", [OLD, "15-02788-7-2026", "0123-4567-89AB-CDEF"])
def test_a_code_that_was_never_given_says_so_in_every_search(client, code, typed):
    for answer in (client.get(f"/xac-minh/{typed}./"), client.get("/san-pham/", {"q": typed}, follow=True)):
        assert answer.status_code == 404
        assert "chưa từng cấp mã này" in text_of(answer)


def test_a_long_word_is_no_code(client, register):
    """Sixteen letters read as a code of a certificate; without a digit they are a word of a product."""
    register.recognised("Kachanchangmatday", 3, 2022)
    answer = client.get("/san-pham/", {"q": "kachanchangmatda"})
    assert (answer.status_code, len(answer.context["cards"])) == (200, 1)


def test_a_product_code_leads_to_its_certificate(client, code):
    assert client.get("/xac-minh/", {"ma": certificate(code).product_code}).url == f"/xac-minh/{code}/"
    assert client.get("/xac-minh/", {"ma": "15-02788-999-2026"}).status_code == 404


def test_hostile_names_are_escaped(client, code):
    product = certificate(code).product
    product.name = '<img src=x onerror="alert(1)">'
    product.save()
    list_anew([product.pk])
    body = client.get(f"/xac-minh/{code}/").content.decode()
    assert "<img src=x" not in body
    assert "&lt;img src=x" in body


def test_it_speaks_english(client, code):
    response = client.get(f"/en/xac-minh/{code}/")
    assert '<html lang="en">' in response.content.decode()
    assert "Valid until and including" in text_of(response)


@pytest.mark.parametrize("address", ["/xac-minh/{}/", "/en/xac-minh/{}/", "/v/{}"])
def test_it_is_light_without_cookies_and_without_others(client, code, address):
    response = client.get(address.format(code))
    body = response.content.decode()
    assert response.cookies.output() == ""
    parts = re.findall(r'(?:href|src)="(?:/static/)([^"#]+)', body)
    assert sorted(set(parts)) == ["ui/css/check.css", "ui/js/ease.js", "ui/logo.svg"]
    weight = len(response.content) + sum(Path(finders.find(part)).stat().st_size for part in set(parts))
    assert weight < BUDGET
    assert re.findall(r"<script[^>]*>", body) == ['<script src="/static/ui/js/ease.js" type="module">']
    assert "style=" not in body
    outside = [
        url for url in re.findall(r'https?://[^"\s<]+', body) if not url.startswith("http://localhost:8000/")
    ]
    assert outside == []


def test_a_scan_asks_one_thing_whether_the_code_was_given_or_not(client, ban_lau, django_assert_num_queries):
    for count in (1, 200):
        code = many(count, ban_lau)[-1]
        for asked, status in ((code, 200), (code[::-1], 404)):
            with django_assert_num_queries(1):
                assert client.get(f"/xac-minh/{asked}/").status_code == status


def test_it_expires_at_midnight_without_anybodys_doing(client, code, monkeypatch):
    last = datetime.combine(
        certificate(code).expires_on, time(23, 59), tzinfo=timezone.get_default_timezone()
    )
    for moment, word in ((last, "Còn hiệu lực"), (last + timedelta(minutes=1), "Hết hạn")):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        assert word in text_of(client.get(f"/xac-minh/{code}/"))


def test_nobody_is_asked_for_and_nothing_is_kept_of_who_scans(client, code, cast):
    client.force_login(cast.lan)
    response = client.get(f"/xac-minh/{code}/")
    assert not response.wsgi_request.session.accessed
    assert (response["Cache-Control"], response["Vary"]) == (
        "public, max-age=60", "Accept-Language, Accept-Encoding",
    )  # fmt: skip


def test_the_photograph_on_a_certificate_stays_when_the_product_page_drops_it(client, code, cast, at):
    row = certificate(code)
    image = Image.new("RGB", (64, 48), "green")
    content = io.BytesIO()
    image.save(content, "PNG")
    file = store(ContentFile(content.getvalue(), name="dua.png"), owner="products.photo", by=cast.lan, at=at)
    photo = Photo.objects.create(product=row.product, file=file, kind="product")
    DecisionItem.objects.filter(pk=row.decision_item_id).update(photo=file)
    Photo.objects.filter(pk=photo.pk).update(is_withdrawn=True)
    look_up_anew([row.product_id])
    body = client.get(f"/xac-minh/{code}/").content.decode()
    assert f'<img class="photo" src="{file.public_thumb_url}"' in body
    assert f'<meta property="og:image" content="http://localhost:8000{file.public_url}">' in body
    assert client.get(file.public_thumb_url).status_code == 200
    assert client.get(f"/san-pham/{row.product.slug}/").context["card"].photo is None


def test_a_withdrawn_photograph_of_no_certificate_is_not_public(client, code, cast, at):
    content = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(content, "PNG")
    file = store(ContentFile(content.getvalue(), name="khac.png"), owner="products.photo", by=cast.lan, at=at)
    Photo.objects.create(product=certificate(code).product, file=file, kind="product", is_withdrawn=True)
    assert client.get(file.public_thumb_url).status_code == 404


def test_names_are_those_that_were_printed(client, code):
    row = certificate(code)
    rewritten(code, product="Dứa như đã ký", producer="Hợp tác xã như đã ký")
    text = text_of(client.get(f"/xac-minh/{code}/"))
    assert "Dứa như đã ký (minh hoạ) Hợp tác xã như đã ký" in text
    assert row.product.name not in text


def test_nothing_is_written_by_post(client, code):
    assert client.post(f"/xac-minh/{code}/").status_code == 405
