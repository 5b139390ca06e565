"""`ocop migrate`: Django's, and the one command that makes a missing SQLite file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from ocop.config.sqlite.base import is_file, making


class Command(migrate.Command):
    """Says so when the database is new: nobody takes an empty one for the one that was there.

    On standard error: the output of whatever migrates first may be read by a program.
    """

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Makes the file where there is none, already for the checks that come first, and every table."""
        chosen = connections[options["database"]]
        name = str(chosen.settings_dict["NAME"])
        is_new = chosen.vendor == "sqlite" and is_file(name) and not Path(name).exists()
        with making():
            said = super().execute(*args, **options)
        if is_new:
            self.stderr.write(f"Đã lập cơ sở dữ liệu mới · a new database was made: {name}")
        return said
