"""What every fault says, in both languages: of a whole request, so that its place is named too."""

import pytest

from ocop.kernel.scoring.lines import rank_request

from .regulations import ALL_AT_TOP, PLAIN, SMALL, regulation

SHEET = {"member": "a", "choices": ALL_AT_TOP}
AGREED = {"1.1": 4, "2.1": 3, "4": 3}
PLACE_VI = "Hãy ghi số thứ tự của một mức (1, 2, …) hoặc null."
PLACE_EN = "Write the number of an option (1, 2, …) or null."
KNOWN = (
    "dossier_forged, food_safety_certificate_missing, foreign_materials, product_declaration_missing, "
    "product_has_story, production_permit_missing, registration_not_conforming, testing_not_mandatory, "
    "unacceptable_impurities."
)
LINE_KEYS = "id, set, sheets, rules, agreed, facts, decisions."
RULE_KEYS = "minimum, rounding, spread_boundary, extremes, decimals, spread_limit."


def of_sheet(**changed):
    return {"sheets": [{**SHEET, **changed}]}


def of_choices(choices):
    return of_sheet(choices={**ALL_AT_TOP, **choices})


def of_agreed(changed):
    return {"rules": {"minimum": "agreed"}, "agreed": changed}


SAID = [
    (
        {"sheets": []},
        "Chưa có phiếu đánh giá nào. Hãy gửi ít nhất một phiếu.",
        "There is no score sheet. Hand in at least one.",
    ),
    (
        {"sheets": None},
        "Chưa có phiếu đánh giá nào. Hãy gửi ít nhất một phiếu.",
        "There is no score sheet. Hand in at least one.",
    ),
    (
        {"sheets": "x"},
        "sheets: giá trị “x” không đúng kiểu. Hãy ghi một danh sách phiếu.",
        "sheets: the value “x” is of the wrong type. Write a list of sheets.",
    ),
    (
        {"sheets": [SHEET, "x"]},
        "sheets[1]: giá trị “x” không đúng kiểu. Hãy ghi một đối tượng có member và choices.",
        "sheets[1]: the value “x” is of the wrong type. Write an object with member and choices.",
    ),
    (
        of_sheet(choices=3),
        "Phiếu của a, choices: giá trị 3 không đúng kiểu. Hãy ghi một đối tượng.",
        "Sheet of a, choices: the value 3 is of the wrong type. Write an object.",
    ),
    (
        of_sheet(member=1),
        "member: giá trị 1 không đúng kiểu. Hãy ghi tên hoặc mã thành viên.",
        "member: the value 1 is of the wrong type. Write the member's name or code.",
    ),
    (
        {"sheets": [SHEET, SHEET]},
        "Thành viên a có nhiều hơn một phiếu. Hãy giữ đúng một phiếu cho mỗi thành viên.",
        "Member a has more than one sheet. Keep exactly one sheet for each member.",
    ),
    (
        of_choices({"1.1": "2"}),
        "Phiếu của a, tiêu chí 1.1: giá trị “2” không đúng kiểu. " + PLACE_VI,
        "Sheet of a, criterion 1.1: the value “2” is of the wrong type. " + PLACE_EN,
    ),
    (
        of_choices({"3": True}),
        "Phiếu của a, tiêu chí 3: giá trị true không đúng kiểu. Hãy ghi “a.1” hoặc null.",
        "Sheet of a, criterion 3: the value true is of the wrong type. Write “a.1” or null.",
    ),
    (
        of_choices({"3": "b.x"}),
        "Phiếu của a, tiêu chí 3: giá trị “b.x” không đúng kiểu. Hãy ghi “a.1” hoặc null.",
        "Sheet of a, criterion 3: the value “b.x” is of the wrong type. Write “a.1” or null.",
    ),
    (
        of_choices({"3": "2"}),
        "Phiếu của a: tiêu chí 3 chia trường hợp a, b; “2” chưa nêu trường hợp. Hãy ghi như a.1.",
        "Sheet of a: criterion 3 has cases a, b; “2” names none. Write for example a.1.",
    ),
    (
        {"set": 9},
        "01/QĐ-THỬ không có bộ sản phẩm 9. Hãy ghi số của một bộ sản phẩm trong văn bản này.",
        "01/QĐ-THỬ has no product set 9. Give the number of a product set of this regulation.",
    ),
    (
        {"set": 3},
        "Chưa có tiêu chí của bộ sản phẩm 3 trong 01/QĐ-THỬ. Hãy bổ sung bộ tiêu chí rồi chấm lại.",
        "The criteria of product set 3 are not loaded for 01/QĐ-THỬ. Add the rubric, then score again.",
    ),
    (
        {"set": "1"},
        "01/QĐ-THỬ không có bộ sản phẩm “1”. Hãy ghi số của một bộ sản phẩm trong văn bản này.",
        "01/QĐ-THỬ has no product set “1”. Give the number of a product set of this regulation.",
    ),
    (
        {"facts": ["x"]},
        "facts: giá trị ['x'] không đúng kiểu. Hãy ghi một đối tượng.",
        "facts: the value ['x'] is of the wrong type. Write an object.",
    ),
    (
        {"facts": {"x": True}},
        "01/QĐ-THỬ không có điều kiện x. Hãy dùng một trong: " + KNOWN,
        "01/QĐ-THỬ knows no fact x. Use one of: " + KNOWN,
    ),
    (
        {"facts": {"dossier_forged": 1}},
        "facts.dossier_forged: giá trị 1 không đúng kiểu. Hãy ghi true hoặc false.",
        "facts.dossier_forged: the value 1 is of the wrong type. Write true or false.",
    ),
    (
        {"decisions": "T-1"},
        "decisions: giá trị “T-1” không đúng kiểu. Hãy ghi một đối tượng.",
        "decisions: the value “T-1” is of the wrong type. Write an object.",
    ),
    (
        {"decisions": {"T-9": "suggested"}},
        "Quyết định T-9 = “suggested” không dùng được với 01/QĐ-THỬ. Hãy ghi suggested hoặc printed "
        "cho: T-1, T-2.",
        "The decision T-9 = “suggested” cannot be used with 01/QĐ-THỬ. Write suggested or printed "
        "for: T-1, T-2.",
    ),
    (
        {"decisions": {"T-1": True}},
        "Quyết định T-1 = true không dùng được với 01/QĐ-THỬ. Hãy ghi suggested hoặc printed cho: T-1, T-2.",
        "The decision T-1 = true cannot be used with 01/QĐ-THỬ. Write suggested or printed for: T-1, T-2.",
    ),
    (
        of_agreed([]),
        "agreed: giá trị [] không đúng kiểu. Hãy ghi một đối tượng.",
        "agreed: the value [] is of the wrong type. Write an object.",
    ),
    (
        of_agreed({"1.1": 4, "2.1": 3}),
        "Quy chế yêu cầu hội đồng thống nhất mức của tiêu chí 4. Hãy ghi mức đã thống nhất vào agreed.",
        "The working rules need a place agreed by the council for criterion 4. Give it in agreed.",
    ),
    (
        of_agreed({**AGREED, "1.1": 9}),
        "agreed: tiêu chí 1.1 không có mức 9. Hãy chọn từ mức 1 đến mức 4.",
        "agreed: criterion 1.1 has no option 9. Choose from 1 to 4.",
    ),
    (
        of_agreed({**AGREED, "9.9": 1}),
        "agreed: bộ sản phẩm 1 không có tiêu chí 9.9. Hãy xoá hoặc sửa mã tiêu chí.",
        "agreed: product set 1 has no criterion 9.9. Remove it or correct its code.",
    ),
    (
        of_agreed({**AGREED, "1.1": "x"}),
        "agreed, tiêu chí 1.1: giá trị “x” không đúng kiểu. " + PLACE_VI,
        "agreed, criterion 1.1: the value “x” is of the wrong type. " + PLACE_EN,
    ),
    (
        {"rules": 3},
        "rules: giá trị 3 không đúng kiểu. Hãy ghi một đối tượng.",
        "rules: the value 3 is of the wrong type. Write an object.",
    ),
    (
        {"rules": {"minimum": "most"}},
        "Quy chế hoạt động: minimum = “most” không dùng được. Hãy ghi mean | majority | all | agreed.",
        "Working rules: minimum = “most” cannot be used. Write mean | majority | all | agreed.",
    ),
    (
        {"rules": {"rounding": 1}},
        "Quy chế hoạt động: rounding = 1 không dùng được. Hãy ghi none | before_band.",
        "Working rules: rounding = 1 cannot be used. Write none | before_band.",
    ),
    (
        {"rules": {"decimals": 13}},
        "Quy chế hoạt động: decimals = 13 không dùng được. Hãy ghi số từ 0 đến 12.",
        "Working rules: decimals = 13 cannot be used. Write a number from 0 to 12.",
    ),
    (
        {"rules": {"decimals": -1}},
        "Quy chế hoạt động: decimals = -1 không dùng được. Hãy ghi số từ 0 đến 12.",
        "Working rules: decimals = -1 cannot be used. Write a number from 0 to 12.",
    ),
    (
        {"rules": {"decimals": 2.5}},
        "decimals: giá trị 2.5 không đúng kiểu. Hãy ghi một số nguyên.",
        "decimals: the value 2.5 is of the wrong type. Write a whole number.",
    ),
    (
        {"rules": {"spread_limit": -1}},
        "Quy chế hoạt động: spread_limit = -1 không dùng được. Hãy ghi một số từ 0 trở lên.",
        "Working rules: spread_limit = -1 cannot be used. Write a number of 0 or more.",
    ),
    (
        {"rules": {"spread_limit": "10"}},
        "spread_limit: giá trị “10” không đúng kiểu. Hãy ghi một số.",
        "spread_limit: the value “10” is of the wrong type. Write a number.",
    ),
    (
        {"rules": {"spread_limit": True}},
        "spread_limit: giá trị true không đúng kiểu. Hãy ghi một số.",
        "spread_limit: the value true is of the wrong type. Write a number.",
    ),
    (
        {"name": 1},
        "Dòng này không có khoá “name”. Hãy sửa hoặc xoá khoá này; các khoá dùng được: " + LINE_KEYS,
        "This line has no key “name”. Correct or remove it; the keys are: " + LINE_KEYS,
    ),
    (
        {"rules": {"rule": 1}},
        "rules không có khoá “rule”. Hãy sửa hoặc xoá khoá này; các khoá dùng được: " + RULE_KEYS,
        "rules has no key “rule”. Correct or remove it; the keys are: " + RULE_KEYS,
    ),
    (
        {"sheets": [SHEET, {**SHEET, "x": 1}]},
        "sheets[1] không có khoá “x”. Hãy sửa hoặc xoá khoá này; các khoá dùng được: member, choices.",
        "sheets[1] has no key “x”. Correct or remove it; the keys are: member, choices.",
    ),
]


@pytest.mark.parametrize(("change", "vi", "en"), SAID, ids=[str(change) for change, _, _ in SAID])
def test_what_a_fault_says(change, vi, en):
    (fault,) = rank_request(SMALL, {"set": 1, "sheets": [SHEET], **change}).errors
    assert (fault.text("vi"), fault.text("en")) == (vi, en)


def test_no_doubt_of_the_regulation_can_be_settled():
    request = {"set": 1, "sheets": [SHEET], "decisions": {"T-1": "suggested"}}
    (fault,) = rank_request(regulation(PLAIN), request).errors
    assert fault.text("en").endswith("cannot be used with 01/QĐ-THỬ. Write suggested or printed for: –.")
