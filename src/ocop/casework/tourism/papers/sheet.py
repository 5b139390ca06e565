"""A route of a day on one sheet of A4, in each language: made after it was shown, from what was frozen then
(decision 0019), so that whoever asks for it costs the reading of a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from ocop.casework.tourism.models import RouteSheet
from ocop.casework.tourism.permissions import SHEET_FILES
from ocop.casework.tourism.selectors import legs_of
from ocop.casework.tourism.states import ShowState
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Data, Maker

TEMPLATE = Path("casework") / "tourism" / "papers" / "tuyen.typ"


def _content(sheet: RouteSheet) -> Content:
    with override(sheet.language):
        data = _said(sheet)
    name = f"tuyen-{sheet.route.slug}-{sheet.language}.pdf"
    return Content(data, name, sheet.shown_by, sheet.shown_at)


def _said(sheet: RouteSheet) -> dict[str, Any]:
    """What everyone sees of the route, whatever is being written of it now."""
    row = sheet.route
    return {
        "lang": sheet.language,
        "illustration": row.is_illustration,
        "name": row.shown["name"],
        "about": row.shown["about"],
        "place": row.place.local_full_name,
        "stops": [
            {
                "at": leg.stop["at"], "name": leg.stop["name"], "place": leg.place.local_name,
                "note": leg.stop["note"],
                "stay": _("%(count)s phút") % {"count": leg.stop["minutes"]},
                "way": _("%(count)s km") % {"count": leg.way} if leg.way is not None else "",
            }
            for leg in legs_of(row.shown["stops"])
        ],
        "way_words": _("Số km là đường chim bay giữa tâm các xã; đường đi thật dài hơn."),
        "made_up": _("Minh hoạ: làng, tuyến và giờ không có thật") if row.is_illustration else "",
        "page": f"{settings.SITE_ADDRESS}{row.public_url}",
    }  # fmt: skip


def _with_code(data: Data) -> Data:
    """The code that leads to the page is drawn when the sheet is made."""
    return {**data, "qr": qr.svg(data["page"]), "address": data["page"].partition("://")[2]}


def _keep(sheet: RouteSheet, file: StoredFile) -> None:
    sheet.file = file
    sheet.save(update_fields=["file"])


def _unmade() -> QuerySet[RouteSheet]:
    rows = RouteSheet.objects.filter(file__isnull=True, route__state=ShowState.PUBLISHED)
    return rows.select_related("route__place__parent__parent", "shown_by")


SHEET = Maker(
    model=RouteSheet, owner=SHEET_FILES, template=TEMPLATE, content=_content, keep=_keep, missing=_unmade,
    fill=_with_code,
)  # fmt: skip
