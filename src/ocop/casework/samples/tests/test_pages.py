"""The pages: from the dossier to a result, typed and from a table, as people see it."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ocop.casework.samples.models import Demand, Sample, TestReport
from ocop.casework.samples.tests.cast import Tests
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


def test_from_the_dossier_to_a_failing_result(lab: Tests):
    lab.laboratory()
    phuc = walker(lab.phuc).open(lab.dossier.get_absolute_url()).follow("Yêu cầu kiểm nghiệm")
    phuc.press(
        "Yêu cầu kiểm nghiệm", cause="council", asked_by="Tổ tư vấn", reason="Chưa có phiếu kiểm nghiệm."
    ).sees("Chưa có kết quả kiểm nghiệm")
    taken = {
        "name_on_sample": "Dứa sấy", "seal_no": "NP-1", "quantity": "3 túi", "batch": "L01",
        "taken_on": "23/11/2026", "place": "Xưởng", "giver": "Lan", "taker": "Phúc",
    }  # fmt: skip
    phuc.follow("Lấy mẫu").press("Ghi biên bản lấy mẫu", **taken).sees("Tên trên mẫu khác tên trong hồ sơ")
    sample = Sample.objects.get()
    phuc.follow("Xử lý tên trên mẫu").press("Đúng là sản phẩm này", reason="Nhãn ghi tắt.")
    phuc.follow("Thêm chỉ tiêu").press(
        "Thêm chỉ tiêu", status=422, name="Chì", limit_text="5", standard="QCVN 8-2"
    ).sees("Chưa đọc được giới hạn “5”")
    phuc.press("Thêm chỉ tiêu", name="Chì", limit_text="≤ 0,1", unit="mg/kg", standard="QCVN 8-2")
    phuc.follow("Gửi phòng thử nghiệm")
    laboratory = str(lab.laboratory().pk)
    phuc.press("Gửi phòng thử nghiệm", laboratory=laboratory, sent_on="23/11/2026")
    value = f"value_{sample.indicators.get().pk}"
    told = {"number": "PKQ-1", "issued_on": "23/11/2026", "contest_until": "30/11/2026", value: "0,25"}
    phuc.follow("Ghi kết quả").press("Ghi kết quả", status=422, code="M2026-0009", **told)
    phuc.sees("Phiếu ghi “M2026-0009”, mẫu này là “M2026-0001”")
    assert phuc.page.xpath(f'.//input[@name="{value}"]/@value') == ["0,25"]  # nothing is lost
    phuc.press("Ghi kết quả", **told | {"code": "M2026-0001"}).sees("Không đạt")
    lan = walker(lab.lan).open(lab.dossier.get_absolute_url()).sees("Chỉ tiêu an toàn thực phẩm không đạt")
    lan.open(sample.get_absolute_url()).follow("Đề nghị kiểm nghiệm mẫu đối chứng")
    lan.press("Đề nghị kiểm nghiệm mẫu đối chứng", reason="Không đồng ý.").sees(
        "Đang kiểm nghiệm mẫu đối chứng"
    )
    walker(lab.phuc).open("/kiem-nghiem/?q=dua+say").sees("Tổ tư vấn")
    walker(lab.phuc).open("/kiem-nghiem/so-giao-nhan/?q=np-1").sees("Trung tâm Kiểm nghiệm")
    walker(lab.phuc).open("/kiem-nghiem/phong/").sees("Còn được công nhận")


def test_results_from_a_table(lab: Tests):
    sample = lab.sent()
    client = Client()
    client.force_login(lab.phuc)
    url = reverse("samples:result_table", args=[sample.key])
    head = {
        "number": "PKQ-7", "issued_on": "23/11/2026", "code": sample.code, "contest_until": "30/11/2026"
    }  # fmt: skip

    def sent(text: str) -> str:
        file = SimpleUploadedFile("kq.csv", text.encode("utf-8-sig"))
        answer = client.post(url, head | {"file": file})
        assert answer.status_code == 302, re.sub(r"\s+", " ", answer.content.decode())[:3000]
        return answer["Location"]

    titles = "Chỉ tiêu;Kết quả;Đơn vị;Giới hạn;Tiêu chuẩn\n"
    bad = sent(titles + "Chì (Pb);1,234;mg/kg;;\nCadimi;KPH;mg/kg;;\n")
    page = client.get(bad).content.decode()
    assert "Chưa đọc được kết quả “1,234”" in page
    assert "Chỉ tiêu mới phải có giới hạn và tiêu chuẩn" in page
    assert client.post(bad, {}).status_code == 422
    good = sent(titles + "CHI PB;0,02;mg/kg;≤ 0,1;QCVN 8-2\nCadimi;KPH;mg/kg;≤ 0,05;QCVN 8-2\n")
    assert client.post(good, {}).status_code == 302
    report = TestReport.objects.get()
    assert (report.number, report.verdict, report.stops) == ("PKQ-7", "pass", False)
    assert [(row.indicator.name, row.text) for row in report.results.all()] == [
        ("Chì (Pb)", "0,02"), ("Cadimi", "KPH"),
    ]  # fmt: skip
    assert client.get(reverse("samples:result_template", args=[sample.key])).content[:2] == b"PK"


def test_others_do_not_see_it(lab: Tests, client):
    sample = lab.tested()
    for person, expected in ((lab.quang, 404), (lab.lan, 200), (lab.minh, 200), (lab.thu, 200)):
        client.force_login(person)
        for thing in (sample, Demand.objects.get()):
            assert client.get(thing.get_absolute_url()).status_code == expected
