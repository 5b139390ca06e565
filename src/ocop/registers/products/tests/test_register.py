"""Entering a register of products recognised before:
rows are checked in words, all or nothing, never twice.
"""

from datetime import date

import pytest
from django.utils import translation

from ocop.foundation.refusals import Refused
from ocop.kernel.faults import Fault
from ocop.kernel.law import regulation
from ocop.registers.producers.models import Producer
from ocop.registers.producers.selectors import missing_facts
from ocop.registers.products import permissions
from ocop.registers.products.acts import import_register
from ocop.registers.products.labels import ROW_FAULTS, row_fault
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import StandingKind, read_row
from ocop.registers.products.rules.kinds import Precision, RecordStatus
from ocop.registers.products.rules.register import RegisterRow
from ocop.registers.products.selectors import standing_of

TODAY = date(2026, 11, 23)
ROW = {
    "product": "Quả bưởi Múc", "producer": "HTX Bưởi Múc Thái Niên", "legal_form": "cooperative",
    "commune": "02788",
    "leaf": "I.1.a", "stars": "4", "year": "2021", "kind": "first", "authority": "UBND tỉnh Lào Cai",
    "number": "4261/QĐ-UBND", "decided_on": "2021-12", "status_code": "recognised", "source": "Tin đăng",
    "note": "",
}  # fmt: skip


def enter(rows, cast, by, at):
    return import_register(rows, province=cast.province, by=by, at=at)


def test_a_row_becomes_producer_product_and_recognition(cast, tuan, at):
    report = enter([ROW], cast, tuan, at)
    assert (report.added, report.kept, report.faults) == (1, 0, [])
    found = Recognition.objects.select_related("product__producer").get()
    assert (found.product.name, found.product.set_number, found.product.source) == (
        "Quả bưởi Múc",
        1,
        "register",
    )
    assert (found.product.producer.source, found.product.producer.commune) == ("register", cast.commune)
    assert (found.stars, found.year, found.date_precision, found.valid_from) == (4, 2021, "month", None)
    assert standing_of(found, TODAY).kind == StandingKind.UNKNOWN
    assert found.product.producer.representations.count() == 0


def test_the_same_rows_add_nothing(cast, tuan, at):
    other = {**ROW, "product": "Trà hoa sen", "leaf": "I.5.a"}
    assert enter([ROW, other], cast, tuan, at).added == 2
    again = enter([ROW, other], cast, tuan, at)
    assert (again.added, again.kept) == (0, 2)
    assert (Producer.objects.count(), Product.objects.count(), Recognition.objects.count()) == (1, 2, 2)


@pytest.mark.parametrize(
    ("decided_on", "status_code", "valid_from", "expires_on", "standing"),
    [
        ("2024-11-30", "recognised", date(2024, 11, 30), date(2027, 11, 30), StandingKind.VALID),
        ("2021-12-14", "recognised", date(2021, 12, 14), date(2024, 12, 14), StandingKind.EXPIRED),
        ("2021-12", "recognised", None, None, StandingKind.UNKNOWN),
        ("2021", "recognised", None, None, StandingKind.UNKNOWN),
        ("", "recognised", None, None, StandingKind.UNKNOWN),
        ("2021-12-14", "revoked", None, None, StandingKind.REVOKED),
        ("2021", "candidate", None, None, StandingKind.NOT_RECOGNISED),
    ],
)
def test_only_an_exact_day_gives_a_term(
    cast, tuan, at, decided_on, status_code, valid_from, expires_on, standing
):
    row = {**ROW, "decided_on": decided_on, "status_code": status_code, "year": decided_on[:4] or "2021"}
    enter([row], cast, tuan, at)
    found = Recognition.objects.get()
    assert (found.valid_from, found.expires_on, standing_of(found, TODAY).kind) == (
        valid_from,
        expires_on,
        standing,
    )


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"product": " "}, "product", "missing"),
        ({"producer": None}, "producer", "missing"),
        ({"status_code": ""}, "status_code", "missing"),
        ({"year": ""}, "year", "missing"),
        ({"legal_form": "HTX"}, "legal_form", "unknown_word"),
        ({"kind": "mới"}, "kind", "unknown_word"),
        ({"status_code": "ok"}, "status_code", "unknown_word"),
        ({"product": "x" * 201}, "product", "too_long"),
        ({"commune": "2788"}, "commune", "not_a_code"),
        ({"commune": "٠٢٧٨٨"}, "commune", "not_a_code"),
        ({"stars": "6"}, "stars", "not_stars"),
        ({"stars": "4.5"}, "stars", "not_stars"),
        ({"stars": "2"}, "stars", "recognised_from_three"),
        ({"stars": ""}, "stars", "recognised_from_three"),
        ({"year": "2017", "decided_on": ""}, "year", "not_a_year"),
        ({"year": "2027", "decided_on": ""}, "year", "not_a_year"),
        ({"year": "٢٠٢١", "decided_on": ""}, "year", "not_a_year"),
        ({"decided_on": "14/12/2021"}, "decided_on", "not_a_date"),
        ({"decided_on": "2021-13"}, "decided_on", "not_a_date"),
        ({"decided_on": "2021-02-30"}, "decided_on", "not_a_date"),
        ({"decided_on": "2026-11-24", "year": "2026"}, "decided_on", "in_the_future"),
        ({"decided_on": "2022-01-03"}, "decided_on", "another_year"),
    ],
)
def test_faults_of_cells(cells, column, code):
    faults = read_row({**ROW, **cells}, 7, TODAY)
    assert [(fault.line, fault.where, fault.code) for fault in faults] == [(7, column, code)]


