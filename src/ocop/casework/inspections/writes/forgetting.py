"""How to reach whoever reported is kept for a while, and no longer."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from ocop.casework.inspections.models import ReportCount, Reporter
from ocop.casework.inspections.rules.taking import COUNTED_FOR


def forget_reporters(at: datetime) -> int:
    """Deletes every contact whose day has come; how many. The reports stay. Old counters go too."""
    ReportCount.objects.filter(until__lt=at - COUNTED_FOR).delete()
    count, _kinds = Reporter.objects.filter(delete_on__lt=timezone.localdate(at)).delete()
    return count
