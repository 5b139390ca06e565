"""Gắn bản chụp: a picture or PDF of the old paper stays with its recognition."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, record, recorded
from ocop.registers.recognitions.about import ENTERED
from ocop.registers.recognitions.forms import AsksScan
from ocop.registers.recognitions.models import Entered, Scan
from ocop.registers.recognitions.permissions import refuse_bring_in
from ocop.registers.recognitions.writes.scans import keep_scan


def refuse_scan(who: Who, _entered: Entered) -> Refusal | None:
    """Officers of the province."""
    return refuse_bring_in(who)


@recorded
def attach_scan(entered: Entered, *, file: File[Any], note: str, by: Person, at: datetime) -> Scan:
    """Keeps a scan. Refused to all but officers of the province, and what is neither PDF nor picture."""
    ensure(refuse_bring_in(who_is(by, at)))
    made = keep_scan(entered, file, note=note, by=by, at=at)
    record("recognition.scan", entered, by=by, at=at, data={"file": str(made.file_id)})
    return made


SCAN = Act(
    about=ENTERED,
    name="scan",
    path="ban-chup/",
    refuse=refuse_scan,
    form=AsksScan,
    do=attach_scan,
    button=_("Gắn bản chụp"),
    heading=_("Bản chụp giấy chứng nhận hoặc quyết định"),
    said=_("Đã gắn bản chụp."),
)
