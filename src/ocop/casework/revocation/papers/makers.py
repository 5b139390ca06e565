"""How the decision of a revocation is made, after the act, from what the signature froze."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.papers.decision import TEMPLATE
from ocop.casework.revocation.permissions import DECISION_FILES
from ocop.casework.revocation.states import RevocationState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker


def _decision(revocation: Revocation) -> Content:
    assert revocation.content is not None  # noqa: S101 - a draft is not kept
    assert revocation.decided_at is not None  # noqa: S101
    name = f"quyet-dinh-thu-hoi-{revocation.content['date']}.pdf"
    return Content(revocation.content, name, revocation.signer, revocation.decided_at)


def _keep(revocation: Any, file: StoredFile) -> None:
    revocation.file = file
    revocation.save(update_fields=["file"])


def _unprinted() -> QuerySet[Revocation]:
    rows = Revocation.objects.filter(state=RevocationState.DECIDED, content__isnull=False, file__isnull=True)
    return rows.select_related("signer")


DECISION = Maker(
    model=Revocation,
    owner=DECISION_FILES,
    template=TEMPLATE,
    content=_decision,
    keep=_keep,
    missing=_unprinted,
)
