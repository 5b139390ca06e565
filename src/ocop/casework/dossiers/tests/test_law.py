"""Which law a dossier follows: opening, handing in,
and what becomes of it where its law is over (article 12).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from ocop.casework.dossiers import acts, permissions
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.carrying import counterparts
from ocop.casework.dossiers.rules.law import law_standing
from ocop.casework.dossiers.rules.levels import decides, first_council, intake_level
from ocop.casework.dossiers.selectors import left_over, waiting
from ocop.casework.dossiers.tests.cast import Scene, leaf_of
from ocop.casework.dossiers.tests.refusing import refused
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.selectors import history
from ocop.foundation.ui.waiting import gather
from ocop.kernel.law import load_regulations
from ocop.registers.products.acts import amend_product
from ocop.registers.products.models import Product

OLD = "qd-148-2023"
NEW = "qd-26-2026"
SET = 7


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"{text} 09:00"))


@dataclass
class Old:
    """A product of the older decree with a dossier that is as far as a test wants it."""

    scene: Scene
    dossier: Dossier

    def at(self, **fields: Any) -> Dossier:
        Dossier.objects.filter(pk=self.dossier.pk).update(**fields)
        return Dossier.objects.with_names().get(pk=self.dossier.pk)


@pytest.fixture
def old(scene: Scene) -> Old:
    """Lan's dossier, written under Decision 148/2023 as those of early 2026 were."""
    dossier = scene.draft()
    Product.objects.filter(pk=scene.product.pk).update(regulation_code=OLD, leaf="")
    Dossier.objects.filter(pk=dossier.pk).update(regulation_code=OLD)
    return Old(scene, Dossier.objects.with_names().get(pk=dossier.pk))


# -- opening


def test_a_product_of_another_law_opens_no_dossier(scene: Scene) -> None:
    Product.objects.filter(pk=scene.product.pk).update(regulation_code=OLD, leaf="")
    assert refused(scene.draft) == "product_of_other_law"


def test_it_may_once_its_set_is_chosen_again(scene: Scene) -> None:
    Product.objects.filter(pk=scene.product.pk).update(regulation_code=OLD, leaf="")
    fields = {"regulation_code": NEW, "set_number": SET, **leaf_of(SET)}
    product = amend_product(
        Product.objects.get(pk=scene.product.pk), fields=fields, by=scene.lan, at=scene.at
    )
    dossier = scene.draft(product)
    assert (dossier.regulation_code, dossier.set_number) == (NEW, SET)
    assert (product.name, product.description) == ("Dứa sấy dẻo", "Dứa sấy dẻo, túi 200 g")


def test_no_law_no_dossier(scene: Scene) -> None:
    refusal = permissions.refuse_product(scene.product, None, date(2019, 8, 20))
    assert refusal is not None
    assert refusal.code == "no_law"


def test_a_product_of_the_older_law_opens_one_on_its_days(scene: Scene) -> None:
    Product.objects.filter(pk=scene.product.pk).update(regulation_code=OLD, leaf="")
    product = Product.objects.select_related("producer", "commune").get(pk=scene.product.pk)
    assert permissions.refuse_product(product, None, date(2026, 5, 21)) is None


# -- the standing of a dossier towards the law

STANDINGS = [
    # own law, kind, filed, day -> current, overdue, last day
    (OLD, "first", "2026-05-04", "2026-05-21", True, False, None),
    (OLD, "first", "2026-05-04", "2026-05-22", True, False, "2026-07-21"),
    (OLD, "upgrade", "2026-05-04", "2026-07-21", True, False, "2026-07-21"),
    (OLD, "first", "2026-05-04", "2026-07-22", False, True, "2026-07-21"),
    (OLD, "renewal", "2026-05-04", "2026-06-22", True, False, "2026-06-22"),
    (OLD, "renewal", "2026-05-04", "2026-06-23", False, True, "2026-06-22"),
    # never handed in: the day itself decides
    (OLD, "first", None, "2026-05-21", True, False, None),
    (OLD, "first", None, "2026-05-22", False, False, None),
    (NEW, "first", None, "2026-11-23", True, False, None),
    # brought under the new law after an older filing: that filing binds it no more
    (NEW, "first", "2026-05-04", "2026-11-23", True, False, None),
    # the transition rules of Decision 148 are not in the data: the older law is over at once
    ("qd-1048-2019", "first", "2022-10-03", "2023-02-23", True, False, None),
    ("qd-1048-2019", "first", "2022-10-03", "2023-02-24", False, False, None),
]


@pytest.mark.parametrize("row", STANDINGS, ids=lambda row: "-".join(str(one) for one in row[:4]))
def test_standing(row: tuple[Any, ...]) -> None:
    code, kind, filed, day, *expected = row
    found = law_standing(code, kind, filed and date.fromisoformat(filed), date.fromisoformat(day))
    last = found.finish_by and found.finish_by.isoformat()
    assert [found.is_current, found.is_overdue, last] == expected


