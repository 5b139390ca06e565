"""`ocop rank`: lines in, lines out, and nothing in a line that stops the run."""

import io
import json
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.kernel.law.loader import DATA
from ocop.kernel.scoring.commands import rank_command
from ocop.kernel.scoring.lines import rank_line, rank_request
from ocop.kernel.scoring.working_rules import WorkingRules

from .drawing import examples
from .regulations import ALL_AT_TOP, SMALL

SHEETS = [
    {"member": "a", "choices": ALL_AT_TOP},
    {"member": "b", "choices": ALL_AT_TOP | {"1.1": 3, "2.1": 2}},
]
GOOD = {"id": 7, "set": 1, "sheets": SHEETS}


def answer(request, language="vi"):
    line = request if isinstance(request, bytes) else json.dumps(request).encode()
    return json.loads(rank_line(SMALL, line, language))


def codes(request):
    return [fault["code"] for fault in answer(request)["errors"]]


def test_the_answer_has_the_shape_of_the_contract():
    assert answer(GOOD) == {
        "id": 7,
        "complete": True,
        "total": "90.00",
        "total_exact": "90",
        "parts": {"A": "35", "B": "20", "C": "35"},
        "band": 5,
        "stars": 4,
        "recognised": True,
        "spread": "20",
        "rescore": True,
        "excluded": [],
        "blocked_by": [{"criterion": "1.1", "stars": 5, "needs": 4, "has": 3}],
        "next": {
            "stars": 5,
            "missing_points": "0",
            "missing_minimums": ["1.1"],
            "steps": [{"criterion": "1.1", "to": 4, "points": "5"}],
        },
        "notes": [],
        "errors": [],
    }


def test_rules_facts_decisions_and_agreed_are_read():
    rules = {"minimum": "agreed", "rounding": "before_band", "decimals": 0, "spread_limit": 25.5}
    request = GOOD | {
        "rules": rules,
        "agreed": {"1.1": 4, "2.1": 3, "4": 3},
        "decisions": {"T-1": "suggested"},
    }

    assert (answer(request)["stars"], answer(request)["rescore"], answer(request)["total"]) == (
        5,
        False,
        "90",
    )
    assert answer(GOOD | {"set": 2, "facts": {"dossier_forged": True}})["excluded"] == ["dossier_forged"]


@pytest.mark.parametrize("empty", [None, {}])
def test_what_may_be_left_out_may_be_null_or_empty(empty):
    assert answer(GOOD | {"rules": empty, "agreed": empty, "facts": empty, "decisions": empty}) == answer(
        GOOD
    )


@pytest.mark.parametrize(
    "identity", [1, "x", None, 1.5, [1, {"a": "ă"}], {"b": None}, True, "\ud800", "dòng 1"]
)
def test_the_id_comes_back_as_it_was(identity):
    assert answer(GOOD | {"id": identity})["id"] == identity


def test_without_an_id_it_is_null():
    assert answer({"set": 1, "sheets": SHEETS})["id"] is None


