"""The pages of products: who sees them, and the whole way of registering one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ocop.foundation.accounts.rules import Role
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.selectors import programme_province
from ocop.registers.products.models import Photo, Product
from ocop.registers.products.tests.conftest import photo_file

OWN = ["", "sua/ten/", "sua/mo-ta/", "sua/cau-chuyen/", "sua/ma-vach/", "nhom/", "nhom/I.1.a/", "anh/"]


@pytest.fixture
def cast_at_work(cast, minh, tuan, pineapple, programme):
    """Everybody, so that each page can be asked by each."""
    cast.appoint(cast.hoa, Role.LEADER)
    return {"lan": cast.lan, "minh": minh, "tuan": tuan, "hoa": cast.hoa, "quang": cast.quang}


@pytest.mark.parametrize("page", OWN)
@pytest.mark.parametrize(
    ("who", "status"), [("lan", 200), ("minh", 200), ("tuan", 200), ("hoa", 403), ("quang", 404), (None, 302)]
)
def test_who_opens_a_products_pages(client, cast_at_work, pineapple, page, who, status):
    if who:
        client.force_login(cast_at_work[who])
    expected = 200 if (who, page) == ("hoa", "") else status
    assert client.get(f"/san-pham-cua-toi/{pineapple.slug}/{page}").status_code == expected


@pytest.mark.parametrize(
    ("who", "status"), [("lan", 403), ("minh", 200), ("tuan", 200), ("hoa", 200), ("quang", 403), (None, 302)]
)
def test_who_opens_the_list(client, cast_at_work, who, status):
    if who:
        client.force_login(cast_at_work[who])
    assert client.get("/danh-ba/san-pham/").status_code == status


def test_the_classification_by_steps(client, cast, htx, programme):
    client.force_login(cast.lan)
    start = f"/san-pham-cua-toi/moi/{htx.slug}/"
    assert client.get("/san-pham-cua-toi/moi/").url == start

    def offered(query=""):
        return [choice.url for choice in client.get(start + query).context["choices"]]

    assert offered() == ["?nhom=I", "?nhom=II", "?nhom=III", "?nhom=IV", "?nhom=V", f"{start}VI.1/"]
    assert offered("?nhom=I") == [*(f"?nhom=I.{n}" for n in range(1, 6)), f"{start}I.6/"]
    assert offered("?nhom=I.5") == [f"{start}I.5.a/", f"{start}I.5.b/"]
    assert offered("?q=dua say") == [f"{start}I.3.c/"]
    assert client.get(f"{start}?nhom=IX").status_code == 404
    assert client.get(f"{start}IX.9/").status_code == 404


def test_registering_a_product(client, cast, htx, programme):
    client.force_login(cast.lan)
    answer = client.post(
        f"/san-pham-cua-toi/moi/{htx.slug}/I.1.a/", {"name": "Dứa quả Bản Lầu", "net_content": "1 kg"}
    )
    made = Product.objects.get()
    assert answer.url == f"/san-pham-cua-toi/{made.slug}/anh/"
    assert (made.set_number, made.leaf, made.regulation_code, made.source) == (
        1,
        "I.1.a",
        "qd-26-2026",
        "self",
    )
    sent = {"kind": "product", "photos": [photo_file("a.jpg"), photo_file("b.jpg", "yellow")]}
    assert client.post(answer.url, sent).url == answer.url
    assert client.get(answer.url).status_code == 200
    page = f"/san-pham-cua-toi/{made.slug}/"
    assert client.post(f"{page}sua/mo-ta/", {"description": "Dứa chín."}).url == page
    shown = client.get(page).content.decode()
    assert f"/ho-so/moi/{made.slug}/" in shown
    assert made.photos.count() == 2


def test_the_step_to_another_set_closes_while_a_dossier_rests_on_it(client, cast, pineapple, programme, at):
    from ocop.casework.dossiers.acts import open_dossier

    client.force_login(cast.lan)
    page = f"/san-pham-cua-toi/{pineapple.slug}/"

    def offered():
        return [step.url for step in client.get(page).context["steps"] if step.url.endswith("/nhom/")]

    assert offered() == [f"{page}nhom/"]
    open_dossier(product=pineapple, by=cast.lan, at=at)
    assert offered() == []
    assert "Một hồ sơ đang làm theo bộ tiêu chí của nhóm hiện nay." in client.get(page).content.decode()
    assert client.get(f"{page}nhom/").status_code == 403


def test_a_bad_photo_is_refused_in_words_and_the_good_one_waits(client, cast, pineapple, programme):
    client.force_login(cast.lan)
    bad = SimpleUploadedFile("virus.jpg", b"MZ not a picture", "image/jpeg")
    answer = client.post(
        f"/san-pham-cua-toi/{pineapple.slug}/anh/", {"kind": "product", "photos": [photo_file(), bad]}
    )
    assert (answer.status_code, Photo.objects.count()) == (422, 0)
    assert "virus.jpg" in str(answer.context["form"].errors["photos"])


def test_photos_sent_one_by_one_are_stored_once_each_and_told_together(client, cast, pineapple, programme):
    client.force_login(cast.lan)
    page = f"/san-pham-cua-toi/{pineapple.slug}/anh/"

    def send(name: str, earlier: int, rest: int) -> None:
        notes = {"keep-operation": f"operation-{name[0]}", "keep-earlier": earlier, "keep-rest": rest}
        sent = {"kind": "product", "photos": [photo_file(name)], **notes}
        assert client.post(page, sent, headers={"X-Requested-With": "whole"}).json() == {"go": page}

    send("a.jpg", 0, 1)
    send("a.jpg", 0, 1)  # its answer was lost
    send("b.jpg", 1, 0)
    assert [photo.file.name for photo in pineapple.photos.all()] == ["a.jpg", "b.jpg"]
    assert [str(one) for one in client.get(page).context["messages"]] == ["Đã thêm 2 ảnh."]


def test_photos_are_described_ordered_and_taken_away(client, cast, pineapple, programme):
    client.force_login(cast.lan)
    page = f"/san-pham-cua-toi/{pineapple.slug}/anh/"
    client.post(page, {"kind": "product", "photos": [photo_file("a.jpg"), photo_file("b.jpg", "red")]})
    first, second = pineapple.photos.all()
    client.post(f"{page}{second.pk}/", {"kind": "label", "caption": "Nhãn"})
    client.post(f"{page}{second.pk}/doi-cho/", {"len": "1"})
    assert list(pineapple.photos.values_list("caption", "kind")) == [("Nhãn", "label"), ("", "product")]
    assert client.get(f"{page}{first.pk}/bo/").status_code == 200
    client.post(f"{page}{first.pk}/bo/")
    assert list(pineapple.photos.filter(is_withdrawn=False)) == [second]
    assert client.get(f"{page}{first.pk}/bo/").status_code == 404


def test_a_producer_of_the_wrong_kind_is_warned(client, cast, programme, at):
    fields = {
        "name": "Hội chè",
        "legal_form": "association",
        "registration_no": "H1",
        "commune": cast.commune,
    }
    register_producer(fields=fields, representative=None, by=cast.quang, at=at)
    client.force_login(cast.quang)
    tea = client.get("/san-pham-cua-toi/moi/hoi-che/I.5.a/").content.decode()
    tourism = client.get("/san-pham-cua-toi/moi/hoi-che/VI.1/").content.decode()
    sentence = "chỉ đăng ký được dịch vụ du lịch"
    assert (sentence in tea, sentence in tourism) == (True, False)


@pytest.mark.parametrize(
    ("gtin", "status"), [("8936 0000 0001 1", 302), ("8936000000018", 422), ("12", 422), ("", 302)]
)
def test_bar_codes(client, cast, pineapple, programme, gtin, status):
    client.force_login(cast.lan)
    answer = client.post(f"/san-pham-cua-toi/{pineapple.slug}/sua/ma-vach/", {"gtin": gtin})
    assert answer.status_code == status


def test_reclassifying(client, cast, pineapple, programme):
    client.force_login(cast.lan)
    client.post(f"/san-pham-cua-toi/{pineapple.slug}/nhom/I.3.c/")
    pineapple.refresh_from_db()
    assert (pineapple.leaf, pineapple.set_number) == ("I.3.c", 7)


def test_hostile_names_stay_text(client, cast, htx, programme, tuan):
    client.force_login(cast.lan)
    client.post(f"/san-pham-cua-toi/moi/{htx.slug}/I.1.a/", {"name": '"><img src=x onerror=alert(1)>'})
    made = Product.objects.get()
    addresses = ["/san-pham-cua-toi/", made.get_absolute_url(), htx.get_absolute_url()]
    assert ["<img src=x" in client.get(address).content.decode() for address in addresses] == [False] * 3
    client.force_login(tuan)
    assert "<img src=x" not in client.get("/danh-ba/san-pham/").content.decode()


def test_the_page_of_a_producer_shows_its_products(client, cast, htx, programme, pineapple):
    client.force_login(cast.lan)
    answer = client.get(htx.get_absolute_url())
    assert answer.context["products"] == [pineapple]
    assert f'href="{pineapple.get_absolute_url()}"' in answer.content.decode()
    assert programme_province() == programme.province.code == "15"


def test_english_pages(client, cast, pineapple, programme):
    client.force_login(cast.lan)
    start = f"/en/san-pham-cua-toi/moi/{pineapple.producer.slug}/"
    addresses = ["/en/san-pham-cua-toi/", f"/en{pineapple.get_absolute_url()}", start, f"{start}I.1.a/"]
    assert [client.get(address).status_code for address in addresses] == [200] * 4


def test_the_months_of_a_product_are_ticked_and_shown_again(client, cast, pineapple, programme):
    client.force_login(cast.lan)
    page = f"/san-pham-cua-toi/{pineapple.slug}/"
    assert client.post(f"{page}sua/mua-vu/", {"months": ["4", "5"]}).url == page
    pineapple.refresh_from_db()
    assert (pineapple.months, pineapple.listing.months) == (0b11000, 0b11000)
    assert client.get(f"{page}sua/mua-vu/").content.decode().count("checked") == 2
    assert client.post(f"{page}sua/mua-vu/", {"months": ["13"]}).status_code == 422
