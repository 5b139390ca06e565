"""A sample from the field to its result, and every reason to refuse a step."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.samples import acts
from ocop.casework.samples.models import Handover, Laboratory, Sample, TestReport
from ocop.casework.samples.rules import OutcomeKind
from ocop.casework.samples.selectors import outcome_for
from ocop.casework.samples.tests.cast import LEAD, SUGAR, Tests
from ocop.config.invariants import INVARIANTS
from ocop.foundation.audit import guards
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.making import make_due

pytestmark = pytest.mark.django_db
HOLDS = {"record of acts", "samples", "verdicts of laboratories"}


def kind(lab: Tests) -> OutcomeKind:
    return outcome_for(lab.dossier).kind


def test_from_the_field_to_a_result_that_passes(lab: Tests):
    sample = lab.sent(None, LEAD, SUGAR)
    assert sample.code == "M2026-0001"
    assert [(row.giver, row.receiver) for row in sample.handovers.all()] == [
        ("Giàng Thị Lan", "Phạm Phúc"), ("Phạm Phúc", "Trung tâm Kiểm nghiệm"),
    ]  # fmt: skip
    lead, sugar = sample.indicators.all()
    assert (lead.kind, lead.high, lead.low, sugar.low) == ("max", Decimal("0.1"), None, Decimal(30))
    report = lab.report(sample, "< 0,05", "12", file=pdf())
    assert (report.verdict, report.stops) == ("fail", False)  # sugar is no matter of safety
    outcome = outcome_for(lab.dossier)
    assert (outcome.kind, outcome.stops) == (OutcomeKind.PASSED, False)
    assert outcome.sentence == (
        "Đạt yêu cầu an toàn thực phẩm (mẫu M2026-0001, phiếu PKQ-1 ngày 23/11/2026): Đường tổng 12 g/100 g, "
        "giới hạn ≥ 30 g/100 g theo TCCS 01:2026: không đạt"
    )
    assert {m.person.username for m in Message.objects.filter(kind="samples.tested")} == {
        "lan",
        "phuc",
        "thu",
    }
    make_due(lambda: lab.at)
    sample = lab.again(sample)
    assert (sample.file.name, sample.dispatch.file.name) == (
        "bien-ban-lay-mau-M2026-0001.pdf", "phieu-gui-mau-M2026-0001.pdf"
    )  # fmt: skip
    assert [fault for one in INVARIANTS if one.name in HOLDS for fault in one.faults()] == []
    left = next(one for one in INVARIANTS if one.name == "rows as acts left them")
    assert [fault for fault in left.faults() if fault.startswith("samples.")] == []


def test_a_failing_safety_indicator_stops(lab: Tests):
    lab.tested("0,11")
    outcome = outcome_for(lab.dossier)
    assert (outcome.kind, outcome.stops) == (OutcomeKind.FAILED, True)
    assert outcome.as_record()["results"] == [
        {"indicator": "Chì (Pb)", "value": "0,11", "limit": "≤ 0,1 mg/kg", "standard": "QCVN 8-2:2011/BYT",
         "verdict": "fail"}
    ]  # fmt: skip


def test_what_cannot_be_told_is_not_taken_for_passing(lab: Tests):
    lab.tested("< 0,5")
    assert kind(lab) is OutcomeKind.UNSURE


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"code": "M2026-0002"}, "other_code"), ({"seal_no": "NP-9"}, "other_seal"),
        ({"name": "Mận sấy"}, "other_name"), ({"issued_on": -1}, "day_too_early"),
        ({"issued_on": 1}, "day_to_come"), ({"contest_until": -1}, "contest_over"),
    ],
)  # fmt: skip
def test_a_report_on_something_else_is_refused(lab: Tests, facts, code):
    facts = {name: lab.day(value) if isinstance(value, int) else value for name, value in facts.items()}
    sample = lab.sent()
    assert refused(lambda: lab.report(sample, "0,02", **facts)) == code
    assert TestReport.objects.count() == 0
    lab.report(sample, "0,02", seal_no="np 1", name="DUA SAY DEO", code=sample.code.lower())


def test_a_value_that_cannot_be_read_is_refused(lab: Tests):
    sample = lab.sent()
    assert refused(lambda: lab.report(sample, "1,234")) == f"value_{sample.indicators.get().pk}"
    assert refused(lambda: lab.report(sample, "0,02", values={})).startswith("value_")


def test_two_people_enter_the_same_result(lab: Tests):
    sample = lab.tested()
    assert refused(lambda: lab.report(sample, "0,02", by=lab.thu)) == "entered_already"
    assert TestReport.objects.get().by == lab.phuc


def test_a_laboratory_whose_accreditation_had_ended(lab: Tests):
    laboratory = lab.laboratory(valid_until=lab.today)
    sample = lab.sent()
    fields = {"name": laboratory.name, "accreditation_no": "VILAS 301", "by": lab.phuc, "at": lab.at}
    acts.edit_laboratory(laboratory, valid_until=lab.day(-1), **fields)
    assert refused(lambda: lab.report(lab.again(sample), "0,02")) == "accreditation_ended"
    other = lab.taken(_other(lab), seal_no="NP-7")
    acts.add_indicator(other, **LEAD, by=lab.phuc, at=lab.at)
    given = {"laboratory": Laboratory.objects.get(), "sent_on": lab.today, "by": lab.phuc, "at": lab.at}
    assert refused(lambda: acts.send_sample(other, **given)) == "accreditation_ended"
    acts.edit_laboratory(Laboratory.objects.get(), valid_until=None, **fields)
    acts.send_sample(other, **given | {"laboratory": Laboratory.objects.get()})
    assert refused(lambda: acts.add_laboratory(lab.programme, **fields)) == "accreditation_there"
    assert refused(lambda: acts.add_laboratory(lab.programme, **fields | {"by": lab.thu})) != ""


def _other(lab: Tests):
    """A demand for another product."""
    scene = lab.scene
    product = scene.make_product("Mứt dứa", scene.producer, lab.lan)
    lab.dossier = scene.submit(scene.fill(scene.draft(product))).dossier
    return lab.asked()


def test_another_name_has_to_be_settled_with_a_reason(lab: Tests):
    sample = lab.tested(name_on_sample="Dứa sấy giòn")
    assert kind(lab) is OutcomeKind.OTHER_NAME
    given = {"reason": "x", "by": lab.phuc, "at": lab.at}
    assert refused(lambda: acts.settle_name(sample, **given | {"by": lab.lan})) == "not_province_office"
    assert refused(lambda: acts.settle_name(sample, **given | {"reason": " "})) == "no_reason"
    acts.settle_name(sample, reason="Nhãn cũ, cùng lô.", by=lab.phuc, at=lab.at)
    assert kind(lab) is OutcomeKind.PASSED
    assert refused(lambda: acts.settle_name(lab.again(sample), **given)) == "name_settled"


def test_the_receipt_book_only_grows(lab: Tests):
    sample = lab.taken()
    given = {"on": lab.today, "by": lab.phuc, "at": lab.at}
    acts.hand_over_sample(sample, receiver="Trần Văn Tá", note="Niêm phong nguyên.", **given)
    assert refused(lambda: acts.hand_over_sample(sample, receiver="Trần Văn Tá", **given)) == "same_holder"
    early = given | {"on": lab.day(-1)}
    assert refused(lambda: acts.hand_over_sample(sample, receiver="Lý Sa", **early)) == "day_too_early"
    late = given | {"on": lab.day(1)}
    assert refused(lambda: acts.hand_over_sample(sample, receiver="Lý Sa", **late)) == "day_to_come"
    line = Handover.objects.last()
    assert (line.giver, line.receiver) == ("Phạm Phúc", "Trần Văn Tá")
    tables = ("samples_handover",)
    guards.install(connection, tables)
    try:
        with pytest.raises(DatabaseError), transaction.atomic():
            Handover.objects.filter(pk=line.pk).update(receiver="Ai đó")
    finally:
        guards.remove(connection, tables)


def test_why_a_sample_is_not_taken(lab: Tests):
    demand = lab.asked()
    assert refused(lambda: lab.taken(demand, by=lab.minh)) == "not_province_office"
    assert refused(lambda: lab.taken(demand, taken_on=lab.day(1))) == "day_to_come"
    first = lab.taken(demand)
    assert refused(lambda: lab.taken(demand, seal_no=first.seal_no.lower())) == "seal_used"
    assert refused(lambda: lab.taken(demand)) == "conflict_sample_there"
    acts.void_sample(first, reason="Vỡ hộp.", by=lab.phuc, at=lab.at)
    assert lab.taken(demand).code == "M2026-0002"


def test_indicators(lab: Tests):
    sample = lab.taken()
    given = {"laboratory": lab.laboratory(), "sent_on": lab.today, "by": lab.phuc, "at": lab.at}
    assert refused(lambda: acts.send_sample(sample, **given)) == "nothing_to_test"
    add = {"by": lab.phuc, "at": lab.at}
    assert (
        refused(lambda: acts.add_indicator(sample, **LEAD | {"limit_text": "5"}, **add)) == "limit_unreadable"
    )
    wrong = acts.add_indicator(sample, **LEAD | {"limit_text": "≤ 1"}, **add)
    assert (
        refused(lambda: acts.add_indicator(sample, **LEAD | {"name": "chi pb"}, **add)) == "indicator_there"
    )
    acts.drop_indicator(wrong, reason="Sai giới hạn.", **add)
    acts.add_indicator(sample, **LEAD, **add)
    assert refused(lambda: acts.send_sample(sample, **given | {"sent_on": lab.day(-1)})) == "day_too_early"
    acts.send_sample(sample, **given)
    lab.report(lab.again(sample), "0,02")
    indicator = sample.indicators.get(drop_reason="")
    assert refused(lambda: acts.drop_indicator(indicator, reason="x", **add)) == "indicator_final"


def test_a_report_that_was_entered_wrongly_stays_and_the_right_one_counts(lab: Tests):
    sample = lab.tested("0,2")
    assert kind(lab) is OutcomeKind.FAILED
    acts.set_report_aside(sample, reason="Gõ nhầm 0,02.", by=lab.phuc, at=lab.at)
    assert kind(lab) is OutcomeKind.WAITING
    assert refused(lambda: acts.void_sample(sample, reason="x", by=lab.phuc, at=lab.at)) == "has_result"
    lab.report(lab.again(sample), "0,02")
    assert kind(lab) is OutcomeKind.PASSED
    assert [row.set_aside_reason for row in TestReport.objects.all()] == ["Gõ nhầm 0,02.", ""]


def test_the_scan_may_come_later_once(lab: Tests):
    sample = lab.tested()
    acts.attach_report(sample, file=pdf(), by=lab.phuc, at=lab.at)
    assert refused(lambda: acts.attach_report(sample, file=pdf(), by=lab.phuc, at=lab.at)) == "has_file"


def test_both_results_stay_and_the_office_says_which_counts(lab: Tests):
    sample = lab.tested("0,2")
    demand = sample.demand
    choose = {"reason": "Mẫu đối chứng do hai bên niêm phong.", "by": lab.phuc, "at": lab.at}
    assert refused(lambda: acts.choose_sample(demand, sample=sample, **choose)) == "one_result"
    assert refused(lambda: acts.ask_for_counter_sample(sample, reason="x", by=lab.quang, at=lab.at)) == (
        "not_province_office"
    )
    retest = acts.ask_for_counter_sample(sample, reason="Không tin.", by=lab.lan, at=lab.at)
    assert retest.side == "producer"
    assert kind(lab) is OutcomeKind.CONTESTED
    asked = {"reason": "x", "by": lab.lan, "at": lab.at}
    assert refused(lambda: acts.ask_for_counter_sample(sample, **asked)) == "conflict_contested"
    given = {"reason": "x", "by": lab.phuc, "at": lab.at}
    assert refused(lambda: acts.set_report_aside(lab.again(sample), **given)) == "contested"
    assert refused(lambda: acts.choose_sample(demand, sample=sample, **choose)) == "counter_sample_awaited"
    counter = lab.tested("0,02", demand)
    assert counter.retest == retest
    assert kind(lab) is OutcomeKind.UNCHOSEN
    assert refused(lambda: acts.ask_for_counter_sample(counter, **asked)) == "counter_sample"
    acts.choose_sample(demand, sample=counter, **choose)
    outcome = outcome_for(lab.dossier)
    assert (outcome.kind, outcome.sample, Sample.objects.count()) == (OutcomeKind.PASSED, counter, 2)
    acts.choose_sample(demand, sample=sample, **choose)
    assert kind(lab) is OutcomeKind.FAILED


def test_the_time_to_contest_ends(lab: Tests):
    sample = lab.tested("0,2")
    late = {"reason": "x", "by": lab.lan, "at": lab.at + timedelta(days=6)}
    assert refused(lambda: acts.ask_for_counter_sample(sample, **late)) == "contest_over"
