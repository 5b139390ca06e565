"""Decisions 1048/2019 and 148/2023 from the dossier to the certificate, with the moments of their years."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.casework.certificates import acts as certificates
from ocop.casework.certificates.papers.decision import decision_data, decision_pdf
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors.authority import warnings_of
from ocop.casework.dossiers.acts import accept_dossier, receive_dossier
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.review import acts as review
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.papers import minutes_data
from ocop.casework.review.rules import ResolutionKind
from ocop.casework.review.selectors import agenda, criteria_to_answer, tally_of
from ocop.casework.review.tests.cast import worst
from ocop.foundation.audit.selectors import history
from tests.regimes.world import Former, moment

BY_HAND = (
    "Yêu cầu tối thiểu theo hạng sao của Quyết định 781/QĐ-TTg không có trong dữ liệu: cần xác nhận bằng tay."
)
HONEY, FRUIT = 11, 7

pytestmark = pytest.mark.django_db


@pytest.fixture
def y2022() -> Former:
    """October 2022: Decision 1048/2019 as amended by 781."""
    return Former(moment("2022-10-03"), "qd-1048-2019", HONEY)


@pytest.fixture
def y2024() -> Former:
    """May 2024: Decision 148/2023 as issued."""
    return Former(moment("2024-05-06"), "qd-148-2023", FRUIT)


@pytest.fixture
def at_set_21() -> Former:
    """The same year, a product whose sheet knows that some need not be tested."""
    return Former(moment("2024-05-06"), "qd-148-2023", 21)


# -- Decision 1048 with 781


def test_the_district_receives(y2022: Former) -> None:
    dossier = y2022.submitted()
    assert (dossier.regulation_code, dossier.level, dossier.commune_due_on) == (
        "qd-1048-2019",
        "district",
        None,
    )
    assert (
        refused(lambda: receive_dossier(dossier, by=y2022.scene.minh, at=y2022.at)) == "not_commune_officer"
    )
    assert receive_dossier(dossier, by=y2022.ha, at=y2022.at).registration_no == "1/PĐK-10-02788-2022"


def test_the_province_does_not_take_it_from_the_district(y2022: Former) -> None:
    dossier = y2022.at_district()
    type(dossier).objects.filter(pk=dossier.pk).update(state="proposed", accepted_at=None)
    dossier = y2022.stored(dossier)
    assert (
        refused(lambda: accept_dossier(dossier, note="Đủ.", by=y2022.room.phuc, at=y2022.at))
        == "not_commune_officer"
    )


def test_the_province_s_council_waits_for_the_district_s(y2022: Former) -> None:
    dossier = y2022.at_district()
    assert refused(lambda: y2022.scored(dossier, 60)) == "other_council"


def test_from_50_points_the_district_sends_on(y2022: Former) -> None:
    dossier = y2022.at_district()
    y2022.district_council()
    item = y2022.scored(dossier, 50)
    assert (item.state, item.stars, item.recommendation, item.recommended_stars) == (
        "tallied",
        3,
        "send_on",
        3,
    )
    y2022.close(item, "01-MH/BB-HĐ")
    dossier = y2022.stored(dossier)
    assert (dossier.state, dossier.level) == ("proposed", "province")


def test_below_50_points_it_ends_there(y2022: Former) -> None:
    dossier = y2022.at_district()
    y2022.district_council()
    item = y2022.close(y2022.scored(dossier, 49), "01-MH/BB-HĐ")
    assert (item.stars, item.recommendation) == (2, "none")
    certificates.notify_results([item], by=y2022.room.phuc, at=y2022.at)
    dossier = y2022.stored(dossier)
    assert (dossier.state, dossier.level, dossier.outcome) == ("concluded", "district", "not_recognised")


def test_the_whole_way_of_2022(y2022: Former) -> None:
    """District council, province, second council, minimums by hand, decision, certificate of 36 months."""
    dossier = y2022.at_district()
    y2022.district_council()
    y2022.close(y2022.scored(dossier, 61), "01-MH/BB-HĐ")
    accept_dossier(y2022.stored(dossier), note="Đủ hồ sơ.", by=y2022.room.phuc, at=y2022.at)
    y2022.province_council()
    item = y2022.scored(y2022.stored(dossier), 72)
    assert item.state == "disputed"  # the minimums of 781 have to be confirmed first
    assert refused(lambda: y2022.close(item, "02-MH/BB-HĐ")) == "item_unfinished"
    said = "Đã đối chiếu từng yêu cầu tối thiểu của 4 sao: đạt."
    review.record_resolution(item, kind=ResolutionKind.BY_HAND, text=said, by=y2022.room.son, at=y2022.at)
    assert (
        refused(lambda: y2022.close(item, "02-MH/BB-HĐ")) == "test_unsettled"
    )  # 61 points after the first pass
    y2022.test(dossier, "0,02")
    item = y2022.close(AgendaItem.objects.get(pk=item.pk), "02-MH/BB-HĐ")
    assert (item.stars, item.recommendation, item.recommended_stars) == (4, "recognise", 4)
    decision, certificate = y2022.decided(item, prepares=y2022.room.phuc, signs=y2022.thinh)
    assert (decision.level, decision.authority) == ("province", "Chủ tịch UBND tỉnh Lào Cai")
    assert (certificate.product_code, certificate.stars) == ("10-02788-1-2022", 4)
    assert certificate.expires_on.isoformat() == "2025-10-03"
    assert y2022.stored(dossier).outcome == "recognised"


def test_the_minutes_carry_the_sentence_and_the_confirmation(y2022: Former) -> None:
    dossier = y2022.at_district()
    type(dossier).objects.filter(pk=dossier.pk).update(level="province")
    item = y2022.scored(y2022.stored(dossier), 55, by_hand="Đã đối chiếu: đạt 3 sao.")
    meeting = Meeting.objects.get(pk=item.meeting_id)
    content = minutes_data(meeting, agenda(meeting), number="02-MH/BB-HĐ", note="", at=y2022.at)
    lines = content["details"][0]["lines"]
    confirmed = "Xác nhận bằng tay yêu cầu tối thiểu theo hạng sao: Đã đối chiếu: đạt 3 sao."
    assert [line for line in lines if line in (BY_HAND, confirmed)] == [BY_HAND, confirmed]


# -- Decision 148 as issued


def three_stars(former: Former) -> AgendaItem:
    """A result of 3 stars of the district's council."""
    dossier = former.at_district()
    former.district_council()
    return former.close(former.scored(dossier, 66, stars=3), "01-MH/BB-HĐ")


