"""A new province: from the command that sets it up to a commune officer at the desk."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from ocop.foundation.accounts.models import Office, Person
from ocop.outlets.portal.menu import items

PASSWORD = "mot-mat-khau-dai"
ANSWERS = {
    "agency": "Văn phòng Điều phối nông thôn mới tỉnh Lào Cai",
    "agency_parent": "Sở Nông nghiệp và Môi trường",
    "seat": "Lào Cai", "help_phone": "0214 000 000", "operator": "quantri", "full_name": "Nguyễn Thị Quản",
}  # fmt: skip


@pytest.fixture
def operator(db, monkeypatch):
    """Whom `ocop set_up` left behind."""
    monkeypatch.setattr("ocop.registers.programme.management.commands.set_up.getpass", lambda _: PASSWORD)
    call_command("set_up", province="15", **ANSWERS)
    return Person.objects.get(username="quantri")


def steps(client):
    """The steps of the home, with their states and addresses."""
    return [(step.label, step.state, step.url) for step in client.get("/viec/").context["start"].steps]


def added(client, username, role, office):
    """An account opened and appointed on the pages."""
    today = timezone.localdate().strftime("%d/%m/%Y")
    client.post("/nguoi-dung/them/", {"full_name": username.title(), "username": username, "language": "vi"})
    person = Person.objects.get(username=username)
    facts = {"office": office.pk, "role": role, "starts_on": today}
    assert client.post(f"/nguoi-dung/{person.pk}/phan-cong/", facts).status_code == 302
    return person


def test_from_set_up_to_the_desk_of_a_commune(client, operator):
    assert client.post("/dang-nhap/", {"login": "quantri", "password": PASSWORD}).status_code == 302
    offices, people = "/co-quan/them-cap-xa/", "/nguoi-dung/"
    assert steps(client) == [
        ("Thêm cơ quan cấp xã", "now", offices), ("Phân công cán bộ tỉnh", "locked", ""),
        ("Phân công cán bộ xã", "locked", ""),
    ]  # fmt: skip
    menu = [item.url for item in items(operator, timezone.now())]
    assert menu == ["/viec/", "/tim/", "/nguoi-dung/", "/co-quan/", "/dang-nhap-sai/", "/bo-tieu-chi/"]
    assert [client.get(url).status_code for url in menu] == [200] * 6
    assert f'href="{offices}"' in client.get("/co-quan/").content.decode()

    assert client.post(offices, {"every": "on"}).url == "/co-quan/?level=commune"
    assert client.get("/co-quan/?level=commune").context["table"].paginator.count == 99
    added(client, "tuan", "province_officer", Office.objects.get(level="province"))
    assert steps(client) == [
        ("Thêm cơ quan cấp xã", "done", ""), ("Phân công cán bộ tỉnh", "done", ""),
        ("Phân công cán bộ xã", "now", people),
    ]  # fmt: skip
    minh = added(client, "minh", "commune_officer", Office.objects.get(name="Uỷ ban nhân dân xã Bản Lầu"))
    assert steps(client) == []

    client.force_login(minh)
    assert client.get("/tiep-nhan/").status_code == 200
    assert "/tiep-nhan/" in [item.url for item in items(minh, timezone.now())]


def test_who_repairs_without_an_appointment_has_no_producers_home(client, db):
    client.force_login(Person.objects.create_superuser("sua-chua", full_name="Người Sửa"))
    home = client.get("/viec/")
    assert (home.context["start"].steps, home.context["works_here"]) == ([], True)
    assert "Đăng ký chủ thể" not in home.content.decode()
