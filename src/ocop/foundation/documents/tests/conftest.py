"""Shorthands for the tests of this package."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ocop.foundation.documents.actions import store
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.ui.tests.machines import chromium, opened, small_site, wire

__all__ = ["chromium", "opened", "small_site", "wire"]


@pytest.fixture
def keep(cast, at) -> Callable[..., StoredFile]:
    """Stores bytes as Lan would hand them in."""

    def keep(content: bytes, name: str, owner: str = "tests.evidence", **options) -> StoredFile:
        return store(SimpleUploadedFile(name, content), owner=owner, by=cast.lan, at=at, **options)

    return keep
