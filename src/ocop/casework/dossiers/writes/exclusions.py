"""A dossier is thrown out of the evaluation (R26-07): by the province, or found by the council."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels import ground_words
from ocop.casework.dossiers.models import Dossier, Exclusion
from ocop.casework.dossiers.permissions.files import EXCLUSION_FILES
from ocop.casework.dossiers.rules import ExclusionGround, Outcome
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.dossiers.writes.results import register_result
from ocop.casework.dossiers.writes.telling import about, tell_officers, tell_producer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store


@recorded
def exclude_in_review(
    dossier: Dossier,
    *,
    ground: ExclusionGround,
    reason: str,
    by: Person,
    at: datetime,
    upload: File[Any] | None = None,
) -> Exclusion:
    """The dossier is out, with ground, reason and proof; the calling act holds it and has asked who may.

    Refused in a state that does not allow it, without a reason.
    """
    file = None if upload is None else store(upload, owner=EXCLUSION_FILES, by=by, at=at)
    changes = {"outcome": Outcome.EXCLUDED.value, "updated_at": at}
    transition(
        dossier, "exclude", by=by, at=at, reason=reason, changes=changes, data={"ground": ground.value}
    )
    exclusion = Exclusion.objects.create(
        dossier=dossier, ground=ground.value, reason=reason, file=file, at=at, by=by
    )
    register_result(dossier, on=timezone.localdate(at), by=by, at=at)
    _tell(exclusion, at=at)
    return exclusion


def _tell(exclusion: Exclusion, *, at: datetime) -> None:
    """The producer and the commune learn that the dossier was thrown out, and why."""
    dossier = exclusion.dossier
    subject = about(_("Hồ sơ “{product}” bị loại"), dossier)
    ground = ground_words(exclusion.ground, set_of(dossier))
    body = about(_("Căn cứ: {ground}. {reason}"), dossier, ground=ground, reason=exclusion.reason)
    tell_producer(dossier, "excluded", subject, body, at=at)
    tell_officers(dossier, Role.COMMUNE_OFFICER, "excluded", subject, body, at=at)
