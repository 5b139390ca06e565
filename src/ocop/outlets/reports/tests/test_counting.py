"""Each number on small hand-made registers: what counts, what does not, and why."""

from dataclasses import replace
from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from ocop.casework.dossiers.models import Dossier
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of, place
from ocop.kernel.calendar import certificate_expiry
from ocop.outlets.reports.counting import progress_of
from ocop.outlets.reports.counting.asking import counts_of
from ocop.outlets.reports.counting.recognitions import due_renewals, lapsed, renewals
from ocop.outlets.reports.rules import Risk
from ocop.outlets.reports.selectors import extent_of
from ocop.outlets.reports.tests.plainly import Term, due_terms
from ocop.registers.products.models import Recognition, RecognitionEvent
from ocop.registers.products.writes import list_anew, record_event
from ocop.registers.programme.models import TargetResult

END = date(2022, 12, 31)
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def done(plan, on=END, **more):
    return [one.done for one in progress_of(plan, on, **more)]


def labels(plan, on=END):
    (found,) = progress_of(plan, on)
    assert found.done == len(found.records)
    return [record.label for record in found.records]


@pytest.fixture
def plan(register):
    """The plan of 2022 of today's province, so that places do not matter."""
    return register.plan(2022)


# newly recognised products


def test_a_first_recognition_of_the_year_counts(register, plan):
    register.target(plan, "new_products", 30)
    product = register.product()
    recognition = register.recognise(product, date(2022, 7, 8))
    (found,) = progress_of(plan, END)
    assert [(one.id, one.label, one.address, one.on) for one in found.records] == [
        (f"recognition:{recognition.pk}", product.name, product.get_absolute_url(), date(2022, 7, 8))
    ]
    assert (found.done, found.value, found.forecast, found.risk) == (1, 30, 1, Risk.AT_RISK)
    (later,) = progress_of(plan, date(2023, 1, 1))
    assert (later.forecast, later.risk) == (1, Risk.MISSED)


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ([(date(2022, 1, 1), {}), ], 1),
        ([(date(2022, 12, 31), {})], 1),
        ([(date(2021, 12, 31), {})], 0),
        ([(date(2023, 1, 1), {})], 0),
        ([(2022, {})], 1),
        ([(2021, {}), (2022, {})], 0),
        ([(date(2019, 5, 6), {}), (date(2022, 6, 1), {})], 0),
        ([(date(2022, 3, 1), {}), (date(2022, 9, 1), {"stars": 4})], 1),
        ([(date(2022, 9, 1), {"stars": 4}), (date(2022, 3, 1), {})], 1),
        ([(2022, {}), (date(2022, 9, 1), {"kind": "upgrade"})], 1),
        ([(2022, {}), (2022, {})], 1),
        ([(date(2022, 9, 1), {"kind": "renewal"})], 0),
        ([(date(2022, 9, 1), {"kind": "upgrade"})], 0),
        ([(date(2022, 9, 1), {"kind": "first"})], 1),
        ([(2020, {"status_code": "revoked", "expires_on": None}), (date(2022, 9, 1), {})], 0),
        ([(2022, {"status_code": "revoked"}), (date(2022, 9, 1), {})], 0),
        ([(2022, {"status_code": "council_result"})], 0),
        ([(2022, {"status_code": "candidate"})], 0),
        ([(2020, {"status_code": "candidate"}), (2022, {})], 1),
    ],
)  # fmt: skip
def test_new_products(register, plan, given, count):
    register.target(plan, "new_products", 30)
    product = register.product()
    for on, more in given:
        register.recognise(product, on, **more)
    assert len(labels(plan)) == count


@pytest.mark.parametrize(("kind", "count"), [("revoked", 1), ("annulled", 0)])
def test_revoked_later_still_counts_annulled_never(register, plan, kind, count):
    register.target(plan, "new_products", 30)
    recognition = register.recognise(register.product(), date(2022, 7, 8))
    record_event(recognition, kind=kind, on=date(2022, 9, 9), by=register.cast.lan, at=register.at)
    assert done(plan) == [count]