def test_a_draft_says_what_holds_if_it_is_filed_today(scene: Scene, client: Any) -> None:
    dossier = scene.draft()
    client.force_login(scene.lan)
    page = client.get(dossier.get_absolute_url()).content.decode()
    number = load_regulations()[NEW].number
    said = f"Nếu nộp hôm nay ({timezone.localdate():%d/%m/%Y}): theo Quyết định {number}, đang có hiệu lực."
    assert (said in page, "Hồ sơ nộp ngày" in page) == (True, False)


def test_a_law_that_is_over_is_cited_as_lawyers_do(old: Old) -> None:
    dossier, day = _overdue(old, "proposed"), timezone.localdate(old.scene.at)
    refusal = permissions.refuse_law(dossier, day)
    assert refusal is not None
    assert str(refusal.why).endswith("(điểm a khoản 2 Điều 12 (26/2026/QĐ-TTg))")


# -- handing in and moving


def test_a_draft_of_the_older_law_is_not_handed_in(old: Old) -> None:
    assert refused(lambda: old.scene.submit(old.dossier)) == "law_changed"


def test_moving_needs_the_set_of_the_new_law(old: Old) -> None:
    refusal = refused(lambda: acts.follow_law(old.dossier, by=old.scene.lan, at=old.scene.at))
    assert refusal == "product_of_other_law"


def test_a_draft_under_the_law_in_force_is_not_moved(scene: Scene) -> None:
    dossier = scene.draft()
    refusal = refused(lambda: acts.follow_law(dossier, by=scene.lan, at=scene.at))
    assert refusal == "conflict_law_current"


def test_a_stranger_moves_nothing(old: Old) -> None:
    refusal = refused(lambda: acts.follow_law(old.dossier, by=old.scene.quang, at=old.scene.at))
    assert refusal == "not_entitled"


def _reclassify(old: Old) -> None:
    fields = {"regulation_code": NEW, "set_number": SET, **leaf_of(SET)}
    product = Product.objects.select_related("producer").get(pk=old.scene.product.pk)
    amend_product(product, fields=fields, by=old.scene.lan, at=old.scene.at)


def test_moving_loses_nothing(old: Old) -> None:
    scene, before = old.scene, load_regulations()[OLD].set(SET)
    code = next(iter(before.criteria))
    dossier = acts.save_form(old.dossier, fields={"production_plan": "Mở rộng."}, by=scene.lan, at=scene.at)
    acts.save_answer(dossier, criterion=code, choice=1, description="Dứa của xã.", by=scene.lan, at=scene.at)
    paper = scene.add(dossier, "quality_declaration", criterion=code)
    _reclassify(old)
    moved = acts.follow_law(dossier, by=scene.lan, at=scene.at)
    twin = counterparts(before, load_regulations()[NEW].set(SET))[code]
    kept = moved.former_answers.get()
    assert (moved.regulation_code, moved.set_number, moved.production_plan) == (NEW, SET, "Mở rộng.")
    assert (kept.law_number, kept.answers) == (
        "148/QĐ-TTg", {code: {"choice": 1, "is_answered": True, "description": "Dứa của xã."}},
    )  # fmt: skip
    assert list(moved.answers.values_list("criterion", "description", "is_answered")) == [
        (twin, "Dứa của xã.", False)
    ]
    assert sorted(moved.citations.filter(evidence=paper).values_list("criterion", flat=True)) == ["", twin]
    assert history(moved)[0].data == {"from": OLD, "to": NEW, "set": SET}


def test_a_returned_dossier_is_filed_anew(old: Old) -> None:
    """Filed in April under the older law and returned; moved and handed in again, its clock begins anew."""
    scene = old.scene
    _reclassify(old)
    moved = acts.follow_law(old.dossier, by=scene.lan, at=scene.at)
    april = moment("2026-04-14")
    Dossier.objects.filter(pk=moved.pk).update(
        state="returned", submitted_at=april, received_at=april, commune_due_on=date(2026, 5, 8)
    )
    again = scene.submit(scene.fill(Dossier.objects.get(pk=moved.pk))).dossier
    stored = Dossier.objects.get(pk=again.pk)
    assert (stored.submitted_at, stored.commune_due_on) == (scene.at, None)
    received = acts.receive_dossier(stored, by=scene.minh, at=scene.at)
    assert received.commune_due_on is not None
    assert received.commune_due_on > scene.at.date()


def test_the_set_stays_while_the_law_holds(scene: Scene) -> None:
    scene.draft()
    product = Product.objects.select_related("producer").get(pk=scene.product.pk)
    fields = {"regulation_code": OLD, "set_number": SET, "leaf": ""}
    assert refused(lambda: amend_product(product, fields=fields, by=scene.lan, at=scene.at)) == "set_in_use"


# -- what the offices see


def _overdue(old: Old, state: str = "accepted") -> Dossier:
    april = moment("2026-04-14")
    return old.at(
        state=state, submitted_at=april, received_at=april, proposed_at=april, accepted_at=april,
        commune_due_on=date(2026, 5, 8),
    )  # fmt: skip


