"""Corrective orders: answered, objected to, extended once, closed, given up; every reason to refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from ocop.casework.inspections import acts
from ocop.casework.inspections.models import CorrectiveOrder
from ocop.casework.inspections.pages.inspections import revoke_query
from ocop.casework.inspections.selectors.desks import orders_due, waiting
from ocop.casework.inspections.states import ORDER_WORKFLOW, OrderState
from ocop.casework.inspections.tests.cast import Checks, jpeg, refused
from ocop.foundation.notifications.models import Message
from ocop.foundation.ui.waiting import gather

pytestmark = pytest.mark.django_db


def piles(person, at) -> dict[str, tuple[int, int]]:
    return {one.key: (one.count, one.late) for one in gather(waiting(person, at))}


def test_answered_and_closed(checks: Checks):
    order = checks.ordered()
    assert piles(checks.lan, checks.at) == {"inspections.correct": (1, 0)}
    assert piles(checks.phuc, checks.at) == {}
    with refused("conflict_state"):
        acts.accept_correction(order, seen="x", by=checks.phuc, at=checks.at)
    for person in (checks.phuc, checks.quang, checks.minh):
        with refused("not_producer"):
            acts.answer_order(order, text="x", by=person, at=checks.at)
    acts.answer_order(order, text="Đã in lại.", proofs=[jpeg()], by=checks.lan, at=checks.at)
    answer = order.answers.get()
    assert (order.state, answer.text, answer.files.count()) == ("answered", "Đã in lại.", 1)
    assert {m.person for m in Message.objects.filter(kind="inspections.answered")} == {
        checks.phuc,
        checks.van,
    }
    assert piles(checks.phuc, checks.at) == {"inspections.answers": (1, 0)}
    with refused("conflict_state"):
        acts.answer_order(order, text="Lại", by=checks.lan, at=checks.at)
    with refused("not_province_officer"):
        acts.accept_correction(order, seen="x", by=checks.lan, at=checks.at)
    acts.accept_correction(order, seen="Đã xem ảnh nhãn mới.", by=checks.phuc, at=checks.at)
    assert (order.state, order.ended_at) == ("accepted", checks.at)
    assert piles(checks.lan, checks.at) == piles(checks.phuc, checks.at) == {}


def test_an_objection_is_recorded_and_answered(checks: Checks):
    order = checks.ordered()
    with refused("reason_missing"):
        acts.object_to_order(order, reason="", by=checks.lan, at=checks.at)
    with refused("not_producer"):
        acts.object_to_order(order, reason="x", by=checks.phuc, at=checks.at)
    acts.object_to_order(order, reason="Nhãn đã được duyệt.", by=checks.lan, at=checks.at)
    assert (order.state, order.answers.get().is_objection) == ("objected", True)
    with refused("not_province_officer"):
        acts.uphold_order(order, reason="x", by=checks.lan, at=checks.at)
    with refused("reason_missing"):
        acts.uphold_order(order, reason="", by=checks.phuc, at=checks.at)
    acts.uphold_order(order, reason="Ảnh duyệt khác nhãn.", by=checks.phuc, at=checks.at)
    assert order.state == "open"
    acts.object_to_order(order, reason="Đây là ảnh duyệt.", by=checks.lan, at=checks.at)
    acts.withdraw_order(order, reason="Đúng.", by=checks.phuc, at=checks.at)
    assert (order.state, order.ended_at) == ("withdrawn", checks.at)


def test_extended_once_then_given_up(checks: Checks):
    order, due = checks.ordered(), checks.today + timedelta(days=30)
    assert order.due_on == due
    with refused("not_due_yet"):
        acts.propose_revocation(order, reason="x", by=checks.phuc, at=checks.at)
    with refused("due_too_early"):
        acts.extend_order(order, due_on=due, reason="x", by=checks.phuc, at=checks.at)
    with refused("reason_missing"):
        acts.extend_order(order, due_on=due + timedelta(days=9), reason="", by=checks.phuc, at=checks.at)
    with refused("not_province_officer"):
        acts.extend_order(order, due_on=due + timedelta(days=9), reason="x", by=checks.lan, at=checks.at)
    acts.extend_order(order, due_on=due + timedelta(days=9), reason="Chờ in.", by=checks.phuc, at=checks.at)
    assert (order.state, order.was_extended, order.first_due_on) == ("open", True, due)
    with refused("extended_once"):
        acts.extend_order(order, due_on=due + timedelta(days=20), reason="x", by=checks.phuc, at=checks.at)
    late = checks.at + timedelta(days=40)
    assert order.is_late(timezone.localdate(late))
    assert piles(checks.phuc, late) == {"inspections.due": (1, 1)}
    assert piles(checks.lan, late) == {"inspections.correct": (1, 1)}
    acts.propose_revocation(order, reason="Không khắc phục.", by=checks.phuc, at=late)
    assert order.state == "proposed"
    assert revoke_query(order.inspection, order.item) == f"ma={checks.first.code}&can-cu=criteria"


def test_what_was_answered_may_be_given_up_before_the_day(checks: Checks):
    order = checks.ordered()
    acts.answer_order(order, text="Không làm.", by=checks.lan, at=checks.at)
    acts.propose_revocation(order, reason="Từ chối.", by=checks.phuc, at=checks.at)
    assert order.state == "proposed"


def test_who_reads_and_what_comes_near(checks: Checks):
    order = checks.ordered()
    for person, sees in (
        (checks.lan, True), (checks.minh, True), (checks.thinh, True), (checks.quang, False),
        (checks.hoa, False),
    ):  # fmt: skip
        assert CorrectiveOrder.objects.visible_to(person, checks.at).exists() is sees
    due = order.due_on
    assert list(orders_due(due, due, checks.phuc, checks.at)) == [order]
    assert list(orders_due(due + timedelta(days=1), due + timedelta(days=9), checks.phuc, checks.at)) == []


@pytest.mark.parametrize("state", OrderState)
@pytest.mark.parametrize("move", [one.name for one in ORDER_WORKFLOW.moves])
def test_every_state_and_move(state, move):
    known = {
        "open": {"answer", "object", "extend", "propose"},
        "answered": {"accept", "extend", "propose"},
        "objected": {"uphold", "withdraw"},
    }
    assert (state in ORDER_WORKFLOW.move(move).sources) == (move in known.get(state.value, set()))
