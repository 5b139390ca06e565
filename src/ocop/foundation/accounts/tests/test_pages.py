"""The pages of one's own account and of the operators."""

import pytest
from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Office, Person, Session
from ocop.foundation.accounts.rules import Role

MANAGE = [
    "/nguoi-dung/",
    "/nguoi-dung/them/",
    "/nguoi-dung/{lan}/",
    "/nguoi-dung/{lan}/phan-cong/",
    "/co-quan/",
    "/co-quan/them/",
    "/co-quan/them-cap-xa/",
]
QUESTIONS = ["/nguoi-dung/{lan}/ngung/", "/nguoi-dung/{lan}/lien-ket-mat-khau/"]


@pytest.mark.parametrize("path", MANAGE + QUESTIONS)
def test_operators_pages(client, cast, operator, path):
    path = path.format(lan=cast.lan.pk)
    client.force_login(operator)
    assert client.get(path).status_code == 200
    assert client.get(f"/en{path}").status_code == 200
    client.force_login(cast.minh)
    assert client.get(path).status_code == 403


def test_my_account_shows_me(client, cast, sign_in):
    cast.appoint(cast.lan, Role.PROVINCE_OFFICER)
    sign_in(client)
    page = client.get("/tai-khoan/").content.decode()
    shown = ["Giàng Thị Lan", "Chưa bật", "Cán bộ tỉnh", "Nơi này", 'href="/thong-bao/"']
    assert [words for words in shown if words not in page] == []


def test_my_details_are_saved(client, cast, sign_in):
    sign_in(client)
    answer = client.post(
        "/tai-khoan/thong-tin/", {"full_name": " Giàng  Lan ", "phone": "0912.345.678", "language": "vi"}
    )
    assert answer.url == "/tai-khoan/"
    lan = Person.objects.get(pk=cast.lan.pk)
    assert (lan.full_name, lan.phone) == ("Giàng Lan", "0912345678")


def test_my_details_are_refused_in_words(client, cast, sign_in):
    sign_in(client)
    answer = client.post("/tai-khoan/thong-tin/", {"full_name": "", "phone": "12", "language": "vi"})
    assert (answer.status_code, len(answer.context["form"].errors)) == (422, 2)


def test_i_sign_out_elsewhere(client, cast, sign_in):
    sign_in(client)
    client.post("/tai-khoan/phien/dong/")
    assert Session.objects.filter(person=cast.lan).count() == 1


def test_operator_adds_and_appoints_and_ends(client, cast, operator):
    client.force_login(operator)
    person = {"full_name": "Vàng Seo Chứ", "username": "seo.chu", "phone": "", "email": "", "language": "vi"}
    added = client.post("/nguoi-dung/them/", person)
    chu = Person.objects.get(username="seo.chu")
    assert added.url == f"/nguoi-dung/{chu.pk}/"
    office = Office.objects.get(place=cast.province)
    today = timezone.localdate().strftime("%d/%m/%Y")
    facts = {
        "office": office.pk,
        "role": "province_officer",
        "title": "Chuyên viên",
        "starts_on": today,
        "last_on": "",
        "reason": "Quyết định số 1/QĐ-UBND",
    }
    assert client.post(f"/nguoi-dung/{chu.pk}/phan-cong/", facts).url == f"/nguoi-dung/{chu.pk}/"
    row = Appointment.objects.get(person=chu)
    assert row.is_in_force(timezone.now())
    assert "Đang giữ" in client.get(f"/nguoi-dung/{chu.pk}/").content.decode()
    assert client.post(f"/phan-cong/{row.pk}/ket-thuc/", {"reason": ""}).status_code == 422
    client.post(f"/phan-cong/{row.pk}/ket-thuc/", {"reason": "Chuyển công tác"})
    page = client.get(f"/nguoi-dung/{chu.pk}/").content.decode()
    shown = ["Đã kết thúc", "Chuyển công tác", "Đã thôi giữ phân công", "Đã mở tài khoản"]
    assert [words for words in shown if words not in page] == []


