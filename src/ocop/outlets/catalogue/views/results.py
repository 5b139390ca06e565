"""Results of a round for everyone, once the Chair has signed (article 7(3)(e), R26-31): what was recognised
with its stars, what is before the ministry, and what the ministry answered. Nothing that is not signed, and
no points.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.casework.certificates.models import CentralAnswer, Decision, DecisionItem
from ocop.casework.certificates.rules import ON_RESULTS, DecisionKind
from ocop.casework.certificates.states import DecisionState
from ocop.foundation.documents.engines.xlsx import workbook
from ocop.foundation.documents.exports import XLSX, shown_pdf
from ocop.foundation.documents.selectors import content_of
from ocop.outlets.catalogue.labels import say
from ocop.registers.products.selectors import standing_of

ANY = 0
"""In an address, the number of a round for meetings that belong to none."""


@dataclass(frozen=True)
class Published:
    """One product of a signed decision, as the decision printed it; `status` is what holds today."""

    row: DecisionItem
    status: Any
    answer: CentralAnswer | None = None
    """What the ministry said of a product that was proposed to it; None while it is before the ministry."""

    @property
    def number(self) -> str:
        """The number of the decision as it is known to be right now."""
        return self.row.decision.number_on(timezone.now())

    @property
    def is_listed(self) -> bool:
        """Whether the product has a page of its own."""
        return self.row.decision.kind == DecisionKind.RECOGNITION

    @property
    def is_waiting(self) -> bool:
        """Whether the product is before the ministry, which has not answered."""
        return not self.is_listed and self.answer is None

    @property
    def stars(self) -> int | None:
        """What the decision gave, or of a product proposed to the ministry what the ministry recognised; none
        below 90 points: the Chair has still to decide what follows (article 7(4)(g)).
        """
        if self.answer is None:
            return self.row.stars
        return self.answer.stars if self.answer.is_recognised else None

    @property
    def said(self) -> str:
        """What the ministry answered, in a sentence."""
        if self.answer is None:
            return _("Trước Bộ")
        paper = {"number": self.answer.paper.number, "day": f"{self.answer.paper.issued_on:%d/%m/%Y}"}
        if self.answer.is_recognised:
            return _("Bộ công nhận 5 sao, quyết định số %(number)s ngày %(day)s") % paper
        return _("Bộ đã trả lời: chưa đạt 5 sao, văn bản số %(number)s ngày %(day)s") % paper

    def cells(self) -> list[Any]:
        """The same as a line of a table."""
        said = self.row.printed
        stars = self.row.stars if self.is_listed else self.said
        signed = self.row.decision.signed_on
        day = "" if signed is None else f"{signed:%d/%m/%Y}"
        status = "" if self.status is None else self.status.word
        return [said["product"], said["producer"], said["place"], stars, self.number, day, status]


def _signed() -> QuerySet[Any]:
    rows = DecisionItem.objects.live().filter(
        decision__state=DecisionState.SIGNED, decision__kind__in=ON_RESULTS
    )
    return rows.annotate(
        year=Coalesce("item__meeting__round__year", ExtractYear("decision__signed_on")),
        turn=Coalesce("item__meeting__round__number", ANY),
    )


def _published(year: int, turn: int) -> list[Published]:
    """The products of a round, the most stars first; 404 where nothing is signed."""
    rows = (
        _signed()
        .filter(year=year, turn=turn)
        .select_related("decision__file", "product", "certificate__recognition")
    )
    rows = rows.prefetch_related("decision__corrections", "certificate__recognition__events__paper")
    answers = _answers(year, turn)
    found = [
        Published(row, _status(row, answers), answers.get(row.pk))
        for row in rows.order_by("-stars", "decision", "position", "pk")
    ]
    if not found:
        raise Http404(_("Chưa có kết quả nào được công bố."))
    return found


def _answers(year: int, turn: int) -> dict[int, CentralAnswer]:
    """By the product of a decision of the round what the ministry answered. One statement."""
    asked = _signed().filter(year=year, turn=turn, decision__kind=DecisionKind.APPROVAL_OF_RESULT).order_by()
    rows = CentralAnswer.objects.filter(proposal__decision_item__in=asked.values("pk"))
    rows = rows.select_related("proposal", "paper", "recognition").prefetch_related(
        "recognition__events__paper"
    )
    return {one.proposal.decision_item_id: one for one in rows}


def _status(row: DecisionItem, answers: dict[int, CentralAnswer]) -> Any:
    """Of the certificate of the province, or of the recognition that the ministry gave."""
    certificate, answer = getattr(row, "certificate", None), answers.get(row.pk)
    recognition = certificate.recognition if certificate else answer.recognition if answer else None
    if recognition is None:
        return None
    return say(recognition, standing_of(recognition, timezone.localdate()))


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Every round of which a decision is signed, the latest first."""
    rounds = _signed().order_by("-year", "-turn").values_list("year", "turn").distinct()
    context = {"rounds": [(year, turn, title(year, turn)) for year, turn in rounds]}
    return render(request, "catalogue/results.html", context)


