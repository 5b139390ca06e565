"""Who of the team scores a product on an own sheet, and who sees what the sheets give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext as _

from ocop.casework.advisory.models import TeamSheet
from ocop.casework.advisory.permissions.team import (
    BEFORE_THE_RESULT,
    interests,
    reads_advice,
    refuse_write,
    team_seat,
)
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


@dataclass(frozen=True)
class CouncilSays:
    """What the council says of dossiers, as conditions on their rows: whether its working rules let the team
    score first, at a moment; whether its own tally has begun.
    """

    scores_first: Callable[[datetime], Q]
    has_begun: Callable[[], Q]


_councils: list[CouncilSays] = []


def register_council(scores_first: Callable[[datetime], Q], has_begun: Callable[[], Q]) -> None:
    """Lets the package of the councils, above, say which products the team scores first, and until when."""
    said = CouncilSays(scores_first, has_begun)
    if said not in _councils:
        _councils.append(said)


def wants_sheets(at: datetime) -> Q:
    """Dossiers that the team scores now; none where no council says so."""
    wanted = Q(pk__in=[])
    for council in _councils:
        wanted |= council.scores_first(at) & ~council.has_begun()
    return wanted


def _said_of(dossier: Dossier, at: datetime) -> tuple[bool, bool]:
    """Whether the team scores it first, and whether the council's tally has begun. One statement."""
    none = Q(pk__in=[])
    first, begun = none, none
    for council in _councils:
        first, begun = first | council.scores_first(at), begun | council.has_begun()
    found = (
        Dossier.objects.filter(pk=dossier.pk)
        .annotate(
            first=ExpressionWrapper(first, output_field=BooleanField()),
            begun=ExpressionWrapper(begun, output_field=BooleanField()),
        )
        .values_list("first", "begun")
        .get()
    )
    return bool(found[0]), bool(found[1])


def own_sheet(who: Who, dossier: Dossier) -> TeamSheet | None:
    """The person's sheet on the dossier as it was last handed in."""
    person: Any = who.person
    rows = TeamSheet.objects.of_last_submission().filter(dossier=dossier, seat__person=person)
    return rows.select_related("seat__person", "submission").order_by("pk").last()


def refuse_score(who: Who, dossier: Dossier) -> Refusal | None:
    """A member of the team who declared that there is no conflict, where the working rules say so, until the
    own sheet is sealed or the council's tally has begun.
    """
    if refusal := refuse_write(who, dossier) or _refuse_without_rubric(dossier):
        return refusal
    first, begun = _said_of(dossier, who.at)
    if not first:
        return Refusal(
            "team_scores_not",
            _("Tổ tư vấn không chấm điểm sản phẩm này."),
            _("Quy chế hội đồng không quy định tổ tư vấn chấm điểm trước; tổ báo cáo, không lập phiếu."),
        )
    if begun:
        return Refusal(
            "conflict_tally_begun",
            _("Hội đồng đã tổng hợp điểm sản phẩm này."),
            _("Phiếu của tổ tư vấn lập trước khi hội đồng tổng hợp điểm."),
        )
    sheet = own_sheet(who, dossier)
    if sheet is None or not sheet.is_sealed:
        return None
    return Refusal(
        "team_sheet_sealed", _("Bạn đã chốt phiếu về sản phẩm này."), _("Phiếu đã chốt không sửa được.")
    )


def _refuse_without_rubric(dossier: Dossier) -> Refusal | None:
    if set_of(dossier).has_rubric:
        return None
    return Refusal("no_rubric", _("Chưa chấm được."), _("Hệ thống chưa có bộ tiêu chí của bộ sản phẩm này."))


def sees_points(who: Who, dossier: Dossier, sealed: Iterable[TeamSheet]) -> bool:
    """Who reads what the team said; but a member of the team who may still score, only after the own sheet
    is sealed.
    """
    if not reads_advice(who, dossier):
        return False
    may_score = dossier.state in BEFORE_THE_RESULT and team_seat(who) is not None
    if not may_score or interests(who).get(dossier.pk) is not False:
        return True
    person: Any = who.person
    return any(sheet.seat.person_id == person.pk for sheet in sealed)