BAD = {
    "no JSON": b"not json",
    "half an object": b'{"id": 1',
    "two objects": b"{} {}",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "a text": b'"x"',
    "no UTF-8": b'{"id": "\xff"}',
    "not a number": b'{"id": NaN}',
    "infinity": b'{"id": -Infinity}',
    "a number without end": b'{"id": 1e999}',
    "digits without end": b'{"id": ' + b"9" * 5000 + b"}",
    "nesting without end": b"[" * 100_000,
    "nested id": b'{"id": ' + b"[" * 5000 + b"]" * 5000 + b"}",
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
def test_a_line_that_is_no_object(line):
    assert codes(line) == ["bad_json"]
    assert (answer(line)["id"], answer(line)["complete"], answer(line)["stars"]) == (None, False, None)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"set": 99}, ["unknown_set"]),
        ({"set": None}, ["unknown_set"]),
        ({"set": "1"}, ["unknown_set"]),
        ({"set": 3}, ["no_rubric"]),
        ({"sheets": []}, ["no_sheets"]),
        ({"sheets": None}, ["no_sheets"]),
        ({"sheets": {}}, ["wrong_type"]),
        ({"sheets": [1]}, ["wrong_type"]),
        ({"sheets": [None, {"member": "a", "choices": ALL_AT_TOP}]}, ["wrong_type"]),
        ({"sheets": [{"member": "a"}]}, ["wrong_type"]),
        ({"sheets": [{"choices": ALL_AT_TOP}]}, ["wrong_type"]),
        ({"sheets": SHEETS + SHEETS[:1]}, ["duplicate_member"]),
        ({"rules": []}, ["wrong_type"]),
        ({"rules": {"minimum": "median"}}, ["unknown_rule"]),
        ({"rules": {"minimum": None}}, ["unknown_rule"]),
        ({"rules": {"minimum": ["mean"]}}, ["unknown_rule"]),
        ({"rules": {"rounding": "up"}}, ["unknown_rule"]),
        ({"rules": {"spread_boundary": "at"}}, ["unknown_rule"]),
        ({"rules": {"extremes": True}}, ["unknown_rule"]),
        ({"rules": {"decimals": -1}}, ["unknown_rule"]),
        ({"rules": {"decimals": 99}}, ["unknown_rule"]),
        ({"rules": {"decimals": "2"}}, ["wrong_type"]),
        ({"rules": {"decimals": True}}, ["wrong_type"]),
        ({"rules": {"decimals": 2.0}}, ["wrong_type"]),
        ({"rules": {"spread_limit": "10"}}, ["wrong_type"]),
        ({"rules": {"spread_limit": None}}, ["wrong_type"]),
        ({"rules": {"spread_limit": False}}, ["wrong_type"]),
        ({"rules": {"spread_limit": -1}}, ["unknown_rule"]),
        ({"rules": {"spread_limit": -0.5}}, ["unknown_rule"]),
        ({"rules": {"minimum": "agreed"}}, ["agreed_missing"] * 3),
        ({"rules": {"minimum": "x"}, "facts": {"y": True}}, ["unknown_rule", "unknown_fact"]),
        ({"facts": {"zero_points": True}}, ["unknown_fact"]),
        ({"decisions": {"x": "suggested"}}, ["unknown_decision"]),
    ],
)
def test_what_is_wrong_in_a_request(change, expected):
    assert codes(GOOD | change) == expected
    assert answer(GOOD | change)["stars"] is None


REPEATED = {
    "in the line": b'{"id": 1, "set": 1, "set": 1}',
    "in a sheet": b'{"id": 1, "sheets": [{"member": "a", "member": "a"}]}',
    "in choices": b'{"id": 1, "sheets": [{"choices": {"1.1": 1, "1.1": 1}}]}',
    "in rules": b'{"id": 1, "rules": {"decimals": 2, "decimals": 2}}',
    "in facts": b'{"id": 1, "facts": {"x": true, "x": true}}',
    "in decisions": b'{"id": 1, "decisions": {"x": "printed", "x": "printed"}}',
    "in agreed": b'{"id": 1, "agreed": {"1.1": 1, "1.1": 1}}',
    "beside a wrong set": b'{"id": 1, "set": 99, "rules": {"decimals": 2, "decimals": 3}}',
    "escaped": b'{"id": 1, "set": 1, "s\\u0065t": 1}',
}


@pytest.mark.parametrize("line", REPEATED.values(), ids=REPEATED.keys())
def test_a_key_that_is_written_twice_is_no_line(line):
    found = answer(line)
    assert ([fault["code"] for fault in found["errors"]], found["id"], found["stars"]) == (
        ["bad_json"],
        1,
        None,
    )


def test_a_repeated_key_is_named_and_a_repeated_id_is_nobodys():
    assert answer(REPEATED["in rules"])["errors"][0]["text"] == (
        "Khoá “decimals” được ghi hơn một lần, nên không rõ giá trị nào là đúng. Hãy ghi mỗi khoá đúng một "
        "lần."
    )
    assert answer(b'{"id": 1, "id": 2}')["id"] is None
    assert answer(b'{"id": {"a": 1, "a": 1}}')["errors"][0]["code"] == "bad_json"
    assert answer(b'[["id", 1], {"a": 1, "a": 1}]')["id"] is None
    assert answer(b'{"a": 1, "a": 1} x')["errors"][0]["text"].startswith("Dòng này không phải")


