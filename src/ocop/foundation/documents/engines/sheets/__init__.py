"""Tables to fill in with a spreadsheet: titles, hints, lists of what is taken, one example row.

columns = [Column("name", _("Tên"), is_required=True), Column("commune", _("Mã xã"), digits=5)]
template(_("Ý tưởng"), columns, example={"name": "Dứa sấy"})

What comes back is read by `kernel/tables`.
"""

from ocop.foundation.documents.engines.sheets.columns import MOST_ROWS, Column
from ocop.foundation.documents.engines.sheets.template import template

__all__ = ["MOST_ROWS", "Column", "template"]
