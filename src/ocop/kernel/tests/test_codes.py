"""Product codes, registration numbers, certificate and receipt codes: written, read back, refused."""

import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ocop.kernel import codes
from ocop.kernel.codes import CodeError, ProductCode, RegistrationNumber

PRODUCT = ProductCode("15", "02788", 3, 2026)
REGISTRATION = RegistrationNumber("15", "02788", 3, 2026)

serials = st.tuples(
    st.integers(1, 99).map("{:02d}".format),
    st.integers(1, 99999).map("{:05d}".format),
    st.integers(1, codes.LAST_SERIAL),
    st.integers(2018, 2099),
)
crockford = st.text(codes.CROCKFORD, min_size=16, max_size=16)


def fault_of(parse: object, text: str) -> str:
    with pytest.raises(CodeError) as caught:
        parse(text)  # type: ignore[operator]
    assert all((caught.value.label.vi, caught.value.label.en))
    assert str(caught.value) == f"{caught.value.code}: {caught.value.text!r}"
    return caught.value.code.value


@given(st.integers(1, 999).map("{:03d}".format), serials)
def test_codes_with_a_district_are_read_back(district: str, parts: tuple[str, str, int, int]) -> None:
    """Until the districts ended codes had five parts; both kinds stand in registers, and differ."""
    province, commune, serial, year = parts
    code = ProductCode(province, commune, serial, year, district)
    assert str(code) == f"{province}-{district}-{commune}-{serial}-{year}"
    assert ProductCode.parse(f" {code}.") == code != ProductCode(province, commune, serial, year)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("10-000-02923-1-2022", "district_out_of_range"),
        ("10-86-02923-1-2022", "malformed"),
        ("10-0086-02923-1-2022", "malformed"),
        ("10-086-2923-1-2022", "malformed"),
        ("10-086-00000-1-2022", "commune_out_of_range"),
        ("10-086-02923-01-2022", "serial_out_of_range"),
        ("10-086-02923-1-2017", "year_out_of_range"),
        ("10-086-02923-1", "malformed"),
        ("10-086-02923-1-2022.1", "malformed"),
        (".", "malformed"),
    ],
)
def test_a_wrong_code_with_a_district_is_refused(text: str, fault: str) -> None:
    assert fault_of(ProductCode.parse, text) == fault


def test_a_code_is_made_with_a_district_of_three_digits() -> None:
    for district in ("86", "abc", "0860"):
        with pytest.raises(CodeError):
            ProductCode("10", "02923", 1, 2022, district)


def test_codes_are_written_as_the_rules_say() -> None:
    assert str(ProductCode("10", "02923", 1, 2022, "086")) == "10-086-02923-1-2022"
    assert str(PRODUCT) == "15-02788-3-2026"
    assert str(REGISTRATION) == "3/PĐK-15-02788-2026"


@pytest.mark.parametrize(
    "text",
    [
        "15-02788-3-2026",
        " 15 - 02788 - 3 - 2026\n",
        "15–02788–3–2026",
        "15-02788‑3-2026\u200b",
        "15-02788-3-2026.",
        "15-02788-3-2026 . ",
        "15-02788-3-2026;",
    ],
)
def test_a_typed_product_code_is_read(text: str) -> None:
    assert ProductCode.parse(text) == PRODUCT


@pytest.mark.parametrize(
    "text",
    [
        "3/PĐK-15-02788-2026",
        "3 /pđk-15-02788-2026",
        "3/PDK-15-02788-2026",
        "3/PÐK-15-02788-2026",
        "3/pðk-15-02788-2026",
        "3/PĐK – 15 – 02788 – 2026",
    ],
)
def test_a_typed_registration_number_is_read(text: str) -> None:
    assert RegistrationNumber.parse(text) == REGISTRATION


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "malformed"),
        ("15-2788-3-2026", "malformed"),  # a spreadsheet ate the zero
        ("15-02788-3-26", "malformed"),
        ("15-02788-3", "malformed"),
        ("15-02788--3-2026", "malformed"),
        ("١٥-02788-3-2026", "malformed"),  # digits of another script
        ("00-02788-3-2026", "province_out_of_range"),
        ("15-00000-3-2026", "commune_out_of_range"),
        ("15-02788-0-2026", "serial_out_of_range"),
        ("15-02788-03-2026", "serial_out_of_range"),
        ("15-02788-1000000-2026", "serial_out_of_range"),
        ("15-02788-3-2017", "year_out_of_range"),
        ("15-02788-3-2100", "year_out_of_range"),
    ],
)
def test_a_wrong_product_code_is_refused(text: str, fault: str) -> None:
    assert fault_of(ProductCode.parse, text) == fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("3/PXK-15-02788-2026", "malformed"),
        ("15-02788-3-2026", "malformed"),
        ("0/PĐK-15-02788-2026", "serial_out_of_range"),
        ("3/PĐK-00-02788-2026", "province_out_of_range"),
        ("3/PĐK-15-00000-2026", "commune_out_of_range"),
        ("3/PĐK-15-02788-2017", "year_out_of_range"),
    ],
)
def test_a_wrong_registration_number_is_refused(text: str, fault: str) -> None:
    assert fault_of(RegistrationNumber.parse, text) == fault


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("00-02788-3-2026", "00"),
        ("15-00000-3-2026", "00000"),
        ("15-02788-1000000-2026", "1000000"),
        ("15-02788-3-2017", "2017"),
        ("15-02788-03-2026", "15-02788-03-2026"),
        ("15/02788", "15/02788"),
    ],
)
def test_a_refusal_names_the_part_that_is_wrong_or_the_whole(text: str, named: str) -> None:
    with pytest.raises(CodeError) as caught:
        ProductCode.parse(text)
    assert caught.value.text == named