def test_after_an_annulled_recognition_the_product_is_still_new(register, plan):
    register.target(plan, "new_products", 30)
    product = register.product()
    void = register.recognise(product, date(2021, 7, 8))
    record_event(void, kind="annulled", on=date(2021, 9, 9), by=register.cast.lan, at=register.at)
    register.recognise(product, date(2022, 7, 8))
    assert labels(plan) == [product.name]


def test_only_what_was_there_on_the_day(register, plan):
    register.target(plan, "new_products", 30)
    register.recognise(register.product(), date(2022, 7, 8))
    assert [done(plan, date(2022, 7, day)) for day in (7, 8)] == [[0], [1]]


# places


def test_old_and_new_places_lead_to_the_province_of_the_year(register, old_province):
    then, now = date(2022, 6, 1), date(2026, 6, 1)
    plans = [register.plan(2022, province) for province in (old_province, place("15", "province", then))]
    for one in plans:
        register.target(one, "new_products")
    old_commune, of_today = communes_of("10", then)[0], place("02788", "commune", now)
    for commune in (old_commune, of_today):
        register.recognise(register.product(register.producer(commune=commune)), date(2022, 7, 8))
    unplaced = register.product(register.producer())
    register.recognise(unplaced, date(2022, 7, 8))
    assert [done(one) for one in plans] == [[2], [0]]
    today = register.plan(2022)
    register.target(today, "new_products")
    assert done(today) == [3]


def test_the_place_of_the_product_goes_before_that_of_its_producer(register, plan):
    commune, other = communes_of("15", date(2026, 6, 1))[:2]
    register.target(plan, "new_products", place=commune)
    register.recognise(register.product(register.producer(commune=other), commune=commune), date(2022, 7, 8))
    register.recognise(register.product(register.producer(commune=commune), commune=other), date(2022, 7, 8))
    assert done(plan) == [1]


def test_a_district_holds_its_communes(register, old_province):
    plan = register.plan(2022, old_province)
    district = Place.objects.get(level="district", name="Mường Khương", parent=old_province)
    register.target(plan, "new_products", place=district)
    for commune in (
        Place.objects.filter(parent=district)[0],
        communes_of("10", END).exclude(parent=district)[0],
    ):
        register.recognise(register.product(register.producer(commune=commune)), date(2022, 7, 8))
    assert done(plan) == [1]


def test_one_commune_alone_and_no_number_to_reach(register, plan):
    register.target(plan, "new_products", 30)
    mine, other = communes_of("15", date(2026, 6, 1))[:2]
    for commune in (mine, other):
        register.recognise(register.product(register.producer(commune=commune)), date(2022, 7, 8))
    (found,) = progress_of(plan, END, within=mine)
    assert (found.done, found.value, found.risk) == (1, None, Risk.UNKNOWN)


# what narrows a target


@pytest.mark.parametrize(
    ("narrow", "count"),
    [({"set_numbers": [1]}, 1), ({"set_numbers": [1, 2]}, 2), ({"stars_from": 4}, 1),
     ({"legal_forms": ["household"]}, 1), ({"set_numbers": [1], "stars_from": 4}, 0), ({}, 3)],
)  # fmt: skip
def test_narrowed(register, plan, narrow, count):
    register.target(plan, "new_products", **narrow)
    household = register.producer(form="household", commune=register.cast.commune)
    for fields, stars in (({"set_number": 1}, 3), ({"set_number": 2}, 4), ({"producer": household}, 3)):
        producer = fields.pop("producer", None)
        register.recognise(register.product(producer, **fields), date(2022, 7, 8), stars=stars)
    assert done(plan) == [count]


# renewals


