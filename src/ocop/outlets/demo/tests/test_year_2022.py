"""The plan of 2022: each of its eighteen numbers against names worked out by hand, not by the counter."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from ocop.casework.certificates.models import Certificate
from ocop.casework.review.models import AgendaItem, Resolution
from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.helping.courses import names
from ocop.outlets.demo.moments import moment
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import product_rows, rows, target_rows
from ocop.outlets.reports.counting import progress_of
from ocop.registers.products.models import Product
from ocop.registers.programme.models import Plan

TODAY = moment("11-24 09:00").date()

REAL_NEW = ["Đông trùng hạ thảo Sapa"]  # the register: 2022, at a place of old Lào Cai
REAL_ORGANISATION = ["Công ty TNHH MTV TraphacoSapa"]
REAL_DUE = [
    "Bưởi Múc",
    "Gạo Séng Cù Mường Vi",
    "Vườn đá Tả Phìn (khu du lịch sinh thái)",
]  # of 2019, renewed by nobody
ORGANISATIONS_NEW = [
    "Công ty cổ phần Mẫu Khánh Yên", "Công ty cổ phần Mẫu Xuân Quang", "Hợp tác xã Mẫu Bản Liền",
    "Hợp tác xã Mẫu Bảo Hà", "Hợp tác xã Mẫu Gia Phú", "Hợp tác xã Mẫu Lùng Vai", "Hợp tác xã Mẫu Mường Hoa",
    "Hợp tác xã Mẫu Phong Niên", "Hợp tác xã Mẫu Y Tý", "Tổ hợp tác Mẫu Sín Chéng",
]  # fmt: skip
STRENGTHENED = [
    "Công ty cổ phần Mẫu Khánh Yên", "Công ty cổ phần Mẫu Mường Hum", "Công ty cổ phần Mẫu Xuân Quang",
    "Hợp tác xã Mẫu Bản Liền", "Hợp tác xã Mẫu Bảo Hà", "Hợp tác xã Mẫu Chè Cao Sơn",
    "Hợp tác xã Mẫu Gia Phú",
    "Hợp tác xã Mẫu Lùng Vai", "Hợp tác xã Mẫu Mường Hoa", "Hợp tác xã Mẫu Na Hối", "Hợp tác xã Mẫu Nghĩa Đô",
    "Hợp tác xã Mẫu Phong Niên", "Hợp tác xã Mẫu Y Tý",
]  # fmt: skip
RENEWED = [
    "Bưởi da xanh Suối Lạnh (minh hoạ)", "Chè xanh Cao Sơn (minh hoạ)", "Lá tắm Tả Phìn (minh hoạ)",
    "Mận tam hoa Na Hối (minh hoạ)",
    "Rượu thóc Mường Hum (minh hoạ)",
]  # fmt: skip
MARKS = [  # of products approved in 2019–2020; Ngô Mường Hum is of 2021, Vịt Nghĩa Đô was granted in 2023
    "Nhãn hiệu “Bạc Hà Nậm Mòn” (minh hoạ)", "Nhãn hiệu “Chè Cao Sơn” (minh hoạ)",
    "Nhãn hiệu “Hồng trà Cao Sơn” (minh hoạ)", "Nhãn hiệu “Na Hối” (minh hoạ)",
    "Nhãn hiệu “Suối Lạnh” (minh hoạ)",
    "Nhãn hiệu “Thóc Mường Hum” (minh hoạ)",
]  # fmt: skip


def _products(**wanted: str) -> list[str]:
    return [
        row["name"] for row in product_rows() if all(row[name] == value for name, value in wanted.items())
    ]


def _new() -> list[str]:
    return [row["name"] for row in product_rows() if row["first_on"].startswith("2022-")]


def _idea_names() -> list[str]:
    known = {row["key"]: row["name"] for row in product_rows()}
    return [row.get("name") or known[row["product"]] for row in rows("ideas") if "decided" in row]


def _press() -> list[str]:
    return [row["title"] for row in rows("press") if "done_on" in row]


EXPECTED: dict[str, Any] = {
    "new_products": lambda: _new() + REAL_NEW,
    "renewals": lambda: RENEWED,
    "tourism": lambda: ["Bản du lịch Mường Hoa (minh hoạ)", "Bản du lịch Nghĩa Đô (minh hoạ)"],
    "organisations_strengthened": lambda: STRENGTHENED,
    "organisations_new": lambda: ORGANISATIONS_NEW + REAL_ORGANISATION,
    "trademarks": lambda: MARKS,
    "logo": lambda: [
        *_products(first_on="2022-06-30"), *RENEWED, "Lạp sườn Suối Thầu (minh hoạ)",
        "Thịt gác bếp Suối Thầu (minh hoạ)",
    ],
    "advanced_standards": lambda: ["Chè xanh Cao Sơn (minh hoạ)", "Rượu thóc Mường Hum (minh hoạ)"],
    "signboards": lambda: [
        f"Biển giới thiệu vùng {area} (minh hoạ)"
        for area in ("bưởi Suối Lạnh", "chè Cao Sơn", "chè shan Bản Liền", "mận tam hoa Na Hối")
    ],
    "ecommerce": lambda: [
        "Công ty cổ phần Mẫu Khánh Yên", "Hộ kinh doanh Mẫu Mật Ong Nậm Mòn", "Hợp tác xã Mẫu Bản Liền",
        "Hợp tác xã Mẫu Chè Cao Sơn", "Hợp tác xã Mẫu Na Hối", "Hợp tác xã Mẫu Y Tý",
    ],
    "websites": lambda: [f"Website {name} (minh hoạ)" for name in ("Chè Cao Sơn", "Lá Tắm Tả Phìn",
    "Mường Hum")],
    "training_producers": lambda: names(14) * 2 + names(13),
    "training_officials": lambda: names(16) + names(12),
    "site_checks": lambda: [
        "Công ty cổ phần Mẫu Xuân Quang", "Hợp tác xã Mẫu Gia Phú", "Hợp tác xã Mẫu Phong Niên",
    ],
    "lab_samples": lambda: _products(how="dossier"),
    "post_checks": lambda: [
        "Công ty TNHH Mẫu Đậu Tương Si Ma Cai", "Công ty cổ phần Mẫu Mường Hum",
        "Hợp tác xã Mẫu Lá Tắm Tả Phìn", "Hợp tác xã Mẫu Nghĩa Đô",
    ],
    "ideas": _idea_names,
    "communication": _press,
}  # fmt: skip
DONE = {
    "new_products": 33, "renewals": 5, "tourism": 2, "organisations_strengthened": 13,
    "organisations_new": 11,
    "trademarks": 6, "logo": 18, "advanced_standards": 2, "signboards": 4, "ecommerce": 6, "websites": 3,
    "training_producers": 41, "training_officials": 28, "site_checks": 3, "lab_samples": 6, "post_checks": 4,
    "ideas": 8, "communication": 9,
}  # fmt: skip
AIMS = {"new_products": 30, "organisations_strengthened": 12, "organisations_new": 7, "trademarks": 6}
DUE = {"renewals": 5 + 1 + len(REAL_DUE), "logo": 32 + 5 + len(REAL_NEW), "post_checks": 14,
    "site_checks": 3, "lab_samples": 6,
}  # fmt: skip
MISSED = {"renewals", "logo", "post_checks"}


def _plan() -> Plan:
    return Plan.objects.with_names().get(year=2022)


def _printed() -> dict[str, dict[str, Any]]:
    out = io.StringIO()
    call_command("plan", 2022, stdout=out)
    return {row["key"]: row for row in json.loads(out.getvalue())["targets"]}


def test_the_file_has_the_published_facts():
    found = {row["key"]: (row["value"], row["at_least"]) for row in target_rows()}
    assert len(found) == 18
    assert {key: int(value) for key, (value, _least) in found.items() if value} == AIMS
    assert [key for key, (_value, least) in found.items() if least == "yes"] == [
        "new_products", "organisations_strengthened", "organisations_new",
    ]  # fmt: skip


def test_the_command_prints_every_target_with_its_number(province):
    printed = _printed()
    assert {key: row["done"] for key, row in printed.items()} == DONE
    assert {key: row["target"] for key, row in printed.items() if row["target"] is not None} == AIMS | DUE
    assert {key for key, row in printed.items() if row["risk"] == "missed"} == MISSED
    assert {key: row["forecast"] for key, row in printed.items()} == DONE
    for key, row in printed.items():
        assert (row["done"] == len(row["records"])) is row["counted"] or not row["counted"], key


@pytest.mark.parametrize("key", EXPECTED)
def test_each_number_is_its_records_by_name(province, key):
    (one,) = progress_of(_plan(), TODAY, key=key)
    assert sorted(record.label for record in one.records) == sorted(EXPECTED[key]())
    assert one.done == sum(record.amount for record in one.records) == DONE[key]


def test_every_address_opens_for_a_leader(province):
    client = Client()
    client.force_login(province.people["dung"])
    addresses = {
        record.address for one in progress_of(_plan(), TODAY) for record in one.records if record.address
    }
    answers = {address: client.get(address).status_code for address in sorted(addresses)}
    assert {address: code for address, code in answers.items() if code != 200} == {}
    assert len(addresses) > 80


def test_the_published_parts_stay_what_is_known(province):
    plan = _plan()
    assert (plan.number, plan.issued_on, plan.signer_name, plan.is_partly_known, plan.state) == (
        "100/KH-UBND", None, "", True, "closed",
    )  # fmt: skip
    assert [line.amount for line in plan.budget_lines.all()] == [None]
    assert [change.field for amendment in plan.amendments.all() for change in amendment.changes.all()] == [
        "due_on", "in_force",
    ]  # fmt: skip
    known = {row["key"]: (row["text"], row["value"]) for row in target_rows()}
    assert {one.key: (one.name, str(one.value or "")) for one in plan.targets.all()} == known


def test_six_products_went_the_whole_way(province):
    """District council, province council with the minimums of 781 confirmed by hand,
    one decision, certificates.
    """
    ours = [province.dossiers[key_of(row["key"])].pk for row in product_rows() if row["how"] == "dossier"]
    items = AgendaItem.objects.filter(dossier__in=ours)
    assert sorted(items.values_list("meeting__council__level", "recommendation")) == sorted(
        [("district", "send_on")] * 6 + [("province", "recognise")] * 6
    )
    assert Resolution.objects.filter(item__in=items).count() == 6
    stars = {one.product.name: one.stars for one in Certificate.objects.filter(decision_item__item__in=items)}
    assert stars == {row["name"]: int(row["stars"]) for row in product_rows() if row["how"] == "dossier"}
    codes = Certificate.objects.filter(decision_item__item__in=items).values_list("product_code", flat=True)
    assert sorted(codes) == [
        "10-02920-1-2022", "10-02920-2-2022", "10-02923-1-2022", "10-02923-2-2022", "10-02926-1-2022",
        "10-02926-2-2022",
    ]  # fmt: skip
    assert {idea.product.name for idea in _ideas_with_dossier(ours)} == set(_products(how="dossier"))


def _ideas_with_dossier(dossiers: Iterable[int]) -> Iterable[Any]:
    from ocop.casework.ideas.models import Idea

    return [
        idea.dossier for idea in Idea.objects.filter(dossier__in=dossiers).select_related("dossier__product")
    ]


def test_the_people_of_the_year_hold_nothing_today(province):
    officer = person(province, "so")
    held = [one for one in officer.appointments.all() if one.is_in_force(moment("11-23 09:00"))]
    assert held == []
    assert [one.is_in_force(moment("2025-06-30 23:59")) for one in officer.appointments.all()] == [True]


def test_no_number_of_the_file_is_of_a_real_product():
    with (DATA / "products.csv").open(encoding="utf-8", newline="") as stream:
        real = {row["product"] for row in csv.DictReader(stream)}
    assert real & {row["name"] for row in product_rows()} == set()


def test_products_of_the_year_stand_at_old_communes(province):
    found = Product.objects.filter(regulation_code="qd-1048-2019", is_illustration=True)
    assert found.count() == 46
    assert {product.place.province.code for product in found.select_related("commune__parent__parent")} == {
        "10"
    }
