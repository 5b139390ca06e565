"""Tables of the programme; one file per noun."""

from ocop.registers.programme.models.amendments import Amendment, Change
from ocop.registers.programme.models.anomalies import AnomalyDecision
from ocop.registers.programme.models.cycle import CycleStep
from ocop.registers.programme.models.days_off import YearOfDaysOff
from ocop.registers.programme.models.money import BudgetLine
from ocop.registers.programme.models.plans import Frame, Plan, PlanPaper
from ocop.registers.programme.models.programme import Programme
from ocop.registers.programme.models.targets import Target, TargetResult
from ocop.registers.programme.models.tasks import Task, TaskPaper

__all__ = [
    "Amendment", "AnomalyDecision", "BudgetLine", "Change", "CycleStep", "Frame", "Plan",
    "PlanPaper", "Programme", "Target", "TargetResult", "Task", "TaskPaper",
    "YearOfDaysOff",
]  # fmt: skip
