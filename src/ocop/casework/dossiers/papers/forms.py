"""Forms 01, 02 and 03 of annex III and the receipt, as PDF from the data;
Vietnamese whatever the page speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from ocop.casework.dossiers.labels import HEADINGS
from ocop.casework.dossiers.models import Dossier, IntakeCheck, Submission
from ocop.casework.dossiers.papers.reading import Reading, read_content
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.foundation.documents.engines import pdf, qr
from ocop.foundation.places.selectors import full_name
from ocop.kernel.canonical import short_code
from ocop.kernel.law.in_force import COMMUNE_CHECK
from ocop.registers.programme.selectors import current

_FOLDER = Path("casework") / "dossiers" / "papers"


LATE_VI = (
    "Hồ sơ đánh giá lại nộp muộn (điểm a khoản 6 Điều 7). Quá ngày hết hạn, giấy chứng nhận chỉ còn hiệu lực "
    "nếu có văn bản kéo dài theo khoản 3 Điều 12."
)
"""What papers say of a late filing: Vietnamese in every language."""


def _frame(dossier: Dossier) -> dict[str, Any]:
    """What every paper about a dossier says of its place and of being an illustration."""
    programme = current()
    province, commune = dossier.commune.province, dossier.commune
    return {
        "illustration": dossier.product.is_illustration or bool(programme and programme.is_demonstration),
        "province": full_name(province),
        "province_name": province.name,
        "commune": f"{commune.kind} {commune.name}",
        "commune_name": commune.name,
        "commune_full": full_name(commune),
        "product": dossier.product.name,
        "producer": dossier.product.producer.name,
    }


def _render(template: str, data: Mapping[str, Any], at: datetime) -> bytes:
    return pdf.render(_FOLDER / template, data, at=at)


def _in_words(content: Mapping[str, Any], *, is_official: bool = False) -> Reading:
    with translation.override("vi"):
        return read_content(content, is_official=is_official)


def form_01(
    dossier: Dossier, content: Mapping[str, Any], submission: Submission | None, *, at: datetime
) -> bytes:
    """Form 01, the registration form; with the commune's number and date once it was received."""
    reading = _in_words(content)
    year = timezone.localtime(dossier.submitted_at or at).year
    data = _frame(dossier) | {
        "year": str(year),
        "producer": content["producer"]["name"],
        "product": content["product"]["name"],
        "contact": content["form"],
        "address": ", ".join(
            part for part in (content["producer"]["address"], content["producer"]["place"]) if part
        ),
        "leaf": reading.leaf,
        "kind": content["dossier"]["kind"],
        "samples": reading.samples,
        "registration_no": dossier.registration_no,
        "late": LATE_VI if dossier.filed_late else "",
        "received_on": _local_day(dossier.received_at),
        "receipt": _receipt(submission),
        "draft": submission is None,
    }
    return _render("mau_01.typ", data, submission.at if submission else at)


def form_02(
    dossier: Dossier,
    content: Mapping[str, Any],
    submission: Submission | None,
    *,
    at: datetime,
    is_official: bool = False,
) -> bytes:
    """Form 02, the self-assessment in its four parts;
    choices in the decree's own words where asked and loaded.
    """
    reading = _in_words(content, is_official=is_official)
    data = _frame(dossier) | {
        "producer": content["producer"]["name"],
        "product": content["product"]["name"],
        "general": [list(pair) for pair in reading.general],
        "results": [list(pair) for pair in reading.results],
        "updates": [list(pair) for pair in reading.updates],
        "changes": [list(pair) for pair in reading.changes],
        "sections": [
            {"title": section.title, "lines": [_line(line) for line in section.lines]}
            for section in reading.sections
        ],
        "parts": [list(pair) for pair in reading.parts],
        "total": reading.total,
        "papers": [[paper.title, paper.kind, paper.about, paper.criteria] for paper in reading.papers],
        "exemptions": [list(pair) for pair in reading.exemptions],
        "plan": reading.plan,
        "signer": content["representative"]["full_name"],
        "receipt": _receipt(submission),
        "draft": submission is None,
    }
    return _render("mau_02.typ", data, submission.at if submission else at)


def _line(line: Any) -> dict[str, Any]:
    return {
        "name": line.name,
        "answer": line.answer,
        "points": line.points,
        "most": line.most,
        "description": line.description,
        "papers": list(line.papers),
    }


def _receipt(submission: Submission | None) -> dict[str, str]:
    """The line that ties a printed form to what was handed in."""
    if submission is None:
        return {}
    return {
        "code": submission.code,
        "at": timezone.localtime(submission.at).strftime("%H:%M %d/%m/%Y"),
        "hash": submission.content_hash,
    }


def _local_day(moment: datetime | None) -> str:
    return "" if moment is None else timezone.localdate(moment).isoformat()


def form_03(dossier: Dossier, check: IntakeCheck, *, at: datetime) -> bytes:
    """Form 03, the commune's report on the four contents;
    number and date only as the records office gave them.
    """
    content = check.submission.content
    reading = _in_words(content)
    with translation.override("vi"):
        headings = [[str(label), getattr(check, name)] for name, label in HEADINGS.items()]
    data = _frame(dossier) | {
        "number": check.report_no,
        "date": check.reported_on.isoformat() if check.reported_on else "",
        "producer": content["producer"]["name"],
        "product": content["product"]["name"],
        "applicant": [list(pair) for pair in reading.applicant],
        "headings": headings,
        "signer_title": check.signer_title or "CHỦ TỊCH",
        "signer_name": check.signer_name,
    }
    return _render("mau_03.typ", data, check.at)


def receipt_link(submission: Submission) -> str:
    """What the code on the receipt opens: the receipt itself, for whoever may see the dossier."""
    path = reverse("dossiers:receipt", args=[submission.dossier.key, submission.code])
    return f"{settings.SITE_ADDRESS}{path}"


def receipt(submission: Submission) -> bytes:
    """The receipt on one page: code, QR, time, hash, what was handed in, until when the commune checks."""
    dossier = submission.dossier
    term = regulation_of(dossier).periods.get(COMMUNE_CHECK)
    due = dossier.commune_due_on if submission.number == dossier.submissions.count() else None
    data = _frame(dossier) | {
        "code": submission.code,
        "qr": qr.svg(receipt_link(submission)),
        "at": timezone.localtime(submission.at).strftime("%H:%M ngày %d/%m/%Y"),
        "hash": submission.content_hash,
        "short": short_code(submission.content_hash),
        "by": submission.by.full_name,
        "number": str(submission.number),
        "due": due.isoformat() if due else "",
        "term": "" if due or term is None else term.words.vi,
        "files": str(len(submission.content["evidence"])),
        "answered": f"{len(submission.content['answers'])}/{len(set_of(dossier).criteria)}",
        "producer": submission.content["producer"]["name"],
        "product": submission.content["product"]["name"],
        "late": LATE_VI if dossier.filed_late else "",
    }
    return _render("bien_nhan.typ", data, submission.at)
