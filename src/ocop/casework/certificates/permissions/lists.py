"""Who may open the lists."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.certificates.models.visible import READERS
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.standing import appointments_on
from ocop.foundation.ui.refusals import Refusal


def refuse_list_decisions(person: Any, at: datetime) -> Refusal | None:
    """The list of decisions: the offices that prepare, sign or lead."""
    return None if _holds_any(person, READERS, at) else _not_office()


def refuse_list_certificates(person: Any, at: datetime) -> Refusal | None:
    """The register of certificates: the same, and officers of communes."""
    return None if _holds_any(person, READERS | {Role.COMMUNE_OFFICER}, at) else _not_office()


def _holds_any(person: Any, roles: frozenset[Role], at: datetime) -> bool:
    return any(appointment.role in roles for appointment in appointments_on(person, at))


def _not_office() -> Refusal:
    return Refusal(
        "not_office",
        _("Danh sách này dành cho cơ quan OCOP."),
        "",
        _("Xem sản phẩm và giấy chứng nhận trên trang công khai."),
    )
