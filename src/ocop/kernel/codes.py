"""Codes that people read, copy and type:
product codes, registration numbers, certificate codes, receipt codes.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from ocop.kernel.text import Label

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: they are misread
CERTIFICATE_CODE_LENGTH = 16
RECEIPT_PREFIX = "HS"
RECEIPT_LENGTH = 8
FIRST_YEAR, LAST_YEAR = 2018, 2099  # the programme began in 2018
LAST_SERIAL = 999_999
BEHIND = ".,;:"  # what a sentence puts behind a code, and a copy takes along


class CodeFault(StrEnum):
    """Why a text is not a code."""

    MALFORMED = "malformed"
    PROVINCE = "province_out_of_range"
    DISTRICT = "district_out_of_range"
    COMMUNE = "commune_out_of_range"
    SERIAL = "serial_out_of_range"
    YEAR = "year_out_of_range"


FAULTS: Mapping[CodeFault, Label] = {
    CodeFault.MALFORMED: Label("Mã viết không đúng mẫu.", "The code is not written as it should be."),
    CodeFault.PROVINCE: Label(
        "Mã tỉnh gồm 2 chữ số, từ 01 đến 99.", "A province code has 2 digits, 01 to 99."
    ),
    CodeFault.DISTRICT: Label(
        "Mã huyện gồm 3 chữ số, từ 001 đến 999.", "A district code has 3 digits, 001 to 999."
    ),
    CodeFault.COMMUNE: Label(
        "Mã xã gồm 5 chữ số, từ 00001 đến 99999.", "A commune code has 5 digits, 00001 to 99999."
    ),
    CodeFault.SERIAL: Label(
        "Số thứ tự phải từ 1 đến 999999, không có số 0 ở đầu.",
        "The serial runs from 1 to 999999, no leading zero.",
    ),
    CodeFault.YEAR: Label("Năm phải từ 2018 đến 2099.", "The year must be between 2018 and 2099."),
}


class CodeError(ValueError):
    """A text or a set of parts that is no valid code; `code` says why, `text` is what was given."""

    def __init__(self, code: CodeFault, text: str) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text

    @property
    def label(self) -> Label:
        """The fault in words for people."""
        return FAULTS[self.code]


@dataclass(frozen=True, order=True)
class CommuneSerial:
    """What the product code and the registration number are made of. Unit codes are texts: leading zeros
    count.

    Refused: unit codes that are not 2 and 5 digits or are all zero, a serial below 1, a year before 2018.
    """

    province: str
    commune: str
    serial: int
    year: int

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9]{2}", self.province) or self.province == "00":
            raise CodeError(CodeFault.PROVINCE, self.province)
        if not re.fullmatch(r"[0-9]{5}", self.commune) or self.commune == "00000":
            raise CodeError(CodeFault.COMMUNE, self.commune)
        if not 1 <= self.serial <= LAST_SERIAL:
            raise CodeError(CodeFault.SERIAL, str(self.serial))
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise CodeError(CodeFault.YEAR, str(self.year))

    @classmethod
    def _from_match(cls, match: re.Match[str] | None, text: str) -> Self:
        if match is None:
            raise CodeError(CodeFault.MALFORMED, text)
        if match["serial"].startswith("0"):
            raise CodeError(CodeFault.SERIAL, text)
        return cls(match["province"], match["commune"], int(match["serial"]), int(match["year"]))


@dataclass(frozen=True, order=True)
class ProductCode(CommuneSerial):
    """The code of a product: province, commune, the commune's serial, year of evaluation:
    `15-02788-3-2026`; until the districts ended with that of the district: `10-086-02923-1-2022`.
    """

    district: str = ""

    _form = re.compile(
        r"(?P<province>[0-9]{2})-(?:(?P<district>[0-9]{3})-)?(?P<commune>[0-9]{5})"
        r"-(?P<serial>[0-9]{1,9})-(?P<year>[0-9]{4})"
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.district and (not re.fullmatch(r"[0-9]{3}", self.district) or self.district == "000"):
            raise CodeError(CodeFault.DISTRICT, self.district)

    def __str__(self) -> str:
        units = [self.province, self.district, self.commune]
        return "-".join([*filter(None, units), str(self.serial), str(self.year)])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a typed code; blanks, long dashes and a full stop behind it are forgiven,
        a lost leading zero is not.
        """
        match = cls._form.fullmatch(_tidy(text))
        code = cls._from_match(match, text)
        return replace(code, district=(match and match["district"]) or "")