def test_renewals_of_all_that_is_due(register, plan):
    register.target(plan, "renewals", bound="all_due")
    renewed, lapsed, young = register.product(), register.product(), register.product()
    for product in (renewed, lapsed):
        register.recognise(product, date(2019, 5, 6))
    register.recognise(young, date(2020, 5, 6))
    again = register.recognise(renewed, date(2022, 4, 1), kind="renewal")
    (found,) = progress_of(plan, END)
    assert (found.value, found.done, [one.id for one in found.records]) == (2, 1, [f"recognition:{again.pk}"])
    assert [(one.done, one.value) for one in progress_of(plan, date(2022, 3, 31))] == [(0, 2)]


def test_a_renewal_in_the_window_of_the_year_before_counts_for_the_year_it_was_due(register, plan):
    register.target(plan, "renewals", bound="all_due")
    product = register.product()
    register.recognise(product, date(2019, 1, 10))
    register.recognise(product, date(2021, 11, 1))
    assert [(one.done, one.value) for one in progress_of(plan, END)] == [(1, 1)]


WHEN = (2018, 2019, 2021, 2022, date(2018, 5, 6), date(2019, 5, 6), date(2019, 12, 31), date(2021, 5, 6),
        date(2021, 11, 1), date(2022, 2, 1), date(2023, 1, 5), date(2023, 12, 31))  # fmt: skip


def test_what_the_database_counts_as_due_is_what_the_rule_says_of_all(register):
    """Products with up to three recognitions, on days about which the rule has something to say."""
    draw, products = Random(26), [register.product() for _ in range(60)]
    given = [(one, draw.choice(WHEN)) for one in products for _ in range(draw.randint(1, 3))]
    rows = Recognition.objects.bulk_create(
        Recognition(
            product=product, stars=draw.choice([3, 4]), kind=draw.choice(["", "", "upgrade", "renewal"]),
            year=on if isinstance(on, int) else on.year, status_code="recognised",
            **({"date_precision": "year"} if isinstance(on, int) else {"date_precision": "day",
               "decided_on": on, "valid_from": on, "expires_on": certificate_expiry(on)}),
        )
        for product, on in given
    )  # fmt: skip
    gone = draw.sample(rows, 8)
    RecognitionEvent.objects.bulk_create(
        RecognitionEvent(recognition=one, kind="revoked", on=date(2023, 2, 2)) for one in gone
    )
    list_anew(one.pk for one in products)
    terms = [
        Term(
            one.product_id, one.pk, one.year, one.decided_on, one.expires_on, one.kind, one in gone, one.stars
        )
        for one in rows
    ]
    for year in range(2020, 2028):
        every = due_terms(terms, year, date(year, 12, 31))
        for stars in (None, 4):
            extent = extent_of(register.programme.province, year, date(2027, 12, 31))
            extent = replace(extent, stars_from=stars)
            due = [one for one in every if not stars or one.term.stars >= stars]
            last = {one.term.recognition for one in due if one.is_last}
            made = {one.renewal.recognition for one in due if one.renewal}
            assert set(renewals(extent).values_list("pk", flat=True)) == made
            assert set(lapsed(extent).values_list("pk", flat=True)) == last
            assert counts_of({"due": due_renewals(extent)}) == {"due": len(due)}


def test_renewals_narrowed_by_the_star_that_expires(register, plan):
    register.target(plan, "renewals", bound="all_due", stars_from=4)
    for stars in (3, 4):
        register.recognise(register.product(), date(2019, 5, 6), stars=stars)
    assert [one.value for one in progress_of(plan, END)] == [1]


# organisations


@pytest.mark.parametrize(
    ("form", "given", "count"),
    [
        ("cooperative", [date(2022, 7, 8)], 1),
        ("joint_stock_company", [2022], 1),
        ("household", [date(2022, 7, 8)], 0),
        ("farm", [date(2022, 7, 8)], 0),
        ("", [date(2022, 7, 8)], 0),
        ("cooperative", [2021, date(2022, 7, 8)], 0),
        ("cooperative", [date(2021, 12, 31), 2022], 0),
        ("cooperative", [2023], 0),
        ("cooperative", [], 0),
    ],
)
def test_organisations_new(register, plan, form, given, count):
    register.target(plan, "organisations_new", 7)
    producer = register.producer(form=form, commune=register.cast.commune)
    for on in given:
        register.recognise(register.product(producer), on)
    assert len(labels(plan)) == count


