"""Accounts, producers, products, the programme with its plans, help, courses and news."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from time import sleep
from types import SimpleNamespace

import pytest
from django.db import transaction

from ocop.casework.communication import acts as news
from ocop.casework.communication.models import NewsPage, PressItem
from ocop.casework.communication.rules import Channel, NewsKind
from ocop.casework.courses.acts import add_days, remove_day, renew_code, sign_in
from ocop.casework.courses.models import Attendance, CourseDay
from ocop.casework.courses.tests.learning import Course
from ocop.casework.dossiers.acts import open_dossier
from ocop.casework.dossiers.tests.cast import pdf
from ocop.casework.support import acts as support
from ocop.casework.support.models import Cost
from ocop.casework.support.selectors.counting import spent_on
from ocop.casework.support.tests.cast import Desk
from ocop.foundation.accounts import acts as accounts
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.selectors import communes_without_office
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.actions import store
from ocop.foundation.notifications.actions import claim_days
from ocop.foundation.places.selectors import place
from ocop.foundation.tables.ground import ground_of_province
from ocop.kernel.tables import REGISTER, open_book, read_table
from ocop.registers.producers import acts as producers
from ocop.registers.producers.models import Producer
from ocop.registers.products import acts as products
from ocop.registers.products import writes as listed
from ocop.registers.products.models import Product
from ocop.registers.programme import acts as programme
from ocop.registers.programme.models import Amendment, Plan, Target, Task
from ocop.registers.programme.rules import Edit, Thing
from ocop.registers.recognitions.acts import bring_in
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.tests.conftest import table
from ocop.registers.rounds.acts import open_round
from ocop.registers.rounds.models import Round
from tests.at_once import DONE, WAYS, codes, overtaken
from tests.races.conftest import AT

TODAY = AT.date()
TARGET = {"name": "Sản phẩm mới", "unit": "sản phẩm", "value": 30, "bound": "at_least", "count_rule": ""}


def build(cast):
    """Phúc and Vân of the province, Lan and Mẩy of the cooperative, Kiên the operator."""
    desk = Desk(cast, AT)
    van, may, kien = (cast.person(name, name.title()) for name in ("van", "may", "kien"))
    cast.appoint(van, "province_officer")
    cast.appoint(kien, "operator")
    producers.add_representation(desk.producer, person=may, by=desk.lan, at=AT)
    old = place("10", "province", date(2022, 3, 1))
    draft = programme.write_plan(old, year=2022, name="Kế hoạch 2022", by=desk.phuc, at=AT)
    programme.add_target(draft, fields=TARGET, by=desk.phuc, at=AT)
    running = programme.write_plan(old, year=2021, name="Kế hoạch 2021", by=desk.phuc, at=AT)
    target = programme.add_target(running, fields=TARGET, by=desk.phuc, at=AT)
    task = programme.add_task(running, fields={"name": "Mở lớp", "agency": "Sở"}, by=desk.phuc, at=AT)
    programme.issue_plan(running, number="100/KH-UBND", is_partly_known=True, by=desk.phuc, at=AT)
    course = Course(desk.scene, AT)
    listing = desk.running("listing")
    fields = {
        "province": cast.province, "name": "OCOP Lào Cai", "agency_name": "Văn phòng điều phối",
        "authority_name": "Chủ tịch UBND tỉnh", "seat": "Lào Cai",
    }  # fmt: skip
    whole = programme.set_up_programme(fields=fields, by=desk.phuc, at=AT)
    page = partial(news.write_page, place=cast.province, kind=NewsKind.NEWS, by=desk.phuc, at=AT)
    pages = [page(content={"title": "Chợ phiên", "body": "Chủ nhật."}) for _ in range(2)]
    return SimpleNamespace(
        desk=desk, cast=cast, phuc=desk.phuc, van=van, lan=desk.lan, may=may, kien=kien,
        producer=desk.producer, product=desk.product, old=old, draft=draft, running=running, target=target,
        task=task, course=course, listing=listing, programme=whole, pages=pages,
    )  # fmt: skip


def of(act, row, by, **given):
    return partial(act, row, by=by, at=AT, **given)


def finished(w, by):
    return of(support.finish_activity, w.listing, by, result="Đã lên sàn.", result_on=TODAY)


def cancelled(w, by):
    return of(support.cancel_activity, w.listing, by, reason="Hết kinh phí.")


def issued(w, by, number="50/KH-UBND"):
    return of(programme.issue_plan, w.draft, by, number=number, is_partly_known=True)


def done(w, by):
    return of(programme.finish_task, w.task, by, done_on=date(2021, 6, 1), result="Đã mở.")


# what two people do, what it is about, what the slower is told
ONCE = {
    "two issue a plan": lambda w: (
        issued(w, w.phuc), issued(w, w.van, "51/KH-UBND"), w.draft, "conflict_state",
    ),
    "two close a plan": lambda w: (
        of(programme.close_plan, w.running, w.phuc), of(programme.close_plan, w.running, w.van), w.running,
        "conflict_state",
    ),
    "two finish a task": lambda w: (done(w, w.phuc), done(w, w.van), w.task, "conflict_state"),
    "two cancel help": lambda w: (cancelled(w, w.phuc), cancelled(w, w.van), w.listing, "conflict_state"),
    "two publish a page": lambda w: (
        of(news.publish_page, w.pages[0], w.phuc, publish_on=TODAY),
        of(news.publish_page, w.pages[0], w.van, publish_on=TODAY), w.pages[0], "conflict_state",
    ),
    "two revise a page": lambda w: (
        of(news.revise_page, w.pages[0], w.phuc, content={"title": "Một", "body": "Một."}, version=1),
        of(news.revise_page, w.pages[0], w.van, content={"title": "Hai", "body": "Hai."}, version=1),
        w.pages[0], "conflict_version",
    ),
    "two close an account": lambda w: (
        partial(accounts.deactivate, person=w.may, by=w.kien, at=AT, reason="Nghỉ việc."),
        partial(accounts.deactivate, person=w.may, by=w.kien, at=AT, reason="Nghỉ việc."), w.may,
        "conflict_inactive",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ONCE)
def test_one_of_two_is_done(world, name, way):
    one, other, row, told = ONCE[name](world)
    before = history(row).count()
    outcomes = way(one, other)
    assert codes(outcomes) == sorted([told, DONE])
    assert history(row).count() == before + 1


def amended(w, by, number):
    edits = [Edit(Thing.TARGET, w.target.pk, {"value": 40 if by == w.phuc else 50})]
    given = {"number": number, "issued_on": TODAY, "reason": "Điều chỉnh.", "edits": edits}
    return of(programme.amend_plan, w.running, by, **given)


# what two people enter at the same moment, what the slower is told, the rows of which one may be there
ENTERED = {
    "an amendment": lambda w: (
        amended(w, w.phuc, "07/QĐ"), amended(w, w.van, "07/QĐ"), "conflict_amendment",
        Amendment.objects.all(),
    ),
    "a plan": lambda w: twice(
        of(programme.write_plan, w.old, w.phuc, year=2020, name="Kế hoạch 2020"), "conflict_plan",
        Plan.objects.filter(year=2020),
    ),
    "a project of years": lambda w: twice(
        of(programme.write_frame, w.old, w.phuc, name="Đề án", first_year=2021, last_year=2025),
        "conflict_frame", w.old.plan_frames.all(),
    ),
    "a round": lambda w: twice(
        of(open_round, w.programme, w.phuc, regulation_code="qd-26-2026", year=2027, number=1),
        "conflict_round", Round.objects.all(),
    ),
    "a target": lambda w: twice(
        of(programme.add_target, w.draft, w.phuc, fields={**TARGET, "key": "moi"}), "conflict_key",
        Target.objects.filter(key="moi"),
    ),
    "a registration number": lambda w: twice(
        partial(
            producers.register_producer, fields=producer("HTX Khác", "15A8000999"), representative=None,
            by=w.may, at=AT,
        ),
        "registration_no_taken", Producer.objects.filter(registration_no="15A8000999"),
    ),
    "a product": lambda w: twice(
        partial(products.register_product, w.producer, fields={"name": "Dứa lạnh"}, by=w.lan, at=AT),
        "product_exists", Product.objects.filter(name="Dứa lạnh"),
    ),
    "a sign-in name": lambda w: twice(
        partial(accounts.open_account, username="moi", full_name="Mới", by=w.kien, at=AT),
        "conflict_username", Person.objects.filter(username="moi"),
    ),
    "an e-mail": lambda w: (
        partial(accounts.open_account, username="moi", full_name="Mới", email="a@b.vn", by=w.kien, at=AT),
        partial(accounts.open_account, username="moi2", full_name="Mới", email="a@b.vn", by=w.kien, at=AT),
        "conflict_email", Person.objects.filter(email="a@b.vn"),
    ),
    "an office": lambda w: twice(
        partial(
            accounts.open_office, level="commune", body="people_committee", place=w.cast.commune,
            name="Văn phòng", by=w.kien, at=AT,
        ),
        "conflict_office", Office.objects.filter(name="Văn phòng"),
    ),
    "an appointment": lambda w: twice(
        partial(
            accounts.appoint, person=w.may, office=Office.objects.get(level="commune", place=w.cast.commune),
            role="commune_officer", starts_at=AT, reason="QĐ 1", by=w.kien, at=AT,
        ),
        "conflict_appointed", Appointment.objects.filter(person=w.may),
    ),
    "somebody who is helped": lambda w: twice(
        of(support.add_beneficiary, w.listing, w.phuc, product=w.product), "twice",
        w.listing.beneficiaries.all(),
    ),
    "a day of a course": lambda w: twice(
        partial(add_days, w.course.plan(), [TODAY], by=w.phuc, at=AT), "day_twice", CourseDay.objects.exclude(
            activity=w.course.activity
        ),
    ),
    "a line of the press plan": lambda w: twice(
        partial(
            news.note_item, plan=None, place=w.cast.commune, title="Phát thanh",
            channel=Channel.COMMUNE_RADIO, planned_on=TODAY, by=w.phuc, at=AT,
        ),
        "already_planned", PressItem.objects.all(),
    ),
    "a withdrawal of a payment": lambda w: twice(
        of(support.withdraw_cost, payment(w), w.phuc, reason="Nhầm."), "conflict_withdrawn",
        Cost.objects.filter(withdrawn_at__isnull=False),
    ),
}  # fmt: skip


def twice(task, told, rows):
    return task, task, told, rows


def producer(name, number=""):
    return {"name": name, "registration_no": number, "legal_form": "cooperative"}


def payment(w):
    activity = w.desk.running("training")
    return support.record_cost(activity, budget_line=w.desk.line, amount=5, paid_on=TODAY, by=w.phuc, at=AT)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ENTERED)
def test_what_may_be_there_once_is_entered_once(world, name, way):
    one, other, told, rows = ENTERED[name](world)
    assert codes(way(one, other)) == sorted([told, DONE])
    assert rows.all().count() == 1


@transaction.atomic
def slowly(act, **given):
    """Does it and takes a moment until it is kept, so that the other comes to write meanwhile."""
    done = act(**given)
    sleep(0.2)
    return done


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("turn", [1, -1])
def test_an_office_is_opened_once_alone_or_with_all_of_the_province(world, way, turn):
    commune = communes_without_office(world.cast.province, AT).first()
    name = f"Ủy ban nhân dân {commune}"
    given = {"by": world.kien, "at": AT}
    alone = partial(
        slowly,
        accounts.open_office,
        level="commune",
        body="people_committee",
        place=commune,
        name=name,
        **given,
    )
    with_all = partial(
        accounts.open_commune_offices, province=world.cast.province, communes=[commune], **given
    )
    outcomes = way(*[alone, with_all][::turn])
    told = {alone: "conflict_office", with_all: "conflict_offices"}
    slower = [alone, with_all][::turn][outcomes[0].code == DONE]
    assert codes(outcomes) == sorted([told[slower], DONE])
    assert Office.objects.filter(place=commune, name=name).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_budget_line_is_not_overdrawn_by_two(world, way):
    activities = [world.desk.running("training") for _ in range(2)]
    pay = [
        of(support.record_cost, activity, by, budget_line=world.desk.line, amount=60_000_000, paid_on=TODAY)
        for activity, by in zip(activities, (world.phuc, world.van), strict=True)
    ]
    assert codes(way(*pay)) == [DONE, "over_line"]
    assert spent_on(world.desk.line) == 60_000_000


@pytest.mark.parametrize("way", WAYS)
def test_a_name_stands_once_on_the_list_of_a_day(world, way):
    scan = partial(sign_in, world.course.first.code, world.course.learner(), at=AT)
    outcomes = way(scan, scan)
    assert sorted(is_new for _row, is_new in (one.value for one in outcomes)) == [False, True]
    assert Attendance.objects.count() == 1


def test_a_code_that_was_replaced_meanwhile_opens_nothing(world):
    scan = partial(sign_in, world.course.first.code, world.course.learner(), at=AT)
    outcomes = overtaken(scan, partial(renew_code, world.course.first, by=world.phuc, at=AT))
    assert [one.code for one in outcomes] == ["unknown_code", DONE]
    assert Attendance.objects.count() == 0


@pytest.mark.parametrize("way", WAYS)
def test_every_renewal_gives_another_code(world, way):
    renew = partial(renew_code, world.course.first, by=world.phuc, at=AT)
    assert codes(way(renew, renew)) == [DONE, DONE]
    assert CourseDay.objects.get(pk=world.course.first.pk).issue == world.course.first.issue + 2


@pytest.mark.parametrize("way", WAYS)
def test_somebody_can_always_act_for_a_producer(world, way):
    """Lan and Mẩy end each other's right."""
    lan, may = world.producer.representations.order_by("pk")
    later = AT + timedelta(days=1)
    end = [
        partial(producers.end_representation, right, by=by, at=later)
        for right, by in ((lan, world.may), (may, world.lan))
    ]
    outcomes = way(*end)
    assert codes(outcomes) == [DONE, "not_entitled"]
    assert world.producer.representations.filter(ends_at__isnull=True).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_right_to_act_is_given_once(world, way):
    give = partial(producers.add_representation, world.producer, person=world.kien, by=world.lan, at=AT)
    outcomes = way(give, give)
    assert len({one.value.pk for one in outcomes}) == 1
    assert world.producer.representations.filter(person=world.kien).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_two_of_one_name_get_two_addresses(world, way):
    register = [
        partial(producers.register_producer, fields=producer("HTX Mận"), representative=None, by=by, at=AT)
        for by in (world.may, world.lan)
    ]
    assert codes(way(*register)) == [DONE, DONE]
    slugs = Producer.objects.filter(name="HTX Mận").values_list("slug", flat=True)
    assert sorted(slugs) == ["htx-man", "htx-man-2"]


