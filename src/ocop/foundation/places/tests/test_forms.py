from __future__ import annotations

from datetime import date

import pytest
from django import forms

from ocop.foundation.places.forms import CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import place

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
REQUIRED = "Hãy chọn xã hoặc phường."
NOT_IN_THE_LIST = "Hãy chọn một xã hoặc phường trong danh sách; xã cũ đã sáp nhập thì chọn xã hiện nay."


class Where(forms.Form):
    commune = CommuneField(province="15", on=lambda: TODAY)


class WhereByCode(forms.Form):
    commune = CommuneField(province="15", on=lambda: TODAY, to_field_name="code", required=False)


def ban_lau(on: date = TODAY) -> Place:
    found = place("02788", "commune", on)
    assert found is not None
    return found


def test_a_commune_of_the_province_is_taken() -> None:
    form = Where({"commune": str(ban_lau().pk)})
    assert form.is_valid()
    assert form.cleaned_data == {"commune": ban_lau()}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, REQUIRED),
        ({"commune": ""}, REQUIRED),
        ({"commune-tim": "zzz"}, REQUIRED),
        ({"commune-tim": "muong khuong"}, REQUIRED),  # four communes answer: nobody guesses
        ({"commune": "0"}, NOT_IN_THE_LIST),
        ({"commune": "x"}, NOT_IN_THE_LIST),
    ],
)
def test_refusals_in_words(data: dict[str, str], message: str) -> None:
    assert Where(data).errors == {"commune": [message]}


@pytest.mark.parametrize(
    ("code", "on"),
    [("02788", date(2025, 6, 30)), ("00004", TODAY), ("15", TODAY), ("083", date(2025, 6, 30))],
)
def test_old_communes_other_provinces_and_other_levels_are_refused(code: str, on: date) -> None:
    unit = place(code, {2: "province", 3: "district", 5: "commune"}[len(code)], on)
    assert unit is not None
    assert Where({"commune": str(unit.pk)}).errors == {"commune": [NOT_IN_THE_LIST]}


@pytest.mark.parametrize("typed", ["Bản Lầu", "ban lau", "Lùng Vai", "xa ban sen muong khuong"])
def test_a_typed_name_that_fits_one_commune_counts_without_scripts(typed: str) -> None:
    form = Where({"commune": "", "commune-tim": typed})
    assert form.is_valid()
    assert form.cleaned_data == {"commune": ban_lau()}


def test_what_was_chosen_counts_before_what_was_typed() -> None:
    form = Where({"commune": str(ban_lau().pk), "commune-tim": "bat xat"})
    assert form.is_valid()
    assert form.cleaned_data == {"commune": ban_lau()}


def test_by_code() -> None:
    for data in ({"commune": "02788"}, {"commune-tim": "lung vai"}):
        form = WhereByCode(data)
        assert form.is_valid()
        assert form.cleaned_data == {"commune": ban_lau()}
    assert WhereByCode({"commune": "02635"}).errors == {"commune": [NOT_IN_THE_LIST]}
    assert WhereByCode({}).is_valid()


def test_the_list_has_every_commune_in_the_order_of_the_alphabet(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        choices = [label for _value, label in Where().fields["commune"].choices]
    assert len(choices) == 100
    assert choices[:4] == ["Chọn xã, phường", "xã A Mú Sung", "phường Âu Lâu", "xã Bản Hồ"]
    assert choices[-1] == "xã Yên Thành"


def test_the_day_is_asked_when_the_form_is_made() -> None:
    day = date(2025, 6, 30)

    class Then(forms.Form):
        commune = CommuneField(province="15", on=lambda: day)

    assert len(Then().fields["commune"].choices) == 169
    day = TODAY
    assert len(Then().fields["commune"].choices) == 100


def test_another_province() -> None:
    form = Where()
    form.fields["commune"].set_province("01")
    assert len(form.fields["commune"].choices) == 127
    assert 'hx-get="/tra-cuu-xa/chon/?tinh=01&amp;o=commune-tim"' in str(form["commune"])
    assert len(Where().fields["commune"].choices) == 100


def test_rendered_as_a_box_that_narrows_a_list() -> None:
    html = str(Where({"commune": str(ban_lau().pk)})["commune"])
    assert html.count("<option") == 100
    assert f'<option value="{ban_lau().pk}" selected>xã Bản Lầu</option>' in html
    assert 'hx-target="#id_commune"' in html
    assert 'name="commune-tim"' in html
    assert "style=" not in html
    assert "onclick" not in html
