"""Whatever people type goes through the one cleaner: the text fields of every form of the house."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.urls import get_resolver

from ocop.foundation.ui.forms import CopiedField, PhoneField, QueryField, TextField, Typed

SOURCE = Path(__file__).parents[2] / "src"
BROKEN = "Hợp tác xã Bản L\ufffdu"
LOOKED_UP = {"login", "username", "code", "email", "credential"}
"""Fields of the sign-in library: compared with what is stored, or held to Latin letters and digits."""
OWN_READING = (CopiedField, PhoneField, QueryField, forms.GenericIPAddressField, forms.UUIDField)


def forms_of_the_house() -> Iterator[type[forms.BaseForm]]:
    """Every class of a form in our modules, all of them loaded."""
    assert get_resolver().url_patterns
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if not {"tests", "migrations", "management"} & set(parts) and "Form" in path.read_text("utf-8"):
            import_module(".".join(parts).removesuffix(".__init__"))
    waiting, seen = [forms.BaseForm], set()
    while waiting:
        for one in waiting.pop().__subclasses__():
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    yield from (one for one in seen if re.match(r"ocop\.(?!.*\.tests\.)", one.__module__))


HOUSE = sorted(forms_of_the_house(), key=lambda form: (form.__module__, form.__qualname__))


def test_there_are_forms():
    assert len(HOUSE) > 120


def texts_past_the_cleaner(form: type[forms.BaseForm]) -> list[str]:
    is_of_library = any(base.__module__.startswith("allauth") for base in form.__mro__)
    return [
        name
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField)
        and not isinstance(field, (Typed, *OWN_READING))
        and not isinstance(field.widget, forms.PasswordInput)
        and not (is_of_library and name in LOOKED_UP)
    ]


def test_every_text_field_is_cleaned():
    assert {str(form): found for form in HOUSE if (found := texts_past_the_cleaner(form))} == {}


def test_a_field_that_is_not_would_be_named():
    class Careless(forms.Form):
        name = forms.CharField()
        note = TextField()

    assert texts_past_the_cleaner(Careless) == ["name"]


@pytest.mark.parametrize("form", HOUSE, ids=lambda form: f"{form.__module__}.{form.__qualname__}")
def test_every_typed_field_refuses_what_nobody_can_read(form: type[forms.BaseForm]):
    for field in form.base_fields.values():
        if isinstance(field, Typed):
            with pytest.raises(forms.ValidationError):
                field.clean(BROKEN)


PLAIN = {"CharField", "EmailField", "URLField", "SlugField", "RegexField", "JSONField"}


def plain_fields(path: Path) -> list[str]:
    """`forms.CharField(…)` and its like, made outside the room of fields."""
    return [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.func.attr}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, node.func.attr) in {("forms", name) for name in PLAIN}
    ]


def test_no_form_makes_a_plain_field_on_its_way():
    """Also those that a form adds when it is built, which its class does not show."""
    found = [
        one
        for path in SOURCE.rglob("*.py")
        if "tests" not in path.parts and path.parts[-2:] != ("ui", "forms.py")
        for one in plain_fields(path)
    ]
    assert found == []
