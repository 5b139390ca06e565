"""`ocop forget_questions`: deletes questions of shoppers whose day has come."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ocop.casework.sites.writes.forgetting import forget_questions


class Command(BaseCommand):
    """To be run every day."""

    help = "Deletes the questions of shoppers that were kept long enough (OCOP_QUESTION_DAYS)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many went."""
        self.stdout.write(f"forgotten {forget_questions(timezone.now())}")
