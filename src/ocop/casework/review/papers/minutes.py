"""The minutes of a meeting, from what is stored and nothing else. A state paper: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone, translation

from ocop.casework.review.labels import (
    FUNCTIONS,
    MEETING_KINDS,
    MINIMUM_RULES,
    RELATIONS,
    RESOLUTION_KINDS,
    ROUNDINGS,
)
from ocop.casework.review.models import (
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    ScoreSheet,
    Seat,
    WorkingRules,
)
from ocop.casework.review.rules import (
    Function,
    MeetingKind,
    MinimumRule,
    Recommendation,
    Relation,
    ResolutionKind,
    Rounding,
)
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors.results import settled_by
from ocop.casework.review.states import ItemState, SheetState
from ocop.foundation.audit.models import Head
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.models import Paper
from ocop.kernel.canonical import short_code
from ocop.kernel.law import load_regulations
from ocop.kernel.text import day_words_vi, number_vi

TEMPLATE = "casework/review/papers/minutes.typ"


def minutes_pdf(content: dict[str, Any], *, at: datetime) -> bytes:
    """The minutes as PDF from what `minutes_data` froze; `at` is the moment of closing."""
    return pdf.render(TEMPLATE, content, at=at)


def minutes_data(
    meeting: Meeting, items: Sequence[AgendaItem], *, number: str, note: str, at: datetime
) -> dict[str, Any]:
    """What the minutes say: people, conflicts, rules in force, results of the agenda with their reasons,
    codes of sheets, record.
    """
    programme = meeting.council.programme
    assert meeting.rules is not None  # noqa: S101 - only open meetings are closed
    assert meeting.chaired_by is not None  # noqa: S101
    conflicts = Declaration.objects.filter(has_conflict=True).select_related("seat__person").order_by("pk")
    prefetch_related_objects(items, Prefetch("declarations", conflicts, to_attr="conflicts"), "resolutions")
    with translation.override("vi"):
        return {
            "illustration": programme.is_demonstration,
            "parent": programme.agency_parent or programme.authority_name,
            "agency": meeting.council.name,
            "number": number,
            "subject": meeting.title,
            "kind": str(MEETING_KINDS[MeetingKind(meeting.kind)]),
            "begins": _moment(meeting.opened_at),
            "ends": _moment(at),
            "venue": meeting.venue,
            "papers": _papers(meeting),
            "rules": _rules(meeting.rules),
            **_people(meeting),
            "conflicts": _conflicts(items),
            "products": [_product(place, item) for place, item in enumerate(items, start=1)],
            "details": [_details(item) for item in items],
            "codes": _codes(items),
            "note": note,
            "record": _record_head(),
            "secretary": str(meeting.recorded_by or ""),
            "chair": str(meeting.chaired_by.person),
        }


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    local = timezone.localtime(at)
    return f"{local:%H giờ %M}, ngày {day_words_vi(local.date())}"


def _paper(paper: Paper) -> str:
    return f"{paper} ngày {day_words_vi(paper.issued_on)} của {paper.issuer} về {paper.subject}"


def _papers(meeting: Meeting) -> list[str]:
    council, rules = meeting.council, meeting.rules
    assert rules is not None  # noqa: S101 - only open meetings are closed
    papers = [council.established_by, council.team_by, rules.issued_by]
    seat = meeting.chaired_by
    if seat is not None and seat.authorised_by is not None:
        papers.append(seat.authorised_by)
    return [_paper(paper) for paper in papers]


def _rules(rules: WorkingRules) -> list[str]:
    """Every rule that shaped the results, defaults included, so that the minutes can be checked by hand."""
    share = f"{rules.quorum_numerator}/{rules.quorum_denominator}"
    chair = "chủ tịch phải dự" if rules.chair_must_attend else "chủ tịch hoặc phó chủ tịch chủ trì"
    return [
        f"Có mặt ít nhất {share} số thành viên và không dưới {rules.quorum_least} người; {chair}",
        "Điểm của sản phẩm là trung bình cộng tổng điểm các phiếu; "
        f"{str(ROUNDINGS[Rounding(rules.rounding)]).lower()}; in {rules.decimals} chữ số thập phân",
        f"Chênh lệch giữa phiếu cao nhất và thấp nhất không quá {number_vi(Fraction(rules.spread_limit))} "
        f"điểm",
        f"Yêu cầu tối thiểu theo hạng sao: {str(MINIMUM_RULES[MinimumRule(rules.minimum)]).lower()}",
        "Người có xung đột lợi ích không tính vào số thành viên và điểm trung bình của sản phẩm đó",
    ]


def _people(meeting: Meeting) -> dict[str, Any]:
    rows = list(Attendance.objects.filter(meeting=meeting).select_related("seat__person"))
    order = {function.value: place for place, function in enumerate(Function)}
    rows.sort(key=lambda row: (order[row.seat.function], row.seat_id))
    scoring = [row for row in rows if row.seat.scores]
    return {
        "present": [_person(row.seat) for row in rows if row.is_present],
        "absent": [
            f"{_person(row.seat)}: {row.note or 'không ghi lý do'}" for row in rows if not row.is_present
        ],
        "count": f"{sum(row.is_present for row in scoring)}/{len(scoring)} thành viên chấm điểm",
    }


def _person(seat: Seat) -> str:
    return f"{seat.person}, {seat.agency_words}, {str(FUNCTIONS[Function(seat.function)]).lower()}"


def _conflicts(items: Iterable[AgendaItem]) -> list[str]:
    """Who kept away from what, and why."""
    return [
        f"{row.seat.person} không tham gia đánh giá “{item}”: "
        f"{str(RELATIONS[Relation(row.relation)]).lower()}" + (f" ({row.note})" if row.note else "")
        for item in items
        for row in item.conflicts  # type: ignore[attr-defined]  # read by `minutes_data`
    ]


def _product(place: int, item: AgendaItem) -> dict[str, str]:
    product = item.dossier.product
    members = item.result.get("members", [])
    return {
        "place": str(place),
        "name": product.name,
        "producer": product.producer.name,
        "sheets": str(len(members)),
        "total": total_words(item),
        "spread": "" if item.spread is None else number_vi(Fraction(item.spread)),
        "stars": str(item.stars) if item.stars is not None else "",
        "proposal": _proposal(item),
    }


def total_words(item: AgendaItem) -> str:
    """The mean for print, rounded half up by the rules of the meeting;
    with its exact value where that says more.
    """
    if not item.total_exact:
        return ""
    exact = Fraction(item.total_exact)
    decimals = item.meeting.rules.decimals if item.meeting.rules else 2
    shown = number_vi(exact, decimals)
    return shown if (exact * 10**decimals).denominator == 1 else f"{shown} ({exact})"


def _proposal(item: AgendaItem) -> str:
    if item.state == ItemState.EXCLUDED:
        return "Bị loại"
    words = {
        Recommendation.RECOGNISE: f"Công nhận {item.recommended_stars} sao",
        Recommendation.PROPOSE: "Đề nghị Bộ đánh giá 5 sao",
        Recommendation.SEND_ON: "Chuyển lên tỉnh đánh giá",
        Recommendation.NONE: "Không đề nghị công nhận",
        Recommendation.OPEN: "",
    }
    return words[Recommendation(item.recommendation)]


def _details(item: AgendaItem) -> dict[str, Any]:
    """Minimums that are not met, findings, passes, what was settled and why."""
    lines = [_block(item, block) for block in item.result.get("blocked_by", [])]
    lines += [f"Ghi nhận: {_fact(item, name)}. Căn cứ: {fact['reason']}" for name, fact in item.facts.items()]
    lines += item.result.get("notes", [])
    lines += [f"Chỗ in nghi vấn {doubt} được quyết định tại: {paper}" for doubt, paper in settled_by(item)]
    if item.pass_no > 1:
        lines.append(f"Chấm {item.pass_no} lượt; phiếu của các lượt trước được giữ nguyên")
    for row in item.resolutions.all():
        lines.append(f"{RESOLUTION_KINDS[ResolutionKind(row.kind)]}: {row.text}{_agreed(row.agreed)}")
    return {"name": item.dossier.product.name, "lines": lines}


def _agreed(agreed: dict[str, Any]) -> str:
    return (
        ""
        if not agreed
        else f" (mức thống nhất: {'; '.join(f'{code}: {place}' for code, place in agreed.items())})"
    )


def _block(item: AgendaItem, block: dict[str, Any]) -> str:
    criteria = load_regulations()[item.dossier.regulation_code].set(item.dossier.set_number).criteria
    name = criteria[block["criterion"]].label.vi
    has = f"đạt mức {block['has']}" if block["has"] else "chưa đạt mức nào"
    where = f"tiêu chí {block['criterion']} {name}"
    return f"Chưa đạt yêu cầu {block['stars']} sao ở {where}: cần mức {block['needs']}, {has}"


def _fact(item: AgendaItem, name: str) -> str:
    product_set = load_regulations()[item.dossier.regulation_code].set(item.dossier.set_number)
    return next((one.label.vi for one in findings(product_set) if one.name == name), name)


def _codes(items: Iterable[AgendaItem]) -> list[dict[str, str]]:
    """The short code of every sealed sheet, so that the paper copies can be compared."""
    sheets = ScoreSheet.objects.filter(item__in=list(items), state=SheetState.SEALED).select_related(
        "seat__person", "item__dossier__product"
    )
    return [
        {
            "product": sheet.item.dossier.product.name,
            "member": str(sheet.seat.person),
            "pass": str(sheet.pass_no),
            "code": short_code(sheet.sha256),
        }
        for sheet in sheets.order_by("item__position", "item", "pass_no", "seat")
    ]


def _record_head() -> str:
    """The last act on record before the meeting closed: its number and the code of its hash."""
    head = Head.objects.filter(id=1).first()
    return "" if head is None else f"{head.sequence}: {head.hash}"
