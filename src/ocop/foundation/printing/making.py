"""Making the papers that acts wanted: a task of the system, in a process beside the pages.

A maker claims one paper at a time. It typesets outside of any transaction, and then keeps the PDF, puts it to
its thing and records its hash in one. If it dies before, its hold runs out and the next maker takes the
paper; the same data give the same bytes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store_made
from ocop.foundation.documents.engines import pdf
from ocop.foundation.holding import holding
from ocop.foundation.printing.claiming import claim
from ocop.foundation.printing.makers import maker_of
from ocop.foundation.printing.models import OPEN, Printout
from ocop.foundation.printing.rules import MOST_TRIES, wait_after

logger = logging.getLogger(__name__)
Clock = Callable[[], datetime]


@dataclass
class Made:
    """How many papers were made, and which could not be: what each is, and why."""

    made: int = 0
    failed: list[str] = field(default_factory=list)


def make_due(clock: Clock, most: int | None = None) -> Made:
    """Makes every paper that is due, the oldest first, or at most so many. Several makers may do so at once.

    Whatever goes wrong with one, the others do not wait: it is tried again later, and later still.
    """
    done = Made()
    while (most is None or done.made + len(done.failed) < most) and (one := claim(clock())) is not None:
        try:
            content = typeset(one)
            done.made += _keep(one, content, at=clock())
        except Exception as fault:
            logger.exception("no paper of %s", one)
            words = f"{type(fault).__name__}: {fault}"[:300]
            done.failed.append(f"{one}: {words}")
            _put_back(one, words, clock())
    return done


def typeset(printout: Printout) -> bytes:
    """The PDF from what was frozen; the same bytes whenever it is made."""
    maker = maker_of(printout.kind)
    template = maker.template_of(printout.data)
    return pdf.render(template, maker.fill(printout.data), at=printout.moment)


@recorded
def _keep(printout: Printout, content: bytes, *, at: datetime) -> bool:
    """Keeps the PDF and puts it to its thing, unless another maker did, or what it says changed meanwhile."""
    maker = maker_of(printout.kind)
    thing = holding(maker.model._base_manager).get(pk=printout.thing_id)  # first, as the acts hold it
    mine = holding(Printout.objects).filter(pk=printout.pk, made_at__isnull=True, sha256=printout.sha256)
    held = mine.first()
    if held is None:
        return False
    file = store_made(content, printout.name, owner=maker.owner, by=printout.by, at=at)
    maker.keep(thing, file)
    held.made_at, held.file, held.fault, held.given_up_at = at, file, "", None
    held.save(update_fields=["made_at", "file", "fault", "given_up_at"])
    record(
        f"{maker.model._meta.model_name}.print", thing, by=None, at=at,
        data={"printed": printout.sha256, "pdf": file.sha256},
    )  # fmt: skip
    return True


def _put_back(printout: Printout, words: str, at: datetime) -> None:
    """It waits longer each time; at last it is given up, which operators see."""
    mine = Printout.objects.filter(OPEN, pk=printout.pk, tries=printout.tries, sha256=printout.sha256)
    if printout.tries >= MOST_TRIES:
        mine.update(given_up_at=at, fault=words)
    else:
        mine.update(due_at=at + wait_after(printout.tries), fault=words)
