"""`ocop signing_key`: the key under certificates that are checked without network."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.casework.certificates.signing import take_up_key, trusted, withdraw_key
from ocop.kernel.signed import KeyFileError, trusted_as_json


class Command(BaseCommand):
    """Prints the public keys as they are published. The private one is never printed."""

    help = "Shows the public keys; --new makes a key from today on; --withdraw ends trust in one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """At most one of both."""
        one = parser.add_mutually_exclusive_group()
        one.add_argument(
            "--new", action="store_true", help="a new key from today; what the old one signed holds"
        )
        one.add_argument("--withdraw", metavar="KEY", help="nothing that this key signed counts any more")

    def handle(self, *args: Any, new: bool, withdraw: str | None, **options: Any) -> None:
        """Changes what was asked for, then shows all keys."""
        today = timezone.localdate()
        try:
            if new:
                take_up_key(today)
            if withdraw:
                withdraw_key(withdraw, today)
            self.stdout.write(json.dumps(trusted_as_json(trusted().values()), indent=1))
        except KeyError as unknown:
            raise CommandError(f"There is no key {withdraw}.") from unknown
        except KeyFileError as wrong:
            raise CommandError(f"The key cannot be read ({wrong}).") from wrong
