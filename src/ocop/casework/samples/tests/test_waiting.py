"""What waits on the desks of the province: samples to take, to send, to hear of."""

from __future__ import annotations

import pytest

from ocop.casework.dossiers.models import Dossier
from ocop.casework.samples import acts
from ocop.casework.samples.selectors.desks import waiting
from ocop.casework.samples.tests.cast import LEAD, Tests
from ocop.foundation.ui.waiting import gather

pytestmark = pytest.mark.django_db


def desk(lab: Tests, person: object) -> list[tuple[str, int, str]]:
    return [(one.key, one.count, one.items[0].detail) for one in gather(waiting(person, lab.at))]


def test_each_step_waits_until_it_is_done(lab: Tests):
    demand = lab.asked()
    assert desk(lab, lab.phuc) == [("samples.take", 1, "Hội đồng, tổ tư vấn yêu cầu")]
    sample = lab.taken(demand)
    assert desk(lab, lab.phuc) == desk(lab, lab.thu) == [("samples.send", 1, f"Mẫu {sample.code}")]
    acts.add_indicator(sample, by=lab.phuc, at=lab.at, **LEAD)
    acts.send_sample(sample, laboratory=lab.laboratory(), sent_on=lab.today, by=lab.phuc, at=lab.at)
    assert desk(lab, lab.phuc) == [("samples.report", 1, f"Mẫu {sample.code}")]
    lab.report(lab.again(sample), "0,02")
    assert desk(lab, lab.phuc) == []


def test_a_void_sample_is_taken_again_and_a_postponed_product_waits_for_its_season(lab: Tests):
    sample = lab.taken()
    acts.void_sample(sample, reason="Vỡ niêm phong.", by=lab.phuc, at=lab.at)
    assert [key for key, *_ in desk(lab, lab.phuc)] == ["samples.take"]
    acts.postpone_test(sample.demand, until="Vụ xuân", reason="Hết mùa.", by=lab.phuc, at=lab.at)
    assert desk(lab, lab.phuc) == []


def test_nothing_waits_once_the_result_is_final_nor_for_anybody_else(lab: Tests):
    lab.taken()
    assert [desk(lab, one) for one in (lab.lan, lab.minh, lab.quang)] == [[], [], []]
    Dossier.objects.update(state="evaluated")
    assert desk(lab, lab.phuc) == []
