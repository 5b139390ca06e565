"""Papers on record."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.documents.tests import corpus
from ocop.foundation.refusals import Refused

PROVINCE = "Chủ tịch UBND tỉnh Lào Cai"


@pytest.fixture
def put(cast, at):
    def put(**changed) -> Paper:
        said = {
            "kind": PaperKind.DECISION,
            "number": "512-MH/QĐ-UBND",
            "issued_on": date(2026, 3, 15),
            "issuer": PROVINCE,
            "subject": "Thành lập Hội đồng",
        }
        return file_paper(**said | changed, by=cast.minh, at=at)

    return put


def test_a_paper_is_recorded_as_the_records_office_wrote_it(put, keep, cast, at):
    scan = keep(corpus.pdf(), "512.pdf")
    paper = put(number="  512-MH/QĐ-UBND ", subject="Tha\u0300nh lập  Hội đồng", file=scan)
    paper.refresh_from_db()
    assert (paper.number, paper.subject, paper.year, paper.file, paper.filed_by, paper.filed_at) == (
        "512-MH/QĐ-UBND", "Thành lập Hội đồng", 2026, scan, cast.minh, at,
    )  # fmt: skip
    assert str(paper) == "Quyết định 512-MH/QĐ-UBND"
    assert paper_numbered("512-MH/QĐ-UBND", issuer=PROVINCE, year=2026) == paper
    assert paper_numbered("512-MH/QĐ-UBND", issuer=PROVINCE, year=2025) is None


def test_a_number_is_given_once_a_year_by_one_issuer(put):
    put()
    with pytest.raises(Refused) as caught:
        put(issued_on=date(2026, 1, 1))
    assert caught.value.refusal.code == "paper_already_filed"
    put(issued_on=date(2025, 12, 31))
    put(issuer="Hội đồng OCOP tỉnh")
    assert Paper.objects.count() == 3


def test_the_database_itself_keeps_numbers_apart(put):
    paper = put()
    paper.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        paper.save()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"number": " "}, "paper_incomplete"),
        ({"issuer": ""}, "paper_incomplete"),
        ({"subject": ""}, "paper_incomplete"),
        ({"issued_on": date(2026, 11, 24)}, "paper_from_the_future"),
    ],
)
def test_an_incomplete_or_future_paper_is_refused(put, changed, code):
    with pytest.raises(Refused) as caught:
        put(**changed)
    assert (caught.value.refusal.code, Paper.objects.count()) == (code, 0)


def test_what_is_missing_is_named(put):
    with pytest.raises(Refused) as caught:
        put(number="", subject="")
    assert caught.value.refusal.what == "Văn bản còn thiếu: số, ký hiệu, trích yếu."


def test_a_paper_of_today_is_taken(put):
    assert put(issued_on=date(2026, 11, 23)).issued_on == date(2026, 11, 23)
