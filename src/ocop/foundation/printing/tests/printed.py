"""Papers for tests: what waits is made, and a thing is printed without an act."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model
from django.utils.translation import override

from ocop.foundation.documents.engines import pdf
from ocop.foundation.printing.makers import maker_of
from ocop.foundation.printing.making import Made, make_due


def make_papers(at: datetime) -> Made:
    """What `deliver` makes at a moment."""
    return make_due(lambda: at)


def printed_now(thing: Model) -> bytes:
    """The paper of a thing from what is stored now, as it was made before acts froze what it says."""
    maker = maker_of(thing._meta.label_lower)
    with override("vi"):
        content = maker.content(thing)
        return pdf.render(maker.template_of(content.data), maker.fill(content.data), at=content.moment)
