"""Setting up the programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from ocop.foundation.audit.actions import record
from ocop.registers.programme.models import Programme


@transaction.atomic
def set_up_programme(*, fields: Mapping[str, Any], by: Any, at: datetime) -> Programme:
    """Sets up the programme of the province that this database serves."""
    programme = Programme.objects.create(**fields, created_at=at)
    record("programme.set_up", programme, by=by, at=at)
    return programme
