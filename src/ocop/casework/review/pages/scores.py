"""The table of members' scores as a spreadsheet, after the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from ocop.casework.review import permissions
from ocop.casework.review.about import find_meeting, see_meeting
from ocop.casework.review.papers.passes import with_history
from ocop.casework.review.papers.people import People
from ocop.casework.review.papers.scores import Row, score_rows
from ocop.casework.review.selectors import with_removed
from ocop.casework.review.states import MeetingState
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.documents.engines.xlsx import workbook
from ocop.foundation.documents.exports import XLSX
from ocop.foundation.refusals import ensure


def scores(request: PersonRequest, key: UUID) -> HttpResponse:
    """Every sealed sheet with its points and whether it counts, members named as in the minutes.

    For who may read the minutes, once the meeting is closed.
    """
    who, meeting = request.who, find_meeting(request.who, key)
    see_meeting(who, meeting)
    ensure(permissions.refuse_read_minutes(who, meeting))
    if meeting.state != MeetingState.CLOSED or meeting.rules is None or meeting.closed_at is None:
        raise Http404(_("Phiên họp chưa bế mạc."))
    items = with_removed(meeting)
    with_history(items)
    labels = People(meeting, meeting.closed_at).labels(meeting.rules)
    rows = list(score_rows(items, labels))
    parts = sorted({part for row in rows for part in row.parts})
    head = [_("Sản phẩm"), _("Chủ thể"), _("Thành viên"), _("Lượt chấm"), _("Bản")]
    head += [_("Phần %(part)s") % {"part": part} for part in parts]
    head += [_("Tổng"), _("Mã phiếu"), _("Ghi chú")]
    made = workbook(_("Bảng điểm"), head, _lines(rows, parts))
    response = HttpResponse(made, content_type=XLSX)
    name = f"bang-diem-{meeting.minutes_no}".replace("/", "-")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx")
    return response


def _lines(rows: list[Row], parts: list[str]) -> Iterator[list[Any]]:
    for row in rows:
        product = row.item.dossier.product
        points = [row.parts.get(part) for part in parts]
        sheet = row.sheet
        yield [
            product.name, product.producer.name, row.member, sheet.pass_no, sheet.edition,
            *points, row.total, row.code, row.note,
        ]  # fmt: skip