def test_the_district_proposes_its_3_stars_to_its_own_authority(y2024: Former) -> None:
    item = three_stars(y2024)
    assert (item.stars, item.recommendation, item.recommended_stars) == (3, "recognise", 3)
    assert y2024.stored(item.dossier).level == "district"


def test_from_4_stars_it_sends_on(y2024: Former) -> None:
    dossier = y2024.at_district()
    y2024.district_council()
    item = y2024.close(y2024.scored(dossier, 80, stars=4), "01-MH/BB-HĐ")
    assert (item.stars, item.recommendation, item.recommended_stars) == (4, "send_on", 4)
    assert y2024.stored(dossier).level == "province"


def test_a_product_that_need_not_be_tested_has_the_points_of_the_test(at_set_21: Former) -> None:
    """The council records so before the last seal; afterwards nothing is recorded any more."""
    former, room = at_set_21, at_set_21.room
    dossier = former.at_district()
    former.district_council()
    item = former.opened(dossier)
    assert (tally_of(item).product_set.criteria["7"].max, len(criteria_to_answer(item))) == (4, 28)
    known = {"name": "testing_not_mandatory", "value": True, "by": room.thu, "at": former.at}
    assert refused(lambda: review.record_fact(item, reason=" ", **known)) == "reason_missing"
    review.record_fact(item, reason=" Bày bán tại vườn. ", **known)
    item = AgendaItem.objects.get()
    assert item.facts == {
        "testing_not_mandatory": {
            "value": True, "reason": "Bày bán tại vườn.", "by": "Nguyễn Thu", "at": former.at.isoformat(),
        }
    }  # fmt: skip
    entry = history(item)[0]
    assert (entry.action, entry.data) == (
        "agenda_item.fact",
        {"name": "testing_not_mandatory", "value": True},
    )
    item = room.all_seal(item, worst(dossier))
    assert (item.state, item.total) == ("tallied", 4)
    assert refused(lambda: review.record_fact(item, reason="Nhầm.", **known)) == "conflict_state"


def test_its_own_authority_signs(y2024: Former) -> None:
    item = three_stars(y2024)
    decision = certificates.draft_decision(
        y2024.room.programme, kind=DecisionKind.RECOGNITION, items=[item], by=y2024.ha, at=y2024.at
    )
    certificates.submit_decision(decision, by=y2024.ha, at=y2024.at)
    decision = type(decision).objects.get(pk=decision.pk)
    number = {"number": "118-MH/QĐ-UBND", "signed_on": y2024.at.date()}
    sign = certificates.sign_decision
    assert refused(lambda: sign(decision, by=y2024.thinh, at=y2024.at, **number)) == "not_signer"
    certificate = sign(decision, by=y2024.dung, at=y2024.at, **number)[0]
    authority = "Chủ tịch Ủy ban nhân dân huyện Mường Khương, tỉnh Lào Cai"
    assert (certificate.recognition.authority, certificate.product_code) == (authority, "10-02788-1-2024")
    decision = type(decision).objects.get(pk=decision.pk)
    assert decision_data(decision)["authority"] == authority
    assert decision_pdf(decision, at=y2024.at).startswith(b"%PDF")


def test_a_decision_has_one_authority(y2024: Former) -> None:
    """Three stars of the district and four of the province do not stand in one decision."""
    item = three_stars(y2024)
    decision = certificates.draft_decision(
        y2024.room.programme, kind=DecisionKind.RECOGNITION, items=[item], by=y2024.ha, at=y2024.at
    )
    AgendaItem.objects.filter(pk=item.pk).update(recommended_stars=4, total="72.00", total_exact="72")
    amend = certificates.amend_decision
    assert refused(lambda: amend(decision, items=[item], by=y2024.ha, at=y2024.at)) == "several_authorities"


# -- 1 to 5 July 2025: no district stood, and the decree still named it


def test_the_gap_of_july_2025() -> None:
    """The commune receives, the province evaluates and signs,
    and the decision about 3 stars carries the warning.
    """
    gap = Former(moment("2025-07-03"), "qd-148-2023", FRUIT, province="15")
    dossier = gap.scene.accepted()
    assert (dossier.level, dossier.intake_level(gap.at.date())) == ("province", "commune")
    item = gap.close(gap.scored(dossier, 66, stars=3), "01-MH/BB-HĐ")
    assert (item.recommendation, item.recommended_stars) == ("recognise", 3)
    decision, _certificate = gap.decided(item, prepares=gap.room.phuc, signs=gap.thinh)
    assert (decision.level, decision.place) == ("province", None)
    warnings = [one.vi for one in warnings_of(decision, date(2025, 7, 3))]
    assert [len(warnings), "5/7/2025" in warnings[0]] == [1, True]
    assert warnings_of(decision, date(2025, 7, 6)) == []
    law = dossier.law_on(date(2025, 7, 3))
    assert [one.vi for one in law.answer.warnings] == warnings
