"""Help, courses, label kits, ideas and communication as a plan counts them."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from ocop.casework.communication.models import PressItem
from ocop.casework.courses.models import Attendance
from ocop.casework.ideas.models import Idea
from ocop.casework.support.models import Activity, Beneficiary, Kit
from ocop.casework.support.rules import Way, loading
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.selectors import communes_of
from ocop.outlets.reports.counting import counters, progress_of
from ocop.outlets.reports.counting.help_given import WAYS
from ocop.registers.programme.forms.rows import counted_choices
from ocop.registers.programme.models import Target
from ocop.registers.programme.rules import counted_rules

END = date(2022, 12, 31)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Help:
    """Writes activities in a line each."""

    def __init__(self, register):
        self.register, self.cast = register, register.cast
        self.number = 0

    def activity(
        self, kind, result_on=None, *, state=None, place=None, facts=None, starts_on=date(2022, 2, 1)
    ):
        self.number += 1
        state = state or ("finished" if result_on else "planned")
        return Activity.objects.create(
            kind=kind, name=f"{kind} {self.number}", place=place or self.cast.commune, agency="Chi cục",
            starts_on=starts_on, started_on=starts_on if state in ("running", "finished") else None,
            state=state,
            result="Xong" if result_on else "", result_on=result_on, facts=facts or {},
            cancelled_on=starts_on if state == "cancelled" else None, created_at=self.register.at,
            created_by=self.cast.lan,
        )  # fmt: skip

    def helps(self, activity, *, producer=None, product=None):
        return Beneficiary.objects.create(
            activity=activity, producer=producer or product.producer, product=product
        )

    def attends(self, activity, day, name, group="producer", **more):
        return Attendance.objects.create(
            activity=activity, day=day, name=name, group=group, via="sheet", at=self.register.at, **more
        )

    def kit(self, activity, recognition, issued_on):
        self.number += 1
        stored = StoredFile.objects.create(
            owner="support.kit", name="nhan.pdf", media_type="application/pdf", size=1,
            sha256=f"{self.number:064}",
            uploaded_at=self.register.at, uploaded_by=self.cast.lan,
        )  # fmt: skip
        return Kit.objects.create(
            activity=activity,
            recognition=recognition,
            allowed_until=date(2025, 1, 1),
            file=stored,
            issued_on=issued_on,
        )


@pytest.fixture
def help_(register):
    return Help(register)


@pytest.fixture
def plan(register):
    return register.plan(2022)


def found(plan, on=END):
    (one,) = progress_of(plan, on)
    assert one.done == len(one.records)
    return one


def test_every_counted_rule_has_its_counter():
    assert set(counters()) == set(counted_rules())


def test_every_way_of_counting_help_has_its_function():
    assert set(WAYS) == set(Way)


@pytest.mark.parametrize(
    ("rule", "kind"),
    [("tourism", "tourism"), ("trademarks", "trademark"), ("signboards", "signboard"),
    ("websites", "website"),
     ("value_chain_links", "value_chain_link"), ("fairs", "fair")],
)  # fmt: skip
def test_activities_with_a_result_in_the_year(register, plan, help_, rule, kind):
    register.target(plan, rule, 6)
    counted = help_.activity(kind, date(2022, 12, 31), starts_on=date(2021, 5, 5))
    help_.activity(kind, date(2023, 1, 1))
    help_.activity(kind, date(2021, 12, 31), starts_on=date(2021, 1, 1))
    help_.activity(kind, state="running")
    help_.activity(kind, state="cancelled")
    help_.activity("logo", date(2022, 5, 5))
    help_.activity(kind, date(2022, 5, 5), place=communes_of("01", date(2026, 1, 1))[0])
    assert [(one.id, one.address, one.on) for one in found(plan).records] == [
        (f"activity:{counted.key}", counted.get_absolute_url(), date(2022, 12, 31))
    ]


def test_trademarks_for_products_of_two_years(register, plan, help_):
    register.target(plan, "trademarks", 6, bound="exactly", year_from=2019, year_to=2020)
    for year in (2018, 2019, 2020, 2021):
        product = register.product()
        register.recognise(product, year)
        activity = help_.activity("trademark", date(2022, 5, 5))
        help_.helps(activity, product=product)
        help_.helps(activity, producer=register.producer())
    of_producer = help_.activity("trademark", date(2022, 5, 6))
    help_.helps(of_producer, producer=product.producer)
    assert [one.label for one in found(plan).records] == ["trademark 2", "trademark 3"]
    register.recognise(register.product(product.producer), 2020)
    assert [one.label for one in found(plan).records] == ["trademark 2", "trademark 3", "trademark 5"]


def test_organisations_strengthened_each_once(register, plan, help_):
    register.target(plan, "organisations_strengthened", 12)
    cooperative, household = register.producer("HTX Một"), register.producer(form="household")
    for day in (3, 9):
        activity = help_.activity("organisation", date(2022, 5, day))
        for producer in (cooperative, household):
            help_.helps(activity, producer=producer)
    assert [(one.id, one.on) for one in found(plan).records] == [
        (f"producer:{cooperative.pk}", date(2022, 5, 3))
    ]


def test_organisations_strengthened_of_one_form(register, plan, help_):
    register.target(plan, "organisations_strengthened", 12, legal_forms=["joint_stock_company"])
    activity = help_.activity("organisation", date(2022, 5, 3))
    company = register.producer("Công ty", form="joint_stock_company")
    for producer in (register.producer(), company):
        help_.helps(activity, producer=producer)
    assert [one.label for one in found(plan).records] == ["Công ty"]


def test_ecommerce_counts_producers_and_of_any_form(register, plan, help_):
    register.target(plan, "ecommerce")
    household = register.producer("Hộ bà Mẩy", form="household")
    for day in (3, 9):
        help_.helps(help_.activity("listing", date(2022, 5, day)), producer=household)
    assert [one.label for one in found(plan).records] == ["Hộ bà Mẩy"]


def test_standards_count_products_each_once_and_producers_where_no_product_is_named(register, plan, help_):
    register.target(plan, "advanced_standards")
    tea, honey, farm = register.product(), register.product(), register.producer()
    iso, organic = (help_.activity("standard", date(2022, 5, day)) for day in (3, 9))
    for activity, whom in (
        (iso, {"product": tea}), (iso, {"product": honey}), (organic, {"product": tea}),
        (organic, {"producer": farm}),
    ):  # fmt: skip
        help_.helps(activity, **whom)
    assert [one.label for one in found(plan).records] == [tea.name, honey.name, farm.name]


def test_attendances_of_producers_and_officials_apart(register, plan, help_):
    register.target(plan, "training_producers")
    register.target(plan, "training_officials")
    course, gone = help_.activity("training", date(2022, 5, 3)), help_.activity("training", state="cancelled")
    help_.attends(course, date(2022, 5, 2), "Lan")
    help_.attends(course, date(2022, 5, 3), "Lan")
    help_.attends(course, date(2022, 5, 3), "Minh", "official")
    help_.attends(course, date(2023, 1, 1), "Hoa")
    help_.attends(gone, date(2022, 5, 3), "Quang")
    help_.attends(
        course,
        date(2022, 5, 3),
        "Nhầm",
        withdrawn_at=register.at,
        withdrawn_by=help_.cast.lan,
        withdrawn_reason="Nhầm",
    )
    assert [(one.done, len(one.records)) for one in progress_of(plan, END)] == [(2, 2), (1, 1)]


def test_logos_of_the_plans_year_and_all_that_it_aims_at(register, plan, help_):
    register.target(plan, "logo", bound="all_due")
    given, waiting, older = (register.product() for _ in range(3))
    recognitions = [register.recognise(one, date(2022, 7, 8)) for one in (given, waiting)]
    old = register.recognise(older, date(2021, 7, 8))
    first, second = (help_.activity("logo", state="running") for _ in range(2))
    help_.kit(first, recognitions[0], date(2022, 8, 1))
    help_.kit(second, recognitions[0], date(2022, 9, 1))
    help_.kit(first, old, date(2022, 8, 1))
    help_.kit(second, recognitions[1], date(2023, 1, 5))
    one = found(plan)
    assert [(record.label, record.on) for record in one.records] == [(given.name, date(2022, 8, 1))]
    assert (one.value, one.done) == (2, 1)


def test_ideas_approved_in_the_year_of_the_sets_asked(register, plan):
    register.target(plan, "ideas", set_numbers=[1])
    for day, number in (
        (date(2022, 1, 1), 1),
        (date(2022, 12, 31), 1),
        (date(2023, 1, 1), 1),
        (date(2022, 5, 5), 2),
    ):
        at = datetime(day.year, day.month, day.day, 0, 30, tzinfo=VIETNAM)
        Idea.objects.create(
            proposer="Bà Mẩy", name=f"Ý tưởng {day} {number}", place=register.cast.commune, set_number=number,
            state="approved", submitted_at=at, decided_at=at, approved_at=at, decided_by=register.cast.minh,
            decided_level="province",
            created_at=at, updated_at=at, created_by=register.cast.lan,
        )  # fmt: skip
    assert [one.label for one in found(plan).records] == ["Ý tưởng 2022-01-01 1", "Ý tưởng 2022-12-31 1"]


def test_press_lines_carried_out(register, plan):
    register.target(plan, "communication")
    for number, (state, done) in enumerate(
        (("done", date(2022, 5, 5)), ("done", date(2021, 5, 5)), ("planned", None))
    ):
        PressItem.objects.create(
            title=f"Bài {number}", channel="newspaper", place=register.cast.commune,
            planned_on=date(2022, 5, 1),
            state=state, done_on=done, times=3 if done else None, created_by=register.cast.lan,
            created_at=register.at,
        )  # fmt: skip
    assert [one.label for one in found(plan).records] == ["Bài 0"]


# under way, and expected from the past


def this_year(register, rule, value=None):
    plan = register.plan(2026)
    register.target(plan, rule, value)
    return plan


def test_activities_under_way_are_foretold_from_five_ended_ones(register, help_):
    plan, today = this_year(register, "trademarks", 4), date(2026, 11, 23)
    help_.activity("trademark", state="running", starts_on=date(2026, 11, 3))
    help_.activity("trademark", starts_on=date(2026, 12, 20))
    for _ in range(4):
        help_.activity("trademark", date(2025, 2, 20), starts_on=date(2025, 2, 1))
    one = found(plan, today)
    assert (one.pipeline, one.forecast) == ({"running": 1, "planned": 1}, 0)
    help_.activity("trademark", state="cancelled", starts_on=date(2025, 2, 1))
    one = found(plan, today)
    assert one.forecast == 0  # running: four of four cases only; planned: 20 December and 19 days is too late
    help_.activity("trademark", date(2025, 2, 20), starts_on=date(2025, 2, 1))
    assert (found(plan, today).forecast, found(plan, today).risk) == (1, "at_risk")


@pytest.mark.parametrize(
    ("rule", "kind", "facts"),
    [("trademarks", "trademark", {}), ("training_producers", "training", {"audience": "both"})],
)
def test_only_what_is_under_way_on_the_ground_of_the_plan_is_foretold(register, help_, rule, kind, facts):
    plan = this_year(register, rule)
    elsewhere = communes_of("01", date(2026, 11, 23)).first()
    help_.activity(kind, starts_on=date(2026, 11, 25), facts=facts)
    help_.activity(kind, starts_on=date(2026, 11, 25), facts=facts, place=elsewhere)
    assert found(plan, date(2026, 11, 23)).pipeline == {"planned": 1}


def test_a_course_is_foretold_with_its_usual_number(register, help_):
    plan, today = this_year(register, "training_producers"), date(2026, 11, 23)
    for_producers = {"audience": "producers"}
    for number in range(5):
        course = help_.activity(
            "training", date(2025, 2, 5), starts_on=date(2025, 2, 1), facts={"audience": "producers"}
        )
        for one in range(number + 1):
            help_.attends(course, date(2025, 2, 1), f"Người {one}")
    help_.activity("training", starts_on=date(2026, 11, 25), facts=for_producers)
    help_.activity("training", starts_on=date(2026, 11, 25), facts={"audience": "officials"})
    one = found(plan, today)
    assert (one.done, one.pipeline, one.forecast) == (0, {"planned": 1}, 3)


def test_after_the_year_nothing_is_under_way(register, plan, help_):
    register.target(plan, "trademarks", 6)
    help_.activity("trademark", state="running")
    one = found(plan, date(2023, 1, 1))
    assert (one.pipeline, one.forecast) == ({}, 0)


# a twelfth kind is its row

LOAN = {
    "key": "loan", "slug": "vay-von", "icon": "award", "vi": "Vay vốn", "en": "Loan", "columns": [],
    "helps": [],
    "finish": {"beneficiaries": True},
    "fields": [{"key": "bank", "vi": "Ngân hàng", "en": "Bank", "type": "text"}],
}  # fmt: skip
BORROWERS = {
    "rule": "borrowers",
    "vi": "Chủ thể được vay vốn",
    "en": "Producers with a loan",
    "way": "producers",
}


@pytest.fixture
def with_row(tmp_path, monkeypatch):
    """The table of kinds with one more row, as somebody adds it."""

    def add(row):
        table = json.loads(loading.DATA.read_text(encoding="utf-8"))
        (tmp_path / "kinds.json").write_text(json.dumps([*table, row]), encoding="utf-8")
        monkeypatch.setattr(loading, "DATA", tmp_path / "kinds.json")
        loading.kinds.cache_clear()

    yield add
    loading.kinds.cache_clear()


def test_a_row_more_is_a_kind_that_a_plan_chooses_and_counts(register, plan, help_, with_row):
    with_row(LOAN | {"counts_for": [BORROWERS | {"narrowed_by": ["legal_forms"]}]})
    assert counted_choices()[-1] == ("borrowers", "Chủ thể được vay vốn")
    household, cooperative = register.producer("Hộ bà Mẩy", form="household"), register.producer("HTX Một")
    for producer in (household, household, cooperative):
        help_.helps(help_.activity("loan", date(2022, 5, 3)), producer=producer)
    help_.helps(help_.activity("loan", state="running"), producer=register.producer("Đang vay"))
    target = register.target(plan, "borrowers", 2)
    assert ([one.label for one in found(plan).records], target.get_count_rule_display()) == (
        ["HTX Một", "Hộ bà Mẩy"], "Chủ thể được vay vốn",
    )  # fmt: skip
    Target.objects.filter(pk=target.pk).update(legal_forms=["household"])
    assert [one.label for one in found(plan).records] == ["Hộ bà Mẩy"]


def test_a_kind_may_count_for_the_rule_of_another(register, plan, help_, with_row):
    with_row(LOAN | {"counts_for": ["fairs"]})
    register.target(plan, "fairs", 2)
    help_.activity("fair", date(2022, 5, 3))
    help_.activity("loan", date(2022, 5, 4))
    assert [one.label for one in found(plan).records] == ["fair 1", "loan 2"]
