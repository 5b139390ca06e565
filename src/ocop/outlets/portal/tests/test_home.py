"""The home: what waits for each role, what to do first, what happened, in a steady number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ocop.casework.dossiers.acts import open_dossier
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.rules import Role
from ocop.outlets.portal.desk import desk_of
from ocop.outlets.portal.first_steps import first_steps
from ocop.outlets.portal.lately import lately
from ocop.outlets.portal.overview import overview
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


def submitted(product, cast, at, due_in):
    """A dossier handed in, as the list sees it: only the columns that desks read."""
    dossier = open_dossier(product=product, by=cast.lan, at=at)
    Dossier.objects.filter(pk=dossier.pk).update(
        state="submitted", submitted_at=at, commune_due_on=at.date() + timedelta(days=due_in)
    )
    return dossier


@pytest.mark.parametrize("who", ["lan", "quang", *Role])
@pytest.mark.parametrize("language", ["", "/en"])
def test_everybody_has_a_home(client, people, pineapple, who, language):
    client.force_login(people[who])
    assert client.get(f"{language}/viec/").status_code == 200
    assert client.get(f"{language}/tim/?q=dua").status_code == 200


def test_the_home_needs_a_sign_in(client, db):
    assert client.get("/viec/").status_code == 302


def test_what_waits_for_the_commune_and_what_is_late(people, cast, pineapple, at):
    officer = people["commune_officer"]
    assert (desk_of(officer, at).count, desk_of(officer, at).late) == (0, 0)
    submitted(pineapple, cast, at, -1)
    desk = desk_of(officer, at)
    assert [(kind.key, kind.count, kind.late) for kind in desk.kinds] == [("dossiers.receive", 1, 1)]
    assert [(item.title, item.is_late) for item in desk.kinds[0].items] == [("Dứa quả Bản Lầu", True)]
    assert desk_of(people["quang"], at).kinds == []


def test_late_kinds_come_first(people, cast, htx, pineapple, at):
    submitted(pineapple, cast, at, -1)
    open_ones = [kind.key for kind in desk_of(people["province_officer"], at.replace(month=9)).kinds]
    assert open_ones == ["programme.rounds"]
    cast.appoint(people["province_officer"], Role.COMMUNE_OFFICER, level="commune")
    kinds = desk_of(people["province_officer"], at.replace(month=9)).kinds
    assert [(kind.key, kind.late) for kind in kinds] == [("dossiers.receive", 0), ("programme.rounds", 0)]
    kinds = desk_of(people["province_officer"], at).kinds
    assert [kind.late > 0 for kind in kinds] == sorted((kind.late > 0 for kind in kinds), reverse=True)


def test_the_page_of_the_commune_names_it(client, people, cast, pineapple, at):
    submitted(pineapple, cast, at, -1)
    client.force_login(people["commune_officer"])
    page = client.get("/viec/").content.decode()
    shown = ["Dứa quả Bản Lầu", "Hồ sơ chờ tiếp nhận", "1 quá hạn", "chờ xã tiếp nhận", "Mở hồ sơ"]
    assert [words for words in shown if words not in page] == []


def test_first_steps_of_a_producer(cast, at):
    def states():
        return [step.state for step in first_steps(cast.lan, at)]

    assert states() == ["now", "locked", "locked", "locked"]


def test_first_steps_go_on_and_end(cast, pineapple, at):
    assert [step.state for step in first_steps(cast.lan, at)] == ["done", "done", "now", "locked"]
    dossier = submitted(pineapple, cast, at, 5)
    assert first_steps(cast.lan, at) == []
    Dossier.objects.filter(pk=dossier.pk).update(state="draft", submitted_at=None)
    assert [step.state for step in first_steps(cast.lan, at)] == ["done", "done", "done", "now"]


def test_lately_tells_own_things_only(people, cast, pineapple, at):
    assert [line.title for line in lately(cast.lan, at)] == [
        "Ghi sản phẩm",
        "Thêm người được phép làm hồ sơ",
        "Ghi chủ thể",
    ]
    assert lately(cast.quang, at) == []
    submitted(pineapple, cast, at, 5)
    assert [line.title for line in lately(people["commune_officer"], at)] == ["Mở hồ sơ"]


def test_the_overview_counts_by_step(people, cast, pineapple, at):
    assert overview(people["leader"], at) == []
    submitted(pineapple, cast, at, -1)
    figures = [(one.number, one.url) for one in overview(people["leader"], at)]
    assert figures == [(1, "/tiep-nhan/?buoc=submitted"), (1, "/tiep-nhan/?tre=co")]


def queries_of_the_home(client, person) -> int:
    client.force_login(person)
    client.get("/viec/")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/viec/")
    return len(asked)


def many_submitted(htx, at, how_many):
    first = Product.objects.count()
    Product.objects.bulk_create(
        Product(producer=htx, name=f"Chè {n}", slug=f"che-{n}", source="self", search_text=f"che {n}",
        created_at=at,
                regulation_code="qd-26-2026", set_number=11)
        for n in range(first, first + how_many)
    )  # fmt: skip
    without = Product.objects.filter(dossiers__isnull=True)
    Dossier.objects.bulk_create(
        Dossier(product=product, kind="first", regulation_code="qd-26-2026", set_number=11,
        commune=htx.commune,
                created_at=at, created_by_id=htx.representations.get().person_id, updated_at=at,
                state="submitted",
                submitted_at=at, commune_due_on=at.date())
        for product in without
    )  # fmt: skip


@pytest.mark.parametrize("who", ["lan", "commune_officer", "province_officer", "leader"])
def test_the_same_queries_for_10_and_1000(client, people, htx, at, who):
    many_submitted(htx, at, 10)
    before = queries_of_the_home(client, people[who])
    many_submitted(htx, at, 990)
    assert Producer.objects.count() == 1
    assert queries_of_the_home(client, people[who]) == before