def test_a_refused_registration_number_is_named() -> None:
    with pytest.raises(CodeError) as caught:
        RegistrationNumber.parse("3/15-02788")
    assert caught.value.text == "3/15-02788"


@pytest.mark.parametrize("province", ["5", "0A", "150"])
def test_parts_are_checked_when_a_code_is_made(province: str) -> None:
    with pytest.raises(CodeError) as caught:
        ProductCode(province, "02788", 3, 2026)
    assert (caught.value.code, caught.value.text) == ("province_out_of_range", province)


@given(serials)
def test_codes_read_back_as_written(parts: tuple[str, str, int, int]) -> None:
    assert ProductCode.parse(str(ProductCode(*parts))) == ProductCode(*parts)
    assert RegistrationNumber.parse(str(RegistrationNumber(*parts))) == RegistrationNumber(*parts)


@given(st.text())
def test_any_text_is_a_code_or_refused(text: str) -> None:
    for kind in (ProductCode, RegistrationNumber):
        with contextlib.suppress(CodeError):
            assert kind.parse(text) == kind.parse(str(kind.parse(text)))


def test_serials_sort_as_numbers() -> None:
    ten, nine = ProductCode("15", "02788", 10, 2026), ProductCode("15", "02788", 9, 2026)
    assert sorted([ten, nine]) == [nine, ten]


def test_a_certificate_code_is_sixteen_crockford_characters_and_random() -> None:
    made = [codes.new_certificate_code() for _ in range(500)]
    assert {len(code) for code in made} == {16}
    assert set("".join(made)) == set(codes.CROCKFORD)
    assert len(set(made)) == 500


@pytest.mark.parametrize(
    "text",
    [
        "7K3M9QXV01ABCDEF",
        "7k3m-9qxv-01ab-cdef",
        "7K3M 9QXV O1AB CDEF",
        "7k3m9qxvoiabcdef",
        "7K3M–9QXV–OLAB–CDEF",
    ],
)
def test_a_typed_certificate_code_is_read(text: str) -> None:
    assert codes.parse_certificate_code(text) == "7K3M9QXV01ABCDEF"


@pytest.mark.parametrize(
    "text",
    ["", "7K3M9QXV01ABCDE", "7K3M9QXV01ABCDEF0", "7K3M9QXV01ABCDEU", "7K3M9QXV01ABCDEſ", "15-02788-3-2026"],
)
def test_what_is_no_certificate_code_is_refused(text: str) -> None:
    assert not codes.is_certificate_code(text)
    with pytest.raises(CodeError) as caught:
        codes.parse_certificate_code(text)
    assert (caught.value.code, caught.value.text) == ("malformed", text)


@given(crockford, st.booleans())
def test_every_spelling_of_a_certificate_code_is_one_code(code: str, is_lower: bool) -> None:
    spelled = codes.grouped(code).replace("0", "O").replace("1", "l")
    assert codes.parse_certificate_code(spelled.lower() if is_lower else spelled) == code


@given(st.text())
@example("\u0339 \u0334")  # marks that a blank kept apart
@example("a-\u0300")
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = codes.normalise_crockford(text)
    assert codes.normalise_crockford(once) == once


def test_a_receipt_code_is_printed_in_groups_and_read_back() -> None:
    code = codes.new_receipt_code()
    assert (len(code), code[:3], code[7]) == (12, "HS-", "-")
    assert codes.parse_receipt_code(code.lower().replace("-", " ")) == code


@pytest.mark.parametrize("text", ["HS-7K3M-9QXV", "7k3m9qxv", "hs 7k3m 9qxv"])
def test_a_typed_receipt_code_is_read(text: str) -> None:
    assert codes.parse_receipt_code(text) == "HS-7K3M-9QXV"


@pytest.mark.parametrize("text", ["", "HS-7K3M-9QX", "XS-7K3M-9QXV", "HS-7K3M-9QXU"])
def test_what_is_no_receipt_code_is_refused(text: str) -> None:
    with pytest.raises(CodeError) as caught:
        codes.parse_receipt_code(text)
    assert (caught.value.code, caught.value.text) == ("malformed", text)


def test_receipts_whose_random_part_begins_with_the_prefix_are_read() -> None:
    assert codes.parse_receipt_code("HSHSHSHS") == "HS-HSHS-HSHS"
    assert codes.parse_receipt_code("HS-HSHS-HSHS") == "HS-HSHS-HSHS"
