"""Three people for what takes back or replaces: one prepares, one verifies, one signs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal


def refuse_second(who: Who, case: Any) -> Refusal | None:
    """Verifying: another than who prepared it."""
    return preparer_verifies() if who.person.pk == case.prepared_by_id else None


def refuse_third(who: Who, case: Any) -> Refusal | None:
    """Signing: neither who prepared nor who verified it."""
    return preparer_signs() if who.person.pk in (case.prepared_by_id, case.verified_by_id) else None


def preparer_verifies() -> Refusal:
    """Who prepared it wants to verify it."""
    return Refusal(
        "preparer_verifies",
        _("Người lập đề nghị không tự xác minh."),
        _("Người lập, người xác minh và người ký là ba người khác nhau."),
        _("Nhờ một cán bộ khác của cơ quan OCOP cấp tỉnh xác minh."),
    )


def preparer_signs() -> Refusal:
    """Who prepared or verified it wants to sign it."""
    return Refusal(
        "preparer_signs",
        _("Người lập hoặc xác minh không ký quyết định này."),
        _("Người lập, người xác minh và người ký là ba người khác nhau."),
        _("Chuyển cho người ký khác."),
    )
