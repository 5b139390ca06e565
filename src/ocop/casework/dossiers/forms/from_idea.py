"""What is asked when a dossier is made of an idea."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.forms import leaf_choices
from ocop.foundation.ui.forms import Form
from ocop.kernel.law import Regulation


class LeafForm(Form):
    """The kind of product, where the idea has none yet."""

    leaf = forms.ChoiceField(label=_("Nhóm sản phẩm"))

    def __init__(self, *args: Any, regulation: Regulation | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leaf"].choices = leaf_choices(regulation)  # type: ignore[attr-defined]
