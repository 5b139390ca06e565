"""Fields forgive, refuse in words, keep what was typed, and are tied to their messages."""

import datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from ocop.foundation.ui.forms import (
    CheckboxCards,
    DateField,
    EmailField,
    FileField,
    Form,
    LinkField,
    MoneyField,
    NumberField,
    PastedField,
    PhoneField,
    QueryField,
    RadioCards,
    TextField,
)
from ocop.foundation.ui.parts import Card
from ocop.foundation.ui.tests.markup import tight


class Sample(Form):
    name = TextField(label="Tên", help_text="Như trên bao bì")
    on = DateField(label="Ngày", required=False)
    amount = NumberField(label="Lượng", required=False)
    price = MoneyField(label="Giá", required=False)
    phone = PhoneField(label="Điện thoại", required=False)


def filled(**typed: str) -> Sample:
    return Sample({"name": "Dứa", **typed})


def test_answers_are_understood() -> None:
    form = filled(
        name=" Dứa   quả ", on="1/3/26", amount="1.234,5", price="1,5 triệu", phone="+84 912 345 678"
    )
    assert form.is_valid()
    assert form.cleaned_data == {
        "name": "Dứa quả",
        "on": datetime.date(2026, 3, 1),
        "amount": Decimal("1234.5"),
        "price": 1_500_000,
        "phone": "0912345678",
    }


@pytest.mark.parametrize(
    "typed", ["Dứa 👍 mật", "中国茶", "ก", "Dứa\x00\x0b quả", "Nguye\u0302\u0303n", "❤\ufe0f"]
)
def test_letters_of_any_script_are_kept_and_control_marks_go(typed: str) -> None:
    form = filled(name=typed)
    assert form.errors == {}
    assert form.cleaned_data["name"] == typed.translate({0: None, 11: None}).replace("e\u0302\u0303", "ễ")


@pytest.mark.parametrize(
    "broken", ["\ufffd", "\ue000", "\uf0b7", "\U000f1234", "\ufffe", "\ufdd0", chr(0xD83D)]
)
def test_a_letter_that_nobody_can_read_is_named_and_refused(broken: str) -> None:
    form = filled(name=f"Hợp tác xã dứa Bản L{broken}u thôn Na Nhung")
    said = (
        "Có ký tự hỏng, không đọc và không in được, ở chỗ có □: “xã dứa Bản L□u thôn”. "
        "Xoá ký tự đó hoặc gõ lại."
    )
    assert form.errors == {"name": [said]}
    assert broken in form["name"].value()


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("Hîp t¸c x· døa B¶n LÇu", "TCVN3 (ABC)", "Hợp tác xã dứa Bản Lầu"),
        ("Hôïp taùc xaõ döùa Baûn Laàu", "VNI", "Hợp tác xã dứa Bản Lầu"),
    ],
)
def test_letters_of_before_unicode_are_offered_converted(typed: str, code: str, meant: str) -> None:
    form = filled(name=typed)
    said = (
        f"Chữ gõ bằng bảng mã cũ {code}, máy khác không đọc được. Chuyển sang Unicode là: “{meant}”. "
        "Đọc lại; đúng thì gửi lần nữa."
    )
    assert form.errors == {"name": [said]}
    assert form["name"].value() == meant
    assert filled(name=form["name"].value()).is_valid()


def test_a_long_text_is_said_short_and_offered_whole() -> None:
    form = filled(name="Hîp t¸c x· " * 100)
    assert form.errors["name"][0].count("Hợp") < 20
    assert form["name"].value().count("Hợp tác xã") == 100


def test_a_text_that_is_too_long_is_refused_in_words_and_no_browser_cuts_it() -> None:
    field = TextField(label="Ghi chú", lines=3, max_length=20)
    with pytest.raises(ValidationError) as refused:
        field.clean("Dứa " * 6)
    assert refused.value.messages == ["Dài 23 ký tự, ô này nhận nhiều nhất 20 ký tự. Rút ngắn rồi gửi lại."]
    assert "maxlength" not in field.widget.attrs
    assert TextField().max_length == 20_000


def test_marks_that_show_nothing_go() -> None:
    form = filled(name="Dứa\u200b \u202eBản\ufeff Lầ\u00adu")
    assert (form.errors, form.cleaned_data["name"]) == ({}, "Dứa Bản Lầu")


def test_a_pasted_table_keeps_its_tabs() -> None:
    field = PastedField(required=False)
    assert field.clean(" a  b\t\tc\r\n\u200bd\te \n") == "a b\t\tc\nd\te"


def test_addresses_are_cleaned_too() -> None:
    assert (EmailField().clean(" lan\u200b@ocop.vn "), LinkField().clean("ocop.vn/a\u200bb")) == (
        "lan@ocop.vn",
        "https://ocop.vn/ab",
    )
    assert QueryField().clean(" Dứa\x0b  \ufffd") == "Dứa \ufffd"


