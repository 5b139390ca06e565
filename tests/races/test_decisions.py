"""From closed results to decisions, certificates, notices and proposals."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Certificate, Decision, DecisionItem, Proposal, ResultNotice
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors.packages import package_of
from ocop.casework.certificates.tests.cast import Desk
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.printing.makers import maker_of
from ocop.foundation.printing.making import make_due
from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.rules import HOLD
from tests.at_once import DONE, WAYS, at_once, codes
from tests.races.conftest import AT

HOLDS = {"record of acts", "certificates", "product codes", "files"}  # the council's part is written as rows


def build(cast):
    """Four decisions of three products wait for a signer; a draft; results free, too low, of 5 stars."""
    desk = Desk(cast, AT)
    truong = cast.person("truong", "Trịnh Trường")
    cast.appoint(truong, "signer")
    waiting = [desk.submitted(*[desk.item(f"Chè {n}-{m}") for m in range(3)]) for n in range(4)]
    approved = desk.signed(desk.for_ministry(), kind=DecisionKind.APPROVAL_OF_RESULT)
    return SimpleNamespace(
        desk=desk, phuc=desk.phuc, van=desk.van, thinh=desk.thinh, truong=truong, programme=desk.programme,
        waiting=waiting, draft=desk.draft(desk.item("Chè nháp")), free=desk.item("Chè mới"), low=desk.low(),
        approved=approved,
    )  # fmt: skip


def of(act, row, by, **given):
    return partial(act, row, by=by, at=AT, **given)


def signed(decision, by, number):
    return of(acts.sign_decision, decision, by, number=f"{number}-MH/QĐ-UBND", signed_on=AT.date())


ONCE = {
    "two sign": lambda w: (
        signed(w.waiting[0], w.thinh, 600), signed(w.waiting[0], w.truong, 601), w.waiting[0],
    ),
    "signed and returned": lambda w: (
        signed(w.waiting[0], w.thinh, 600),
        of(acts.return_decision, w.waiting[0], w.truong, reason="Sai tên."), w.waiting[0],
    ),
    "returned and signed": lambda w: (
        of(acts.return_decision, w.waiting[0], w.truong, reason="Sai tên."),
        signed(w.waiting[0], w.thinh, 600), w.waiting[0],
    ),
    "two submit a draft": lambda w: (
        of(acts.submit_decision, w.draft, w.phuc), of(acts.submit_decision, w.draft, w.van), w.draft,
    ),
    "two give a draft up": lambda w: (
        of(acts.drop_decision, w.draft, w.phuc, reason="Thừa."),
        of(acts.drop_decision, w.draft, w.van, reason="Thừa."), w.draft,
    ),
    "submitted and given up": lambda w: (
        of(acts.submit_decision, w.draft, w.phuc),
        of(acts.drop_decision, w.draft, w.van, reason="Thừa."),
        w.draft,
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ONCE)
def test_one_of_two_is_done(world, name, way):
    one, other, row = ONCE[name](world)
    before = history(row).count()
    outcomes = way(one, other)
    assert codes(outcomes) == ["conflict_state", DONE]
    assert history(row).count() == before + 1
    number = Decision.objects.get(pk=row.pk).number
    assert Certificate.objects.count() == (3 if number else 0)


def test_both_of_two_clicks_lead_to_the_signed_decision(world):
    """The later one waits for the signature of the first, and goes on instead of failing."""
    decision = world.waiting[0]
    given = {"number": "600-MH/QĐ-UBND", "signed_on": f"{AT:%d/%m/%Y}", "capacity": "chair"}
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(world.thinh)
    page = reverse("certificates:sign", args=[decision.key])
    answers = [one.value for one in at_once(*[partial(client.post, page, given) for client in clients])]
    led = [(answer.status_code, answer.headers.get("Location")) for answer in answers]
    assert led == [(302, decision.get_absolute_url())] * 2
    assert Certificate.objects.filter(decision_item__decision=decision).count() == 3


def test_serials_of_a_commune_have_no_gap_and_no_double(world):
    """Four signatures at the same moment, two of them under one number: nine certificates, 1 to 9."""
    numbered = zip(world.waiting, (600, 601, 602, 602), strict=True)
    outcomes = at_once(*[signed(decision, world.thinh, number) for decision, number in numbered])
    assert codes(outcomes) == [DONE, DONE, DONE, "number_taken"]
    codes_given = Certificate.objects.values_list("product_code", flat=True)
    serials = sorted(int(code.split("-")[2]) for code in codes_given)
    assert serials == list(range(1, 10))
    assert len(set(Certificate.objects.values_list("code", flat=True))) == 9


@pytest.mark.parametrize("way", WAYS)
def test_a_number_is_taken_once(world, way):
    outcomes = way(signed(world.waiting[0], world.thinh, 600), signed(world.waiting[1], world.truong, 600))
    assert codes(outcomes) == [DONE, "number_taken"]
    assert Decision.objects.filter(number="600-MH/QĐ-UBND").count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_result_stands_in_one_decision(world, way):
    given = {"kind": DecisionKind.RECOGNITION, "items": [world.free]}
    draft = of(acts.draft_decision, world.programme, world.phuc, **given)
    assert codes(way(draft, draft)) == ["conflict_already_decided", DONE]
    assert DecisionItem.objects.filter(item=world.free).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_result_is_noticed_once(world, way):
    notice = of(acts.notify_result, world.low, world.phuc)
    assert codes(way(notice, notice)) == ["conflict_already_noticed", DONE]
    assert ResultNotice.objects.filter(item=world.low).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_notice_gets_one_number(world, way):
    notice = acts.notify_result(world.low, by=world.phuc, at=AT)
    give = [
        of(acts.number_notice, notice, by, number=f"{number}-MH/TB-SNNMT", noticed_on=AT.date())
        for by, number in ((world.phuc, 71), (world.van, 72))
    ]
    outcomes = way(*give)
    assert codes(outcomes) == ["conflict_notice_numbered", DONE]
    number = "71-MH/TB-SNNMT" if outcomes[0].code == DONE else "72-MH/TB-SNNMT"
    assert ResultNotice.objects.get(item=world.low).number == number


@pytest.mark.parametrize("way", WAYS)
def test_a_product_is_proposed_once(world, way):
    item = world.approved.items.get()
    propose = of(
        acts.record_proposal, item, world.phuc, letter_no="31-MH/UBND-NLN", letter_on=AT.date(),
        sent_on=AT.date(), package={part.value: True for part in package_of(item)},
    )  # fmt: skip
    assert codes(way(propose, propose)) == ["conflict_already_proposed", DONE]
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_paper_is_printed_once(world, way):
    """Two makers; what both begin with is the same paper."""
    waiting = Printout.objects.count()
    work = partial(make_due, lambda: AT)
    outcomes = way(work, work)
    assert [one.value.failed for one in outcomes] == [[], []]
    assert sum(one.value.made for one in outcomes) == waiting
    assert list(Printout.objects.values_list("tries", flat=True)) == [1] * waiting
    for row in Printout.objects.all():
        assert StoredFile.objects.filter(sha256=row.file.sha256).count() == 1
        assert history(maker_of(row.kind).model.objects.get(pk=row.thing_id)).filter(
            action__endswith=".print"
        ).count() == 1  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_notice_that_gets_its_number_while_it_is_printed_is_printed_with_it(world, way):
    notice = acts.notify_result(world.low, by=world.phuc, at=AT)
    number = of(acts.number_notice, notice, world.phuc, number="71-MH/TB-SNNMT", noticed_on=AT.date())
    assert codes(way(partial(make_due, lambda: AT), number)) == [DONE, DONE]
    make_due(lambda: AT + HOLD)
    notice.refresh_from_db()
    row = Printout.objects.get(kind="certificates.resultnotice", thing_id=notice.pk)
    assert (row.data["number"], row.file) == ("71-MH/TB-SNNMT", notice.file)
