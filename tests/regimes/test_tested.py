"""From “must be tested” to what follows: a sample that passes, one that fails, one out of season."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop.casework.certificates import acts as certificates
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.papers.letters import notice_data
from ocop.casework.dossiers.acts import accept_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.review import acts as review
from ocop.casework.review.acts import reopen_item, seal_sheet
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.samples import acts
from ocop.casework.samples.models import Demand
from ocop.casework.samples.selectors import demands_due, demands_tested, outcome_for
from ocop.foundation.places.selectors import ground_of
from ocop.outlets.reports.counting import Extent, counters
from ocop.outlets.reports.counting.asking import counts_of
from tests.regimes.world import Former, moment

HONEY = 11
BY_HAND = "Đã đối chiếu: đạt 4 sao."

pytestmark = pytest.mark.django_db


@pytest.fixture
def y2022() -> Former:
    """October 2022, when products of 50 points or more went to the laboratory."""
    return Former(moment("2022-10-03"), "qd-1048-2019", HONEY)


def before_the_province(y2022: Former, points: int = 61) -> tuple[Dossier, AgendaItem]:
    """Sent on by the district, scored by the province with 72 points."""
    dossier = y2022.at_district()
    y2022.district_council()
    y2022.close(y2022.scored(dossier, points), "01-MH/BB-HĐ")
    accept_dossier(y2022.stored(dossier), note="Đủ hồ sơ.", by=y2022.room.phuc, at=y2022.at)
    y2022.province_council()
    return dossier, y2022.scored(y2022.stored(dossier), 72, by_hand=BY_HAND)


def counted(y2022: Former, year: tuple[date, date]) -> tuple[int, int, int]:
    """Done, due and under way, as a plan of the province counts them; every record can be opened."""
    place = y2022.cast.province
    extent = Extent(place=place, ground=ground_of(place), first=year[0], last=year[1])
    counter = counters()["lab_samples"]
    rows = list(counter.rows(extent))
    assert all(counter.record(row).address for row in rows)
    found = counts_of({"due": counter.all_due(extent), "in_hand": counter.in_hand(extent)})
    return len(rows), found["due"], found["in_hand"]


def test_the_points_of_the_first_pass_bring_it_onto_the_list_once(y2022: Former) -> None:
    dossier, _item = before_the_province(y2022)
    demand = Demand.objects.get(dossier=dossier)
    assert (demand.cause, demand.points, demand.by) == ("points", "61", y2022.room.chi)
    assert refused(lambda: acts.drop_demand(demand, reason="x", by=y2022.room.phuc, at=y2022.at)) == (
        "asked_by_law"
    )


def test_below_50_points_nothing_is_demanded(y2022: Former) -> None:
    dossier = y2022.at_district()
    y2022.district_council()
    y2022.scored(dossier, 49)
    assert not Demand.objects.exists()


def test_what_passes_is_recognised_and_counted(y2022: Former) -> None:
    dossier, item = before_the_province(y2022)
    year = (date(2022, 1, 1), date(2022, 12, 31))
    assert (demands_due(*year).count(), demands_tested(*year).count()) == (1, 0)
    assert refused(lambda: y2022.close(item, "02-MH/BB-HĐ")) == "test_unsettled"
    assert counted(y2022, year) == (0, 1, 1)
    y2022.test(dossier, "KPH")
    assert demands_tested(*year).count() == 1
    assert counted(y2022, year) == (1, 1, 0)
    item = y2022.close(item, "02-MH/BB-HĐ")
    assert (item.recommendation, item.recommended_stars) == ("recognise", 4)
    lines = Meeting.objects.get(pk=item.meeting_id).minutes_content["details"][0]["lines"]
    passed = "Kiểm nghiệm: Đạt yêu cầu an toàn thực phẩm (mẫu M2022-0001, phiếu PKQ-1 ngày 03/10/2022)"
    assert passed in lines
    assert outcome_for(dossier).as_record() == item.result["test"]


def test_a_failing_indicator_stops_recognition_whatever_the_points(y2022: Former) -> None:
    dossier, item = before_the_province(y2022)
    sample = y2022.test(dossier, "0,25", y2022.at.date() + timedelta(days=5))
    assert refused(lambda: y2022.close(item, "02-MH/BB-HĐ")) == "contest_runs"
    y2022.at += timedelta(days=6)
    item = y2022.close(item, "02-MH/BB-HĐ")
    found = (
        "Chỉ tiêu an toàn thực phẩm không đạt (mẫu M2022-0001, phiếu PKQ-1 ngày 03/10/2022): Chì (Pb) 0,25 "
        "mg/kg, giới hạn ≤ 0,1 mg/kg theo QCVN 8-2:2011/BYT: không đạt"
    )
    assert (item.total, item.recommendation, item.recommended_stars) == (72, "none", None)
    assert item.recommendation_reason == found
    lines = Meeting.objects.get(pk=item.meeting_id).minutes_content["details"][0]["lines"]
    assert f"Kiểm nghiệm: {found}" in lines
    assert refused(lambda: y2022.decided(item, prepares=y2022.room.phuc, signs=y2022.thinh)) != ""
    certificates.notify_results([item], by=y2022.room.phuc, at=y2022.at)
    assert notice_data(ResultNotice.objects.get())["why"]["test"] == found
    assert y2022.stored(dossier).outcome == "not_recognised"
    given = {"reason": "x", "by": y2022.room.phuc, "at": y2022.at}
    assert refused(lambda: acts.set_report_aside(sample, **given)) == "result_final"


def test_out_of_season_it_leaves_the_meeting_and_waits(y2022: Former) -> None:
    dossier, item = before_the_province(y2022)
    demand = Demand.objects.get(dossier=dossier)
    given = {"by": y2022.room.son, "at": y2022.at}
    review.reopen_item(item, reason="Chờ kiểm nghiệm.", **given)
    thu = {"by": y2022.room.thu, "at": y2022.at}
    stored = AgendaItem.objects.get(pk=item.pk)
    assert refused(lambda: review.remove_from_agenda(stored, reason="x", **thu)) == "sheets_already_sealed"
    acts.postpone_test(demand, until="vụ 2023", reason="Hết mật.", by=y2022.room.phuc, at=y2022.at)
    review.remove_from_agenda(stored, reason="Chờ vụ sau.", **thu)
    assert AgendaItem.objects.get(pk=item.pk).state == "removed"
    assert y2022.stored(dossier).state == "accepted"


def test_the_second_pass_comes_after_the_laboratory_in_the_same_room(y2022: Former) -> None:
    """Decision 1048: scored, tested, scored again; sheets begin with the choices of the first pass."""
    dossier, item = before_the_province(y2022)
    y2022.test(dossier, "KPH")
    first = {sheet.seat_id: sheet for sheet in item.sheets.all()}
    reopen_item(item, reason="Có kết quả kiểm nghiệm, chấm lượt hai.", by=y2022.room.son, at=y2022.at)
    item = AgendaItem.objects.get(pk=item.pk)
    again = list(item.sheets.filter(pass_no=2))
    assert (item.state, item.total, {one.state for one in again}) == ("scoring", None, {"draft"})
    assert all(one.choices == first[one.seat_id].choices for one in again)
    for sheet in again:
        seal_sheet(item, by=sheet.seat.person, at=y2022.at)
    item = AgendaItem.objects.get(pk=item.pk)
    assert (item.pass_no, item.total_exact, item.earlier_results.get().total_exact) == (2, "72", "72")
    assert Demand.objects.filter(dossier=dossier).count() == 1
