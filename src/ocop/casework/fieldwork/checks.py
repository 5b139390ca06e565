"""Refusals that several acts at the place give."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.permissions import refuse_write
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_at_place(who: Who, visit: Visit) -> Refusal | None:
    """Writing, photographing, signing: the inspectors, while it has not ended."""
    return refuse_write(who, visit) or refuse_ended(visit)


def refuse_ended(visit: Visit) -> Refusal | None:
    """One that ended on another phone meanwhile."""
    if visit.state != VisitState.ENDED or visit.ended_at is None:
        return None
    names = {"person": visit.ended_by, "hour": date_format(localtime(visit.ended_at), "H:i, d/m/Y")}
    return Refusal(
        "conflict_ended",
        _("%(person)s đã kết thúc buổi kiểm tra này lúc %(hour)s.") % names,
        _("Biên bản đã lập từ kết quả ghi đến lúc đó; không ghi thêm vào được."),
        _("Mở biên bản để xem; điều còn thiếu thì lập biên bản bổ sung."),
    )
