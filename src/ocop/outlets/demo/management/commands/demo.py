"""`ocop demo`: prepares the demonstration province and serves it."""

from __future__ import annotations

import io
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from ocop.outlets.demo import serving
from ocop.outlets.demo.cast import PASSWORD, sign_ins
from ocop.outlets.demo.story import is_told, tell_story


class Command(BaseCommand):
    """Prepares the database, tells the story once, and serves."""

    help = (
        "Loads the demonstration province (again: keeps the data) and serves it; "
        "--load-only ends after loading."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to end after loading."""
        parser.add_argument("--load-only", action="store_true", help="do not serve")

    def handle(self, *args: Any, load_only: bool, **options: Any) -> None:
        """Looks at the port first, so that nobody waits for the loading in vain."""
        port = 0 if load_only else self._free_port()
        self._prepare()
        if load_only:
            return
        self._welcome(port)
        serving.serve(port)
        self.stdout.write("Đã dừng, dữ liệu được giữ · stopped, the data are kept.")

    def _free_port(self) -> int:
        try:
            port = serving.port_from_environment()
        except ValueError as fault:
            raise CommandError(
                f"PORT phải là số từ 1 đến 65535 · PORT must be a number from 1 to 65535: {fault}"
            ) from fault
        if serving.is_taken(port):
            other = f"PORT={port % 65535 + 1} script/server"
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng; tắt nó, hoặc chạy: {other}\n"
                f"Port {port} is taken by another program; end it, or run: {other}"
            )
        return port

    def _prepare(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if is_told():
            self.stdout.write("Giữ nguyên dữ liệu đã có · the data are kept.")
        else:
            self._tell()
        call_command("remind", stdout=io.StringIO())

    def _tell(self) -> None:
        self.stdout.write("Đang dựng tỉnh minh hoạ, xin đợi một lát · building the demonstration …")
        self.stdout.flush()
        began = time.monotonic()
        call_command("load_places", verbosity=0, stdout=io.StringIO())
        tell_story()
        self.stdout.write(f"Đã dựng xong · built in {time.monotonic() - began:.0f} s.")

    def _welcome(self, port: int) -> None:
        """The address and every sign-in, in both languages: whoever tries the software may read either."""
        rows = [(actor.username, actor.name, f"{actor.role} · {actor.role_en}") for actor in sign_ins()]
        rows = [("Tên đăng nhập · sign-in", "Họ tên · name", "Vai trò · role"), *rows]
        first, second = (max(len(row[column]) for row in rows) + 2 for column in (0, 1))
        table = "\n".join(f"  {name:<{first}}{full_name:<{second}}{role}" for name, full_name, role in rows)
        self.stdout.write(
            f"\nTỉnh minh hoạ · the demonstration province: http://localhost:{port}\n"
            f"Đăng nhập · sign in: http://localhost:{port}/dang-nhap/\n\n"
            f"{table}\n\n"
            f"  Mật khẩu chung · all sign in with: {PASSWORD}\n\n"
            "Nhấn Ctrl-C để dừng · Ctrl-C stops."
        )
        self.stdout.flush()
