"""Who may open the lists."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.certificates.models.visible import READERS
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_list_decisions(who: Who) -> Refusal | None:
    """The list of decisions: the offices that prepare, sign or lead."""
    return None if who.holds_any(*READERS) else _not_office()


def refuse_list_certificates(who: Who) -> Refusal | None:
    """The register of certificates: the same, and officers of communes."""
    return None if who.holds_any(*READERS, Role.COMMUNE_OFFICER) else _not_office()


def _not_office() -> Refusal:
    return Refusal(
        "not_office",
        _("Danh sách này dành cho cơ quan OCOP."),
        "",
        _("Xem sản phẩm và giấy chứng nhận trên trang công khai."),
    )