@pytest.mark.parametrize("way", WAYS)
def test_two_pages_of_one_title_get_two_addresses(world, way):
    publish = [of(news.publish_page, page, world.phuc, publish_on=TODAY) for page in world.pages]
    assert codes(way(*publish)) == [DONE, DONE]
    assert sorted(NewsPage.objects.values_list("slug", flat=True)) == ["cho-phien", "cho-phien-2"]


@pytest.mark.parametrize("way", WAYS)
def test_photographs_stand_one_after_another(world, way):
    files = [store(pdf(pages), owner="tests", by=world.lan, at=AT) for pages in (1, 2)]
    add = [partial(products.add_photo, world.product, file=file, by=world.lan, at=AT) for file in files]
    assert codes(way(*add)) == [DONE, DONE]
    assert sorted(world.product.photos.values_list("position", flat=True)) == [1, 2]


@pytest.mark.parametrize("way", WAYS)
def test_two_tasks_get_two_numbers(world, way):
    add = of(programme.add_task, world.draft, world.phuc, fields={"name": "Mở lớp", "agency": "Sở"})
    assert codes(way(add, add)) == [DONE, DONE]
    assert sorted(Task.objects.filter(plan=world.draft).values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize("way", WAYS)
def test_a_day_is_told_of_by_one(world, way):
    outcomes = way(*[partial(claim_days, "reminders", today=TODAY, most=3)] * 2)
    assert sorted(len(one.value) for one in outcomes) == [0, 1]


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("way", WAYS)
def test_the_line_of_a_product_misses_neither_of_two_acts(world, way, turn):
    """A new name of product or producer, and a recognition: each writes the whole line."""
    facts = {"stars": 3, "year": 2021, "date_precision": "year", "status_code": "recognised"}
    known = partial(listed.record_recognition, world.product, fields=facts, by=world.phuc, at=AT)
    named = of(products.amend_product, world.product, world.lan, fields={"name": "Dứa mật"})
    whose = of(
        producers.amend_producer, world.producer, world.lan, fields={"name": "HTX Mới"}, representative=None
    )
    for pair in ((known, named), (whose, known)):
        assert codes(way(*pair[::turn])) == [DONE, DONE]
    line = world.product.listing
    assert (line.name, line.producer_name, line.stars) == ("Dứa mật", "HTX Mới", 3)


@pytest.mark.parametrize("way", WAYS)
def test_mending_a_line_takes_no_act_back(world, way):
    """Whoever mends holds no more than the line: it is held before anything is read for it."""
    named = of(products.amend_product, world.product, world.lan, fields={"name": "Dứa mật"})
    assert codes(way(partial(listed.list_anew, [world.product.pk]), named)) == [DONE, DONE]
    assert world.product.listing.name == "Dứa mật"


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("way", WAYS)
def test_two_who_amend_different_things_lose_neither(world, way, turn):
    """What somebody else wrote meanwhile stays, a consent that was taken back too."""
    producers.share_contact(world.producer, is_public=True, by=world.lan, at=AT)
    named = of(products.amend_product, world.product, world.lan, fields={"name": "Dứa mật"})
    told = of(products.amend_product, world.product, world.may, fields={"description": "Ngọt."})
    phone = of(
        producers.amend_producer, world.producer, world.lan, fields={"phone": "0987654321"},
        representative=None,
    )  # fmt: skip
    hidden = of(producers.share_contact, world.producer, world.may, is_public=False)
    for pair in ((named, told), (phone, hidden)):
        assert codes(way(*pair[::turn])) == [DONE, DONE]
    product, producer = Product.objects.get(pk=world.product.pk), Producer.objects.get(pk=world.producer.pk)
    assert (product.name, product.description) == ("Dứa mật", "Ngọt.")
    assert (producer.phone, producer.contact_is_public_since) == ("0987654321", None)


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("way", WAYS)
def test_a_product_is_found_by_the_new_name_of_its_producer(world, way, turn):
    """Whether it is amended or registered while the producer gets another name."""
    named = of(products.amend_product, world.product, world.may, fields={"name": "Dứa mật"})
    new = of(products.register_product, world.producer, world.may, fields={"name": "Mứt dứa"})
    for name, other in (("HTX Mới", named), ("HTX Nay", new)):
        whose = of(
            producers.amend_producer, world.producer, world.lan, fields={"name": name}, representative=None
        )
        assert codes(way(*(whose, other)[::turn])) == [DONE, DONE]
    found = Product.objects.filter(search_text__contains="htx nay").values_list("name", flat=True)
    assert set(found) == set(Product.objects.filter(producer=world.producer).values_list("name", flat=True))


def of_product(product, w):
    """What others do with a product, each of which writes the record and the product's row."""
    facts = {"stars": 3, "year": 2021, "date_precision": "year", "status_code": "recognised"}
    photo = store(pdf(), owner="tests", by=w.lan, at=AT)
    return {
        "named": of(products.amend_product, product, w.may, fields={"name": "Dứa mật"}),
        "its producer named": of(
            producers.amend_producer, w.producer, w.may, fields={"name": "HTX Mới"}, representative=None
        ),
        "recognised": partial(listed.record_recognition, product, fields=facts, by=w.phuc, at=AT),
        "photographed": partial(products.add_photo, product, file=photo, by=w.lan, at=AT),
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("one", ["opened", "photographed", "named"])
@pytest.mark.parametrize("other", ["named", "its producer named", "recognised", "photographed"])
def test_nobody_waits_for_who_waits_for_them(world, way, one, other):
    """The record is held before the row of a product, whoever comes."""
    names = ("regulation_code", "leaf", "set_number", "commune")
    known = {name: getattr(world.product, name) for name in names}
    product = products.register_product(world.producer, fields={"name": "Mứt"} | known, by=world.lan, at=AT)
    opened = {"opened": of(open_dossier, product, world.lan)}
    assert (
        codes(way((opened | of_product(product, world))[one], of_product(product, world)[other]))
        == [DONE] * 2
    )


@pytest.mark.parametrize("way", WAYS)
def test_what_two_take_out_is_recorded_once(world, way):
    who = support.add_beneficiary(world.listing, product=world.product, by=world.phuc, at=AT)
    day = world.course.activity.days.last()
    for act, row, activity in (
        (support.remove_beneficiary, who, world.listing), (remove_day, day, world.course.activity),
    ):  # fmt: skip
        before = history(activity).count()
        gone = of(act, row, world.phuc)
        assert codes(way(gone, gone)) == [DONE, DONE]
        assert history(activity).count() == before + 1


@pytest.mark.parametrize("way", WAYS)
def test_the_same_register_is_brought_in_once(world, way):
    places = ground_of_province(world.cast.province, TODAY)
    read = read_table(
        open_book(table({}, {"name": "Trà", "product_code": ""}), "x.xlsx"), REGISTER, places=places
    )
    brought = partial(bring_in, read, file_name="x.xlsx", sha256="0" * 64, by=world.phuc, at=AT)
    assert codes(way(brought, brought)) == [DONE, DONE]
    assert sorted(RegisterImport.objects.values_list("created", "known")) == [(0, 2), (2, 0)]
    assert Entered.objects.count() == 2
