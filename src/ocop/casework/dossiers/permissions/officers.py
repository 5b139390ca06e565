"""Which officers handle a dossier. None of what they do gives points (R26-23)."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions.reading import is_barred, is_own, not_reader
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_commune(who: Who, dossier: Dossier) -> Refusal | None:
    """Only officers of the office that receives: of the commune, or of its district where the procedure says
    so.

    Nobody for a producer of one's own.
    """
    is_district = dossier.intake_level(timezone.localdate(who.at)) == Level.DISTRICT
    district = dossier.commune.parent if is_district else None
    level = Level.DISTRICT if district else None
    if not who.holds(Role.COMMUNE_OFFICER, place=dossier.commune, level=level):
        return Refusal(
            "not_commune_officer",
            _("Bạn không phụ trách hồ sơ này."),
            _("Hồ sơ do cán bộ của %(place)s tiếp nhận và kiểm tra.")
            % {"place": (district or dossier.commune).local_full_name},
            _("Nếu bạn mới nhận việc ở xã này, nhờ quản trị hệ thống phân công."),
        )
    return _refuse_interest(who, dossier)


def refuse_province(who: Who, dossier: Dossier) -> Refusal | None:
    """Only officers of the provincial OCOP body,
    or of the district while its council evaluates; never one's own.
    """
    if dossier.level_on(timezone.localdate(who.at)) == Level.DISTRICT:
        return refuse_commune(who, dossier)
    if not who.holds(Role.PROVINCE_OFFICER, place=dossier.commune):
        return Refusal(
            "not_province_officer",
            _("Bạn không làm được việc này."),
            _("Việc này của cơ quan quản lý OCOP cấp tỉnh."),
            _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
        )
    return _refuse_interest(who, dossier)


def _refuse_interest(who: Who, dossier: Dossier) -> Refusal | None:
    """Who acts for the producer does not check its dossier, nor whoever is kept from seeing it."""
    if not is_own(who, dossier):
        return not_reader() if is_barred(who, dossier) else None
    return Refusal(
        "own_dossier",
        _("Bạn đang là người của chủ thể này nên không xử lý được hồ sơ."),
        _("Người nộp và người kiểm tra phải là hai người khác nhau."),
        _("Chuyển việc cho cán bộ khác của cơ quan."),
    )
