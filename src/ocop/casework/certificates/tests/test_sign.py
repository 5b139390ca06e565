"""Signing: what follows from it, and every reason to refuse it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ocop.casework.certificates.models import Certificate, Decision, ResultNotice
from ocop.casework.certificates.rules import Capacity, DecisionKind
from ocop.casework.certificates.selectors import certificate_by_code, status_on
from ocop.casework.certificates.tests.cast import Desk
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import verify_chain
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Standing, StandingKind


def refusal(call):
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.refusal


def test_signing_gives_recognition_code_and_certificate_of_36_months(desk):
    decision = desk.submitted(desk.item("Chè Shan", "73", 4), desk.item("Chè đen", "55", 3))
    certificates = desk.sign(decision)

    assert (decision.state, decision.number, decision.signed_on) == (
        "signed",
        "512-MH/QĐ-UBND",
        date(2026, 11, 23),
    )
    assert (decision.signer, decision.signer_name, decision.signer_title) == (
        desk.thinh,
        "Hoàng Thịnh",
        "Chủ tịch",
    )
    assert [c.product_code for c in certificates] == ["15-02788-1-2026", "15-02788-2-2026"]
    assert [c.stars for c in certificates] == [4, 3]
    for certificate in certificates:
        assert (certificate.valid_from, certificate.expires_on) == (date(2026, 11, 23), date(2029, 11, 23))
        recognition = certificate.recognition
        assert (recognition.product_code, recognition.certificate_code) == (
            certificate.product_code,
            certificate.code,
        )
        assert (recognition.authority, recognition.number) == (
            desk.programme.authority_name,
            "512-MH/QĐ-UBND",
        )
        assert (recognition.stars, recognition.kind, recognition.status_code) == (
            certificate.stars, "first", "recognised",
        )  # fmt: skip
    dossiers = [row.item.dossier for row in decision.items.all()]
    assert [(d.state, d.outcome) for d in dossiers] == [("concluded", "recognised")] * 2


def test_signing_is_recorded_and_told(desk):
    desk.signed(desk.item("Chè Shan"))
    acts = list(Entry.objects.filter(by=desk.thinh).order_by("sequence").values_list("action", flat=True))
    assert acts == [
        "decision.sign", "dossier.conclude", "recognition.record", "certificate.issue", "resultnotice.write",
    ]  # fmt: skip
    assert verify_chain() is None
    told = Message.objects.filter(kind="certificates.result").order_by("person__username")
    assert [(m.person.username, m.subject) for m in told] == [
        ("lan", "“Chè Shan” được công nhận OCOP 4 sao"),
        ("minh", "“Chè Shan” được công nhận OCOP 4 sao"),
    ]
    notice = ResultNotice.objects.get()
    assert {m.url for m in told} == {notice.get_absolute_url()}
    assert (notice.content["outcome"], notice.content["decision"]) == ("recognised", "512-MH/QĐ-UBND")


def test_the_deputy_signs_for_the_chair(desk):
    decision = desk.signed(capacity=Capacity.VICE_CHAIR)
    assert decision.signer_title == "KT. Chủ tịch, Phó Chủ tịch"


@pytest.mark.parametrize(
    ("signed_on", "expires_on"),
    [
        (date(2026, 8, 31), date(2029, 8, 31)),
        (date(2028, 2, 29), date(2031, 2, 28)),
        (date(2026, 3, 15), date(2029, 3, 15)),
    ],
)
def test_term_by_the_calendar(cast, at, signed_on, expires_on):
    moment = at.replace(year=signed_on.year, month=signed_on.month, day=signed_on.day)
    cast.long_ago = moment - timedelta(days=365)
    desk = Desk(cast, moment)
    (certificate,) = desk.sign(desk.submitted(desk.item()))
    assert certificate.expires_on == expires_on
    assert status_on(certificate, expires_on) == Standing(StandingKind.VALID, expires_on)
    assert status_on(certificate, expires_on + timedelta(days=1)) == Standing(
        StandingKind.EXPIRED, expires_on
    )
    assert status_on(certificate, signed_on - timedelta(days=1)) == Standing(StandingKind.NOT_YET, signed_on)


def test_a_signed_approval_gives_no_certificate(desk):
    item = desk.for_ministry()
    decision = desk.signed(item, kind=DecisionKind.APPROVAL_OF_RESULT)
    assert decision.state == "signed"
    assert (Certificate.objects.count(), Recognition.objects.count()) == (0, 0)
    item.dossier.refresh_from_db()
    assert (item.dossier.state, item.dossier.outcome) == ("concluded", "proposed_to_ministry")


def test_the_newer_recognition_replaces_the_older(desk):
    first = desk.item("Chè Shan")
    (old,) = desk.sign(desk.submitted(first))
    again = desk.item("Chè Shan", dossier=_again(desk, first.dossier), total="86", stars=4)
    (new,) = desk.sign(desk.submitted(again), number="513-MH/QĐ-UBND")
    assert status_on(old, date(2026, 11, 23)).kind == StandingKind.REPLACED
    assert status_on(new, date(2026, 11, 23)).kind == StandingKind.VALID
    assert old.code != new.code


def _again(desk, dossier):
    return type(dossier).objects.create(
        product=dossier.product, kind="upgrade", regulation_code=dossier.regulation_code,
        set_number=dossier.set_number, commune=dossier.commune, state="evaluated", created_at=desk.at,
        created_by=desk.lan, updated_at=desk.at, submitted_at=desk.at, received_at=desk.at,
        proposed_at=desk.at,
        accepted_at=desk.at,
    )  # fmt: skip


def test_a_second_click_changes_nothing(desk):
    decision = desk.submitted()
    (certificate,) = desk.sign(decision)
    refused = refusal(lambda: desk.sign(Decision.objects.get(pk=decision.pk)))
    assert refused.code == "conflict_state"
    assert list(Certificate.objects.values_list("code", flat=True)) == [certificate.code]
    assert ResultNotice.objects.count() == 1


def test_all_or_nothing(desk):
    good, gone = desk.item("Chè Shan"), desk.item("Chè đen")
    decision = desk.submitted(good, gone)
    # somebody ended the second dossier by another way in the meantime
    type(gone.dossier).objects.filter(pk=gone.dossier_id).update(state="excluded", outcome="excluded")
    assert refusal(lambda: desk.sign(decision)).code == "conflict_state"
    decision.refresh_from_db()
    good.dossier.refresh_from_db()
    assert (decision.state, decision.number, good.dossier.state) == ("for_signature", "", "evaluated")
    assert (
        Certificate.objects.count(),
        Recognition.objects.count(),
        Message.objects.filter(kind="certificates.result").count(),
    ) == (0, 0, 0)
    # no serial was lost
    (certificate,) = desk.sign(desk.submitted(desk.item("Chè xanh")))
    assert certificate.product_code == "15-02788-1-2026"


@pytest.mark.parametrize(
    "number",
    [
        "",
        "512",
        "512/QĐ-UBND",
        "512-XX/QĐ-UBND",
        "-MH/QĐ-UBND",
        "5-MH/QĐ-UBND",
        "512-MH/BC-UBND",
        "512-MH/qđ-ubnd",
        "512-MH/QĐ-UBND x",
    ],
)
def test_a_number_that_no_records_office_gives(desk, number):
    refused = refusal(lambda: desk.sign(desk.submitted(), number=number))
    assert refused.code == "number_malformed"
    assert str(refused) == (
        f"“{number}” chưa đúng cách viết số, ký hiệu. Số do văn thư cấp, viết như 512-MH/QĐ-UBND. "
        "Giấy tờ minh hoạ phải có “-MH” để không ai nhầm là thật. Nhập lại số."
    )


def test_a_real_programme_has_no_mark(cast, at):
    desk = Desk(cast, at, mark="")
    decision = desk.submitted()
    assert refusal(lambda: desk.sign(decision, number="512-MH/QĐ-UBND")).code == "number_malformed"
    assert len(desk.sign(decision, number="512/QĐ-UBND")) == 1


def test_a_number_twice_a_year(desk):
    desk.signed(desk.item("Chè Shan"))
    refused = refusal(lambda: desk.signed(desk.item("Chè đen")))
    assert (refused.code, refused.what) == (
        "number_taken",
        "Số 512-MH/QĐ-UBND năm 2026 đã dùng cho “Công nhận sản phẩm OCOP đạt 3 sao, 4 sao năm 2026”.",
    )


def test_a_number_that_another_paper_of_the_authority_has(desk):
    paper = desk.paper("77-MH/QĐ-UBND")
    type(paper).objects.filter(pk=paper.pk).update(year=2026)
    assert refusal(lambda: desk.signed(number="77-MH/QĐ-UBND")).code == "number_taken"


def test_the_database_refuses_a_number_twice(desk):
    first, second = (
        desk.signed(desk.item("Chè Shan")),
        desk.signed(desk.item("Chè đen"), number="513-MH/QĐ-UBND"),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=second.pk).update(number=first.number)


def test_a_date_before_the_meeting_closed(desk):
    decision = desk.submitted()
    assert len(desk.sign(decision, signed_on=date(2026, 11, 16))) == 1
    refused = refusal(
        lambda: desk.signed(desk.item("Chè đen"), number="513-MH/QĐ-UBND", signed_on=date(2026, 11, 15))
    )
    assert refused.code == "signed_too_early"
    assert refused.what == "Ngày ký 15/11/2026 sớm hơn ngày bế mạc phiên họp 16/11/2026."


def test_a_date_that_has_not_come(desk):
    refused = refusal(lambda: desk.signed(signed_on=date(2026, 11, 24)))
    assert (refused.code, refused.what) == ("signed_in_future", "Ngày ký 24/11/2026 chưa tới.")


def test_only_the_signer_signs(desk):
    decision = desk.submitted()
    for person in (desk.phuc, desk.lan, desk.minh, desk.quang, desk.hoa):
        assert refusal(lambda by=person: desk.sign(decision, by=by)).code == "not_signer"
    assert refusal(lambda: desk.sign(decision, by=desk.quang)).what == "Bạn không ký được quyết định này."


def test_a_signer_whose_period_ended_signs_nothing(desk):
    desk.thinh.appointments.update(ends_at=desk.at)
    assert refusal(desk.signed).code == "not_signer"


def test_who_had_a_hand_in_the_draft_does_not_sign(desk):
    from ocop.casework.certificates.acts import amend_decision, return_decision, submit_decision

    drafted = desk.submitted(desk.item("Chè Shan"))
    desk.cast.appoint(desk.phuc, "signer")
    assert refusal(lambda: desk.sign(drafted, by=desk.phuc)).code == "drafter_signs"

    return_decision(drafted, reason="Sửa trích yếu", by=desk.thinh, at=desk.at)
    amend_decision(drafted, subject="Công nhận sản phẩm OCOP", by=desk.van, at=desk.at)
    submit_decision(drafted, by=desk.phuc, at=desk.at)
    desk.cast.appoint(desk.van, "signer")
    refused = refusal(lambda: desk.sign(drafted, by=desk.van))
    assert (refused.code, refused.what) == ("drafter_signs", "Người soạn không tự ký quyết định của mình.")
    assert len(desk.sign(drafted)) == 1


def test_a_signer_with_a_conflict_does_not_sign(desk):
    item = desk.item("Chè Shan")
    decision = desk.submitted(item)
    desk.conflict(item, desk.thinh)
    refused = refusal(lambda: desk.sign(decision))
    assert (refused.code, refused.what) == ("conflict_of_interest", "Bạn không xử lý được “Chè Shan”.")


def test_serials_go_on_after_what_the_register_shows(desk):
    product = desk.dossier("Chè cũ").product
    Recognition.objects.create(
        product=product, stars=3, year=2026, date_precision="year", status_code="recognised",
        product_code="15-02788-1-2026",
    )  # fmt: skip
    (certificate,) = desk.sign(desk.submitted())
    assert certificate.product_code == "15-02788-2-2026"


def test_serials_belong_to_the_year_of_the_evaluation(desk):
    last_year = desk.closed_meeting(desk.at.replace(year=2025))
    decision = desk.submitted(desk.item("Chè cũ", meeting=last_year), desk.item("Chè mới"))
    assert [c.product_code for c in desk.sign(decision)] == ["15-02788-1-2025", "15-02788-1-2026"]


@pytest.mark.parametrize("stars", [1, 2, 5])
def test_no_certificate_below_three_or_at_five_stars(desk, stars):
    (certificate,) = desk.sign(desk.submitted())
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.filter(pk=certificate.pk).update(stars=stars)


def test_codes_are_random_and_found_however_typed(desk, django_assert_num_queries):
    (certificate,) = desk.sign(desk.submitted())
    assert len(certificate.code) == 16
    typed = f"{certificate.code[:4].lower()} {certificate.code[4:8]}-{certificate.code[8:]}"
    with django_assert_num_queries(2):
        found = certificate_by_code(typed)
        assert (found.decision_item.printed["product"], found.product.producer.name) == (
            "Chè Shan Suối Giàng", "Hợp tác xã Mẫu Nà Lốc",
        )  # fmt: skip
        assert (found.decision_item.decision.number, found.decision_item.decision.programme.paper_mark) == (
            "512-MH/QĐ-UBND", "-MH",
        )  # fmt: skip
        assert found.decision_item.item.dossier.commune.parent.name == "Lào Cai"
        assert status_on(found, date(2026, 11, 23)).kind == StandingKind.VALID
    assert certificate_by_code("0000000000000000") is None
    with django_assert_num_queries(0):
        assert certificate_by_code("không phải mã") is None


def test_a_signature_asks_as_much_for_each_product(desk):
    """Its dossier, recognition, certificate, notice, what both papers say, and the words it is found by."""

    def asked(count: int, number: str) -> int:
        decision = desk.submitted(*[desk.item(f"Chè {number} {place}") for place in range(count)])
        with CaptureQueriesContext(connection) as captured:
            desk.sign(decision, number=number)
        return len(captured)

    two, five = asked(2, "512-MH/QĐ-UBND"), asked(5, "513-MH/QĐ-UBND")
    assert five - two == 3 * 35
    assert two <= 110  # one less on SQLite
