"""How a product came to its result: who judged it, every earlier result and why it did not stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Prefetch, Q, prefetch_related_objects

from ocop.casework.review.labels import RESOLUTION_KINDS
from ocop.casework.review.models import (
    AgendaItem,
    Correction,
    Declaration,
    EarlierResult,
    Ruling,
    ScoreSheet,
)
from ocop.casework.review.papers.people import moment, names
from ocop.casework.review.rules import Cause, ResolutionKind
from ocop.casework.review.states import CorrectionState, ItemState, SheetState
from ocop.kernel.canonical import short_code
from ocop.kernel.text import number_vi


def with_history(items: Sequence[AgendaItem]) -> None:
    """Reads at once what the minutes say of these products beside their results."""
    told = Declaration.objects.filter(Q(has_conflict=True) | ~Q(hints=[]))
    conflicts = told.select_related("seat__person").order_by("pk")
    sealed = ScoreSheet.objects.filter(state=SheetState.SEALED).select_related("seat__person", "corrected_by")
    corrections = Correction.objects.select_related("sheet__seat__person", "made", "decided_by")
    prefetch_related_objects(
        items,
        Prefetch("declarations", conflicts, to_attr="conflicts"),
        Prefetch("sheets", sealed.prefetch_related(Prefetch("corrections", corrections)), to_attr="sealed"),
        Prefetch("earlier_results", EarlierResult.objects.select_related("seat__person", "by")),
        Prefetch("rulings", Ruling.objects.select_related("seat__person", "by")),
        "resolutions",
        "votes",
    )


def result_words(pass_no: int, exact: str, spread: Decimal | None, sheets: int, decimals: int) -> str:
    """A result in one line: pass, mean, spread, sheets."""
    wide = "" if spread is None else f", chênh lệch {number_vi(Fraction(spread))}"
    return f"Lượt {pass_no}: điểm trung bình {mean_words(exact, decimals)}{wide}, {sheets} phiếu"


def mean_words(exact: str, decimals: int) -> str:
    """A mean for print, rounded half up; with its exact value where that says more."""
    value = Fraction(exact)
    shown = number_vi(value, decimals)
    return shown if (value * 10**decimals).denominator == 1 else f"{shown} ({value})"


def history(item: AgendaItem, labels: Mapping[int, str]) -> Iterator[str]:
    """Who judged it; every pass and count with its result and why there was another; rulings, corrections."""
    decimals = item.meeting.rules.decimals if item.meeting.rules else 2
    if "bench" in item.result:
        yield _bench(item.result["bench"])
    earlier = [row for row in item.earlier_results.all() if row.cause != Cause.WITHDRAWN]
    for row in earlier:
        sheets = len(row.result["sheets"])
        line = result_words(row.pass_no, row.total_exact, row.spread, sheets, decimals)
        yield f"{line}. {_why(row, labels)}: {row.reason}"
    if earlier and item.total_exact:
        sheets = len(item.result["sheets"])
        line = result_words(item.pass_no, item.total_exact, item.spread, sheets, decimals)
        yield f"{line}: kết quả sau cùng"
    yield from (_ruling(row, labels) for row in item.rulings.all())
    yield from _corrections(item, labels)
    yield from _left(item)


def _bench(record: Mapping[str, Any]) -> str:
    line = f"Chấm sản phẩm này: {len(record['present'])}/{record['members']} thành viên"
    if record["absent"]:
        line += f"; vắng mặt: {names(record['absent'])}"
    if record["conflicted"]:
        line += f"; không tham gia vì xung đột lợi ích: {names(record['conflicted'])}"
    return line


def _why(row: EarlierResult, labels: Mapping[int, str]) -> str:
    whose = "" if row.seat is None else labels[row.seat.pk]
    return {
        Cause.RESCORED: "Hội đồng chấm lại, lý do",
        Cause.REFERRED: "Ý kiến khác nhau, đưa ra phiên họp, lý do",
        Cause.TAKEN_BACK: f"{row.by} đưa về chấm lại, lý do",
        Cause.LATE_CONFLICT: f"Phiếu của {whose} không được tính vì xung đột lợi ích phát hiện muộn",
        Cause.CORRECTED: f"Phiếu của {whose} được sửa, lý do",
    }[Cause(row.cause)]


def _ruling(row: Ruling, labels: Mapping[int, str]) -> str:
    word = "được tính" if row.counts else "không được tính"
    return (
        f"{labels[row.seat_id]} vắng mặt ở lượt {row.pass_no}; phiếu lượt {row.pass_no - 1} {word} theo "
        f"quyết định của {row.by}: {row.reason}"
    )


def _corrections(item: AgendaItem, labels: Mapping[int, str]) -> Iterator[str]:
    sheets: Sequence[ScoreSheet] = item.sealed  # type: ignore[attr-defined]  # read by `with_history`
    for sheet in sorted(sheets, key=lambda one: one.pk):
        for row in sheet.corrections.all():
            whose = f"Phiếu lượt {sheet.pass_no} của {labels[sheet.seat_id]}"
            if row.made is not None:
                yield (
                    f"{whose} được sửa: mã {short_code(sheet.sha256)} thành {short_code(row.made.sha256)}, "
                    f"{row.decided_by} đồng ý lúc {moment(row.decided_at)}; lý do: {row.reason}"
                )
            elif row.state == CorrectionState.DECLINED:
                yield f"{whose}: {row.decided_by} không đồng ý sửa, lý do: {row.answer}"


def _left(item: AgendaItem) -> Iterator[str]:
    """A product that its producer took back."""
    gone = item.result.get("withdrawn")
    if item.state != ItemState.WITHDRAWN or gone is None:
        return
    letter = f" ({gone['letter']}, ngày {gone['letter_on']})" if gone["letter"] else ""
    yield f"Chủ thể rút hồ sơ lúc {gone['at']}{letter}. Lý do: {gone['reason']}"


def resolutions(item: AgendaItem) -> Iterator[str]:
    """What the council settled; what was about an earlier count says so."""
    for row in item.resolutions.all():
        is_old = row.pass_no < item.pass_no or row.pk <= item.resolved_after
        about = f" (lượt {row.pass_no}, trước khi tính lại)" if is_old else ""
        places = "; ".join(f"{code}: {place}" for code, place in row.agreed.items())
        agreed = f" (mức thống nhất: {places})" if places else ""
        yield f"{RESOLUTION_KINDS[ResolutionKind(row.kind)]}{about}: {row.text}{agreed}"
