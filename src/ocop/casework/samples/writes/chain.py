"""The receipt book: a sample goes from hand to hand."""

from __future__ import annotations

from datetime import date, datetime

from ocop.casework.samples.models import Handover, Sample
from ocop.foundation.accounts.models import Person
from ocop.kernel.text import one_line, searchable


def holder_of(sample: Sample) -> str:
    """Who has it now, by the last line of the book."""
    last = sample.handovers.last()
    return sample.taker if last is None else last.receiver


def write_handover(
    sample: Sample, *, giver: str, receiver: str, on: date, note: str, by: Person, at: datetime
) -> Handover:
    """A line of the book."""
    giver, receiver = one_line(giver), one_line(receiver)
    return Handover.objects.create(
        sample=sample, giver=giver, receiver=receiver, on=on, note=note.strip(), at=at, by=by,
        search_text=searchable(sample.code, sample.seal_no, sample.product_name, giver, receiver),
    )  # fmt: skip
