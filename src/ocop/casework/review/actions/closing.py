"""Closing a meeting: results become final, the minutes are made, dossiers go on."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import notices, permissions
from ocop.casework.review.actions.locking import held_meeting
from ocop.casework.review.documents import minutes_data, minutes_pdf
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions.files import MINUTES_FILES
from ocop.casework.review.permissions.who import is_secretary
from ocop.casework.review.rules import ItemState, Recommendation
from ocop.casework.review.rules.facts import findings
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.documents.actions import file_paper, store_made
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.ui.refusals import Refusal, ensure
from ocop.kernel.canonical import sha256_hex

logger = logging.getLogger(__name__)


@transaction.atomic
def close_meeting(
    meeting: Meeting, *, minutes_no: str, by: Any, at: datetime, closing_note: str = ""
) -> Meeting:
    """Closes the session: freezes every result and what the minutes say, files them, moves the dossiers on
    (R26-30).

    The PDF is made right away; should that fail, the meeting is closed all the same and `render_papers` makes
    it. The number of the minutes is typed in from the records office. Refused: other people; a product
    without result or without the chair's choice; no number, a number used before, or one that a demonstration
    must not bear.
    """
    stored = held_meeting(meeting)
    ensure(permissions.refuse_close(by, stored, at))
    minutes_no = " ".join(minutes_no.split())
    ensure(_refuse_number(stored, minutes_no))
    if stored.recorded_by is None and is_secretary(by, stored.council, at):
        stored.recorded_by = by
        stored.save(update_fields=["recorded_by"])
    for item in stored.items.select_related("dossier__product"):
        _finish(item, by=by, at=at)
    content = minutes_data(stored, number=minutes_no, note=closing_note, at=at)
    file = _made_now(content, by=by, at=at)
    with override("vi"):
        file_paper(
            kind=PaperKind.MINUTES, number=minutes_no, issued_on=timezone.localdate(at),
            issuer=content["agency"],
            subject=stored.title, by=by, at=at, file=file,
        )  # fmt: skip
    changes = {
        "closed_at": at, "closed_by": by, "minutes_no": minutes_no, "minutes": file,
        "minutes_content": content,
        "closing_note": closing_note.strip(),
    }  # fmt: skip
    data = {"content": sha256_hex(content)} | ({"minutes": file.sha256} if file else {})
    transition(stored, "close", by=by, at=at, changes=changes, data=data)
    notices.closed(stored, at=at)
    return stored


def _made_now(content: dict[str, Any], *, by: Any, at: datetime) -> StoredFile | None:
    """The minutes as a stored PDF; None where they could not be made, which is no reason not to close."""
    try:
        with transaction.atomic():
            return _minutes_file(content, by=by, at=at)
    except Exception:
        logger.exception("no minutes yet")
        return None


def _minutes_file(content: dict[str, Any], *, by: Any, at: datetime) -> StoredFile:
    name = f"bien-ban-{timezone.localdate(at):%Y-%m-%d}.pdf"
    return store_made(minutes_pdf(content, at=at), name, owner=MINUTES_FILES, by=by, at=at)


@transaction.atomic
def make_minutes(meeting: Meeting, *, at: datetime) -> StoredFile:
    """Makes the PDF that could not be made at the closing, from what was frozen then, and puts it to the
    paper.

    The paper bears the council's name of then. Where it is not found, the meeting has its minutes all the
    same and the log says so.
    """
    stored = held_meeting(meeting)
    if stored.minutes is None:
        closed_at = stored.closed_at
        assert closed_at is not None  # noqa: S101 - only closed meetings have minutes
        content = stored.minutes_content or {}
        stored.minutes = _minutes_file(content, by=stored.closed_by, at=closed_at)
        stored.save(update_fields=["minutes"])
        paper = paper_numbered(
            stored.minutes_no, issuer=content["agency"], year=timezone.localdate(closed_at).year
        )
        if paper is None:
            logger.error("no paper %s of “%s” to put the minutes to", stored.minutes_no, content["agency"])
        else:
            paper.file = stored.minutes
            paper.save(update_fields=["file"])
        record("meeting.minutes", stored, by=None, at=at, data={"minutes": stored.minutes.sha256})
    return stored.minutes


def _finish(item: AgendaItem, *, by: Any, at: datetime) -> None:
    """A tallied product becomes final; an excluded one throws its dossier out, which is told only now."""
    if item.state == ItemState.TALLIED:
        transition(item, "close", by=by, at=at)
        dossiers.evaluate(item.dossier, by=by, at=at)
        if item.recommendation == Recommendation.SEND_ON:
            dossiers.send_on(item.dossier, by=by, at=at)
    elif item.state == ItemState.EXCLUDED:
        ground, reason = _ground(item)
        dossiers.exclude_in_review(item.dossier, ground=ground, reason=reason, by=by, at=at)


def _ground(item: AgendaItem) -> tuple[ExclusionGround, str]:
    """The ground of the law where the council found one, otherwise a rule of the set's own sheet."""
    excluding = {finding.name for finding in findings(set_of(item.dossier)) if finding.excludes}
    found = {name: fact for name, fact in item.facts.items() if fact["value"] and name in excluding}
    for name, fact in found.items():
        if name in set(ExclusionGround):
            return ExclusionGround(name), fact["reason"]
    reasons = [fact["reason"] for fact in found.values()] or item.result.get("notes", [])
    return ExclusionGround.RUBRIC, " ".join(reasons)


def _refuse_number(meeting: Meeting, number: str) -> Refusal | None:
    if not number:
        return Refusal(
            "minutes_number_missing",
            _("Chưa ghi số biên bản."),
            _("Số do văn thư cấp; hệ thống không tự đặt."),
            _("Xin số của văn thư rồi ghi vào đây."),
        )
    programme = meeting.council.programme
    if programme.is_demonstration and programme.paper_mark and programme.paper_mark not in number:
        return Refusal(
            "number_without_mark",
            _("Số biên bản minh hoạ phải có “%(mark)s”.") % {"mark": programme.paper_mark},
            _("Để không ai nhầm với văn bản thật."),
            _("Ví dụ: 01%(mark)s/BB-HĐ.") % {"mark": programme.paper_mark},
        )
    return None
