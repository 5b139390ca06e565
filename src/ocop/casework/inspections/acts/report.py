"""What a shopper reports is put on record: an act of nobody who has an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import IntegrityError
from django.utils import timezone

from ocop.casework.inspections.models import MisuseReport, Reporter, ReportPhoto
from ocop.casework.inspections.selectors.named import recognition_bearing
from ocop.foundation.acts import record, recorded
from ocop.kernel.codes import new_certificate_code
from ocop.kernel.text import searchable
from ocop.registers.programme.models import Programme


@dataclass(frozen=True)
class Told:
    """What the form says. `once` is the mark of the form; `photo` is encoded anew already."""

    once: str
    code: str
    kind: str
    seen_at: str
    text: str = ""
    photo: bytes = b""
    contact: str = ""
    is_proven: bool = False


def report_of(once: str) -> MisuseReport | None:
    """The report that came of a form."""
    return MisuseReport.objects.filter(once=once).first()


def file_report(programme: Programme, told: Told, *, at: datetime) -> MisuseReport:
    """Keeps a report; a form that is sent twice is one report. A contact is kept apart, with the day on which
    it goes. Who may send at all, and how often, is asked before (`intake`).
    """
    known = report_of(told.once)
    if known is not None:
        return known
    try:
        return _file(programme, told, at)
    except IntegrityError:
        known = report_of(told.once)  # the other of two clicks was faster
        if known is None:
            raise
        return known


@recorded
def _file(programme: Programme, told: Told, at: datetime) -> MisuseReport:
    today = timezone.localdate(at)
    recognition = recognition_bearing(told.code, today) if told.code else None
    name = "" if recognition is None else recognition.product.name
    report = MisuseReport.objects.create(
        ticket=new_certificate_code(),
        once=told.once,
        programme=programme,
        code=told.code,
        recognition=recognition,
        product_name=name,
        kind=told.kind,
        seen_at=told.seen_at,
        text=told.text,
        photo_sha256=sha256(told.photo).hexdigest() if told.photo else "",
        is_proven=told.is_proven,
        received_at=at,
        search_text=searchable(name, told.code, told.seen_at, told.text),
    )
    if told.photo:
        ReportPhoto.objects.create(report=report, content=told.photo)
    if told.contact:
        Reporter.objects.create(
            report=report,
            contact=told.contact,
            consented_at=at,
            delete_on=today + timedelta(days=settings.REPORT_CONTACT_DAYS),
        )
    record("misusereport.file", report, by=None, at=at, data={"kind": told.kind, "proven": told.is_proven})
    return report
