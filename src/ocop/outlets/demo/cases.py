"""The dossiers of the story: what each is worth, and when it takes its steps up to the council."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.acts import ToMend
from ocop.casework.dossiers.rules import DossierKind, ExclusionGround
from ocop.outlets.demo import filing
from ocop.outlets.demo.drafting import write_dossier
from ocop.outlets.demo.stage import Stage


@dataclass(frozen=True)
class Case:
    """One dossier: the producer's own score, how much is filled in,
    and the moments of its steps (empty: not yet).
    """

    key: str
    opened: str
    points: int = 64
    stars: int = 3
    share: float = 1
    papers: int = 1
    submitted: str = ""
    received: str = ""
    proposed: str = ""
    accepted: str = ""
    kind: DossierKind = DossierKind.FIRST


def round_two(key: str, number: int, points: int, stars: int, kind: DossierKind = DossierKind.FIRST) -> Case:
    """A dossier that went through in time for the second round: proposed before 30 October (article 5)."""
    return Case(
        key, f"10-05 {8 + number // 4:02}:{10 * (number % 4):02}", points, stars,
        submitted=f"10-{6 + number // 4:02} {13 + number % 4}:05",
        received=f"10-{8 + number // 4:02} {8 + number % 4:02}:25",
        proposed=f"10-{20 + number // 4:02} {9 + number % 4:02}:40",
        accepted=f"11-{2 + number // 8:02} {8 + number % 8:02}:15", kind=kind,
    )  # fmt: skip


CASES = (
    # on the producer's table
    Case("dua-qua", "11-10 19:30", points=78, stars=4, papers=5),
    Case("tra-moc", "11-18 20:10", points=55, share=0.5, papers=0),
    # at the commune
    Case("dua-say", "11-12 19:40", points=66, papers=3, submitted="11-20 09:15"),
    Case("chuoi-say", "11-09 20:00", submitted="11-17 10:05", received="11-18 08:20"),
    Case("tuong-ot", "10-19 19:00", points=58, submitted="10-23 15:30", received="10-26 08:05"),
    Case("tra-xanh", "10-20 18:30", points=60, submitted="11-02 09:00", received="11-03 08:40"),
    # at the province
    Case("man-say", "10-05 18:00", submitted="10-12 08:30", received="10-13 09:00", proposed="10-27 10:30"),
    Case("mat-ong", "10-05 18:30", submitted="10-12 09:10", received="10-13 09:30", proposed="10-27 11:00",
         accepted="11-03 14:00"),
    Case("siro-man", "10-05 19:00", submitted="10-12 09:40", received="10-13 10:00", proposed="10-27 11:20"),
    Case("man-tuoi", "10-05 19:30", submitted="10-12 10:10"),
    # before the council
    *(
        round_two(key, number, points, stars)
        for number, (key, points, stars) in enumerate(
            [
                ("che-shan", 68, 3), ("tui-tho-cam", 80, 4), ("hong-tra", 94, 5), ("gio-may", 60, 3),
                ("chuoi-tuoi", 62, 3), ("bach-tra", 66, 3), ("ca-phe-mat-ong", 93, 4),
                ("khan-tho-cam", 72, 4), ("ca-phe", 70, 3), ("nha-san", 66, 3), ("le-vang", 61, 3),
            ]
        )
    ),
    # before the council too, see `life` and `mishaps`
    round_two("mat-rung", 11, 64, 3, DossierKind.RENEWAL),
    round_two("lap-suon", 12, 74, 4),
    round_two("le-say", 13, 62, 3),
)  # fmt: skip


def note_cases(stage: Stage) -> None:
    """Every dossier is written, then goes its way; three of them leave the way."""
    for case in CASES:
        note_case(stage, case)
    stage.diary.note("11-13 09:20", lambda at: _return(stage, at))
    stage.diary.note("10-29 15:10", lambda at: _exclude(stage, at))
    stage.diary.note("10-14 08:00", lambda at: _withdraw(stage, at))
    stage.diary.note("11-19 16:20", lambda at: filing.begin_check(stage, "chuoi-say", at))


def note_case(stage: Stage, case: Case) -> None:
    """One dossier with the steps that it takes."""

    def write(at: datetime) -> None:
        write_dossier(
            stage,
            case.key,
            at,
            points=case.points,
            stars=case.stars,
            share=case.share,
            papers=case.papers,
            kind=case.kind,
        )

    stage.diary.note(case.opened, write)
    steps = (
        (case.submitted, filing.submit),
        (case.received, filing.receive),
        (case.proposed, filing.propose),
        (case.accepted, filing.accept),
    )
    for when, step in steps:
        if when:
            stage.diary.note(when, partial(step, stage, case.key))


def _return(stage: Stage, at: datetime) -> None:
    """The commune of Bắc Hà sends a tea back with a reason per item."""
    dossier = stage.dossiers["tra-xanh"]
    items = [
        ToMend("criterion:2.3", "Tiêu chí 2.3: Phong cách, ghi nhãn",
        "Ảnh nhãn chưa rõ ngày sản xuất; chụp lại."),
        ToMend("legal_papers", "Giấy tờ pháp lý", "Giấy an toàn thực phẩm chưa ghi nơi đóng túi lọc."),
        ToMend("form_02_plan", "Kế hoạch sản xuất", "Thêm số túi lọc dự kiến và nơi bán của năm tới."),
    ]  # fmt: skip
    reason = "Hồ sơ gần đủ, còn ba chỗ cần làm rõ trước khi gửi tỉnh."
    acts.return_dossier(dossier, reason=reason, items=items, by=filing.officer_of(dossier, at), at=at)


def _exclude(stage: Stage, at: datetime) -> None:
    """The province finds that a producer's food safety paper was issued for another workshop."""
    acts.exclude_dossier(
        stage.dossiers["siro-man"],
        ground=ExclusionGround.FOOD_SAFETY,
        reason="Giấy chứng nhận an toàn thực phẩm cấp cho cơ sở khác; xưởng nước cốt chưa có giấy.",
        by=stage.people["phuc"],
        at=at,
    )


def _withdraw(stage: Stage, at: datetime) -> None:
    """The season is over, the samples are gone: the producer takes the dossier back."""
    dossier = stage.dossiers["man-tuoi"]
    reason = "Hết mùa mận tươi, không còn mẫu để gửi; nộp lại vào tháng 5."
    acts.withdraw_dossier(dossier, reason=reason, by=filing.producer_of(dossier), at=at)