@require_safe
def results_of(request: HttpRequest, year: int, turn: int) -> HttpResponse:
    """One round: recognised products by stars, those before the ministry, the decisions."""
    found = _published(year, turn)
    decisions = {one.row.decision_id: one.row.decision for one in found}
    now = timezone.now()
    context = {
        "heading": title(year, turn),
        "year": year,
        "turn": turn,
        "recognised": [one for one in found if one.is_listed],
        "proposed": [one for one in found if one.is_waiting],
        "answered": [one for one in found if one.answer is not None],
        "decisions": [(one, one.number_on(now)) for one in decisions.values()],
    }
    return render(request, "catalogue/results_of.html", context)


@require_safe
def results_xlsx(request: HttpRequest, year: int, turn: int) -> HttpResponse:
    """The same as a spreadsheet."""
    made = workbook(title(year, turn), _head(), (one.cells() for one in _published(year, turn)))
    return _download(made, XLSX, f"ket-qua-ocop-{year}-{turn}.xlsx")


@require_safe
def results_csv(request: HttpRequest, year: int, turn: int) -> HttpResponse:
    """The same as text for programs, in UTF-8 with a mark that spreadsheets look for."""
    out = io.StringIO()
    lines: Iterable[list[Any]] = [_head(), *(one.cells() for one in _published(year, turn))]
    csv.writer(out).writerows([[_plain(cell) for cell in line] for line in lines])
    content = out.getvalue().encode("utf-8-sig")
    return _download(content, "text/csv; charset=utf-8", f"ket-qua-ocop-{year}-{turn}.csv")


@require_safe
def decision_pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    """The signed decision on results as it was kept; 404 for a draft and before its PDF is there."""
    rows = Decision.objects.filter(state=DecisionState.SIGNED, kind__in=ON_RESULTS, file__isnull=False)
    found = get_object_or_404(rows.select_related("file"), key=key)
    assert found.file is not None  # noqa: S101 - asked for
    return shown_pdf(content_of(found.file), f"quyet-dinh-{found.signed_on:%Y-%m-%d}.pdf")


def title(year: int, turn: int) -> str:
    """A round in words."""
    if turn == ANY:
        return _("Kết quả đánh giá OCOP năm %(year)s") % {"year": year}
    return _("Kết quả đánh giá OCOP đợt %(turn)s năm %(year)s") % {"turn": turn, "year": year}


def _head() -> list[str]:
    return [
        _("Sản phẩm"), _("Chủ thể"), _("Địa phương"), _("Hạng sao"), _("Số quyết định"), _("Ngày ký"),
        _("Hiệu lực hiện nay"),
    ]  # fmt: skip


def _plain(cell: Any) -> str:
    """No cell is a formula for a spreadsheet."""
    text = str(cell)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
