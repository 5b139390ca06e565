"""The province accepts a dossier for the council, or throws it out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers import notices, permissions
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.models import Dossier, Exclusion, ProvincialCheck
from ocop.casework.dossiers.permissions.files import EXCLUSION_FILES
from ocop.casework.dossiers.rules import ExclusionGround, Outcome
from ocop.foundation.audit.actions import transition
from ocop.foundation.documents.actions import store
from ocop.foundation.ui.refusals import Refusal, Refused, ensure


@transaction.atomic
def accept(dossier: Dossier, *, note: str, by: Any, at: datetime) -> ProvincialCheck:
    """The provincial OCOP body has checked the dossier and puts it before the council (article 7(3), R26-25).

    Refused: other offices, a wrong state, no written finding.
    """
    stored = held(dossier)
    ensure(permissions.refuse_accept(by, stored, at))
    if not note.strip():
        raise Refused(
            Refusal(
                "check_note_missing",
                _("Chưa ghi nhận xét kiểm tra hồ sơ."),
                _("Hội đồng và người xem sau cần biết tỉnh đã kiểm tra những gì."),
                _("Ghi ngắn gọn kết quả kiểm tra rồi nhận hồ sơ."),
            )
        )
    transition(stored, "accept", by=by, at=at, changes={"accepted_at": at, "updated_at": at})
    submission = stored.submissions.latest("number")
    level = stored.level_on(timezone.localdate(at)).value
    check = ProvincialCheck.objects.create(
        dossier=stored, submission=submission, level=level, note=note.strip(), at=at, by=by
    )
    notices.accepted(stored, at=at)
    return check


@transaction.atomic
def exclude(
    dossier: Dossier,
    *,
    ground: ExclusionGround,
    reason: str,
    by: Any,
    at: datetime,
    upload: File[Any] | None = None,
) -> Exclusion:
    """Throws the dossier out of the evaluation on a ground of the law, with reason and proof (R26-07).

    Refused: other offices, a wrong state, no reason. Afterwards nothing about it can be scored.
    """
    stored = held(dossier)
    ensure(permissions.refuse_exclude(by, stored, at))
    return _exclude(stored, ground, reason, upload, by=by, at=at)


@transaction.atomic
def exclude_in_review(
    dossier: Dossier,
    *,
    ground: ExclusionGround,
    reason: str,
    by: Any,
    at: datetime,
    upload: File[Any] | None = None,
) -> Exclusion:
    """The same, found by the council: the calling package has asked who may."""
    return _exclude(held(dossier), ground, reason, upload, by=by, at=at)


def _exclude(
    dossier: Dossier, ground: ExclusionGround, reason: str, upload: File[Any] | None, *, by: Any, at: datetime
) -> Exclusion:
    file = None if upload is None else store(upload, owner=EXCLUSION_FILES, by=by, at=at)
    changes = {"outcome": Outcome.EXCLUDED.value, "updated_at": at}
    transition(
        dossier, "exclude", by=by, at=at, reason=reason, changes=changes, data={"ground": ground.value}
    )
    exclusion = Exclusion.objects.create(
        dossier=dossier, ground=ground.value, reason=reason, file=file, at=at, by=by
    )
    notices.excluded(exclusion, at=at)
    return exclusion
