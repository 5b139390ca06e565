"""What minutes say of the sheets side by side: median, who is far from it, thresholds, splits, votes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.models import AgendaItem, Vote
from ocop.casework.review.selectors.compared import SOURCES
from ocop.casework.review.selectors.votes import is_old, vote_words
from ocop.kernel.text import number_vi


def panel_lines(item: AgendaItem, labels: Mapping[int, str]) -> Iterator[str]:
    """From the frozen result: nothing for one of before, which did not keep this."""
    result: Mapping[str, Any] = item.result
    if result.get("median") is not None:
        yield _middle(result, labels)
    if near := result.get("near"):
        limits = ", ".join(map(str, near))
        yield f"Điểm trung bình cách mức {limits} điểm không quá 1 điểm"
    criteria = set_of(item.dossier).criteria
    for split in result.get("splits", ()):
        about = criteria[split["criterion"]]
        sides = "; ".join(f"“{chosen(about, one['choice'])}”: {len(one['seats'])}" for one in split["sides"])
        met = "đạt" if split["met"] else "chưa đạt"
        yield f"Các phiếu khác nhau về yêu cầu {split['stars']} sao ở {name(about)}: {sides}; kết luận: {met}"
    yield from (_compared(row) for row in result.get("compared", ()))
    yield from (_vote(item, vote, labels) for vote in item.votes.all())


def _middle(result: Mapping[str, Any], labels: Mapping[int, str]) -> str:
    line = f"Trung vị {number_vi(Fraction(result['median']))}"
    if not result["far"]:
        return line
    totals = {row["seat"]: row["total"] for row in result["members"]}
    who = ", ".join(f"{labels[seat]} ({totals[seat]})" for seat in result["far"])
    return f"{line}; lệch hơn {number_vi(Fraction(result['far_from']))} điểm: {who}"


def _compared(row: Mapping[str, Any]) -> str:
    whose = str(SOURCES[row["by"]][0]) if row["by"] in SOURCES else row["by"]
    parts = ", ".join(
        f"{code} {number_vi(Fraction(theirs), 2)} ({'+' if Fraction(apart) > 0 else ''}"
        f"{number_vi(Fraction(apart), 2)})"
        for code, (theirs, apart) in row["parts"].items()
    )
    return f"{whose}, trong ngoặc là chênh lệch của hội đồng: {parts}"


def _vote(item: AgendaItem, vote: Vote, labels: Mapping[int, str]) -> str:
    about = set_of(item.dossier).criteria[vote.criterion]
    old = " (trước khi tính lại)" if is_old(item, vote) else ""
    each = "; ".join(f"{labels[one['seat']]}: {one['says'] or 'không biểu quyết'}" for one in vote.votes)
    return f"{name(about)}{old}. {vote_words(vote)} Từng người: {each}"