@pytest.mark.parametrize(
    "identity",
    [
        b'{"a": 1, "a": 2}',
        b'[1, {"b": [{"a": 1, "a": 1}]}]',
        b'{"b": {"a": 1, "\\u0061": 1}}',
        b'{"b": 1, "a": {}, "b": []}',
    ],
)
def test_an_id_that_holds_a_repeated_key_is_nobodys(identity):
    assert answer(b'{"id": ' + identity + b', "set": 1}')["id"] is None


@pytest.mark.parametrize("identity", ['{"a":{"c":1,"c":2},"b":1}', '{"a":{"c":1,"c":2},"b":[1]}'])
def test_a_repetition_is_found_wherever_in_the_id_it_stands(identity):
    line = f'{{"id":{identity},"set":1,"set":2}}'.encode()
    assert json.loads(rank_line(SMALL, line))["id"] is None


@pytest.mark.parametrize(("identity", "is_written"), [("\ud800", False), ("Hoà", True)])
def test_letters_are_written_as_they_are_and_half_a_character_as_an_escape(identity, is_written):
    """A line with half of a surrogate pair in its bytes is read as JSON readers do."""
    line = json.dumps({"id": identity, "set": 9}, ensure_ascii=False).encode("utf-8", "surrogatepass")
    answer = rank_line(SMALL, line)
    assert json.loads(answer)["id"] == identity
    assert ("không có bộ sản phẩm" in answer, answer.isascii()) == (is_written, not is_written)


def test_faulty_rules_leave_what_else_was_read_and_found():
    facts = {"dossier_forged": True, "production_permit_missing": True}
    sheets = [{"member": "a", "choices": ALL_AT_TOP}]
    rules = {"minimum": "all", "decimals": 99}
    result = rank_request(SMALL, {"set": 1, "sheets": sheets, "rules": rules, "facts": facts})
    assert [fault.code.value for fault in result.errors] == ["unknown_rule"]
    assert result.rules == WorkingRules(minimum="all")
    assert [one.code for one in result.excluded] == ["dossier_forged"]
    assert [note.en for note in result.notes] == [
        "The sheet of product set 1 says nothing about production_permit_missing, so it changes nothing."
    ]


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"rules": 3, "sheets": []}, ["wrong_type", "no_sheets"]),
        ({"sheets": "x"}, ["wrong_type"]),
        ({"sheets": "x", "facts": 3}, ["wrong_type", "wrong_type"]),
    ],
)
def test_that_there_is_no_sheet_is_said_where_the_list_could_be_read(change, codes):
    assert [fault.code.value for fault in rank_request(SMALL, {"set": 1, **change}).errors] == codes


def test_an_id_that_repeats_nothing_comes_back_whole_beside_a_repeated_key():
    identity = [{"a": [{}, []], "b": {"a": "x"}}, {"a": ["a", "a"]}, ["a", "a"]]
    assert answer(b'{"id": ' + json.dumps(identity).encode() + b', "set": 1, "set": 1}')["id"] == identity


def test_many_keys_hold_up_nobody():
    """A hundred thousand and one of them repeated:
    a search for each would not end while the suite runs.
    """
    keys = [f'"{number}": 1' for number in range(100_000)]
    line = ('{"id": 1, "facts": {' + ", ".join([*keys, keys[-1]]) + "}}").encode()
    found = answer(line)
    assert (found["id"], found["errors"][0]["text"].split("“")[1].split("”")[0]) == (1, "99999")


ODD_SHEETS = [SHEETS[0] | {"note": "x"}, SHEETS[1]]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"extra": None}, ["extra"]),
        ({"Set": 1, "sheet": []}, ["Set", "sheet"]),
        ({"rules": {"quorum": 5}}, ["quorum"]),
        ({"rules": {"minimum": "median", "quorum": 5}}, ["quorum"]),
        ({"sheets": ODD_SHEETS}, ["note"]),
        ({"sheets": ODD_SHEETS, "rules": {"x": 1}, "y": 1}, ["y", "x", "note"]),
    ],
)
def test_an_unknown_key_is_no_line_and_is_named(change, named):
    found = answer(GOOD | change)

    assert (found["id"], found["complete"], found["stars"]) == (7, False, None)
    assert [fault["code"] for fault in found["errors"]] == ["bad_json"] * len(named)
    assert [fault["text"].split("“")[1].split("”")[0] for fault in found["errors"]] == named


