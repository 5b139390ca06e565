"""The pages: who sees them, what a post does, what comes back refused, how many queries they take."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ocop.casework.certificates.models import Certificate, Decision, Proposal, ResultNotice
from ocop.casework.certificates.rules import DecisionKind
from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.rules import FIRST_WAIT, LATE
from ocop.foundation.printing.tests.printed import make_papers

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")


@pytest.fixture(autouse=True)
def _now(at, monkeypatch):
    """The pages are opened at the moment of the scene."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def page(client, person, url, **data):
    client.force_login(person)
    return client.post(url, data) if data else client.get(url)


def url(name, *args):
    return reverse(f"certificates:{name}", args=args)


def test_strangers_find_no_decision(client, desk):
    decision = desk.draft()
    for person in (desk.quang, desk.lan, desk.minh):
        assert page(client, person, url("decision", decision.key)).status_code == 404
        assert page(client, person, url("decision_pdf", decision.key)).status_code == 404
        assert page(client, person, url("decisions")).status_code == 403
        assert page(client, person, url("draft")).status_code == 403
        assert page(client, person, url("notices")).status_code == 403
    client.logout()
    assert client.get(url("decision", decision.key)).status_code == 302


def test_a_signed_decision_opens_to_its_producers_and_communes(client, desk):
    decision = desk.signed()
    for person in (desk.lan, desk.minh):
        response = page(client, person, url("decision", decision.key))
        assert response.status_code == 200
        assert response.context["entries"] == []
    assert page(client, desk.quang, url("decision", decision.key)).status_code == 404


def test_drafting_from_ticked_results(client, desk):
    first, second = desk.item("Chè Shan"), desk.item("Chè đen", "55", 3)
    desk.low()
    response = page(client, desk.phuc, url("draft"))
    assert list(response.context["form"].by_key) == [str(first.pk), str(second.pk)]
    response = page(client, desk.phuc, url("draft"), items=[str(first.pk)], subject="")
    decision = Decision.objects.get()
    assert response.headers["Location"] == url("decision", decision.key)
    assert [row.item for row in decision.items.all()] == [first]
    assert decision.subject == "Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026"


def test_drafting_nothing_comes_back(client, desk):
    desk.item()
    response = page(client, desk.phuc, url("draft"), subject="x")
    assert response.context["form"].errors == {"items": ["Đánh dấu ít nhất một sản phẩm."]}
    assert Decision.objects.count() == 0


def test_an_empty_draft_page_says_when_results_come(client, desk):
    assert "Không có kết quả nào chờ quyết định" in page(client, desk.phuc, url("draft")).content.decode()


def test_amending(client, desk):
    first, second = desk.item("Chè Shan"), desk.item("Chè đen")
    decision = desk.draft(first)
    response = page(
        client, desk.van, url("amend", decision.key), items=[str(second.pk)], subject="Công nhận chè"
    )
    assert response.status_code == 302
    decision.refresh_from_db()
    assert ([row.item for row in decision.items.live()], decision.subject) == ([second], "Công nhận chè")


def test_submit_return_and_sign_through_the_pages(client, desk):
    decision = desk.draft(desk.item("Chè Shan"))
    letter = {"letter_no": "15-MH/TTr-SNNMT", "letter_on": "20/11/2026"}
    assert page(client, desk.phuc, url("submit", decision.key), **letter).status_code == 302
    assert (
        page(client, desk.thinh, url("return", decision.key), reason="Thiếu một sản phẩm").status_code == 302
    )
    assert page(client, desk.phuc, url("submit", decision.key), **letter).status_code == 302
    brief = page(client, desk.thinh, url("sign", decision.key))
    assert brief.context["changes"].reason == "Thiếu một sản phẩm"
    given = {"number": "512-MH/QĐ-UBND", "signed_on": "23/11/2026", "capacity": "chair"}
    response = page(client, desk.thinh, url("sign", decision.key), **given)
    assert (response.status_code, response.headers["Location"]) == (302, url("decision", decision.key))
    certificate = Certificate.objects.get()
    assert make_papers(timezone.now()).made == 3
    certificate.refresh_from_db()
    assert None not in (certificate.file, ResultNotice.objects.get().file, Decision.objects.get().file)
    # a second click, with the same form
    assert page(client, desk.thinh, url("sign", decision.key), **given).status_code == 302
    assert Certificate.objects.count() == 1


