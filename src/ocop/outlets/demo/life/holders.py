"""Holders of recognitions that districts and the old province gave, entered as a register brings them."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import store
from ocop.kernel.calendar import certificate_expiry
from ocop.kernel.law import load_regulations
from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.pictures import photograph
from ocop.outlets.demo.producers import PHOTO_FILES
from ocop.outlets.demo.stage import REGULATION, Stage
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import Source
from ocop.registers.products.acts import add_photo, register_product
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Kind, Precision, RecordStatus
from ocop.registers.products.writes import record_recognition

SOURCE = "Minh hoạ: quyết định dựng để thử chương trình"


def rows(name: str) -> list[dict[str, Any]]:
    """A data file of these chapters."""
    found: list[dict[str, Any]] = json.loads((DATA / "life" / f"{name}.json").read_text("utf-8"))
    return found


def recognition_of(stage: Stage, key: str) -> Recognition:
    """What the register says of a product, as it stands now."""
    return Recognition.objects.select_related("product__producer").get(product=stage.products[key])


def note_holders(stage: Stage) -> None:
    """The department enters holders, products and what was given; one holder registers herself."""
    for number, row in enumerate(rows("holders")):
        stage.diary.note(f"09-16 {8 + number:02}:40", partial(register_holder, stage, row))
    for number, row in enumerate(rows("products")):
        stage.diary.note(f"09-{17 + number // 12} {8 + number % 12 // 2:02}:{number % 2 * 30 + 5:02}",
                         partial(register_given, stage, row))  # fmt: skip


def _by(stage: Stage, producer: Producer) -> Person:
    """Its own person where it has one, else the department."""
    held = producer.representations.first()
    return held.person if held else stage.people["phuc"]


def register_holder(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    """A holder of a data file: by its own person where it has one, else by the department."""
    own = stage.people.get(row.get("person", ""))
    fields = {
        name: row.get(name, "") for name in ("name", "legal_form", "registration_no", "enterprise_size")
    }
    fields |= {
        "registered_on": date.fromisoformat(row["registered_on"]),
        "registration_issuer": "Cơ quan đăng ký kinh doanh (minh hoạ)",
        "commune": stage.commune(row["commune"]),
        "address": f"Địa chỉ minh hoạ, {stage.commune(row['commune'])}",
        "history": "Minh hoạ: đơn vị dựng để thử chương trình, không có thật.",
        "organisation": "Minh hoạ: người đứng đầu, tổ sản xuất, tổ bán hàng.",
        "phone": own.phone if own else "",
        "email": own.email if own else "",
    }
    stage.producers[row["key"]] = register_producer(
        fields=fields,
        representative={"full_name": own.full_name, "title": "Giám đốc"} if own else None,
        by=own or stage.people["phuc"], at=at, source=Source.SELF if own else Source.OFFICE,
        is_illustration=True,
    )  # fmt: skip


def register_given(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    """A product of a data file, with what it was given."""
    producer = stage.producers[row["holder"]]
    by = _by(stage, producer)
    fields = {
        "name": row["name"], "leaf": row["leaf"], "regulation_code": REGULATION, "commune": producer.commune,
        "set_number": load_regulations()[REGULATION].leaves[row["leaf"]].set_number,
        "net_content": "Gói 250 g", "packaging": "Túi giấy, nhãn hai mặt.",
        "description": "Minh hoạ: sản phẩm dựng để thử chương trình, không có thật.",
        "story": f"Minh hoạ: món quen của bà con {producer.commune}, nay làm gọn gàng hơn để bán xa.",
    }  # fmt: skip
    product = register_product(producer, fields=fields, by=by, at=at, is_illustration=True)
    stage.products[row["key"]] = product
    if "picture" in row:
        drawn = photograph(row["picture"], row["key"])
        file = store(drawn, owner=PHOTO_FILES, by=by, at=at, kinds=("image",))
        add_photo(product, file=file, by=by, at=at, caption="Hình vẽ minh hoạ")
    if "given" in row:
        record_recognition(product, fields=_given(row["given"]), by=stage.people["phuc"], at=at)


def _given(row: dict[str, Any]) -> dict[str, Any]:
    """A recognition with its term: from the day that the decision names, else from its own."""
    decided_on = date.fromisoformat(row["decided_on"])
    fields = {name: row[name] for name in ("authority", "number", "stars")}
    fields |= {
        "kind": Kind.FIRST.value, "year": decided_on.year, "decided_on": decided_on, "source": SOURCE,
        "date_precision": Precision.DAY, "status_code": row.get("status_code", RecordStatus.RECOGNISED),
        "product_code": row.get("product_code", ""),
    }  # fmt: skip
    if fields["status_code"] == RecordStatus.RECOGNISED:
        begins = date.fromisoformat(row.get("valid_from", row["decided_on"]))
        fields |= {"valid_from": begins, "expires_on": certificate_expiry(begins)}
    return fields
