"""Every word about a table: why it cannot be opened, why a row is left out, what is wrong with a cell."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.refusals import Refusal
from ocop.kernel.law.authorities import Why
from ocop.kernel.tables import Doubt, Doubtful, Kind, Left, Problem, RowFault, UnreadableError, Wrong
from ocop.kernel.tables.known.register import UNTIL_UNKNOWN
from ocop.kernel.text import number_vi

Text = str | Promise

_AS_XLSX = _("Mở bằng Excel hoặc LibreOffice, chọn Lưu thành dạng .xlsx rồi gửi lại.")
PROBLEMS: dict[Problem, tuple[Text, Text, Text]] = {
    Problem.EMPTY: (_("Tệp trống, không có nội dung."), "", _("Hãy chọn tệp khác.")),
    Problem.TOO_LARGE: (
        _("Bảng nặng quá 25 MB."),
        _("Bảng chỉ có chữ và số nhẹ hơn nhiều; có thể trong tệp có ảnh."),
        _("Chép phần cần nhập sang một tệp mới rồi gửi."),
    ),
    Problem.TOO_HEAVY: (
        _("Bảng này chứa quá nhiều dữ liệu hoặc hàng trăm nghìn dòng trống được định dạng."),
        _("Mở ra sẽ giữ máy quá lâu."),
        _("Xoá các dòng trống, hoặc chép phần cần nhập sang một tệp mới."),
    ),
    Problem.TOO_WIDE: (
        _("Trong bảng có ô lạc ở rất xa (đến dòng %(value)s)."),
        _("Cả vùng trống ở giữa cũng phải đọc."),
        _("Xoá ô đó, hoặc chép phần cần nhập sang một tệp mới."),
    ),
    Problem.LOCKED: (
        _("Bảng bị khoá bằng mật khẩu."),
        _("Tệp bị khoá không đọc được."),
        _("Bỏ mật khẩu rồi gửi lại."),
    ),
    Problem.MACROS: (
        _("Đây là bảng có macro (.xlsm)."),
        _("Macro có thể gây hại cho máy người mở nên không nhận."),
        _("Trong Excel chọn Lưu thành, dạng “Excel Workbook (.xlsx)”, rồi gửi tệp đó."),
    ),
    Problem.BINARY: (_("Đây là bảng Excel dạng nhị phân (.xlsb)."), _("Dạng này chưa đọc được."), _AS_XLSX),
    Problem.DOCUMENT: (
        _("Đây là văn bản (Word), không phải bảng tính."),
        "",
        _("Chép bảng trong văn bản sang Excel, lưu dạng .xlsx rồi gửi."),
    ),
    Problem.PDF: (
        _("Đây là tệp PDF, không phải bảng tính."),
        "",
        _("Gửi tệp bảng tính gốc, hoặc chép bảng sang Excel."),
    ),
    Problem.IMAGE: (_("Đây là ảnh, không phải bảng tính."), "", _("Gửi tệp bảng tính gốc.")),
    Problem.WEB_PAGE: (
        _("Tệp này là một trang web mang tên bảng tính."),
        _("Phần mềm xuất ra ghi trang web với đuôi .xls."),
        _AS_XLSX,
    ),
    Problem.XML_TABLE: (_("Đây là bảng tính dạng XML 2003."), _("Dạng này chưa đọc được."), _AS_XLSX),
    Problem.ENTITIES: (
        _("Trong tệp có phần tự lấy nội dung từ nơi khác."),
        _("Tệp như vậy có thể gây hại."),
        _AS_XLSX,
    ),
    Problem.BROKEN: (
        _("Tệp bị hỏng hoặc thiếu phần cuối."),
        _("Có thể tệp chưa tải về xong hoặc bị lỗi khi sao chép."),
        _AS_XLSX,
    ),
    Problem.UNKNOWN: (
        _("Nội dung tệp không phải bảng tính."),
        _("Ở đây nhận .xlsx, .xls, .ods và .csv."),
        _AS_XLSX,
    ),
    Problem.NO_SHEET: (_("Tệp không có trang tính nào."), "", _AS_XLSX),
}

LEFT: dict[Left, Promise] = {
    Left.HIDDEN: _("Dòng bị ẩn hoặc đang lọc: không nhìn thấy thì không lấy."),
    Left.HIDDEN_SHEET: _("Trang bị ẩn: không nhìn thấy thì không lấy."),
    Left.OTHER_SHEET: _("Trang khác cũng có bảng: chọn trang đó để đọc."),
    Left.NUMBERING: _("Dòng đánh số cột."),
    Left.HEADING: _("Dòng tên cột lặp lại."),
    Left.GROUP: _("Dòng tên nhóm."),
    Left.TOTAL: _("Dòng cộng."),
    Left.NOTE: _("Ghi chú, chữ ký."),
    Left.AFTER: _("Nằm dưới phần cuối của bảng."),
    Left.EXAMPLE: _("Dòng ví dụ của bảng mẫu."),
    Left.NO_VALUES: _("Không có gì ở các cột được đọc."),
    Left.NO_LEARNER: _("Giảng viên, ban tổ chức, khách mời: không phải người học."),
}

WRONG: dict[Wrong, Promise] = {
    Wrong.COLUMNS_MISSING: _("Không thấy dòng tên cột của bảng trong 60 dòng đầu."),
    Wrong.COLUMN_MISSING: _("Không thấy cột “%(value)s”."),
    Wrong.COLUMN_TWICE: _("Có nhiều cột có thể là cột này: “%(value)s”. Chọn một cột."),
    Wrong.COLUMN_HIDDEN: _("Cột “%(value)s” đang bị ẩn; bỏ ẩn rồi gửi lại."),
    Wrong.SHEET_MISSING: _("Không có trang “%(value)s” hoặc trang bị ẩn."),
    Wrong.TOO_MANY_ROWS: _("Mỗi lần nhận tối đa %(value)s dòng; chia bảng thành nhiều tệp."),
    Wrong.NOTHING_FILLED: _("Bảng chưa có dòng nào được điền."),
    Wrong.CELL_EMPTY: _("Chưa ghi “%(value)s”."),
    Wrong.TOO_LONG: _("Dài quá %(value)s chữ cái."),
    Wrong.BROKEN_LETTER: _("Có ký tự hỏng, không đọc và không in được, ở chỗ có □: “%(value)s”."),
    Wrong.ERROR_VALUE: _("Ô này báo lỗi %(value)s; hãy ghi giá trị."),
    Wrong.FORMULA: _("Ô công thức chưa có kết quả; mở bằng Excel, lưu lại hoặc ghi thẳng giá trị."),
    Wrong.NO_NUMBER: _("“%(value)s” không đọc được thành số."),
    Wrong.NUMBER_DOUBTFUL: _("“%(value)s” có thể hiểu hai cách; ghi 1.234 cho nghìn, 1,23 cho phần lẻ."),
    Wrong.NO_DAY: _("“%(value)s” không đọc được thành ngày; ghi như 15/3/2026."),
    Wrong.NO_PHONE: _("“%(value)s” chưa đúng là một số điện thoại."),
    Wrong.NO_CHOICE: _("“%(value)s” không có trong các giá trị được nhận."),
    Wrong.NO_LETTER: _("Chưa có tên."),
    Wrong.PLACE_UNKNOWN: _("Không thấy xã, phường “%(value)s”; ghi tên hiện nay, hoặc xã cũ kèm huyện."),
    Wrong.PLACE_DOUBTFUL: _("“%(value)s” có thể là nhiều nơi; ghi kèm huyện, hoặc ghi xã hiện nay."),
    Wrong.ROW_TWICE: _("Trùng với dòng %(value)s."),
    Wrong.STAR_NOT_OF_AUTHORITY: _(
        "Cơ quan “%(value)s” không công nhận hạng sao này vào ngày đó; xem lại hạng sao, cơ quan và ngày."
    ),
    Wrong.UNTIL_BEFORE_FROM: _("Ngày cuối “%(value)s” trước ngày đầu."),
    Wrong.CODE_MALFORMED: _("“%(value)s” không phải mã sản phẩm."),
    Wrong.STARS_MISSING: _("Chưa rõ hạng sao được công nhận: 3, 4 hoặc 5 sao."),
    Wrong.IN_FUTURE: _("Ngày %(value)s còn chưa tới."),
    Wrong.KNOWN_OTHERWISE: _("Mã này đã có trong danh bạ với thông tin khác: %(value)s."),
    Wrong.BOUND_UNKNOWN: _("“%(value)s” không phải một mức; ghi “trở lên”, “đúng”, “tất cả” hoặc để trống."),
    Wrong.BOUND_WITHOUT_NUMBER: _("Mức này phải có số."),
    Wrong.NOT_POSITIVE: _("“%(value)s”: số phải lớn hơn 0; không có số thì để trống."),
    Wrong.UNIT_DIFFERS: _("Đơn vị trong ô số khác cột đơn vị: “%(value)s”."),
    Wrong.KEY_MALFORMED: _("“%(value)s”: khoá chỉ gồm chữ thường không dấu, chữ số, gạch nối."),
    Wrong.ROLE_NOT_OF_LEVEL: _("Vai trò này không có ở cấp của cơ quan “%(value)s”."),
    Wrong.EMAIL_MALFORMED: _("“%(value)s” không phải địa chỉ thư điện tử."),
    Wrong.SIGN_IN_NAME: _(
        "“%(value)s”: tên đăng nhập có từ 3 đến 60 ký tự, chữ không dấu, chữ số, dấu chấm, gạch ngang."
    ),
    Wrong.CONTACT_MISSING: _("Cần số điện thoại hoặc tên đăng nhập."),
    Wrong.REFUSED: _("%(value)s"),
}

DOUBTS: dict[Doubt, Promise] = {
    Doubt.LOOK_ALIKE: _("Gần giống %(value)s: xem có phải một không."),
    Doubt.OLD_PLACE: _("%(value)s"),
    Doubt.LETTERS_TURNED: _("Chữ gõ bằng phông cũ, đã chuyển sang Unicode."),
    Doubt.ALIKE: _("%(value)s"),
}
# why it is doubtful that an authority could give the stars; which end of a term was computed
DOUBTS_OF: dict[Doubt, dict[str, Promise]] = {
    Doubt.AUTHORITY: {
        Why.LEVEL_UNKNOWN: _("Chưa rõ cơ quan công nhận ở cấp nào."),
        Why.DAY_UNKNOWN: _("Chưa rõ ngày công nhận nên chưa đối chiếu được thẩm quyền."),
        UNTIL_UNKNOWN: _("Chưa rõ ngày công nhận nên chưa rõ hiện nay còn hiệu lực hay không."),
        Why.BEFORE_RULES: _("Công nhận trước ngày 21/08/2019, khi mỗi tỉnh còn theo quy định riêng."),
        Why.ABOVE: _("Trung ương công nhận hạng sao thuộc thẩm quyền của địa phương."),
        Why.DISTRICT_BY_919: _(
            "Cấp huyện công nhận trong thời gian từ ngày 01/08/2022 (Quyết định 919/QĐ-TTg) đến hết ngày "
            "23/02/2023: kiểm tra thẩm quyền."
        ),
        Why.DISTRICT_ENDED: _("Quyết định của cấp huyện vào những ngày 1–5/7/2025, khi không còn cấp huyện."),
        Why.PROVINCE_BY_148: _("Từ ngày 24/02/2023 đến hết ngày 05/07/2025 cấp huyện công nhận 3 sao."),
    },
    Doubt.TERM: {
        "until": _("Chưa ghi ngày hết hạn: tính theo thời hạn của quy định lúc đó."),
        "from": _("Chưa ghi ngày bắt đầu: tính lùi từ ngày hết hạn theo thời hạn của quy định."),
    },
}

ALPHABETS: dict[str, Text] = {
    "xlsx": "Excel (.xlsx)",
    "xls": "Excel 97–2003 (.xls)",
    "ods": "OpenDocument (.ods)",
    "utf-8": "CSV (UTF-8)",
    "utf-16": "CSV (UTF-16)",
    "windows-1258": "CSV (Windows-1258)",
    "windows-1252": "CSV",
    "tcvn3": _("phông cũ TCVN3 (.VnTime), đã chuyển sang Unicode"),
    "vni": _("phông cũ VNI, đã chuyển sang Unicode"),
}


def refusal_of(error: UnreadableError) -> Refusal:
    """Why a file is not opened, in words."""
    what, why, todo = PROBLEMS[error.problem]
    given = number_vi(int(error.value)) if error.value.isdigit() else error.value
    return Refusal(error.problem.value, str(what) % {"value": given} if given else what, why, todo)


def fault_words(fault: RowFault) -> str:
    """What is wrong, as a sentence."""
    return str(WRONG[fault.code]) % {"value": fault.value}


def doubt_words(doubt: Doubtful) -> str:
    """What is to be looked at, as a sentence."""
    if doubt.code in DOUBTS_OF:
        return str(DOUBTS_OF[doubt.code][doubt.value])
    if doubt.code is Doubt.LOOK_ALIKE:
        other = __("dòng %(number)s") if doubt.value.isdigit() else __("“%(number)s” đã có")
        return str(DOUBTS[doubt.code]) % {"value": other % {"number": doubt.value}}
    return str(DOUBTS[doubt.code]) % {"value": doubt.value}


def title_words(kind: Kind, key: str) -> str:
    """What a field of a kind is called on pages."""
    return str(FIELDS.get((kind.name, key)) or FIELDS[("", key)])


FIELDS: dict[tuple[str, str], Promise] = {
    ("ideas", "name"): _("Tên sản phẩm"),
    ("ideas", "material"): _("Nguyên liệu địa phương"),
    ("ideas", "proposer"): _("Người hoặc cơ sở có ý tưởng"),
    ("attendance", "name"): _("Họ và tên"),
    ("attendance", "unit"): _("Chủ thể hoặc cơ quan"),
    ("attendance", "group"): _("Nhóm"),
    ("attendance", "position"): _("Chức vụ"),
    ("register", "name"): _("Tên sản phẩm"),
    ("people", "full_name"): _("Họ và tên"),
    ("people", "title"): _("Chức danh"),
    ("results", "name"): _("Chỉ tiêu"),
    ("results", "value"): _("Kết quả"),
    ("results", "unit"): _("Đơn vị"),
    ("results", "limit"): _("Giới hạn"),
    ("results", "standard"): _("Tiêu chuẩn, quy chuẩn"),
    ("", "place"): _("Xã, phường"),
    ("", "phone"): _("Điện thoại"),
    ("", "registration_no"): _("Mã số đăng ký kinh doanh"),
    ("", "market"): _("Bán cho ai, ở đâu"),
    ("", "help_wanted"): _("Cần giúp gì"),
    ("", "description"): _("Mô tả"),
    ("", "leaf"): _("Nhóm sản phẩm"),
    ("", "key"): _("Khoá"),
    ("", "text"): _("Chỉ tiêu"),
    ("", "unit"): _("Đơn vị tính"),
    ("", "value"): _("Số"),
    ("", "at_least"): _("Mức"),
    ("", "counted_from"): _("Cách đếm"),
    ("", "note"): _("Ghi chú"),
    ("", "email"): _("Thư điện tử"),
    ("", "username"): _("Tên đăng nhập"),
    ("", "office"): _("Cơ quan"),
    ("", "role"): _("Vai trò"),
    ("", "starts_on"): _("Từ ngày"),
    ("", "last_on"): _("Đến hết ngày"),
    ("", "reason"): _("Căn cứ"),
    ("", "holder"): _("Chủ thể"),
    ("", "stars"): _("Hạng sao"),
    ("", "authority"): _("Cơ quan công nhận"),
    ("", "decision_no"): _("Số quyết định"),
    ("", "decided_on"): _("Ngày quyết định"),
    ("", "valid_from"): _("Có giá trị từ ngày"),
    ("", "valid_until"): _("Có giá trị đến ngày"),
    ("", "product_code"): _("Mã sản phẩm"),
    ("", "set"): _("Bộ sản phẩm"),
    ("", "holder_form"): _("Loại hình chủ thể"),
}
