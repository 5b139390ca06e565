"""States of a plan and of a task, how a target is bound, where money comes from, the steps of a year."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow

FIRST_YEAR = 2018
"""The first year of the programme."""


class PlanState(StrEnum):
    """Where a yearly plan stands. Once issued it changes by amendment only."""

    DRAFT = "draft"
    ISSUED = "issued"
    CLOSED = "closed"
    DROPPED = "dropped"


PLAN_STATES: Mapping[PlanState, Label] = {
    PlanState.DRAFT: Label("Dự thảo", "Draft"),
    PlanState.ISSUED: Label("Đang thực hiện", "In force"),
    PlanState.CLOSED: Label("Đã kết thúc", "Closed"),
    PlanState.DROPPED: Label("Đã bỏ", "Dropped"),
}

OFFICIAL = frozenset({PlanState.ISSUED, PlanState.CLOSED})
"""What was issued; a draft is not yet, a dropped one never was."""

PLAN_WORKFLOW = Workflow(
    "plan",
    PlanState,
    PlanState.DRAFT,
    (
        Move("issue", frozenset({PlanState.DRAFT}), PlanState.ISSUED, Label("Ban hành", "Issue")),
        Move(
            "close",
            frozenset({PlanState.ISSUED}),
            PlanState.CLOSED,
            Label("Kết thúc kế hoạch", "Close the plan"),
        ),
        Move(
            "drop",
            frozenset({PlanState.DRAFT}),
            PlanState.DROPPED,
            Label("Bỏ dự thảo", "Drop the draft"),
            needs_reason=True,
        ),
    ),
)


class TaskState(StrEnum):
    """Where a task of a plan stands; being late is read from its due date."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


TASK_STATES: Mapping[TaskState, Label] = {
    TaskState.OPEN: Label("Đang làm", "Open"),
    TaskState.DONE: Label("Đã xong", "Done"),
    TaskState.DROPPED: Label("Không làm nữa", "Dropped"),
}

TASK_WORKFLOW = Workflow(
    "task",
    TaskState,
    TaskState.OPEN,
    (
        Move("finish", frozenset({TaskState.OPEN}), TaskState.DONE, Label("Báo xong", "Report as done")),
        Move(
            "drop",
            frozenset({TaskState.OPEN}),
            TaskState.DROPPED,
            Label("Thôi thực hiện", "Drop"),
            needs_reason=True,
        ),
        Move(
            "reopen",
            frozenset({TaskState.DONE, TaskState.DROPPED}),
            TaskState.OPEN,
            Label("Mở lại", "Reopen"),
            needs_reason=True,
        ),
    ),
)


class Bound(StrEnum):
    """What the plan says of a target's number."""

    AT_LEAST = "at_least"
    EXACTLY = "exactly"
    ALL_DUE = "all_due"
    UNSET = "unset"


NUMBERED = frozenset({Bound.AT_LEAST, Bound.EXACTLY})


class BudgetSource(StrEnum):
    """Where the money of a budget line comes from."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    PRODUCER = "producer"
    CREDIT = "credit"
    OTHER = "other"


class StepKind(StrEnum):
    """The steps of the yearly cycle (Decision 26/2026, article 3), in their order."""

    COMMUNICATION = "communication"
    IDEAS = "ideas"
    IDEA_APPROVAL = "idea_approval"
    DOSSIERS = "dossiers"
    EVALUATION = "evaluation"
    RESULTS = "results"
    POST_CHECKS = "post_checks"


class Thing(StrEnum):
    """What an amendment can change."""

    TARGET = "target"
    TASK = "task"
    BUDGET_LINE = "budget_line"
