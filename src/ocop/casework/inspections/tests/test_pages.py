"""The pages: from a plan to the revocation, as people see it."""

from __future__ import annotations

import pytest
from django.test import Client

from ocop.casework.inspections.models import CorrectiveOrder, Inspection, InspectionPlan
from ocop.casework.inspections.selectors.inspecting import seen_of
from ocop.casework.inspections.tests.cast import Checks, jpeg
from ocop.casework.revocation.models import Revocation
from ocop.foundation.printing.making import make_due
from tests.walker import Walker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch, at: object) -> None:
    """The pages ask the clock; the tests live on the Monday of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def walker(person) -> Walker:
    client = Client()
    client.force_login(person)
    return Walker(client)


def test_from_the_plan_to_an_order_that_is_closed(checks: Checks):
    phuc = walker(checks.phuc).open("/kiem-tra/ke-hoach/").follow("Lập dự thảo kế hoạch kiểm tra")
    phuc.sees("mặc định 3").press("Lập dự thảo", year="2026", visits="3")
    phuc.sees("Chè Shan").sees("ngành thực phẩm (3 điểm)").sees("ba năm nay chưa lần nào")
    phuc.follow("Ban hành kế hoạch kiểm tra")
    phuc.press("Ban hành kế hoạch kiểm tra", number="77-MH/KH-SNNMT", issued_on="23/11/2026")
    assert InspectionPlan.objects.get().state == "issued"
    phuc.follow("Mở cuộc kiểm tra").press("Mở cuộc kiểm tra", team=[str(checks.phuc.pk)])
    inspection = Inspection.objects.get()
    assert (inspection.plan.year, inspection.items.count()) == (2026, 2)
    phuc.sees("Bạn chưa khai xung đột lợi ích").follow("Khai xung đột lợi ích")
    phuc.press("Khai xung đột lợi ích", relation="none")
    phuc.follow("Ghi phiếu kiểm tra")
    typed = {f"result_{one.name}": "kept" for one in seen_of(inspection)}
    typed |= {"result_1_pack": "not_kept", "note_1_pack": "Khác ảnh."}
    phuc.press("Lưu", **typed).sees("Khác ảnh.")
    inspection.refresh_from_db()
    assert inspection.typed["note_1_pack"] == "Khác ảnh."
    phuc.open(inspection.get_absolute_url()).follow("Kết luận kiểm tra")
    phuc.press("Kết luận kiểm tra", status=422, conclusion_1="maintained", conclusion_2="maintained")
    phuc.press(
        "Kết luận kiểm tra", conclusion_1="to_correct", conclusion_2="maintained",
        demand_1_pack="In lại nhãn.", due_1_pack="23/12/2026",
    )  # fmt: skip
    phuc.sees("Đã kết luận").sees("In lại nhãn.")
    make_due(lambda: checks.at)
    lan = walker(checks.lan).open(inspection.get_absolute_url()).sees("Không đạt").sees("In lại nhãn.")
    assert lan.client.get(f"{inspection.get_absolute_url()}bien-ban.pdf").status_code == 302
    order = CorrectiveOrder.objects.get()
    lan.open(order.get_absolute_url()).follow("Báo đã khắc phục")
    lan.press("Báo đã khắc phục", text="Đã in lại.", proofs=jpeg()).sees("Đã in lại.")
    phuc.open(order.get_absolute_url()).follow("Xác nhận đã khắc phục")
    phuc.press("Xác nhận đã khắc phục", seen="Đã xem.").sees("Đã khắc phục")
    for address in ("/kiem-tra/", "/khac-phuc/", "/phan-anh/", "/kiem-tra/ke-hoach/"):
        phuc.open(address)
        assert phuc.client.get(f"{address}?xuat=xlsx").status_code == 200


def test_a_proposal_leads_to_the_revocation_with_its_paper(checks: Checks):
    inspection = checks.declared()
    checks.typed(inspection, c1="Đã ngừng.")
    checks.conclude(inspection, "revoke", number="15-MH/KL-SNNMT", issued_on=checks.today)
    phuc = walker(checks.phuc).open(inspection.get_absolute_url()).follow("Lập đề nghị thu hồi")
    phuc.press("Lập đề nghị", reason="Theo kết luận.")
    assert Revocation.objects.get().basis == inspection.paper


def test_who_sees_what(checks: Checks, client):
    plan, surprise, report = checks.plan(), checks.opened(), checks.reported()
    for person, seen in (
        (checks.phuc, (200, 200, 200)), (checks.thinh, (200, 200, 200)), (checks.minh, (404, 404, 404)),
        (checks.lan, (404, 404, 404)), (checks.quang, (404, 404, 404)),
    ):  # fmt: skip
        client.force_login(person)
        addresses = [one.get_absolute_url() for one in (plan, surprise, report)]
        assert tuple(client.get(one).status_code for one in addresses) == seen, person


def test_a_contact_is_shown_to_the_province_alone(checks: Checks, cast, client):
    from ocop.casework.inspections.acts import forward_report

    report = checks.reported(contact="0912 345 678", photo=b"RIFF")
    forward_report(report, commune=cast.commune, reason="Xem.", by=checks.phuc, at=checks.at)
    for person, sees in ((checks.phuc, True), (checks.minh, False), (checks.thinh, False)):
        client.force_login(person)
        assert ("0912 345 678" in client.get(report.get_absolute_url()).text) is sees, person
        assert client.get(f"{report.get_absolute_url()}anh.webp").content == b"RIFF"