def test_whole_days_of_an_appointment(client, cast, operator):
    client.force_login(operator)
    office = Office.objects.get(place=cast.province)
    facts = {"office": office.pk, "role": "leader", "starts_on": "1/1/2030", "last_on": "31/1/2030",
             "reason": "Quyết định số 1/QĐ-UBND"}  # fmt: skip
    client.post(f"/nguoi-dung/{cast.lan.pk}/phan-cong/", facts)
    row = Appointment.objects.get(person=cast.lan)
    local = [timezone.localtime(moment).isoformat() for moment in (row.starts_at, row.ends_at)]
    assert local == ["2030-01-01T00:00:00+07:00", "2030-02-01T00:00:00+07:00"]


def test_refusal_of_an_action_stands_above_the_form(client, cast, operator):
    client.force_login(operator)
    office = Office.objects.get(place=cast.province)
    facts = {"office": office.pk, "role": "commune_officer", "title": "Chuyên viên", "starts_on": "1/1/2030"}
    answer = client.post(f"/nguoi-dung/{cast.lan.pk}/phan-cong/", facts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Vai trò này không có ở cấp của cơ quan đã chọn." in page
    assert 'value="Chuyên viên"' in page


def test_what_is_there_already_is_said_at_its_box_and_nothing_is_lost(client, cast, operator):
    client.force_login(operator)
    office = Office.objects.get(place=cast.province)
    cast.appoint(cast.lan, Role.LEADER)
    facts = {"office": office.pk, "role": "leader", "title": "Trưởng phòng", "starts_on": "1/1/2030"}
    twice = client.post(f"/nguoi-dung/{cast.lan.pk}/phan-cong/", facts)
    typed = {"full_name": "Lan khác", "username": "LAN", "language": "vi"}
    taken = client.post("/nguoi-dung/them/", typed)
    known = {"level": "commune", "body": "economic_division", "name": "Phòng Kinh tế xã thử"}
    Office.objects.create(place=cast.commune, **known)
    second = client.post("/co-quan/them/", known | {"place": cast.commune.pk})
    said = [(one.status_code, list(one.context["form"].errors)) for one in (twice, taken, second)]
    assert said == [(422, ["office"]), (422, ["username"]), (422, ["name"])]
    assert 'value="Trưởng phòng"' in twice.content.decode()
    assert (Appointment.objects.filter(person=cast.lan).count(), Office.objects.count()) == (1, 2)


def test_a_doubt_is_asked_about_once_more(client, cast, operator):
    client.force_login(operator)
    office = Office.objects.get(place=cast.province)
    page = f"/nguoi-dung/{cast.lan.pk}/phan-cong/"
    facts = {"office": office.pk, "role": "leader", "starts_on": "1/1/2030"}
    asked = client.post(page, facts)
    assert (asked.status_code, 'type="checkbox" name="confirmed"' in asked.content.decode()) == (422, True)
    assert client.post(page, facts | {"confirmed": "on"}).status_code == 302
    assert Appointment.objects.get(person=cast.lan).role == Role.LEADER


def test_operator_closes_and_opens_an_account(client, cast, operator):
    client.force_login(operator)
    client.post(f"/nguoi-dung/{cast.lan.pk}/ngung/", {"reason": "Nghỉ việc"})
    assert Person.objects.get(pk=cast.lan.pk).is_active is False
    client.post(f"/nguoi-dung/{cast.lan.pk}/mo-lai/", {"reason": "Nhầm"})
    assert Person.objects.get(pk=cast.lan.pk).is_active is True


def test_password_link_is_shown_once_and_not_kept(client, cast, operator):
    client.force_login(operator)
    answer = client.post(f"/nguoi-dung/{cast.lan.pk}/lien-ket-mat-khau/", {"reason": "Quên mật khẩu"})
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.context["link"].startswith("http://testserver/quen-mat-khau/")


def test_operator_opens_an_office(client, cast, operator):
    client.force_login(operator)
    facts = {
        "level": "commune",
        "body": "economic_division",
        "place": cast.commune.pk,
        "name": "Phòng Kinh tế xã thử",
    }
    assert client.post("/co-quan/them/", facts).url == "/co-quan/"
    assert Office.objects.get(name="Phòng Kinh tế xã thử").place == cast.commune
    assert client.post("/co-quan/them/", facts).status_code == 422


def test_an_email_in_use_is_refused_at_its_box_in_words(client, cast, operator):
    Person.objects.filter(pk=cast.lan.pk).update(email="lan@example.vn")
    client.force_login(operator)
    typed = {
        "full_name": "Vàng Seo Chứ",
        "username": "seo.chu",
        "phone": "",
        "email": "Lan@Example.vn",
        "language": "vi",
    }
    answer = client.post("/nguoi-dung/them/", typed)
    assert (answer.status_code, answer.context["form"].errors) == (
        422,
        {
            "email": [
                "Thư điện tử này đã thuộc một tài khoản khác. Tìm tài khoản đó trong danh sách người dùng, "
                "hoặc ghi thư điện tử khác, hoặc để trống."
            ]
        },
    )


def offered(client, query=""):
    """Levels and number of the places on the page of a new office,
    and how many provinces one may change to.
    """
    context = client.get(f"/co-quan/them/{query}").context
    places, choice = context["form"].fields["place"].queryset, context["choice"]
    provinces = choice.fields["tinh"].queryset.count() if choice else 0
    return sorted({place.level for place in places}), places.count(), provinces


def test_places_for_offices_are_those_of_the_operator(client, cast, operator):
    client.force_login(operator)
    assert offered(client) == (["commune", "province"], 100, 0)
    assert client.get("/co-quan/them/?tinh=01").status_code == 403
    assert client.get("/co-quan/them/?tinh=99").status_code == 404


def test_who_repairs_opens_offices_everywhere_one_province_at_a_time(client, cast):
    cast.quang.is_superuser = True
    cast.quang.save()
    client.force_login(cast.quang)
    assert offered(client) == (["province"], 34, 34)
    assert offered(client, "?tinh=15") == (["commune", "province"], 100, 34)
    facts = {"level": "commune", "body": "people_committee", "place": cast.commune.pk, "name": "UBND xã thử"}
    assert client.post("/co-quan/them/?tinh=15", facts).url == "/co-quan/"
    cast.appoint(cast.quang, Role.OPERATOR)
    assert offered(client) == (["commune", "province"], 100, 34)


def test_list_finds_without_marks_and_by_role(client, cast, operator):
    client.force_login(operator)
    cast.appoint(cast.minh, Role.LEADER)

    def found(query):
        return sorted(row.username for row in client.get(f"/nguoi-dung/?{query}").context["table"].data)

    assert found("q=tran+minh") == ["minh"]
    assert found("role=leader") == ["minh"]
    assert found("is_active=false") == []
    assert found("q=khong-co-ai") == []


def test_list_is_exported(client, cast, operator):
    client.force_login(operator)
    answer = client.get("/nguoi-dung/?q=lan&xuat=xlsx")
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")


def test_lists_ask_as_much_for_ten_as_for_a_thousand(client, cast, operator, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(operator)
    office = Office.objects.get(place=cast.province)

    def grow(start, end):
        people = Person.objects.bulk_create(
            Person(username=f"nguoi.{n}", full_name=f"Người {n}", search_text=f"nguoi {n}")
            for n in range(start, end)
        )
        Appointment.objects.bulk_create(
            Appointment(person=p, office=office, role=Role.LEADER, starts_at=cast.long_ago) for p in people
        )

    def asked(path):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        return len(queries)

    grow(0, 10)
    ten = [asked(path) for path in ("/nguoi-dung/", "/co-quan/")]
    grow(10, 1000)
    assert [asked(path) for path in ("/nguoi-dung/", "/co-quan/")] == ten