class RegistrationNumber(CommuneSerial):
    """The number of a registration form (form 01, annex III): `3/PĐK-15-02788-2026`."""

    _form = re.compile(
        r"(?P<serial>[0-9]{1,9})/P[ĐD]K-(?P<province>[0-9]{2})-(?P<commune>[0-9]{5})-(?P<year>[0-9]{4})"
    )

    def __str__(self) -> str:
        return f"{self.serial}/PĐK-{self.province}-{self.commune}-{self.year}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a typed number; case, blanks, long dashes, PDK for PĐK and a full stop are forgiven."""
        return cls._from_match(cls._form.fullmatch(_tidy(text).upper()), text)


def random_crockford(length: int) -> str:
    """`length` characters drawn by the system's secure source, five bits each."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(length))


def normalise_crockford(text: str) -> str:
    """A typed code in its stored form: capitals, no blanks, hyphens or full stop behind it,
    O read as 0, I and L as 1.
    """
    plain = "".join(char.upper() if char.isascii() else char for char in _tidy(text) if char != "-")
    plain = plain.rstrip(BEHIND)
    # what stood apart stands together now: composed again, so that normalising twice changes nothing
    return unicodedata.normalize("NFC", plain.translate(str.maketrans("OIL", "011")))


def grouped(code: str) -> str:
    """A code in groups of four for reading aloud: `7K3M-9QXV`."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def new_certificate_code() -> str:
    """A fresh certificate code: 16 random characters, 80 bits, so that no code leads to another."""
    return random_crockford(CERTIFICATE_CODE_LENGTH)


def is_certificate_code(text: str) -> bool:
    """Whether a typed text reads as a certificate code; whether it was ever issued is another question."""
    return _is_crockford(normalise_crockford(text), CERTIFICATE_CODE_LENGTH)


def is_code(text: str) -> bool:
    """Whether a typed text is the code of a product, or of a certificate and not a long word:
    that has a digit.
    """
    if is_certificate_code(text):
        return any(char.isdigit() for char in text)
    try:
        ProductCode.parse(text)
    except CodeError:
        return False
    return True


def parse_certificate_code(text: str) -> str:
    """The stored form of a typed certificate code. Refused (`malformed`) when it does not read as one."""
    if not is_certificate_code(text):
        raise CodeError(CodeFault.MALFORMED, text)
    return normalise_crockford(text)


def new_receipt_code() -> str:
    """A fresh code for a dossier's receipt: `HS-7K3M-9QXV` (hồ sơ), 40 random bits;
    the register keeps it unique.
    """
    return f"{RECEIPT_PREFIX}-{grouped(random_crockford(RECEIPT_LENGTH))}"


def parse_receipt_code(text: str) -> str:
    """The printed form of a typed receipt code, with or without its HS. Refused (`malformed`) otherwise."""
    plain = normalise_crockford(text)
    if len(plain) == len(RECEIPT_PREFIX) + RECEIPT_LENGTH and plain.startswith(RECEIPT_PREFIX):
        plain = plain.removeprefix(RECEIPT_PREFIX)
    if not _is_crockford(plain, RECEIPT_LENGTH):
        raise CodeError(CodeFault.MALFORMED, text)
    return f"{RECEIPT_PREFIX}-{grouped(plain)}"


def gaps(texts: Iterable[str], parse: Callable[[str], ProductCode | RegistrationNumber]) -> Iterator[str]:
    """What is wrong with codes that were given out one after the other: those that cannot be read, in the
    order in which they come, then each serial that is missing from 1 on, by commune and year.
    """
    serials: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for text in texts:
        try:
            code = parse(text)
        except CodeError:
            yield f"{text}: malformed"
            continue
        serials[code.province, code.commune, code.year].add(code.serial)
    for (province, commune, year), found in sorted(serials.items()):
        for missing in (serial for serial in range(1, max(found)) if serial not in found):
            yield f"{province}-{commune}, {year}: serial {missing} is missing"


def _is_crockford(text: str, length: int) -> bool:
    return len(text) == length and all(char in CROCKFORD for char in text)


def _tidy(text: str) -> str:
    """One spelling for what keyboards vary: composed letters, no blanks, plain hyphens, Đ for its
    look-alike, nothing of the sentence behind the code.
    """
    composed = unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")
    dashes = "".join("-" if unicodedata.category(char) == "Pd" else char for char in composed)
    plain = "".join(char for char in dashes if not char.isspace() and unicodedata.category(char) != "Cf")
    return plain.rstrip(BEHIND)
