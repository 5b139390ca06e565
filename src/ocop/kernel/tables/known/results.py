"""What a laboratory found in one sample: indicator, limit, unit, standard, value."""

from __future__ import annotations

from ocop.kernel.tables.kinds import Field, Kind, ReadRow, RowFault, Wrong

MOST_ROWS = 60


def settle_result(row: ReadRow) -> list[RowFault]:
    """An indicator has letters."""
    if any(sign.isalpha() for sign in row.text("name")):
        return []
    return [RowFault("name", Wrong.NO_LETTER, "", row.number)]


RESULTS = Kind(
    "results",
    (
        Field(
            "name",
            (
                "Chỉ tiêu", "Tên chỉ tiêu", "Chỉ tiêu kiểm nghiệm", "Chỉ tiêu thử nghiệm",
                "Chỉ tiêu phân tích", "Chỉ tiêu yêu cầu", "Thông số", "Parameter", "Indicator", "Test",
            ),
            is_required=True,
            longest=160,
        ),
        Field(
            "value",
            (
                "Kết quả", "Kết quả kiểm nghiệm", "Kết quả thử nghiệm", "Kết quả phân tích", "Giá trị",
                "Result", "Value",
            ),
            is_required=True,
            longest=80,
        ),
        Field("unit", ("Đơn vị", "Đơn vị tính", "ĐVT", "Unit"), longest=40),
        Field(
            "limit",
            (
                "Giới hạn", "Mức giới hạn", "Giới hạn cho phép", "Mức quy định", "Mức cho phép", "Yêu cầu",
                "Limit",
            ),
            longest=80,
        ),
        Field(
            "standard",
            (
                "Tiêu chuẩn", "Quy chuẩn", "Tiêu chuẩn, quy chuẩn", "QCVN/TCVN", "Căn cứ", "Văn bản áp dụng",
                "Standard",
            ),
            longest=120,
        ),
    ),
    check=settle_result,
    twin=("name",),
    most_rows=MOST_ROWS,
)  # fmt: skip
