"""Who came to a course on a day: a name, where from, of which producer or office; officials counted apart."""

from __future__ import annotations

import re
from dataclasses import replace

from ocop.kernel.tables.kinds import Field, Kind, Left, Reading, ReadRow, RowFault, Wrong
from ocop.kernel.tables.known.ideas import PLACE
from ocop.kernel.text import fold

PRODUCER, OFFICIAL, OTHER = "producer", "official", "other"
MOST_LEARNERS = 500
LONGEST_NAME = 120

GROUPS = {
    PRODUCER: (
        "Chủ thể",
        "CT",
        "Chủ thể OCOP",
        "Chủ thể sản xuất",
        "Hộ",
        "Hộ dân",
        "Người dân",
        "HTX",
        "THT",
        "Hợp tác xã",
        "Tổ hợp tác",
        "Doanh nghiệp",
        "Cơ sở",
        "Hộ kinh doanh",
        "Hộ sản xuất",
        "Nông dân",
        "Producer",
        "Các chủ thể",
        "Học viên",
        "Đại diện chủ thể",
        "Công ty",
    ),
    OFFICIAL: (
        "Cán bộ",
        "CB",
        "Công chức",
        "Viên chức",
        "Cán bộ xã",
        "Cán bộ, công chức",
        "Cán bộ tỉnh",
        "Đại biểu",
        "Lãnh đạo",
        "Cán bộ quản lý",
        "Official",
        "Officer",
        "Cán bộ thôn",
        "CBCC",
        "Công chức xã",
        "Cán bộ huyện",
        "Chuyên viên",
    ),
    OTHER: (
        "Giảng viên",
        "Ban tổ chức",
        "BTC",
        "Báo cáo viên",
        "Khách mời",
        "Phục vụ",
        "Lái xe",
        "Teacher",
        "Giáo viên",
        "Thư ký lớp",
    ),
}

_OFFICES = re.compile(
    r"^(?:ubnd|uy ban|hdnd|dang uy|phong|so|chi cuc|van phong|cong chuc|can bo|chuyen vien|bi thu|pho bi thu|"
    r"chu tich ubnd|pho chu tich ubnd|ban quan ly|trung tam dich vu|trung tam khuyen nong|hoi nong dan|"
    r"hoi lien hiep|doan thanh nien|mat tran|mttq|truong thon|truong ban|vpdp|nnmt|snn)\b"
)


def settle_learner(row: ReadRow) -> list[RowFault]:
    """A name has letters; of an office's people the group is known by the office where no column says it."""
    if not row.values.get("group") and any(
        _OFFICES.match(fold(row.text(key))) for key in ("unit", "position") if row.text(key)
    ):
        row.values["group"] = OFFICIAL
    if not any(sign.isalpha() for sign in row.text("name")):
        return [RowFault("name", Wrong.NO_LETTER, "", row.number)]
    return []


def leave_others(row: ReadRow) -> Left | None:
    """Teachers, drivers, guests are no learners."""
    return Left.NO_LEARNER if row.values.get("group") == OTHER else None


ATTENDANCE = Kind(
    "attendance",
    (
        Field(
            "name",
            (
                "Họ và tên",
                "Họ tên",
                "Tên",
                "Học viên",
                "Tên học viên",
                "Họ và tên học viên",
                "Họ tên học viên",
                "Người dự",
                "Họ và tên người tham gia",
                "Họ và tên đại biểu",
                "Người tham gia",
                "Họ và tên người dự",
                "Người học",
                "Full name",
                "Tên người tham dự",
                "Họ và tên người tham dự",
            ),
            is_required=True,
            longest=LONGEST_NAME,
        ),
        replace(PLACE, is_required=False),
        Field(
            "unit",
            (
                "Chủ thể hoặc cơ quan",
                "Đơn vị",
                "Đơn vị công tác",
                "Cơ quan",
                "Tên chủ thể",
                "Chủ thể",
                "Cơ sở",
                "Tên cơ sở",
                "HTX",
                "Cơ quan, đơn vị",
                "Đơn vị, cơ sở",
                "Đại diện cho",
                "Tên đơn vị",
                "Nơi công tác",
                "Tên HTX, cơ sở",
                "Cơ sở, HTX",
                "Producer or office",
                "Chủ thể/Cơ quan",
                "Tổ chức",
                "Đơn vị/Chủ thể",
            ),
            longest=200,
        ),
        Field(
            "group",
            (
                "Nhóm",
                "Đối tượng",
                "Thành phần",
                "Diện",
                "Loại",
                "Nhóm đối tượng",
                "Thành phần tham dự",
                "Group",
                "Đối tượng tham dự",
                "Loại đối tượng",
            ),
            reading=Reading.CHOICE,
            choices=GROUPS,
            by_group=True,
            longest=80,
        ),
        Field(
            "position",
            ("Chức vụ", "Chức danh", "Chức vụ, đơn vị", "Chức vụ/Đơn vị", "Nghề nghiệp"),
            longest=200,
        ),
    ),
    check=settle_learner,
    leave=leave_others,
    twin=("name", "place"),
    most_rows=MOST_LEARNERS,
)
