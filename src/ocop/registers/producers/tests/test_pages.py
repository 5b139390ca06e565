"""The pages of producers: who sees them, and the whole way of registering one."""

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.registers.producers.models import Producer

OWN = ["", "sua/ten/", "sua/giay-dang-ky/", "sua/dia-chi/", "sua/nguoi-dai-dien/", "sua/lien-he/",
"sua/gioi-thieu/",
       "nguoi-lam-thay/", "nguoi-lam-thay/them/"]  # fmt: skip


@pytest.fixture
def cast_at_work(cast, minh, tuan, htx, programme):
    """Everybody, so that each page can be asked by each."""
    cast.appoint(cast.hoa, Role.LEADER)
    return {"lan": cast.lan, "minh": minh, "tuan": tuan, "hoa": cast.hoa, "quang": cast.quang}


@pytest.mark.parametrize("page", OWN)
@pytest.mark.parametrize(
    ("who", "status"), [("lan", 200), ("minh", 200), ("tuan", 200), ("hoa", 403), ("quang", 404), (None, 302)]
)
def test_who_opens_a_producers_pages(client, cast_at_work, htx, page, who, status):
    if who:
        client.force_login(cast_at_work[who])
    expected = 200 if (who, page) == ("hoa", "") else status
    assert client.get(f"/chu-the-cua-toi/{htx.slug}/{page}").status_code == expected


@pytest.mark.parametrize(
    ("who", "status"), [("lan", 403), ("minh", 200), ("tuan", 200), ("hoa", 200), ("quang", 403), (None, 302)]
)
def test_who_opens_the_list(client, cast_at_work, who, status):
    if who:
        client.force_login(cast_at_work[who])
    assert client.get("/danh-ba/chu-the/").status_code == status


def test_a_leader_does_not_see_the_representative(client, cast_at_work, htx):
    client.force_login(cast_at_work["hoa"])
    assert "Người đại diện pháp luật" not in client.get(f"/chu-the-cua-toi/{htx.slug}/").content.decode()


def test_registering_step_by_step(client, cast, programme):
    client.force_login(cast.quang)
    assert client.get("/chu-the-cua-toi/dang-ky/").status_code == 200
    answer = client.post("/chu-the-cua-toi/dang-ky/ho-kinh-doanh/", {"name": " Hộ  Đỗ Quang "})
    steps = [
        (
            "giay-dang-ky",
            {"registration_no": "10A8001", "registered_on": "1/3/2024", "registration_issuer": "Xã"},
        ),
        ("dia-chi", {"commune-tim": "ban lau", "address": "Thôn Na Lốc"}),
        ("nguoi-dai-dien", {"full_name": "Đỗ Quang", "sex": "Nam", "is_disabled": "False"}),
        ("lien-he", {"phone": "+84 912 345 679", "website": "quang.vn", "is_public": "on"}),
        ("gioi-thieu", {"history": "Lập năm 2010."}),
    ]
    for word, data in steps:
        assert answer.url == f"/chu-the-cua-toi/ho-do-quang/sua/{word}/?tiep=1"
        assert client.get(answer.url).status_code == 200
        answer = client.post(answer.url, data)
    assert answer.url == "/chu-the-cua-toi/ho-do-quang/"
    made = Producer.objects.get()
    assert (made.name, made.legal_form, made.phone, made.website, made.commune, made.registration_no) == (
        "Hộ Đỗ Quang", "household", "0912345679", "https://quang.vn", cast.commune, "10A8001",
    )  # fmt: skip
    assert (made.source, made.representative.full_name, made.representative.is_disabled) == (
        "self",
        "Đỗ Quang",
        False,
    )
    assert made.contact_is_public_since is not None
    page = client.get(answer.url).content.decode()
    assert "Đủ thông tin" in page
    assert client.get("/chu-the-cua-toi/").url == answer.url


