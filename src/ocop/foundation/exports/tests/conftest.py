"""An officer of the province, and a list of producers that is longer than what is saved at once."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone

from ocop.foundation.accounts.rules import Role
from ocop.foundation.exports.actions import ask_export
from ocop.foundation.exports.models import Export
from ocop.kernel.text import fold
from ocop.registers.producers.models import Producer

LIST = "/danh-ba/chu-the/"


@pytest.fixture
def now() -> datetime:
    """This moment: pages know no other."""
    return timezone.now()


@pytest.fixture
def tuan(cast):
    """An officer of the province."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return tuan


@pytest.fixture
def producers(cast, at, settings):
    """Makes producers of these names; three rows are a long list."""
    settings.EXPORT_ROWS_AT_ONCE = 2

    def make(*names: str) -> None:
        Producer.objects.bulk_create(
            Producer(
                name=name, slug=f"chu-the-{number}", legal_form="cooperative", commune=cast.commune,
                source="register", search_text=fold(name), created_at=at,
            )
            for number, name in enumerate(names, start=Producer.objects.count())
        )  # fmt: skip

    make("Hợp tác xã An", "Hợp tác xã Bình", "Hợp tác xã Cường")
    return make


@pytest.fixture
def export(tuan, producers, now) -> Export:
    """Tuấn asks for the list of producers."""
    return ask_export(LIST, by=tuan, at=now)
