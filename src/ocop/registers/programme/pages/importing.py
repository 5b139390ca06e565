"""Targets from a table: pasted or sent, shown as read, then all of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.tables.columns import columns_of
from ocop.foundation.tables.forms import PastedTableForm
from ocop.foundation.tables.pages import TableImport, workbook
from ocop.kernel.tables import TARGETS, ReadRow, TableRead
from ocop.registers.programme import acts, permissions
from ocop.registers.programme.labels import count_rule_choices
from ocop.registers.programme.pages.permitted import permitted
from ocop.registers.programme.rules import counted_rules

EXAMPLE = {
    "text": "Sản phẩm mới được công nhận", "unit": "sản phẩm", "value": "30", "at_least": "trở lên",
    "counted_from": "Sản phẩm công nhận lần đầu trong năm",
}  # fmt: skip


class TargetsTable(TableImport):
    """The targets of a draft, from a table."""

    kind = TARGETS
    form_class = PastedTableForm

    def prepare(self, request: PersonRequest, place: str, year: int) -> dict[str, Any]:
        """A draft that the person may change."""
        self.plan = permitted(request, place, year, permissions.refuse_draft_change)
        self.about, self.owner = f"plan:{self.plan.pk}", f"place:{self.plan.place_id}"
        return {
            "heading": _("Nhập chỉ tiêu từ bảng"),
            "back_url": self.plan.get_absolute_url(),
            "back_words": str(self.plan),
            "template_url": reverse("programme:targets_template", args=self.plan.address),
        }

    def look(self, found: TableRead) -> None:
        """What the plan itself refuses."""
        found.faults += acts.try_import(self.plan, found.good)

    def keep(self, rows: list[ReadRow], *, by: Any, at: datetime) -> str:
        """Every target, or none."""
        made = acts.import_targets(self.plan, rows, by=by, at=at)
        return _("Đã nhập %(count)s chỉ tiêu.") % {"count": len(made)}


@require_safe
def targets_template(request: PersonRequest, place: str, year: int) -> HttpResponse:
    """The workbook to fill in, with the words that are taken."""
    permitted(request, place, year, permissions.refuse_draft_change)
    counted = counted_rules()
    words = {
        "at_least": ["trở lên", "đúng", "tất cả"],
        "counted_from": [str(word) for rule, word in count_rule_choices() if rule in counted],
    }
    return workbook(
        template(_("Chỉ tiêu"), columns_of(TARGETS, choices=words), example=EXAMPLE), "mau-chi-tieu.xlsx"
    )