def test_an_enterprise_says_its_size(client, cast, programme):
    client.force_login(cast.quang)
    address = "/chu-the-cua-toi/dang-ky/cong-ty-tnhh/"
    refused = client.post(address, {"name": "Công ty Quang"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["enterprise_size"])
    client.post(address, {"name": "Công ty Quang", "enterprise_size": "small"})
    assert Producer.objects.get().enterprise_size == "small"


def test_a_name_that_looks_alike_is_asked_about(client, cast, programme, htx):
    client.force_login(cast.quang)
    address = "/chu-the-cua-toi/dang-ky/hop-tac-xa/"
    asked = client.post(address, {"name": "HTX Ban Lau"})
    assert (asked.status_code, Producer.objects.count()) == (422, 1)
    assert "Hợp tác xã Bản Lầu" in asked.content.decode()
    assert client.post(address, {"name": "HTX Ban Lau", "is_another": "on"}).status_code == 302
    assert Producer.objects.count() == 2


def test_the_hint_while_typing(client, cast, htx):
    client.force_login(cast.quang)
    hint = client.get("/chu-the-cua-toi/dang-ky/giong-ten/", {"name": "htx ban lau"}).content.decode()
    assert "Hợp tác xã Bản Lầu" in hint
    assert (
        client.get("/chu-the-cua-toi/dang-ky/giong-ten/", {"name": "Chè Suối Giàng"}).content.strip() == b""
    )


def test_an_officer_enters_a_producer_of_the_own_commune(client, cast, minh, programme):
    client.force_login(minh)
    client.post("/chu-the-cua-toi/dang-ky/ho-kinh-doanh/", {"name": "Hộ Lý A Sài"})
    made = Producer.objects.get()
    assert (made.source, made.commune, made.representations.count()) == ("office", cast.commune, 0)


def test_a_refusal_keeps_what_was_typed(client, cast, programme, htx):
    client.force_login(cast.quang)
    client.post("/chu-the-cua-toi/dang-ky/ho-kinh-doanh/", {"name": "Hộ Quang"})
    answer = client.post(
        "/chu-the-cua-toi/ho-quang/sua/giay-dang-ky/", {"registration_no": htx.registration_no}
    )
    page = answer.content.decode()
    shown = [htx.registration_no in page, "đã thuộc về Hợp tác xã Bản Lầu" in page]
    assert (answer.status_code, shown) == (422, [True, True])


def test_entitling_and_ending(client, cast, programme, htx):
    client.force_login(cast.lan)
    people = f"/chu-the-cua-toi/{htx.slug}/nguoi-lam-thay/"
    alone = client.get(people).content.decode()
    assert ["/ket-thuc/" in alone, "Đây là người cuối cùng làm thay được cho chủ thể." in alone] == [
        False,
        True,
    ]
    unknown = client.post(f"{people}them/", {"username": "khong-ai"})
    assert (unknown.status_code, list(unknown.context["form"].errors)) == (422, ["username"])
    assert client.post(f"{people}them/", {"username": "Quang", "title": "Kế toán"}).url == people
    row = htx.representations.get(person=cast.quang)
    assert client.get(people).content.decode().count("/ket-thuc/") == 2
    assert client.post(f"{people}{row.pk}/ket-thuc/", {"reason": "Nghỉ việc"}).url == people
    assert client.get(f"{people}{row.pk}/ket-thuc/").status_code == 409


def test_hostile_names_stay_text(client, cast, programme, tuan):
    client.force_login(cast.quang)
    name = "<script>alert(1)</script>' OR 1=1 -- \u202e"
    client.post("/chu-the-cua-toi/dang-ky/ho-kinh-doanh/", {"name": name, "is_another": "on"})
    made = Producer.objects.get()
    assert made.name == name.removesuffix(" \u202e")
    client.force_login(tuan)
    for address in ("/danh-ba/chu-the/", made.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_names_that_are_words_of_addresses(client, cast, programme):
    client.force_login(cast.quang)
    client.post("/chu-the-cua-toi/dang-ky/ho-kinh-doanh/", {"name": "Đăng ký"})
    assert Producer.objects.get().slug == "dang-ky-2"


def test_english_pages(client, cast_at_work, htx):
    client.force_login(cast_at_work["minh"])
    addresses = ["/danh-ba/chu-the/", "/chu-the-cua-toi/dang-ky/", htx.get_absolute_url()]
    assert [client.get(f"/en{address}").status_code for address in addresses] == [200, 200, 200]
