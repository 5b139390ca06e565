"""What must be tested: asked for, postponed, resumed, dropped."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.samples import acts
from ocop.casework.samples.models import Demand
from ocop.casework.samples.rules import OutcomeKind
from ocop.casework.samples.selectors import outcome_for
from ocop.casework.samples.tests.cast import Tests
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message

pytestmark = pytest.mark.django_db


def test_the_council_asks_with_who_and_why_and_the_producer_learns_it(lab: Tests):
    demand = lab.asked()
    assert (demand.cause, demand.asked_by, demand.reason, demand.state) == (
        "council", "Tổ tư vấn, 12/BC-TTV", "Nghi có chì.", "due"
    )  # fmt: skip
    assert {m.person.username for m in Message.objects.filter(kind="samples.demanded")} == {"lan"}
    assert Entry.objects.get(action="demand.ask").reason == "Nghi có chì."
    assert outcome_for(lab.dossier).kind is OutcomeKind.WAITING


def test_who_may_not_ask(lab: Tests):
    for person in (lab.lan, lab.minh, lab.quang):
        assert refused(lambda person=person: lab.asked(by=person)) == "not_province_office"
    lab.asked()
    assert refused(lab.asked) == "conflict_demanded"


def test_a_draft_is_not_tested(lab: Tests):
    product = lab.scene.make_product("Mứt dứa", lab.scene.producer, lab.lan)
    lab.dossier = lab.scene.draft(product)
    assert refused(lab.asked) == "dossier_not_at_office"


def test_a_seasonal_product_waits_for_a_later_round(lab: Tests):
    demand = lab.asked()
    given = {"until": "vụ tháng 5/2027", "reason": "Hết mùa.", "by": lab.phuc, "at": lab.at}
    acts.postpone_test(demand, **given)
    demand = Demand.objects.get()
    assert (demand.state, demand.until) == ("postponed", "vụ tháng 5/2027")
    assert outcome_for(lab.dossier).kind is OutcomeKind.POSTPONED
    assert refused(lambda: lab.taken(demand)).startswith("conflict")
    acts.resume_test(demand, by=lab.phuc, at=lab.at)
    demand = Demand.objects.get()
    assert (demand.state, demand.until) == ("due", "")
    lab.taken(demand)
    assert refused(lambda: acts.postpone_test(demand, **given)) == "has_sample"


def test_dropping_what_was_asked_for(lab: Tests):
    demand = lab.asked()
    acts.drop_demand(demand, reason="Có phiếu mới.", by=lab.phuc, at=lab.at)
    assert outcome_for(lab.dossier) is None
    sample = lab.tested()
    again = sample.demand
    assert again.pk != demand.pk
    assert refused(lambda: acts.drop_demand(again, reason="x", by=lab.phuc, at=lab.at)) == "has_result"
