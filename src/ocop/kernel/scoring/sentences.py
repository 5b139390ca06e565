"""The sentence of every fault: where it is, what is wrong, what to do;
by code, and by kind of a code with several.
"""

from __future__ import annotations

from collections.abc import Mapping

from ocop.kernel.text import Label

SENTENCES: Mapping[str, Label] = {
    "bad_json": Label(
        "Dòng này không phải một đối tượng JSON đọc được. Hãy ghi mỗi lượt đánh giá thành một đối tượng trên "
        "một dòng.",
        "This line is not a readable JSON object. Write each evaluation as one JSON object on one line.",
    ),
    "bad_json.repeated": Label(
        "Khoá “{name}” được ghi hơn một lần, nên không rõ giá trị nào là đúng. Hãy ghi mỗi khoá đúng một "
        "lần.",
        "The key “{name}” is written more than once, so nobody knows which value is meant. Write every key "
        "once.",
    ),
    "bad_json.unknown": Label(
        "{part_vi} không có khoá “{name}”. Hãy sửa hoặc xoá khoá này; các khoá dùng được: {known}.",
        "{part_en} has no key “{name}”. Correct or remove it; the keys are: {known}.",
    ),
    "unknown_set": Label(
        "{regulation} không có bộ sản phẩm {value}. Hãy ghi số của một bộ sản phẩm trong văn bản này.",
        "{regulation} has no product set {value}. Give the number of a product set of this regulation.",
    ),
    "no_rubric": Label(
        "Chưa có tiêu chí của bộ sản phẩm {value} trong {regulation}. Hãy bổ sung bộ tiêu chí rồi chấm lại.",
        "The criteria of product set {value} are not loaded for {regulation}. Add the rubric, then score "
        "again.",
    ),
    "no_sheets": Label(
        "Chưa có phiếu đánh giá nào. Hãy gửi ít nhất một phiếu.",
        "There is no score sheet. Hand in at least one.",
    ),
    "duplicate_member": Label(
        "Thành viên {member} có nhiều hơn một phiếu. Hãy giữ đúng một phiếu cho mỗi thành viên.",
        "Member {member} has more than one sheet. Keep exactly one sheet for each member.",
    ),
    "criterion_missing": Label(
        "{where}: chưa trả lời tiêu chí {criterion}. Hãy chọn một mức, hoặc ghi null nếu không chọn mức nào.",
        "{where}: criterion {criterion} is not answered. Choose an option, or write null if none was chosen.",
    ),
    "criterion_unknown": Label(
        "{where}: bộ sản phẩm {set} không có tiêu chí {criterion}. Hãy xoá hoặc sửa mã tiêu chí.",
        "{where}: product set {set} has no criterion {criterion}. Remove it or correct its code.",
    ),
    "place_out_of_range": Label(
        "{where}: tiêu chí {criterion} không có mức {value}. Hãy chọn từ mức {first} đến mức {last}.",
        "{where}: criterion {criterion} has no option {value}. Choose from {first} to {last}.",
    ),
    "wrong_type": Label(
        "{where}: giá trị {value} không đúng kiểu. Hãy ghi {expected_vi}.",
        "{where}: the value {value} is of the wrong type. Write {expected_en}.",
    ),
    "case_missing": Label(
        "{where}: tiêu chí {criterion} chia trường hợp {cases}; {value} chưa nêu trường hợp. Hãy ghi như "
        "{example}.",
        "{where}: criterion {criterion} has cases {cases}; {value} names none. Write for example {example}.",
    ),
    "agreed_missing": Label(
        "Quy chế yêu cầu hội đồng thống nhất mức của tiêu chí {criterion}. Hãy ghi mức đã thống nhất vào "
        "agreed.",
        "The working rules need a place agreed by the council for criterion {criterion}. Give it in agreed.",
    ),
    "unknown_rule": Label(
        "Quy chế hoạt động: {name} = {value} không dùng được. Hãy ghi {expected_vi}.",
        "Working rules: {name} = {value} cannot be used. Write {expected_en}.",
    ),
    "unknown_fact": Label(
        "{regulation} không có điều kiện {name}. Hãy dùng một trong: {known}.",
        "{regulation} knows no fact {name}. Use one of: {known}.",
    ),
    "unknown_decision": Label(
        "Quyết định {name} = {value} không dùng được với {regulation}. Hãy ghi suggested hoặc printed cho: "
        "{known}.",
        "The decision {name} = {value} cannot be used with {regulation}. Write suggested or printed for: "
        "{known}.",
    ),
}
