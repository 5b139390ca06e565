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

    help = "Loads the demonstration province (again: keeps the data) and serves it; --load-only ends after loading."

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
        self.stdout.write("Đã dừng. Dữ liệu được giữ cho lần sau.")

    def _free_port(self) -> int:
        try:
            port = serving.port_from_environment()
        except ValueError as fault:
            raise CommandError(f"PORT phải là số từ 1 đến 65535, không phải “{fault}”.") from fault
        if serving.is_taken(port):
            other = f"PORT={port % 65535 + 1} script/server"
            raise CommandError(f"Cổng {port} đang có chương trình khác dùng. Tắt chương trình đó, hoặc chạy: {other}")
        return port

    def _prepare(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if is_told():
            self.stdout.write("Giữ nguyên dữ liệu đã có.")
            return
        self.stdout.write("Đang dựng tỉnh minh hoạ, xin đợi một lát…")
        self.stdout.flush()
        began = time.monotonic()
        call_command("load_places", verbosity=0, stdout=io.StringIO())
        tell_story()
        self.stdout.write(f"Đã dựng xong trong {time.monotonic() - began:.0f} giây.")

    def _welcome(self, port: int) -> None:
        """The address and every sign-in."""
        rows = [
            ("Tên đăng nhập", "Vai trò"),
            *((actor.username, f"{actor.role} – {actor.name}") for actor in sign_ins()),
        ]
        width = max(len(name) for name, _ in rows) + 2
        table = "\n".join(f"  {name:<{width}}{role}" for name, role in rows)
        self.stdout.write(
            f"\nTỉnh minh hoạ: http://localhost:{port}\n"
            f"Đăng nhập: http://localhost:{port}/dang-nhap/\n\n"
            f"{table}\n\n"
            f"  Mật khẩu chung: {PASSWORD}\n\n"
            "Nhấn Ctrl-C để dừng."
        )
        self.stdout.flush()
