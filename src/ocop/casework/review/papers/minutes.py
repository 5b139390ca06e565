"""The minutes of a meeting, from what is stored and nothing else. A state paper: always in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils import translation

from ocop.casework.advisory.labels import SUGGESTIONS
from ocop.casework.advisory.rules import Suggestion
from ocop.casework.advisory.selectors import reports_in_force
from ocop.casework.review.labels import HINTS, MEETING_KINDS, RELATIONS
from ocop.casework.review.models import AgendaItem, Declaration, Meeting
from ocop.casework.review.papers.panel import panel_lines
from ocop.casework.review.papers.passes import history, mean_words, resolutions, with_history
from ocop.casework.review.papers.people import People, moment, paper_words
from ocop.casework.review.papers.rules import rules_words
from ocop.casework.review.papers.scores import score_rows, tables
from ocop.casework.review.rules import (
    MeetingKind,
    Recommendation,
    Relation,
)
from ocop.casework.review.rules.conflicts import Hint
from ocop.casework.review.rules.facts import findings
from ocop.casework.review.selectors import decided_words, presiding_people, settled_by, with_removed
from ocop.casework.review.states import ItemState
from ocop.foundation.audit.models import Head
from ocop.foundation.documents.models import Paper
from ocop.kernel.canonical import short_code
from ocop.kernel.law import load_regulations
from ocop.kernel.text import number_vi

TEMPLATE = "casework/review/papers/minutes.typ"


def minutes_data(
    meeting: Meeting, items: Sequence[AgendaItem], *, number: str, note: str, at: datetime
) -> dict[str, Any]:
    """What the minutes say: people, conflicts, rules in force, results of the agenda with their reasons,
    codes of sheets, record.
    """
    programme = meeting.council.programme
    assert meeting.rules is not None  # noqa: S101 - only open meetings are closed
    chairs = _chairs(meeting, at)
    removed = [item for item in with_removed(meeting) if item.state == ItemState.REMOVED]
    with_history([*items, *removed])
    people = People(meeting, at)
    labels = people.labels(meeting.rules)
    with translation.override("vi"):
        return {
            "illustration": programme.is_demonstration,
            "parent": programme.agency_parent or programme.authority_name,
            "agency": meeting.council.name,
            "number": number,
            "subject": meeting.title,
            "kind": str(MEETING_KINDS[MeetingKind(meeting.kind)]),
            "begins": moment(meeting.opened_at),
            "ends": moment(at),
            "venue": meeting.venue,
            "papers": _papers(meeting, people),
            "rules": rules_words(meeting, items),
            **people.lists(),
            "conflicts": _conflicts([*items, *removed]),
            "advice": _advice(items),
            "products": [_product(place, item) for place, item in enumerate(items, start=1)],
            "details": [_details(item, labels) for item in items],
            "removed": [f"“{item}”: {item.result['removed']}" for item in removed],
            "scores": tables(score_rows([*items, *removed], labels)),
            "by_paper": list(_by_paper([*items, *removed], labels)),
            "note": note,
            "record": _record_head(),
            "secretary": str(meeting.recorded_by or ""),
            "chair": chairs[-1],
            "chaired": ", sau đó ".join(chairs),
        }


def _chairs(meeting: Meeting, at: datetime) -> list[str]:
    """Who opened the session, and who chairs it now where that person no longer does; the last one signs."""
    assert meeting.chaired_by is not None  # noqa: S101 - only open meetings are closed
    opened, now = meeting.chaired_by.person, presiding_people(meeting, at)
    return [str(opened)] if opened in now or not now else [str(opened), str(now[0])]


def _paper(paper: Paper) -> str:
    return f"{paper_words(paper)} của {paper.issuer} về {paper.subject}"


def _papers(meeting: Meeting, people: People) -> list[str]:
    council, rules = meeting.council, meeting.rules
    assert rules is not None  # noqa: S101 - only open meetings are closed
    papers = [council.established_by, council.team_by, rules.issued_by]
    seat = meeting.chaired_by
    if seat is not None and seat.authorised_by is not None:
        papers.append(seat.authorised_by)
    return [_paper(paper) for paper in dict.fromkeys([*papers, *people.papers()])]


def _advice(items: Iterable[AgendaItem]) -> list[str]:
    """What the advisory team suggested of each product, on which its report is in force. One statement."""
    by_dossier = {item.dossier_id: item for item in items}
    return [
        f"“{by_dossier[report.dossier_id]}”: {str(SUGGESTIONS[Suggestion(report.suggestion)]).lower()}"
        + (f" ({report.conclusion})" if report.conclusion else "")
        + f"; bản {report.version}, nộp {moment(report.handed_in_at)}"
        for report in reports_in_force(by_dossier)
        if report.handed_in_at is not None
    ]


def _conflicts(items: Iterable[AgendaItem]) -> list[str]:
    """Who kept away from what, and why; whose hints of a conflict were denied, in their words."""
    rows = [(item, row) for item in items for row in item.conflicts]  # type: ignore[attr-defined]  # read by `minutes_data`
    kept = [_kept_away(item, row) for item, row in rows if row.has_conflict]
    return kept + [_denied(item, row) for item, row in rows if not row.has_conflict]


def _kept_away(item: AgendaItem, row: Declaration) -> str:
    note = f" ({row.note})" if row.note else ""
    relation = str(RELATIONS[Relation(row.relation)]).lower()
    return f"{row.seat.person} không tham gia đánh giá “{item}”: {relation}{note}{_late(item, row)}"


def _denied(item: AgendaItem, row: Declaration) -> str:
    hints = ", ".join(str(HINTS[Hint(name)]) for name in row.hints)
    return f"{row.seat.person} không có xung đột lợi ích với “{item}” dù {hints}: {row.note}"


def _late(item: AgendaItem, row: Declaration) -> str:
    """A conflict that was found when the member had sealed a sheet."""
    codes = [short_code(one.sha256) for one in item.sealed if one.seat_id == row.seat_id]  # type: ignore[attr-defined]
    if not codes:
        return ""
    return f"; ghi lúc {moment(row.at)}, sau khi chốt phiếu {', '.join(codes)}: phiếu không được tính"


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
    return mean_words(item.total_exact, item.meeting.rules.decimals if item.meeting.rules else 2)


def _proposal(item: AgendaItem) -> str:
    if item.state == ItemState.EXCLUDED:
        return "Bị loại"
    if item.state == ItemState.WITHDRAWN:
        return "Chủ thể rút hồ sơ"
    words = {
        Recommendation.RECOGNISE: f"Công nhận {item.recommended_stars} sao",
        Recommendation.PROPOSE: "Đề nghị Bộ đánh giá 5 sao",
        Recommendation.SEND_ON: "Chuyển lên tỉnh đánh giá",
        Recommendation.NONE: "Không đề nghị công nhận",
        Recommendation.OPEN: "",
    }
    return words[Recommendation(item.recommendation)]


def _details(item: AgendaItem, labels: Mapping[int, str]) -> dict[str, Any]:
    """Who judged it, every pass, minimums that are not met, findings, what was settled and why."""
    lines = []
    if item.meeting_reason:
        lines.append(f"Đánh giá lại, họp trực tiếp (điểm d khoản 6 Điều 7). Lý do: {item.meeting_reason}")
    lines += history(item, labels)
    lines += panel_lines(item, labels)
    lines += [_block(item, block) for block in item.result.get("blocked_by", [])]
    lines += decided_words(item.result.get("decided_by_one"))
    lines += [f"Ghi nhận: {_fact(item, name)}. Căn cứ: {fact['reason']}" for name, fact in item.facts.items()]
    lines += item.result.get("notes", [])
    lines += [f"Kiểm nghiệm: {found['words']}" for found in [item.result.get("test")] if found]
    lines += [f"Chỗ in nghi vấn {doubt} được quyết định tại: {paper}" for doubt, paper in settled_by(item)]
    lines += resolutions(item)
    return {"name": item.dossier.product.name, "lines": lines}


def _block(item: AgendaItem, block: dict[str, Any]) -> str:
    criteria = load_regulations()[item.dossier.regulation_code].set(item.dossier.set_number).criteria
    name = criteria[block["criterion"]].label.vi
    has = f"đạt mức {block['has']}" if block["has"] else "chưa đạt mức nào"
    where = f"tiêu chí {block['criterion']} {name}"
    return f"Chưa đạt yêu cầu {block['stars']} sao ở {where}: cần mức {block['needs']}, {has}"


def _fact(item: AgendaItem, name: str) -> str:
    product_set = load_regulations()[item.dossier.regulation_code].set(item.dossier.set_number)
    return next((one.label.vi for one in findings(product_set) if one.name == name), name)


def _by_paper(items: Iterable[AgendaItem], labels: Mapping[int, str]) -> Iterator[str]:
    """The sheets that two people typed from paper that their members signed."""
    for item in items:
        for sheet in item.sealed:  # type: ignore[attr-defined]  # read by `minutes_data`
            told = (sheet.content or {}).get("from_paper")
            if told:
                two = f"{told['entered_by']} nhập, {told['checked_by']} đối chiếu"
                of_whom = f"“{item}”, {labels[sheet.seat_id]}, lượt {sheet.pass_no}"
                yield f"{of_whom}: phiếu giấy {told['code']}, {two}; mã băm bản chụp {told['scan']}"


def _record_head() -> str:
    """The last act on record before the meeting closed: its number and the code of its hash."""
    head = Head.objects.filter(id=1).first()
    return "" if head is None else f"{head.sequence}: {head.hash}"
