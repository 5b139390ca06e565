"""What the people of a new province do at the pages, from the first operator to the first certificate."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from ocop.casework.dossiers.rules.completeness import mandatory_kinds
from ocop.foundation.accounts.models import Office, Person
from ocop.kernel.law import load_regulations
from ocop.outlets.demo.stage import REGULATION
from ocop.outlets.portal.menu import items
from tests.journeys.choices import words
from tests.walker import Walker

PASSWORD = "mot-mat-khau-dai"
ANSWERS = {
    "agency": "Văn phòng Điều phối nông thôn mới tỉnh Lào Cai",
    "agency_parent": "Sở Nông nghiệp và Môi trường",
    "seat": "Lào Cai", "help_phone": "0214 000 000", "operator": "quantri", "full_name": "Nguyễn Thị Quản",
}  # fmt: skip
FRESH_FRUIT, LEAF, PRODUCT = 1, "I.1.a", "Dứa mật Na Nhung"
FORMS = {
    "phieu-dang-ky": {
        "contact_name": "Mẫu Thị Lan", "contact_title": "Chủ hộ", "contact_phone": "0900 000 101",
    },
    "thong-tin-chung": {"has_story": True},
    "ket-qua": {
        "business_results_materials": "Vùng dứa 30 ha.", "business_results_quality": "Chọn quả đều.",
        "business_results_markets": "Chợ trong tỉnh.", "business_results_figures": "Năm 2025 bán 120 tấn.",
    },
    "ke-hoach": {"production_plan": "Thêm 5 ha dứa rải vụ."},
    "mau-san-pham": {"samples_offered": "5"},
}  # fmt: skip
OFFICES, PEOPLE = "/co-quan/them-cap-xa/", "/nguoi-dung/"
STEP_OF = {
    "province_officer": "Phân công cán bộ tỉnh", "commune_officer": "Phân công cán bộ xã",
    "secretary": "Phân công thư ký hội đồng", "signer": "Phân công người ký quyết định",
}  # fmt: skip
MEMBERS = {"chu": "Đỗ Văn Chủ", "hoa": "Lý Thị Hoa"}
Walks = Callable[[str], Walker]


def today() -> str:
    """As people write it."""
    return f"{timezone.localdate():%d/%m/%Y}"


def picture(kind: str) -> SimpleUploadedFile:
    """A photograph or a scanned paper."""
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "#e3b341").save(out, kind)
    return SimpleUploadedFile(f"tep.{kind.lower()}", out.getvalue())


def steps(walker: Walker) -> dict[str, tuple[str, str]]:
    """The steps of the home: their states and addresses."""
    listed = walker.open("/viec/").page.xpath('.//ol[@class="steps"]/li')
    return {
        "".join(one.xpath('.//*[@class="step-label"]/text()')): (
            one.get("class").removeprefix("step step-"), "".join(one.xpath("./a/@href")),
        )
        for one in listed
    }  # fmt: skip


def add_person(operator: Walker, username: str, full_name: str, role: str = "", office: str = "") -> None:
    """An account with a password, and a role where one is given."""
    operator.open("/nguoi-dung/them/").press("Thêm", full_name=full_name, username=username)
    person = operator.url
    if role:
        number = Office.objects.get(name=office).pk
        operator.open(f"{person}phan-cong/").press(
            "Giao vai trò", role=role, office=number, reason="Quyết định số 1/QĐ-UBND"
        )
    link = operator.open(f"{person}lien-ket-mat-khau/").press("Cấp liên kết", reason="Tài khoản mới")
    address = re.search(r"https?://testserver(/quen-mat-khau/[^\s\"<]+)", link.page.text_content())
    assert address
    own = Walker(Client()).open(address[1])
    own.press("Đặt mật khẩu", password1=PASSWORD, password2=PASSWORD)


def appoint_everybody(quan: Walker) -> None:
    """The operator's part: offices and people, as the home leads."""
    assert steps(quan)["Thêm cơ quan cấp xã"] == ("now", OFFICES)
    assert set(steps(quan).values()) == {("now", OFFICES), ("todo", PEOPLE), ("locked", "")}
    menu = [item.url for item in items(Person.objects.get(username="quantri"), timezone.now())]
    assert menu == [
        "/viec/", "/tim/", "/nguoi-dung/", "/co-quan/", "/sap-nhap/", "/ngay-nghi/", "/dang-nhap-sai/",
        "/ban-in/", "/bo-tieu-chi/",
    ]  # fmt: skip
    for url in menu:
        quan.open(url)
    quan.open("/co-quan/").follow("Thêm cơ quan cấp xã").press("Thêm cả 99 cơ quan").sees("99")
    committee, agency, commune = (
        "Ủy ban nhân dân tỉnh Lào Cai", ANSWERS["agency"], "Ủy ban nhân dân xã Bản Lầu",
    )  # fmt: skip
    facts = {"level": "province", "body": "people_committee", "place": "tỉnh Lào Cai", "name": committee}
    quan.open("/co-quan/").follow("Thêm cơ quan").open("/co-quan/them/").press("Thêm", **facts)
    for username, full_name, role, office in (
        ("tuan", "Lê Anh Tuấn", "province_officer", agency),
        ("minh", "Trần Văn Minh", "commune_officer", commune),
        ("thu", "Vũ Thị Thu", "secretary", agency),
        ("khanh", "Hoàng Khánh", "signer", committee),
    ):
        assert steps(quan)[STEP_OF[role]][0] in {"now", "todo"}
        add_person(quan, username, full_name, role, office)
        assert steps(quan)[STEP_OF[role]] == ("done", "")
    for username, full_name in MEMBERS.items():
        add_person(quan, username, full_name)


