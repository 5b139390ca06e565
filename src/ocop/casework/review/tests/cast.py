"""A council with its papers and people, for the tests of this package and of those that stand on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from ocop.casework.dossiers.acts import accept_dossier, propose_dossier, receive_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.answers import options
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.dossiers.tests.cast import LAW, SET, Scene
from ocop.casework.review import acts
from ocop.casework.review.models import AgendaItem, Council, Meeting, ScoreSheet, Seat, WorkingRules
from ocop.casework.review.rules import Agency, Function, Relation
from ocop.casework.review.selectors import criteria_to_answer
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.refusals import Refused
from ocop.kernel.scoring import Choice, partial
from ocop.registers.programme.acts import set_up_programme
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


class Room:
    """Thu the secretary, Sơn the chair, Hoa, Bảo and Chi the members;
    a council with working rules since a year.
    """

    def __init__(
        self, cast: Any, at: datetime, *, set_number: int = SET, law: str = LAW, **rules: Any
    ) -> None:
        self.cast, self.at = cast, at
        self.scene = Scene(cast, at, set_number=set_number, law=law)
        self.phuc = self.scene.phuc
        self.thu = cast.person("thu", "Nguyễn Thu")
        self.son = cast.person("son", "Lê Sơn")
        self.hoa, self.bao, self.chi = (
            cast.hoa,
            cast.person("bao", "Vàng Bảo"),
            cast.person("chi", "Đặng Chi"),
        )
        cast.appoint(self.thu, "secretary")
        self.programme = current() or self.make_programme()
        self.council = self.make_council()
        self.rules = self.make_rules(**rules)
        self.chair = self.seat(self.son, Function.CHAIR, Agency.LEADERSHIP)
        self.members = [
            self.seat(self.hoa, Function.MEMBER, Agency.HEALTH),
            self.seat(self.bao, Function.MEMBER, Agency.INDUSTRY),
            self.seat(self.chi, Function.MEMBER, Agency.CULTURE),
        ]
        self.secretary = self.seat(self.thu, Function.SECRETARY, Agency.OCOP_BODY)

    def make_programme(self) -> Programme:
        """A demonstration programme of the province."""
        fields = {
            "province": self.cast.province, "name": "OCOP Lào Cai", "agency_name": "Văn phòng điều phối",
            "authority_name": "Chủ tịch UBND tỉnh Lào Cai", "seat": "Lào Cai", "paper_mark": "-MH",
            "is_demonstration": True,
        }  # fmt: skip
        return set_up_programme(fields=fields, by=self.phuc, at=self.at)

    def paper(self, number: str, kind: PaperKind = PaperKind.DECISION, days_ago: int = 400) -> Paper:
        """A paper of the province on record."""
        found = Paper.objects.filter(number=number).first()
        return found or file_paper(
            kind=kind, number=number, issued_on=(self.at - timedelta(days=days_ago)).date(),
            issuer="UBND tỉnh Lào Cai", subject="hội đồng đánh giá sản phẩm OCOP", by=self.phuc, at=self.at,
        )  # fmt: skip

    def make_council(self, **fields: Any) -> Council:
        """A council in office since a year."""
        known = {
            "name": "Hội đồng đánh giá sản phẩm OCOP tỉnh Lào Cai",
            "established_by": self.paper("01-MH/QĐ-UBND"),
            "team_by": self.paper("02-MH/QĐ-UBND"),
            "starts_on": (self.at - timedelta(days=365)).date(),
        }
        return acts.establish_council(self.programme, by=self.phuc, at=self.at, **{**known, **fields})

    def make_rules(self, **fields: Any) -> WorkingRules:
        """Three quarters, at least two, chair present; spread 10."""
        known = {
            "issued_by": self.paper("03-MH/QĐ-UBND"), "effective_on": (self.at - timedelta(days=300)).date(),
            "quorum_numerator": 3, "quorum_denominator": 4, "quorum_least": 2,
        }  # fmt: skip
        return acts.set_rules(self.council, by=self.phuc, at=self.at, **{**known, **fields})

    def seat(self, person: Any, function: Function, agency: Agency = Agency.OTHER, **fields: Any) -> Seat:
        """A seat since a year."""
        return acts.seat_member(
            self.council, person, function=function, agency=agency, by=self.phuc, at=self.at,
            starts_at=fields.pop("starts_at", self.cast.long_ago), **fields,
        )  # fmt: skip

    @property
    def judges(self) -> list[Seat]:
        """Chair and members."""
        return [self.chair, *self.members]

    def accepted(self, name: str = "Dứa sấy dẻo") -> Dossier:
        """A dossier of a product of that name that waits for a meeting."""
        scene = self.scene
        if name == scene.product.name:
            return scene.accepted()
        product = scene.make_product(name, scene.producer, scene.lan)
        dossier = scene.submit(scene.fill(scene.draft(product))).dossier
        dossier = receive_dossier(dossier, by=scene.minh, at=self.at)
        scene.check(dossier, report_no=f"{name}-MH/BC", proposal_no=f"{name}-MH/ĐN")
        dossier = propose_dossier(dossier, by=scene.minh, at=self.at)
        accept_dossier(dossier, note="Đủ.", by=scene.phuc, at=self.at)
        return Dossier.objects.get(pk=dossier.pk)

    def planned(self, *names: str, **fields: Any) -> Meeting:
        """A meeting with these products on the agenda."""
        meeting = acts.plan_meeting(
            self.council, title=fields.pop("title", "Phiên họp đợt 2 năm 2026"), starts_at=self.at,
            by=self.thu,
            at=self.at, venue="Phòng họp số 1", **fields,
        )  # fmt: skip
        dossiers = [self.accepted(name) for name in names or ("Dứa sấy dẻo",)]
        self.put(meeting, dossiers)
        return meeting

    def put(self, meeting: Meeting, dossiers: Sequence[Dossier]) -> list[AgendaItem]:
        """On the agenda with the team's report."""
        report = self.paper("10-MH/BC-TTV", PaperKind.REPORT, days_ago=3)
        return acts.put_on_agenda(meeting, dossiers, advisory_report=report, by=self.thu, at=self.at)

    def attend(self, meeting: Meeting, absent: Sequence[Seat] = ()) -> None:
        """Everybody is there but `absent`."""
        away = {seat.pk for seat in absent}
        seats = [*self.judges, self.secretary]
        acts.record_attendance(
            meeting,
            {seat: (seat.pk not in away, "bận công tác" if seat.pk in away else "") for seat in seats},
            by=self.thu, at=self.at,
        )  # fmt: skip

    def opened(self, *names: str, absent: Sequence[Seat] = (), **fields: Any) -> Meeting:
        """A meeting in session, nobody has declared yet."""
        meeting = self.planned(*names, **fields)
        self.attend(meeting, absent)
        acts.open_meeting(meeting, by=self.thu, at=self.at)
        return Meeting.objects.get(pk=meeting.pk)

    def declared(self, meeting: Meeting, conflicts: Mapping[Seat, AgendaItem] | None = None) -> None:
        """Every judge declares; a conflict where `conflicts` says so."""
        bad = {(seat.pk, item.pk) for seat, item in (conflicts or {}).items()}
        for seat in self.judges:
            words = {
                item: acts.Word(True, Relation.FAMILY, "anh em ruột")
                if (seat.pk, item.pk) in bad
                else acts.Word(False)
                for item in meeting.items.all()
            }
            acts.declare(words, by=seat.person, at=self.at)

    def scoring(
        self, *names: str, conflicts: Sequence[Seat] = (), absent: Sequence[Seat] = (), **fields: Any
    ) -> Meeting:
        """A meeting in session with every product open for scoring; `conflicts` about the first one."""
        meeting = self.opened(*names, absent=absent, **fields)
        first = meeting.items.first()
        self.declared(meeting, dict.fromkeys(conflicts, first))
        acts.open_all_items(meeting, by=self.thu, at=self.at)
        return meeting

    def item(self, meeting: Meeting, place: int = 1) -> AgendaItem:
        """A product as it is stored."""
        return AgendaItem.objects.select_related("meeting__council").get(meeting=meeting, position=place)

    def fill(self, item: AgendaItem, person: Any, choices: Mapping[str, Choice]) -> None:
        """Every criterion that counts, at once."""
        given = {code: choices[code] for code in criteria_to_answer(item)}
        acts.save_choices(item, choices=given, by=person, at=self.at)

    def seal(
        self, item: AgendaItem, person: Any, choices: Mapping[str, Choice], at: datetime | None = None
    ) -> ScoreSheet:
        """Fills in one go and seals, as a member would at the end."""
        self.fill(item, person, choices)
        return acts.seal_sheet(item, by=person, at=at or self.at)

    def seal_totals(self, item: AgendaItem, *totals: int) -> AgendaItem:
        """Each judge seals a sheet of so many points."""
        for seat, total in zip(self.judges, totals, strict=True):
            self.seal(item, seat.person, worth(item.dossier, total))
        return AgendaItem.objects.get(pk=item.pk)

    def all_seal(
        self, item: AgendaItem, choices: Mapping[str, Choice], but: Sequence[Seat] = ()
    ) -> AgendaItem:
        """Every judge seals the same sheet."""
        away = {seat.pk for seat in but}
        for seat in self.judges:
            if seat.pk not in away:
                self.seal(item, seat.person, choices)
        return AgendaItem.objects.get(pk=item.pk)


