"""Reads of the programme that pages and other packages share."""

from ocop.registers.programme.selectors.doubts import Doubt, decisions_for, doubt, doubts, references_for
from ocop.registers.programme.selectors.history import snapshot, text_as_issued, text_on
from ocop.registers.programme.selectors.plans import (
    plan_at,
    plan_for,
    plans_visible_to,
    recorded_results,
    targets_of,
    total_recorded,
)
from ocop.registers.programme.selectors.programme import current, province_code, signer_of
from ocop.registers.programme.selectors.tasks import late_tasks, waiting

__all__ = [
    "Doubt", "current", "decisions_for",
    "doubt", "doubts", "late_tasks", "plan_at", "plan_for", "plans_visible_to",
    "province_code", "recorded_results", "references_for", "signer_of",
    "snapshot", "targets_of", "text_as_issued", "text_on", "total_recorded", "waiting",
]  # fmt: skip
