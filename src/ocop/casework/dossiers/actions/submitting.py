"""The producer hands in a dossier, or takes it back."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.dossiers import notices, permissions
from ocop.casework.dossiers.actions.drafting import save_form
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.labels import said
from ocop.casework.dossiers.labels.gaps import sentence
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.rules.clock import commune_due
from ocop.casework.dossiers.rules.completeness import Gap
from ocop.casework.dossiers.selectors import content, missing, regulation_of, set_of
from ocop.foundation.audit.actions import transition
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.kernel.calendar import UnknownYear
from ocop.kernel.canonical import canonical, sha256_hex
from ocop.kernel.codes import new_receipt_code
from ocop.kernel.text import fold


class Incomplete(Refused):
    """A dossier that still lacks something; `gaps` are the things, each with the step where it is mended."""

    def __init__(self, gaps: list[Gap], refusal: Refusal) -> None:
        super().__init__(refusal)
        self.gaps = gaps


@transaction.atomic
def submit(
    dossier: Dossier, *, request_key: UUID, by: Any, at: datetime, declared_true: bool = False
) -> Submission:
    """Hands in the dossier: checks it, freezes its content, gives a receipt, starts the commune's clock
    (article 7(1)).

    The same `request_key` gives the same receipt, so a double click hands in once. Refused: a stranger, a
    dossier that is not with the producer, and everything that is missing (`Incomplete`).
    """
    stored = held(dossier)
    if earlier := Submission.objects.filter(request_key=request_key, dossier=stored).first():
        ensure(permissions.owners.refuse_stranger(by, stored.product.producer, at))
        return earlier
    ensure(
        permissions.refuse_submit(by, stored, at)
        or permissions.refuse_hand_in(stored, timezone.localdate(at))
    )
    if declared_true:
        stored = save_form(stored, fields={"declared_true": True}, by=by, at=at)
    _check_complete(stored, by, at)
    submission = _freeze(stored, request_key, by, at)
    transition(
        stored,
        "submit",
        by=by,
        at=at,
        changes=_dates(stored, submission, at),
        data={"code": submission.code, "number": submission.number, "content_hash": submission.content_hash},
    )
    submission.dossier = stored
    notices.submitted(submission, at=at)
    return submission


def _check_complete(dossier: Dossier, by: Any, at: datetime) -> None:
    gaps = missing(dossier, person=by, at=at)
    if not gaps:
        return
    regulation, product_set = regulation_of(dossier), set_of(dossier)
    count = ngettext("Hồ sơ còn thiếu %(count)s mục.", "Hồ sơ còn thiếu %(count)s mục.", len(gaps))
    raise Incomplete(
        gaps,
        Refusal(
            "incomplete",
            count % {"count": len(gaps)},
            " ".join(sentence(gap, regulation, product_set) for gap in gaps),
            _("Bổ sung từng mục rồi nộp lại. Nội dung đã viết vẫn còn."),
        ),
    )


def _freeze(dossier: Dossier, request_key: UUID, by: Any, at: datetime) -> Submission:
    """The whole dossier in canonical form with its hash; what is stored is what was hashed."""
    frozen = content(dossier, person=by, at=at)
    return Submission.objects.create(
        dossier=dossier,
        number=dossier.submissions.count() + 1,
        code=_free_code(),
        at=at,
        by=by,
        content=json.loads(canonical(frozen)),
        content_hash=sha256_hex(frozen),
        request_key=request_key,
    )


def _free_code() -> str:
    """A receipt code that was never given."""
    code = new_receipt_code()
    while Submission.objects.filter(code=code).exists():
        code = new_receipt_code()
    return code


def _dates(dossier: Dossier, submission: Submission, at: datetime) -> dict[str, Any]:
    """The first handing-in counts; the clock runs on over a return by the commune (L20-1, R26-23).

    A dossier that was brought under a newer law since is filed anew: its day and its clock begin again.
    """
    today, law = timezone.localdate(at), regulation_of(dossier)
    is_new = dossier.submitted_at is None or timezone.localdate(dossier.submitted_at) < law.effective_from
    changes: dict[str, Any] = {
        "updated_at": at,
        "search_text": f"{dossier.search_text} {fold(submission.code)}".strip(),
    }
    if is_new:
        changes |= {"submitted_at": at, "level": dossier.council_level(today).value}
    if is_new or dossier.commune_due_on is None:
        changes["commune_due_on"] = _due(today, dossier)
    return changes


def _due(handed_in: date, dossier: Dossier) -> date | None:
    """The office's last day; None where the law sets it no period."""
    try:
        return commune_due(handed_in, regulation_of(dossier))
    except UnknownYear as unknown:
        raise Refused(
            Refusal(
                "holidays_unknown", said(unknown.label), "", _("Báo quản trị hệ thống. Hồ sơ vẫn được giữ.")
            )
        ) from unknown


@transaction.atomic
def withdraw(dossier: Dossier, *, reason: str, by: Any, at: datetime) -> Dossier:
    """The producer takes the dossier back, until a meeting is set for it. Refused without a reason."""
    stored = held(dossier)
    ensure(permissions.refuse_withdraw(by, stored, at))
    was_filed = stored.submitted_at is not None
    transition(stored, "withdraw", by=by, at=at, reason=reason, changes={"updated_at": at})
    if was_filed:
        notices.withdrawn(stored, reason, at=at)
    return stored
