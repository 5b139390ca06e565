"""What officers of the commune and the province may do. None of it gives points (R26-23)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions.law import refuse_law
from ocop.casework.dossiers.permissions.states import refuse_state
from ocop.casework.dossiers.rules import DossierState
from ocop.foundation.accounts.appointments import holds
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui.refusals import Refusal
from ocop.registers.producers.permissions import acts_for


def refuse_commune(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Only officers of the office that receives: of the commune, or of its district where the procedure says
    so.

    Nobody for a producer of one's own.
    """
    district = dossier.commune.parent if dossier.intake_level(_day(at)) == Level.DISTRICT else None
    if not holds(
        person, Role.COMMUNE_OFFICER, at, place=dossier.commune, level=Level.DISTRICT if district else None
    ):
        return Refusal(
            "not_commune_officer",
            _("Bạn không phụ trách hồ sơ này."),
            _("Hồ sơ do cán bộ của %(place)s tiếp nhận và kiểm tra.")
            % {"place": full_name(district or dossier.commune)},
            _("Nếu bạn mới nhận việc ở xã này, nhờ quản trị hệ thống phân công."),
        )
    return _refuse_own(person, dossier, at)


def refuse_province(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Only officers of the provincial OCOP body,
    or of the district while its council evaluates; never one's own.
    """
    if dossier.level_on(_day(at)) == Level.DISTRICT:
        return refuse_commune(person, dossier, at)
    if not holds(person, Role.PROVINCE_OFFICER, at, place=dossier.commune):
        return Refusal(
            "not_province_officer",
            _("Bạn không làm được việc này."),
            _("Việc này của cơ quan quản lý OCOP cấp tỉnh."),
            _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
        )
    return _refuse_own(person, dossier, at)


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def _refuse_own(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Who acts for the producer does not check its dossier."""
    if not acts_for(person, dossier.product.producer, at):
        return None
    return Refusal(
        "own_dossier",
        _("Bạn đang là người của chủ thể này nên không xử lý được hồ sơ."),
        _("Người nộp và người kiểm tra phải là hai người khác nhau."),
        _("Chuyển việc cho cán bộ khác của cơ quan."),
    )


def refuse_receive(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Taking a dossier that was handed in."""
    return refuse_commune(person, dossier, at) or refuse_state(dossier, "receive")


def refuse_check(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Writing the commune's check: while the commune has the dossier."""
    return refuse_commune(person, dossier, at) or refuse_state(dossier, "propose")


def refuse_propose(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Proposing to the province, under a law that still holds. What the check lacks is asked separately."""
    return (
        refuse_commune(person, dossier, at)
        or refuse_state(dossier, "propose")
        or refuse_law(dossier, _day(at))
    )


def level_of_return(dossier: Dossier) -> Level:
    """Which level returns a dossier in its present state."""
    return (
        Level.COMMUNE if dossier.state in {DossierState.SUBMITTED, DossierState.RECEIVED} else Level.PROVINCE
    )


def refuse_return(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Returning for completion: the commune while it checks, the province afterwards (article 7(2), 7(3))."""
    is_commune = level_of_return(dossier) == Level.COMMUNE
    refusal = refuse_commune(person, dossier, at) if is_commune else refuse_province(person, dossier, at)
    if refusal and not is_commune and refuse_commune(person, dossier, at) is None:
        # a colleague of the commune was faster: the step says that, the level would not
        return refuse_state(dossier, "return") or refusal
    return refusal or refuse_state(dossier, "return")


def refuse_accept(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Accepting for the council, under a law that still holds: the provincial OCOP body."""
    return (
        refuse_province(person, dossier, at)
        or refuse_state(dossier, "accept")
        or refuse_law(dossier, _day(at))
    )


def refuse_exclude(person: Any, dossier: Dossier, at: datetime) -> Refusal | None:
    """Throwing a dossier out of the evaluation: the provincial OCOP body (R26-07)."""
    return refuse_province(person, dossier, at) or refuse_state(dossier, "exclude")
