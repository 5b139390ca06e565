"""Reads of pages and of the press plan."""

from ocop.casework.communication.selectors.desks import waiting
from ocop.casework.communication.selectors.press import press_done
from ocop.casework.communication.selectors.public import (
    Shown,
    all_shown,
    in_words,
    latest,
    shown,
    shown_page,
    with_pictures,
    years_shown,
)
from ocop.casework.communication.selectors.recordings import heard

__all__ = [
    "Shown",
    "all_shown",
    "heard",
    "in_words",
    "latest",
    "press_done",
    "shown",
    "shown_page",
    "waiting",
    "with_pictures",
    "years_shown",
]
