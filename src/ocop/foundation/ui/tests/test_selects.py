"""Boxes to choose from say exactly what Django's own templates say."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from ocop.foundation.ui.forms import OcopRenderer

GROUPS = [
    ("", "Tất cả"),
    ("Lào Cai", [("1", "Bản Lầu"), ("2", "Mường “Khương”")]),
    ("<b>", [("3", "<i>&'\"")]),
]


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.Select(choices=[("", "---------"), (1, "một"), (None, "không"), (True, "có")]), 1),
        (
            forms.Select(
                choices=GROUPS, attrs={"class": 'a"b', "disabled": True, "hidden": False, "size": 3}
            ),
            "2",
        ),
        (forms.Select(choices=[("x", mark_safe("<b>đậm</b>")), ("y", gettext_lazy("Xã"))]), "x"),
        (forms.Select(), ""),
        (forms.SelectMultiple(choices=GROUPS), ["1", "3"]),
        (forms.NullBooleanSelect(), True),
    ],
    ids=["values", "groups", "safe and lazy", "empty", "several", "yes or no"],
)
def test_a_box_says_what_django_says(widget: forms.Select, value: Any) -> None:
    given = {"name": 'tên"', "value": value, "attrs": {"id": "id_x"}}
    ours = widget.render(renderer=OcopRenderer(), **given)
    assert str(ours) == str(widget.render(renderer=TemplatesSetting(), **given))
    assert "<option" in ours or not widget.choices
