"""`ocop set_up`: the first steps of a new installation: the programme of a province and its first operator."""

from __future__ import annotations

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place
from ocop.registers.programme.actions import set_up_programme
from ocop.registers.programme.selectors import current

QUESTIONS = {
    "agency": "Cơ quan quản lý OCOP cấp tỉnh (ví dụ: Văn phòng Điều phối nông thôn mới tỉnh …)",
    "agency_parent": "Cơ quan chủ quản (ví dụ: Sở Nông nghiệp và Môi trường)",
    "seat": "Địa danh trên văn bản (nơi đặt cơ quan)",
    "help_phone": "Điện thoại hỗ trợ in ở mỗi trang",
    "operator": "Tên đăng nhập của người quản trị đầu tiên",
    "full_name": "Họ và tên người quản trị",
}


class Command(BaseCommand):
    """Asks for what is missing on the command line; the password is always asked for, never an argument."""

    help = "Sets up the programme of a province and its first operator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The province's code of today, and an answer to each question."""
        parser.add_argument("--province", required=True, help="code of today, such as 15")
        for name, question in QUESTIONS.items():
            parser.add_argument(f"--{name.replace('_', '-')}", dest=name, help=question)

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses a second set-up, an unknown province and a weak password."""
        if current() is not None:
            raise CommandError("Chương trình đã được lập trong cơ sở dữ liệu này. / The programme is already set up.")
        now = timezone.now()
        province = place(options["province"], "province", timezone.localdate(now))
        if province is None:
            raise CommandError(f"Không có tỉnh mã {options['province']}; chạy `ocop load_places` trước nếu chưa chạy.")
        answers = {name: options[name] or input(f"{question}: ").strip() for name, question in QUESTIONS.items()}
        password = self._password()
        with transaction.atomic():
            operator = Person.objects.create_superuser(answers["operator"], password, full_name=answers["full_name"])
            set_up_programme(fields=_fields(province, answers), by=operator, at=now)
        self.stdout.write(f"Đã lập chương trình OCOP {province}. Đăng nhập với tên {operator.username}.")

    def _password(self) -> str:
        password = getpass("Mật khẩu: ")
        try:
            validate_password(password)
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        if getpass("Nhập lại mật khẩu: ") != password:
            raise CommandError("Hai lần nhập mật khẩu không giống nhau. / The two passwords differ.")
        return password


def _fields(province: Place, answers: dict[str, str]) -> dict[str, Any]:
    return {
        "province": province,
        "name": f"Chương trình OCOP {province}",
        "agency_name": answers["agency"],
        "agency_parent": answers["agency_parent"],
        "authority_name": f"Chủ tịch UBND {province}",
        "seat": answers["seat"],
        "help_phone": answers["help_phone"],
    }
