"""What several acts refuse about what they are told."""

from __future__ import annotations

from ocop.registers.programme.checks.money import refuse_line
from ocop.registers.programme.checks.papers import refuse_untitled
from ocop.registers.programme.checks.plans import refuse_frame, refuse_words
from ocop.registers.programme.checks.targets import refuse_place, refuse_target
from ocop.registers.programme.checks.tasks import refuse_task, refuse_task_in_use

__all__ = [
    "refuse_frame",
    "refuse_line",
    "refuse_place",
    "refuse_target",
    "refuse_task",
    "refuse_task_in_use",
    "refuse_untitled",
    "refuse_words",
]
