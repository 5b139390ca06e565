"""`ocop law list` and `ocop law check` say in plain lines what is there and what is wrong."""

from __future__ import annotations

from ocop.kernel.law.commands import check_command, list_command
from ocop.kernel.law.tests.spoiling import A, at
from ocop.kernel.law.tests.whole import whole


def test_list_counts_sets_criteria_options_marks_and_anomalies(capsys):
    assert list_command([]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    start = lines.index(next(line for line in lines if line.startswith("qd-26-2026")))
    assert lines[start + 1] == "in force 2026-05-22 to today"
    assert lines[start + 3 : start + 9] == [
        "26 sets (26 with a rubric), 787 criteria, 2535 options, 575 star marks",
        "45 known anomalies, 11 of them affect the score",
        "26-2026-08: set 7 A/3.1 option 2: printed 1 (các mức: 1, 1, 3), suggested 2",
        "26-2026-09: set 23 C/6.2 option 1: printed 1 (các mức: 1, 1, 3, 5), suggested 0",
        "26-2026-10: set 1 C/8 option 4: printed –, suggested *****",
        "26-2026-11: set 10 A/3.5 option 2: printed –, suggested ****",
    ]


def test_list_names_missing_rubrics(capsys):
    list_command([])
    assert "  rubric missing: 10 Gạo, ngũ cốc" in capsys.readouterr().out.splitlines()


def test_check_of_the_package_finds_no_fault(capsys):
    assert check_command([]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "3 regulations, 0 faults"


def test_check_reports_a_fault_and_fails(folder, capsys):
    parent = folder.spoil("sets/01.json", at(f"{A}.criteria.0.ladder", "1*** 38")).write()
    assert check_command(["--regulations-dir", str(parent)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == [
        "  FAULT  set 1 A/1.1: option_max: best option gives 38, the criterion 39",
        "4 regulations, 1 faults",
    ]


def test_check_of_an_unreadable_folder(folder, capsys):
    parent = folder.spoil("regulation.json", at("number", ...)).write()
    assert check_command([f"--regulations-dir={parent}"]) == 2
    assert capsys.readouterr().err == "ocop law check: qd-test/regulation.json: number is missing\n"


def test_unknown_argument_shows_the_usage(capsys):
    assert list_command(["--all"]) == 2
    assert list_command(["--all", "x"]) == 2
    assert capsys.readouterr().err == "ocop law list [--regulations-dir FOLDER]\n" * 2


def test_list_says_everything_of_a_small_regulation(folder, capsys):
    """Until when it is in force, marks of options and of whole criteria, and every rubric that is missing."""
    bare = {"label": {"vi": "trống", "en": "bare"}, "sector": "food", "samples": 5}
    for number in (2, 3):
        whole(folder).files[f"sets/0{number}.json"] = {"number": number, **bare}
    assert list_command([f"--regulations-dir={folder.write()}"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index("qd-test  1/QĐ  decree vi") :] == [
        "qd-test  1/QĐ  decree vi",
        "  in force 2030-02-01 to 2031-12-31",
        f"  fingerprint {folder.load().fingerprint}, not pinned",
        "  3 sets (1 with a rubric), 5 criteria, 11 options, 3 star marks",
        "  rubric missing: 2 trống; 3 trống",
        "  1 known anomalies, 1 of them affect the score",
        "    t-01: set 1 A/1.1 option 2: printed 39, suggested 37",
    ]


def test_check_says_what_is_known_of_the_printed_text(folder, capsys):
    folder.spoil("sets/01.json", at(f"{A}.criteria.0.printed", {"2": "93"}))
    folder.spoil("anomalies.json", at("anomalies.0.explains", ["published_value"]))
    assert check_command(["--regulations-dir", str(folder.write())]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "qd-test: 0 faults, 1 known mismatches of the printed text, not pinned",
        "  known  [t-01] set 1 A/1.1 option 2: published_value: '93' is printed, 39 is used",
        "4 regulations, 0 faults",
    ]


def test_a_folder_may_have_an_equals_sign_in_its_name(folder, capsys):
    folder.parent = folder.parent / "a=b"
    assert check_command([f"--regulations-dir={folder.write()}"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 regulations, 0 faults"
