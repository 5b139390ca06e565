"""What a reader can ask of the lists of news and guidance."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.communication.rules import NewsKind
from ocop.casework.communication.selectors import shown, years_shown
from ocop.foundation.ui.forms import QueryField
from ocop.foundation.ui.lists import SORT_PARAM, FilterForm, SearchInput

LONGEST_QUERY = 80


class NewsSearch(FilterForm):
    """Words, year, order. What makes no sense is passed over, so that old links still answer."""

    q = QueryField(label=gettext_lazy("Tìm trong tin và hướng dẫn"), widget=SearchInput)
    nam = forms.TypedChoiceField(label=gettext_lazy("Năm"), required=False, coerce=int, empty_value=None)
    sort = forms.ChoiceField(label=gettext_lazy("Xếp theo"), required=False)

    def __init__(self, *args: Any, kind: NewsKind, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.on = kind, on
        self.fields["q"].widget.attrs["maxlength"] = LONGEST_QUERY
        years = [(year, str(year)) for year in years_shown(kind, on)]
        cast(forms.ChoiceField, self.fields["nam"]).choices = [("", _("Tất cả")), *years]
        cast(forms.ChoiceField, self.fields["sort"]).choices = [
            ("", _("Mới nhất")),
            ("ten", _("Tên A đến Z")),
        ]

    def add_prefix(self, field_name: str) -> str:
        """The order is called as in every list."""
        return super().add_prefix(SORT_PARAM if field_name == "sort" else field_name)

    def rows(self) -> Any:
        """The pages that answer to what can be made of the address."""
        self.is_valid()
        given = self.cleaned_data
        words = given.get("q", "")[:LONGEST_QUERY]
        return shown(self.kind, self.on, words=words, year=given.get("nam"), order=given.get("sort", ""))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the order was asked."""
        return any(self.cleaned_data.get(name) for name in ("q", "nam"))
