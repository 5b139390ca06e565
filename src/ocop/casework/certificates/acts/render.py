"""Making the PDFs of what was signed and closed: an act of the system.
Idempotent: made once, kept with its hash, the same whenever made.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

from ocop.casework.certificates.models import Certificate, Correction, Decision, ResultNotice
from ocop.casework.certificates.papers import certificate_pdf, decision_pdf, notice_pdf
from ocop.casework.certificates.permissions.files import (
    CERTIFICATE_FILES,
    CORRECTION_FILES,
    DECISION_FILES,
    NOTICE_FILES,
)
from ocop.casework.certificates.states import DecisionState
from ocop.casework.review.acts import make_minutes
from ocop.casework.review.models import Meeting, MinutesCorrection
from ocop.casework.review.permissions.files import MINUTES_FILES
from ocop.casework.review.selectors import meetings_without_minutes
from ocop.foundation.acts import held, recorded
from ocop.foundation.documents.actions import store_made
from ocop.foundation.documents.correcting import keep_pdf
from ocop.foundation.documents.models import StoredFile

logger = logging.getLogger(__name__)

Missing = Decision | Certificate | ResultNotice | Meeting | Correction | MinutesCorrection


@dataclass
class Rendering:
    """How many papers were made, and which could not be: what each is, and why."""

    made: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


def render_missing(
    *, at: datetime, decision: Decision | None = None, seconds: float | None = None
) -> Rendering:
    """Makes every PDF that is still missing (of one decision, or of all), for at most so many seconds.

    Called right after a signature and by `render_papers`. Until then a download is made on the spot and not
    kept. What was signed or closed stands without its paper, so a paper that fails is named and the next one
    is made.
    """
    until = None if seconds is None else monotonic() + seconds
    rendering = Rendering()
    for paper in _missing(decision):
        if until is not None and monotonic() >= until:
            break
        try:
            _make(paper, at=at)
        except Exception as error:  # whatever is wrong with one paper, the others are not to wait for it
            logger.exception("no paper of %s %s", paper._meta.label, paper.pk)
            rendering.failed.append((f"{paper._meta.label} {paper.pk} ({paper})", str(error)))
        else:
            rendering.made += 1
    return rendering


def _make(paper: Missing, *, at: datetime) -> None:
    if isinstance(paper, Meeting):
        make_minutes(paper, at=at)
    elif isinstance(paper, MinutesCorrection):
        keep_pdf(paper, owner=MINUTES_FILES, at=at)
    elif isinstance(paper, Correction):
        keep_pdf(paper, owner=CORRECTION_FILES, at=at)
    else:
        paper_file(paper, at=at)


def _missing(decision: Decision | None) -> Iterable[Missing]:
    decisions = Decision.objects.filter(state=DecisionState.SIGNED, file__isnull=True)
    certificates = Certificate.objects.filter(file__isnull=True)
    notices = ResultNotice.objects.filter(file__isnull=True)
    if decision is not None:
        decisions = decisions.filter(pk=decision.pk)
        certificates = certificates.filter(decision_item__decision=decision)
        notices = notices.filter(item__decision_items__decision=decision, item__decision_items__is_live=True)
    else:
        yield from meetings_without_minutes()
        for model in (MinutesCorrection, Correction):
            yield from model.objects.filter(paper__file__isnull=True).select_related("paper", "by")
    yield from decisions.select_related("programme__province", "signer")
    yield from certificates.with_names().select_related("decision_item__decision__signer")
    yield from notices.select_related("item__meeting__council__programme__province", "item__dossier", "by")


def paper_file(paper: Decision | Certificate | ResultNotice, *, at: datetime) -> StoredFile:
    """The stored PDF of a signed decision, a certificate or a notice; made now where there is none yet.

    It is set before the row is held: nobody waits for a typesetter.
    """
    if paper.file is None:
        _keep(paper, make_paper(paper, at), at=at)
    return paper.file  # type: ignore[return-value]  # it was just made


@recorded
def _keep(
    paper: Decision | Certificate | ResultNotice, made: tuple[bytes, str, str, Any], *, at: datetime
) -> None:
    if held(paper).file is None:
        content, name, owner, by = made
        paper.file = store_made(content, name, owner=owner, by=by, at=at)
        paper.save(update_fields=["file"])


def make_paper(paper: Decision | Certificate | ResultNotice, at: datetime) -> tuple[bytes, str, str, Any]:
    """Bytes, file name, whose file it is, and in whose name it is kept."""
    if isinstance(paper, Decision):
        return (
            decision_pdf(paper, at=at),
            f"quyet-dinh-{paper.signed_on:%Y-%m-%d}.pdf",
            DECISION_FILES,
            paper.signer,
        )
    if isinstance(paper, Certificate):
        signer = paper.decision_item.decision.signer
        return certificate_pdf(paper), f"giay-chung-nhan-{paper.product_code}.pdf", CERTIFICATE_FILES, signer
    return notice_pdf(paper), f"thong-bao-ket-qua-{paper.at:%Y-%m-%d}.pdf", NOTICE_FILES, paper.by
