"""Every write: keeping a file, putting a paper on record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import transaction

from ocop.foundation.documents import refusals, room, storage
from ocop.foundation.documents.inspection import Findings, examine
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.documents.rules import ALL_KINDS, VIETNAM, FileKind, PaperKind
from ocop.foundation.documents.scanning import scan
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.refusals import Refusal, Refused, ensure, once
from ocop.foundation.ui.unavailable import FULL
from ocop.kernel.text import one_line


def store(
    upload: File[Any], *, owner: str, by: Any, at: datetime, kinds: Collection[str] = ALL_KINDS
) -> StoredFile:
    """Keeps a file that somebody hands in. `upload` has a name, a size and bytes; `owner` answers who may
    read it.

    Refused with a sentence when empty, too large, of another kind than asked for, disguised, broken, harmful,
    and while the disk is nearly full: what is left is kept for scores and decisions. The bytes are in the
    storage before the row exists, so a row never speaks of bytes that are not there.
    """
    if not room.has_room_for_files():
        raise Refused(FULL)
    return _store(upload, owner=owner, by=by, at=at, kinds=kinds)


def _store(upload: File[Any], *, owner: str, by: Any, at: datetime, kinds: Collection[str]) -> StoredFile:
    content, findings = examine(upload, [FileKind(kind) for kind in kinds])
    scan_state = scan(content, findings.name)
    sha256 = _write(content, findings)
    return StoredFile.objects.create(
        owner=owner,
        sha256=sha256,
        name=findings.name,
        media_type=findings.media_type,
        size=len(content),
        pages=findings.pages,
        width=findings.width,
        height=findings.height,
        uploaded_by=by,
        uploaded_at=at,
        scan_state=scan_state,
    )


def store_made(content: bytes, name: str, *, owner: str, by: Any, at: datetime) -> StoredFile:
    """Keeps a file that the application made itself, such as minutes as PDF, through the same checks; also
    into the room that no upload gets any more.
    """
    return _store(ContentFile(content, name=name), owner=owner, by=by, at=at, kinds=ALL_KINDS)


def _write(content: bytes, findings: Findings) -> str:
    sha256 = storage.hash_of(content)
    storage.put(storage.original_key(sha256), content)
    for size, picture in findings.renditions.items():
        storage.put(storage.image_key(sha256, size), picture)
    for size, picture in findings.avifs.items():
        storage.put(storage.image_key(sha256, size, "avif"), picture)
    return sha256


@transaction.atomic
def file_paper(
    *,
    kind: PaperKind,
    number: str,
    issued_on: date,
    issuer: str,
    subject: str,
    by: Any,
    at: datetime,
    file: StoredFile | None = None,
) -> Paper:
    """Puts an official paper on record, with number and date as the records office gave them: never invented
    here.

    Refused when a part is missing, when it is dated after today, or when the issuer already gave this number
    this year.
    """
    number, issuer, subject = (one_line(text) for text in (number, issuer, subject))
    _check_paper(number, issuer, subject, issued_on, at)
    ensure(_refuse_number(number, issuer, issued_on.year))
    with once(lambda: _refuse_number(number, issuer, issued_on.year)):
        return Paper.objects.create(
            kind=kind,
            number=number,
            issued_on=issued_on,
            year=issued_on.year,
            issuer=issuer,
            subject=subject,
            file=file,
            filed_by=by,
            filed_at=at,
        )


def _refuse_number(number: str, issuer: str, year: int) -> Refusal | None:
    if paper_numbered(number, issuer=issuer, year=year) is None:
        return None
    return refusals.paper_already_filed(number, issuer, year)


def _check_paper(number: str, issuer: str, subject: str, issued_on: date, at: datetime) -> None:
    missing = refusals.paper_parts(number=number, issuer=issuer, subject=subject)
    if missing:
        raise Refused(refusals.paper_incomplete(missing))
    if issued_on > at.astimezone(VIETNAM).date():
        raise Refused(refusals.paper_from_the_future(number))


@transaction.atomic
def number_right(paper: Paper, *, number: str, issued_on: date, at: datetime) -> Paper:
    """Puts right a number or a day that was typed wrong when the paper was put on record; the calling act
    records what stood there before.

    Refused as filing is, where another paper has the number.
    """
    number = one_line(number)
    _check_paper(number, paper.issuer, paper.subject, issued_on, at)
    other = paper_numbered(number, issuer=paper.issuer, year=issued_on.year)
    if other is not None and other.pk != paper.pk:
        raise Refused(refusals.paper_already_filed(number, paper.issuer, issued_on.year))
    paper.number, paper.issued_on, paper.year = number, issued_on, issued_on.year
    with once(lambda: _refuse_number(number, paper.issuer, issued_on.year)):
        paper.save(update_fields=["number", "issued_on", "year"])
    return paper
