"""Names that may mean the same producer, and who may bring which product."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.registers.producers.rules import (
    APPLICANT_KINDS,
    ENTERPRISES,
    EnterpriseSize,
    LegalForm,
    are_alike,
    core_name,
    fault_of_form,
)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Hợp tác xã Bản Lầu", "ban lau"),
        ("HTX  BẢN LẦU", "ban lau"),
        ("Công ty TNHH MTV Trà Việt", "tra viet"),
        ("Công ty cổ phần Phong Hải", "phong hai"),
        ("Tổ hợp tác Hợp tác xã", "to hop tac hop tac xa"),
        ("“HTX” (Bản-Lầu)", "ban lau"),
        ("", ""),
    ],
)
def test_the_core_of_a_name(name, core):
    assert core_name(name) == core


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("HTX Bản Lầu", "Hợp tác xã Bản Lầu", True),
        ("HTX dứa Bản Lầu", "Hợp tác xã Bản Lầu", True),
        ("Hợp tác xã Bản Lâu", "HTX Ban Lau", True),
        ("HTX Suối Giàng", "HTX Suối Giang", True),
        ("Hợp tác xã nông sản Bắc Hà", "Hợp tác xã nông sản Bắc Hà Xanh", True),
        ("Cơ sở Minh Ngọcc", "HTX Minh Ngọc", True),
        ("HTX Bản Lầu", "HTX Bản Xèo", False),
        ("HTX Lan", "HTX hoa Lan Sa Pa", False),
        ("HTX Bản Lầu", "", False),
        ("HTX", "", False),
        ("", "", False),
        # 17 letters of 20 are just enough
        ("Banlaumuongkhuongqde", "Banlaumuongkhuongstv", True),
        ("Banlaumuongkhuongqdeq", "Banlaumuongkhuongstvs", False),
    ],
)
def test_names_alike(one, other, alike):
    assert (are_alike(one, other), are_alike(other, one)) == (alike, alike)


@given(st.text(max_size=60), st.text(max_size=60))
def test_being_alike_goes_both_ways(one, other):
    assert are_alike(one, other) == are_alike(other, one)


TABLE = [
    (form, size, has_registration)
    for form in LegalForm
    for size in (["", *EnterpriseSize] if form in ENTERPRISES else [""])
    for has_registration in (True, False)
]


@pytest.mark.parametrize("admitted", [True, False])
@pytest.mark.parametrize(("form", "size", "has_registration"), TABLE)
def test_who_may_apply(form, size, has_registration, admitted):
    asked = []

    def admits(kind):
        asked.append(kind)
        return admitted

    fault = fault_of_form(form, size, has_registration=has_registration, admits=admits)
    if size == "large":
        assert (fault, asked) == ("large_enterprise", [])
    elif not has_registration:
        assert (fault, asked) == ("registration_missing", [])
    else:
        assert (fault, asked) == (None if admitted else "form_not_admitted", [APPLICANT_KINDS[form]])
