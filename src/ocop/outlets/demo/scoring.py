"""Members at work: declarations, choices, seals."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Meeting, Seat
from ocop.casework.review.rules import Relation
from ocop.outlets.demo.sheets import choices_for
from ocop.outlets.demo.stage import Stage

JUDGES = ("son", "hoa", "bao", "chi", "duc", "yen")
ABSENT = "giang"
CONFLICT = acts.Word(True, Relation.FAMILY, "Em gái tham gia tổ hợp tác (minh hoạ)")


def attend(stage: Stage, meeting: Meeting, at: datetime) -> None:
    """Everybody but one member, who is away on duty."""
    present: dict[Seat, tuple[bool, str]] = dict.fromkeys(stage.seats.values(), (True, ""))
    present[stage.seats[ABSENT]] = (False, "Đi công tác")
    acts.record_attendance(meeting, present, by=stage.people["thu"], at=at)


def declare_all(
    stage: Stage,
    meeting: Meeting,
    at: datetime,
    *,
    conflicts: Mapping[str, str] | None = None,
    but: Collection[str] = (),
) -> None:
    """Every member declares for every product;
    `conflicts` names the product (by key) of a member's conflict.
    """
    for key in JUDGES:
        if key in but:
            continue
        kept_from = stage.dossiers[(conflicts or {})[key]].pk if key in (conflicts or {}) else None
        words = {
            item: CONFLICT if item.dossier_id == kept_from else acts.Word(False)
            for item in meeting.items.all()
        }
        acts.declare(words, by=stage.people[key], at=at)


def item_of(stage: Stage, key: str) -> AgendaItem:
    """The product's place on the agenda where it is now."""
    items = AgendaItem.objects.select_related("meeting__council", "dossier__product")
    return items.filter(dossier=stage.dossiers[key]).exclude(state="removed").get()


def score(
    stage: Stage,
    key: str,
    at: datetime,
    points: Mapping[str, int],
    *,
    stars: int,
    at_most: Mapping[str, int] | None = None,
    seals: bool = True,
    comment: str = "",
) -> None:
    """Each named member fills the sheet of a product to about these points, and seals it."""
    item = item_of(stage, key)
    for number, (member, total) in enumerate(points.items()):
        person = stage.people[member]
        choices = choices_for(
            set_of(item.dossier), points=total, stars=stars, at_most=at_most, turn=3 * number
        )
        acts.save_choices(item, choices=choices, by=person, at=at)
        if comment and number == 0:
            acts.save_comment(item, text=comment, by=person, at=at)
        if seals:
            acts.seal_sheet(item, by=person, at=at)
