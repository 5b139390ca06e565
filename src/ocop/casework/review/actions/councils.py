"""Setting up a council: its papers, its members, its working rules."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.review import permissions
from ocop.casework.review.models import Council, Seat, WorkingRules
from ocop.casework.review.permissions.who import seats_held
from ocop.casework.review.rules import Agency, Function, MinimumRule, Rounding, SelfScore
from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.documents.models import Paper
from ocop.foundation.places.models import Place
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.registers.programme.models import Programme


@transaction.atomic
def establish_council(
    programme: Programme,
    *,
    name: str,
    established_by: Paper,
    team_by: Paper,
    starts_on: date,
    by: Any,
    at: datetime,
    ends_on: date | None = None,
    level: Level = Level.PROVINCE,
    place: Place | None = None,
) -> Council:
    """Puts a council on record with the decisions that set up it and its advisory team (R26-26).

    `place` is the district of a district's council. Refused: other offices; a term that ends before it
    begins.
    """
    ensure(permissions.refuse_establish(by, programme, at))
    if ends_on is not None and ends_on < starts_on:
        raise Refused(Refusal("term_ends_before_start", _("Thời hạn hội đồng kết thúc trước khi bắt đầu.")))
    council = Council.objects.create(
        programme=programme,
        name=name,
        level=level.value,
        place=place,
        established_by=established_by,
        team_by=team_by,
        starts_on=starts_on,
        ends_on=ends_on,
        created_at=at,
        created_by=by,
    )
    record(
        "council.establish", council, by=by, at=at, data={"papers": [established_by.number, team_by.number]}
    )
    return council


def _hold(council: Council) -> None:
    """One at a time sets a council up: it has one chair, and one version of its rules a day.

    Not a lock of the key: meetings go on being planned.
    """
    Council.objects.select_for_update(of=("self",), no_key=True).get(pk=council.pk)


@transaction.atomic
def set_rules(
    council: Council,
    *,
    issued_by: Paper,
    effective_on: date,
    quorum_numerator: int,
    quorum_denominator: int,
    quorum_least: int,
    by: Any,
    at: datetime,
    chair_must_attend: bool = True,
    minimum: MinimumRule = MinimumRule.MEAN,
    rounding: Rounding = Rounding.NONE,
    decimals: int = 2,
    spread_limit: Decimal | int = 10,
    self_score_shown: SelfScore = SelfScore.COLLAPSED,
    extra_rounds: bool = False,
) -> WorkingRules:
    """Records a version of the working rules from a day on; older versions stay as they are.

    Quorum has no default: it comes from the paper. Refused: other offices; numbers that cannot be; a day that
    has a version already or on which a meeting was opened under another version.
    """
    ensure(permissions.refuse_set_up(by, council, at))
    _hold(council)
    ensure(_refuse_numbers(quorum_numerator, quorum_denominator, quorum_least, decimals, spread_limit))
    ensure(_refuse_day(council, effective_on))
    rules = WorkingRules.objects.create(
        council=council,
        issued_by=issued_by,
        effective_on=effective_on,
        quorum_numerator=quorum_numerator,
        quorum_denominator=quorum_denominator,
        quorum_least=quorum_least,
        chair_must_attend=chair_must_attend,
        minimum=MinimumRule(minimum).value,
        rounding=Rounding(rounding).value,
        decimals=decimals,
        spread_limit=Decimal(spread_limit),
        self_score_shown=SelfScore(self_score_shown).value,
        extra_rounds=extra_rounds,
        created_at=at,
        created_by=by,
    )
    record("council.set_rules", council, by=by, at=at, data={"rules": rules.pk, "paper": issued_by.number})
    return rules


def _refuse_numbers(
    numerator: int, denominator: int, least: int, decimals: int, spread_limit: Decimal | int
) -> Refusal | None:
    if 1 <= numerator <= denominator and least >= 1 and 0 <= decimals <= 4 and spread_limit >= 0:
        return None
    return Refusal(
        "rules_numbers",
        _("Số trong quy chế chưa đúng."),
        _(
            "Tỷ lệ có mặt từ trên 0 đến 1, ít nhất 1 thành viên, tối đa 4 chữ số thập phân, chênh lệch không "
            "âm."
        ),
        _("Ghi lại đúng như văn bản quy chế."),
    )


def _refuse_day(council: Council, effective_on: date) -> Refusal | None:
    if council.working_rules.filter(effective_on=effective_on).exists():
        return Refusal(
            "conflict_rules_day",
            _("Ngày %(day)s đã có một bản quy chế.") % {"day": effective_on.strftime("%d/%m/%Y")},
            _("Quy chế đã ghi không sửa được; bản mới có hiệu lực từ ngày khác."),
        )
    if council.meetings.filter(opened_at__date__gte=effective_on).exists():
        return Refusal(
            "rules_backdated",
            _("Không ghi quy chế có hiệu lực lùi."),
            _("Đã có phiên họp khai mạc từ ngày đó theo quy chế trước."),
        )
    return None


@transaction.atomic
def seat_member(
    council: Council,
    person: Any,
    *,
    function: Function,
    by: Any,
    at: datetime,
    agency: Agency = Agency.OTHER,
    agency_name: str = "",
    authorised_by: Paper | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Seat:
    """Gives a person a seat, from now unless said otherwise.

    Refused: other offices; a person who sits already; a second chair; a period that ends before it begins.
    """
    ensure(permissions.refuse_set_up(by, council, at))
    _hold(council)
    begins = starts_at or at
    if ends_at is not None and ends_at < begins:
        raise Refused(
            Refusal("period_ends_before_start", _("Thời gian tham gia kết thúc trước khi bắt đầu."))
        )
    held = seats_held(at).filter(council=council)
    if held.filter(person=person).exists():
        raise Refused(
            Refusal("conflict_seat", _("%(person)s đã là thành viên hội đồng này.") % {"person": person})
        )
    if function == Function.CHAIR and held.filter(function=Function.CHAIR).exists():
        raise Refused(
            Refusal(
                "conflict_chair",
                _("Hội đồng đã có chủ tịch."),
                "",
                _("Kết thúc nhiệm vụ của chủ tịch hiện tại trước khi ghi người mới."),
            )
        )
    seat = Seat.objects.create(
        council=council,
        person=person,
        function=Function(function).value,
        agency=Agency(agency).value,
        agency_name=agency_name,
        authorised_by=authorised_by,
        starts_at=begins,
        ends_at=ends_at,
    )
    forget(person)
    record("council.seat", council, by=by, at=at, data={"seat": seat.pk, "function": seat.function})
    return seat


@transaction.atomic
def end_seat(seat: Seat, *, reason: str, by: Any, at: datetime) -> Seat:
    """Ends a seat at this moment; the next minute the person can do nothing with it.
    Refused without a reason.
    """
    ensure(permissions.refuse_set_up(by, seat.council, at))
    if not reason.strip():
        raise Refused(Refusal("reason_missing", _("Chưa ghi lý do kết thúc nhiệm vụ.")))
    stored = Seat.objects.select_for_update(of=("self",)).select_related("council").get(pk=seat.pk)
    if not stored.is_held(at):
        raise Refused(Refusal("conflict_seat_ended", _("Nhiệm vụ này đã kết thúc trước đó.")))
    stored.ends_at = max(at, stored.starts_at)
    stored.save(update_fields=["ends_at"])
    forget(by)
    record("council.end_seat", stored.council, by=by, at=at, reason=reason, data={"seat": stored.pk})
    return stored
