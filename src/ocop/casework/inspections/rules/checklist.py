"""What is looked at: the criteria as they were recognised, and mark, label, promotion (MARK-3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ocop.kernel.law import load_regulations
from ocop.kernel.text import Label


class Part(StrEnum):
    """The two contents of an inspection (article 9(3))."""

    CRITERIA = "criteria"
    MARK = "mark"


class Result(StrEnum):
    """What was found at one line."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    NOT_SEEN = "not_seen"


class Conclusion(StrEnum):
    """What follows for a product."""

    MAINTAINED = "maintained"
    TO_CORRECT = "to_correct"
    REVOKE = "revoke"


@dataclass(frozen=True)
class Line:
    """One line of the list; its code stands in forms and findings."""

    code: str
    part: Part
    label: Label


MARK_LINES = (
    Line("pack", Part.MARK, Label(
        "Bao bì, nhãn đang bán giống ảnh bao bì đã được công nhận",
        "Packaging and label on sale are as on the photograph that was recognised",
    )),
    Line("stars", Part.MARK, Label(
        "Hạng sao in trên bao bì đúng giấy chứng nhận còn hiệu lực",
        "The stars printed are those of a certificate that holds",
    )),
    Line("code", Part.MARK, Label(
        "Mã sản phẩm và mã QR trên nhãn là của đúng sản phẩm này",
        "Product code and QR code on the label are those of this product",
    )),
    Line("other", Part.MARK, Label(
        "Nhãn hiệu OCOP không gắn trên sản phẩm khác của cơ sở",
        "The OCOP mark is on no other product of the producer",
    )),
    Line("label", Part.MARK, Label(
        "Nhãn hàng hoá đủ nội dung bắt buộc, lô và hạn dùng đọc được",
        "The label says all that it must; batch and best-before date can be read",
    )),
    Line("promotion", Part.MARK, Label(
        "Quảng cáo, trang bán hàng nói đúng hạng sao và sự thật về sản phẩm",
        "Advertisements and shop pages tell the right stars and the truth",
    )),
)  # fmt: skip

PLAIN_LINES = (
    Line("c-making", Part.CRITERIA, Label("Còn tổ chức sản xuất", "It is still made")),
    Line("c-material", Part.CRITERIA, Label(
        "Nguồn nguyên liệu như hồ sơ", "Raw materials as in the dossier"
    )),
    Line("c-quality", Part.CRITERIA, Label(
        "Chất lượng, an toàn như hồ sơ; giấy tờ còn hạn", "Quality and safety as in the dossier; papers valid"
    )),
)  # fmt: skip
"""The criteria where no rubric is known of the product: it was entered from an old register."""


def lines(regulation_code: str, set_number: int | None) -> tuple[Line, ...]:
    """Every line for a product: a line for each section of its rubric, then those of the mark."""
    regulation = load_regulations().get(regulation_code)
    if regulation is None or set_number is None or set_number not in regulation.sets:
        return PLAIN_LINES + MARK_LINES
    criteria = tuple(
        Line(f"c{section.code}", Part.CRITERIA, section.label)
        for part in regulation.sets[set_number].parts
        for section in part.sections
    )
    return (criteria or PLAIN_LINES) + MARK_LINES


def refuse_conclusion(conclusion: Conclusion, results: list[Result]) -> bool:
    """Whether a conclusion contradicts what was found: maintained needs every line kept or not seen, the
    others at least one that is not kept.
    """
    return (Result.NOT_KEPT in results) == (conclusion == Conclusion.MAINTAINED)
