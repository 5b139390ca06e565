"""How a value of the input stands in a sentence, and a fault as promised to the outside."""

import pytest

from ocop.kernel.scoring.faults import FaultCode, SheetFault, shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (3, "3"),
        ("True", "“True”"),
        ("hai \n từ", "“hai từ”"),
        ("x" * 38, f"“{'x' * 38}”"),
        ("x" * 39, f"“{'x' * 38}…"),
        ([1] * 13, f"[{'1, ' * 12}1]"),
        ([1] * 14, f"[{'1, ' * 12}1,…"),
    ],
)
def test_a_value_is_shown_short_and_in_one_line(value, words):
    assert shown(value) == words


def test_a_fault_names_the_sheet_the_part_and_the_criterion():
    values = {"part": "agreed", "value": "2", "expected_vi": "true", "expected_en": "true or null"}
    fault = SheetFault(FaultCode.WRONG_TYPE, "Hoa", "1.2", values)
    vi = "Phiếu của Hoa, agreed, tiêu chí 1.2: giá trị 2 không đúng kiểu. Hãy ghi true."
    en = "Sheet of Hoa, agreed, criterion 1.2: the value 2 is of the wrong type. Write true or null."
    told = {"code": "wrong_type", "member": "Hoa", "criterion": "1.2"}
    assert (fault.as_json(), fault.as_json("en")) == ({**told, "text": vi}, {**told, "text": en})
    assert (fault.text(), fault.text("en")) == (vi, en)
