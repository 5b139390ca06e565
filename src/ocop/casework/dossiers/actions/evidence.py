"""The producer adds papers and ties them to criteria."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from ocop.casework.dossiers import permissions
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.models import Citation, Dossier, Evidence
from ocop.casework.dossiers.permissions.files import EVIDENCE_FILES
from ocop.casework.dossiers.selectors import is_frozen, set_of
from ocop.foundation.audit.actions import record
from ocop.foundation.documents.actions import store
from ocop.foundation.ui.refusals import Refusal, Refused, ensure
from ocop.registers.producers.models import Producer


@transaction.atomic
def add_evidence(
    *,
    producer: Producer,
    upload: File[Any],
    fields: Mapping[str, Any],
    by: Any,
    at: datetime,
    dossier: Dossier | None = None,
    criterion: str = "",
) -> Evidence:
    """Keeps a paper of the producer and, with a dossier, puts it there: for the whole, or for one criterion
    as well.

    `fields`: kind, title, number, issuer, issued_on, expires_on, is_restricted, product. Refused: a stranger,
    a dossier that was handed in, and every file that the store of documents refuses (too large, disguised,
    broken, harmful).
    """
    ensure(permissions.refuse_add_evidence(by, producer, at))
    if dossier is not None:
        ensure(permissions.refuse_write(by, held(dossier), at))
    file = store(upload, owner=EVIDENCE_FILES, by=by, at=at)
    evidence = Evidence.objects.create(producer=producer, file=file, created_at=at, created_by=by, **fields)
    record("evidence.add", evidence, by=by, at=at, data={"sha256": file.sha256, "kind": evidence.kind})
    if dossier is not None:
        cite(dossier, evidence=evidence, criterion=criterion, by=by, at=at)
    return evidence


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, by: Any, at: datetime, reason: str = "") -> Evidence:
    """Takes a paper out of use; the file stays on record.
    Refused while a dossier under way was handed in with it.
    """
    ensure(permissions.refuse_add_evidence(by, evidence.producer, at))
    if is_frozen(evidence):
        raise Refused(
            Refusal(
                "evidence_in_use",
                _("Chưa rút được “%(title)s”.") % {"title": evidence.title},
                _("Giấy tờ này nằm trong một hồ sơ đã nộp."),
                _("Đợi hồ sơ có kết quả hoặc được trả lại."),
            )
        )
    evidence.is_withdrawn = True
    evidence.save(update_fields=["is_withdrawn"])
    record("evidence.withdraw", evidence, by=by, at=at, reason=reason)
    return evidence


@transaction.atomic
def cite(dossier: Dossier, *, evidence: Evidence, by: Any, at: datetime, criterion: str = "") -> None:
    """Uses a paper in a dossier and, where one is named, for a criterion. Doing it twice changes nothing.

    Refused: a stranger, a dossier that was handed in, a paper of another producer or out of use, an unknown
    criterion.
    """
    stored = held(dossier)
    ensure(permissions.refuse_write(by, stored, at))
    ensure(_refuse_paper(stored, evidence))
    if criterion and criterion not in set_of(stored).criteria:
        raise Refused(
            Refusal("unknown_criterion", _("Bộ tiêu chí không có tiêu chí %(code)s.") % {"code": criterion})
        )
    for place in {"", criterion}:
        Citation.objects.get_or_create(dossier=stored, evidence=evidence, criterion=place)
    Dossier.objects.filter(pk=stored.pk).update(updated_at=at)


def _refuse_paper(dossier: Dossier, evidence: Evidence) -> Refusal | None:
    is_own = evidence.producer_id == dossier.product.producer_id
    fits = evidence.product_id is None or evidence.product_id == dossier.product_id
    if is_own and fits and not evidence.is_withdrawn:
        return None
    return Refusal(
        "evidence_not_usable",
        _("Không dùng được giấy tờ này cho hồ sơ."),
        _("Giấy tờ đã rút, thuộc sản phẩm khác hoặc thuộc chủ thể khác."),
        _("Chọn giấy tờ khác hoặc tải tệp mới lên."),
    )


@transaction.atomic
def uncite(dossier: Dossier, *, evidence: Evidence, by: Any, at: datetime, criterion: str = "") -> None:
    """Takes a paper from one criterion; without a criterion, out of the dossier altogether.
    The paper is kept.
    """
    stored = held(dossier)
    ensure(permissions.refuse_write(by, stored, at))
    citations = Citation.objects.filter(dossier=stored, evidence=evidence)
    (citations.filter(criterion=criterion) if criterion else citations).delete()
    Dossier.objects.filter(pk=stored.pk).update(updated_at=at)


@transaction.atomic
def set_criteria(
    dossier: Dossier, *, evidence: Evidence, criteria: Collection[str], by: Any, at: datetime
) -> None:
    """Uses a paper of the dossier for exactly these criteria;
    with none it stays in the dossier as a whole.
    """
    present = set(dossier.citations.filter(evidence=evidence).values_list("criterion", flat=True)) - {""}
    for criterion in sorted(present - set(criteria)):
        uncite(dossier, evidence=evidence, criterion=criterion, by=by, at=at)
    for criterion in sorted({*criteria} - present):
        cite(dossier, evidence=evidence, criterion=criterion, by=by, at=at)
