"""Acts: one file each, named by what it does; what a form gives is what the act takes."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest
from django.utils.translation import gettext, override

from ocop.foundation.acts import Act

SOURCE = Path(__file__).parents[2] / "src"
PACKAGES = [path.parent.parent for path in sorted(SOURCE.glob("ocop/*/*/acts/__init__.py"))]
ACTS = [
    pytest.param(act, id=f"{act.about.space}:{act.name}")
    for package in PACKAGES
    for act in import_module(".".join(package.relative_to(SOURCE).parts) + ".acts").ACTS
]


def module_of(act: Act) -> ModuleType:
    return import_module(act.do.__module__)


def taken(act: Act) -> set[str]:
    """The names of what the act is told, beside the thing, who does it and when."""
    parameters = list(inspect.signature(act.do).parameters.values())
    told = parameters if set(given(act)) & {parameters[0].name} else parameters[1:]
    names = {one.name for one in told if one.kind is not inspect.Parameter.VAR_KEYWORD}
    spread = [one.name for one in told if one.kind is inspect.Parameter.VAR_KEYWORD]
    hints = get_type_hints(act.do) if spread else {}
    return names.union(*(get_args(hints[name])[0].__annotations__ for name in spread)) - {"by", "at"}


def given(act: Act) -> frozenset[str]:
    return act.form.gives if act.form.gives is not None else frozenset(act.form.base_fields)


def test_there_are_acts():
    assert {package.name for package in PACKAGES} >= {"certificates", "ideas", "recovery"}


@pytest.mark.parametrize("act", ACTS)
def test_what_a_form_gives_is_what_the_act_takes(act: Act):
    assert taken(act) == given(act)


@pytest.mark.parametrize("act", ACTS)
def test_its_file_begins_with_the_words_of_its_button(act: Act):
    with override("vi"):
        words = str(act.label)
    assert (module_of(act).__doc__ or "").split(":")[0] == words


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("act", ACTS)
def test_its_button_says_something_else_than_the_way_out_beside_it(act: Act, language: str):
    with override(language):
        assert str(act.label) != gettext("Huỷ")


@pytest.mark.parametrize("act", ACTS)
def test_it_lies_in_a_file_of_its_own(act: Act):
    others = [one.values[0] for one in ACTS if one.values[0] is not act]
    assert module_of(act).__name__.split(".")[-2] == "acts"
    assert [other.name for other in others if module_of(other) is module_of(act)] == []


@pytest.mark.parametrize("act", ACTS)
def test_its_move_is_in_the_table_of_what_it_is_about(act: Act):
    """An act either moves, or says in which states it is done, or has no states."""
    assert not (act.move and act.when)
    assert act.move is None or act.move.name == act.name.split("_")[-1]
