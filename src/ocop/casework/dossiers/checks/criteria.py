"""Criteria that somebody names."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal


def unknown_criterion(code: str) -> Refusal:
    """A criterion that the rubric of the dossier's set does not have."""
    return Refusal("unknown_criterion", _("Bộ tiêu chí không có tiêu chí %(code)s.") % {"code": code})