def test_a_dossier_past_the_last_day_is_named(old: Old) -> None:
    dossier = _overdue(old)
    day = date(2026, 7, 22)
    rows = left_over(Dossier.objects.all(), day)
    assert [(row.pk, row.law_on(day).finish_by) for row in rows] == [(dossier.pk, date(2026, 7, 21))]
    assert list(left_over(Dossier.objects.all(), date(2026, 7, 21))) == []


@pytest.mark.parametrize("day", [date(2023, 3, 1), date(2026, 5, 30), date(2026, 6, 25), date(2026, 7, 22)])
@pytest.mark.parametrize("kind", DossierKind)
def test_what_is_left_over_is_what_the_law_says_of_each(old: Old, kind: str, day: date) -> None:
    """Of every law, filed on the days around each beginning of a law, or not yet."""
    dossier = _overdue(old, "draft")
    laws = sorted(load_regulations().values(), key=lambda law: law.effective_from)
    newest = [law for law in laws if law.effective_from <= day][-1]
    near = {law.effective_from + timedelta(days=n) for law in laws for n in (-1, 0, 1)}
    for law in laws:
        for filed in (None, *sorted(one for one in near if one <= day)):
            at = moment(str(filed)).replace(hour=23) if filed else None
            stored = Dossier.objects.filter(pk=dossier.pk)
            stored.update(regulation_code=law.code, kind=kind, submitted_at=at)
            is_over = law is not newest and not stored.get().law_on(day).is_current
            assert list(left_over(Dossier.objects.all(), day)) == [dossier] * is_over, (law.code, filed)


def test_it_waits_on_the_desks_of_commune_and_province(old: Old) -> None:
    _overdue(old)
    for person in (old.scene.minh, old.scene.phuc):
        found = [work for work in gather(waiting(person, old.scene.at)) if work.key == "dossiers.left_over"]
        assert [(work.count, work.late, work.items[0].due_on) for work in found] == [
            (1, 1, date(2026, 7, 21))
        ]


def test_nothing_goes_on_under_a_law_that_is_over(old: Old) -> None:
    dossier, scene = _overdue(old, "proposed"), old.scene
    assert refused(lambda: acts.accept_dossier(dossier, note="Đủ.", by=scene.phuc, at=scene.at)) == "law_over"
    dossier = old.at(state="received", proposed_at=None, accepted_at=None)
    assert refused(lambda: acts.propose_dossier(dossier, by=scene.minh, at=scene.at)) == "law_over"


def test_the_page_says_what_the_office_may_do(old: Old, client: Any) -> None:
    dossier = _overdue(old, "proposed")
    client.force_login(old.scene.phuc)
    page = client.get(dossier.get_absolute_url()).content.decode()
    answer = dossier.law_on(timezone.localdate()).answer
    assert [text.vi in page for text in (answer.reason, *answer.may_do)] == [True] * 4


def test_the_producer_moves_a_returned_one_on_the_page(old: Old, client: Any) -> None:
    dossier = old.dossier
    client.force_login(old.scene.lan)
    page = client.get(dossier.get_absolute_url()).content.decode()
    assert f"/san-pham-cua-toi/{dossier.product.slug}/" in page
    _reclassify(old)
    address = f"/ho-so/{dossier.key}/van-ban/"
    assert address in client.get(dossier.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
    client.post(address)
    assert Dossier.objects.get(pk=dossier.pk).regulation_code == NEW


def test_the_desk_lists_them(old: Old, client: Any) -> None:
    _overdue(old)
    client.force_login(old.scene.phuc)
    assert "Dứa sấy dẻo" in client.get("/tiep-nhan/?van_ban=cu").content.decode()
    old.at(regulation_code=NEW)
    assert "Dứa sấy dẻo" not in client.get("/tiep-nhan/?van_ban=cu").content.decode()


# -- levels

LEVELS = [
    # law, day, district stands -> receives, evaluates first, stars its council may propose to recognise
    ("qd-1048-2019", "2022-05-04", True, Level.DISTRICT, Level.DISTRICT, ()),
    ("qd-148-2023", "2024-05-06", True, Level.DISTRICT, Level.DISTRICT, (3,)),
    ("qd-148-2023", "2025-07-03", False, Level.COMMUNE, Level.PROVINCE, (3, 4)),
    ("qd-148-2023", "2025-07-07", False, Level.COMMUNE, Level.PROVINCE, (3, 4)),
    ("qd-26-2026", "2026-11-23", False, Level.COMMUNE, Level.PROVINCE, (3, 4)),
]


@pytest.mark.parametrize("row", LEVELS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_levels_come_from_the_procedure(row: tuple[Any, ...]) -> None:
    code, text, has_district, receives, evaluates, stars = row
    law, day = load_regulations()[code], date.fromisoformat(text)
    stages = law.stages_on(day, "first")
    level = first_council(stages, has_district=has_district)
    assert (intake_level(stages, has_district=has_district), level) == (receives, evaluates)
    assert decides(law, level, day) == stars
