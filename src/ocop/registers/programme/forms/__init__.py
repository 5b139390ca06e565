"""Forms of the programme's pages."""

from ocop.registers.programme.forms.plans import (
    AmendForm,
    AttachForm,
    CopyForm,
    FrameForm,
    IssueForm,
    PlanForm,
    PlanHeadForm,
    ReasonForm,
)
from ocop.registers.programme.forms.rows import (
    MOST_ROWS,
    LineRowForm,
    RowForm,
    StepRowForm,
    TargetRowForm,
    TaskRowForm,
    rows_of,
)
from ocop.registers.programme.forms.targets import (
    DoneForm,
    ResultForm,
    TargetForm,
    TaskForm,
    places_of,
)

__all__ = [
    "MOST_ROWS",
    "AmendForm", "AttachForm", "CopyForm", "DoneForm",
    "FrameForm",
    "IssueForm",
    "LineRowForm", "PlanForm", "PlanHeadForm", "ReasonForm", "ResultForm", "RowForm",
    "StepRowForm",
    "TargetForm", "TargetRowForm", "TaskForm", "TaskRowForm", "places_of", "rows_of",
]  # fmt: skip
