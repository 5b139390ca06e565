"""`law_wording`: attaches the decree's own sentences to criteria and options."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ocop.foundation.refusals import Refused
from ocop.kernel.law import Regulation, load_regulations
from ocop.registers.regulations.actions import load_wording
from ocop.registers.regulations.rules.matching import Matching, expected


class Command(BaseCommand):
    """Loads one published text and says, set by set, what found its place and what did not."""

    help = "Loads a decree's published text (HTML or DOCX) and ties its sentences to criteria and options."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file and the regulation."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--regulation", required=True, help="code, for example qd-26-2026")

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads and reports."""
        regulation = load_regulations().get(options["regulation"])
        if regulation is None:
            raise CommandError(f"unknown regulation; known: {', '.join(load_regulations())}")
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from error
        try:
            source, matching = load_wording(
                regulation, content=content, file_name=options["file"].name, by=None, at=timezone.now()
            )
        except Refused as refused:
            raise CommandError(f"{refused.refusal.what} {refused.refusal.why}") from refused
        self._report(regulation, matching)
        self.stdout.write(f"{source.matched} of {source.expected} places have their sentence")

    def _report(self, regulation: Regulation, matching: Matching) -> None:
        found = {(s.set_number, s.criterion, s.token) for s in matching.sentences}
        counts = Counter(number for number, _, _ in found)
        for number, product_set in sorted(regulation.sets.items()):
            places = list(expected(product_set))
            self.stdout.write(f"set {number}: {counts[number]} of {len(places)}")
            missing = (
                [f"{c} {t}".strip() for c, t in places if (number, c, t) not in found]
                if counts[number]
                else []
            )
            if missing:
                self.stdout.write(f"  without a sentence: {', '.join(missing)}")
        for set_number, text, points in matching.unmatched:
            self.stdout.write(f"  not matched in set {set_number}: {text} | {points or ''}")
