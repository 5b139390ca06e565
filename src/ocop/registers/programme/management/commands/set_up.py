"""`ocop set_up`: the first steps of a new installation: the programme of a province and its first operator.

Run again it appoints a first operator whom an earlier version left without an appointment.
"""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import datetime
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role, sign_in_name
from ocop.foundation.accounts.selectors import holds
from ocop.foundation.audit.recording import recording
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place
from ocop.registers.programme.acts import appoint_first_operator, set_up_programme
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current

QUESTIONS = {
    "agency": "Cơ quan quản lý OCOP cấp tỉnh (ví dụ: Văn phòng Điều phối nông thôn mới tỉnh …)",
    "agency_parent": "Cơ quan chủ quản (ví dụ: Sở Nông nghiệp và Môi trường)",
    "seat": "Địa danh trên văn bản (nơi đặt cơ quan)",
    "help_phone": "Điện thoại hỗ trợ in ở mỗi trang",
    "operator": "Tên đăng nhập của người quản trị đầu tiên",
    "full_name": "Họ và tên người quản trị",
}
REASON = "Người quản trị đầu tiên (lệnh set_up)"
ALREADY = "Chương trình đã được lập trong cơ sở dữ liệu này. / The programme is already set up."


class Command(BaseCommand):
    """Asks for what is missing on the command line; the password is always asked for, never an argument."""

    help = (
        "Sets up the programme of a province and its first operator, appointed at the province's agency. "
        "Run again, it appoints a first operator who has no appointment yet."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The province's code of today, and an answer to each question."""
        parser.add_argument("--province", required=True, help="code of today, such as 15")
        for name, question in QUESTIONS.items():
            parser.add_argument(f"--{name.replace('_', '-')}", dest=name, help=question)

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses a second set-up, an unknown province, a sign-in name that cannot be,
        and a weak password.
        """
        now = timezone.now()
        programme = current()
        if programme is not None:
            self._appoint_left_out(programme, options, now)
            return
        province = place(options["province"], "province", timezone.localdate(now))
        if province is None:
            raise CommandError(
                f"Không có tỉnh mã {options['province']}; chạy `ocop load_places` trước nếu chưa chạy."
            )
        answers = {
            name: options[name] or input(f"{question}: ").strip() for name, question in QUESTIONS.items()
        }
        _check(answers)
        password = self._password()
        with recording():
            operator = Person.objects.create_superuser(
                answers["operator"], password, full_name=answers["full_name"]
            )
            programme = set_up_programme(fields=_fields(province, answers), by=operator, at=now)
            appoint_first_operator(programme, operator=operator, reason=REASON, at=now)
        self.stdout.write(
            f"Đã lập chương trình OCOP {province}. Đăng nhập với tên {operator.username}, "
            "thêm cơ quan cấp xã ở Cơ quan, rồi mở tài khoản và phân công ở Người dùng."
        )

    def _appoint_left_out(self, programme: Programme, options: dict[str, Any], now: datetime) -> None:
        """Appoints the one superuser (or the one named) who can sign in and is no operator;
        refused where none is.
        """
        if options["province"] != programme.province.code:
            raise CommandError(ALREADY)
        superusers = Person.objects.filter(is_superuser=True, is_active=True)
        left_out = [
            one for one in superusers if one.has_usable_password() and not holds(one, Role.OPERATOR, now)
        ]
        if options["operator"]:
            left_out = [one for one in left_out if one.username == sign_in_name(options["operator"])]
        if len(left_out) > 1:
            names = ", ".join(one.username for one in left_out)
            raise CommandError(f"{ALREADY} Chọn người quản trị cần phân công bằng --operator: {names}.")
        if not left_out:
            raise CommandError(ALREADY)
        appointment = appoint_first_operator(programme, operator=left_out[0], reason=REASON, at=now)
        self.stdout.write(
            f"Chương trình đã được lập từ trước. Nay đã phân công {left_out[0].username} "
            f"làm quản trị hệ thống tại {appointment.office}."
        )

    def _password(self) -> str:
        password = getpass("Mật khẩu: ")
        try:
            validate_password(password)
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        if getpass("Nhập lại mật khẩu: ") != password:
            raise CommandError("Hai lần nhập mật khẩu không giống nhau. / The two passwords differ.")
        return password


def _check(answers: dict[str, str]) -> None:
    """Refuses what is missing and a sign-in name that is taken or cannot be,
    before a password is asked for.
    """
    for name in ("agency", "seat", "operator", "full_name"):
        if not answers[name]:
            raise CommandError(f"Chưa trả lời: {QUESTIONS[name]}. / No answer: --{name.replace('_', '-')}.")
    person = Person(username=sign_in_name(answers["operator"]), full_name=answers["full_name"])
    try:
        person.full_clean(exclude=["password"])
    except ValidationError as refused:
        raise CommandError(" ".join(refused.messages)) from refused


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
