"""One recognition by hand: entered, put right, with scans; what is refused, recorded, shown."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused
from ocop.registers.products.models import Listing, Recognition, RecognitionEvent
from ocop.registers.products.tests.conftest import photo_file
from ocop.registers.recognitions.acts import attach_scan, correct_recognition, enter_recognition, undo_import
from ocop.registers.recognitions.models import Correction, Entered, RegisterImport
from ocop.registers.recognitions.tests.test_bring_in import follows

pytestmark = [pytest.mark.django_db, pytest.mark.differs]
JAM = {
    "name": "Mứt dứa", "holder": "HTX Dứa Bản Lầu", "registration_no": "1207000077", "stars": 4,
    "authority": "Chủ tịch UBND tỉnh Lào Cai", "decision_no": "3200/QĐ-UBND",
    "decided_on": date(2024, 12, 15), "valid_until": date(2027, 12, 15), "product_code": "15-02788-1-2024",
    "place": "xã Lùng Vai", "set": "8",
}  # fmt: skip
DECISION = ("stars", "authority", "decision_no", "decided_on", "valid_from", "valid_until", "product_code")


@pytest.fixture
def entered(programme, cast, tuan, at):
    """The pineapple jam."""
    return enter_recognition(fields=JAM | {"commune": cast.commune}, scan=photo_file(), by=tuan, at=at)


def facts(**changed):
    """What the correcting page sends."""
    return {key: JAM.get(key) for key in DECISION} | {"valid_from": date(2024, 12, 15)} | changed


def test_it_stands_in_the_register_with_its_scan(entered, cast):
    one = Recognition.objects.get()
    assert (one.stars, one.expires_on, one.product.set_number, one.product.producer.commune) == (
        4, date(2027, 12, 15), 8, cast.commune,
    )  # fmt: skip
    assert (entered.source, entered.row, entered.place, entered.scans.count()) == (None, 0, "xã Lùng Vai", 1)
    assert [entry.action for entry in Entry.objects.all()] == ["recognition.enter"]
    assert follows()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": ""}, "name_name_missing"), ({"holder": " "}, "holder_name_missing"),
        ({"stars": 5}, "stars_star_not_of_authority"), ({"stars": None}, "stars_stars_missing"),
        ({"valid_until": date(2020, 1, 1)}, "valid_until_until_before_from"),
        ({"product_code": "x"}, "product_code_code_malformed"),
        ({"decided_on": date(2027, 1, 1), "valid_until": None}, "decided_on_date_in_future"),
    ],
)  # fmt: skip
def test_what_a_table_would_not_say_is_refused(programme, tuan, at, changed, code):
    with pytest.raises(Refused) as refused:
        enter_recognition(fields=JAM | changed, by=tuan, at=at)
    assert refused.value.refusal.code == code
    assert not Recognition.objects.exists()


@pytest.mark.parametrize(("changed", "code"), [({}, "known"), ({"stars": 3}, "product_code_known_otherwise")])
def test_what_is_on_record_is_not_entered_again(entered, cast, tuan, at, changed, code):
    with pytest.raises(Refused) as refused:
        enter_recognition(fields=JAM | {"commune": cast.commune} | changed, by=tuan, at=at)
    assert refused.value.refusal.code == code


def test_what_was_wrong_is_put_right_and_stays_on_record(entered, tuan, later):
    correct_recognition(
        entered, fields=facts(decision_no="3201/QĐ-UBND", valid_until=date(2027, 12, 14)),
        reason="Gõ nhầm.", by=tuan, at=later,
    )  # fmt: skip
    one, made = Recognition.objects.get(), Correction.objects.get()
    assert (one.number, one.expires_on) == ("3201/QĐ-UBND", date(2027, 12, 14))
    assert made.before == {"decision_no": "3200/QĐ-UBND", "valid_until": "2027-12-15"}
    assert made.after == {"decision_no": "3201/QĐ-UBND", "valid_until": "2027-12-14"}
    entry = Entry.objects.latest("sequence")
    assert (entry.action, entry.reason, entry.data["before"]) == (
        "recognition.correct",
        "Gõ nhầm.",
        made.before,
    )
    assert Listing.objects.get().expires_on == date(2027, 12, 14)
    assert follows()


def test_an_unknown_day_takes_the_term_with_it(entered, tuan, later):
    unknown = facts(decided_on=None, valid_from=None, valid_until=None, product_code="")
    correct_recognition(entered, fields=unknown, reason="Bản gốc không ghi.", by=tuan, at=later)
    one = Recognition.objects.get()
    assert (one.valid_from, one.expires_on, one.year, one.date_precision) == (None, None, 0, "year")
    assert follows()


@pytest.mark.parametrize(
    ("changed", "reason", "code"),
    [
        ({}, "x", "nothing_changed"), ({"stars": 3}, " ", "reason_missing"),
        ({"stars": 5}, "x", "stars_star_not_of_authority"),
        ({"product_code": "15-02788-9-2024"}, "x", "product_code_known_otherwise"),
    ],
)  # fmt: skip
def test_a_correction_is_refused(entered, cast, tuan, later, changed, reason, code):
    tea = JAM | {"name": "Trà", "product_code": "15-02788-9-2024", "commune": cast.commune}
    enter_recognition(fields=tea, by=tuan, at=later)
    with pytest.raises(Refused) as refused:
        correct_recognition(entered, fields=facts(**changed), reason=reason, by=tuan, at=later)
    assert refused.value.refusal.code == code
    assert not Correction.objects.exists()


def test_what_a_recognition_replaced_follows_its_first_day(entered, cast, tuan, later):
    newer = JAM | {"decision_no": "1/QĐ", "decided_on": date(2026, 6, 1), "valid_until": None,
                   "product_code": "", "commune": cast.commune}  # fmt: skip
    second = enter_recognition(fields=newer, by=tuan, at=later)
    day = date(2026, 6, 2)
    right = facts(decision_no="1/QĐ", decided_on=day, valid_from=day, valid_until=None, product_code="")
    correct_recognition(second, fields=right, reason="Gõ nhầm ngày.", by=tuan, at=later)
    assert RecognitionEvent.objects.get().on == day
    assert follows()


def test_only_officers_of_the_province_do_it(entered, cast, at):
    for act in (
        lambda: enter_recognition(fields=JAM, by=cast.minh, at=at),
        lambda: correct_recognition(entered, fields=facts(stars=3), reason="x", by=cast.minh, at=at),
        lambda: attach_scan(entered, file=photo_file(), note="", by=cast.minh, at=at),
    ):
        with pytest.raises(Refused, match="cấp tỉnh"):
            act()


def test_a_corrected_row_is_not_taken_back_with_its_import(bring, tuan, at):
    bring({})
    entered = Entered.objects.get()
    attach_scan(entered, file=photo_file("giay.jpg"), note="Mặt trước", by=tuan, at=at)
    with pytest.raises(Refused, match="Mặt trước"):
        undo_import(RegisterImport.objects.get(), by=tuan, at=at)
