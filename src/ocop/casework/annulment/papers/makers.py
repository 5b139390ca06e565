"""How the decision of an annulment is made, after the act, from what the signature froze."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.papers.decision import TEMPLATE
from ocop.casework.annulment.permissions import DECISION_FILES
from ocop.casework.annulment.states import AnnulmentState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import Content, Maker


def _decision(annulment: Annulment) -> Content:
    assert annulment.content is not None  # noqa: S101 - a draft is not kept
    assert annulment.decided_at is not None  # noqa: S101
    name = f"quyet-dinh-huy-bo-{annulment.content['date']}.pdf"
    return Content(annulment.content, name, annulment.signer, annulment.decided_at)


def _keep(annulment: Any, file: StoredFile) -> None:
    annulment.file = file
    annulment.save(update_fields=["file"])


def _unprinted() -> QuerySet[Annulment]:
    rows = Annulment.objects.filter(state=AnnulmentState.DECIDED, content__isnull=False, file__isnull=True)
    return rows.select_related("signer")


DECISION = Maker(
    model=Annulment,
    owner=DECISION_FILES,
    template=TEMPLATE,
    content=_decision,
    keep=_keep,
    missing=_unprinted,
)
