"""What a decision may decide, and how it is numbered (Decision 26/2026, articles 4 and 7(3))."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

RECOGNISED_BY_PROVINCE = (3, 4)  # article 4(1)(a)
RECOGNISED_FROM_CENTRE = 90  # points, articles 4(1)(b) and 7(4)(g)
MINISTER = "Bộ trưởng Bộ Nông nghiệp và Môi trường"
MINISTRY = "Bộ Nông nghiệp và Môi trường"


class DecisionKind(StrEnum):
    """What a decision does: recognise 3 and 4 stars, approve a result of 90 points or more (article
    7(3)(e)), or give a certificate in place of a wrong one.
    """

    RECOGNITION = "recognition"
    APPROVAL_OF_RESULT = "approval_of_result"
    REPLACEMENT = "replacement"


ON_RESULTS = (DecisionKind.RECOGNITION, DecisionKind.APPROVAL_OF_RESULT)
"""Kinds of decisions that rest on results of the council."""
GIVES_CERTIFICATES = (DecisionKind.RECOGNITION, DecisionKind.REPLACEMENT)


class Cause(StrEnum):
    """Why a certificate is given in place of another; for a holder that is another the law has no such
    way (`TRANSFERRED` is asked so that the answer can be given).
    """

    WRONG = "wrong"
    RENAMED = "renamed"
    SUCCESSOR = "successor"
    TRANSFERRED = "transferred"


# the subject printed on the paper: Vietnamese in every language
SUBJECTS: Mapping[DecisionKind, str] = {
    DecisionKind.RECOGNITION: "Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm {year}",
    DecisionKind.APPROVAL_OF_RESULT: "Phê duyệt kết quả đánh giá sản phẩm OCOP đề nghị hạng 5 sao năm {year}",
    DecisionKind.REPLACEMENT: "Cấp lại giấy chứng nhận sản phẩm OCOP",
}


class Capacity(StrEnum):
    """In which capacity a decision is signed; never for the committee (TM.), the act is the Chair's own."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"


# the lines above the name; the titles of state papers are Vietnamese in every language
CAPACITY_TITLES: Mapping[Capacity, tuple[str, ...]] = {
    Capacity.CHAIR: ("Chủ tịch",),
    Capacity.VICE_CHAIR: ("KT. Chủ tịch", "Phó Chủ tịch"),
}


class PackagePart(StrEnum):
    """What the province sends to the ministry (article 6(3))."""

    TEAM_REPORT = "team_report"
    COUNCIL_REPORT = "council_report"
    APPROVAL = "approval"
    BODY_REPORT = "body_report"
    DOSSIER = "dossier"
    EXTRA_TESTS = "extra_tests"
    SAMPLES = "samples"


IF_ANY = frozenset({PackagePart.EXTRA_TESTS})
"""Parts that may not exist for a product; everything else must be there."""


def package_parts(*, again: bool, has_samples: bool) -> tuple[PackagePart, ...]:
    """The parts beside the letter: for a first 5 stars (R26-20) or `again` (R26-21);
    tourism has no samples.
    """
    if again:
        parts: tuple[PackagePart, ...] = (
            PackagePart.BODY_REPORT,
            PackagePart.DOSSIER,
            PackagePart.EXTRA_TESTS,
        )
    else:
        parts = (
            PackagePart.TEAM_REPORT,
            PackagePart.COUNCIL_REPORT,
            PackagePart.APPROVAL,
            PackagePart.DOSSIER,
            PackagePart.EXTRA_TESTS,
        )
    return (*parts, PackagePart.SAMPLES) if has_samples else parts


_DECISION_NO = re.compile(r"\d{2,6}(?P<mark>-[A-ZĐ]+)?/QĐ-[A-ZĐ]+(-[A-ZĐ]+)*")
_PAPER_NO = re.compile(r"\d{2,6}(?P<mark>-[A-ZĐ]+)?/[A-ZĐ&]+(-[A-ZĐ&]+)*")


def is_decision_no(number: str, mark: str) -> bool:
    """Whether a decision's number is written as it must be,
    with the programme's mark and no other (`-MH`, or none).
    """
    match = _DECISION_NO.fullmatch(number)
    return match is not None and (match["mark"] or "") == mark


def is_paper_no(number: str, mark: str) -> bool:
    """The same for letters and notices: digits, the mark, a slash, capital abbreviations: 15-MH/TTr-SNNMT."""
    match = _PAPER_NO.fullmatch(number.replace("TTr", "TTR"))
    return match is not None and (match["mark"] or "") == mark
