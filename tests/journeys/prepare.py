"""Run as a program: fills the database of a journey's server before it starts."""

from __future__ import annotations

import os


def main() -> None:
    """Tables, static files, places, and the small province."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from tests.province import tell

    for command, options in (("migrate", {"interactive": False}), ("collectstatic", {"interactive": False})):
        call_command(command, verbosity=0, **options)
    call_command("load_places", verbosity=0)
    with transaction.atomic():
        tell()


if __name__ == "__main__":
    main()
