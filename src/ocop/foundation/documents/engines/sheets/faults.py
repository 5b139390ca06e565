"""Every sentence about a table that cannot be taken, and about a cell that must be mended."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.kernel.text import number_vi

_MOST_NAMED = 10


def too_heavy(most_rows: int) -> Refusal:
    """So much in it that opening it would hold up everybody."""
    return Refusal(
        "sheet_too_heavy",
        _("Bảng này chứa quá nhiều dữ liệu."),
        _("Mỗi lần nhận tối đa %(most)s dòng.") % {"most": number_vi(most_rows)},
        _("Chép phần cần nhập sang bảng mẫu, chia thành nhiều tệp nếu cần."),
    )


def too_many_rows(most_rows: int) -> Refusal:
    """More rows than one go takes."""
    return Refusal(
        "sheet_too_long",
        _("Bảng này có hơn %(most)s dòng.") % {"most": number_vi(most_rows)},
        _("Mỗi lần nhận tối đa %(most)s dòng, để kiểm tra và lưu trọn vẹn.") % {"most": number_vi(most_rows)},
        _("Chia bảng thành nhiều tệp rồi gửi từng tệp. Chưa có gì được lưu."),
    )


def too_many_blanks() -> Refusal:
    """Thousands of empty rows under or between the filled ones."""
    return Refusal(
        "sheet_blank_rows",
        _("Bảng có hàng nghìn dòng trống."),
        _("Có thể định dạng được kéo xuống quá xa."),
        _("Xoá các dòng trống, hoặc chép phần có dữ liệu sang bảng mẫu."),
    )


def unreadable() -> Refusal:
    """A workbook that another program wrote in its own way."""
    return Refusal(
        "sheet_unreadable",
        _("Chưa mở được bảng tính này."),
        _("Tệp có phần không đúng chuẩn Excel."),
        _("Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi gửi."),
    )


def columns_missing(titles: Sequence[str]) -> Refusal:
    """No visible sheet has the columns asked for."""
    return Refusal(
        "sheet_columns_missing",
        _("Không thấy cột: %(titles)s.") % {"titles": ", ".join(titles)},
        _("Tên cột phải đúng như bảng mẫu, trong 15 dòng đầu của một trang không bị ẩn."),
        _("Tải bảng mẫu, chép dữ liệu sang rồi gửi lại."),
    )


def column_twice(title: str) -> Refusal:
    """Nobody can tell which of the two is meant."""
    return Refusal(
        "sheet_column_twice",
        _("Cột “%(title)s” có hai lần.") % {"title": title},
        "",
        _("Giữ lại một cột rồi gửi lại."),
    )


def header_merged(where: str) -> Refusal:
    """A title that stands over several columns."""
    return Refusal(
        "sheet_header_merged",
        _("Dòng tên cột có ô gộp %(cells)s.") % {"cells": where},
        _("Mỗi cột cần một tên riêng."),
        _("Bỏ gộp ô ở dòng tên cột rồi gửi lại."),
    )


def rows_hidden(numbers: Sequence[int]) -> Refusal:
    """Rows that are there and not seen."""
    named = ", ".join(str(number) for number in numbers[:_MOST_NAMED]) + (
        "…" if len(numbers) > _MOST_NAMED else ""
    )
    return Refusal(
        "sheet_rows_hidden",
        _("Bảng có dòng bị ẩn hoặc đang lọc: %(rows)s.") % {"rows": named},
        _("Dữ liệu không nhìn thấy thì không được lưu."),
        _("Bỏ lọc, bỏ ẩn, xem lại rồi gửi."),
    )


def columns_hidden(titles: Sequence[str]) -> Refusal:
    """Columns that are there and not seen."""
    return Refusal(
        "sheet_columns_hidden",
        _("Bảng có cột bị ẩn: %(titles)s.") % {"titles": ", ".join(titles)},
        _("Dữ liệu không nhìn thấy thì không được lưu."),
        _("Bỏ ẩn cột, xem lại rồi gửi."),
    )


def nothing_filled() -> Refusal:
    """A template that nobody filled in."""
    return Refusal(
        "sheet_empty",
        _("Bảng chưa có dòng nào được điền."),
        _("Dòng ví dụ không được tính."),
        _("Điền từ dòng dưới dòng ví dụ rồi gửi lại."),
    )


def formula() -> str:
    """A cell that computes its value."""
    return _("Ô này là công thức; hãy ghi thẳng giá trị.")


def error_value(value: str) -> str:
    """A cell that shows an error of the spreadsheet."""
    return _("Ô này báo lỗi %(value)s; hãy ghi giá trị.") % {"value": value}


def merged(where: str) -> str:
    """A cell that reaches over others."""
    return _("Ô gộp %(cells)s; hãy bỏ gộp và ghi đủ từng dòng.") % {"cells": where}


def empty(title: str) -> str:
    """A required cell without a word."""
    return _("Chưa ghi “%(title)s”.") % {"title": title}


def broken(near: str) -> str:
    """A letter that nobody can read, such as a sign of private use or half an emoji."""
    return _("Có ký tự hỏng, không đọc và không in được, ở chỗ có □: “%(near)s”.") % {"near": near}


def too_long(longest: int) -> str:
    """More letters than are kept."""
    return _("Dài quá %(longest)s chữ cái.") % {"longest": number_vi(longest)}
