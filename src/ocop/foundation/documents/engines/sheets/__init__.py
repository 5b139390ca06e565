"""Tables that offices fill in with a spreadsheet: a template to fill, reading what comes back, marking what
is faulty.

columns = [Column("name", _("Tên"), is_required=True), Column("commune", _("Mã xã"), digits=5)] template(_("Ý
tưởng"), columns, example={"name": "Dứa sấy"})        # the workbook to fill in sheet = read_sheet(content,
name, columns)                          # rows and faults, or Refused for the whole file mark(content, sheet,
[Remark(5, "commune", "Không có mã xã này.")])  # the same workbook, faulty cells coloured
"""

from ocop.foundation.documents.engines.sheets.columns import MOST_ROWS, Column, Remark, Row, Sheet
from ocop.foundation.documents.engines.sheets.marking import mark
from ocop.foundation.documents.engines.sheets.reading import open_workbook, read_sheet
from ocop.foundation.documents.engines.sheets.template import template

__all__ = ["MOST_ROWS", "Column", "Remark", "Row", "Sheet", "mark", "open_workbook", "read_sheet", "template"]