def test_a_refused_number_stays_in_the_form(client, desk):
    decision = desk.submitted()
    given = {"number": "512/QĐ-UBND", "signed_on": "23/11/2026", "capacity": "chair"}
    response = page(client, desk.thinh, url("sign", decision.key), **given)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["number"]
    assert 'value="512/QĐ-UBND"' in response.content.decode()
    given |= {"number": "512-MH/QĐ-UBND", "signed_on": "1/11/2026"}
    response = page(client, desk.thinh, url("sign", decision.key), **given)
    assert list(response.context["form"].errors) == ["signed_on"]


def test_after_a_refusal_the_page_shows_what_is_stored(client, desk):
    decision = desk.submitted()
    decision.items.update(stars=5)  # found only after the signature was written, which is taken back
    given = {"number": "512-MH/QĐ-UBND", "signed_on": "23/11/2026", "capacity": "chair"}
    response = page(client, desk.thinh, url("sign", decision.key), **given)
    shown = response.context["decision"]
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["__all__"])
    assert (shown.state, shown.number, response.context["name"]) == ("for_signature", "", decision.subject)
    assert response.context["kicker"] == "Công nhận sản phẩm 3 sao, 4 sao"


def test_the_drafter_who_signs_is_told_why_not(client, desk):
    decision = desk.submitted()
    desk.cast.appoint(desk.phuc, "signer")
    response = page(client, desk.phuc, url("decision", decision.key))
    assert response.context["why_not"].code == "drafter_signs"
    assert [deed.url for deed in response.context["buttons"]] == []
    assert page(client, desk.phuc, url("sign", decision.key)).status_code == 403


def test_buttons_by_person_and_state(client, desk):
    decision = desk.draft()

    def buttons(person):
        return [deed.label for deed in page(client, person, url("decision", decision.key)).context["buttons"]]

    assert buttons(desk.phuc) == ["Trình ký", "Sửa dự thảo", "Bỏ dự thảo"]
    assert buttons(desk.thinh) == []
    page(client, desk.phuc, url("submit", decision.key), letter_no="")
    assert buttons(desk.phuc) == []
    assert buttons(desk.thinh) == ["Ký ban hành", "Trả lại người soạn"]


def test_dropping_asks_for_a_reason(client, desk):
    decision = desk.draft()
    response = page(client, desk.phuc, url("drop", decision.key), reason=" ")
    assert response.context["form"].errors == {"reason": ["Hãy điền ô này."]}
    assert page(client, desk.phuc, url("drop", decision.key), reason="Trùng").status_code == 302
    decision.refresh_from_db()
    assert decision.state == "dropped"
    response = page(client, desk.phuc, url("decision", decision.key))
    assert [row.printed["product"] for row in response.context["rows"]] == ["Chè Shan Suối Giàng"]


def test_a_dropped_decision_no_longer_says_that_it_went_back(client, desk):
    decision = desk.submitted()
    page(client, desk.thinh, url("return", decision.key), reason="Sai tên")
    told = page(client, desk.phuc, url("decision", decision.key))
    assert told.context["changes"].reason == "Sai tên"
    page(client, desk.phuc, url("drop", decision.key), reason="Trùng")
    decision.refresh_from_db()
    dropped = page(client, desk.phuc, url("decision", decision.key))
    assert (decision.state, dropped.context["changes"]) == ("dropped", None)
    assert "Đã bị trả lại" not in dropped.content.decode()


def test_who_declared_a_conflict_meanwhile_finds_no_decision_and_amends_none(client, desk):
    item = desk.item("Chè Shan")
    decision = desk.draft(item)
    desk.conflict(item, desk.phuc)
    sent = {"amend": {"subject": "Khác", "items": [str(item.pk)]}, "drop": {"reason": "x"}, "submit": {}}
    for name, data in sent.items():
        client.force_login(desk.phuc)
        assert client.post(url(name, decision.key), data | {"letter_no": ""}).status_code == 404
    stored = Decision.objects.get(pk=decision.pk)
    assert (stored.state, stored.subject) == ("draft", decision.subject)


def test_the_certificate_page(client, desk):
    (certificate,) = desk.sign(desk.submitted())
    for person in (desk.phuc, desk.thinh, desk.minh, desk.lan):
        response = page(client, person, url("certificate", certificate.code))
        assert response.status_code == 200
        assert str(response.context["stage"]) == "Còn hiệu lực"
    assert page(client, desk.quang, url("certificate", certificate.code)).status_code == 404
    assert page(client, desk.quang, url("certificate_pdf", certificate.code)).status_code == 404
    assert page(client, desk.phuc, url("certificate", "0" * 16)).status_code == 404