def open_the_round(tuan: Walker) -> None:
    """The provincial officer's part: council, working rules, members, round."""
    assert steps(tuan)["Lập hội đồng"] == ("now", "/hoi-dong/moi/")
    assert steps(tuan)["Ghi kế hoạch năm"] == ("optional", "/ke-hoach/")
    tuan.open("/viec/").follow("Lập hội đồng").press(
        "Lưu", name="Hội đồng OCOP tỉnh", established_no="01/QĐ-UBND", established_on=today(),
        team_no="02/QĐ-UBND", team_on=today(), starts_on=today(),
    )  # fmt: skip
    assert steps(tuan)["Ghi quy chế của hội đồng"][0] == "now"
    tuan.follow("Ghi quy chế của hội đồng").follow("Ghi quy chế").press(
        "Lưu", paper_no="03/QĐ-HĐ", issued_on=today(), effective_on=today(), quorum_numerator=2,
        quorum_denominator=3, quorum_least=2, members_shown="named", vote_majority="of_votes",
        casting_vote="chair",
    )  # fmt: skip
    assert steps(tuan)["Ghi thành viên hội đồng"][0] == "now"
    tuan.follow("Ghi thành viên hội đồng")
    for username in MEMBERS:
        seat = {"function": "chair", "agency": "leadership"} if username == "chu" else {"function": "member"}
        tuan.follow("Thêm thành viên").press("Lưu", person=username, **seat)
    assert steps(tuan)["Mở đợt đầu tiên"] == ("now", "/dot-danh-gia/mo/")
    tuan.follow("Mở đợt đầu tiên").follow(re.compile(r"Đợt \d")).press("Mở đợt")


def signed_up() -> Walker:
    """A farmer who opens an account of her own."""
    lan = Walker(Client()).open("/dang-ky/")
    return lan.press("Đăng ký", full_name="Mẫu Thị Lan", username="lan", password1=PASSWORD)


def hand_in(lan: Walker) -> str:
    """Producer, product and dossier as the first steps lead; the address of the dossier."""
    assert list(steps(lan)) == ["Đăng ký chủ thể", "Ghi sản phẩm", "Mở hồ sơ", "Nộp hồ sơ cho xã"]
    lan.follow("Đăng ký chủ thể").follow("Hộ").press("Ghi và tiếp tục", name="Hộ kinh doanh Mẫu Thị Lan")
    lan.press(
        "Ghi và tiếp tục", registration_no="12H8001234", registered_on="1/3/2024",
        registration_issuer="UBND xã Bản Lầu",
    )  # fmt: skip
    lan.press("Ghi và tiếp tục", commune="xã Bản Lầu", address="Thôn Na Nhung")
    lan.press("Ghi và tiếp tục", full_name="Mẫu Thị Lan", title="Chủ hộ")
    lan.press("Ghi và tiếp tục", phone="0900 000 101")
    lan.follow("Làm sau")
    register_product(lan)
    lan.open("/viec/").follow("Mở hồ sơ").press("Mở hồ sơ")
    dossier = lan.url
    write_forms(lan, dossier)
    assess(lan, dossier)
    asked = lan.open(f"{dossier}nop/").press("Nộp hồ sơ", status=422, declared_true=True)
    asked.sees("Chưa có giấy tờ nào gắn với").press("Nộp hồ sơ", declared_true=True, confirmed=True)
    return dossier


def register_product(lan: Walker) -> None:
    """Finds the kind, names it, adds a photograph, a description and a story."""
    assert steps(lan)["Ghi sản phẩm"][0] == "now"
    lan.follow("Ghi sản phẩm").press("Tìm", q="dua")
    lan.open(
        next(a.get("href") for a in lan.page.iterfind(".//main//a") if a.get("href").endswith(f"/{LEAF}/"))
    )
    lan.press("Ghi sản phẩm", name=PRODUCT, net_content="Thùng 10 kg")
    lan.press("Gửi ảnh", {"photos": picture("JPEG")})
    product = lan.follow("Xong").url
    lan.open(f"{product}sua/mo-ta/").press("Lưu", description="Dứa chín cây.", packaging="Thùng giấy.")
    lan.open(f"{product}sua/cau-chuyen/").press("Lưu", story="Ông bà trồng dứa trên đồi từ năm 1968.")


