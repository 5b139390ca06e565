"""Boxes that a page's script fills, and how what it writes is read."""

from __future__ import annotations

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from ocop.foundation.ui.forms import TextField


def hidden(most: int) -> TextField:
    """A box that nobody sees."""
    return TextField(required=False, max_length=most, widget=forms.HiddenInput)


def moment_of(text: str, at: datetime) -> datetime | None:
    """As camera or phone wrote it; a camera knows no zone, so it is the province's. None for one to come."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    if found is None or not 2000 < found.year < 2100:
        return None
    moment = found if found.tzinfo else timezone.make_aware(found)
    return moment if moment < at + timedelta(days=1) else None
