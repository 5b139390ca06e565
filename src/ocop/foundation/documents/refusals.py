"""Every sentence with which a file or paper is refused: what is wrong, why that matters, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ocop.foundation.documents.labels import in_words, megabytes
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refusal


def file_empty(name: str) -> Refusal:
    """Nothing in it."""
    return Refusal(
        "file_empty",
        _("Tệp “%(name)s” trống, không có nội dung.") % {"name": name},
        _("Có thể tệp bị lỗi khi sao chép hoặc tải về."),
        _("Hãy mở tệp trên máy để kiểm tra rồi chọn lại."),
    )


def file_too_large(name: str, limit: int) -> Refusal:
    """More bytes than one file may have."""
    return Refusal(
        "file_too_large",
        _("Tệp “%(name)s” nặng quá mức cho phép.") % {"name": name},
        _("Mỗi tệp nặng tối đa %(limit)s MB.") % {"limit": megabytes(limit)},
        _("Hãy chụp hoặc quét lại ở mức nhỏ hơn, hoặc tách thành nhiều tệp."),
    )


def file_kind_refused(name: str, found: str, kinds: Iterable[FileKind]) -> Refusal:
    """Its content is none of the kinds asked for. `found` is an ending such as "exe", or empty."""
    what = (
        _("Nội dung của tệp “%(name)s” là loại .%(found)s, không nhận ở đây.")
        if found
        else _("Nội dung của tệp “%(name)s” không thuộc loại nào được nhận ở đây.")
    )
    return Refusal(
        "file_kind_refused",
        what % {"name": name, "found": found},
        _("Ở đây chỉ nhận: %(kinds)s.") % {"kinds": in_words(kinds)},
        _("Hãy lưu nội dung sang một trong các loại đó rồi chọn lại."),
    )


def file_heic(name: str) -> Refusal:
    """A photograph in the format of some phones, which browsers cannot show."""
    return Refusal(
        "file_heic",
        _("Ảnh “%(name)s” ở dạng HEIC của điện thoại, nhiều máy không mở được.") % {"name": name},
        _("Người xét hồ sơ và người mua hàng phải xem được ảnh trên mọi máy."),
        _("Trong cài đặt máy ảnh, chọn định dạng “Tương thích nhất” rồi chụp lại, hoặc lưu ảnh thành JPG."),
    )


def file_disguised(name: str, ending: str, found: str) -> Refusal:
    """Its name says one thing, its content another."""
    return Refusal(
        "file_disguised",
        _("Tệp “%(name)s” mang đuôi .%(ending)s nhưng nội dung là .%(found)s.")
        % {"name": name, "ending": ending, "found": found},
        _("Tệp mang tên không đúng nội dung có thể gây hại cho máy người mở."),
        _("Nếu đây đúng là tệp của bạn, hãy lưu lại với đuôi .%(found)s rồi chọn lại.") % {"found": found},
    )


def file_two_kinds(name: str) -> Refusal:
    """It can be read as two kinds of file at once."""
    return Refusal(
        "file_two_kinds",
        _("Tệp “%(name)s” chứa thêm một tệp loại khác bên trong.") % {"name": name},
        _("Cách ghép này thường dùng để giấu mã độc."),
        _("Hãy mở tệp gốc, xuất lại thành một tệp mới rồi chọn tệp đó."),
    )


def file_broken(name: str) -> Refusal:
    """It cannot be read to its end."""
    return Refusal(
        "file_broken",
        _("Tệp “%(name)s” bị hỏng hoặc thiếu phần cuối.") % {"name": name},
        _("Có thể tệp chưa tải về xong hoặc bị lỗi khi sao chép."),
        _("Hãy mở tệp trên máy để kiểm tra, lưu lại rồi chọn lại."),
    )


def image_too_many_pixels(name: str, limit: int) -> Refusal:
    """More pixels than anyone needs; so many that opening it would exhaust a machine."""
    return Refusal(
        "image_too_many_pixels",
        _("Ảnh “%(name)s” có quá nhiều điểm ảnh.") % {"name": name},
        _("Mỗi ảnh có tối đa %(limit)s triệu điểm ảnh.") % {"limit": limit // 1_000_000},
        _("Hãy giảm kích thước ảnh rồi chọn lại."),
    )


def image_too_costly(name: str) -> Refusal:
    """Few bytes that take a machine very long to open."""
    return Refusal(
        "image_too_costly",
        _("Ảnh “%(name)s” mất quá nhiều thời gian để mở.") % {"name": name},
        _("Ảnh như vậy có thể làm treo máy người xem."),
        _("Hãy chụp lại, hoặc mở ảnh và lưu thành một tệp JPG mới rồi chọn tệp đó."),
    )


def pdf_too_many_pages(name: str, limit: int) -> Refusal:
    """More pages than one file may have."""
    return Refusal(
        "pdf_too_many_pages",
        _("Tệp “%(name)s” có quá nhiều trang.") % {"name": name},
        _("Mỗi tệp có tối đa %(limit)d trang.") % {"limit": limit},
        _("Hãy tách thành nhiều tệp, mỗi tệp một nội dung."),
    )


def pdf_encrypted(name: str) -> Refusal:
    """Locked by a password or by rights."""
    return Refusal(
        "pdf_encrypted",
        _("Tệp PDF “%(name)s” bị khoá bằng mật khẩu hoặc hạn chế quyền.") % {"name": name},
        _("Tệp bị khoá không kiểm tra được và sau này có thể không mở được."),
        _("Hãy mở tệp, chọn In rồi Lưu thành PDF, và chọn tệp mới."),
    )


def pdf_active(name: str) -> Refusal:
    """It holds a script, starts programs, or carries forms that run."""
    return Refusal(
        "pdf_active",
        _("Tệp PDF “%(name)s” có chứa mã tự chạy.") % {"name": name},
        _("Mã tự chạy có thể gây hại cho máy người mở."),
        _("Hãy mở tệp, chọn In rồi Lưu thành PDF, và chọn tệp mới."),
    )


def pdf_attached(name: str) -> Refusal:
    """It carries other files inside, which nobody looks into."""
    return Refusal(
        "pdf_attached",
        _("Tệp PDF “%(name)s” có tệp khác đính kèm bên trong.") % {"name": name},
        _("Tệp đính kèm trong PDF có thể là chương trình gây hại cho máy người mở."),
        _("Hãy gửi riêng từng tệp; mở tệp này, chọn In rồi Lưu thành PDF, và chọn tệp mới."),
    )


def pdf_leads_away(name: str) -> Refusal:
    """It opens an address, another file or a folder of a network."""
    return Refusal(
        "pdf_leads_away",
        _("Tệp PDF “%(name)s” tự mở địa chỉ hoặc tệp ở nơi khác.") % {"name": name},
        _("Nơi đó có thể lấy thông tin đăng nhập hoặc gây hại cho máy người mở."),
        _("Hãy mở tệp, chọn In rồi Lưu thành PDF, và chọn tệp mới."),
    )


def office_macros(name: str) -> Refusal:
    """A document that holds a program."""
    return Refusal(
        "office_macros",
        _("Tệp “%(name)s” có macro hoặc thành phần tự chạy.") % {"name": name},
        _("Macro có thể gây hại cho máy người mở."),
        _("Hãy lưu lại thành tệp Word hoặc Excel không có macro, hoặc thành PDF."),
    )


def office_external(name: str) -> Refusal:
    """A document that fetches something from elsewhere when it is opened."""
    return Refusal(
        "office_external",
        _("Tệp “%(name)s” tự lấy nội dung từ nơi khác khi mở.") % {"name": name},
        _("Nội dung lấy từ ngoài có thể thay đổi về sau hoặc gây hại cho máy người mở."),
        _("Hãy chép nội dung đó vào tệp và bỏ liên kết, hoặc lưu thành PDF."),
    )


def office_bomb(name: str) -> Refusal:
    """It unpacks to far more than it should."""
    return Refusal(
        "office_bomb",
        _("Tệp “%(name)s” bung ra lớn bất thường.") % {"name": name},
        _("Tệp như vậy có thể làm treo máy người mở."),
        _("Hãy lưu thành PDF hoặc tách nội dung thành nhiều tệp nhỏ hơn."),
    )


def office_locked(name: str) -> Refusal:
    """Locked by a password."""
    return Refusal(
        "office_locked",
        _("Tệp “%(name)s” bị khoá bằng mật khẩu.") % {"name": name},
        _("Tệp bị khoá không kiểm tra được và sau này có thể không mở được."),
        _("Hãy bỏ mật khẩu rồi chọn lại."),
    )


def file_infected(name: str) -> Refusal:
    """The virus scanner knows it."""
    return Refusal(
        "file_infected",
        _("Tệp “%(name)s” có vi-rút.") % {"name": name},
        _("Hệ thống không nhận và không giữ lại tệp này."),
        _("Hãy quét vi-rút máy của bạn rồi dùng bản sạch."),
    )


def scanner_silent() -> Refusal:
    """A scanner is set up but does not answer; nothing is taken unseen."""
    return Refusal(
        "scanner_silent",
        _("Chưa nhận được tệp vì máy quét vi-rút không trả lời."),
        _("Mọi tệp phải được quét trước khi nhận."),
        _("Tệp vẫn ở trên máy của bạn; hãy thử lại sau ít phút."),
    )


def file_unavailable() -> Refusal:
    """Its bytes are gone, damaged or out of reach for now."""
    return Refusal(
        "file_unavailable",
        _("Tệp này tạm thời chưa mở được."),
        _("Kho lưu trữ không trả lời hoặc trả về nội dung không khớp mã băm đã ghi."),
        _(
            "Thông tin khác của hồ sơ vẫn nguyên vẹn. Hãy thử lại sau; nếu vẫn không mở được, hãy báo người "
            "quản trị."
        ),
    )


def paper_already_filed(number: str, issuer: str, year: int) -> Refusal:
    """The same number by the same issuer in the same year."""
    return Refusal(
        "paper_already_filed",
        _("Văn bản số %(number)s năm %(year)d của %(issuer)s đã có trong hệ thống.")
        % {"number": number, "year": year, "issuer": issuer},
        _("Mỗi số và ký hiệu chỉ được cấp một lần trong năm (Nghị định 30/2020/NĐ-CP, Điều 15)."),
        _("Hãy kiểm tra lại số, hoặc dùng văn bản đã có."),
    )


def paper_incomplete(missing: list[str]) -> Refusal:
    """Something that every paper has is not given."""
    return Refusal(
        "paper_incomplete",
        _("Văn bản còn thiếu: %(missing)s.") % {"missing": ", ".join(missing)},
        "",
        _("Hãy ghi đúng như trên văn bản."),
    )


def paper_from_the_future(number: str) -> Refusal:
    """Dated after today."""
    return Refusal(
        "paper_from_the_future",
        _("Văn bản số %(number)s ghi ngày ban hành sau hôm nay.") % {"number": number},
        "",
        _("Hãy kiểm tra lại ngày ban hành."),
    )


def paper_parts(*, number: str, issuer: str, subject: str) -> list[str]:
    """The names of those parts of a paper that are empty."""
    parts = {_("số, ký hiệu"): number, _("cơ quan ban hành"): issuer, _("trích yếu"): subject}
    return [part for part, text in parts.items() if not text]
