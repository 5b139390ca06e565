"""Writing, issuing, copying and closing a plan: it happens, it is refused, it is recorded, it is told."""

from datetime import UTC, date, datetime

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.actions import transition
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.models import Message
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refused
from ocop.registers.programme import acts, selectors
from ocop.registers.programme.models import Frame, Plan, Target
from ocop.registers.programme.rules import PLAN_WORKFLOW, PlanState
from ocop.registers.programme.tests.conftest import BY_HAND, OLD_DAY, TARGET

ISSUE = {"number": "100/KH-UBND", "issued_on": OLD_DAY, "signer_name": "Người Ký"}


def test_a_plan_of_the_former_province_is_written_by_officers_of_its_successor(draft):
    stored = Plan.objects.get()
    assert (stored.place.code, stored.place.valid_to, stored.year, stored.state) == (
        "10",
        date(2025, 6, 30),
        2022,
        "draft",
    )
    assert [entry.action for entry in history(stored)] == ["plan.write"]
    assert stored.get_absolute_url() == "/ke-hoach/10/2022/"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"year": 2017}, "no_such_year"),
        ({"year": 2028}, "no_such_year"),
        ({"year": 2026}, "no_such_province"),
        ({"year": 2022}, "conflict_plan"),
        ({"name": " "}, "name_missing"),
    ],
)
def test_plans_that_cannot_be(draft, old_province, tuan, at, refused, given, code):
    asked = {"year": 2021, "name": "Kế hoạch", **given}
    assert refused(acts.write_plan, old_province, **asked, by=tuan, at=at) == code
    assert Plan.objects.count() == 1


def test_a_district_has_no_plan(programme, sa_pa, tuan, at, refused):
    assert refused(acts.write_plan, sa_pa, year=2022, name="Kế hoạch", by=tuan, at=at) == "no_such_province"


@pytest.mark.parametrize("who", ["minh", "lan", "quang"])
def test_who_may_not_write(programme, old_province, cast, at, refused, who):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    person = getattr(cast, who)
    assert (
        refused(acts.write_plan, old_province, year=2022, name="Kế hoạch", by=person, at=at)
        == "not_province_officer"
    )


def test_frames(draft, old_province, tuan, at, refused):
    given = {"name": "Đề án OCOP", "first_year": 2021, "last_year": 2025, "by": tuan, "at": at}
    frame = acts.write_frame(old_province, **given)
    assert str(Frame.objects.get()) == "Đề án OCOP (2021–2025)"
    assert refused(acts.write_frame, old_province, **given) == "conflict_frame"
    assert refused(acts.write_frame, old_province, **{**given, "last_year": 2020}) == "frame_incomplete"
    assert refused(acts.write_frame, old_province, **{**given, "name": ""}) == "frame_incomplete"
    assert acts.edit_plan(draft, name="Kế hoạch", frame=frame, note="", by=tuan, at=at).frame == frame
    late = {"year": 2020, "name": "Kế hoạch 2020", "frame": frame, "by": tuan, "at": at}
    assert refused(acts.write_plan, old_province, **late) == "frame_elsewhere"


def test_issuing(filled, cast, tuan, at):
    issued = acts.issue_plan(filled, **ISSUE, by=tuan, at=at)
    stored = Plan.objects.get(pk=issued.pk)
    assert (stored.state, stored.number, stored.issued_on, stored.is_partly_known) == (
        "issued",
        "100/KH-UBND",
        OLD_DAY,
        False,
    )
    assert (stored.paper.kind, stored.paper.issuer) == ("plan", "UBND tỉnh Lào Cai")
    assert next(entry.action for entry in history(stored)) == "plan.issue"
    assert Message.objects.count() == 0  # nobody is told of a plan of a year that is over


def test_issuing_tells_the_offices_that_hold_a_task(programme, cast, tuan, at):
    held = cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune").office
    plan = acts.write_plan(cast.province, year=2026, name="Kế hoạch 2026", by=tuan, at=at)
    acts.add_target(plan, fields=TARGET, by=tuan, at=at)
    for name in ("Việc một", "Việc hai"):
        acts.add_task(plan, fields={"name": name, "agency": "UBND xã", "office": held}, by=tuan, at=at)
    acts.issue_plan(plan, number="1/KH", issued_on=date(2026, 1, 5), signer_name="A", by=tuan, at=at)
    assert [(one.person, one.subject) for one in Message.objects.all()] == [
        (cast.minh, "Kế hoạch OCOP năm 2026 đã ban hành")
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"number": ""}, "paper_parts_missing"),
        ({"issued_on": None}, "paper_parts_missing"),
        ({"signer_name": " "}, "paper_parts_missing"),
        ({"issued_on": date(2027, 1, 1)}, "in_the_future"),
        ({"issued_on": date(2020, 12, 31)}, "issued_in_other_year"),
        ({"issued_on": date(2023, 1, 1)}, "issued_in_other_year"),
    ],
)
def test_plans_that_cannot_be_issued(filled, tuan, at, refused, given, code):
    assert refused(acts.issue_plan, filled, **{**ISSUE, **given}, by=tuan, at=at) == code
    assert (Plan.objects.get().state, Paper.objects.count()) == ("draft", 0)


