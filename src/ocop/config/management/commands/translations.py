"""`ocop translations`: the message catalogues."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocop.config import catalogues


class Command(BaseCommand):
    """Updates, checks or compiles the catalogues."""

    help = "Message catalogues: --update [PACKAGE …], --check, --compile."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and for which packages."""
        parser.add_argument("packages", nargs="*", help="names of packages; all by default")
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--update", action="store_true")
        what.add_argument("--check", action="store_true")
        what.add_argument("--compile", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it; a check that finds gaps ends with a fault."""
        if options["compile"]:
            self.stdout.write(f"{catalogues.compile_all()} compiled")
        elif options["update"]:
            self._update(set(options["packages"]))
        else:
            self._check()

    def _update(self, names: set[str]) -> None:
        for package in catalogues.packages():
            if not names or package.name in names:
                missing = catalogues.update(package)
                self.stdout.write(f"{package.name}: {missing} without English")
        catalogues.compile_all()

    def _check(self) -> None:
        gaps = list(catalogues.check())
        for gap in gaps:
            where = gap.catalogue.relative_to(catalogues.PACKAGE_DIR)
            self.stdout.write(f"{where}: {gap.fault}: {gap.message}")
        if gaps:
            raise CommandError(f"{len(gaps)} texts need work")
        self.stdout.write("every text is translated")