def file_dossier(register, product, on, state="submitted"):
    at = datetime(on.year, on.month, on.day, 9, tzinfo=VIETNAM)
    return Dossier.objects.create(
        product=product, regulation_code="qd-26-2026", set_number=1, commune=register.cast.commune,
        state=state,
        created_at=at, created_by=register.cast.lan, updated_at=at,
        submitted_at=None if state == "draft" else at,
        commune_due_on=on,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("on", "state", "count"),
    [(date(2022, 1, 1), "submitted", 1), (date(2022, 12, 31), "submitted", 1),
    (date(2021, 12, 31), "submitted", 0),
     (date(2022, 5, 5), "withdrawn", 0), (date(2022, 5, 5), "draft", 0)],
)  # fmt: skip
def test_an_organisation_joins_by_handing_in_a_dossier(register, plan, on, state, count):
    register.target(plan, "organisations_new", 7, legal_forms=["cooperative"])
    file_dossier(register, register.product(), on, state)
    assert done(plan) == [count]


def test_an_organisation_is_counted_once_on_its_first_day(register, plan):
    register.target(plan, "organisations_new", 7)
    producer = register.producer(commune=register.cast.commune)
    file_dossier(register, register.product(producer), date(2022, 3, 4))
    register.recognise(register.product(producer), date(2022, 7, 8))
    (found,) = progress_of(plan, END)
    assert [(one.id, one.on) for one in found.records] == [(f"producer:{producer.pk}", date(2022, 3, 4))]


# results by hand


def test_results_by_hand_add_up_and_withdrawn_ones_do_not(register, plan):
    target = register.target(plan, "", 20)
    cast, at = register.cast, register.at
    common = {"target": target, "by": cast.lan, "at": at}
    TargetResult.objects.create(on=date(2022, 5, 5), amount=12, note="Đợt 1", **common)
    TargetResult.objects.create(on=date(2022, 11, 5), amount=3, note="Đợt 2", place=cast.commune, **common)
    TargetResult.objects.create(
        on=date(2022, 6, 5),
        amount=50,
        note="Nhầm",
        withdrawn_at=at,
        withdrawn_by=cast.lan,
        withdrawn_reason="Nhầm",
        **common,
    )
    (found,) = progress_of(plan, END)
    assert (found.done, found.forecast, [one.amount for one in found.records]) == (15, None, [12, 3])
    assert done(plan, date(2022, 10, 1)) == [12]
    assert done(plan, within=cast.commune) == [3]
    assert [(one.forecast, one.risk) for one in progress_of(plan, date(2023, 1, 1))] == [(15, Risk.MISSED)]


def test_post_checks_aim_at_what_was_recognised_in_the_years_named(register, plan):
    register.target(plan, "post_checks", bound="all_due", year_from=2021)
    for year in (2020, 2021, 2021):
        register.recognise(register.product(), year)
    assert [(one.value, one.done, one.is_counted) for one in progress_of(plan, END)] == [(2, 0, True)]


def test_an_unset_number_stays_unknown(register, plan):
    register.target(plan, "new_products")
    assert [(one.value, one.risk) for one in progress_of(plan, END)] == [(None, Risk.UNKNOWN)]


def test_as_many_queries_for_a_large_register(
    register, plan, django_assert_num_queries, django_assert_max_num_queries
):
    for rule in ("new_products", "renewals", "organisations_new"):
        register.target(plan, rule)
    register.recognise(register.product(), date(2022, 7, 8))
    register.recognise(register.product(), date(2019, 7, 8))
    renewed = register.product()
    for year in (2019, 2022):
        register.recognise(renewed, date(year, 7, 8))
    with django_assert_max_num_queries(20) as first:
        progress_of(plan, END)
    for _ in range(5):
        register.recognise(register.product(), date(2022, 7, 8))
        register.recognise(register.product(), date(2019, 7, 8))
    with django_assert_num_queries(len(first)):
        progress_of(plan, END)
