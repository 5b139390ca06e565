"""Scans of old papers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File

from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import FileKind
from ocop.registers.recognitions.models import Entered, Scan
from ocop.registers.recognitions.permissions import SCANS


def keep_scan(entered: Entered, file: File[Any], *, note: str, by: Any, at: datetime) -> Scan:
    """Keeps a scan with its recognition. Refused: what is neither PDF nor picture."""
    stored = store(file, owner=SCANS, by=by, at=at, kinds=(FileKind.PDF, FileKind.IMAGE))
    return Scan.objects.create(entered=entered, file=stored, note=note, at=at, by=by)
