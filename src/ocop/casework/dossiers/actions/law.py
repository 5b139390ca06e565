"""The producer brings a dossier under the law that is in force now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ocop.casework.dossiers import permissions
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.models import Answer, Citation, Dossier, FormerAnswers
from ocop.casework.dossiers.rules.carrying import counterparts
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.audit.actions import record
from ocop.foundation.ui.refusals import ensure


@transaction.atomic
def follow_law(dossier: Dossier, *, by: Any, at: datetime) -> Dossier:
    """Brings a draft or a returned dossier under the law of today, in the set that its product has there
    (article 12).

    Nothing is lost: texts and papers stay, descriptions and papers of criteria go to the criteria about the
    same matter, and all old answers are kept beside. Choices are made anew, for the ladders differ. Refused:
    a stranger, a dossier with an office, one whose law holds, a product that is not classified under the new
    law yet.
    """
    stored = held(dossier)
    day = timezone.localdate(at)
    ensure(permissions.refuse_write(by, stored, at) or permissions.refuse_follow(stored, day))
    old, target = stored.regulation_code, stored.law_on(day).answer.regulation
    before, after = set_of(stored), target.set(stored.product.set_number or 0)
    _put_aside(stored, by=by, at=at)
    _carry(stored, counterparts(before, after) if before.has_rubric and after.has_rubric else {}, at)
    stored.regulation_code, stored.set_number, stored.updated_at = target.code, after.number, at
    stored.declared_true = False
    stored.save(update_fields=["regulation_code", "set_number", "updated_at", "declared_true"])
    data = {"from": old, "to": target.code, "set": after.number}
    record("dossier.follow_law", stored, by=by, at=at, data=data)
    return stored


def _put_aside(dossier: Dossier, *, by: Any, at: datetime) -> None:
    answers = {
        row.criterion: {"choice": row.choice, "is_answered": row.is_answered, "description": row.description}
        for row in dossier.answers.all()
    }
    if answers:
        FormerAnswers.objects.create(
            dossier=dossier, regulation_code=dossier.regulation_code, set_number=dossier.set_number,
            answers=answers, at=at, by=by,
        )  # fmt: skip


def _carry(dossier: Dossier, twins: dict[str, str], at: datetime) -> None:
    """Descriptions and papers follow their criterion;
    a paper without a counterpart stays in the dossier as a whole.
    """
    described = {
        twins[row.criterion]: row.description for row in dossier.answers.all() if row.criterion in twins
    }
    dossier.answers.all().delete()
    Answer.objects.bulk_create(
        Answer(dossier=dossier, criterion=code, description=text, updated_at=at)
        for code, text in described.items()
        if text.strip()
    )
    cited = list(dossier.citations.exclude(criterion=""))
    dossier.citations.exclude(criterion="").delete()
    Citation.objects.bulk_create(
        Citation(dossier=dossier, evidence_id=row.evidence_id, criterion=twins[row.criterion])
        for row in cited
        if row.criterion in twins
    )
