"""The words by which the public finds products, each once: what a slip of the finger may have meant."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from ocop.kernel.text.finding import LONGEST_WORD


class PublicWord(models.Model):
    """A word of a listing that was public when it was written.

    Derived: `writes.list_anew` adds, and `mend_listings` drops what no public listing has any more. A word
    that stayed shows nothing: what it was meant to find is looked for again.
    """

    unvouched: ClassVar = ("*",)  # derived: it has an invariant of its own

    word = models.CharField(max_length=LONGEST_WORD, primary_key=True)
    length = models.PositiveSmallIntegerField(db_index=True)

    def __str__(self) -> str:
        return self.word
