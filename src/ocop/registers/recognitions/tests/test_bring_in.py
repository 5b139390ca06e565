"""`ocop register import`: what is taken, known, refused, doubtful."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.management import CommandError

from ocop.foundation.audit.models import Entry
from ocop.foundation.refusals import Refused
from ocop.foundation.tables.ground import ground_of_province
from ocop.kernel.tables import REGISTER, open_book, read_table
from ocop.registers.producers.models import Producer
from ocop.registers.products import listing, reckoning
from ocop.registers.products.models import Listing, Product, Recognition
from ocop.registers.recognitions.acts import bring_in
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.tests.conftest import PINEAPPLE, command, table

pytestmark = [pytest.mark.django_db, pytest.mark.differs]


def refusals(told: dict) -> list[tuple[int, str, str]]:
    return [(one["row"], one["column"], one["code"]) for one in told["refused"]]


def warnings(told: dict) -> list[tuple[int, str]]:
    return [(one["row"], one["code"]) for one in told["warnings"]]


def follows() -> bool:
    """Whether every listing and reckoning is as it follows from what is on record."""
    return not any([*listing.differing(rows), *reckoning.differing(rows)] for rows in listing.everything())


def test_a_row_becomes_producer_product_and_recognition(bring, cast):
    told = bring({"set": "Bộ 8", "phone": "0912 345 678", "product_code": "10-086-02788-1-2024."})
    made = RegisterImport.objects.get()
    assert told == {
        "rows": 1, "taken": 1, "created": 1, "known": 0, "left_out": [], "refused": [], "warnings": [],
        "import": made.pk,
    }  # fmt: skip
    one = Recognition.objects.get()
    owner = one.product.producer
    assert (one.stars, one.authority, one.number, one.product_code, one.status_code) == (
        4, "Chủ tịch UBND tỉnh Lào Cai", "3200/QĐ-UBND", "10-086-02788-1-2024", "recognised",
    )  # fmt: skip
    assert (one.decided_on, one.valid_from, one.expires_on, one.year) == (
        date(2024, 12, 15), date(2024, 12, 15), date(2027, 12, 15), 2024,
    )  # fmt: skip
    known = (owner.name, owner.legal_form, owner.registration_no, owner.phone, owner.commune, owner.source)
    assert known == (
        "HTX Dứa Bản Lầu", "cooperative", "1207000077", "0912345678", cast.commune, "register",
    )  # fmt: skip
    assert (one.product.set_number, one.product.commune, owner.representations.count()) == (8, None, 0)
    assert (made.sha256, made.created, made.by) == (made.sha256, 1, None)
    (entry,) = Entry.objects.all()
    assert (entry.action, entry.data["created"], entry.data["sha256"]) == ("register.import", 1, made.sha256)
    assert Listing.objects.public().get().stars == 4
    assert follows()


def test_the_place_is_that_of_today_and_stays_as_printed(bring, cast):
    told = bring({"place": "xã Lùng Vai, huyện Mường Khương"})
    entered = Entered.objects.get()
    assert (entered.place, Producer.objects.get().commune) == (
        "xã Lùng Vai, huyện Mường Khương",
        cast.commune,
    )
    assert [code for _row, code in warnings(told)] == ["old_place"]


REFUSED = [
    ({"stars": "5"}, "Hạng sao", "star_not_of_authority"),
    ({"authority": "UBND huyện Mường Khương"}, "Hạng sao", "star_not_of_authority"),
    ({"stars": "3", "authority": "UBND xã Bản Lầu"}, "Hạng sao", "star_not_of_authority"),
    ({"decided_on": "31/02/2024"}, "Ngày quyết định", "date_unreadable"),
    ({"place": "Xã Không Có"}, "Địa chỉ", "place_unknown"),
    ({"name": ""}, "Tên sản phẩm", "name_missing"),
    ({"holder": ""}, "Chủ thể", "name_missing"),
    ({"stars": ""}, "Hạng sao", "stars_missing"),
    ({"stars": "đạt"}, "Hạng sao", "stars_missing"),
    ({"valid_until": "14/12/2024"}, "Ngày hết hạn", "until_before_from"),
    ({"product_code": "15-2788-1"}, "Mã sản phẩm", "code_malformed"),
    ({"decided_on": "15/12/2050", "valid_until": "15/12/2053"}, "Ngày quyết định", "date_in_future"),
]


@pytest.mark.parametrize(("row", "column", "code"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_saved(bring, row, column, code):
    told = bring({"name": "Khác", "product_code": "", "decision_no": "1/QĐ-UBND"}, row)
    assert refusals(told) == [(3, column, code)]
    assert (told["rows"], told["taken"], told["created"], told["import"]) == (2, 0, 0, None)
    assert not Recognition.objects.exists()
    assert not RegisterImport.objects.exists()


def test_the_right_rows_alone_are_saved_where_that_is_asked(bring):
    told = bring({}, {"name": "Trà", "stars": ""}, options=("--partly",))
    assert (told["rows"], told["taken"], told["created"], len(told["refused"])) == (2, 1, 1, 1)
    made = RegisterImport.objects.get()
    assert (made.pk, made.created, made.refused, Product.objects.get().name) == (
        told["import"],
        1,
        1,
        "Mứt dứa",
    )


def test_a_dry_run_says_it_and_saves_nothing(bring):
    told = bring({}, options=("--dry-run",))
    assert (told["taken"], told["created"], told["import"]) == (1, 1, None)
    assert not Product.objects.exists()
    assert not Entry.objects.exists()


def test_the_same_table_again_is_known(bring):
    rows = ({}, {"name": "Trà", "product_code": "", "registration_no": ""})
    bring(*rows)
    told = bring(*rows)
    assert (told["taken"], told["created"], told["known"], told["warnings"]) == (2, 0, 2, [])
    assert (Recognition.objects.count(), Entered.objects.count(), Producer.objects.count()) == (2, 2, 1)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"name": "Dứa sấy"}, "Tên sản phẩm: Mứt dứa"),
        ({"stars": "3", "decided_on": "15/12/2025", "valid_until": ""},
         "Hạng sao: 4; Ngày quyết định: 15/12/2024"),
        ({"decision_no": "9/QĐ-UBND"}, "Số quyết định: 3200/QĐ-UBND"),
        ({"holder": "HTX Chè"}, "Chủ thể: HTX Dứa Bản Lầu"),
        ({"valid_until": "14/12/2027"}, "Có giá trị đến ngày: 15/12/2027"),
    ],
)  # fmt: skip
def test_the_same_code_with_other_facts_is_refused_and_names_them(bring, other, said):
    bring({})
    told = bring(other)
    assert refusals(told) == [(2, "Mã sản phẩm", "known_otherwise")]
    assert said in told["refused"][0]["text"]
    told = bring({"name": "Trà", "product_code": "15-02788-2-2024"}, {"product_code": "15-02788-2-2024"})
    assert refusals(told) == [(3, "Mã sản phẩm", "known_otherwise")]


def test_the_same_row_twice_is_refused(bring):
    assert refusals(bring({}, {})) == [(3, "Tên sản phẩm", "row_twice")]


@pytest.mark.parametrize("holder", ["Hợp tác xã Dứa Bản Lầu", "htx dứa bản lầu"])
def test_a_holder_otherwise_spelt_under_the_same_code_is_the_same(bring, holder):
    bring({})
    assert bring({"holder": holder})["known"] == 1


def test_the_registration_number_tells_the_producer(bring):
    bring({})
    told = bring({"holder": "Công ty khác", "name": "Trà", "product_code": "", "decision_no": "7/QĐ-UBND"})
    assert (told["created"], warnings(told), Producer.objects.count()) == (1, [(2, "look_alike")], 1)


@pytest.mark.parametrize(
    "alike",
    [
        {"holder": "Hợp tác xã Dứa Bản Lầu", "registration_no": "", "place": "Mường Khương"},
        {"name": "Dứa mứt"}, {"name": "Mút dứaa"}, {"name": "Mứt dúa"},
    ],
)  # fmt: skip
def test_what_looks_alike_is_a_warning(bring, alike):
    bring({})
    told = bring(alike | {"product_code": "", "decision_no": "8/QĐ-UBND"})
    assert told["created"] == 1
    assert {code for _row, code in warnings(told)} == {"look_alike"}


@pytest.mark.parametrize(
    ("row", "codes", "term"),
    [
        ({"valid_until": ""}, ["term_computed"], (date(2024, 12, 15), date(2027, 12, 15))),
        ({"decided_on": "29/02/2024", "valid_until": ""}, ["term_computed"],
         (date(2024, 2, 29), date(2027, 2, 28))),
        ({"decided_on": ""}, ["authority_doubtful", "term_computed"],
         (date(2024, 12, 15), date(2027, 12, 15))),
        ({"decided_on": "", "valid_until": ""}, ["authority_doubtful"], (None, None)),
        ({"stars": "3", "authority": "UBND huyện Mường Khương", "decided_on": "02/07/2025",
          "valid_until": "02/07/2028"}, ["authority_doubtful"], (date(2025, 7, 2), date(2028, 7, 2))),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_taken_and_said(bring, row, codes, term):
    told = bring(row)
    assert sorted(code for _row, code in warnings(told)) == codes
    one = Recognition.objects.get()
    assert (one.valid_from, one.expires_on, one.year) == (*term, (term[0] or date(2024, 1, 1)).year)
    assert follows()


def test_without_any_day_nothing_is_known_of_today(bring, client):
    bring({"decided_on": "", "valid_until": "", "product_code": ""})
    one = Recognition.objects.get()
    assert (one.year, one.date_precision, one.expires_on) == (0, "year", None)
    assert follows()
    text = client.get(f"/san-pham/{one.product.slug}/").content.decode()
    assert "Công nhận, chưa rõ năm" in text
    (told,) = client.get("/api/v1/products/").json()["items"]
    assert (told["recognition"]["year"], told["recognition"]["status"]) == (None, "unknown")


def test_a_newer_recognition_replaces_in_whatever_order_they_come(bring):
    newer = {"decision_no": "1/QĐ-UBND", "decided_on": "01/06/2026", "valid_until": "", "product_code": "",
             "stars": "4"}  # fmt: skip
    bring(newer)
    bring({"product_code": ""})
    older = Recognition.objects.get(number="3200/QĐ-UBND")
    (event,) = older.events.all()
    assert (event.kind, event.on, Product.objects.count()) == ("replaced", date(2026, 6, 1), 1)
    assert follows()


def test_a_mapping_names_the_columns(bring, tmp_path):
    told = bring({}, options=("--dry-run",))
    assert told["created"] == 1
    path = tmp_path / "cot.json"
    path.write_text(json.dumps({"name": "Chủ thể", "holder": "Tên sản phẩm", "stars": "Hạng sao"}), "utf-8")
    bring({}, options=("--mapping", str(path)))
    assert (Product.objects.get().name, Producer.objects.get().name) == ("HTX Dứa Bản Lầu", "Mứt dứa")


def test_a_file_that_cannot_be_read_is_said(programme, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7 x")
    with pytest.raises(CommandError, match="PDF"):
        command("import", path)
    with pytest.raises(CommandError, match="no-file"):
        command("import", tmp_path / "no-file.xlsx")


def test_without_a_programme_nobody_knows_the_communes(db, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(table({}))
    with pytest.raises(CommandError, match="Chưa lập chương trình"):
        command("import", path)


def test_only_officers_of_the_province_bring_a_table_in(programme, cast, tuan, at):
    places = ground_of_province(cast.province, at.date())
    read = read_table(open_book(table({}), "x.xlsx"), REGISTER, places=places)
    with pytest.raises(Refused, match="cấp tỉnh"):
        bring_in(read, file_name="x.xlsx", sha256="0" * 64, by=cast.minh, at=at)
    brought = bring_in(read, file_name="x.xlsx", sha256="0" * 64, by=tuan, at=at)
    assert (brought.made.by, brought.made.created) == (tuan, 1)


def test_the_whole_of_the_example_is_needed_for_nothing():
    """Every column of the tables of these tests is one that the kind knows."""
    assert set(PINEAPPLE) <= set(REGISTER.keys)
