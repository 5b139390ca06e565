"""Notices of results for every product, and proposals to the ministry."""

from __future__ import annotations

from datetime import date

import pytest

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Certificate, Proposal, ResultNotice
from ocop.casework.certificates.rules import DecisionKind, PackagePart, package_parts
from ocop.casework.certificates.selectors import package_of, unnoticed, waiting
from ocop.casework.certificates.tests.cast import TOURISM
from ocop.casework.dossiers.models import Exclusion
from ocop.foundation.notifications.models import Message
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.waiting import gather
from ocop.registers.products.models import Recognition

APPROVAL = DecisionKind.APPROVAL_OF_RESULT
P = PackagePart
FULL = {part.value: True for part in (P.TEAM_REPORT, P.COUNCIL_REPORT, P.APPROVAL, P.DOSSIER, P.SAMPLES)}


def refusal(call):
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.refusal


def notify(desk, item, **given):
    return acts.notify_result(item, **{"by": desk.phuc, "at": desk.at, **given})


def test_a_low_result_ends_the_dossier_and_is_told(desk):
    item = desk.low("Rượu ngô", "41", 2)
    notice = notify(desk, item, number="33-MH/TB-SNNMT", noticed_on=date(2026, 11, 20))
    item.dossier.refresh_from_db()
    assert (item.dossier.state, item.dossier.outcome) == ("concluded", "not_recognised")
    assert (notice.content["outcome"], notice.content["total"], notice.content["stars"]) == (
        "not_recognised", "41.00", 2,
    )  # fmt: skip
    told = Message.objects.filter(kind="certificates.result").order_by("person__username")
    assert [(m.person, m.subject) for m in told] == [
        (desk.lan, "Kết quả đánh giá “Rượu ngô”: 2 sao"), (desk.minh, "Kết quả đánh giá “Rượu ngô”: 2 sao"),
    ]  # fmt: skip
    assert (Certificate.objects.count(), Recognition.objects.count()) == (0, 0)


def test_an_excluded_product_is_told_too(desk):
    item = desk.excluded("Mật ong")
    notice = notify(desk, item)
    assert notice.content["outcome"] == "excluded"
    assert Message.objects.filter(subject="Kết quả đánh giá “Mật ong”: bị loại").count() == 2


def test_the_notice_prints_the_ground_with_the_reason(desk):
    item = desk.excluded("Mật ong")
    Exclusion.objects.create(
        dossier=item.dossier, ground="dossier_forged", reason="Hợp đồng giả.", at=desk.at, by=desk.phuc
    )
    assert notify(desk, item).content["reason"] == "Hồ sơ có giấy tờ giả mạo. Hợp đồng giả."


def test_every_product_of_a_meeting_gets_one_notice(desk):
    desk.signed(desk.item("A"), desk.item("B"))
    desk.signed(desk.for_ministry("C"), kind=APPROVAL, number="513-MH/QĐ-UBND")
    low, out = desk.low("D"), desk.excluded("E")
    assert list(unnoticed(desk.phuc, desk.at)) == [low, out]
    acts.notify_results([low, out], by=desk.phuc, at=desk.at)
    assert not unnoticed(desk.phuc, desk.at).exists()
    told = {notice.item_id for notice in ResultNotice.objects.all()}
    assert told == set(desk.meeting.items.values_list("pk", flat=True))


