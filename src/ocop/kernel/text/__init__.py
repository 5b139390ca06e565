"""Vietnamese text: folding for search, slugs, sorting, and numbers, dates and points as they are written and read."""

from ocop.kernel.text.folding import fold, slugify_vi
from ocop.kernel.text.numbers import date_vi, number_vi
from ocop.kernel.text.sorting import vietnamese_key
from ocop.kernel.text.words import in_words_vi

__all__ = ["date_vi", "fold", "in_words_vi", "number_vi", "slugify_vi", "vietnamese_key"]
