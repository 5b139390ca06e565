"""Questions of shoppers are kept for a while, and no longer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ocop.casework.sites.models import Asker, Question


def forget_questions(at: datetime) -> int:
    """Deletes every question whose day has come, with its answer and how to reach who asked; how many."""
    old = Question.objects.filter(delete_on__lt=timezone.localdate(at))
    with transaction.atomic():
        Asker.objects.filter(question__in=old).delete()
        count, _kinds = old.delete()
    return count
