"""Keeping what is typed: on the machine first (`static/ui/js/keep.js`), then here, and nothing of it twice.

Three kinds of forms are kept. A form that is a draft itself stores each field at once (`answer` with a
`keep`). One about something official keeps drafts of its fields, for its writer alone, until it is saved
(`answer` without). One about something that is not there yet is kept by the browser until it is made. Sent
whole, all three go through `turn` and `settle`. A form with a box of several lines (`is_long`) is of the
third kind by itself: `acts.page` and `ui.asking` see to that.
"""

from ocop.foundation.ui.keeping.answers import answer
from ocop.foundation.ui.keeping.asked import (
    by_script,
    files_before,
    files_sent,
    is_field,
    is_question,
    was_kept,
)
from ocop.foundation.ui.keeping.drafts import discard, with_drafts
from ocop.foundation.ui.keeping.shown import Keeping, shown
from ocop.foundation.ui.keeping.turns import Turn, once, told, turn
from ocop.foundation.ui.keeping.values import is_long
from ocop.foundation.ui.keeping.whole import settle

__all__ = [
    "Keeping",
    "Turn",
    "answer",
    "by_script",
    "discard",
    "files_before",
    "files_sent",
    "is_field",
    "is_long",
    "is_question",
    "once",
    "settle",
    "shown",
    "told",
    "turn",
    "was_kept",
    "with_drafts",
]
