"""The term of a certificate comes from the law of its dossier, on every page and paper;
what was issued stays.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from ocop.casework.certificates.lists import CertificateFilter
from ocop.casework.certificates.models import Certificate, ResultNotice
from ocop.casework.certificates.papers import decision_pdf
from ocop.casework.certificates.papers.decision import decision_data
from ocop.casework.certificates.papers.letters import notice_data
from ocop.casework.certificates.selectors.terms import term_of
from ocop.casework.certificates.tests.test_papers import words
from ocop.foundation.printing.tests.printed import printed_now
from ocop.kernel.law.tests.changed import changed_law


@pytest.fixture(autouse=True)
def _now(at, monkeypatch):
    """The pages are opened at the moment of the scene."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


@pytest.fixture
def change(tmp_path, monkeypatch):
    """Puts another Decision 26/2026 into force:
    certificates of 48 months, the window of renewal from 90 to 60 days.
    """
    return lambda: monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path))


def terms(decision):
    """The term that the decision and its notice print."""
    return decision_data(decision)["term"], notice_data(ResultNotice.objects.get())["term"]


def test_another_term_in_the_data_is_signed_and_printed(desk, change):
    change()
    decision = desk.submitted(desk.item())
    assert decision_data(decision)["term"] == "48 tháng"
    (certificate,) = desk.sign(decision)
    assert (certificate.expires_on, certificate.recognition.expires_on) == (
        date(2030, 11, 23),
        date(2030, 11, 23),
    )
    assert terms(decision) == ("48 tháng", "48 tháng")
    printed = [words(decision_pdf(decision, at=desk.at)), words(printed_now(ResultNotice.objects.get()))]
    assert ["có giá trị 48 tháng kể từ ngày ban hành" in text for text in printed] == [True, True]


def test_what_was_issued_stays(desk, change):
    decision = desk.signed()
    change()
    assert Certificate.objects.get().expires_on == date(2029, 11, 23)
    assert terms(decision) == ("36 tháng", "36 tháng")


def test_two_terms_of_one_paper_are_both_named(desk, change):
    old = desk.signed(desk.item("Chè Shan"))
    change()
    new = desk.submitted(desk.item("Chè đen"))
    both = term_of([*old.items.all(), *new.items.all()], desk.at.date())
    assert (both.vi, both.en) == ("36 tháng hoặc 48 tháng", "36 months or 48 months")


def test_pages_name_the_term_and_the_window_of_the_data(client, desk, change):
    change()
    waiting, signed = (
        desk.submitted(desk.item("Chè Shan")),
        desk.signed(desk.item("Chè đen"), number="513-MH/QĐ-UBND"),
    )
    notice = ResultNotice.objects.get(item=signed.items.get().item)
    pages = (
        (
            desk.thinh,
            reverse("certificates:sign", args=[waiting.key]),
            "giấy chứng nhận 48 tháng và trang tra cứu",
        ),
        (desk.lan, notice.get_absolute_url(), "Giấy chứng nhận có giá trị 48 tháng kể từ"),
        (desk.phuc, reverse("certificates:certificates"), "một giấy chứng nhận, giá trị 48 tháng."),
        (desk.phuc, reverse("certificates:certificates"), "Hết hạn trong 90 ngày"),
    )
    for person, url, said in pages:
        client.force_login(person)
        assert (url, client.get(url).content.decode().count(said)) == (url, 1)


@pytest.mark.parametrize(("expires_on", "count"), [(date(2027, 2, 21), 1), (date(2027, 2, 22), 0)])
def test_the_register_is_filtered_by_the_window_of_the_data(desk, change, expires_on, count):
    desk.signed()
    Certificate.objects.update(expires_on=expires_on)  # 23 November 2026 and 90 days is 21 February 2027
    change()
    assert CertificateFilter({"han": "sap"}, Certificate.objects.all()).qs.count() == count


def test_a_page_in_english_says_months(client, desk, change):
    change()
    with override("en"):
        label = dict(CertificateFilter({}, Certificate.objects.all()).form.fields["han"].choices)["sap"]
    assert label == "Expiring within 90 days"


def test_a_dossier_finished_under_the_earlier_law_gets_the_term_of_that_law(desk, tmp_path, monkeypatch):
    decision = desk.submitted(desk.item())
    later = {"code": "qd-1-2026", "issued_on": "2026-10-01", "effective_from": "2026-11-01"}
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", changed_law(tmp_path, **later))
    assert decision_data(decision)["term"] == "36 tháng"
    (certificate,) = desk.sign(decision)
    assert certificate.expires_on == date(2029, 11, 23)
