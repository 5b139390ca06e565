"""What a regulation says is pinned: nothing of it changes unseen, and pinning says what it pins."""

from __future__ import annotations

import hashlib
import json
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.kernel.law import RegulationError, check_regulation, load_regulations, regulation
from ocop.kernel.law.commands import check_command, list_command
from ocop.kernel.law.folder import Folder, fingerprint
from ocop.kernel.law.loader import DATA, _load
from ocop.kernel.law.pinning import pin_command
from ocop.kernel.law.tests.conftest import CODE
from ocop.kernel.law.tests.spoiling import A, at

NEW = "qd-26-2026"


def test_every_regulation_of_the_package_is_as_it_is_pinned():
    for law in load_regulations().values():
        assert law.pins is not None
        assert law.pins.last.fingerprint == law.fingerprint
        assert law.pins.files == law.files


def test_the_fingerprint_can_be_computed_by_anybody():
    """Canonical JSON of these files is sorted keys without blanks: no key is beyond ASCII."""
    parent = DATA / NEW
    names = [str(path.relative_to(parent)) for path in parent.rglob("*.json") if path.name != "release.json"]

    def sha(value: Any) -> str:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    files = {name: sha(json.loads((parent / name).read_text(encoding="utf-8"))) for name in names}
    assert len(files) == 33
    assert sha(files) == load_regulations()[NEW].fingerprint


def copied(parent: Path, file: str, old: str, new: str) -> list[str]:
    """Decision 26/2026 outside, one text of one file changed, with the release file of the package."""
    folder = parent / NEW
    shutil.copytree(DATA / NEW, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return ["--regulations-dir", str(parent)]


CHANGES = {
    "mark": ("sets/01.json", "2****", "2***"),
    "point": ("sets/07.json", '"ladder": "0 1', '"ladder": "0 2'),
    "band": ("regulation.json", '"min": 70', '"min": 71'),
    "ground": ("rules.json", '"type": "disqualify"', '"type": "not_evaluated"'),
    "deadline": ("procedure.json", '"amount": 15', '"amount": 16'),
    "day of a round": ("procedure.json", "04-30", "04-29"),
    "agency": ("classification.json", '"set": 1', '"set": 2'),
    "anomaly": ("anomalies.json", '"affects_scoring": true', '"affects_scoring": false'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_value_fails_the_check_and_names_its_file(what, tmp_path, capsys):
    file, old, new = CHANGES[what]
    arguments = copied(tmp_path, file, old, new)
    assert check_command(arguments) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if ": pinned: " in line]
    day = regulation(NEW).pins.last.on.isoformat()
    assert found == [f"  FAULT  {file}: pinned: is not what was pinned {day}"]
    list_command(arguments)
    assert f"NOT the one pinned {day}" in capsys.readouterr().out


def test_files_added_or_gone_are_named(tmp_path):
    shutil.copytree(DATA / NEW, tmp_path / NEW)
    (tmp_path / NEW / "evidence.json").unlink()
    law = regulation(NEW, tmp_path)
    assert [(one.place, one.text) for one in check_regulation(law) if one.check == "pinned"] == [
        ("evidence.json", "is gone since the release pinned 2026-11-30")
    ]


def test_a_release_file_that_contradicts_itself_is_a_fault(folder):
    parent = folder.write()
    assert pin_command([CODE, "--regulations-dir", str(parent)]) == 0
    _load.cache_clear()
    path = parent / CODE / "release.json"
    release = json.loads(path.read_text(encoding="utf-8"))
    release["releases"][0]["fingerprint"] = "0" * 64
    path.write_text(json.dumps(release), encoding="utf-8")
    assert [one.place for one in check_regulation(folder.load())] == ["release.json"]


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every plain value inside."""
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in leaves(one, (*path, key))]
    if isinstance(value, list):
        return [found for place, one in enumerate(value) for found in leaves(one, (*path, place))]
    return [path]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # the folder is written anew for every example
@given(choice=st.data())
def test_any_other_value_gives_another_fingerprint(folder, choice):
    """Whatever value of whatever file becomes another, this file and the whole get another hash."""
    before = Folder(folder.write() / CODE).hashes()
    files = deepcopy(folder.files)
    file = choice.draw(st.sampled_from(sorted(files)))
    *steps, last = choice.draw(st.sampled_from(leaves(files[file])))
    inner = files[file]
    for step in steps:
        inner = inner[step]
    inner[last] = choice.draw(
        st.one_of(st.integers(-100, 100), st.booleans(), st.text("aăâ*0123456789 ", max_size=6)).filter(
            lambda value: type(value) is not type(inner[last]) or value != inner[last]
        )
    )
    path = folder.parent / CODE / file
    path.write_text(json.dumps(files[file]), encoding="utf-8")
    after = Folder(folder.parent / CODE).hashes()
    assert {name for name in before if before[name] != after[name]} == {file}
    assert fingerprint(before) != fingerprint(after)


def test_pinning_an_outside_folder(folder, capsys):
    """Not pinned is no fault; pinned, a change is; pinned again, what was before stays known."""
    where = ["--regulations-dir", str(folder.write())]
    assert check_command(where) == 0
    assert "qd-test: 0 faults, 0 known mismatches of the printed text, not pinned" in capsys.readouterr().out

    first = folder.load().fingerprint
    assert pin_command([CODE, *where]) == 0
    assert pin_command([CODE, *where]) == 0
    _load.cache_clear()
    assert pin_command([CODE, *where]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("qd-test is pinned so since ")

    folder.spoil("procedure.json", at("periods.commune_check.amount", 16)).write()
    _load.cache_clear()
    assert check_command(where) == 1
    assert pin_command([CODE, *where, "--note", " sixteen  days "]) == 0
    _load.cache_clear()
    assert check_command(where) == 0
    law = folder.load()
    assert [(one.fingerprint, one.note) for one in law.pins.releases] == [
        (first, ""),
        (law.fingerprint, "sixteen days"),
    ]
    assert law.known_fingerprints == {first, law.fingerprint}


def test_what_does_not_add_up_is_not_pinned(folder, capsys):
    parent = folder.spoil("sets/01.json", at(f"{A}.criteria.0.ladder", "1*** 38")).write()
    assert pin_command([CODE, "--regulations-dir", str(parent)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "qd-test is not pinned: mend its 1 faults first"
    assert not (parent / CODE / "release.json").exists()
    assert pin_command(["qd-none", "--regulations-dir", str(parent)]) == 2


WRONG = {
    '{"releases": [], "files": {}}': "at least one release is needed",
    '{"releases": [{"on": "2026-11-30", "fingerprint": "AB"}], "files": {}}': "expected 64 hexadecimal",
    '{"releases": [{"on": "soon", "fingerprint": "AB"}], "files": {}}': "expected a date",
    '{"files": {}, "more": 1, "releases": [{"on": "2026-11-30", "fingerprint": "%s"}]}'
    % ("a" * 64): "unknown",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_release_file_is_read_strictly(text, folder):
    parent = folder.write()
    (parent / CODE / "release.json").write_text(text, encoding="utf-8")
    with pytest.raises(RegulationError, match=WRONG[text]):
        folder.load()
