"""What goes wrong in a meeting room, each with its act: a product withdrawn while it is scored, a conflict
found after the seal, a sheet corrected by its member, minutes with a slip, a meeting put off.
"""

from __future__ import annotations

from datetime import datetime

from ocop.casework.review import acts
from ocop.casework.review.models import Correction, Meeting, ScoreSheet
from ocop.casework.review.rules import Relation
from ocop.foundation.documents.rules import Wrong
from ocop.outlets.demo import filing
from ocop.outlets.demo.meetings import VENUE, around
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.scoring import item_of, score
from ocop.outlets.demo.stage import Stage

MISTAKEN = "3.1"
"""The criterion at which a member ticked one line too low."""


def note_mishaps(stage: Stage) -> None:
    """All in the first meeting, but the one that was put off."""
    note = stage.diary.note
    note("11-11 09:20", lambda at: _score(stage, at))
    note("11-11 10:05", lambda at: _withdraw(stage, at))
    note("11-11 11:10", lambda at: _record_conflict(stage, at))
    note("11-11 11:25", lambda at: _ask_correction(stage, at))
    note("11-11 11:35", lambda at: _allow_correction(stage, at))
    note("11-13 08:45", lambda at: _correct_minutes(stage, at))
    note("11-17 16:00", lambda at: _plan(stage, at))
    note("11-20 15:30", lambda at: _postpone(stage, at))


def score_below(stage: Stage, key: str, at: datetime) -> None:
    """Points enough for 3 stars, and a minimum of 3 stars missed."""
    score(stage, key, at, around(60), stars=2, at_most={"2.2": 2, "4.1": 1},
          comment="Đủ điểm nhưng bao bì và nơi bán chưa đạt mức tối thiểu của 3 sao.")  # fmt: skip


def _score(stage: Stage, at: datetime) -> None:
    """A re-evaluation below a minimum of 3 stars; 4 stars that a laboratory undoes; one half scored."""
    score_below(stage, "mat-rung", at)
    score(stage, "lap-suon", at, around(74), stars=4, comment="Thơm, cay vừa, gói đẹp.")
    score(stage, "le-say", at, {"hoa": 61}, stars=3)
    score(stage, "le-say", at, {"chi": 63}, stars=3, seals=False)


def _withdraw(stage: Stage, at: datetime) -> None:
    """The producer takes it back while members score; the draft of one is never counted."""
    item = item_of(stage, "le-say")
    reason = "Minh hoạ: vừa phát hiện lô gửi mẫu đóng nhầm túi; xin rút, nộp lại đợt sau."
    acts.withdraw_product(item, reason=reason, by=filing.producer_of(item.dossier), at=at)


def _record_conflict(stage: Stage, at: datetime) -> None:
    """A member remembers after the seal that a cousin works there, and tells the secretary: the sheet leaves
    the mean.
    """
    note = "Minh hoạ: ủy viên báo em họ mới vào làm tại xưởng chè, nhớ ra sau khi chốt phiếu."
    acts.record_conflict(
        item_of(stage, "bach-tra"), stage.seats["duc"], relation=Relation.FAMILY, note=note,
        by=stage.people["thu"], at=at,
    )  # fmt: skip


def _ask_correction(stage: Stage, at: datetime) -> None:
    item, bao = item_of(stage, "tui-tho-cam"), stage.people["bao"]
    sheet = ScoreSheet.objects.get(item=item, seat__person=bao, state="sealed")
    known = int(str(sheet.choices[MISTAKEN]))
    acts.ask_correction(
        item,
        choices={MISTAKEN: known - 1 or 2},
        reason="Minh hoạ: đánh nhầm dòng ở tiêu chí 3.1.",
        by=bao,
        at=at,
    )


def _allow_correction(stage: Stage, at: datetime) -> None:
    asked = Correction.objects.get(sheet__item=item_of(stage, "tui-tho-cam"))
    acts.allow_correction(asked, by=stage.people["son"], at=at)


def _correct_minutes(stage: Stage, at: datetime) -> None:
    """The minutes name the wrong room; they stay as they were closed, a paper says what is right."""
    acts.correct_minutes(
        Meeting.objects.get(pk=stage.meetings["first"].pk), what=Wrong.WORDS, wrong=VENUE,
        right=VENUE.replace("số 2", "số 3"), reason="Minh hoạ: đổi phòng ngay trước giờ họp.",
        number=f"02{MARK}/BB-HĐ", issued_on=at.date(), by=stage.people["thu"], at=at,
    )  # fmt: skip


def _plan(stage: Stage, at: datetime) -> None:
    assert stage.council is not None  # noqa: S101
    stage.meetings["put-off"] = acts.plan_meeting(
        stage.council, title="Phiên họp chuyên đề dược liệu (minh hoạ)", starts_at=moment("11-26 08:00"),
        venue=VENUE, round=stage.round, by=stage.people["thu"], at=at,
    )  # fmt: skip


def _postpone(stage: Stage, at: datetime) -> None:
    """Nobody knows the new day yet."""
    reason = "Minh hoạ: đường lên xã sạt lở, mẫu chưa về kịp; ngày mới báo sau."
    meeting = Meeting.objects.get(pk=stage.meetings["put-off"].pk)
    acts.postpone_meeting(meeting, reason=reason, by=stage.people["thu"], at=at)
