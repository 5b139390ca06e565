"""`ocop demo`: prepares the demonstration province and serves it."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from ocop.outlets.demo.story import is_told, tell_story


class Command(BaseCommand):
    """Prepares the database, tells the story once, and serves."""

    help = "Loads the demonstration province (again: keeps the data) and serves it; --load-only ends after loading."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to end after loading."""
        parser.add_argument("--load-only", action="store_true")

    def handle(self, *args: Any, load_only: bool, **options: Any) -> None:
        """Prepares and serves."""
        self._prepare()

    def _prepare(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_places", verbosity=0)
        if is_told():
            self.stdout.write("Giữ nguyên dữ liệu đã có.")
            return
        began = time.monotonic()
        tell_story()
        self.stdout.write(f"Đã dựng tỉnh minh hoạ trong {time.monotonic() - began:.1f} giây.")
