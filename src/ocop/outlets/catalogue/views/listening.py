"""Guidance to listen to, with its words beside it: the browser's own player, which loads when pressed."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.casework.communication.labels import tongue_choices, topic_choices
from ocop.casework.communication.selectors import heard
from ocop.foundation.ui.lists import FilterForm, in_turn
from ocop.foundation.ui.paging import part_of

PAGE_SIZE = 30


class ListenForm(FilterForm):
    """Which language, about what. What makes no sense is passed over, so that old links still answer."""

    tieng = forms.ChoiceField(label=gettext_lazy("Tiếng nói"), required=False)
    ve = forms.ChoiceField(label=gettext_lazy("Nói về việc gì"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("tieng", tongue_choices()), ("ve", topic_choices())):
            cast(forms.ChoiceField, self.fields[name]).choices = [("", _("Tất cả")), *choices]

    def rows(self) -> Any:
        """The recordings that answer to what can be made of the address."""
        self.is_valid()
        given = self.cleaned_data
        return heard(language=given.get("tieng", ""), topic=given.get("ve", ""))

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked."""
        return any(self.cleaned_data.get(name) for name in ("tieng", "ve"))


@require_safe
def listen(request: HttpRequest) -> HttpResponse:
    """The published recordings under what they explain, each with a player and its words."""
    form = ListenForm(request.GET)
    rows = form.rows()
    loaded = rows.select_related("file", "place")
    page = part_of(rows, request.GET, Paginator(rows, PAGE_SIZE), lambda keys: in_turn(loaded, keys))
    return render(request, "catalogue/listen.html", {"form": form, "page": page, "shown": list(page)})
