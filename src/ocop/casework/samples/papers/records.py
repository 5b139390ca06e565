"""What the sampling record and the letter with a sample say. State papers: always in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone

from ocop.casework.samples.models import Dispatch, Sample
from ocop.foundation.places.selectors import full_name
from ocop.kernel.text import date_vi, day_words_vi
from ocop.registers.programme.selectors import current

FOLDER = Path("casework") / "samples" / "papers"
COPIES = 2
"""Of the sampling record: one for the producer, one for the office."""


def record_data(sample: Sample) -> dict[str, Any]:
    """Where, when and what was taken, how it was sealed, from whom by whom."""
    return {
        **_frame(sample),
        **_sample(sample),
        "place": sample.place,
        "taker": sample.taker,
        "giver": sample.giver,
        "note": sample.note,
        "demand": _why(sample),
        "is_retest": sample.retest_id is not None,
        "copies": f"{COPIES:02}",
    }


def dispatch_data(dispatch: Dispatch) -> dict[str, Any]:
    """Which sample goes to which laboratory, and what it is asked to test. Neither producer nor place: the
    laboratory need not know whose it is.
    """
    sample = dispatch.sample
    rows = sample.indicators.filter(drop_reason="")
    return {
        **_frame(sample),
        **_sample(sample),
        "laboratory": dispatch.laboratory.name,
        "accreditation": dispatch.laboratory.accreditation_no,
        "sent_on": dispatch.sent_on.isoformat(),
        "note": sample.note,
        "indicators": [
            {"name": one.name, "unit": one.unit, "limit": one.limit_text, "standard": one.standard}
            for one in rows
        ],
        "sender": str(dispatch.by.full_name),
    }


def _frame(sample: Sample) -> dict[str, Any]:
    programme, dossier = current(), sample.demand.dossier
    province = dossier.commune.province
    is_shown = dossier.product.is_illustration or bool(programme and programme.is_demonstration)
    committee = f"Ủy ban nhân dân {full_name(province)}"
    return {
        "illustration": is_shown,
        "agency": programme.agency_name if programme else committee,
        "agency_parent": (programme.agency_parent if programme else "") or committee,
        "seat": (programme.seat if programme else "") or province.name,
        "product": sample.product_name,
        "producer": dossier.product.producer.name,
        "commune": full_name(dossier.commune),
    }


def _sample(sample: Sample) -> dict[str, Any]:
    return {
        "code": sample.code,
        "seal_no": sample.seal_no,
        "name_on_sample": sample.name_on_sample,
        "quantity": sample.quantity,
        "batch": sample.batch,
        "taken_on": day_words_vi(sample.taken_on),
        "taken_short": date_vi(sample.taken_on),
    }


def _why(sample: Sample) -> str:
    demand = sample.demand
    if demand.points:
        return "Sản phẩm đạt từ 50 điểm trở lên sau lượt chấm đầu"
    return f"{demand.asked_by} yêu cầu ngày {date_vi(timezone.localdate(demand.at))}: {demand.reason}"