def refused(act: Callable[..., Any], *args: Any, **given: Any) -> str:
    """The code with which an act is refused."""
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.refusal.code


def best(dossier: Dossier) -> dict[str, Choice]:
    """The choice worth most on every criterion."""
    return {code: _by_points(criterion)[-1] for code, criterion in set_of(dossier).criteria.items()}


def worst(dossier: Dossier) -> dict[str, Choice]:
    """Nothing reached anywhere that is worth a point."""
    return {
        code: None if not criterion.is_boolean else False
        for code, criterion in set_of(dossier).criteria.items()
    }


def worth(dossier: Dossier, points: int) -> dict[str, Choice]:
    """A sheet of exactly so many points, taken from the first criteria on; the rest has nothing reached."""
    found, left, scorable = worst(dossier), points, _scorable(dossier)
    for code, criterion in set_of(dossier).criteria.items():
        if code not in scorable:
            continue
        for choice in reversed(_by_points(criterion)):
            value = _points(criterion, choice)
            if value <= left:
                found[code], left = choice, left - value
                break
    if left:
        raise ValueError(f"{points} points cannot be made")
    return found


def _scorable(dossier: Dossier) -> set[str]:
    """The criteria that count for this product."""
    facts = {"product_has_story": dossier.has_story}
    return set(partial(regulation_of(dossier), set_of(dossier), {}, facts).missing)


def _by_points(criterion: Any) -> list[Choice]:
    known = [choice for choice in options(criterion).values() if choice is not None]
    return sorted(known, key=lambda choice: _points(criterion, choice))


def _points(criterion: Any, choice: Choice) -> int:
    if criterion.is_boolean:
        return criterion.max if choice else 0
    letter, _, place = str(choice).rpartition(".")
    ladder = dict(criterion.ladders)[letter or None]
    return next(option.points for option in ladder if option.place == int(place))
