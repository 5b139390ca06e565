"""What a re-evaluation and an upgrade do to the recognition that there was, carried from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Decision, ResultNotice
from ocop.casework.certificates.papers.letters import notice_data
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import undecided, unnoticed
from ocop.casework.dossiers.acts import renew_evidence
from ocop.casework.dossiers.invariants import renewal_faults
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.review import acts as review
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.tests.cast import Room, best, refused, worst, worth
from ocop.foundation.documents.rules import PaperKind
from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.scoring import partial
from ocop.registers.products.models import Reckoning, Recognition
from ocop.registers.products.selectors import standing_of
from ocop.registers.products.writes import record_event

WHY = "Nội dung phức tạp"


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


class Years(Room):
    """The council's room with the signer, and a way through it."""

    def __init__(self, cast: Any, at: datetime) -> None:
        super().__init__(cast, at)
        self.thinh = cast.person("thinh", "Hoàng Thịnh")
        cast.appoint(self.thinh, "signer")

    def judged(self, dossier: Dossier, stars: int) -> AgendaItem:
        """Through a meeting that gave it so many stars (3 or none), and closed."""
        meeting = review.plan_meeting(
            self.council, title="Phiên họp", starts_at=self.at, by=self.thu, at=self.at, venue="Phòng 1"
        )
        report = self.paper("10-MH/BC-TTV", PaperKind.REPORT, days_ago=3)
        review.put_on_agenda(
            meeting, [dossier], advisory_report=report, meeting_reason=WHY, by=self.thu, at=self.at
        )
        self.attend(meeting)
        review.open_meeting(meeting, by=self.thu, at=self.at)
        meeting = Meeting.objects.get(pk=meeting.pk)
        self.declared(meeting)
        review.open_all_items(meeting, by=self.thu, at=self.at)
        self.all_seal(meeting.items.get(), three_stars(dossier) if stars else worth(dossier, 40))
        review.close_meeting(meeting, minutes_no="05-MH/BB-HĐ", by=self.thu, at=self.at)
        return AgendaItem.objects.get(dossier=dossier)

    def drafted(self, item: AgendaItem) -> Decision:
        """On the signer's desk."""
        decision = acts.draft_decision(
            self.programme, kind=DecisionKind.RECOGNITION, items=[item], by=self.phuc, at=self.at
        )
        acts.submit_decision(decision, by=self.phuc, at=self.at)
        return decision

    def sign(self, decision: Decision, on: date | None = None) -> list[Any]:
        """Signed by Thịnh."""
        signed_on = on or self.at.date()
        at = self.at + (signed_on - self.at.date())
        return acts.sign_decision(
            decision, number="512-MH/QĐ-UBND", signed_on=signed_on, by=self.thinh, at=at
        )


def three_stars(dossier: Dossier) -> dict[str, Any]:
    """From the best sheet down to the middle of the band of 3 stars, every minimum of it reached."""
    found, least, law = best(dossier), worst(dossier), regulation_of(dossier)
    for code, criterion in set_of(dossier).criteria.items():
        if all(option.min_for_stars != 3 for option in criterion.options):
            found[code] = least[code]
        total = partial(law, set_of(dossier), found, {}).total
        if total is not None and total <= 62:
            break
    return found


@pytest.fixture
def years(cast: Any, at: datetime) -> Years:
    return Years(cast, at)


def kinds(held: Recognition) -> list[tuple[str, date]]:
    return list(held.events.values_list("kind", "on"))


def kind_on(held: Recognition, on: date | None) -> str:
    """How it stands on a day, as it is stored."""
    assert on is not None
    return standing_of(Recognition.objects.get(pk=held.pk), on).kind


def lines(item: AgendaItem) -> str:
    """What its notice says of the recognition that there was."""
    return " ".join(notice_data(ResultNotice.objects.get(item=item))["again"])


def test_a_renewal_from_opening_to_the_new_certificate(years: Years, client: Client) -> None:
    scene, today = years.scene, years.at.date()
    held = scene.recognise()
    item = years.judged(scene.to_province(scene.renewal()), 3)
    (certificate,) = years.sign(years.drafted(item))
    new = certificate.recognition
    assert (new.kind, new.stars, new.expires_on) == ("renewal", 3, certificate_expiry(today))
    assert (kind_on(held, today), kind_on(new, today)) == ("replaced", "valid")
    assert sorted(kinds(held)) == [("renewal_filed", today), ("renewal_result", today), ("replaced", today)]
    reckoned = Reckoning.objects.get(recognition=held)
    assert (reckoned.follower_id, reckoned.is_renewed_by_name) == (new.pk, True)
    assert "thay thế công nhận 3 sao" in lines(item)
    assert list(renewal_faults()) == []
    client.force_login(scene.lan)
    page = client.get(ResultNotice.objects.get().get_absolute_url()).content.decode()
    assert "thay thế công nhận 3 sao" in page


