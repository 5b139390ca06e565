"""Which recognitions an act of this package put into the register."""

from __future__ import annotations

from ocop.foundation.audit.models import Entry
from ocop.registers.recognitions.models import Entered


def entered_by_acts() -> set[int]:
    """Those of an import that is on the record, and those that are there one by one."""
    entries = Entry.objects.values_list("object_id", flat=True)
    imports = [int(key) for key in entries.filter(action="register.import")]
    single = {int(key) for key in entries.filter(action="recognition.enter")}
    brought = Entered.objects.filter(source__in=imports).values_list("pk", flat=True)
    return single | set(brought.iterator())