def test_where_an_unknown_key_stands_and_which_there_are():
    def texts(change):
        return [answer(GOOD | change, language)["errors"][0]["text"] for language in ("vi", "en")]

    assert texts({"note": 1}) == [
        "Dòng này không có khoá “note”. Hãy sửa hoặc xoá khoá này; "
        "các khoá dùng được: id, set, sheets, rules, agreed, facts, decisions.",
        "This line has no key “note”. Correct or remove it; "
        "the keys are: id, set, sheets, rules, agreed, facts, decisions.",
    ]
    assert texts({"sheets": [SHEETS[1], *ODD_SHEETS]})[1] == (
        "sheets[1] has no key “note”. Correct or remove it; the keys are: member, choices."
    )


def test_the_id_may_hold_whatever_it_likes_and_regulations_name_their_own():
    assert answer(GOOD | {"id": {"extra": {"note": 1}}})["errors"] == []
    assert codes(GOOD | {"facts": {"x": True}, "decisions": {"y": "printed"}}) == [
        "unknown_fact",
        "unknown_decision",
    ]
    assert codes(GOOD | {"rules": {"minimum": "mean"}, "agreed": {"9.9": 1}}) == []


@pytest.mark.parametrize("member", ["", " ", None, 0])
def test_a_member_without_a_name(member):
    assert codes(GOOD | {"sheets": [{"member": member, "choices": ALL_AT_TOP}]}) == ["wrong_type"]


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = ("id", "set", "sheets", "rules", "agreed", "facts", "decisions")


@given(
    st.dictionaries(st.sampled_from(KEYS), ANY_JSON, max_size=3),
    ANY_JSON,
    st.sampled_from(["1.1", "1.2", "3"]),
)
@examples(100)
def test_whatever_stands_in_a_line_there_is_an_answer(change, choice, code):
    odd_sheet = {"member": choice, "choices": ALL_AT_TOP | {code: choice}}
    request = (
        GOOD
        | {"rules": {"minimum": "agreed"}, "agreed": {code: choice}, "sheets": [*SHEETS, odd_sheet]}
        | change
    )

    assert answer(request)["id"] == request["id"]


@pytest.mark.parametrize(
    ("limit", "rescore"), [(19, True), (19.9, True), (20, False), (20.0, False), (1e3, False)]
)
def test_a_spread_limit_is_read_from_its_digits(limit, rescore):
    assert answer(GOOD | {"rules": {"spread_limit": limit}})["rescore"] is rescore


def test_a_spread_that_reaches_the_limit_counts_where_the_rules_say_so():
    by_boundary = [
        [
            answer(GOOD | {"rules": {"spread_limit": limit, "spread_boundary": word}})["rescore"]
            for limit in (19, 20, 21)
        ]
        for word in ("over", "reached")
    ]
    assert by_boundary == [[True, False, False], [True, True, False]]


def test_answers_speak_the_language_that_was_asked_for():
    request = GOOD | {"sheets": []}

    assert answer(request)["errors"][0]["text"] == "Chưa có phiếu đánh giá nào. Hãy gửi ít nhất một phiếu."
    assert answer(request, "en")["errors"][0]["text"] == "There is no score sheet. Hand in at least one."


@pytest.fixture
def real_rank(capsys):
    """The command on the regulation in force, over text streams."""

    def run(text, *more):
        out = io.StringIO()
        status = rank_command(["--regulation", "qd-26-2026", *more], io.StringIO(text), out)
        return status, [json.loads(line) for line in out.getvalue().splitlines()], capsys.readouterr().err

    return run


def test_one_answer_per_line_in_order_and_empty_lines_are_passed_over(real_rank):
    status, answers, _ = real_rank('{"id": 1, "set": 99}\n\nnonsense\n  \n{"id": 3, "set": 1}')

    assert status == 0
    assert [(a["id"], a["errors"][0]["code"]) for a in answers] == [
        (1, "unknown_set"),
        (None, "bad_json"),
        (3, "no_sheets"),
    ]


