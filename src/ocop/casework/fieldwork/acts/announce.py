"""Thông báo cho chủ thể: the producer and the commune learn day, team and what is looked at."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISIT
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.permissions import refuse_arrange
from ocop.casework.fieldwork.states import WORKFLOW
from ocop.casework.fieldwork.writes import commune_people, producers_people, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded, transition


@recorded
def announce_visit(visit: Visit, *, by: Person, at: datetime) -> None:
    """Tells the producer and the commune; the notice on paper is on the page of the visit.

    Refused to all but officers of the province who do not act for the producer.
    """
    ensure(refuse_arrange(who_is(by, at), held(visit)))
    transition(visit, "announce", by=by, at=at, changes={"announced_at": at})
    tell_of(
        visit, producers_people(visit, at) | commune_people(visit, at), kind="announced",
        subject=_("Kiểm tra thực tế ngày %(day)s: %(product)s"),
        body=_("Đoàn kiểm tra đến %(producer)s ngày %(day)s. Mở để xem thành phần đoàn và các mục sẽ xem."),
        at=at,
    )  # fmt: skip


ANNOUNCE = Act(
    about=VISIT,
    name="announce",
    path="thong-bao/",
    move=WORKFLOW.move("announce"),
    refuse=refuse_arrange,
    do=announce_visit,
    lead=_("Chủ thể và xã nhận thông báo về ngày, đoàn kiểm tra và các mục sẽ xem."),
    said=_("Đã thông báo cho chủ thể và xã."),
    weight="main",
)
