"""The pages at the desk: what each offers to whom, what a form keeps, what is exported."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.rules import Channel
from ocop.casework.communication.tests.cast import BODY, ENGLISH, TITLE, Newsroom
from ocop.foundation.documents.tests.corpus import pdf, picture

HOSTILE = '<script>alert("x")</script>'
NEWS, PRESS = "/truyen-thong/tin-bai/", "/truyen-thong/"


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def buttons(response: Any) -> list[str]:
    return [str(one.label) for one in response.context["buttons"]]


def titles(response: Any) -> list[str]:
    return [row.record.title for row in response.context["table"].page.object_list]


def sign_in(client: Any, person: Any) -> Any:
    client.force_login(person)
    return client


def test_a_page_goes_from_the_form_to_the_public(room: Newsroom, client: Any) -> None:
    sign_in(client, room.phuc)
    form = {"kind": "news", "title": TITLE, "summary": "Nộp ở xã.", "body": BODY, **ENGLISH}
    looked = client.post(f"{NEWS}viet/", {**form, "xem-truoc": "1"})
    assert (looked.status_code, NewsPage.objects.count()) == (200, 0)
    assert "<li>Nộp ở xã</li>" in looked.content.decode()
    assert 'value="Mở đợt đánh giá thứ hai"' in looked.content.decode()  # what was typed stays
    assert client.post(f"{NEWS}viet/", form).status_code == 302
    page = NewsPage.objects.get()
    at_desk = client.get(page.get_absolute_url())
    assert buttons(at_desk) == ["Đăng", "Sửa nội dung", "Ảnh", "Gỡ"]
    upload = SimpleUploadedFile("vuon.jpg", picture(), "image/jpeg")
    assert client.post(f"{NEWS}{page.key}/anh/", {"upload": upload, "caption": "Vườn dứa"}).status_code == 302
    assert client.post(f"{NEWS}{page.key}/dang/", {"publish_on": "ngày nào"}).status_code == 422
    today = timezone.localdate()
    assert (
        client.post(f"{NEWS}{page.key}/dang/", {"publish_on": today.strftime("%d/%m/%Y")}).status_code == 302
    )
    client.logout()
    shown = client.get("/tin-tuc/mo-dot-danh-gia-thu-hai/")
    assert (shown.status_code, shown.cookies.output()) == (200, "")
    for part in ("<b>29/10/2026</b>", 'alt="Vườn dứa"', "Nộp ở xã."):
        assert part in shown.content.decode()


def test_a_revision_from_an_old_form_is_refused_and_keeps_what_was_typed(room: Newsroom, client: Any) -> None:
    page = room.page()
    sign_in(client, room.phuc)
    seen = client.get(f"{NEWS}{page.key}/sua/").context["keep"].seen
    form = {"title": "Một", "body": BODY, "keep-seen": seen}
    assert client.post(f"{NEWS}{page.key}/sua/", form).status_code == 302
    late = client.post(f"{NEWS}{page.key}/sua/", {**form, "title": "Hai"})
    assert (late.status_code, NewsPage.objects.get().title) == (409, "Một")
    assert "Một trang hoặc máy khác đã ghi: “Một”" in text_of(late)
    assert 'value="Hai"' in late.content.decode()
    before = client.get(f"{NEWS}{page.key}/ban/1/")
    assert (before.status_code, TITLE in text_of(before)) == (200, True)
    assert client.get(f"{NEWS}{page.key}/ban/9/").status_code == 404


def test_what_each_is_offered(room: Newsroom, client: Any) -> None:
    own, public = room.page(by=room.minh), room.published()
    sign_in(client, room.minh)
    assert buttons(client.get(own.get_absolute_url())) == ["Gửi tỉnh duyệt", "Sửa nội dung", "Ảnh", "Gỡ"]
    assert buttons(client.get(public.get_absolute_url())) == []
    assert client.post(f"{NEWS}{own.key}/gui/").status_code == 302
    assert buttons(client.get(own.get_absolute_url())) == []
    sign_in(client, room.phuc)
    assert buttons(client.get(own.get_absolute_url())) == ["Đăng", "Sửa nội dung", "Ảnh", "Trả lại", "Gỡ"]
    assert buttons(client.get(public.get_absolute_url())) == ["Sửa nội dung", "Ảnh", "Đổi ngày đăng", "Gỡ"]
    assert client.post(f"{NEWS}{own.key}/tra-lai/", {"reason": "Thêm ảnh."}).status_code == 302
    sign_in(client, room.dung)
    assert buttons(client.get(own.get_absolute_url())) == []
    assert client.get(f"{NEWS}viet/").status_code == 403
    sign_in(client, room.sen)
    assert client.get(own.get_absolute_url()).status_code == 404
    sign_in(client, room.quang)
    assert client.get(NEWS).status_code == client.get(PRESS).status_code == 403


def test_withdrawing_and_drafting_again(room: Newsroom, client: Any) -> None:
    page = room.published()
    sign_in(client, room.phuc)
    assert client.post(f"{NEWS}{page.key}/go/", {"reason": ""}).status_code == 422
    assert client.post(f"{NEWS}{page.key}/go/", {"reason": "Sai ngày."}).status_code == 302
    assert buttons(client.get(page.get_absolute_url())) == ["Soạn lại"]
    assert client.get(f"{NEWS}{page.key}/sua/").status_code == 409
    assert client.post(f"{NEWS}{page.key}/soan-lai/").status_code == 302
    assert NewsPage.objects.get().state == "draft"


def test_pictures_have_marks_and_can_be_taken_off(room: Newsroom, client: Any) -> None:
    page = room.page()
    sign_in(client, room.phuc)
    no_picture = SimpleUploadedFile("a.pdf", pdf(), "application/pdf")
    assert client.post(f"{NEWS}{page.key}/anh/", {"upload": no_picture, "caption": "x"}).status_code == 422
    upload = SimpleUploadedFile("vuon.jpg", picture(), "image/jpeg")
    client.post(f"{NEWS}{page.key}/anh/", {"upload": upload, "caption": HOSTILE})
    body = client.get(f"{NEWS}{page.key}/anh/").content.decode()
    assert ("<code>[ảnh 1]</code>" in body, "<script>alert" in body) == (True, False)
    assert client.get(f"{NEWS}{page.key}/anh/1/bo/").status_code == 200
    assert client.post(f"{NEWS}{page.key}/anh/1/bo/").status_code == 302
    assert client.get(f"{NEWS}{page.key}/anh/1/bo/").status_code == 404


def test_the_list_of_pages(room: Newsroom, client: Any) -> None:
    (
        room.page("Bưởi Múc"),
        room.published("Chè Shan", body="Hội chợ ở Hà Nội"),
        room.page("Của xã", by=room.minh),
    )
    sign_in(client, room.phuc)
    assert titles(client.get(f"{NEWS}?q=hoi cho")) == ["Chè Shan"]
    assert titles(client.get(f"{NEWS}?buoc=draft&sap-xep=title")) == ["Bưởi Múc", "Của xã"]
    assert titles(client.get(f"{NEWS}?loai=guidance")) == []
    sheet = load_workbook(io.BytesIO(client.get(f"{NEWS}?xuat=xlsx").content)).active
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} >= {"Bưởi Múc", "Chè Shan", "Của xã"}


def test_a_line_goes_from_the_form_to_its_record(room: Newsroom, client: Any) -> None:
    plan = room.plan(timezone.localdate().year)
    sign_in(client, room.phuc)
    day = timezone.localdate()
    form = {
        "title": "Phát thanh về đợt hai", "channel": "commune_radio", "outlet": "Đài xã",
        "place": room.commune.pk,
        "planned_on": day.strftime("%d/%m/%Y"), "note": "",
    }  # fmt: skip
    address = f"{PRESS}them/?ke-hoach={plan.pk}"
    assert client.post(address, {**form, "planned_on": "1/1/2019"}).status_code == 422
    assert client.post(address, form).status_code == 302
    assert client.post(address, form).status_code == 422  # a second press of the button
    item = PressItem.objects.get()
    assert buttons(client.get(item.get_absolute_url())) == [
        "Ghi đã thực hiện",
        "Sửa đầu việc",
        "Huỷ đầu việc",
    ]
    result = {"done_on": day.strftime("%d/%m/%Y"), "times": "3"}
    empty = client.post(f"{PRESS}viec/{item.key}/ket-qua/", result)
    assert (empty.status_code, "Chưa có minh chứng" in text_of(empty)) == (422, True)
    upload = SimpleUploadedFile("so.pdf", pdf(), "application/pdf")
    assert client.post(f"{PRESS}viec/{item.key}/ket-qua/", {**result, "upload": upload}).status_code == 302
    page = client.get(item.get_absolute_url())
    assert buttons(page) == ["Thêm minh chứng", "Ghi lại kết quả"]
    assert ("so.pdf" in text_of(page), plan.get_absolute_url() in page.content.decode()) == (True, True)
    more = SimpleUploadedFile("anh.jpg", picture(), "image/jpeg")
    assert client.post(f"{PRESS}viec/{item.key}/minh-chung/", {"upload": more}).status_code == 302
    assert client.post(f"{PRESS}viec/{item.key}/ghi-lai/", {"reason": "Nhầm."}).status_code == 302
    assert client.post(f"{PRESS}viec/{item.key}/sua/", {**form, "title": "Khác"}).status_code == 302
    assert client.post(f"{PRESS}viec/{item.key}/huy/", {"reason": "Hoãn."}).status_code == 302
    item.refresh_from_db()
    assert (item.title, item.state, item.papers.count()) == ("Khác", "cancelled", 2)


def test_a_commune_is_offered_its_own_place_and_only_proposes(room: Newsroom, client: Any) -> None:
    sign_in(client, room.minh)
    form = client.get(f"{PRESS}them/").context["form"]
    assert [value for value, _label in form.fields["place"].choices] == [room.commune.pk]
    other = {"title": "x", "channel": "banner", "place": room.elsewhere.pk, "planned_on": "1/12/2026"}
    assert client.post(f"{PRESS}them/", other).status_code == 422
    item = room.item(by=room.minh)
    assert buttons(client.get(item.get_absolute_url())) == ["Sửa đầu việc", "Huỷ đầu việc"]
    sign_in(client, room.phuc)
    assert buttons(client.get(item.get_absolute_url())) == [
        "Đưa vào kế hoạch",
        "Sửa đầu việc",
        "Huỷ đầu việc",
    ]
    assert client.post(f"{PRESS}viec/{item.key}/nhan/").status_code == 302
    assert PressItem.objects.get().state == "planned"


def test_a_plan_of_2022_offers_the_places_of_2022(room: Newsroom, client: Any) -> None:
    from ocop.foundation.places.selectors import place

    old = place("10", "province", date(2022, 6, 1))
    plan = room.plan(2022, old)
    sign_in(client, room.phuc)
    form = client.get(f"{PRESS}them/?ke-hoach={plan.pk}").context["form"]
    labels = [label for _value, label in form.fields["place"].choices]
    assert labels[0] == "tỉnh Lào Cai"
    assert "xã Bản Lầu, huyện Mường Khương" in labels


def test_the_press_plan_as_a_list(room: Newsroom, client: Any) -> None:
    today = timezone.localdate()
    late = room.item("Quá ngày", planned_on=today - timedelta(days=3), outlet="Đài xã")
    room.item("Sắp tới", planned_on=today + timedelta(days=30), channel=Channel.NEWSPAPER)
    room.item("Nơi khác", planned_on=today, place=room.elsewhere)
    sign_in(client, room.phuc)
    assert titles(client.get(f"{PRESS}?han=qua-han")) == ["Quá ngày"]
    assert titles(client.get(f"{PRESS}?kenh=newspaper")) == ["Sắp tới"]
    assert titles(client.get(f"{PRESS}?q=muong khuong&sap-xep=title")) == ["Quá ngày", "Sắp tới"]
    assert titles(client.get(f"{PRESS}?q=dai xa")) == [late.title]
    assert titles(client.get(f"{PRESS}?nam=1999")) == []
    sheet = load_workbook(io.BytesIO(client.get(f"{PRESS}?xuat=xlsx&han=qua-han").content)).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    row = next(one for one in cells if "Quá ngày" in one)
    assert [row[0], row[2]] == ["Quá ngày", "Đài xã"]


def test_hostile_words_are_escaped_everywhere(room: Newsroom, client: Any) -> None:
    page = room.published(HOSTILE, HOSTILE, summary=HOSTILE, title_en=HOSTILE, body_en=HOSTILE)
    item = room.item(HOSTILE, outlet=HOSTILE, note=HOSTILE)
    sign_in(client, room.phuc)
    addresses = [NEWS, page.get_absolute_url(), f"{NEWS}{page.key}/sua/", f"{NEWS}{page.key}/ban/1/", PRESS]
    addresses += [
        item.get_absolute_url(),
        f"{PRESS}viec/{item.key}/sua/",
        f"{PRESS}viec/{item.key}/ket-qua/",
        "/viec/",
    ]
    for address in addresses:
        response = client.get(address)
        assert (address, response.status_code, b"<script>alert" in response.content) == (address, 200, False)


@pytest.mark.parametrize("address", [PRESS, NEWS])
def test_lists_speak_english(room: Newsroom, client: Any, address: str) -> None:
    sign_in(client, room.phuc)
    assert ("News and guidance" in text_of(client.get(f"/en{address}"))) is True