def test_a_paper_that_is_not_made_yet_says_so_and_leads_on(client, desk):
    (certificate,) = desk.sign(desk.submitted())
    address = url("certificate_pdf", certificate.code)
    early = page(client, desk.lan, address)
    assert (early.status_code, early.headers["Content-Type"]) == (202, "text/html; charset=utf-8")
    assert f'hx-get="{address}" hx-trigger="every 3s"' in early.content.decode()
    assert "Đang lập bản PDF, thường trong một phút" in early.content.decode()
    certificate.refresh_from_db()
    assert certificate.file is None  # looking writes nothing
    make_papers(desk.at)
    certificate.refresh_from_db()
    kept = page(client, desk.lan, address).headers["Location"]
    assert kept == certificate.file.get_absolute_url()
    assert client.get(address, headers={"HX-Request": "true"}).headers["HX-Redirect"] == kept
    assert b"".join(client.get(kept))[:5] == b"%PDF-"
    client.force_login(desk.quang)
    assert client.get(kept).status_code == 404


def test_every_page_of_a_paper_says_how_it_stands(client, desk):
    decision = desk.signed()
    certificate, notice = Certificate.objects.get(), ResultNotice.objects.get()
    pages = [one.get_absolute_url() for one in (decision, certificate, notice)]

    def said() -> list[str | None]:
        return [page(client, desk.phuc, address).context["printing"] for address in pages]

    assert said() == ["soon"] * 3
    Printout.objects.update(wanted_at=timezone.now() - LATE)
    assert said() == ["late"] * 3
    assert "hãy báo người quản trị" in client.get(pages[0]).content.decode()
    Printout.objects.update(given_up_at=timezone.now(), fault="x")
    assert said() == ["parked"] * 3
    Printout.objects.update(given_up_at=None, fault="")
    make_papers(desk.at)
    assert said() == [None] * 3
    assert "hx-get" not in client.get(pages[0]).content.decode().partition("<main")[2]


def test_the_register_searches_filters_and_exports(client, desk):
    desk.signed(desk.item("Chè Shan", stars=4), desk.item("Mật ong", "55", 3))

    def names(**query):
        client.force_login(desk.minh)
        table = client.get(url("certificates"), query).context["table"]
        return sorted(row.record.decision_item.printed["product"] for row in table.rows)

    assert names() == ["Chè Shan", "Mật ong"]
    assert names(q="che shan") == ["Chè Shan"]
    assert names(q="15-02788-2-2026") == ["Mật ong"]
    assert names(sao="3") == ["Mật ong"]
    assert names(han="het") == []
    assert names(nam="2026") == ["Chè Shan", "Mật ong"]
    response = page(client, desk.phuc, url("certificates") + "?xuat=xlsx")
    assert response.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert page(client, desk.lan, url("certificates")).status_code == 403


def test_an_officer_of_another_commune_sees_none(client, desk, at):
    from ocop.foundation.places.selectors import place

    desk.signed()
    elsewhere = place("02728", "commune", at.date()) or place("02647", "commune", at.date())
    desk.cast.appoint(desk.quang, "commune_officer", place=elsewhere, level="commune")
    assert list(page(client, desk.quang, url("certificates")).context["table"].rows) == []


def test_telling_low_and_excluded_results(client, desk):
    low, out = desk.low(), desk.excluded()
    response = page(client, desk.phuc, url("notices"))
    assert list(response.context["form"].by_key) == [str(low.pk), str(out.pk)]
    given = {"items": [str(low.pk), str(out.pk)], "number": "33-MH/TB-SNNMT", "noticed_on": "23/11/2026"}
    assert page(client, desk.phuc, url("notices"), **given).status_code == 302
    assert (
        list(ResultNotice.objects.order_by("pk").values_list("number", flat=True)) == ["33-MH/TB-SNNMT"] * 2
    )
    for item in (low, out):
        response = page(client, desk.lan, url("notice", item.key))
        assert response.status_code == 200
        assert page(client, desk.quang, url("notice", item.key)).status_code == 404
        assert page(client, desk.lan, url("notice_pdf", item.key)).status_code == 202


