"""What is wrong with a budget line before it is saved; the same for drafts and amendments."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import BudgetLine
from ocop.registers.programme.rules import BudgetSource


def refuse_line(line: BudgetLine) -> Refusal | None:
    """Name, source, an amount that is not negative, a task of the same plan."""
    if not line.name.strip():
        return Refusal("line_incomplete", _("Chưa ghi nội dung chi."), "", _("Ghi tiền dùng vào việc gì."))
    if line.source not in set(BudgetSource):
        return Refusal(
            "source_missing",
            _("“%(name)s” chưa có nguồn kinh phí.") % {"name": line.name},
            _("Không có nguồn thì không cộng và không đối chiếu được."),
            _("Chọn nguồn của khoản này."),
        )
    if line.amount is not None and line.amount < 0:
        return Refusal(
            "money_negative",
            _("“%(name)s” có số tiền âm.") % {"name": line.name},
            "",
            _("Ghi số tiền từ 0 đồng, hoặc để trống nếu chưa biết."),
        )
    if line.task is not None and line.task.plan_id != line.plan_id:
        return Refusal(
            "task_elsewhere",
            _("Nhiệm vụ đã chọn thuộc kế hoạch khác."),
            "",
            _("Chọn nhiệm vụ của kế hoạch này."),
        )
    return None
