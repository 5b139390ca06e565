"""Three people for what takes back or replaces: one prepares, one verifies, one signs."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal


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
