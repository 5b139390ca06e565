"""Every form on which somebody writes for long is kept: those of acts, and of pages of their own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django import forms
from django.template.loader import get_template

from ocop.foundation.acts import Act
from ocop.foundation.ui.keeping.values import boxes, is_long
from tests.architecture.test_acts import ACTS

SOURCE = Path(__file__).parents[2] / "src"
KEEP = '{% include "ui/keep.html" %}'
EXTENDS = re.compile(r'{% extends "([a-z_/]+\.html)" %}')
SHORT = "ui/confirm.html"
"""Asks a short question in a dialog, also with a sentence for a reason."""


ASKING = {"ask", "ask_kept", "task", "ask_about"}
SHORT_FORMS = {"communication/pictures.html"}
"""Words beside a picture."""


def chain(name: str) -> list[tuple[str, str]]:
    """The template and those it stands on, with their sources."""
    source = Path(get_template(name).template.origin.name).read_text("utf-8")
    above = EXTENDS.search(source)
    return [(name, source), *(chain(above[1]) if above else ())]


def keeps(name: str) -> bool:
    """Whether what is written on its form is kept."""
    return any(KEEP in source or "data-keep=" in source for _name, source in chain(name))


def has_long_box(form: type[forms.BaseForm]) -> bool:
    return any(isinstance(field.widget, forms.Textarea) for field in form.base_fields.values())


LONG = [one for one in ACTS if has_long_box(one.values[0].form)]  # type: ignore[union-attr]  # acts


def test_there_are_long_forms() -> None:
    assert len(LONG) > 90


@pytest.mark.parametrize("act", LONG)
def test_a_long_form_of_an_act_is_kept(act: Act) -> None:
    names = [name for name, _source in chain(act.template)]
    assert keeps(act.template) or SHORT in names


def asking_templates() -> list[str]:
    """The templates that pages with a form of their own name to `ask` and its like."""
    return sorted(
        {
            given.value.value
            for path in SOURCE.glob("ocop/*/*/*/*.py")
            if path.parent.name in {"views", "pages"}
            for call in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ASKING
            for given in call.keywords
            if given.arg == "template" and isinstance(given.value, ast.Constant)
        }
    )


@pytest.mark.parametrize("template", asking_templates())
def test_a_page_that_asks_keeps_what_is_written(template: str) -> None:
    names = [name for name, _source in chain(template)]
    assert keeps(template) or {SHORT, *SHORT_FORMS} & set(names)


def test_there_are_pages_that_ask() -> None:
    assert {"producers/register.html", "sites/edit.html"} <= {*asking_templates()}


class Asked(forms.Form):
    name = forms.CharField()
    password = forms.CharField(widget=forms.PasswordInput)


class AskedWhy(Asked):
    reason = forms.CharField(widget=forms.Textarea)


def test_a_box_of_several_lines_makes_a_form_long() -> None:
    assert (is_long(Asked()), is_long(AskedWhy())) == (False, True)


def test_no_machine_remembers_a_password() -> None:
    assert [box.name for box in boxes(AskedWhy())] == ["name", "reason"]
