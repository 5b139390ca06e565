"""Huỷ buổi kiểm tra: it is not done; the reason stays to be read."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISIT
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.permissions import refuse_arrange
from ocop.casework.fieldwork.states import WORKFLOW
from ocop.casework.fieldwork.writes import commune_people, producers_people, team_of, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, AsksReason, ensure, held, recorded, transition


@recorded
def cancel_visit(visit: Visit, *, reason: str, by: Person, at: datetime) -> None:
    """Ends it without a visit; the team, and whoever was told of it, learn it. Refused to all but officers
    of the province, and without a reason (R26-37: to skip needs one).
    """
    ensure(refuse_arrange(who_is(by, at), held(visit)))
    knew = team_of(visit) | (
        producers_people(visit, at) | commune_people(visit, at) if visit.announced_at else set()
    )
    transition(visit, "cancel", by=by, at=at, reason=reason)
    tell_of(
        visit, knew - {by}, kind="cancelled", subject=_("Huỷ buổi kiểm tra: %(product)s"),
        body=_("Không kiểm tra %(producer)s ngày %(day)s."), at=at,
    )  # fmt: skip


CANCEL = Act(
    about=VISIT,
    name="cancel",
    path="huy/",
    move=WORKFLOW.move("cancel"),
    refuse=refuse_arrange,
    form=AsksReason,
    do=cancel_visit,
    lead=_("Lịch vẫn lưu để xem lại, kèm lý do."),
    said=_("Đã huỷ buổi kiểm tra."),
    danger=True,
)
