"""Who may do what in the programme; one function per act."""

from ocop.registers.programme.permissions.days_off import refuse_days_off, refuse_unknown_year
from ocop.registers.programme.permissions.doubts import refuse_settle
from ocop.registers.programme.permissions.plans import (
    provinces_to_write,
    refuse_draft_change,
    refuse_keep_up,
    refuse_read_plans,
    refuse_report,
    refuse_running,
    refuse_unless_issued,
    refuse_write,
    refuse_write_anywhere,
)

__all__ = [
    "provinces_to_write", "refuse_days_off", "refuse_draft_change", "refuse_keep_up", "refuse_read_plans",
    "refuse_report",
    "refuse_running", "refuse_settle", "refuse_unknown_year", "refuse_unless_issued", "refuse_write",
    "refuse_write_anywhere",
]  # fmt: skip