def test_a_failed_renewal_runs_to_its_end_and_then_the_label_stops(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    held = scene.recognise()
    item = years.judged(scene.to_province(scene.renewal()), 0)
    assert list(unnoticed(years.phuc, years.at)) == [item]
    acts.notify_result(item, by=years.phuc, at=years.at)
    assert Dossier.objects.get().outcome == "not_recognised"
    assert ("renewal_result", today) in kinds(held)
    ends = held.expires_on
    assert ends is not None
    assert (kind_on(held, ends), kind_on(held, ends + timedelta(days=1))) == ("valid", "expired")
    said = lines(item)
    assert f"còn giá trị đến hết ngày {ends:%d/%m/%Y}" in said
    assert "Sau ngày đó không được in" in said


def test_a_failed_renewal_ends_an_extension(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    eve = today - timedelta(days=1)
    held = scene.recognise(expires_on=eve)
    record_event(held, kind="extended", on=eve, by=years.phuc, at=years.at)
    assert kind_on(held, today) == "extended"
    item = years.judged(scene.to_province(scene.renewal()), 0)
    acts.notify_result(item, by=years.phuc, at=years.at)
    assert kind_on(held, today) == "expired"
    assert "đã hết giá trị" in lines(item)


def test_a_late_renewal_is_taken_and_said(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    held = scene.recognise(expires_on=today + timedelta(days=30))
    dossier = scene.to_province(scene.renewal())
    assert dossier.filed_late is True
    (certificate,) = years.sign(years.drafted(years.judged(dossier, 3)))
    assert (certificate.recognition.kind, kind_on(held, today)) == ("renewal", "replaced")
    assert "muộn hơn thời hạn nộp" in lines(AgendaItem.objects.get())


def test_a_renewal_of_what_was_extended_replaces_it(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    eve = today - timedelta(days=1)
    held = scene.recognise(expires_on=eve)
    record_event(held, kind="extended", on=eve, by=years.phuc, at=years.at)
    years.sign(years.drafted(years.judged(scene.to_province(scene.renewal()), 3)))
    assert kind_on(held, today) == "replaced"


def test_an_upgrade_that_does_not_rise_changes_nothing(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    held = scene.recognise()
    item = years.judged(scene.to_province(scene.upgrade()), 3)
    assert list(undecided(DecisionKind.RECOGNITION, years.phuc, years.at)) == []
    assert list(unnoticed(years.phuc, years.at)) == [item]
    assert refused(years.drafted, item) == "upgrade_changes_nothing"
    acts.notify_result(item, by=years.phuc, at=years.at)
    assert [one.pk for one in Recognition.objects.all()] == [held.pk]
    assert (kinds(held), kind_on(held, today)) == ([], "valid")
    assert "không làm thay đổi công nhận đã có" in lines(item)
    assert notice_data(ResultNotice.objects.get(item=item))["is_unchanged"] is True


def test_an_upgrade_below_three_stars_changes_nothing(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    held = scene.recognise()
    item = years.judged(scene.to_province(scene.upgrade()), 0)
    acts.notify_result(item, by=years.phuc, at=years.at)
    assert (kinds(held), kind_on(held, today)) == ([], "valid")


def test_a_paper_that_ends_before_the_decision_blocks_it(years: Years) -> None:
    scene, today = years.scene, years.at.date()
    scene.recognise()
    dossier = scene.renewal()
    paper = scene.add(dossier, "other", title="Kiểm nghiệm", expires_on=today + timedelta(days=5))
    decision = years.drafted(years.judged(scene.to_province(dossier), 3))
    later = today + timedelta(days=6)
    assert refused(years.sign, decision, later) == "paper_ended"
    assert Dossier.objects.get().state == "evaluated"
    renew_evidence(paper, upload=pdf(2), expires_on=date(2029, 1, 1), by=scene.lan, at=years.at)
    assert len(years.sign(decision, later)) == 1
