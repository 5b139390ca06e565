"""The three parts of this package."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.ui.parts import Tab


def tabs(current: str) -> list[Tab]:
    """The press plan, news with guidance, recordings."""
    return [
        Tab(_("Kế hoạch"), reverse("communication:press"), is_current=current == "press"),
        Tab(_("Tin và hướng dẫn"), reverse("communication:news"), is_current=current == "news"),
        Tab(_("Ghi âm"), reverse("communication:recordings"), is_current=current == "recordings"),
    ]
