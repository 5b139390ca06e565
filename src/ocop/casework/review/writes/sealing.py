"""A sheet is sealed: canonical record, hash, short code (T-01)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.casework.dossiers.selectors import DossierForScoring
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules.content import Consent, SealedSheet, sheet_hash
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import transition


def write_seal(
    item: AgendaItem,
    sheet: ScoreSheet,
    frozen: DossierForScoring,
    *,
    consent: Consent | None = None,
    from_paper: Mapping[str, str] | None = None,
    proven_by: str = "",
    by: Person,
    at: datetime,
) -> None:
    """The sheet with its content and hash, for good. `consent`: how a corrected one came about; `from_paper`:
    what one rests on that others typed from the member's signed paper; `proven_by`: how the member showed to
    be it, in the record alone.
    """
    content = _content(item, sheet, frozen, at, consent=consent, from_paper=from_paper)
    digest = sheet_hash(content)
    data = {"sha256": digest, "item": str(item.key), "pass": sheet.pass_no}
    data["regulation_fingerprint"] = content["regulation_fingerprint"]
    if consent is not None:
        data |= {"edition": sheet.edition, "corrects": consent.corrects}
    if proven_by:
        data["proven_by"] = proven_by
    if from_paper is not None:
        data["from_paper"] = dict(from_paper)
    changes = {"sealed_at": at, "content": content, "sha256": digest}
    transition(sheet, "seal", by=by, at=at, changes=changes, data=data)


def _content(
    item: AgendaItem, sheet: ScoreSheet, frozen: DossierForScoring, at: datetime, **came: Any
) -> dict[str, Any]:
    dossier = item.dossier
    return SealedSheet(
        meeting=str(item.meeting.key),
        item=str(item.key),
        dossier=str(dossier.key),
        submission_hash=frozen.submission.content_hash,
        regulation=dossier.regulation_code,
        regulation_fingerprint=frozen.regulation.fingerprint,
        product_set=dossier.set_number,
        product=dossier.product.name,
        seat=sheet.seat_id,
        member=str(sheet.seat.person),
        pass_no=sheet.pass_no,
        choices=sheet.choices,
        comments=sheet.comments,
        general_comment=sheet.general_comment,
        sealed_at=at,
        edition=sheet.edition,
        **came,
    ).content()
