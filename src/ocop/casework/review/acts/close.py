"""Bế mạc, lập biên bản: results become final, the minutes are made, dossiers go on (R26-30)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers import writes as dossiers
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.review.about import MEETING
from ocop.casework.review.checks import refuse_minutes_number
from ocop.casework.review.labels import item_state_name
from ocop.casework.review.models import AgendaItem, Correction, Meeting
from ocop.casework.review.papers import minutes_data
from ocop.casework.review.permissions import refuse_keep, refuse_not_open
from ocop.casework.review.permissions.who import is_secretary
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors import agenda
from ocop.casework.review.selectors.tested import refuse_running, test_gaps, tested_changes
from ocop.casework.review.states import MEETING_WORKFLOW, CorrectionState, ItemState
from ocop.casework.samples.selectors import Outcome, outcomes_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition, words
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import TextField
from ocop.kernel.canonical import sha256_hex


class AsksMinutes(Asks):
    """The number from the records office and the conclusion."""

    minutes_no = TextField(
        label=_("Số biên bản"), max_length=60, help_text=_("Số do văn thư cấp, ví dụ 05/BB-HĐ.")
    )
    closing_note = TextField(label=_("Kết luận của chủ trì"), lines=4, required=False, max_length=4000)
    beside = {"number_": "minutes_no", "minutes_number": "minutes_no", "paper_already": "minutes_no"}


def refuse_close(who: Who, meeting: Meeting) -> Refusal | None:
    """Secretary or chair, in an open meeting; then the first thing that stands against it."""
    return _refuse_keeper(who, meeting) or next(closing_gaps(meeting, agenda(meeting)), None)


def _refuse_keeper(who: Who, meeting: Meeting) -> Refusal | None:
    return refuse_keep(who, meeting) or refuse_not_open(meeting)


def closing_gaps(meeting: Meeting, items: Sequence[AgendaItem]) -> Iterator[Refusal]:
    """Every product on the agenda that has no result yet, or no proposal of the council; every correction of
    a sheet that waits for the chair.
    """
    asked = Correction.objects.filter(sheet__item__meeting=meeting, state=CorrectionState.ASKED)
    for correction in asked.select_related("sheet__seat__person", "sheet__item__dossier__product"):
        yield Refusal(
            "correction_waiting",
            gettext("%(person)s đề nghị sửa phiếu của “%(product)s”.")
            % {"person": correction.sheet.seat.person, "product": correction.sheet.item},
            "",
            _("Chủ tịch đồng ý hoặc không đồng ý ở trang của sản phẩm."),
        )
    yield from test_gaps(items)
    for item in items:
        if item.state in {ItemState.WAITING, ItemState.SCORING, ItemState.DISPUTED}:
            yield Refusal(
                "item_unfinished",
                gettext("“%(product)s” chưa có kết quả: %(state)s.")
                % {"product": item, "state": item_state_name(item.state).lower()},
                "",
                _("Tổng hợp xong hoặc đưa sản phẩm ra khỏi phiên họp."),
            )
        elif item.state == ItemState.TALLIED and not item.recommendation:
            yield Refusal(
                "recommendation_missing",
                gettext("“%(product)s” từ 90 điểm nhưng chưa có phương án của chủ tịch.") % {"product": item},
                "",
                _("Chủ tịch chọn phương án và ghi lý do."),
            )


@recorded
def close_meeting(
    meeting: Meeting, *, minutes_no: str, by: Person, at: datetime, closing_note: str = ""
) -> Meeting:
    """Closes the session: freezes every result and what the minutes say, files them, moves the dossiers on
    (R26-30). Their PDF is made afterwards.

    The number of the minutes is typed in from the records office. Refused: to all but the secretary, the
    chair and the vice-chairs; a meeting that is not open; a product without result or without the chair's
    choice; a correction that waits; no number, a number used before, or one that a demonstration must not
    bear.
    """
    who = who_is(by, at)
    ensure(_refuse_keeper(who, held(meeting)))
    items = agenda(meeting)
    ensure(next(closing_gaps(meeting, items), None))
    minutes_no = " ".join(minutes_no.split())
    ensure(refuse_minutes_number(meeting, minutes_no, timezone.localdate(at).year))
    if meeting.recorded_by is None and is_secretary(who, meeting.council):
        meeting.recorded_by = by
        meeting.save(update_fields=["recorded_by"])
    dossiers.hold_dossiers(item.dossier_id for item in items)
    tests = outcomes_of(item.dossier_id for item in items)
    ensure(refuse_running(items, tests, at))
    for item in items:
        _finish(item, tests.get(item.dossier_id), by=by, at=at)
    changes: dict[str, Any] = {"closed_at": at, "closed_by": by, "closing_note": closing_note.strip()}
    changes |= _minutes(meeting, items, minutes_no, closing_note, by=by, at=at)
    frozen = changes["minutes_content"]
    data = {"content": sha256_hex(frozen), "regulation_fingerprints": frozen["regulation_fingerprints"]}
    entry = transition(meeting, "close", by=by, at=at, changes=changes, data=data)
    want(meeting, at=at, entry=entry)
    _tell(meeting, at=at)
    return meeting


def _minutes(
    meeting: Meeting, items: list[AgendaItem], number: str, note: str, *, by: Person, at: datetime
) -> dict[str, Any]:
    """The minutes frozen and filed: the columns of the meeting that keep them."""
    content = minutes_data(meeting, items, number=number, note=note, at=at)
    laws = (regulation_of(item.dossier) for item in items)
    content |= {"regulation_fingerprints": {law.code: law.fingerprint for law in laws}}
    with override("vi"):
        file_paper(
            kind=PaperKind.MINUTES, number=number, issued_on=timezone.localdate(at),
            issuer=content["agency"],
            subject=meeting.title, by=by, at=at,
        )  # fmt: skip
    return {"minutes_no": number, "minutes_content": content}


def _finish(item: AgendaItem, test: Outcome | None, *, by: Person, at: datetime) -> None:
    """A tallied product becomes final, with what its test found; an excluded one throws its dossier out,
    which is told only now.
    """
    if item.state == ItemState.TALLIED:
        transition(item, "close", by=by, at=at, changes=tested_changes(item, test))
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


def _tell(meeting: Meeting, *, at: datetime) -> None:
    """The offices that go on from here learn it: submission and decision."""
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=meeting.council.programme.province),
        kind="review.closed",
        subject=words(_("Đã bế mạc: %(title)s"), title=meeting.title),
        body=words(_("Biên bản số %(number)s. Kết quả chờ trình quyết định."), number=meeting.minutes_no),
        url=meeting.get_absolute_url(),
        at=at,
    )


CLOSE = Act(
    about=MEETING,
    name="close",
    path="be-mac/",
    move=MEETING_WORKFLOW.move("close"),
    refuse=refuse_close,
    form=AsksMinutes,
    do=close_meeting,
    button=_("Bế mạc, lập biên bản"),
    heading=lambda meeting: gettext("Bế mạc “%(title)s”") % {"title": meeting.title},
    lead=_("Kết quả sẽ được chốt, biên bản lập từ dữ liệu. Sau đó không nhận thêm phiếu."),
    show=lambda form: {
        "details": [(_("Khai mạc"), timezone.localtime(form.thing.opened_at).strftime("%H:%M"))]
    },
    confirm=_("Bế mạc và lập biên bản"),
    said=_("Đã bế mạc và lập biên bản."),
    weight="main",
    icon="gavel",
)