def test_numbering_a_notice_later(client, desk):
    decision = desk.signed()
    notice = ResultNotice.objects.get()
    where = url("number", notice.item.key)
    assert page(client, desk.lan, where).status_code == 403
    response = page(client, desk.phuc, where, number="33/TB-SNNMT", noticed_on="23/11/2026")
    assert list(response.context["form"].errors) == ["number"]
    assert page(client, desk.phuc, where, number="33-MH/TB-SNNMT", noticed_on="23/11/2026").status_code == 302
    assert page(client, desk.lan, url("notice", notice.item.key)).context["notice"].number == "33-MH/TB-SNNMT"
    assert decision.is_signed


def test_proposing_to_the_ministry(client, desk):
    decision = desk.signed(desk.for_ministry(), kind=DecisionKind.APPROVAL_OF_RESULT)
    row = decision.items.get()
    where = url("propose", decision.key, row.pk)
    given = {
        "letter_no": "99-MH/UBND-NLN",
        "letter_on": "23/11/2026",
        "sent_on": "23/11/2026",
        "package": ["dossier"],
    }
    response = page(client, desk.phuc, where, **given)
    assert "còn thiếu" in str(response.context["form"].non_field_errors())
    given["package"] = ["team_report", "council_report", "approval", "dossier", "samples"]
    assert page(client, desk.phuc, where, **given).status_code == 302
    assert Proposal.objects.get().package["extra_tests"] is False
    assert page(client, desk.thinh, where).status_code == 403
    letter = page(client, desk.phuc, url("proposal_letter", decision.key, row.pk))
    assert letter.content[:5] == b"%PDF-"
    assert page(client, desk.phuc, url("propose", decision.key, row.pk + 1)).status_code == 404


def test_drafts_of_papers_open_as_pdf(client, desk):
    decision = desk.draft()
    for name in ("decision_pdf", "submission_letter"):
        response = page(client, desk.thinh, url(name, decision.key))
        assert (response.headers["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
        assert response.headers["Cache-Control"] == "private, no-store"


def test_every_page_in_english(client, desk):
    decision = desk.submitted(desk.item("Chè Shan"))
    pages = [
        (desk.phuc, url("decisions")), (desk.phuc, url("draft")), (desk.thinh, url("sign", decision.key)),
        (desk.phuc, url("decision", decision.key)), (desk.phuc, url("certificates")),
        (desk.phuc, url("notices")),
    ]  # fmt: skip
    for person, where in pages:
        assert page(client, person, f"/en{where}").status_code == 200


def count(client, person, where):
    client.force_login(person)
    client.get(where)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(where).status_code == 200
    return len(captured)


def test_lists_take_the_same_queries_for_few_and_many(client, desk):
    desk.signed(*[desk.item(f"Chè {n}") for n in range(3)])
    few = [count(client, desk.phuc, url(name)) for name in ("certificates", "decisions")]
    for n in range(4, 24):
        desk.signed(desk.item(f"Chè {n}"), number=f"6{n:02}-MH/QĐ-UBND")
    many = [count(client, desk.phuc, url(name)) for name in ("certificates", "decisions")]
    assert many == few
    assert count(client, desk.phuc, url("certificates") + f"?q={quote('chè 5')}") <= few[0]


def test_a_decision_of_many_products_takes_no_more_queries(client, desk):
    small = desk.submitted(desk.item("Chè A"), desk.item("Chè B"))
    large = desk.submitted(*[desk.item(f"Chè {n}") for n in range(25)])
    for name, person in (("decision", desk.phuc), ("sign", desk.thinh)):
        few, many = (count(client, person, url(name, decision.key)) for decision in (small, large))
        assert many == few


def test_a_signature_stands_although_no_paper_can_be_made(client, desk, monkeypatch):
    decision = desk.submitted()

    def fails(*_args, **_options):
        raise RuntimeError("no typesetting today")

    with monkeypatch.context() as broken:
        broken.setattr("typst.compile", fails)
        given = {"number": "512-MH/QĐ-UBND", "signed_on": "23/11/2026", "capacity": "chair"}
        assert page(client, desk.thinh, url("sign", decision.key), **given).status_code == 302
        assert len(make_papers(timezone.now()).failed) == 3
        assert page(client, desk.phuc, url("decision", decision.key)).status_code == 200
        assert page(client, desk.phuc, url("decision_pdf", decision.key)).status_code == 202
    decision.refresh_from_db()
    assert (decision.state, decision.file) == ("signed", None)
    assert make_papers(timezone.now() + FIRST_WAIT).made == 3