def test_reasons_to_refuse_a_notice(desk):
    low = desk.low("Rượu ngô")
    assert refusal(lambda: notify(desk, low, by=desk.thinh)).code == "not_province_officer"
    assert refusal(lambda: acts.notify_results([], by=desk.phuc, at=desk.at)).code == "nothing_chosen"
    assert (
        refusal(lambda: notify(desk, low, number="33/TB-SNNMT", noticed_on=desk.at.date())).code
        == "number_malformed"
    )
    assert refusal(lambda: notify(desk, low, number="33-MH/TB-SNNMT")).code == "letter_incomplete"
    early = {"number": "33-MH/TB-SNNMT", "noticed_on": date(2026, 11, 15)}
    assert refusal(lambda: notify(desk, low, **early)).code == "signed_too_early"
    late = {"number": "33-MH/TB-SNNMT", "noticed_on": date(2026, 11, 24)}
    assert refusal(lambda: notify(desk, low, **late)).code == "paper_from_future"
    pending = desk.low("Chè", meeting=desk.closed_meeting(state="open"))
    assert refusal(lambda: notify(desk, pending)).code == "result_not_closed"
    waits = refusal(lambda: notify(desk, desk.item("Chè Shan")))
    assert (waits.code, waits.what) == (
        "decision_comes_first",
        "“Chè Shan” chờ quyết định, chưa thông báo riêng được.",
    )
    notify(desk, low)
    again = refusal(lambda: notify(desk, low))
    assert (again.code, again.what) == ("conflict_already_noticed", "“Rượu ngô” đã có thông báo kết quả.")
    kept = desk.low("Mắc ca")
    desk.conflict(kept, desk.phuc)
    assert refusal(lambda: notify(desk, kept)).code == "conflict_of_interest"


def test_a_number_is_given_once(desk):
    notice = notify(desk, desk.low("Rượu ngô"))
    given = {"noticed_on": desk.at.date(), "by": desk.phuc, "at": desk.at}
    assert refusal(lambda: acts.number_notice(notice, number="x", **given)).code == "number_malformed"
    assert refusal(lambda: acts.number_notice(notice, number="", **given)).code == "letter_incomplete"
    assert refusal(
        lambda: acts.number_notice(notice, number="33-MH/TB-SNNMT", **{**given, "by": desk.lan})
    ).code == "not_province_officer"  # fmt: skip
    acts.number_notice(notice, number="33-MH/TB-SNNMT", **given)
    notice.refresh_from_db()
    assert (notice.number, notice.noticed_on) == ("33-MH/TB-SNNMT", desk.at.date())
    again = refusal(lambda: acts.number_notice(notice, number="34-MH/TB-SNNMT", **given))
    assert (again.code, again.what) == ("conflict_notice_numbered", "Thông báo của “Rượu ngô” đã có số.")


def test_parts_of_the_package_by_the_decree():
    first = (P.TEAM_REPORT, P.COUNCIL_REPORT, P.APPROVAL, P.DOSSIER, P.EXTRA_TESTS, P.SAMPLES)
    again = (P.BODY_REPORT, P.DOSSIER, P.EXTRA_TESTS, P.SAMPLES)
    assert package_parts(again=False, has_samples=True) == first
    assert package_parts(again=False, has_samples=False) == first[:-1]
    assert package_parts(again=True, has_samples=True) == again
    assert package_parts(again=True, has_samples=False) == again[:-1]


def test_tourism_sends_no_samples(desk):
    item = desk.for_ministry(dossier=desk.dossier("Homestay", TOURISM))
    row = desk.signed(item, kind=APPROVAL).items.get()
    assert P.SAMPLES not in package_of(row)


def test_a_renewed_five_stars_sends_the_shorter_package(desk):
    dossier = desk.dossier("Chè cổ thụ", kind="renewal")
    row = desk.signed(desk.for_ministry(dossier=dossier), kind=APPROVAL).items.get()
    assert P.TEAM_REPORT in package_of(row)
    Recognition.objects.create(
        product=dossier.product, stars=5, year=2023, date_precision="year", status_code="recognised"
    )
    assert package_of(row) == (P.BODY_REPORT, P.DOSSIER, P.EXTRA_TESTS, P.SAMPLES)


def propose(desk, row, **given):
    day = desk.at.date()
    known = {"letter_no": "99-MH/UBND-NLN", "letter_on": day, "sent_on": day, "package": FULL}
    return acts.record_proposal(row, **{**known, "by": desk.phuc, "at": desk.at, **given})


