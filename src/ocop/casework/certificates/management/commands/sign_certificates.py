"""`ocop sign_certificates`: signs the facts of every certificate that has no signed text yet."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.casework.certificates.signing import signer_on
from ocop.casework.certificates.writes.proofs import prove_missing


class Command(BaseCommand):
    """Again: signs nothing twice."""

    help = "Signs certificates from before there was a key, and those whose key was withdrawn."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many were signed."""
        now = timezone.now()
        if signer_on(timezone.localdate(now)) is None:
            raise CommandError("There is no key in use: make one with `ocop signing_key --new`.")
        self.stdout.write(f"{prove_missing(at=now)} certificates signed")
