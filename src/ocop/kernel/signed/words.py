"""What `ocop verify` says, in both languages."""

from __future__ import annotations

from datetime import date

from ocop.kernel.signed.checking import Checked, Verdict
from ocop.kernel.signed.facts import Facts
from ocop.kernel.text import Label

VERDICTS = {
    Verdict.VALID: Label(
        "HỢP LỆ: chữ ký đúng, giấy trong thời hạn vào ngày {on}.",
        "VALID: the signature is genuine and the certificate's term runs on {on}.",
    ),
    Verdict.NOT_YET: Label(
        "CHƯA CÓ HIỆU LỰC: chữ ký đúng, nhưng giấy chỉ có hiệu lực từ {valid_from} (xét ngày {on}).",
        "NOT YET VALID: the signature is genuine, but the term begins on {valid_from} (looked at for {on}).",
    ),
    Verdict.EXPIRED: Label(
        "HẾT HẠN: chữ ký đúng, nhưng giấy hết hạn sau ngày {valid_until} (xét ngày {on}). "
        "Có được kéo dài hay không thì phải tra khi có mạng.",
        "EXPIRED: the signature is genuine, but the term ended on {valid_until} (looked at for {on}). "
        "Whether it was extended can only be asked online.",
    ),
    Verdict.ALTERED: Label(
        "KHÔNG HỢP LỆ: nội dung đã bị sửa, hoặc chữ ký không phải của khoá {number}.",
        "NOT VALID: the content was altered, or the signature is not that of key {number}.",
    ),
    Verdict.OTHER_KEY: Label(
        "KHÔNG HỢP LỆ: ký bằng khoá {number}, không có trong các khoá được tin. "
        "Nếu tỉnh đã đổi khoá, hãy lấy tệp khoá công khai mới rồi chỉ ra bằng --keys.",
        "NOT VALID: signed by key {number}, which is not among the trusted keys. "
        "If the province has changed its key, fetch the new file of public keys and name it with --keys.",
    ),
    Verdict.KEY_WITHDRAWN: Label(
        "KHÔNG HỢP LỆ: khoá {number} đã bị thu hồi ngày {withdrawn_on}; mọi thứ khoá ấy ký không còn tin "
        "được. "
        "Hãy tra mã chứng nhận khi có mạng.",
        "NOT VALID: key {number} was withdrawn on {withdrawn_on}; nothing that it signed can be trusted. "
        "Look the certificate code up online.",
    ),
    Verdict.OUTSIDE_PERIOD: Label(
        "KHÔNG HỢP LỆ: ghi là ký ngày {signed_on}, nhưng khoá {number} không dùng vào ngày ấy.",
        "NOT VALID: it says signed on {signed_on}, but key {number} was not in use on that day.",
    ),
    Verdict.MALFORMED: Label(
        "KHÔNG HỢP LỆ: đây không phải bản ký của giấy chứng nhận OCOP, hoặc đã bị cắt mất một phần. "
        "Bản ký bắt đầu bằng OCOP1.",
        "NOT VALID: this is no signed text of an OCOP certificate, or part of it is cut off. "
        "A signed text begins with OCOP1.",
    ),
    Verdict.NOTHING_SIGNED: Label(
        "KHÔNG HỢP LỆ: tệp PDF này không mang bản ký. Giấy in trước khi có khoá ký thì bản ký nằm ở trang "
        "kiểm tra mã.",
        "NOT VALID: this PDF carries no signed text. That of a certificate printed before there was a key "
        "stands on the check page.",
    ),
}
TROUBLES = {
    "no_file": Label(
        "Không có tệp này, và đây cũng không phải bản ký (bắt đầu bằng OCOP1).",
        "There is no such file, and this is no signed text either (it would begin with OCOP1).",
    ),
    "too_large": Label(
        "Tệp lớn hơn 30 MB nên không được đọc; giấy chứng nhận nhỏ hơn nhiều.",
        "The file is larger than 30 MB and was not read; a certificate is much smaller.",
    ),
    "not_a_certificate": Label(
        "Tệp này không phải PDF, cũng không phải văn bản có bản ký.",
        "This file is neither a PDF nor a text with a signed certificate.",
    ),
    "broken_pdf": Label(
        "Không đọc được tệp PDF này: tệp hỏng, có mật khẩu, hoặc không phải PDF.",
        "This PDF cannot be read: it is broken, has a password, or is no PDF.",
    ),
    "no_keys": Label(
        "Không có tệp khoá công khai ({path}). Tải từ địa chỉ /khoa-ky.json của hệ thống rồi chỉ ra bằng "
        "--keys.",
        "There is no file of public keys ({path}). Fetch it from the system's /khoa-ky.json and name it "
        "with --keys.",
    ),
    "bad_keys": Label(
        "Tệp khoá công khai {path} không đọc được ({where}).",
        "The file of public keys {path} cannot be read ({where}).",
    ),
}
COMPARE = Label(
    "So từng dòng với giấy: chữ ký xác nhận những dòng này, không xác nhận hình in trên giấy hay trong tệp.",
    "Compare each line with the paper: the signature vouches for these lines, not for what is drawn on it.",
)
NOT_KNOWN = Label(
    "Kiểm tra này không dùng mạng, nên không biết giấy có bị thu hồi, huỷ bỏ, thay thế hay kéo dài sau ngày "
    "ký hay không. "
    "Chữ ký này là bằng chứng kỹ thuật, không thay chữ ký trên quyết định.",
    "This check uses no network: it cannot know whether the certificate was revoked, annulled, replaced or "
    "extended "
    "since it was signed. The signature is technical evidence; it does not stand for the one under the "
    "decision.",
)
KEY = Label(
    "Khoá {number}, dùng từ {starts_on} đến {until}; ký ngày {signed_on}.",
    "Key {number}, in use from {starts_on} until {until}; signed on {signed_on}.",
)
STILL = Label("nay", "now")
LINES = {
    "product": Label("Sản phẩm", "Product"),
    "producer": Label("Chủ thể", "Producer"),
    "stars": Label("Hạng sao", "Stars"),
    "product_code": Label("Mã sản phẩm", "Product code"),
    "code": Label("Mã chứng nhận", "Certificate code"),
    "number": Label("Quyết định số", "Decision no."),
    "decided_on": Label("Ngày quyết định", "Decided on"),
    "authority": Label("Cơ quan công nhận", "Authority"),
    "valid_from": Label("Có hiệu lực từ", "Valid from"),
    "valid_until": Label("Đến hết ngày", "Valid until"),
    "programme": Label("Chương trình", "Programme"),
}


