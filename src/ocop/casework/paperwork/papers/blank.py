"""Blank score sheets for a meeting without devices: one for each member and product, with its code and QR."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from ocop.casework.dossiers.labels.criteria import name
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.paperwork.models import PaperSheet
from ocop.casework.paperwork.papers.frame import FOLDER
from ocop.casework.review.models import AgendaItem, Declaration, Meeting, Seat
from ocop.casework.review.selectors import agenda, criteria_to_answer, members_of
from ocop.foundation.documents.engines import pdf, qr
from ocop.foundation.ui.words import said
from ocop.kernel.law import Criterion
from ocop.kernel.text import day_words_vi

TEMPLATE = FOLDER / "phieu_trang.typ"


def scoring_members(meeting: Meeting) -> list[Seat]:
    """Whoever gives a sheet at the meeting."""
    return [seat for seat in members_of(meeting.council, meeting.starts_at) if meeting.lets_score(seat)]


def products_for(meeting: Meeting, seat: Seat) -> list[AgendaItem]:
    """The agenda, without the products from which a conflict keeps the member."""
    kept = Declaration.objects.filter(seat=seat, has_conflict=True, item__meeting=meeting)
    barred = set(kept.values_list("item", flat=True))
    items = [item for item in agenda(meeting) if item.pk not in barred]
    for item in items:
        item.meeting = meeting
    return items


def blank_pdf(meeting: Meeting, seat: Seat, *, at: datetime) -> bytes:
    """The blank sheets of one member."""
    with translation.override("vi"):
        return pdf.render(TEMPLATE, blank_data(meeting, seat), at=at)


def blank_data(meeting: Meeting, seat: Seat) -> dict[str, Any]:
    """What they say: the criteria that count for each product, with every choice to tick."""
    programme = meeting.council.programme
    return {
        "illustration": programme.is_demonstration,
        "parent": programme.agency_parent or programme.authority_name,
        "agency": meeting.council.name,
        "meeting": f"{meeting.title}, ngày {day_words_vi(timezone.localdate(meeting.starts_at))}",
        "member": str(seat.person),
        "sheets": [_sheet(item, seat) for item in products_for(meeting, seat)],
    }


def _sheet(item: AgendaItem, seat: Seat) -> dict[str, Any]:
    product_set, wanted = set_of(item.dossier), set(criteria_to_answer(item))
    paper = PaperSheet(item=item, seat=seat, pass_no=item.pass_no)
    return {
        "product": item.dossier.product.name,
        "producer": item.dossier.product.producer.name,
        "sample": item.sample_no,
        "set": said(product_set.label),
        "pass": str(item.pass_no),
        "code": paper.code,
        "qr": qr.svg(f"{settings.SITE_ADDRESS}{paper.get_absolute_url()}"),
        "sections": [
            {
                "title": f"{section.code}. {said(section.label)}",
                "lines": [
                    {"name": name(one), "most": str(one.max), "choices": list(_choices(one))}
                    for one in section.criteria
                    if one.code in wanted
                ],
            }
            for section in product_set.sections
        ],
    }


def _choices(criterion: Criterion) -> Iterator[list[str]]:
    """Every choice as a box to tick, with its points."""
    if criterion.is_boolean:
        yield from (["Có", str(criterion.max)], ["Không", "0"])
        return
    for case, ladder in criterion.ladders:
        for option in ladder:
            words = said(option.label)
            yield [words if case is None else f"Trường hợp {case}: {words}", str(option.points)]
    yield ["Chưa đạt mức nào", "0"]
