"""Results of a sample from a table: its template, what was read, saving it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.samples.about import find_sample, see_sample
from ocop.casework.samples.acts import record_table
from ocop.casework.samples.acts.add_indicator import limit_unreadable
from ocop.casework.samples.forms import ResultTableForm
from ocop.casework.samples.models import Indicator
from ocop.casework.samples.permissions import refuse_sample
from ocop.casework.samples.rules import read_limit, read_value, same_words
from ocop.casework.samples.writes.results import Paper
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.refusals import ensure
from ocop.foundation.tables.columns import columns_of
from ocop.foundation.tables.pages import TableImport, workbook
from ocop.kernel.tables import RESULTS, ReadRow, RowFault, TableRead, Wrong

EXAMPLE = {
    "name": "Aflatoxin B1", "value": "< 0,5", "unit": "µg/kg", "limit": "≤ 5",
    "standard": "QCVN 8-1:2011/BYT",
}  # fmt: skip


class ResultTable(TableImport):
    """What a laboratory found, from a table."""

    kind = RESULTS
    form_class = ResultTableForm

    def prepare(self, request: PersonRequest, key: UUID) -> dict[str, Any]:
        """The sample, for whoever records its result."""
        self.sample = find_sample(request.who, key)
        see_sample(request.who, self.sample)
        ensure(refuse_sample(request.who, self.sample))
        self.about, self.owner = f"sample:{self.sample.pk}", f"place:{self.sample.demand.dossier.commune_id}"
        self.asked = list(self.sample.indicators.filter(drop_reason=""))
        return {
            "heading": _("Ghi kết quả mẫu %(code)s từ bảng") % {"code": self.sample.code},
            "lead": _("Chỉ tiêu đã có thì chỉ cần kết quả; chỉ tiêu mới cần cả giới hạn và tiêu chuẩn."),
            "back_url": self.sample.get_absolute_url(),
            "back_words": self.sample.code,
            "template_url": reverse("samples:result_template", args=[self.sample.key]),
        }

    def _known(self, row: ReadRow) -> Indicator | None:
        return next((one for one in self.asked if same_words(one.name, row.text("name"))), None)

    def look(self, found: TableRead) -> None:
        """Values and limits that cannot be read; a limit that is not the one asked for; values missing."""
        for row in found.rows:
            known = self._known(row)
            unit = known.unit if known else row.text("unit")
            value, limit = row.text("value"), row.text("limit")
            if value and read_value(value, unit) is None:
                words = _("Chưa đọc được kết quả “%(text)s”.") % {"text": value}
                found.faults.append(RowFault("value", Wrong.REFUSED, words, row.number))
            if words := self._limit_fault(known, limit, row):
                found.faults.append(RowFault("limit", Wrong.REFUSED, words, row.number))

    def _limit_fault(self, known: Indicator | None, limit: str, row: ReadRow) -> str:
        if known is not None:
            if not limit or read_limit(limit) == known.limit:
                return ""
            return _("Giới hạn đã ghi cho mẫu là %(limit)s.") % {"limit": known.limit_words}
        if not limit or not row.text("standard"):
            return _("Chỉ tiêu mới phải có giới hạn và tiêu chuẩn.")
        return str(limit_unreadable(limit)) if read_limit(limit) is None else ""

    def keep(self, rows: list[ReadRow], *, by: Any, at: datetime) -> str:
        """The report with every value, or nothing."""
        assert self.file is not None  # noqa: S101 - a table is saved from its own page
        head = self.file.options
        paper = Paper(
            head["number"], date.fromisoformat(head["issued_on"]), head["code"],
            date.fromisoformat(head["contest_until"]),
        )  # fmt: skip
        added = [
            {"name": row.text("name"), "limit_text": row.text("limit"), "unit": row.text("unit"),
             "standard": row.text("standard")}
            for row in rows if self._known(row) is None
        ]  # fmt: skip
        values = {row.text("name"): row.text("value") for row in rows}
        record_table(self.sample, paper=paper, values=values, added=added, by=by, at=at)
        return _("Đã ghi kết quả %(count)s chỉ tiêu.") % {"count": len(rows)}


@require_safe
def result_template(request: PersonRequest, key: UUID) -> HttpResponse:
    """The workbook to fill in."""
    sample = find_sample(request.who, key)
    see_sample(request.who, sample)
    ensure(refuse_sample(request.who, sample))
    name = f"ket-qua-{sample.code}.xlsx"
    return workbook(template(_("Kết quả kiểm nghiệm"), columns_of(RESULTS), example=EXAMPLE), name)
