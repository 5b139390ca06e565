"""The first steps of a new installation."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from ocop.foundation.accounts.models import Person
from ocop.registers.programme.models import Programme

ANSWERS = {
    "agency": "Văn phòng Điều phối nông thôn mới", "agency_parent": "Sở Nông nghiệp và Môi trường", "seat": "Lào Cai",
    "help_phone": "0214 000 000", "operator": "quantri", "full_name": "Nguyễn Thị Quản",
}  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch):
    """Answers every question for a password in turn."""

    def type_in(*passwords: str) -> None:
        answers = iter(passwords)
        monkeypatch.setattr("ocop.registers.programme.management.commands.set_up.getpass", lambda _: next(answers))

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
    assert capsys.readouterr().out == "Đã lập chương trình OCOP tỉnh Lào Cai. Đăng nhập với tên quantri.\n"


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
