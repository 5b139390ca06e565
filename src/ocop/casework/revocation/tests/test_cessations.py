"""A product made no more, a producer dissolved: recorded, a task, offered to the revocation, set aside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.revocation import acts
from ocop.casework.revocation.models import Cessation
from ocop.casework.revocation.selectors import cessations_of, codes_of, waiting
from ocop.casework.revocation.tests.cast import Cases
from ocop.casework.revocation.tests.test_pages import walker
from ocop.foundation.notifications.models import Message
from ocop.foundation.ui.waiting import gather

pytestmark = pytest.mark.django_db


def reported(cases: Cases, kind: str = "stopped", **facts: Any) -> Cessation:
    told = {
        "product": cases.first.product, "number": "15/XN-UBND", "issued_on": date(2026, 11, 16),
        "issuer": "UBND xã Bản Lầu", "note": "Đã ngừng.", "by": cases.minh, "at": cases.at, **facts,
    }  # fmt: skip
    return acts.report_cessation(cases.programme, kind=kind, **told)


def test_the_commune_records_it_and_the_province_has_a_task(cases: Cases, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: cases.at)
    made = reported(cases)
    assert {m.person for m in Message.objects.filter(kind="revocation.cessation")} == {cases.phuc, cases.van}
    [pile] = gather(waiting(cases.phuc, cases.at))
    assert (pile.key, pile.items[0].title, pile.items[0].due_on) == (
        "revocation.ended", "Chè Shan", date(2026, 12, 1),
    )  # fmt: skip
    page = walker(cases.phuc).open(pile.items[0].url).sees("Đã ghi ngừng sản xuất, giải thể")
    assert page.page.xpath('.//textarea[@name="codes"]')[0].text.strip() == cases.first.product_code
    page.press("Lập đề nghị").sees("Chờ xác minh")
    made.refresh_from_db()
    assert (made.state, made.revocation.basis) == ("taken_up", made.paper)
    other = walker(cases.minh).open(cases.second.product.get_absolute_url())
    assert "chuyển giấy" not in other.page.text_content()
    assert [one.key for one in gather(waiting(cases.phuc, cases.at))] == []


def test_a_dissolved_producer_is_about_all_of_its_products(cases: Cases):
    made = reported(cases, "dissolved")
    page = walker(cases.minh).open(cases.second.product.get_absolute_url())
    page.sees("không có điều khoản chuyển giấy sang chủ thể khác").sees("15/XN-UBND")
    codes = codes_of(made, cases.at.date())
    assert codes == [cases.first.product_code, cases.second.product_code]
    cases.prepared(cases.second)
    assert Cessation.objects.get().state == "taken_up"


def test_late_after_fifteen_days(cases: Cases):
    reported(cases, issued_on=date(2026, 11, 2))
    [pile] = gather(waiting(cases.phuc, cases.at))
    assert (pile.late, pile.items[0].is_late) == (1, True)


def test_who_records_and_what_is_refused(cases: Cases):
    for person in (cases.lan, cases.thinh):
        assert refused(lambda by=person: reported(cases, by=by)) == "not_officer"
    made = reported(cases)
    assert refused(lambda: reported(cases, by=cases.phuc)) == "conflict_reported"
    assert refused(lambda: reported(cases, product=cases.second.product, number="")) == "paper_incomplete"
    aside = lambda by, reason="Sản xuất lại.": acts.dismiss_cessation(made, reason=reason, by=by, at=cases.at)
    assert refused(lambda: aside(cases.minh)) == "not_province_officer"
    assert refused(lambda: aside(cases.phuc, " ")) == "reason_missing"
    aside(cases.phuc)
    assert (cessations_of(cases.phuc, cases.at), Cessation.objects.get().state) == ([], "set_aside")
    assert refused(lambda: aside(cases.van)) == "conflict_state"
    assert reported(cases).state == "reported"  # it may be recorded again
