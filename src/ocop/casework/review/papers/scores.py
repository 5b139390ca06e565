"""The table of members' scores: every sealed sheet, what it gave, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.states import ItemState
from ocop.kernel.canonical import short_code
from ocop.kernel.scoring import partial

SILENT = frozenset({ItemState.WITHDRAWN, ItemState.REMOVED})
"""Products without a result: of their sheets only the codes are told."""


@dataclass(frozen=True)
class Row:
    """One sealed sheet: whose, of which pass and edition, its points, whether it counts."""

    item: AgendaItem
    member: str
    sheet: ScoreSheet
    parts: Mapping[str, int]
    total: int | None
    note: str

    @property
    def pass_words(self) -> str:
        """The pass, and which edition where there are several."""
        sheet = self.sheet
        return f"{sheet.pass_no}" + (f", bản {sheet.edition}" if sheet.edition > 1 else "")

    @property
    def code(self) -> str:
        """The short code."""
        return short_code(self.sheet.sha256)


def score_rows(items: Iterable[AgendaItem], labels: Mapping[int, str]) -> Iterator[Row]:
    """Every sealed sheet of products that were read with `with_history`, in the order of the agenda."""
    for item in items:
        known = _known_points(item)
        sheets: Sequence[ScoreSheet] = item.sealed  # type: ignore[attr-defined]
        for sheet in sorted(sheets, key=lambda one: (one.pass_no, labels[one.seat_id], one.edition)):
            parts, total = _points(item, sheet, known)
            yield Row(item, labels[sheet.seat_id], sheet, parts, total, _note(item, sheet))


def _known_points(item: AgendaItem) -> dict[str, tuple[Mapping[str, int], int]]:
    """By the hash of a sheet what the results say of it."""
    found: dict[str, tuple[Mapping[str, int], int]] = {}
    for result in (*(one.result for one in item.earlier_results.all()), item.result):
        for row in result.get("members", ()):
            found[result["sheets"][str(row["seat"])]] = row["parts"], row["total"]
    return found


def _points(
    item: AgendaItem, sheet: ScoreSheet, known: Mapping[str, tuple[Mapping[str, int], int]]
) -> tuple[Mapping[str, int], int | None]:
    """Those of the results; of a sheet that came into none, added up now."""
    if item.state in SILENT:
        return {}, None
    if sheet.sha256 in known:
        return known[sheet.sha256]
    frozen = dossier_for_scoring(item.dossier)
    facts = {**frozen.facts, **item.known_facts}
    alone = partial(frozen.regulation, frozen.product_set, sheet.choices, facts)
    return {str(part): int(points) for part, points in alone.parts.items()}, int(alone.total or 0)


def _note(item: AgendaItem, sheet: ScoreSheet) -> str:
    """Whether it counts, or why not."""
    if item.state in SILENT:
        return "không có kết quả"
    if any(row.has_conflict and row.seat_id == sheet.seat_id for row in item.conflicts):  # type: ignore[attr-defined]
        return "không tính: xung đột lợi ích"
    later = getattr(sheet, "corrected_by", None)
    if later is not None:
        return f"không tính: đã sửa thành {short_code(later.sha256)}"
    if sheet.pass_no == item.pass_no:
        return _extreme(item, sheet) or "tính"
    ruled = {(row.seat_id, row.pass_no): row.counts for row in item.rulings.all()}
    if ruled.get((sheet.seat_id, sheet.pass_no + 1)):
        return f"tính ở lượt {sheet.pass_no + 1} theo quyết định của chủ trì"
    return "lượt trước"


def _extreme(item: AgendaItem, sheet: ScoreSheet) -> str:
    """That the total of the sheet left the mean, as the working rules want of the highest and the lowest."""
    left = {row["seat"] for row in item.result.get("members", ()) if row.get("leaves_mean")}
    return "không tính vào trung bình: cao nhất hoặc thấp nhất" if sheet.seat_id in left else ""


def tables(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """A table for each product: the parts in its head, a line for each sheet."""
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        table = found.setdefault(
            row.item.pk, {"name": row.item.dossier.product.name, "parts": list(row.parts), "rows": []}
        )
        points = [str(row.parts[part]) for part in table["parts"]]
        total = "" if row.total is None else str(row.total)
        table["rows"].append([row.member, row.pass_words, *points, total, row.code, row.note])
    return list(found.values())