def test_an_empty_plan_is_not_issued(draft, tuan, at, refused):
    assert refused(acts.issue_plan, draft, **ISSUE, by=tuan, at=at) == "plan_empty"


def test_a_plan_of_the_past_may_be_known_in_part_only(filled, programme, cast, tuan, at, refused):
    issued = acts.issue_plan(filled, number="100/KH-UBND", is_partly_known=True, by=tuan, at=at)
    assert (issued.is_partly_known, issued.issued_on, issued.paper) == (True, None, None)
    now = acts.write_plan(cast.province, year=2026, name="Kế hoạch 2026", by=tuan, at=at)
    acts.add_target(now, fields=TARGET, by=tuan, at=at)
    assert refused(acts.issue_plan, now, is_partly_known=True, by=tuan, at=at) == "not_historical"


_WAYS = {"draft": [], "issued": ["issue"], "closed": ["issue", "close"], "dropped": ["drop"]}
_LEGAL = {("draft", "issue"): "issued", ("issued", "close"): "closed", ("draft", "drop"): "dropped"}


@pytest.mark.parametrize("state", list(PlanState))
@pytest.mark.parametrize("move", [move.name for move in PLAN_WORKFLOW.moves])
def test_every_state_and_move(filled, tuan, at, state, move):
    for step in _WAYS[state]:
        _move(filled, step, tuan, at)
    legal = _LEGAL.get((state, move))
    if legal:
        _move(filled, move, tuan, at)
        assert Plan.objects.get().state == legal
    else:
        with pytest.raises(Refused) as found:
            _move(filled, move, tuan, at)
        assert (found.value.refusal.code, Plan.objects.get().state) == ("conflict_state", state)


def _move(plan, move, by, at):
    changes = {"issue": {"is_partly_known": True}, "close": {"closed_on": at.date()}}.get(move, {})
    transition(plan, move, by=by, at=at, changes=changes, reason="Lập lại." if move == "drop" else "")


def test_closing(issued, cast, programme, tuan, at, refused):
    closed = acts.close_plan(issued, by=tuan, at=at)
    assert (closed.state, closed.closed_on) == ("closed", date(2026, 11, 23))
    task = closed.tasks.get()
    assert refused(acts.finish_task, task, done_on=OLD_DAY, result="x", by=tuan, at=at) == "conflict_closed"
    assert refused(acts.set_cycle_steps, closed, [], by=tuan, at=at) == "conflict_closed"
    now = acts.write_plan(cast.province, year=2026, name="Kế hoạch 2026", by=tuan, at=at)
    assert refused(acts.close_plan, now, by=tuan, at=at) == "year_running"
    assert refused(acts.close_plan, closed, by=cast.quang, at=at) == "not_province_officer"


def test_a_copy_moves_the_days_and_leaves_the_money_open(issued, cast, tuan, at):
    target = issued.targets.get(key="san-pham-moi")
    Target.objects.filter(pk=target.pk).update(year_from=2019, year_to=2020, count_rule="trademarks")
    acts.set_cycle_steps(
        issued, [acts.CycleDates("dossiers", date(2022, 2, 1), date(2022, 4, 30))], by=tuan, at=at
    )
    copy = acts.copy_plan(issued, place=cast.province, year=2027, name="Kế hoạch 2027", by=tuan, at=at)
    moved = copy.targets.get(key="san-pham-moi")
    assert (copy.state, copy.place, copy.targets.count()) == ("draft", cast.province, 2)
    assert (moved.year_from, moved.year_to, moved.value) == (2024, 2025, 30)
    task, line, step = copy.tasks.get(), copy.budget_lines.get(), copy.steps.get()
    assert (task.due_on, list(task.targets.all()), task.state) == (date(2027, 6, 30), [moved], "open")
    assert (line.amount, line.source, line.task) == (None, "province", task)
    assert (step.starts_on, step.ends_on) == (date(2027, 2, 1), date(2027, 4, 30))
    assert [entry.action for entry in history(copy)] == ["plan.copy", "plan.write"]


