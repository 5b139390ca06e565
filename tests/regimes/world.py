"""Old Lào Cai (province 10) in the years of the older decrees: a district with its own council and signer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from conftest import VIETNAM, Cast
from ocop.casework.certificates import acts as certificates
from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.dossiers.acts import accept_dossier, propose_dossier, receive_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review import acts as review
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.rules import Agency, Function, ResolutionKind
from ocop.casework.review.tests.cast import Room
from ocop.casework.samples.models import Demand, Sample
from ocop.casework.samples.tests.cast import Tests
from ocop.foundation.accounts.rules import Level
from ocop.foundation.places.selectors import place
from ocop.outlets.demo.sheets import choices_for
from ocop.registers.products.acts import amend_product

DISTRICT, COMMUNE = "083", "02788"  # huyện Mường Khương, xã Bản Lầu


class Former:
    """One day of an older decree. In the district Hà receives and Dung signs, in the province Phúc and Thịnh.

    From 1 July 2025 on there is no district, and the province is the new one (15).
    """

    def __init__(self, at: datetime, law: str, set_number: int, *, province: str = "10") -> None:
        cast = Cast(at)  # type: ignore[no-untyped-call]
        cast.province = place(province, "province", at.date())
        cast.commune = place(COMMUNE, "commune", at.date())
        self.at, self.cast = at, cast
        self.district = place(DISTRICT, "district", at.date())
        self.room = Room(cast, at, set_number=set_number, law=law)
        self.scene = self.room.scene
        story = {"story": "Ong hút mật hoa rừng từ đời ông."}
        self.scene.product = amend_product(self.scene.product, fields=story, by=self.scene.lan, at=at)
        self.ha = cast.person("ha", "Vũ Hà")
        self.dung, self.thinh = cast.person("dung", "Ngô Dung"), cast.person("thinh", "Hoàng Thịnh")
        if self.district is not None:
            cast.appoint(self.ha, "commune_officer", place=self.district, level="district")
            cast.appoint(self.dung, "signer", place=self.district, level="district")
        cast.appoint(self.thinh, "signer")

    def submitted(self) -> Dossier:
        """Filed by Lan."""
        return self.scene.submitted()

    def at_district(self) -> Dossier:
        """Received and checked by the district, ready for its council."""
        dossier = receive_dossier(self.submitted(), by=self.ha, at=self.at)
        self._check(dossier, self.ha)
        propose_dossier(dossier, by=self.ha, at=self.at)
        accept_dossier(dossier, note="Đủ hồ sơ.", by=self.ha, at=self.at)
        return self.stored(dossier)

    def _check(self, dossier: Dossier, officer: Any) -> None:
        self.scene.minh, kept = officer, self.scene.minh
        self.scene.check(dossier)
        self.scene.minh = kept

    def stored(self, dossier: Dossier) -> Dossier:
        """As it is in the database now."""
        return Dossier.objects.with_names().get(pk=dossier.pk)

    def district_council(self) -> None:
        """The next meetings are of the district's council, with the same people."""
        room = self.room
        room.council = room.make_council(
            name="Hội đồng huyện Mường Khương", level=Level.DISTRICT, place=self.district
        )
        room.rules = room.make_rules()
        self._seats()

    def province_council(self) -> None:
        """The next meetings are of the province's council."""
        room = self.room
        room.council = room.make_council(name="Hội đồng tỉnh Lào Cai")
        room.rules = room.make_rules()
        self._seats()

    def _seats(self) -> None:
        room = self.room
        room.chair = room.seat(room.son, Function.CHAIR, Agency.LEADERSHIP)
        room.members = [room.seat(one, Function.MEMBER) for one in (room.hoa, room.bao, room.chi)]
        room.secretary = room.seat(room.thu, Function.SECRETARY)

    def opened(self, dossier: Dossier) -> AgendaItem:
        """Open for scoring at a meeting of the present council."""
        room = self.room
        meeting = review.plan_meeting(
            room.council, title="Phiên họp", starts_at=self.at, by=room.thu, at=self.at
        )
        room.put(meeting, [dossier])
        room.attend(meeting)
        review.open_meeting(meeting, by=room.thu, at=self.at)
        meeting = Meeting.objects.get(pk=meeting.pk)
        room.declared(meeting)
        review.open_all_items(meeting, by=room.thu, at=self.at)
        return room.item(meeting)

    def scored(self, dossier: Dossier, points: int, *, stars: int = 0, by_hand: str = "") -> AgendaItem:
        """Scored with so many points at a meeting of the present council, with the minimums up to `stars`
        met.

        `by_hand`: the council's confirmation of what the data lacks.
        """
        room, opened = self.room, self.opened(dossier)
        item = room.all_seal(opened, choices_for(set_of(dossier), points=points, stars=stars))
        if by_hand:
            review.record_resolution(item, kind=ResolutionKind.BY_HAND, text=by_hand, by=room.son, at=self.at)
        return AgendaItem.objects.get(pk=item.pk)

    def close(self, item: AgendaItem, number: str) -> AgendaItem:
        """Closes the meeting of a product."""
        meeting = Meeting.objects.get(pk=item.meeting_id)
        review.close_meeting(meeting, minutes_no=number, by=self.room.thu, at=self.at)
        return AgendaItem.objects.get(pk=item.pk)

    def test(self, dossier: Dossier, value: str, contest_until: date | None = None) -> Sample:
        """The sample that its points demand, with this much lead in it where 0,1 is allowed."""
        tests = Tests(self.cast, self.at, self.stored(dossier), by=self.room.phuc)
        sample = tests.sent(Demand.objects.get(dossier=dossier))
        tests.report(sample, value, contest_until=contest_until or self.at.date())
        return tests.again(sample)

    def decided(self, item: AgendaItem, *, prepares: Any, signs: Any) -> tuple[Decision, Certificate]:
        """Drafted, submitted and signed; the one certificate that follows."""
        decision = certificates.draft_decision(
            self.room.programme, kind=DecisionKind.RECOGNITION, items=[item], by=prepares, at=self.at
        )
        certificates.submit_decision(decision, by=prepares, at=self.at)
        decision = Decision.objects.get(pk=decision.pk)
        number, day = "118-MH/QĐ-UBND", self.at.date()
        issued = certificates.sign_decision(decision, number=number, signed_on=day, by=signs, at=self.at)
        return Decision.objects.get(pk=decision.pk), issued[0]


def moment(text: str) -> datetime:
    """Nine o'clock of a day in Lào Cai."""
    return datetime.fromisoformat(f"{text}T09:00:00").replace(tzinfo=VIETNAM)
