"""How decisions, certificates, notices and what corrects them are made, after the act."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ocop.casework.certificates.models import Certificate, Correction, Decision, ResultNotice
from ocop.casework.certificates.papers.articles import with_articles
from ocop.casework.certificates.papers.certificate import certificate_data, with_photo
from ocop.casework.certificates.papers.decision import decision_data
from ocop.casework.certificates.papers.frame import FOLDER
from ocop.casework.certificates.papers.letters import notice_data
from ocop.casework.certificates.permissions.files import (
    CERTIFICATE_FILES,
    CORRECTION_FILES,
    DECISION_FILES,
    NOTICE_FILES,
)
from ocop.casework.certificates.states import DecisionState
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.corrections import maker_of_corrections
from ocop.foundation.printing.makers import Content, Maker, register


def register_makers() -> None:
    """Tells the foundation how the papers of this package are made."""
    for maker in (DECISION, CERTIFICATE, NOTICE, CORRECTION):
        register(maker)


def _decision(decision: Decision) -> Content:
    assert decision.signed_at is not None  # noqa: S101 - a draft is not kept
    name = f"quyet-dinh-{decision.signed_on:%Y-%m-%d}.pdf"
    return Content(decision_data(decision), name, decision.signer, decision.signed_at)


def _certificate(certificate: Certificate) -> Content:
    name = f"giay-chung-nhan-{certificate.product_code}.pdf"
    signer = certificate.decision_item.decision.signer
    return Content(certificate_data(certificate), name, signer, certificate.issued_at)


def _notice(notice: ResultNotice) -> Content:
    name = f"thong-bao-ket-qua-{notice.at:%Y-%m-%d}.pdf"
    return Content(notice_data(notice), name, notice.by, notice.at)


def _keep(paper: Any, file: StoredFile) -> None:
    paper.file = file
    paper.save(update_fields=["file"])


def _decisions() -> QuerySet[Decision]:
    rows = Decision.objects.filter(state=DecisionState.SIGNED, file__isnull=True)
    return rows.select_related("programme__province", "signer")


def _certificates() -> QuerySet[Certificate]:
    rows = Certificate.objects.filter(file__isnull=True)
    return rows.with_names().select_related("decision_item__decision__signer", "proof")


def _notices() -> QuerySet[ResultNotice]:
    rows = ResultNotice.objects.filter(file__isnull=True)
    return rows.select_related("item__meeting__council__programme__province", "item__dossier", "by")


DECISION = Maker(
    model=Decision,
    owner=DECISION_FILES,
    template=FOLDER / "quyet_dinh.typ",
    content=_decision,
    fill=with_articles,
    keep=_keep,
    missing=_decisions,
)
CERTIFICATE = Maker(
    model=Certificate,
    owner=CERTIFICATE_FILES,
    template=FOLDER / "giay_chung_nhan.typ",
    content=_certificate,
    fill=with_photo,
    keep=_keep,
    missing=_certificates,
)
NOTICE = Maker(
    model=ResultNotice,
    owner=NOTICE_FILES,
    template=FOLDER / "thong_bao.typ",
    content=_notice,
    keep=_keep,
    missing=_notices,
)
CORRECTION = maker_of_corrections(Correction, CORRECTION_FILES)
