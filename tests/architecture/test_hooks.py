"""The hooks before a commit are the steps of script/check, each once, in the same order,
for the files it reads.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture
def hooks() -> list[dict[str, Any]]:
    """The hooks as they are written."""
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    return repository["hooks"]


def test_the_hooks_of_pre_commit_are_the_steps_of_the_check(hooks):
    steps = re.findall(r"^step ([a-z]+) ", (ROOT / "script/check").read_text("utf-8"), re.MULTILINE)
    assert [hook["entry"] for hook in hooks] == [f"script/check {step}" for step in steps]


ALWAYS = {"translations", "states", "words"}
CODE = {"lint", "format", "types", "contracts", "migrations", "system", "deployment"}


@pytest.mark.parametrize(
    ("path", "started"),
    [
        ("src/ocop/cli.py", CODE),
        (".importlinter", {"contracts"}),
        ("src/ocop/foundation/ui/static/ui/css/base.css", {"lines"}),
        ("pyproject.toml", {"lint", "format", "types", "templates", "lines"}),
        ("src/ocop/foundation/ui/templates/ui/base.html", {"templates", "lines"}),
        ("src/ocop/kernel/law/data/qd-26-2026/regulation.json", {"law"}),
        ("src/ocop/kernel/scoring/lines.py", CODE | {"law"}),
        ("src/ocop/casework/review/papers/minutes.typ", {"papers"}),
        ("src/ocop/casework/paperwork/papers/word.py", CODE | {"papers"}),
        ("README.md", set()),
    ],
)
def test_a_file_starts_the_steps_that_read_it(hooks, path, started):
    assert (ROOT / path).is_file()
    assert not any(
        key.startswith(("types", "exclude")) for hook in hooks for key in hook
    )  # only names decide
    assert {hook["id"] for hook in hooks if re.search(hook["files"], path)} == started | ALWAYS