def test_a_proposal_with_its_package(desk):
    row = desk.signed(desk.for_ministry(), kind=APPROVAL).items.get()
    assert [w.key for w in gather(waiting(desk.phuc, desk.at))] == ["certificates.propose"]
    proposal = propose(desk, row)
    assert proposal.package == {**FULL, "extra_tests": False}
    assert (proposal.letter_no, proposal.by) == ("99-MH/UBND-NLN", desk.phuc)
    assert gather(waiting(desk.phuc, desk.at)) == []
    assert Certificate.objects.count() == 0


@pytest.mark.parametrize("part", list(FULL))
def test_a_package_without_a_part_is_refused(desk, part):
    row = desk.signed(desk.for_ministry(), kind=APPROVAL).items.get()
    refused = refusal(lambda: propose(desk, row, package={**FULL, part: False}))
    assert refused.code == "package_incomplete"
    assert Proposal.objects.count() == 0


def test_the_refusal_names_every_missing_part(desk):
    row = desk.signed(desk.for_ministry(), kind=APPROVAL).items.get()
    refused = refusal(lambda: propose(desk, row, package={"dossier": True, "approval": True}))
    assert refused.what == (
        "Hồ sơ gửi trung ương còn thiếu: Báo cáo đánh giá của tổ tư vấn; "
        "Báo cáo đánh giá của hội đồng cấp tỉnh; 05 sản phẩm mẫu."
    )


def test_reasons_to_refuse_a_proposal(desk):
    item = desk.for_ministry("Chè cổ thụ")
    decision = desk.submitted(item, kind=APPROVAL)
    row = decision.items.get()
    early = refusal(lambda: propose(desk, row))
    assert (early.code, early.what) == (
        "result_not_approved",
        "“Chè cổ thụ” chưa có quyết định phê duyệt kết quả.",
    )
    desk.sign(decision)
    row = decision.items.get()
    day = date(2026, 11, 22)
    assert refusal(lambda: propose(desk, row, by=desk.thinh)).code == "not_province_officer"
    assert refusal(lambda: propose(desk, row, letter_on=day)).code == "dates_out_of_order"
    assert refusal(lambda: propose(desk, row, sent_on=day)).code == "dates_out_of_order"
    assert refusal(lambda: propose(desk, row, sent_on=date(2026, 11, 24))).code == "paper_from_future"
    assert refusal(lambda: propose(desk, row, letter_no="99/UBND-NLN")).code == "number_malformed"
    assert refusal(lambda: propose(desk, row, letter_no=" ")).code == "letter_incomplete"
    propose(desk, row)
    again = refusal(lambda: propose(desk, row))
    assert (again.code, again.what) == (
        "conflict_already_proposed",
        "“Chè cổ thụ” đã có văn bản đề nghị trung ương.",
    )
    recognised = desk.signed(desk.item("Chè Shan"), number="600-MH/QĐ-UBND").items.get()
    assert refusal(lambda: propose(desk, recognised)).code == "result_not_approved"


def test_what_waits_for_whom(desk, django_assert_max_num_queries):
    ready = desk.item("Chè mới")
    desk.for_ministry("Chè cổ thụ"), desk.low("Rượu")
    back = desk.submitted(desk.item("Chè A"))
    acts.return_decision(back, reason="Sai", by=desk.thinh, at=desk.at)
    desk.draft(desk.item("Chè B"))
    queued = desk.submitted(desk.item("Chè C"))
    with django_assert_max_num_queries(12):
        mine = gather(waiting(desk.phuc, desk.at))
    assert [(w.key, w.count) for w in mine] == [
        ("certificates.mend", 1), ("certificates.draft", 1), ("certificates.recognition", 1),
        ("certificates.approval_of_result", 1), ("certificates.notify", 1),
    ]  # fmt: skip
    assert mine[2].items[0].title == ready.dossier.product.name
    (sign,) = gather(waiting(desk.thinh, desk.at))
    assert (sign.key, sign.count, sign.items[0].url) == ("certificates.sign", 1, queued.get_absolute_url())
    for person in (desk.lan, desk.minh, desk.quang):
        assert gather(waiting(person, desk.at)) == []
    desk.cast.appoint(desk.phuc, "signer")
    assert "certificates.sign" not in [w.key for w in gather(waiting(desk.phuc, desk.at))]
