"""Papers that an act rests on, and papers that were typed wrong."""

from __future__ import annotations

from datetime import date, datetime

from ocop.casework.review.models import Council
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import file_paper, number_right
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered


def paper_of(
    kind: PaperKind, number: str, day: date, *, issuer: str, subject: str, by: Person, at: datetime
) -> Paper:
    """The paper with this number, put on record where it is not yet."""
    known = paper_numbered(number, issuer=issuer, year=day.year)
    return known or file_paper(
        kind=kind, number=number, issued_on=day, issuer=issuer, subject=subject, by=by, at=at
    )


def right_paper(paper: Paper, number: str, day: date, *, by: Person, at: datetime) -> Paper:
    """The paper under its right number and day. What others rest on too is left as it is: they may mean it.

    Where the right one is on record already, it is that one.
    """
    number = " ".join(number.split())
    if (number, day) == (paper.number, paper.issued_on):
        return paper
    known = paper_numbered(number, issuer=paper.issuer, year=day.year)
    if known is not None and known.pk != paper.pk and known.issued_on == day:
        return known
    councils = Council.objects.filter(established_by=paper) | Council.objects.filter(team_by=paper)
    is_shared = councils.count() > 1 or councils.filter(established_by=paper, team_by=paper).exists()
    if known is None and (is_shared or paper.file_id):
        return file_paper(
            kind=PaperKind(paper.kind), number=number, issued_on=day, issuer=paper.issuer,
            subject=paper.subject, by=by, at=at,
        )  # fmt: skip
    return number_right(paper, number=number, issued_on=day, at=at)


def authority(council: Council, number: str, day: date | None, *, by: Person, at: datetime) -> Paper | None:
    """The written authority to chair, where there is one."""
    if not number or day is None:
        return None
    return paper_of(
        PaperKind.LETTER, number, day, issuer=council.established_by.issuer,
        subject="ủy quyền chủ trì hội đồng", by=by, at=at,
    )  # fmt: skip


def membership(council: Council, number: str, day: date, *, by: Person, at: datetime) -> Paper:
    """The decision that seats a member, or ends a seat."""
    return paper_of(
        PaperKind.DECISION, number, day, issuer=council.established_by.issuer,
        subject="thành viên hội đồng đánh giá, phân hạng sản phẩm OCOP", by=by, at=at,
    )  # fmt: skip
