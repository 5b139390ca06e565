"""Who may read the files of this package: whoever may read what they were made of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.certificates.models import CentralAnswer, Certificate, Correction, Decision, ResultNotice
from ocop.casework.certificates.permissions.who import (
    refuse_read,
    refuse_read_certificate,
    refuse_read_correction,
    refuse_read_notice,
)
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal

DECISION_FILES = "certificates.decision"
CERTIFICATE_FILES = "certificates.certificate"
NOTICE_FILES = "certificates.notice"
CORRECTION_FILES = "certificates.correction"
CENTRAL_FILES = "certificates.central"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(DECISION_FILES, refuse_read_decision_file)
    access.register(CERTIFICATE_FILES, refuse_read_certificate_file)
    access.register(NOTICE_FILES, refuse_read_notice_file)
    access.register(CORRECTION_FILES, refuse_read_correction_file)
    access.register(CENTRAL_FILES, refuse_read_central_file)


def _no_file() -> Refusal:
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một giấy tờ không dành cho bạn.")
    )


def refuse_read_decision_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The PDF of a decision: its readers."""
    decision = Decision.objects.filter(file=stored_file).select_related("programme__province").first()
    return _no_file() if decision is None else refuse_read(who_is(person, at), decision)


def refuse_read_certificate_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The PDF of a certificate: its readers."""
    certificate = Certificate.objects.filter(file=stored_file).first()
    return _no_file() if certificate is None else refuse_read_certificate(who_is(person, at), certificate)


def refuse_read_notice_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The PDF of a notice: its readers."""
    rows = ResultNotice.objects.filter(file=stored_file)
    notice = rows.select_related(
        "item__dossier__product__producer", "item__dossier__commune__parent__parent"
    ).first()
    return _no_file() if notice is None else refuse_read_notice(who_is(person, at), notice)


def refuse_read_correction_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The PDF of a correcting paper: the readers of what it corrects."""
    correction = Correction.objects.with_names().filter(paper__file=stored_file).first()
    return _no_file() if correction is None else refuse_read_correction(who_is(person, at), correction)


def refuse_read_central_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A paper of the ministry: the readers of the results that it answers."""
    who = who_is(person, at)
    rows = CentralAnswer.objects.filter(paper__file=stored_file)
    names = "proposal__decision_item__decision__programme__province"
    decisions = [one.proposal.decision_item.decision for one in rows.select_related(names)]
    return None if any(refuse_read(who, one) is None for one in decisions) else _no_file()
