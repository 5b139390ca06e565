"""A session of one of the councils of the year, from its plan to its minutes."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting, Seat
from ocop.casework.review.rules import ResolutionKind
from ocop.casework.review.states import ItemState
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.sheets import choices_for
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.councils import SETS, Set, members
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import product_rows

BY_HAND = "Minh hoạ: đã đối chiếu từng yêu cầu tối thiểu theo hạng sao của Quyết định 781/QĐ-TTg: đạt."


def note_meeting(stage: Stage, council: str, day: str, *, points: int) -> None:
    """Planned the day it is held; every dossier that is accepted then is on the agenda."""
    one = next(found for found in SETS if found.key == council)
    stage.diary.note(f"{day} 07:30", partial(_plan, stage, one, f"{day} 08:00"))
    stage.diary.note(f"{day} 08:05", partial(_open, stage, one))
    stage.diary.note(f"{day} 09:00", partial(_score, stage, one, points))
    stage.diary.note(f"{day} 16:00", partial(_close, stage, one))


def _meeting(stage: Stage, one: Set) -> Meeting:
    return Meeting.objects.select_related("council__programme__province").get(
        pk=stage.meetings[key_of(one.key)].pk
    )


def _plan(stage: Stage, one: Set, starts: str, at: datetime) -> None:
    by = person(stage, one.secretary)
    meeting = stage.meetings[key_of(one.key)] = acts.plan_meeting(
        stage.councils[one.key], title=f"Phiên họp của {one.name[0].lower()}{one.name[1:]}",
        starts_at=moment(starts),
        venue="Phòng họp (minh hoạ)", by=by, at=at,
    )  # fmt: skip
    keys = [key_of(row["key"]) for row in product_rows() if row["how"] == "dossier"]
    dossiers = list(
        Dossier.objects.with_names().filter(pk__in=[stage.dossiers[key].pk for key in keys]).order_by("pk")
    )
    acts.put_on_agenda(
        meeting, dossiers, advisory_report=_report(one, by, at),
        advisory_opinion="Minh hoạ: đề nghị đánh giá.",
        by=by, at=at,
    )  # fmt: skip


def _report(one: Set, by: object, at: datetime) -> Paper:
    return file_paper(
        kind=PaperKind.REPORT, number=f"{one.number + 9}-MH/BC-TTV", issued_on=at.date(), issuer="Tổ tư vấn",
        subject=f"Thẩm định hồ sơ trình {one.name[0].lower()}{one.name[1:]}", by=by, at=at,
    )  # fmt: skip


def _open(stage: Stage, one: Set, at: datetime) -> None:
    by = person(stage, one.secretary)
    present: dict[Seat, tuple[bool, str]] = dict.fromkeys(stage.councils[one.key].seats.all(), (True, ""))
    acts.record_attendance(_meeting(stage, one), present, by=by, at=at)
    acts.open_meeting(_meeting(stage, one), by=by, at=at)
    for key in members(one):
        words = {item: acts.Word(False) for item in _meeting(stage, one).items.all()}
        acts.declare(words, by=person(stage, key), at=at)


def _score(stage: Stage, one: Set, points: int, at: datetime) -> None:
    """Every member fills and seals a sheet;
    the council of the province then confirms the minimums by hand.
    """
    acts.open_all_items(_meeting(stage, one), by=person(stage, one.secretary), at=at)
    wanted = {stage.products[key_of(row["key"])].pk: int(row["stars"]) for row in product_rows()}
    for item in AgendaItem.objects.filter(meeting=_meeting(stage, one)).select_related("dossier__product"):
        stars = wanted[item.dossier.product_id]
        for number, key in enumerate(members(one)):
            total = (points if stars == 3 else 74) + number
            choices = choices_for(set_of(item.dossier), points=total, stars=stars, turn=5 * number)
            acts.save_choices(item, choices=choices, by=person(stage, key), at=at)
            acts.seal_sheet(item, by=person(stage, key), at=at)
    for item in AgendaItem.objects.filter(meeting=_meeting(stage, one), state=ItemState.DISPUTED):
        chair = person(stage, members(one)[0])
        acts.record_resolution(item, kind=ResolutionKind.BY_HAND, text=BY_HAND, by=chair, at=at)


def _close(stage: Stage, one: Set, at: datetime) -> None:
    acts.close_meeting(
        _meeting(stage, one), minutes_no=f"{one.number}-MH/BB-HĐ",
        closing_note="Minh hoạ: thống nhất kết quả.",
        by=person(stage, one.secretary), at=at,
    )  # fmt: skip