def report(found: Checked, on: date, language: str) -> str:
    """Everything that is to be said: the verdict, what was signed, by which key, what no signature knows."""
    parts = [VERDICTS[found.verdict].text(language).format(**_told(found, on))]
    if found.facts is not None:
        parts += [*_lines(found.facts, language), _key(found, language)]
        parts += [COMPARE.text(language), NOT_KNOWN.text(language)]
    return "\n".join(parts)


def trouble(code: str, language: str, **told: str) -> str:
    """Why nothing could be checked."""
    return TROUBLES[code].text(language).format(**told)


def _told(found: Checked, on: date) -> dict[str, str]:
    facts = found.facts.plain() if found.facts else {}
    days = {name: _day(str(facts[name])) for name in ("valid_from", "valid_until", "signed_on") if facts}
    withdrawn = found.key.withdrawn_on if found.key else None
    return {
        "on": _day(on),
        "number": found.number,
        "withdrawn_on": _day(withdrawn) if withdrawn else "",
        **days,
    }


def _lines(facts: Facts, language: str) -> list[str]:
    told = facts.plain()
    return [
        f"  {label.text(language)}: {_day(getattr(facts, name)) if name in _DAYS else told[name]}"
        for name, label in LINES.items()
    ]


_DAYS = {"decided_on", "valid_from", "valid_until"}


def _key(found: Checked, language: str) -> str:
    if found.key is None or found.facts is None:
        return ""
    until = _day(found.key.until) if found.key.until else STILL.text(language)
    return KEY.text(language).format(
        number=found.number,
        starts_on=_day(found.key.starts_on),
        until=until,
        signed_on=_day(found.facts.signed_on),
    )


def _day(day: date | str) -> str:
    return f"{date.fromisoformat(day) if isinstance(day, str) else day:%d/%m/%Y}"
