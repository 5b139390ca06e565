"""The hooks before a commit are the steps of script/check, each once and in the same order."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def test_the_hooks_of_pre_commit_are_the_steps_of_the_check():
    steps = re.findall(r"^step ([a-z]+) ", (ROOT / "script/check").read_text("utf-8"), re.MULTILINE)
    [repository] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    assert [hook["entry"] for hook in repository["hooks"]] == [f"script/check {step}" for step in steps]
