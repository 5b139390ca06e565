"""Every act of this package, in the order of the work; one file each.

What is written in a page of rows has no value of its own: `pages/rows.py` calls it.
"""

from ocop.registers.programme.acts.cycle_set import CycleDates, set_cycle_steps
from ocop.registers.programme.acts.days_off_edit import EDIT_DAYS_OFF, edit_days_off
from ocop.registers.programme.acts.days_off_enter import ENTER_DAYS_OFF, enter_days_off
from ocop.registers.programme.acts.frame_write import WRITE_FRAME, write_frame
from ocop.registers.programme.acts.line_add import add_budget_line
from ocop.registers.programme.acts.line_edit import edit_budget_line
from ocop.registers.programme.acts.line_remove import remove_budget_line
from ocop.registers.programme.acts.plan_amend import AMEND_PLAN, amend_plan, preview
from ocop.registers.programme.acts.plan_attach import ATTACH_PAPERS, attach_papers
from ocop.registers.programme.acts.plan_close import CLOSE_PLAN, close_plan
from ocop.registers.programme.acts.plan_copy import COPY_PLAN, copy_plan
from ocop.registers.programme.acts.plan_drop import DROP_PLAN, drop_plan
from ocop.registers.programme.acts.plan_edit import EDIT_PLAN, edit_plan
from ocop.registers.programme.acts.plan_issue import ISSUE_PLAN, issue_plan
from ocop.registers.programme.acts.plan_write import WRITE_PLAN, write_plan
from ocop.registers.programme.acts.programme_set_up import appoint_first_operator, set_up_programme
from ocop.registers.programme.acts.result_record import RECORD_RESULT, record_result
from ocop.registers.programme.acts.result_withdraw import WITHDRAW_RESULT, withdraw_result
from ocop.registers.programme.acts.settle import SETTLE, settle_anomaly
from ocop.registers.programme.acts.target_add import add_target
from ocop.registers.programme.acts.target_edit import EDIT_TARGET, edit_target
from ocop.registers.programme.acts.target_remove import remove_target
from ocop.registers.programme.acts.targets_import import import_targets, try_import
from ocop.registers.programme.acts.task_add import add_task
from ocop.registers.programme.acts.task_attach import ATTACH_TO_TASK, attach_to_task
from ocop.registers.programme.acts.task_drop import DROP_TASK, drop_task
from ocop.registers.programme.acts.task_edit import EDIT_TASK, edit_task
from ocop.registers.programme.acts.task_finish import FINISH_TASK, finish_task
from ocop.registers.programme.acts.task_remove import remove_task
from ocop.registers.programme.acts.task_reopen import REOPEN_TASK, reopen_task

ABOUT_A_PLAN = (ISSUE_PLAN, EDIT_PLAN, DROP_PLAN, AMEND_PLAN, COPY_PLAN, CLOSE_PLAN)
ABOUT_A_TASK = (FINISH_TASK, ATTACH_TO_TASK, EDIT_TASK, DROP_TASK, REOPEN_TASK)
ACTS = (
    WRITE_FRAME, WRITE_PLAN, *ABOUT_A_PLAN, ATTACH_PAPERS, EDIT_TARGET, *ABOUT_A_TASK, RECORD_RESULT,
    WITHDRAW_RESULT, SETTLE, ENTER_DAYS_OFF, EDIT_DAYS_OFF,
)  # fmt: skip

__all__ = [
    "ABOUT_A_PLAN",
    "ABOUT_A_TASK",
    "ACTS",
    "AMEND_PLAN",
    "ATTACH_PAPERS",
    "ATTACH_TO_TASK",
    "CLOSE_PLAN",
    "COPY_PLAN",
    "DROP_PLAN",
    "DROP_TASK",
    "EDIT_DAYS_OFF",
    "EDIT_PLAN",
    "EDIT_TARGET",
    "EDIT_TASK",
    "ENTER_DAYS_OFF",
    "FINISH_TASK",
    "ISSUE_PLAN",
    "RECORD_RESULT",
    "REOPEN_TASK",
    "SETTLE",
    "WITHDRAW_RESULT",
    "WRITE_FRAME",
    "WRITE_PLAN",
    "CycleDates",
    "add_budget_line",
    "add_target",
    "add_task",
    "amend_plan",
    "appoint_first_operator",
    "attach_papers",
    "attach_to_task",
    "close_plan",
    "copy_plan",
    "drop_plan",
    "drop_task",
    "edit_budget_line",
    "edit_days_off",
    "edit_plan",
    "edit_target",
    "edit_task",
    "enter_days_off",
    "finish_task",
    "import_targets",
    "issue_plan",
    "preview",
    "record_result",
    "remove_budget_line",
    "remove_target",
    "remove_task",
    "reopen_task",
    "set_cycle_steps",
    "set_up_programme",
    "settle_anomaly",
    "try_import",
    "withdraw_result",
    "write_frame",
    "write_plan",
]
