"""The process that makes papers and files of lists: once, and until it is stopped."""

import io
import os
import signal

import pytest
from django.core.management import call_command
from django.utils import timezone

from ocop.foundation.accounts.rules import Role
from ocop.foundation.exports.actions import ask_export
from ocop.foundation.exports.models import Export
from ocop.foundation.exports.rules import KEPT


@pytest.fixture
def export(cast) -> Export:
    """An officer of the province asks for the list of producers."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return ask_export("/danh-ba/chu-the/", by=tuan, at=timezone.now())


class Stopping(io.StringIO):
    """Asks the process to end as soon as it says anything."""

    def write(self, text: str) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return super().write(text)


def test_once_it_makes_what_waits_and_removes_what_is_over(export):
    out = io.StringIO()
    call_command("render_papers", stdout=out)
    assert out.getvalue() == "0 made, 1 lists, 0 lists removed\n"
    Export.objects.update(asked_at=timezone.now() - 2 * KEPT, made_at=timezone.now() - KEPT)
    call_command("render_papers", stdout=out)
    assert (out.getvalue().splitlines()[1], Export.objects.count()) == ("0 made, 0 lists, 1 lists removed", 0)


def test_watching_ends_when_it_is_asked_to_with_what_it_has_in_hand_finished(export):
    before = [signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)]
    try:
        call_command("render_papers", "--watch", stdout=Stopping())
    finally:
        for name, handler in zip((signal.SIGTERM, signal.SIGINT), before, strict=True):
            signal.signal(name, handler)
    export.refresh_from_db()
    assert export.made_at is not None
