"""The report of a visit and further reports. State papers: always in Vietnamese, as frozen by the act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import translation

from ocop.casework.fieldwork.labels import finding_word
from ocop.casework.fieldwork.models import FurtherReport, Visit
from ocop.casework.fieldwork.papers.frame import (
    FOLDER,
    KIND_WORDS,
    frame,
    hour_words,
    place_words,
    team_words,
)
from ocop.casework.fieldwork.rules import Side
from ocop.casework.fieldwork.selectors.shown import photos_of, signatures_of
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.documents.selectors import image_of
from ocop.foundation.refusals import Refused
from ocop.kernel.text import day_words_vi

TEMPLATE = FOLDER / "bien_ban_thuc_te.typ"
FURTHER_TEMPLATE = FOLDER / "bien_ban_bo_sung.typ"
MOST_PRINTED = 12
"""Photographs in the report; all are named, with their hashes."""


def report_data(visit: Visit, *, number: str, by: Any, at: datetime) -> dict[str, Any]:
    """What the report says."""
    with translation.override("vi"):
        return {
            **frame(visit.programme),
            "number": number,
            "subject": f"{KIND_WORDS[visit.kind]} sản phẩm “{visit.product_name}”",
            "kind": KIND_WORDS[visit.kind],
            "day": day_words_vi(visit.day),
            "product": visit.product_name,
            "producer": visit.producer_name,
            "address": place_words(visit),
            "team": team_words(visit),
            "met_with": visit.met_with,
            "reason": visit.reason,
            "rows": [_row(visit, line) for line in visit.lines],
            "remarks": visit.remarks,
            "conclusion": visit.conclusion,
            "photos": [_photo(row) for row in photos_of(visit)],
            "signatures": _signatures(visit),
            "unsigned_reason": visit.unsigned_reason,
            "ended": hour_words(at),
            "ended_by": by.full_name,
            "words": visit.words_hash,
        }


def _row(visit: Visit, line: Any) -> dict[str, str]:
    said = visit.found.get(line.code, {})
    found = finding_word(said.get("finding", ""))
    return {"label": line.label, "claim": line.claim, "finding": found, "note": said.get("note", "")}


def _photo(row: Any) -> dict[str, str]:
    hour = hour_words(row.taken_at) if row.taken_at else ""
    point = f"{row.latitude}, {row.longitude}" if row.place_from else ""
    sha256 = row.file.sha256
    return {"about": row.about, "hour": hour, "point": point, "sha256": sha256, "short": sha256[:12]}


def _signatures(visit: Visit) -> dict[str, Any]:
    found: dict[str, Any] = {side.value: None for side in Side}
    for row in signatures_of(visit):
        found[row.side] = {
            "name": row.signer_name, "title": row.signer_title, "hour": hour_words(row.signed_at),
            "sha256": row.file.sha256,
        }  # fmt: skip
    return found


def with_pictures(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """With the drawn signatures and the first photographs; without one that the storage has lost."""
    signed = {
        side: None if one is None else {**one, "picture": _picture(one["sha256"], ImageSize.THUMB)}
        for side, one in data["signatures"].items()
    }
    shown = [
        {**one, "picture": _picture(one["sha256"], ImageSize.THUMB) if place < MOST_PRINTED else None}
        for place, one in enumerate(data["photos"])
    ]
    return {**data, "signatures": signed, "photos": shown}


def _picture(sha256: str, size: ImageSize) -> str | None:
    file = StoredFile.objects.filter(sha256=sha256).first()
    if file is None or not file.is_image:
        return None
    try:
        return pdf.picture(image_of(file, size), longest=480)
    except Refused:
        return None


def further_data(report: FurtherReport) -> dict[str, Any]:
    """What a further report says."""
    visit, first = report.visit, report.visit.report_content or {}
    with translation.override("vi"):
        return {
            **frame(visit.programme),
            "subject": f"bổ sung biên bản {first.get('subject', visit.product_name)}",
            "first": f"Biên bản {first.get('subject', '')} lập {first.get('ended', '')}",
            "ordinal": str(report.number),
            "text": report.text,
            "reason": report.reason,
            "team": team_words(visit),
            "ended": hour_words(report.at),
            "by": report.by.full_name,
        }