def test_a_leap_day_moves_to_the_last_of_february(issued, cast, tuan, at):
    issued.tasks.update(due_on=date(2024, 2, 29))
    copy = acts.copy_plan(issued, place=cast.province, year=2027, name="Kế hoạch 2027", by=tuan, at=at)
    assert copy.tasks.get().due_on == date(2029, 2, 28)


def test_a_copy_follows_places_or_says_that_it_cannot(draft, old_province, sa_pa, cast, tuan, at, refused):
    commune = Place.objects.filter(parent__parent=old_province, followed_by__isnull=False).first()
    new = commune.followed_by.get().new
    acts.add_target(draft, fields={**TARGET, "place": commune}, by=tuan, at=at)
    copy = acts.copy_plan(draft, place=cast.province, year=2027, name="Kế hoạch 2027", by=tuan, at=at)
    assert copy.targets.get().place == new
    draft.targets.update(place=sa_pa)
    again = {"place": cast.province, "year": 2026, "name": "Kế hoạch 2026", "by": tuan, "at": at}
    assert refused(acts.copy_plan, draft, **again) == "place_changed"
    assert Plan.objects.filter(year=2026).count() == 0
    assert refused(acts.copy_plan, draft, **{**again, "by": cast.quang}) == "not_reader"


@pytest.mark.parametrize(
    ("year", "code", "expected"),
    [(2022, None, "10"), (2022, "10", "10"), (2022, "15", None), (2021, None, None)],
)
def test_finding_the_plan_of_a_year(draft, year, code, expected):
    found = selectors.plan_for(year, code)
    assert (found and found.place.code) == expected


def test_the_own_plan_comes_before_those_of_former_provinces(programme, old_province, cast, tuan, at):
    yen_bai = Place.objects.get(level="province", code="15", valid_to__isnull=False)
    assert selectors.plan_for(2025) is None
    acts.write_plan(yen_bai, year=2025, name="Yên Bái", by=tuan, at=at)
    assert selectors.plan_for(2025).name == "Yên Bái"
    acts.write_plan(old_province, year=2025, name="Lào Cai cũ", by=tuan, at=at)
    assert selectors.plan_for(2025).name == "Lào Cai cũ"
    assert selectors.plan_for(2025, "15").name == "Yên Bái"


def test_who_sees_a_plan(filled, cast, tuan, at):
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    cast.appoint(cast.hoa, Role.LEADER)
    ministry = cast.person("bo", "Cán bộ Bộ")
    _in_ministry(ministry, cast)
    seen = lambda: [
        selectors.plans_visible_to(p, at).count() for p in (tuan, cast.minh, cast.hoa, ministry, cast.lan)
    ]
    assert seen() == [1, 0, 0, 0, 0]
    acts.issue_plan(filled, **ISSUE, by=tuan, at=at)
    assert seen() == [1, 1, 1, 1, 0]


def _in_ministry(person, cast):
    from ocop.foundation.accounts.models import Appointment, Office

    office = Office.objects.create(level="ministry", name="Bộ Nông nghiệp và Môi trường", body="ministry")
    Appointment.objects.create(
        person=person, office=office, role=Role.MINISTRY_OFFICER, starts_at=cast.long_ago
    )


def test_attaching_papers_all_or_none(issued, tuan, at, refused, png):
    assert [
        paper.title for paper in acts.attach_papers(issued, uploads=[(png, " Tờ trình ")], by=tuan, at=at)
    ] == ["Tờ trình"]
    assert [(paper.title, paper.file.name) for paper in issued.papers.all()] == [("Tờ trình", "to-trinh.png")]
    png.seek(0)
    two = {"uploads": [(png, "Bảng kê"), (png, " ")], "by": tuan, "at": at}
    assert refused(acts.attach_papers, issued, **two) == "title_missing"
    assert issued.papers.count() == 1


