"""The invented producers and their products, at real places; every one is marked as an illustration."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import partial
from typing import Any

from ocop.foundation.documents.actions import store
from ocop.kernel.law import load_regulations
from ocop.outlets.demo.cast import DATA
from ocop.outlets.demo.pictures import photograph
from ocop.outlets.demo.stage import REGULATION, Stage
from ocop.registers.producers.acts import register_producer
from ocop.registers.products.acts import add_photo, register_product

PHOTO_FILES = "products.photo"


def rows(name: str) -> list[dict[str, Any]]:
    """A data file of the demonstration."""
    found: list[dict[str, Any]] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return found


def note_producers(stage: Stage) -> None:
    """They register in the second week of September, their products the day after."""
    for number, row in enumerate(rows("producers")):
        stage.diary.note(f"09-{8 + number // 3:02} {8 + number % 3:02}:10", partial(_register, stage, row))
    for number, row in enumerate(rows("products")):
        stage.diary.note(f"09-{14 + number // 6} {8 + number % 6:02}:20", partial(_product, stage, row))


def _register(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    person = stage.people[row["person"]]
    place = stage.commune(row["commune"])
    fields = {
        name: row[name]
        for name in ("name", "legal_form", "registration_no", "address", "history", "organisation")
    }
    fields |= {
        "enterprise_size": row.get("enterprise_size", ""),
        "registered_on": date.fromisoformat(row["registered_on"]),
        "registration_issuer": "Cơ quan đăng ký kinh doanh (minh hoạ)",
        "commune": place,
        "phone": person.phone,
        "email": person.email,
    }
    representative = {**row["representative"], "permanent_address": row["address"]}
    stage.producers[row["key"]] = register_producer(
        fields=fields, representative=representative, by=person, at=at, is_illustration=True
    )


def _product(stage: Stage, row: dict[str, Any], at: datetime) -> None:
    producer = stage.producers[row["producer"]]
    person = producer.representations.get().person
    leaf = load_regulations()[REGULATION].leaves[row["leaf"]]
    fields = {
        name: row[name] for name in ("name", "leaf", "net_content", "description", "packaging", "story")
    }
    fields |= {"regulation_code": REGULATION, "set_number": leaf.set_number, "commune": producer.commune}
    product = register_product(producer, fields=fields, by=person, at=at, is_illustration=True)
    file = store(
        photograph(row["picture"], row["key"]), owner=PHOTO_FILES, by=person, at=at, kinds=("image",)
    )
    add_photo(product, file=file, by=person, at=at, caption="Hình vẽ minh hoạ")
    stage.products[row["key"]] = product
