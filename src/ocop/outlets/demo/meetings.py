"""Four meetings: one closed with its results, one cancelled, one in session, one planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ocop.casework.dossiers.models import Dossier
from ocop.casework.review import acts
from ocop.casework.review.models import Meeting
from ocop.casework.review.rules import Recommendation
from ocop.outlets.demo import scoring
from ocop.outlets.demo.life.again import AGAIN
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.scoring import JUDGES, score
from ocop.outlets.demo.stage import Stage

FIRST = (
    "che-shan", "tui-tho-cam", "hong-tra", "gio-may", "chuoi-tuoi", "bach-tra", "ca-phe-mat-ong",
    "mat-rung", "lap-suon", "le-say", *AGAIN,
)  # fmt: skip
SECOND = ("khan-tho-cam", "ca-phe", "nha-san", "le-vang")
LATE = "mat-rung"
WHY_IN_ROOM = "Minh hoạ: mức tối thiểu của bộ tiêu chí mới khác bộ cũ, các ý kiến bằng văn bản còn khác nhau."
"""A re-evaluation is asked in writing (article 7(6)(d)); one that is held in a room says why."""
VENUE = "Phòng họp số 2, trụ sở Sở Nông nghiệp và Môi trường"


def note_meetings(stage: Stage) -> None:
    """What happens when; the meeting of 23 November is still in session when the visitor arrives."""
    note = stage.diary.note
    note(
        "11-06 16:30",
        lambda at: _plan(stage, "first", "Phiên họp thứ nhất, đợt 2 năm 2026", "11-11 08:00", at),
    )
    note("11-06 17:00", lambda at: _put(stage, "first", FIRST, "report-1", at))
    note("11-11 08:05", lambda at: _open(stage, "first", at))
    note("11-11 09:00", lambda at: _score_first(stage, at))
    note("11-11 15:40", lambda at: _close_first(stage, at))
    note(
        "11-12 08:00",
        lambda at: _plan(stage, "moved", "Phiên họp bổ sung ngày 19 tháng 11", "11-19 08:00", at),
    )
    note("11-12 08:30", lambda at: _put(stage, "moved", ("mat-ong",), "report-1", at))
    note("11-16 10:00", lambda at: _cancel(stage, at))
    note(
        "11-16 16:30",
        lambda at: _plan(stage, "second", "Phiên họp thứ hai, đợt 2 năm 2026", "11-23 08:00", at),
    )
    note("11-16 17:00", lambda at: _put(stage, "second", SECOND, "report-2", at))
    note(
        "11-20 14:00", lambda at: _plan(stage, "third", "Phiên họp thứ ba, đợt 2 năm 2026", "12-14 08:00", at)
    )
    note("11-23 08:05", lambda at: _open(stage, "second", at, conflicts={"yen": "khan-tho-cam"}))
    note("11-23 08:30", lambda at: _score_second(stage, at))


def _plan(stage: Stage, key: str, title: str, starts: str, at: datetime) -> None:
    assert stage.council is not None  # noqa: S101
    stage.meetings[key] = acts.plan_meeting(
        stage.council, title=title, starts_at=moment(starts), venue=VENUE, round=stage.round,
        by=stage.people["thu"], at=at,
    )  # fmt: skip


def _put(stage: Stage, key: str, products: Sequence[str], report: str, at: datetime) -> None:
    dossiers = [Dossier.objects.get(pk=stage.dossiers[product].pk) for product in products]
    opinion = "Tổ tư vấn đã xem hồ sơ và mẫu; đề nghị hội đồng đánh giá."
    acts.put_on_agenda(
        stage.meetings[key], dossiers, advisory_report=stage.papers[report], advisory_opinion=opinion,
        meeting_reason=WHY_IN_ROOM if LATE in products else "", by=stage.people["thu"], at=at,
    )  # fmt: skip


def _open(stage: Stage, key: str, at: datetime, conflicts: dict[str, str] | None = None) -> None:
    scoring.attend(stage, stage.meetings[key], at)
    acts.open_meeting(stage.meetings[key], by=stage.people["thu"], at=at)
    meeting = stage.meetings[key] = Meeting.objects.get(pk=stage.meetings[key].pk)
    scoring.declare_all(stage, meeting, at, conflicts=conflicts)


def around(middle: int, steps: Sequence[int] = (0, 2, -1, 3, -2, 1)) -> dict[str, int]:
    """A total for each member, a few points apart."""
    return {member: middle + step for member, step in zip(JUDGES, steps, strict=True)}


def _score_first(stage: Stage, at: datetime) -> None:
    """3 and 4 stars, 90 points with and without every minimum, 2 stars, and an exclusion."""
    acts.open_all_items(stage.meetings["first"], by=stage.people["thu"], at=at)
    score(
        stage,
        "che-shan",
        at,
        around(64),
        stars=3,
        comment="Nước vàng, hậu ngọt rõ; nhãn cần thêm chữ tiếng Anh.",
    )
    score(stage, "tui-tho-cam", at, around(78), stars=4, comment="Đường thêu đều, câu chuyện hay.")
    score(stage, "hong-tra", at, around(93), stars=5, comment="Xứng đáng đề nghị trung ương.")
    score(
        stage,
        "gio-may",
        at,
        around(44),
        stars=1,
        comment="Bao bì đơn giản, chưa có công bố chất lượng theo quy định.",
    )
    score(stage, "bach-tra", at, around(61), stars=3)
    score(stage, "ca-phe-mat-ong", at, around(91, (0, 1, 0, 1, 0, 1)), stars=4, at_most={"4.1": 3})
    reason = "Trong mẫu có hạt cát và vụn kim loại, không bảo đảm an toàn."
    acts.exclude_item(
        scoring.item_of(stage, "chuoi-tuoi"), fact="unacceptable_impurities", reason=reason,
        by=stage.people["son"], at=at,
    )  # fmt: skip


def _close_first(stage: Stage, at: datetime) -> None:
    """The chair chooses the province's 4 stars for the coffee; then the minutes."""
    acts.recommend(
        scoring.item_of(stage, "ca-phe-mat-ong"),
        recommendation=Recommendation.RECOGNISE,
        reason="Chưa bán ra ngoài nước hay vào kênh hiện đại; công nhận 4 sao, năm sau nâng hạng.",
        by=stage.people["son"],
        at=at,
    )
    acts.close_meeting(
        stage.meetings["first"], minutes_no=f"01{MARK}/BB-HĐ", closing_note="Hội đồng thống nhất kết quả.",
        by=stage.people["thu"], at=at,
    )  # fmt: skip


def _cancel(stage: Stage, at: datetime) -> None:
    acts.cancel_meeting(
        stage.meetings["moved"], reason="Ghép vào phiên thứ ba của đợt.", by=stage.people["thu"], at=at
    )


def _score_second(stage: Stage, at: datetime) -> None:
    """One product half scored, one disputed, one tallied, one waiting."""
    for key in ("khan-tho-cam", "ca-phe", "nha-san"):
        acts.open_item(scoring.item_of(stage, key), by=stage.people["thu"], at=at)
    score(stage, "khan-tho-cam", at, {"son": 74, "hoa": 72, "bao": 75}, stars=4)
    score(stage, "khan-tho-cam", at, {"chi": 73}, stars=4, seals=False)
    score(stage, "ca-phe", at, around(68, (0, 2, -9, 6, 1, -1)), stars=3, comment="Mùi rang hơi gắt.")
    score(stage, "nha-san", at, around(66), stars=3, comment="Chủ nhà mến khách, bữa cơm ngon.")