def test_a_draft_alone_may_be_edited(issued, tuan, at, refused):
    target, task, line = issued.targets.first(), issued.tasks.get(), issued.budget_lines.get()
    given = {"by": tuan, "at": at}
    assert [
        refused(acts.edit_plan, issued, name="x", frame=None, note="", **given),
        refused(acts.add_target, issued, fields=BY_HAND, **given),
        refused(acts.edit_target, target, fields={"name": "x"}, **given),
        refused(acts.remove_target, target, **given),
        refused(acts.add_task, issued, fields={"name": "x", "agency": "y"}, **given),
        refused(acts.edit_task, task, fields={"name": "x"}, **given),
        refused(acts.remove_task, task, **given),
        refused(acts.add_budget_line, issued, fields={"name": "x", "source": "other"}, **given),
        refused(acts.edit_budget_line, line, fields={"name": "x"}, **given),
        refused(acts.remove_budget_line, line, **given),
        refused(acts.import_targets, issued, [], **given),
    ] == ["conflict_issued"] * 11


def test_steps_of_the_year(issued, tuan, cast, at, refused):
    step = acts.CycleDates("evaluation", date(2022, 5, 1), date(2022, 6, 30), " đợt 1 ")
    acts.set_cycle_steps(
        issued,
        [step, acts.CycleDates("evaluation", date(2022, 11, 1), date(2022, 12, 30))],
        by=tuan,
        at=at,
    )
    kept = acts.set_cycle_steps(issued, [step], by=tuan, at=at)
    assert [(one.kind, one.starts_on, one.note) for one in kept] == [
        ("evaluation", date(2022, 5, 1), "đợt 1")
    ]
    assert history(issued)[0].data["before"][1] == ["evaluation", "2022-11-01", "2022-12-30", ""]
    backwards = acts.CycleDates("ideas", date(2022, 5, 1), date(2022, 4, 30))
    other_year = acts.CycleDates("ideas", date(2023, 5, 1), date(2023, 5, 2))
    assert refused(acts.set_cycle_steps, issued, [backwards], by=tuan, at=at) == "step_order"
    assert refused(acts.set_cycle_steps, issued, [other_year], by=tuan, at=at) == "outside_year"
    assert refused(acts.set_cycle_steps, issued, [], by=cast.quang, at=at) == "not_province_officer"


def test_nothing_waits_in_the_plan_of_a_closed_year(issued, tuan, at):
    moment = datetime(2022, 7, 1, tzinfo=UTC)
    assert [task.name for task in selectors.late_tasks(moment.date())] == ["Mở lớp tập huấn"]
    acts.close_plan(issued, by=tuan, at=at)
    assert list(selectors.late_tasks(moment.date())) == []


def test_a_draft_is_dropped_and_another_plan_of_the_year_written(filled, old_province, tuan, at, client):
    acts.drop_plan(filled, reason="Lập nhầm năm.", by=tuan, at=at)
    stored = Plan.objects.get()
    entry = history(stored).first()
    assert (stored.state, entry.action, entry.reason) == ("dropped", "plan.drop", "Lập nhầm năm.")
    assert entry.data["targets"] == ["Sản phẩm mới", "Thẩm định cơ sở"]
    assert selectors.plan_for(2022, "10") is None
    assert selectors.plan_at("10", 2022, tuan, at) is None
    again = acts.write_plan(old_province, year=2022, name="Kế hoạch 2022", by=tuan, at=at)
    assert selectors.plan_at("10", 2022, tuan, at) == again
    client.force_login(tuan)
    assert "Kế hoạch OCOP năm 2022" not in client.get("/ke-hoach/").content.decode()


def test_what_is_not_dropped(filled, cast, tuan, at, refused):
    assert refused(acts.drop_plan, filled, reason="Nhầm.", by=cast.quang, at=at) == "not_province_officer"
    assert refused(acts.drop_plan, filled, reason=" ", by=tuan, at=at) == "reason_missing"
    acts.issue_plan(filled, **ISSUE, by=tuan, at=at)
    assert refused(acts.drop_plan, filled, reason="Nhầm.", by=tuan, at=at) == "conflict_issued"


def test_the_page_asks_why_a_draft_is_dropped(draft, tuan, client):
    client.force_login(tuan)
    address = f"{draft.get_absolute_url()}bo/"
    assert address in client.get(draft.get_absolute_url()).content.decode()
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Lập nhầm."}).url == "/ke-hoach/"
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_number_belongs_to_one_plan_of_the_year(issued, old_province, tuan, at, refused):
    other = acts.write_plan(old_province, year=2023, name="Kế hoạch 2023", by=tuan, at=at)
    acts.add_target(other, fields=TARGET, by=tuan, at=at)
    again = {**ISSUE, "issued_on": date(2022, 12, 30)}
    assert refused(acts.issue_plan, other, **again, by=tuan, at=at) == "number_taken"
    assert acts.issue_plan(other, **{**again, "number": "101/KH-UBND"}, by=tuan, at=at).state == "issued"
