"""Who is reminded of what, when, and once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.casework.annulment.tests.cast import Wrongs
from ocop.casework.dossiers.models import Dossier
from ocop.casework.inspections.acts import answer_order, follow_ministrys
from ocop.casework.inspections.tests.cast import Checks
from ocop.casework.inspections.tests.test_ministrys import recorded as recorded_ministrys
from ocop.casework.revocation.acts import report_cessation, verify_revocation
from ocop.casework.revocation.rules import due_on
from ocop.casework.revocation.tests.cast import BASIS, Cases
from ocop.foundation.accounts.rules import Role
from ocop.foundation.notifications.models import Envelope, Message
from ocop.outlets.reports.calendar import events
from ocop.outlets.reports.reminders import remind
from ocop.outlets.reports.rules.reminding import (
    COMMUNE,
    MEMBER,
    MOST_DAYS,
    PRODUCER,
    PROVINCE,
    SECRETARY,
    SIGNER,
    is_due,
    together,
)
from ocop.outlets.reports.selectors import extent_of
from ocop.registers.programme.models import CycleStep, Task
from ocop.registers.rounds.models import Round

EVENT = date(2026, 12, 31)


@given(
    st.sampled_from(
        [
            before
            for schedule in (PROVINCE, SECRETARY, COMMUNE, MEMBER, SIGNER, PRODUCER)
            for before in schedule.values()
        ]
    ),
    st.lists(st.integers(1, MOST_DAYS), min_size=120, max_size=120),
)
def test_every_reminder_comes_once_however_irregular_the_runs(before, gaps):
    """Runs at most a week apart, each for the days since the run before:
    as many reminders as the schedule has days.
    """
    run, reached = EVENT - timedelta(days=100), 0
    for gap in gaps:
        days = [run + timedelta(days=number) for number in range(1, gap + 1)]
        run = days[-1]
        reached += sum(is_due(before, EVENT, [day]) for day in days)
        assert is_due(before, EVENT, days) == any((EVENT - day).days in before for day in days)
    assert reached == len(before)


def test_a_person_of_two_roles_is_reminded_of_both():
    assert together([SECRETARY, MEMBER]) == {
        "round": {14, 7}, "meeting": {7, 1}, "answers": {7, 3, 1}, "redo": {30, 14, 7, 1},
    }  # fmt: skip
    assert together([]) == {}


@pytest.fixture
def plan(register):
    return register.plan(2026)


def _task(plan, number, due, office=None, state="open"):
    return Task.objects.create(
        plan=plan, number=number, name=f"Việc {number}", agency="Sở", office=office, due_on=due, state=state,
        done_on=due if state == "done" else None,
    )  # fmt: skip


def _told(person):
    return [
        (one.subject, one.body.splitlines())
        for one in Message.objects.filter(person=person, kind__contains="rem")
    ]


def test_a_task_reminds_its_office_and_the_province_and_nobody_twice(register, cast, tuan, minh, plan, at):
    other = cast.person("khac", "Cán bộ khác")
    office = minh.appointments.get().office
    cast.appoint(other, Role.COMMUNE_OFFICER, place=register.programme.province)
    today = date(2026, 11, 23)
    _task(plan, 1, today + timedelta(days=14), office)
    _task(plan, 2, today + timedelta(days=13), office)
    _task(plan, 3, today + timedelta(days=7), office, state="done")
    _task(plan, 4, today - timedelta(days=1))
    assert remind(at=at) == 2
    soon = f"07/12/2026 (còn 14 ngày): Hạn nhiệm vụ: Việc 1 – {office.name}"
    late = "22/11/2026 (quá hạn 1 ngày): Hạn nhiệm vụ: Việc 4 – Sở"
    assert _told(tuan) == [("Nhắc việc: 2 việc", [late, soon])]
    assert _told(minh) == [("Nhắc việc: 1 việc", [soon])]
    assert (_told(other), remind(at=at + timedelta(hours=3))) == ([], 0)
    assert Message.objects.count() == 2


def test_a_day_without_a_run_is_made_up_for(register, tuan, plan, at):
    _task(plan, 1, date(2026, 12, 9))
    assert [remind(at=at + timedelta(days=number)) for number in (0, 4, 5)] == [0, 1, 0]
    assert _told(tuan) == [("Nhắc việc: 1 việc", ["09/12/2026 (còn 12 ngày): Hạn nhiệm vụ: Việc 1 – Sở"])]


def test_everybody_is_reminded_in_the_own_language_and_by_mail(register, tuan, plan, at):
    tuan.language, tuan.email = "en", "tuan@example.vn"
    tuan.save()
    CycleStep.objects.create(plan=plan, kind="ideas", starts_on=date(2026, 11, 24), ends_on=date(2026, 12, 5))
    remind(at=at)
    [(subject, [line])] = _told(tuan)
    assert (subject, line.partition(": ")[0]) == ("Reminder: 1 item", "24 Nov 2026 (1 day left)")
    assert Envelope.objects.get().recipient == "tuan@example.vn"


def test_the_days_of_a_round_reach_province_and_commune(register, tuan, minh, at):
    Round.objects.create(
        programme=register.programme, regulation_code="qd-26-2026", year=2026, number=2,
        proposed_before=date(2026, 11, 30), held_before=date(2026, 12, 30), created_at=register.at,
    )  # fmt: skip
    assert remind(at=at) == 2
    line = "30/11/2026 (còn 7 ngày): Đợt 2/2026: xã đề nghị trước ngày này – Khoản 1 Điều 5"
    assert [_told(person) for person in (tuan, minh)] == [[("Nhắc việc: 1 việc", [line])]] * 2


def test_the_province_is_reminded_of_the_result_of_a_renewal(register, cast, tuan, minh, at):
    from ocop.casework.dossiers.acts import open_dossier

    product = register.product(regulation_code="qd-26-2026", set_number=1, leaf="I.1.a")
    made, due = open_dossier(product=product, by=cast.lan, at=at), at.date() + timedelta(days=7)
    moments = dict.fromkeys(("submitted_at", "received_at", "proposed_at"), at)
    Dossier.objects.filter(pk=made.pk).update(kind="renewal", state="proposed", result_due_on=due, **moments)
    assert remind(at=at) == 1
    line = f"{due:%d/%m/%Y} (còn 7 ngày): Hạn có kết quả đánh giá lại: 1 hồ sơ"
    assert [_told(person) for person in (tuan, minh)] == [[("Nhắc việc: 1 việc", [line])], []]


def test_the_calendar_names_rounds_to_open_and_those_of_the_ministry(register, tuan, minh, at):
    extent = extent_of(register.programme.province, 2026, at.date())
    found = [
        [
            (one.sort, one.on, one.detail)
            for one in events(date(2027, 1, 1), date(2027, 5, 1), extent=extent, person=person, at=at)
        ]
        for person in (tuan, minh)
    ]
    assert found == [
        [("ministry", date(2027, 1, 30), "khoản 2 Điều 5"), ("open", date(2027, 4, 1), "khoản 1 Điều 5")],
        [],
    ]


def test_before_there_is_a_programme_nobody_is_told(cast, at):
    assert remind(at=at) == 0


def _only(kind: str) -> dict[str, list[str]]:
    """Who was told which lines that name this."""
    found: dict[str, list[str]] = {}
    for one in Message.objects.filter(kind="reports.reminder").select_related("person").order_by("pk"):
        if lines := [line for line in one.body.splitlines() if kind in line]:
            found.setdefault(one.person.username, []).extend(lines)
    return found


def test_the_fifteen_days_of_a_revocation_reach_who_acts_next(cast, at):
    """Officers until it is verified, then the signer, who is told after the last day too."""
    cases = Cases(cast, at)
    due = due_on(BASIS["basis_on"])
    revocation = cases.prepared()
    remind(at=at + timedelta(days=(due - at.date()).days - 5))
    line = f"{due:%d/%m/%Y} (còn 5 ngày): Hạn quyết định thu hồi (khoản 4 Điều 8) – Chè Shan: chờ xác minh"
    assert _only("thu hồi") == {"phuc": [line], "van": [line]}
    Message.objects.all().delete()
    verify_revocation(revocation, finding="Đúng.", by=cases.van, at=at)
    remind(at=at + timedelta(days=(due - at.date()).days - 3))
    late = at + timedelta(days=(due - at.date()).days + 1)
    remind(at=late)
    assert _only("thu hồi") == {
        "thinh": [
            f"{due:%d/%m/%Y} (còn 3 ngày): Hạn quyết định thu hồi (khoản 4 Điều 8) – Chè Shan: chờ ký",
            f"{due:%d/%m/%Y} (quá hạn 1 ngày): Hạn quyết định thu hồi (khoản 4 Điều 8) – Chè Shan: chờ ký",
        ]
    }
    Message.objects.all().delete()
    cases.decide(revocation)
    remind(at=late + timedelta(days=1))
    assert _only("thu hồi") == {}


def test_what_stopped_and_waits_for_a_proposal_is_counted_from_the_communes_word(cast, at):
    cases = Cases(cast, at)
    report_cessation(
        cases.programme, kind="stopped", product=cases.first.product, number="9-MH/XN", issued_on=at.date(),
        issuer="UBND xã", note="Đã dừng.", by=cases.minh, at=at,
    )  # fmt: skip
    due = due_on(at.date())
    remind(at=at + timedelta(days=(due - at.date()).days - 1))
    line = (
        f"{due:%d/%m/%Y} (còn 1 ngày): Hạn quyết định thu hồi (khoản 4 Điều 8) – Chè Shan: chưa lập đề nghị"
    )
    assert _only("thu hồi") == {"phuc": [line], "van": [line]}


def test_a_producer_is_reminded_of_an_order_before_and_after_its_deadline(cast, at):
    checks = Checks(cast, at)
    order = checks.ordered()
    days = (order.due_on - at.date()).days
    for ahead in (8, 7, 3, 1, 0, -1, -7, -8):
        remind(at=at + timedelta(days=days - ahead))
    ahead = [line.partition("(")[2].partition(")")[0] for line in _only("Hạn khắc phục")["lan"]]
    assert ahead == ["còn 7 ngày", "còn 3 ngày", "còn 1 ngày", "quá hạn 1 ngày", "quá hạn 7 ngày"]
    assert "mai" not in _only("Hạn khắc phục")


def test_an_order_that_was_answered_reminds_nobody(cast, at):
    checks = Checks(cast, at)
    order = checks.ordered()
    answer_order(order, text="Đã in lại.", by=cast.lan, at=at)
    remind(at=at + timedelta(days=(order.due_on - at.date()).days - 3))
    assert _only("Hạn khắc phục") == {}


def test_what_the_ministry_asks_after_its_own_inspection_reaches_producer_and_province(cast, at):
    checks = Checks(cast, at)
    found = recorded_ministrys(checks, due_on=at.date() + timedelta(days=20))
    for ahead in (14, 7, 3, 1, -1):
        assert remind(at=at + timedelta(days=20 - ahead)) > 0
    end = f"Hạn thực hiện yêu cầu của Bộ – {found.producer.name}: Chè Shan"
    line = f"{found.due_on:%d/%m/%Y} (còn 7 ngày): {end}"
    told = _only("yêu cầu của Bộ")
    assert (told["lan"][1], told["minh"][0]) == (line, line)
    assert {who: len(lines) for who, lines in told.items()} == {"lan": 5, "phuc": 4, "van": 4, "minh": 2}
    Message.objects.all().delete()
    follow_ministrys(found, note="Đã in lại.", by=checks.van, at=at + timedelta(days=22))
    remind(at=at + timedelta(days=27))
    assert _only("yêu cầu của Bộ") == {}


def test_the_day_of_the_ministry_is_reminded_of_until_the_evaluation_is_done_again(cast, at):
    wrongs = Wrongs(cast, at)
    due = at.date() + timedelta(days=40)
    annulment = wrongs.verified(due_on=due)
    remind(at=at + timedelta(days=26))
    head = f"{due:%d/%m/%Y} (còn 14 ngày): Hạn Bộ đề nghị thực hiện lại (điểm b khoản 1 Điều 10) – Chè Shan"
    assert _only("Hạn Bộ") == {who: [f"{head}: chờ ký"] for who in ("phuc", "thinh", "van")}
    Message.objects.all().delete()
    wrongs.decide(annulment)
    remind(at=at + timedelta(days=33))
    assert {line.rpartition(": ")[2] for lines in _only("Hạn Bộ").values() for line in lines} == {
        "chờ đánh giá lại"
    }
    Message.objects.all().delete()
    Dossier.objects.filter(product=wrongs.first.product).update(state="evaluated")
    remind(at=at + timedelta(days=39))
    assert _only("Hạn Bộ") == {}
