"""Folders are found, added, replaced, and read strictly: an error names file and place."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ocop.kernel.law import RegulationError, Rule, load_regulations, regulation
from ocop.kernel.law.integrity.procedure import PERIODS
from ocop.kernel.law.loader import dated_periods
from ocop.kernel.law.model import DatedPeriods, Period
from ocop.kernel.law.tests.spoiling import A, B, C, at
from ocop.kernel.text import Label

BUNDLED = ["qd-1048-2019", "qd-148-2023", "qd-26-2026"]


def test_regulations_of_the_package_oldest_first(monkeypatch):
    monkeypatch.delenv("OCOP_REGULATIONS_DIR", raising=False)
    assert list(load_regulations()) == BUNDLED


def test_folder_adds_a_regulation(folder):
    loaded = load_regulations(folder.write())
    assert list(loaded) == [*BUNDLED, "qd-test"]
    assert loaded["qd-test"].effective_from == date(2030, 2, 1)


def test_environment_names_the_folder(folder, monkeypatch):
    monkeypatch.setenv("OCOP_REGULATIONS_DIR", str(folder.write()))
    assert list(load_regulations()) == [*BUNDLED, "qd-test"]
    assert regulation("qd-test").number == "1/QĐ"


def test_folder_replaces_a_regulation_of_the_same_code(folder):
    folder.files["regulation.json"]["code"] = "qd-26-2026"
    assert regulation("qd-26-2026", folder.write("qd-26-2026")).number == "1/QĐ"


def test_small_regulation_reads_back(folder):
    loaded = folder.load()
    product_set = loaded.set(1)
    criteria = product_set.criteria
    assert list(criteria) == ["1.1", "1.2", "2", "3.1.1", "3.2"]
    assert [(o.place, o.points, o.min_for_stars) for o in criteria["2"].options] == [
        (1, 0, None),
        (2, 10, 4),
        (3, 25, None),
    ]
    assert criteria["1.2"].is_boolean
    assert [(case.letter, case.max, case.label.vi) for case in criteria["3.2"].cases] == [
        ("a", 25, "community vi"),
        ("b", 20, "site vi"),
    ]
    assert [criteria[code].key for code in ("3.1.1", "2")] == ["look", "story"]
    assert criteria["1.1"].rules == (Rule("disqualify", "imported", Label("imported vi", "imported en")),)
    assert [(section.code, section.is_single) for section in product_set.sections] == [
        ("1", False),
        ("2", True),
        ("3", False),
    ]
    assert product_set.managing_agencies == (Label("agriculture vi", "agriculture en"),)
    assert product_set.group == product_set.label
    assert loaded.applicants == {"cooperative": None, "association": (1,)}
    assert loaded.rounds[0].proposed_before == (4, 30)


WRONG = [
    ("regulation.json", at("nickname", "x"), "qd-test/regulation.json: unknown key nickname"),
    ("regulation.json", at("number", ...), "qd-test/regulation.json: number is missing"),
    ("regulation.json", at("number", 5), "qd-test/regulation.json, number: expected text, found 5"),
    ("regulation.json", at("code", "qd-x"), "qd-test/regulation.json, code: the folder is called qd-test"),
    (
        "regulation.json",
        at("issued_on", "1 May"),
        "qd-test/regulation.json, issued_on: expected a date like 2026-05-22, found '1 May'",
    ),
    ("regulation.json", at("label.en", ...), "qd-test/regulation.json, label: en is missing"),
    ("regulation.json", at("label.en", "  "), "qd-test/regulation.json, label.en: the wording is empty"),
    ("regulation.json", at("label.fr", "x"), "qd-test/regulation.json, label: unknown key fr"),
    (
        "regulation.json",
        at("star_bands.0.min", True),
        "qd-test/regulation.json, star_bands[0].min: expected a whole number, found True",
    ),
    (
        "regulation.json",
        at("star_bands.0.authority", "moon"),
        "qd-test/regulation.json, star_bands[0].authority: expected one of producer, commune, district, "
        "province,"
        " ministry, found 'moon'",
    ),
    ("regulation.json", at("parts.D", {}), "qd-test/regulation.json, parts: unknown key D"),
    (
        "criteria.json",
        at("label.options", [{"vi": "a", "en": "b"}]),
        "qd-test/criteria.json, label: exactly one of options, cases and is_boolean is needed",
    ),
    (
        "criteria.json",
        lambda values: values["safety"]["cases"].pop(),
        "qd-test/criteria.json, safety.cases: two cases are needed",
    ),
    (
        "criteria.json",
        at("safety.cases.1.options", []),
        "qd-test/criteria.json, safety.cases[1].options: a case needs options",
    ),
    (
        "criteria.json",
        at("origin.rules", ["unheard"]),
        "qd-test/criteria.json, origin.rules: nothing shared is called 'unheard'",
    ),
    (
        "criteria.json",
        at("origin.options.0.vi", ...),
        "qd-test/criteria.json, origin.options[0]: vi is missing",
    ),
    (
        "sets/01.json",
        at(f"{B}.use", "tale"),
        "qd-test/sets/01.json, parts.B.sections[0].use: nothing shared is called 'tale'",
    ),
    (
        "sets/01.json",
        at(f"{B}.ladder", "0 25"),
        "qd-test/sets/01.json, parts.B.sections[0].ladder: 2 steps for 3 options",
    ),
    (
        "sets/01.json",
        at(f"{B}.ladder", "0 10** 25"),
        "qd-test/sets/01.json, parts.B.sections[0].ladder: expected steps like 2 or 3****, found '0 10** 25'",
    ),
    (
        "sets/01.json",
        at(f"{C}.criteria.1.ladder", ["5 25"]),
        "qd-test/sets/01.json, parts.C.sections[0].criteria[1].ladder: a ladder is needed for each case",
    ),
    (
        "sets/01.json",
        at(f"{C}.criteria.1.ladder", ["5 x", "10 20"]),
        "qd-test/sets/01.json, parts.C.sections[0].criteria[1].ladder: expected steps like 2 or 3****, "
        "found '5 x'",
    ),
    (
        "sets/01.json",
        at(f"{A}.criteria.1.ladder", "0 1"),
        "qd-test/sets/01.json, parts.A.sections[0].criteria[1]: unknown key ladder",
    ),
    (
        "sets/01.json",
        at(f"{A}.criteria.0.printed", {"3": "9"}),
        "qd-test/sets/01.json, parts.A.sections[0].criteria[0].printed: unknown key 3",
    ),
    ("sets/01.json", at("number", 2), "qd-test/sets/01.json, number: set 2 belongs in 02.json"),
    (
        "procedure.json",
        at("periods.revocation.unit", "weeks"),
        "qd-test/procedure.json, periods.revocation.unit: expected one of working_days, days, months, found "
        "'weeks'",
    ),
    (
        "procedure.json",
        at("stages.0.applies_to", []),
        "qd-test/procedure.json, stages[0].applies_to: expected some of first, upgrade, renewal, revocation",
    ),
    (
        "procedure.json",
        at("rounds.0.held_before", "30/6"),
        "qd-test/procedure.json, rounds[0].held_before: expected month and day like 06-30",
    ),
    (
        "classification.json",
        lambda values: values["leaves"].append(dict(values["leaves"][0])),
        "qd-test/classification.json, leaves[1]: leaf I.1 is listed twice",
    ),
    ("anomalies.json", at("anomalies", {}), "qd-test/anomalies.json, anomalies: expected a list, found {}"),
]


@pytest.mark.parametrize(("file", "change", "message"), WRONG)
def test_what_cannot_be_read_is_named_with_file_and_place(folder, file, change, message):
    folder.spoil(file, change)
    with pytest.raises(RegulationError) as caught:
        folder.load()
    assert str(caught.value) == message


def test_unknown_code_is_refused(folder):
    with pytest.raises(RegulationError, match="no such regulation; there are qd-1048-2019"):
        regulation("qd-9", folder.write())


def test_missing_parent_folder_is_refused(tmp_path):
    with pytest.raises(RegulationError, match="the folder of regulations is not there"):
        load_regulations(tmp_path / "nowhere")


def test_unknown_file_is_refused(folder):
    (folder.write() / "qd-test" / "anomalys.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RegulationError, match=r"qd-test: unknown file anomalys\.json"):
        regulation("qd-test", folder.parent)


def test_broken_json_is_refused(folder):
    (folder.write() / "qd-test" / "rules.json").write_text('{"a": ', encoding="utf-8")
    with pytest.raises(RegulationError, match=r"qd-test/rules\.json: Expecting value"):
        regulation("qd-test", folder.parent)


def test_key_written_twice_is_refused(folder):
    rule = json.dumps(folder.files["rules.json"]["forged"])
    (folder.write() / "qd-test" / "rules.json").write_text(f'{{"a": {rule}, "a": {rule}}}', encoding="utf-8")
    with pytest.raises(RegulationError, match=r"qd-test/rules\.json: written twice: a"):
        regulation("qd-test", folder.parent)


def test_files_of_no_need_may_be_left_out(folder):
    for name in ("classification.json", "evidence.json", "procedure.json", "anomalies.json"):
        del folder.files[name]
    loaded = folder.load()
    assert loaded.leaves == loaded.periods == {}
    assert loaded.evidence_kinds == loaded.stages == loaded.anomalies == ()


def test_a_file_that_holds_no_object_is_refused(folder):
    folder.files["regulation.json"] = []
    with pytest.raises(RegulationError) as caught:
        folder.load()
    assert (caught.value.file, caught.value.place, caught.value.problem) == (
        "qd-test/regulation.json",
        "",
        "expected an object, found []",
    )


LATE = [{"key": "1", "label": {"vi": "quy trình", "en": "procedure"}, "article": "1", "since": "2030-02-02"}]


def test_a_day_without_a_procedure_is_an_error_that_names_it(folder):
    with pytest.raises(LookupError, match=r"^qd-test has no procedure on 2030-02-01$"):
        folder.spoil("procedure.json", at("variants", LATE)).load().variant_on(date(2030, 2, 1))


def test_periods_are_read_without_the_rubrics_oldest_first(folder):
    """A decree without a procedure has none; of two of one day the first code comes first."""
    folder.files["sets/01.json"] = {}
    parent = folder.write()
    for code in ("qd-b", "qd-a"):
        (parent / code).mkdir()
        identity = json.dumps({"effective_from": "2030-01-01"})
        (parent / code / "regulation.json").write_text(identity, encoding="utf-8")
    fortnight = Period(15, "days", rolls=True, article="7")
    read = dated_periods(parent)
    assert [law.code for law in read[:3]] == BUNDLED
    assert read[3:] == (
        DatedPeriods("qd-a", date(2030, 1, 1), {}),
        DatedPeriods("qd-b", date(2030, 1, 1), {}),
        DatedPeriods("qd-test", date(2030, 2, 1), dict.fromkeys(PERIODS, fortnight)),
    )


def test_the_refusal_of_a_code_and_of_a_folder_in_full(folder, tmp_path):
    with pytest.raises(RegulationError) as caught:
        regulation("qd-9", folder.write())
    assert str(caught.value) == f"qd-9: no such regulation; there are {', '.join([*BUNDLED, 'qd-test'])}"
    assert (caught.value.file, caught.value.place) == ("qd-9", "")
    with pytest.raises(RegulationError) as caught:
        regulation("qd-9", tmp_path / "nowhere")
    assert (caught.value.file, caught.value.place) == (str(tmp_path / "nowhere"), "")
    assert caught.value.problem == "the folder of regulations is not there"


def spoiled(folder, name: str, text: str) -> RegulationError:
    """The refusal after a file of the folder was written anew."""
    (folder.write() / "qd-test" / name).write_text(text, encoding="utf-8")
    with pytest.raises(RegulationError) as caught:
        regulation("qd-test", folder.parent)
    return caught.value


def test_every_key_written_twice_is_named_and_no_other(folder):
    refused = spoiled(folder, "rules.json", '{"b": 1, "a": 1, "once": 1, "b": 2, "a": 2}')
    assert (refused.file, refused.place, refused.problem) == ("qd-test/rules.json", "", "written twice: a, b")


def test_every_unknown_file_is_named_but_hidden_ones(folder):
    for name in (".hidden", "b.json"):
        (folder.write() / "qd-test" / name).write_text("{}", encoding="utf-8")
    refused = spoiled(folder, "a.json", "{}")
    assert (refused.file, refused.place, refused.problem) == ("qd-test", "", "unknown file a.json, b.json")
