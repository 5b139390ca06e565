"""Vietnamese text: folding for search, slugs, sorting,
numbers and dates as they are written, broken letters.
"""

from ocop.kernel.text.finding import (
    HOLDER,
    NAME,
    SIGNS,
    answers,
    answers_whole,
    asked,
    forms_asked,
    searchable,
    words_with_marks,
)
from ocop.kernel.text.folding import fold, slugify_vi
from ocop.kernel.text.label import Label
from ocop.kernel.text.letters import BOX, broken_at, is_noncharacter, one_line, tidy
from ocop.kernel.text.numbers import date_vi, day_words_vi, number_vi
from ocop.kernel.text.old_codes import OldCode, in_old_code
from ocop.kernel.text.slips import SHORTEST, meant_by
from ocop.kernel.text.sorting import vietnamese_key
from ocop.kernel.text.words import in_words_vi

__all__ = [
    "BOX",
    "HOLDER",
    "NAME",
    "SHORTEST",
    "SIGNS",
    "Label",
    "OldCode",
    "answers",
    "answers_whole",
    "asked",
    "broken_at",
    "date_vi",
    "day_words_vi",
    "fold",
    "forms_asked",
    "in_old_code",
    "in_words_vi",
    "is_noncharacter",
    "meant_by",
    "number_vi",
    "one_line",
    "searchable",
    "slugify_vi",
    "tidy",
    "vietnamese_key",
    "words_with_marks",
]