def test_the_language_is_an_option(real_rank):
    assert real_rank('{"set": 1}', "--lang", "en")[1][0]["errors"][0]["text"].startswith(
        "There is no score sheet"
    )


def test_an_unknown_regulation_is_refused_at_once(real_rank, capsys):
    out = io.StringIO()

    assert rank_command(["--regulation", "qd-0"], io.StringIO("{}"), out) == 2
    assert out.getvalue() == ""
    assert "qd-26-2026" in capsys.readouterr().err


def test_a_folder_of_regulations_adds_its_own(tmp_path):
    shutil.copytree(DATA / "qd-26-2026", tmp_path / "qd-thu")
    identity = tmp_path / "qd-thu" / "regulation.json"
    identity.write_text(
        identity.read_text(encoding="utf-8").replace("qd-26-2026", "qd-thu"), encoding="utf-8"
    )
    out = io.StringIO()
    arguments = ["--regulation", "qd-thu", "--regulations-dir", str(tmp_path)]

    assert rank_command(arguments, io.StringIO('{"set": 1, "sheets": []}\n'), out) == 0
    assert [fault["code"] for fault in json.loads(out.getvalue())["errors"]] == ["no_sheets"]


PROGRAM = """
import sys
from ocop.kernel.scoring.commands import rank_command
sys.exit(rank_command(sys.argv[1:], sys.stdin, sys.stdout))
"""


def test_answers_stream_while_the_input_is_still_open():
    arguments = [sys.executable, "-c", PROGRAM, "--regulation", "qd-26-2026"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(b'{"id": 1, "set": 99}\n\xff\n')
        process.stdin.flush()
        first, second = json.loads(process.stdout.readline()), json.loads(process.stdout.readline())
        process.stdin.close()

    assert (first["id"], first["errors"][0]["code"], second["errors"][0]["code"]) == (
        1,
        "unknown_set",
        "bad_json",
    )
    assert process.returncode == 0


def test_the_output_is_utf_8_whatever_the_locale():
    arguments = [sys.executable, "-c", PROGRAM, "--regulation", "qd-26-2026"]
    environment = {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(arguments, input=b"x\n", capture_output=True, env=environment, check=True)

    assert json.loads(done.stdout.decode())["errors"][0]["text"].startswith("Dòng này không phải")


def test_bytes_are_read_and_written_whatever_the_streams_were_opened_for():
    """A line that is no UTF-8 spoils itself only; the answers are UTF-8 with plain line ends."""
    given, told = io.BytesIO(b'{"id": "\xff"}\n{"id": "Ho\xc3\xa0"}\n'), io.BytesIO()
    streams = io.TextIOWrapper(given, "ascii"), io.TextIOWrapper(told, "ascii", newline="\r\n")
    assert rank_command(["--regulation", "qd-26-2026"], *streams) == 0
    written = told.getvalue()
    assert [json.loads(line)["id"] for line in written.decode().splitlines()] == [None, "Hoà"]
    assert (b"\r" in written, "Hoà".encode() in written) == (False, True)


def test_half_a_character_in_a_text_stream_comes_back():
    told = io.StringIO()
    assert rank_command(["--regulation", "qd-26-2026"], io.StringIO('{"id": "\ud800"}\n'), told) == 0
    assert json.loads(told.getvalue())["id"] == "\ud800"


@pytest.mark.parametrize("options", [[], ["--regulation", "qd-26-2026", "--lang", "fr"]])
def test_options_that_cannot_be_are_refused(options, capsys):
    with pytest.raises(SystemExit) as refused:
        rank_command(options, io.StringIO(), io.StringIO())
    assert (refused.value.code, "ocop rank: error" in capsys.readouterr().err) == (2, True)


def test_vietnamese_may_be_asked_for_by_name():
    told = io.StringIO()
    rank_command(["--regulation", "qd-26-2026", "--lang", "vi"], io.StringIO('{"set": 99}\n'), told)
    assert "không có bộ sản phẩm 99" in told.getvalue()
