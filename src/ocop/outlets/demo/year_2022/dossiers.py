"""Six dossiers under Decisions 1048/2019 and 781/2020:
district, district council, province, council, certificate.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from ocop.casework.certificates import acts as certificates
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.dossiers.acts import accept_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.ideas.models import Idea
from ocop.casework.review.models import AgendaItem
from ocop.outlets.demo import filing
from ocop.outlets.demo.drafting import write_dossier
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.meetings import note_meeting
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import YEAR, product_rows

NUMBER = "640-MH/QĐ-UBND"


def in_council() -> list[dict[str, str]]:
    """The products that went through dossiers."""
    return [row for row in product_rows() if row["how"] == "dossier"]


def note_old_dossiers(stage: Stage) -> None:
    """From the first draft in September to the certificates of 23 December."""
    for number, row in enumerate(in_council()):
        key = key_of(row["key"])
        stage.diary.note(f"2022-09-{5 + number:02} 19:30", partial(_write, stage, row))
        for step, day in ((filing.submit, "09-19"), (filing.receive, "09-20"), (filing.propose, "09-28")):
            stage.diary.note(f"{YEAR}-{day} {8 + number:02}:20", partial(step, stage, key))
        stage.diary.note(f"2022-09-30 {8 + number:02}:30", partial(_accept, stage, key, "bao-thang"))
        stage.diary.note(f"2022-10-28 {8 + number:02}:30", partial(_accept, stage, key, "so"))
    note_meeting(stage, "district", "2022-10-12", points=54)
    note_meeting(stage, "province", "2022-12-08", points=56)
    stage.diary.note("2022-12-14 09:00", lambda at: _draft(stage, at))
    stage.diary.note("2022-12-23 15:00", lambda at: _sign(stage, at))


def points_of(row: dict[str, str], least: int) -> int:
    """About how many points the members give: the band of the stars that the product got."""
    return least if row["stars"] == "3" else 74


def _write(stage: Stage, row: dict[str, str], at: datetime) -> None:
    idea = Idea.objects.get(name=row["name"])
    write_dossier(
        stage, key_of(row["key"]), at, points=points_of(row, 58), stars=int(row["stars"]), idea=idea
    )


def _accept(stage: Stage, key: str, who: str, at: datetime) -> None:
    note = "Minh hoạ: hồ sơ đủ, đã xem cơ sở và mẫu. Đề nghị hội đồng đánh giá."
    dossier = Dossier.objects.with_names().get(pk=stage.dossiers[key].pk)
    accept_dossier(dossier, note=note, by=person(stage, who), at=at)


def _results(stage: Stage) -> Iterable[AgendaItem]:
    """What the council of the province made of them."""
    kept = [stage.dossiers[key_of(row["key"])].pk for row in in_council()]
    return AgendaItem.objects.filter(dossier__in=kept, meeting__council=stage.councils["province"]).order_by(
        "position"
    )


def _draft(stage: Stage, at: datetime) -> None:
    by = person(stage, "so")
    decision = certificates.draft_decision(
        stage.programmes[YEAR], kind=DecisionKind.RECOGNITION, items=list(_results(stage)), by=by, at=at
    )
    certificates.submit_decision(decision, letter_no="77-MH/TTr-SNN", letter_on=at.date(), by=by, at=at)
    stage.decisions[key_of("decision")] = decision


def _sign(stage: Stage, at: datetime) -> None:
    decision = Decision.objects.select_related("programme").get(pk=stage.decisions[key_of("decision")].pk)
    certificates.sign_decision(decision, number=NUMBER, signed_on=at.date(), by=person(stage, "ky"), at=at)