def write_forms(lan: Walker, dossier: str) -> None:
    """Forms 01 and 02 without the score, and the papers that the law asks for."""
    for word, fields in FORMS.items():
        lan.open(f"{dossier}{word}/").press("Lưu và sang mục sau", **fields)
    for number, kind in enumerate(mandatory_kinds(load_regulations()[REGULATION], FRESH_FRUIT), start=1):
        lan.open(f"{dossier}minh-chung/them/?loai={kind}")
        facts = {"title": f"Giấy số {number}", "issuer": "Cơ quan cấp", "issued_on": "1/3/2026"}
        lan.press("Tải lên", {"file": picture("PDF")}, **facts)


def assess(lan: Walker, dossier: str) -> None:
    """One criterion a page, as the pages lead from one to the next."""
    lan.open(f"{dossier}tu-danh-gia/").follow("Làm tiếp tiêu chí chưa trả lời")
    for code, value in words(FRESH_FRUIT, points=75, stars=4).items():
        assert lan.url.endswith(f"/tu-danh-gia/{code}/")
        lan.press("Lưu", choice=value)


def propose(minh: Walker, dossier: str) -> None:
    """The commune takes it in, checks and proposes."""
    minh.open(dossier).follow("Tiếp nhận").press("Tiếp nhận")
    findings = dict.fromkeys(minh.names("finding_"), "ok")
    minh.press(
        "Lưu và đề nghị tỉnh", **findings, samples_count="5", samples_received_on=today(),
        samples_handed_by="Lan",
        materials="Dứa trồng tại xã.", labour="23 hộ.", idea_origin="Giống cũ.", identity="Đất đồi ven suối.",
    )  # fmt: skip
    minh.press(
        "Đề nghị tỉnh đánh giá", report_no="41/BC-UBND", reported_on=today(), proposal_no="42/UBND-KT",
        proposed_on=today(),
    )  # fmt: skip


def prepare(tuan: Walker, dossier: str) -> str:
    """The province accepts and plans the meeting; its address."""
    tuan.open(dossier).follow("Nhận để trình hội đồng").press("Nhận hồ sơ", note="Đủ.")
    tuan.open("/hoi-dong/").follow("Hội đồng OCOP tỉnh").follow("Lên lịch phiên họp")
    tuan.press("Lưu", title="Phiên họp dứa", day=today(), hour="23:59", venue="Phòng họp 2")
    meeting = tuan.url
    tuan.follow("Đưa sản phẩm vào")
    facts = {"report_no": "09/BC-TTV", "report_on": today(), "advisory_opinion": "Đề nghị đánh giá."}
    tuan.press("Đưa vào phiên họp", dossiers=tuan.values("dossiers"), **facts)
    return meeting


def hold(walks: Walks, meeting: str) -> None:
    """The meeting: attendance, opening, declarations, sheets, minutes."""
    thu = walks("thu")
    thu.open(f"{meeting}diem-danh/").press("Ghi điểm danh")
    thu.open(f"{meeting}khai-mac/").press("Khai mạc").press("Mở chấm tất cả")
    for turn, username in enumerate(MEMBERS):
        member = walks(username)
        member.open(meeting).follow("Khai báo cho 1 sản phẩm")
        member.press("Gửi lời khai", **dict.fromkeys(member.names("conflict_"), "khong"))
        member.open(meeting).follow("Chấm tiếp")
        choices = words(FRESH_FRUIT, points=71, stars=4, turn=3 * turn)
        for code, value in choices.items():
            assert member.url.endswith(f"/tieu-chi/{code}/")
            member.press("Xem lại" if code == list(choices)[-1] else "Tiếp theo", choice=value)
        member.press("Chốt phiếu").sees("Đã chốt phiếu")
    chair = walks("chu").open(f"{meeting}be-mac/")
    chair.press("Bế mạc và lập biên bản", minutes_no="01/BB-HĐ", closing_note="Nhất trí.").sees("01/BB-HĐ")


def decide(tuan: Walker, khanh: Walker) -> str:
    """Drafted, handed over and signed; the public address of the certificate."""
    tuan.open("/quyet-dinh/soan/")
    tuan.press("Soạn dự thảo", items=tuan.values("items"))
    decision = tuan.url
    tuan.open(f"{decision}trinh/").press("Trình", letter_no="61/TTr-SNNMT", letter_on=today())
    khanh.open(f"{decision}ky/").press("Ký ban hành", number="203/QĐ-UBND", signed_on=today())
    khanh.open(khanh.page.xpath('.//main//td//a[contains(@href,"/giay-chung-nhan/")]/@href')[0])
    return khanh.page.xpath('.//*[contains(@class,"address")]')[0].text_content().strip()
