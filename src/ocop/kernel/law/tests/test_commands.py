"""`ocop law list` and `ocop law check` say in plain lines what is there and what is wrong."""

from __future__ import annotations

from ocop.kernel.law.commands import check_command, list_command
from ocop.kernel.law.tests.spoiling import A, at


def test_list_counts_sets_criteria_options_marks_and_anomalies(capsys):
    assert list_command([]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    start = lines.index(next(line for line in lines if line.startswith("qd-26-2026")))
    assert lines[start + 1 : start + 8] == [
        "in force 2026-05-22 to today",
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
