"""Every write on the programme."""

from ocop.registers.programme.actions.amending import amend_plan, preview
from ocop.registers.programme.actions.copying import copy_plan
from ocop.registers.programme.actions.cycle import CycleDates, set_cycle_steps
from ocop.registers.programme.actions.importing import import_targets, try_import
from ocop.registers.programme.actions.money import add_budget_line, edit_budget_line, remove_budget_line
from ocop.registers.programme.actions.plans import (
    attach_paper,
    close_plan,
    drop_plan,
    edit_plan,
    issue_plan,
    write_frame,
    write_plan,
)
from ocop.registers.programme.actions.programme import appoint_first_operator, set_up_programme
from ocop.registers.programme.actions.targets import (
    add_target,
    edit_target,
    record_result,
    remove_target,
    withdraw_result,
)
from ocop.registers.programme.actions.tasks import (
    add_task,
    attach_to_task,
    drop_task,
    edit_task,
    finish_task,
    remove_task,
    reopen_task,
)

__all__ = [
    "CycleDates", "add_budget_line", "add_target", "add_task", "amend_plan", "appoint_first_operator",
    "attach_paper",
    "attach_to_task", "close_plan", "copy_plan", "drop_plan",
    "drop_task", "edit_budget_line", "edit_plan", "edit_target",
    "edit_task", "finish_task", "import_targets", "issue_plan", "preview",
    "record_result",
    "remove_budget_line", "remove_target", "remove_task", "reopen_task", "set_cycle_steps",
    "set_up_programme",
    "try_import", "withdraw_result", "write_frame", "write_plan",
]  # fmt: skip
