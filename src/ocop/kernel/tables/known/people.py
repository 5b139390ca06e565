"""People of offices: who, reached how, in which office, with which role, from when."""

from __future__ import annotations

import re
import unicodedata

from ocop.kernel.tables.kinds import Field, Kind, Reading, ReadRow, RowFault, Wrong
from ocop.kernel.tables.known.ideas import PLACE

ROLES = {
    "commune_officer": (
        "Cán bộ xã",
        "Cán bộ phường",
        "Công chức xã",
        "Cán bộ cấp xã",
        "Công chức cấp xã",
        "Commune officer",
        "Cán bộ phụ trách OCOP xã",
    ),
    "province_officer": (
        "Cán bộ tỉnh",
        "Cán bộ cấp tỉnh",
        "Chuyên viên",
        "Chuyên viên tỉnh",
        "Province officer",
    ),
    "secretary": ("Thư ký hội đồng", "Thư ký", "Council secretary", "Secretary"),
    "signer": ("Người ký", "Signer"),
    "leader": ("Lãnh đạo", "Leader"),
    "operator": ("Quản trị hệ thống", "Quản trị", "Operator", "Administrator"),
    "ministry_officer": ("Cán bộ Bộ", "Ministry officer"),
}
_SIGN_IN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")


def settle_person(row: ReadRow) -> list[RowFault]:
    """Signs in by a name, a telephone or, at least, an e-mail."""
    faults: list[RowFault] = []
    email = row.text("email").lower()
    name = unicodedata.normalize("NFKC", row.text("username")).strip().lower()
    if email and not _EMAIL.fullmatch(email):
        faults.append(RowFault("email", Wrong.EMAIL_MALFORMED, row.text("email"), row.number))
    if name and not _SIGN_IN_NAME.fullmatch(name):
        faults.append(RowFault("username", Wrong.SIGN_IN_NAME, row.text("username"), row.number))
    if not name and not row.values.get("phone"):
        faults.append(RowFault("phone", Wrong.CONTACT_MISSING, "", row.number))
    if not any(sign.isalpha() for sign in row.text("full_name")):
        faults.append(RowFault("full_name", Wrong.NO_LETTER, "", row.number))
    if not row.text("office") and not row.values.get("place"):
        faults.append(RowFault("office", Wrong.CELL_EMPTY, "Cơ quan", row.number))
    if row.day("last_on") and row.day("starts_on") and row.values["last_on"] < row.values["starts_on"]:
        faults.append(RowFault("last_on", Wrong.UNTIL_BEFORE_FROM, row.text("last_on"), row.number))
    row.values.update(email=email, username=name)
    return faults


PEOPLE = Kind(
    "people",
    (
        Field(
            "full_name",
            ("Họ và tên", "Họ tên", "Full name", "Họ và tên cán bộ", "Tên cán bộ", "Tên"),
            True,
            longest=120,
        ),
        Field(
            "phone",
            ("Điện thoại", "Số điện thoại", "SĐT", "ĐT", "Di động", "Phone", "Điện thoại di động"),
            reading=Reading.PHONE,
            longest=30,
        ),
        Field(
            "email",
            ("Thư điện tử", "Email", "E-mail", "Hộp thư", "Hộp thư công vụ", "Địa chỉ email"),
            longest=200,
        ),
        Field("username", ("Tên đăng nhập", "Tài khoản", "Username", "User"), longest=60),
        Field(
            "office",
            ("Cơ quan", "Đơn vị", "Đơn vị công tác", "Cơ quan, đơn vị", "Office", "Tên cơ quan"),
            longest=200,
            by_group=False,
        ),
        Field(
            "place",
            tuple(title for title in PLACE.titles if title not in {"Địa chỉ", "Nơi ở", "Quê quán"}),
            reading=Reading.PLACE,
            longest=200,
            by_group=True,
        ),
        Field(
            "role",
            ("Vai trò", "Role", "Vai trò trong hệ thống", "Quyền"),
            True,
            Reading.CHOICE,
            choices=ROLES,
            longest=80,
            by_group=True,
        ),
        Field("title", ("Chức danh", "Chức vụ", "Title", "Chức vụ, chức danh"), longest=120),
        Field(
            "starts_on",
            ("Từ ngày", "Ngày bắt đầu", "From", "Ngày phân công"),
            reading=Reading.DAY,
            longest=60,
        ),
        Field(
            "last_on", ("Đến hết ngày", "Đến ngày", "Ngày kết thúc", "Until"), reading=Reading.DAY, longest=60
        ),
        Field(
            "reason",
            ("Căn cứ", "Quyết định", "Văn bản phân công", "Quyết định phân công", "Grounds"),
            longest=300,
        ),
    ),
    anchor="full_name",
    check=settle_person,
    twin=("full_name", "phone", "username", "role", "office", "place"),
)