def test_what_may_be_empty_may_be_empty() -> None:
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data == {"name": "Dứa", "on": None, "amount": None, "price": None, "phone": ""}


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("name", "  ", "Hãy điền ô này."),
        ("on", "31/2/2026", "Chưa đọc được ngày này. Hãy viết ngày/tháng/năm, ví dụ 1/3/2026."),
        ("on", "1/3/1026", "Năm phải từ 1900 đến 2100."),
        ("amount", "nhiều", "Hãy viết bằng chữ số, ví dụ 1.234,5."),
        ("price", "đắt", "Hãy viết số tiền bằng đồng, ví dụ 1.500.000 hoặc 1,5 triệu."),
        ("phone", "12 34", "Số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0, ví dụ 0912 345 678."),
    ],
)
def test_each_refusal_says_what_to_write(field: str, typed: str, message: str) -> None:
    assert filled(**{field: typed}).errors == {field: [message]}


def test_stored_values_are_shown_as_people_write_them() -> None:
    form = Sample(initial={"on": datetime.date(2026, 3, 1), "amount": Decimal("1234.5"), "price": 1_500_000})
    shown = {
        name: form[name].field.widget.format_value(form[name].value()) for name in ("on", "amount", "price")
    }
    assert shown == {"on": "01/03/2026", "amount": "1234,5", "price": "1.500.000"}
    assert filled(**shown).is_valid()


def test_what_was_typed_comes_back_as_typed() -> None:
    assert filled(price="đắt")["price"].value() == "đắt"


def test_required_words_fit_the_kind_of_field() -> None:
    class Kinds(Form):
        choice = forms.ChoiceField(choices=[("a", "A")])
        tick = forms.BooleanField()
        file = FileField()
        own = forms.CharField(error_messages={"required": "Ghi tên xã."})

    assert Kinds({}).errors == {
        "choice": ["Hãy chọn."],
        "tick": ["Cần đánh dấu ô này."],
        "file": ["Hãy chọn tệp."],
        "own": ["Ghi tên xã."],
    }


def test_a_field_is_tied_to_its_help_and_its_message() -> None:
    html = filled(name="")["name"].as_field_group()
    control = '<input type="text" name="name" aria-invalid="true" '
    assert html.count(control + 'aria-describedby="id_name_helptext id_name_error" id="id_name">') == 1
    assert html.count('<p class="help" id="id_name_helptext">Như trên bao bì</p>') == 1
    assert html.count('<p class="error" id="id_name_error">') == 1


def test_only_what_may_be_left_out_is_marked() -> None:
    form = Sample()
    assert [name for name in form.fields if "(không bắt buộc)" in form[name].as_field_group()] == [
        "on",
        "amount",
        "price",
        "phone",
    ]


def test_the_summary_counts_and_links_to_each_field() -> None:
    form = filled(name="", price="đắt")
    form.add_error(None, "Hai ngày không khớp.")
    html = tight(str(form))
    assert html.count("Có 3 chỗ cần sửa") == 1
    assert html.count("<li>Hai ngày không khớp.</li>") == 1
    assert html.count('<a href="#id_name">Tên</a><span>Hãy điền ô này.</span>') == 1
    assert html.count('tabindex="-1" autofocus>') == 1
    assert "error-summary" not in str(filled())


@pytest.mark.parametrize(("widget", "kind"), [(RadioCards, "radio"), (CheckboxCards, "checkbox")])
def test_cards_show_explanation_mark_and_points(widget: type[forms.Widget], kind: str) -> None:
    class Choice(Form):
        level = forms.ChoiceField(
            label="Mức", widget=widget, choices=[("2", Card("Có", "Kèm giấy", "2 điểm", "3 sao"))]
        )

    html = tight(str(Choice(initial={"level": "2"})))
    parts = (
        f'<input type="{kind}" name="level" value="2" id="id_level_0" checked>',
        '<span class="badge">3 sao</span>',
        '<span class="card-text">Kèm giấy</span>',
        '<span class="card-side">2 điểm</span>',
        '<fieldset id="id_level">',
    )
    assert [html.count(part) for part in parts] == [1] * len(parts)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [(30, "30"), (Decimal("12.5"), "12,5"), (Decimal("30"), "30"), (None, None), ("1.234,5", "1.234,5")],
)
def test_a_stored_number_is_shown_as_it_may_be_sent_again(stored: object, shown: str | None) -> None:
    field = NumberField(decimal_places=4, required=False)
    assert field.prepare_value(stored) == shown
    assert stored is None or field.clean(shown) == field.clean(str(stored))
