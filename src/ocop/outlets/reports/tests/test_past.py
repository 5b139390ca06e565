"""The office's own past of dossiers, and the forecast of new products that rests on it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.selectors import came_last
from ocop.outlets.reports.counting import progress_of
from ocop.outlets.reports.counting.past import dossier_past
from ocop.outlets.reports.rules import StagePast

TODAY = date(2026, 11, 23)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
STAGES = ("submitted", "received", "proposed")


def moment(day):
    return datetime(day.year, day.month, day.day, 9, tzinfo=VIETNAM)


@pytest.fixture
def office(register):
    """Writes dossiers that went from stage to stage with ten days between."""

    def dossier(began, *, state, outcome="", stages=STAGES, product=None):
        last = moment(began + timedelta(days=10 * (len(stages) + 1)))
        row = Dossier.objects.create(
            product=product or register.product(), regulation_code="qd-26-2026", set_number=1,
            commune=register.cast.commune, state=state, outcome=outcome, created_at=moment(began),
            created_by=register.cast.lan, updated_at=last, submitted_at=moment(began),
            received_at=moment(began),
            proposed_at=moment(began), accepted_at=moment(began), commune_due_on=began,
        )  # fmt: skip
        for place, stage in enumerate(stages, start=1):
            record("x", row, by=None, at=moment(began + timedelta(days=10 * place)), to_state=stage)
        if state == "concluded":
            record("x", row, by=None, at=last, to_state=state)
        row.state_at = came_last([row]).get(row.pk)  # as every move leaves it
        row.save(update_fields=["state_at"])
        return row

    return dossier


def test_days_from_each_stage_and_how_many_succeeded(office):
    office(date(2026, 1, 1), state="concluded", outcome="recognised")
    office(date(2026, 2, 1), state="concluded", outcome="not_recognised")
    office(date(2026, 3, 1), state="withdrawn", stages=("submitted",))
    office(date(2026, 4, 1), state="submitted", stages=("submitted",))
    assert dossier_past(TODAY).to_recognition == {
        "draft": StagePast(3, (40,)),
        "submitted": StagePast(3, (30,)),
        "received": StagePast(2, (20,)),
        "proposed": StagePast(2, (10,)),
    }


def test_what_ended_later_is_no_past_yet(office):
    office(date(2026, 10, 30), state="concluded", outcome="recognised")
    assert dossier_past(date(2026, 11, 30)).to_recognition == {}


@pytest.mark.parametrize(
    ("past", "began", "forecast"),
    [
        (4, date(2026, 11, 1), 0),  # too few
        (5, date(2026, 11, 1), 1),  # submitted on the 11th, 30 days
        (5, date(2026, 11, 21), 1),  # on 1 December, ends on the 31st
        (5, date(2026, 11, 22), 0),  # a day too late
    ],
)
def test_a_dossier_under_way_is_foretold(register, office, past, began, forecast):
    plan = register.plan(2026)
    register.target(plan, "new_products", 3)
    for number in range(past):
        office(date(2026, 1, 1 + number), state="concluded", outcome="recognised")
    office(began, state="submitted", stages=("submitted",))
    known = register.product()
    register.recognise(known, 2020)
    office(date(2026, 11, 1), state="submitted", stages=("submitted",), product=known)
    (found,) = progress_of(plan, TODAY)
    assert (found.done, found.pipeline, found.forecast) == (0, {"submitted": 1}, forecast)
    assert found.stages == [("Đã nộp, chờ xã tiếp nhận", 1)]


def test_a_renewal_under_way_never_promises_more_than_is_due(register, office):
    plan = register.plan(2026)
    register.target(plan, "renewals", bound="all_due")
    for number in range(5):
        office(date(2026, 1, 1 + number), state="concluded", outcome="recognised")
    lapsed = register.product()
    register.recognise(lapsed, 2023)
    office(date(2026, 11, 1), state="submitted", stages=("submitted",), product=lapsed)
    (found,) = progress_of(plan, TODAY)
    assert (found.value, found.done, found.pipeline, found.forecast) == (1, 0, {"submitted": 1}, 1)


def test_newcomers_are_those_who_still_write(register, office):
    plan = register.plan(2026)
    register.target(plan, "organisations_new", 7)
    for number in range(5):
        office(date(2025, 1, 1 + number), state="concluded", outcome="recognised")
    product = register.product()
    Dossier.objects.create(
        product=product, regulation_code="qd-26-2026", set_number=1, commune=register.cast.commune,
        created_at=moment(date(2026, 11, 1)), created_by=register.cast.lan,
        updated_at=moment(date(2026, 11, 1)),
    )  # fmt: skip
    (found,) = progress_of(plan, TODAY)
    assert (found.done, found.pipeline, found.forecast) == (0, {"draft": 1}, 1)
