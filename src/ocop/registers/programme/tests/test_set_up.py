"""The first steps of a new installation."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.audit.models import Entry
from ocop.foundation.places.selectors import place
from ocop.registers.programme.acts import set_up_programme
from ocop.registers.programme.models import Programme

ANSWERS = {
    "agency": "Văn phòng Điều phối nông thôn mới", "agency_parent": "Sở Nông nghiệp và Môi trường",
    "seat": "Lào Cai",
    "help_phone": "0214 000 000", "operator": "quantri", "full_name": "Nguyễn Thị Quản",
}  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch):
    """Answers every question for a password in turn."""

    def type_in(*passwords: str) -> None:
        answers = iter(passwords)
        monkeypatch.setattr(
            "ocop.registers.programme.management.commands.set_up.getpass", lambda _: next(answers)
        )

    return type_in


def test_a_province_and_its_first_operator(typed, capsys):
    typed("mot-mat-khau-dai", "mot-mat-khau-dai")
    call_command("set_up", province="15", **ANSWERS)
    programme = Programme.objects.get()
    assert (programme.province.code, programme.authority_name) == ("15", "Chủ tịch UBND tỉnh Lào Cai")
    assert programme.is_demonstration is False
    operator = Person.objects.get(username="quantri")
    assert operator.is_superuser
    assert operator.check_password("mot-mat-khau-dai")
    assert capsys.readouterr().out == (
        "Đã lập chương trình OCOP tỉnh Lào Cai. Đăng nhập với tên quantri, "
        "thêm cơ quan cấp xã ở Cơ quan, rồi mở tài khoản và phân công ở Người dùng.\n"
    )


def appointments():
    """Who holds what where, and by whose act."""
    rows = Appointment.objects.values_list("person__username", "role", "office__name", "office__body")
    entries = Entry.objects.filter(action="person.appoint").values_list("by__username", "reason")
    return list(rows), list(entries)


APPOINTED = (
    [("quantri", "operator", "Văn phòng Điều phối nông thôn mới", "coordination_office")],
    [("quantri", "Người quản trị đầu tiên (lệnh set_up)")],
)


def test_the_first_operator_is_appointed_at_the_agency(typed):
    typed("mot-mat-khau-dai", "mot-mat-khau-dai")
    call_command("set_up", province="15", **ANSWERS)
    assert appointments() == APPOINTED
    assert Office.objects.get().place == Programme.objects.get().province


@pytest.fixture
def left_out():
    """As an earlier version left an installation: a programme, and a superuser without an appointment."""
    quantri = Person.objects.create_superuser("quantri", "mot-mat-khau-dai", full_name="Nguyễn Thị Quản")
    province = place("15", "province", timezone.localdate())
    fields = {
        "province": province,
        "name": "OCOP",
        "agency_name": ANSWERS["agency"],
        "authority_name": "Chủ tịch",
    }
    return set_up_programme(fields=fields | {"seat": "Lào Cai"}, by=quantri, at=timezone.now())


def test_run_again_it_appoints_who_was_left_out(left_out, capsys):
    with pytest.raises(CommandError, match="đã được lập"):
        call_command("set_up", province="01")
    assert appointments() == ([], [])
    call_command("set_up", province="15")
    assert appointments() == APPOINTED
    assert capsys.readouterr().out == (
        "Chương trình đã được lập từ trước. Nay đã phân công quantri "
        "làm quản trị hệ thống tại Văn phòng Điều phối nông thôn mới.\n"
    )
    with pytest.raises(CommandError, match="đã được lập"):
        call_command("set_up", province="15")
    assert appointments() == APPOINTED


def test_among_several_one_is_named_and_the_office_that_is_there_is_taken(left_out):
    Person.objects.create_superuser("cai-dat", full_name="Chưa có mật khẩu")
    Person.objects.create_superuser("sua-chua", "mot-mat-khau-dai", full_name="Người Sửa")
    Office.objects.create(
        level="province", body="coordination_office", place=left_out.province, name=left_out.agency_name
    )
    with pytest.raises(CommandError, match=r"--operator: (quantri, sua-chua|sua-chua, quantri)\.$"):
        call_command("set_up", province="15")
    call_command("set_up", province="15", operator="quantri")
    assert appointments() == APPOINTED


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"operator": "quan tri"}, "Tên đăng nhập có từ 3 đến 60 ký tự"),
        ({"operator": "Da.Co"}, "đã có người dùng"),
        ({"agency": ""}, "Chưa trả lời: Cơ quan quản lý OCOP"),
    ],
)
def test_answers_that_cannot_be_are_refused_before_the_password(monkeypatch, wrong, sentence):
    monkeypatch.setattr("builtins.input", lambda _: "")
    Person.objects.create_user("da.co", full_name="Đã Có")
    with pytest.raises(CommandError, match=sentence):
        call_command("set_up", province="15", **ANSWERS | wrong)
    assert not Programme.objects.exists()


@pytest.mark.parametrize(
    ("province", "passwords", "sentence"),
    [
        ("99", (), "Không có tỉnh mã 99"),
        ("15", ("ngan",), "10"),
        ("15", ("mot-mat-khau-dai", "mat-khau-khac"), "không giống nhau"),
    ],
)
def test_what_is_refused_leaves_nothing(typed, province, passwords, sentence):
    typed(*passwords)
    with pytest.raises(CommandError, match=sentence):
        call_command("set_up", province=province, **ANSWERS)
    assert not Programme.objects.exists()
    assert not Person.objects.filter(username="quantri").exists()


def test_a_second_set_up_is_refused(typed):
    typed("mot-mat-khau-dai", "mot-mat-khau-dai")
    call_command("set_up", province="15", **ANSWERS)
    with pytest.raises(CommandError, match="đã được lập"):
        call_command("set_up", province="15", **ANSWERS)
