"""Reads of pages and of the press plan."""

from ocop.casework.communication.selectors.desks import waiting
from ocop.casework.communication.selectors.press import press_done, press_pipeline
from ocop.casework.communication.selectors.public import Shown, latest, shown, shown_page, years_shown

__all__ = ["Shown", "latest", "press_done", "press_pipeline", "shown", "shown_page", "waiting", "years_shown"]
