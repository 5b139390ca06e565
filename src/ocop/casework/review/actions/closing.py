"""Closing a meeting: results become final, the minutes are made, dossiers go on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ocop.casework.dossiers import actions as dossiers
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import notices, permissions
from ocop.casework.review.actions.locking import held_meeting
from ocop.casework.review.documents import minutes_pdf
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.permissions.files import MINUTES_FILES
from ocop.casework.review.permissions.who import is_secretary
from ocop.casework.review.rules import ItemState, Recommendation
from ocop.casework.review.rules.facts import findings
from ocop.foundation.audit.actions import transition
from ocop.foundation.documents.actions import file_paper, store_made
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.refusals import Refusal, ensure


@transaction.atomic
def close_meeting(meeting: Meeting, *, minutes_no: str, by: Any, at: datetime, closing_note: str = "") -> Meeting:
    """Closes the session: freezes every result, makes and files the minutes, moves the dossiers on (R26-30).

    The number of the minutes is typed in from the records office. Refused: other people; a product without result or
    without the chair's choice; no number, a number used before, or one that a demonstration must not bear.
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
    file = store_made(
        minutes_pdf(stored, number=minutes_no, note=closing_note, at=at),
        f"bien-ban-{timezone.localdate(at):%Y-%m-%d}.pdf", owner=MINUTES_FILES, by=by, at=at,
    )  # fmt: skip
    with override("vi"):
        file_paper(
            kind=PaperKind.MINUTES, number=minutes_no, issued_on=timezone.localdate(at), issuer=stored.council.name,
            subject=stored.title, by=by, at=at, file=file,
        )  # fmt: skip
    changes = {
        "closed_at": at, "closed_by": by, "minutes_no": minutes_no, "minutes": file,
        "closing_note": closing_note.strip(),
    }  # fmt: skip
    transition(stored, "close", by=by, at=at, changes=changes, data={"minutes": file.sha256})
    notices.closed(stored, at=at)
    return stored


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
