"""The invented producers and products at communes of old Lào Cai,
and what had been recognised before the year.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import store
from ocop.outlets.demo.pictures import photograph
from ocop.outlets.demo.producers import PHOTO_FILES
from ocop.outlets.demo.stage import Stage
from ocop.outlets.demo.year_2022.people import key_of, person
from ocop.outlets.demo.year_2022.reading import ground, product_rows, rows
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.rules import Source
from ocop.registers.products.acts import add_photo, register_product

REGULATION = "qd-1048-2019"


def note_old_producers(stage: Stage) -> None:
    """The districts enter their producers in January; those who bring dossiers register themselves."""
    for number, row in enumerate(rows("producers")):
        stage.diary.note(
            f"2022-01-{6 + number // 8:02} {8 + number % 8:02}:15", partial(_register, stage, row, number)
        )
    for number, row in enumerate(product_rows()):
        stage.diary.note(
            f"2022-01-{10 + number // 9:02} {8 + number % 9:02}:25", partial(_product, stage, row)
        )


def officer_for(stage: Stage, row: dict[str, Any]) -> Person:
    """Who enters a producer: its own person, otherwise the officer of its district."""
    return person(stage, row.get("person") or row["office"])


def _register(stage: Stage, row: dict[str, Any], number: int, at: datetime) -> None:
    by = officer_for(stage, row)
    has_person = "person" in row
    fields = {
        "name": row["name"],
        "legal_form": row["legal_form"],
        "enterprise_size": row.get("enterprise_size", ""),
        "registration_no": f"MH-53008{number + 1:05}",
        "registration_issuer": "Cơ quan đăng ký kinh doanh (minh hoạ)",
        "registered_on": date.fromisoformat(row["registered_on"]),
        "commune": ground(row["commune"]),
        "address": f"Địa chỉ minh hoạ, {ground(row['commune'])}",
        "history": "Minh hoạ: đơn vị dựng để thử chương trình, không có thật.",
        "organisation": "Minh hoạ: người đứng đầu, tổ sản xuất, tổ bán hàng.",
        "phone": by.phone if has_person else "",
        "email": by.email if has_person else "",
    }
    stage.producers[key_of(row["key"])] = register_producer(
        fields=fields,
        representative={"full_name": by.full_name, "title": "Giám đốc"} if has_person else None,
        by=by, at=at, source=Source.SELF if has_person else Source.OFFICE, is_illustration=True,
    )  # fmt: skip


def _product(stage: Stage, row: dict[str, str], at: datetime) -> None:
    producer = stage.producers[key_of(row["producer"])]
    by = officer_for(stage, next(one for one in rows("producers") if one["key"] == row["producer"]))
    fields = {
        "name": row["name"],
        "regulation_code": REGULATION,
        "set_number": int(row["set"]),
        "commune": producer.commune,
        "description": "Minh hoạ: sản phẩm dựng để thử chương trình, không có thật.",
        "story": f"Minh hoạ: món quen của bà con {producer.commune}, nay làm gọn gàng hơn để bán xa.",
    }
    source = Source.SELF if row["how"] == "dossier" else Source.OFFICE
    product = register_product(producer, fields=fields, by=by, at=at, source=source, is_illustration=True)
    stage.products[key_of(row["key"])] = product
    if row["picture"]:
        drawn = photograph(row["picture"], row["key"])
        file = store(drawn, owner=PHOTO_FILES, by=by, at=at, kinds=("image",))
        add_photo(product, file=file, by=by, at=at, caption="Hình vẽ minh hoạ")
