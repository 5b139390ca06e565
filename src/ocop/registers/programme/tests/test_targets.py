"""Targets of a draft, results by hand, and every reason to refuse them."""

from datetime import date

import pytest

from ocop.foundation.audit.selectors import history
from ocop.foundation.places.models import Place
from ocop.registers.programme import acts, selectors
from ocop.registers.programme.models import Target, TargetResult
from ocop.registers.programme.tests.conftest import BY_HAND, TARGET


def test_a_target_gets_its_place_and_key(draft, tuan, at):
    first = acts.add_target(draft, fields=TARGET, by=tuan, at=at)
    second = acts.add_target(draft, fields={**BY_HAND, "name": "Sản phẩm mới"}, by=tuan, at=at)
    assert [(one.key, one.position) for one in selectors.targets_of(draft)] == [
        ("san-pham-moi", 1),
        ("san-pham-moi-2", 2),
    ]
    assert (first.is_counted, second.is_counted) == (True, False)
    assert [entry.action for entry in history(first)] == ["target.add"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " "}, "target_incomplete"),
        ({"unit": ""}, "target_incomplete"),
        ({"value": None}, "number_missing"),
        ({"value": 0}, "number_missing"),
        ({"bound": "all_due"}, "number_without_bound"),
        ({"bound": "unset"}, "number_without_bound"),
        ({"count_rule": "stars"}, "unknown_rule"),
        ({"count_rule": "tourism", "set_numbers": [1]}, "scope_not_counted"),
        ({"count_rule": "fairs", "stars_from": 4}, "scope_not_counted"),
        ({"year_from": 2019}, "scope_not_counted"),
        ({"count_rule": "logo", "year_from": 2022, "year_to": 2021}, "years_order"),
        ({"key": "san-pham-moi"}, "conflict_key"),
    ],
)
def test_targets_that_cannot_be(draft, tuan, at, refused, given, code):
    acts.add_target(draft, fields=BY_HAND | {"key": "san-pham-moi"}, by=tuan, at=at)
    assert refused(acts.add_target, draft, fields={**TARGET, **given}, by=tuan, at=at) == code
    assert Target.objects.count() == 1


def test_a_scope_lies_inside_the_province(draft, cast, sa_pa, tuan, at, refused):
    outside = {**TARGET, "place": cast.commune}  # of the province of today
    assert refused(acts.add_target, draft, fields=outside, by=tuan, at=at) == "place_outside"
    assert acts.add_target(draft, fields={**TARGET, "place": sa_pa}, by=tuan, at=at).place == sa_pa


def test_a_hand_kept_target_may_be_narrowed_by_anything(draft, tuan, at):
    fields = {**BY_HAND, "stars_from": 4, "year_from": 2021, "legal_forms": ["cooperative"]}
    assert acts.add_target(draft, fields=fields, by=tuan, at=at).stars_from == 4


def test_nothing_is_counted_twice(draft, sa_pa, old_province, tuan, at, refused):
    other = Place.objects.filter(parent=old_province, level="district").exclude(pk=sa_pa.pk).first()
    commune = Place.objects.filter(parent=sa_pa).first()
    first = acts.add_target(draft, fields={**TARGET, "place": sa_pa}, by=tuan, at=at)
    for where in (None, sa_pa, commune):
        assert (
            refused(acts.add_target, draft, fields={**TARGET, "place": where}, by=tuan, at=at)
            == "counted_twice"
        )
    second = acts.add_target(draft, fields={**TARGET, "place": other}, by=tuan, at=at)
    assert refused(acts.edit_target, second, fields={"place": None}, by=tuan, at=at) == "counted_twice"
    assert acts.edit_target(first, fields={"value": 31}, by=tuan, at=at).value == 31
    acts.add_target(draft, fields=BY_HAND, by=tuan, at=at)
    acts.add_target(draft, fields=BY_HAND, by=tuan, at=at)  # by hand, the office keeps them apart
    assert draft.targets.count() == 4


def test_editing_and_removing(draft, tuan, cast, at, refused):
    target = acts.add_target(draft, fields=TARGET, by=tuan, at=at)
    acts.edit_target(target, fields={"value": 40}, by=tuan, at=at)
    acts.edit_target(target, fields={"value": 40}, by=tuan, at=at)
    assert [entry.action for entry in history(target)] == ["target.edit", "target.add"]
    assert refused(acts.remove_target, target, by=cast.minh, at=at) == "not_province_officer"
    acts.remove_target(target, by=tuan, at=at)
    assert not draft.targets.exists()


@pytest.fixture
def by_hand(issued):
    """The target without a count."""
    return issued.targets.get(count_rule="")


RESULT = {"on": date(2022, 5, 20), "amount": 4, "note": "Bốn cơ sở chè ở Mường Khương"}


def test_recording_and_withdrawing(by_hand, sa_pa, tuan, at, refused):
    result = acts.record_result(by_hand, **RESULT, place=sa_pa, by=tuan, at=at)
    acts.record_result(by_hand, **RESULT, by=tuan, at=at)
    assert [row.amount for row in selectors.recorded_results(by_hand)] == [4, 4]
    assert refused(acts.withdraw_result, result, reason=" ", by=tuan, at=at) == "reason_missing"
    acts.withdraw_result(result, reason="Ghi trùng", by=tuan, at=at)
    assert [row.pk for row in selectors.recorded_results(by_hand)] != [result.pk]
    assert selectors.recorded_results(by_hand).count() == 1
    stored = TargetResult.objects.get(pk=result.pk)
    assert (stored.withdrawn_by, stored.withdrawn_reason, stored.is_live) == (tuan, "Ghi trùng", False)
    assert refused(acts.withdraw_result, result, reason="Nữa", by=tuan, at=at) == "conflict_withdrawn"
    assert [entry.action for entry in history(result)] == ["target_result.withdraw", "target_result.record"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"on": date(2021, 12, 31)}, "outside_year"),
        ({"on": date(2023, 1, 1)}, "outside_year"),
        ({"on": date(2026, 11, 24)}, "in_the_future"),
        ({"amount": 0}, "result_incomplete"),
        ({"note": " "}, "result_incomplete"),
    ],
)
def test_results_that_cannot_be(by_hand, tuan, at, refused, given, code):
    assert refused(acts.record_result, by_hand, **{**RESULT, **given}, by=tuan, at=at) == code
    assert not by_hand.results.exists()


def test_a_result_of_another_province(by_hand, cast, tuan, at, refused):
    assert (
        refused(acts.record_result, by_hand, **RESULT, place=cast.commune, by=tuan, at=at) == "place_outside"
    )


def test_a_counted_target_takes_no_result(issued, tuan, cast, at, refused):
    counted = issued.targets.get(count_rule="new_products")
    assert refused(acts.record_result, counted, **RESULT, by=tuan, at=at) == "counted_target"
    assert refused(acts.record_result, counted, **RESULT, by=cast.minh, at=at) == "not_province_officer"


def test_a_draft_takes_no_result(filled, tuan, at, refused):
    target = filled.targets.get(count_rule="")
    assert refused(acts.record_result, target, **RESULT, by=tuan, at=at) == "conflict_draft"


def test_a_target_taken_out_takes_no_result(by_hand, tuan, at, refused):
    Target.objects.filter(pk=by_hand.pk).update(in_force=False)
    assert refused(acts.record_result, by_hand, **RESULT, by=tuan, at=at) == "target_out"
