"""The words of this package on the screen."""

from __future__ import annotations

from django.utils.translation import gettext as _


def round_words(number: int, year: int) -> str:
    """The name of a round."""
    return _("Đợt %(number)s năm %(year)s") % {"number": number, "year": year}