def test_a_row_is_read_cell_by_cell():
    assert read_row({**ROW, "product": " Quả  bưởi\nMúc ", "note": "Hàng bán chạy"}, 7, TODAY) == RegisterRow(
        product="Quả bưởi Múc", producer="HTX Bưởi Múc Thái Niên", legal_form="cooperative", commune="02788",
        leaf="I.1.a", stars=4, year=2021, kind="first", authority="UBND tỉnh Lào Cai", number="4261/QĐ-UBND",
        decided_on=None, precision=Precision.MONTH, status_code=RecordStatus.RECOGNISED, source="Tin đăng",
        note="Hàng bán chạy",
    )  # fmt: skip


def test_what_is_not_known_of_a_candidate_is_empty():
    row = {"product": "Trà", "producer": "Bà Lan", "year": "2021", "status_code": "candidate"}
    assert read_row(row, 7, TODAY) == RegisterRow(
        "Trà", "Bà Lan", "", "", "", None, 2021, "", "", "", None, Precision.YEAR, RecordStatus.CANDIDATE,
        "", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "decided_on", "precision"),
    [
        ({"year": "2018", "decided_on": "2018"}, None, Precision.YEAR),
        ({"year": "2026", "decided_on": "2026-11-23"}, TODAY, Precision.DAY),
        ({"year": "2021", "decided_on": "2021-02"}, None, Precision.MONTH),
        ({"year": "2024", "decided_on": "2024-02-29"}, date(2024, 2, 29), Precision.DAY),
    ],
)
def test_the_first_and_the_last_day_that_a_decision_may_have(cells, decided_on, precision):
    row = read_row({**ROW, **cells}, 7, TODAY)
    assert (row.decided_on, row.precision) == (decided_on, precision)


LONGEST = [("product", 200), ("producer", 200), ("number", 80), ("authority", 200), ("source", 300)]


@pytest.mark.parametrize(("column", "longest"), LONGEST)
def test_the_longest_cell_is_read_and_one_letter_more_is_a_fault(column, longest):
    assert getattr(read_row({**ROW, column: "x" * longest}, 7, TODAY), column) == "x" * longest
    longer = "x" * (longest + 1)
    assert read_row({**ROW, column: longer}, 7, TODAY) == [Fault(column, "too_long", longer, 7)]


def test_three_stars_are_enough_to_be_recognised():
    assert read_row({**ROW, "stars": "3"}, 7, TODAY).stars == 3


@pytest.mark.parametrize(
    ("cells", "code"),
    [({"commune": "99999"}, "unknown_commune"), ({"leaf": "IX.1"}, "unknown_leaf")],
)
def test_places_and_leaves_must_exist(cast, tuan, at, cells, code):
    report = enter([{**ROW, **cells}], cast, tuan, at)
    assert [(fault.line, fault.code) for fault in report.faults] == [(2, code)]


def test_one_fault_and_nothing_is_written(cast, tuan, at):
    report = enter([ROW, ROW, {**ROW, "stars": "7"}], cast, tuan, at)
    assert [(fault.line, fault.code) for fault in report.faults] == [(3, "twice"), (4, "not_stars")]
    assert (report.added, Producer.objects.count()) == (0, 0)


def test_faults_in_words():
    with translation.override("vi"):
        said = row_fault(Fault("stars", "not_stars", "6", line=7))
    assert said == "Dòng 7, cột stars: số sao phải từ 1 đến 5, đang là “6”."
    assert all(row_fault(Fault("x", code, "<y>", line=1)) for code in ROW_FAULTS)


def test_a_producer_of_unknown_form(client, cast, tuan, at):
    enter([{**ROW, "legal_form": ""}], cast, tuan, at)
    producer, product = Producer.objects.get(), Product.objects.get()
    assert missing_facts(producer)[0] == "name"
    assert permissions.refuse_form(producer, regulation("qd-26-2026"), 1).code == "form_unknown"
    client.force_login(tuan)
    addresses = [
        producer.get_absolute_url(),
        product.get_absolute_url(),
        "/danh-ba/chu-the/",
        "/danh-ba/san-pham/",
    ]
    assert [client.get(address).status_code for address in addresses] == [200] * 4
    edit = f"{producer.get_absolute_url()}sua/ten/"
    assert client.get(edit).status_code == 200
    client.post(edit, {"name": producer.name, "legal_form": "cooperative"})
    assert Producer.objects.get().legal_form == "cooperative"


@pytest.mark.parametrize("who", ["lan", "minh"])
def test_only_the_province_enters_a_register(cast, minh, at, who):
    with pytest.raises(Refused) as refused:
        enter([ROW], cast, getattr(cast, who), at)
    assert refused.value.refusal.code == "not_province_officer"
