"""Đưa ra khỏi phiên họp: a product is taken off the agenda; its dossier waits for another meeting."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.review.about import PRODUCT, to_meeting
from ocop.casework.review.checks import refuse_move
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.permissions import refuse_prepare
from ocop.casework.review.selectors import bench
from ocop.casework.review.states import ITEM_WORKFLOW, MeetingState, SheetState
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.recounts import lapse_corrections
from ocop.casework.samples.selectors import is_postponed
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, recorded, transition


def refuse_remove(who: Who, item: AgendaItem) -> Refusal | None:
    """Whoever prepares the meeting, while nobody has sealed a sheet (T-08), or where too few may judge, or
    where its test waits for a later round: then there is no result that could be fished for.
    """
    if refusal := refuse_prepare(who, item.meeting) or refuse_move(item, "remove"):
        return refusal
    if _has_sheets(item) and not _lacks_judges(item, who.at) and not is_postponed(item.dossier_id):
        return Refusal(
            "sheets_already_sealed",
            gettext("“%(product)s” đã có phiếu chốt nên không đưa ra khỏi phiên họp được.")
            % {"product": item},
            _("Nếu không, có thể chấm đi chấm lại một sản phẩm cho tới khi được điểm mong muốn."),
            _("Tổng hợp kết quả trong phiên họp này."),
        )
    return None


def _has_sheets(item: AgendaItem) -> bool:
    return ScoreSheet.objects.filter(item=item, state=SheetState.SEALED).exists()


def _lacks_judges(item: AgendaItem, at: datetime) -> bool:
    return item.meeting.rules_id is not None and not bench(item, at).quorum.is_met


@recorded
def remove_from_agenda(item: AgendaItem, *, reason: str, by: Person, at: datetime) -> AgendaItem:
    """Takes a product off the agenda; its dossier waits for another meeting.
    Refused once a sheet is sealed (T-08), unless conflicts and absences leave too few judges.
    """
    ensure(refuse_remove(who_is(by, at), held_item(item)))
    dossiers.hold_dossiers([item.dossier_id])
    lapse_corrections(item, reason=reason, by=by, at=at)
    is_open = item.meeting.state == MeetingState.OPEN
    changes = {"result": {"removed": reason.strip()}} if is_open else {}
    transition(item, "remove", by=by, at=at, reason=reason, changes=changes)
    dossiers.unschedule(item.dossier, reason=reason, by=by, at=at)
    return item


REMOVE = Act(
    about=PRODUCT,
    name="remove",
    path="dua-ra/",
    move=ITEM_WORKFLOW.move("remove"),
    refuse=refuse_remove,
    form=AsksReason,
    do=remove_from_agenda,
    heading=lambda item: gettext("Đưa “%(product)s” ra khỏi phiên họp") % {"product": item},
    said=_("Đã đưa ra khỏi phiên họp; hồ sơ chờ phiên khác."),
    then=to_meeting,
    danger=True,
)
