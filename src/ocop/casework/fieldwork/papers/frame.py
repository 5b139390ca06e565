"""What all papers of the package share: agency, place, team, in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone

from ocop.casework.fieldwork.models import Visit
from ocop.foundation.places.selectors import full_name
from ocop.kernel.text import day_words_vi
from ocop.registers.programme.models import Programme
from ocop.registers.programme.rules import agency_symbol

FOLDER = Path("casework") / "fieldwork" / "papers"
KIND_WORDS = {
    "verification": "thẩm định thực tế trước khi Hội đồng đánh giá",
    "post_check": "kiểm tra sau công nhận",
}


def frame(programme: Programme) -> dict[str, Any]:
    """Agency and place as the programme names them."""
    return {
        "illustration": programme.is_demonstration,
        "agency": programme.agency_name,
        "parent": programme.agency_parent or f"Ủy ban nhân dân {full_name(programme.province)}",
        "place": programme.seat or programme.province.name,
        "mark": agency_symbol(programme.agency_name),
    }


def team_words(visit: Visit) -> list[str]:
    """Whoever is sent, but those who declared a relation."""
    rows = visit.inspectors.exclude(has_conflict=True).select_related("person")
    return [row.person.full_name for row in rows]


def place_words(visit: Visit) -> str:
    """Address and commune of the producer."""
    producer = visit.product.producer
    commune = full_name(visit.commune) if visit.commune else ""
    return ", ".join(part for part in (producer.address, commune) if part)


def hour_words(moment: Any) -> str:
    """ "08 giờ 30 ngày 03 tháng 12 năm 2026"."""
    local = timezone.localtime(moment)
    return f"{local:%H} giờ {local:%M} ngày {day_words_vi(local.date())}"
