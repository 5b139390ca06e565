"""Columns that many lists share: on the page as people read them, in the spreadsheet as the value itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import django_tables2 as tables
from django.utils import timezone
from django.utils.html import format_html

from ocop.foundation.refusals import Text
from ocop.foundation.ui.templatetags.ui import ngay, so, stars, status

NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}
LONG_NAME = {"th": {"class": "long-name"}, "td": {"class": "long-name"}}


class DayColumn(tables.Column):
    """A day; a moment stands for its local day on the page, and for itself in the spreadsheet."""

    def render(self, value: date | datetime) -> str:
        """Day first."""
        return ngay(value)

    def value(self, value: date | datetime) -> date:
        """The date itself."""
        return timezone.localtime(value) if isinstance(value, datetime) else value


class NumberColumn(tables.Column):
    """A number, to the right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"attrs": NUMBER, **kwargs})


class MoneyColumn(NumberColumn):
    """Whole đồng."""

    def render(self, value: int) -> str:
        """Thousands apart."""
        return so(value)

    def value(self, value: int) -> int:
        """The number itself."""
        return value


class StarsColumn(tables.Column):
    """Stars as shapes; their number in the spreadsheet."""

    def render(self, value: int) -> Any:
        """Shapes."""
        return stars(value)

    def value(self, value: int) -> int:
        """The number."""
        return value


class StateColumn(tables.Column):
    """Where something stands: a chip on the page, the words in the spreadsheet.

    `chip(record)` gives the words and the chip's kind.
    """

    def __init__(self, chip: Callable[[Any], tuple[Text, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.chip = chip

    def render(self, record: Any) -> Any:
        """The chip."""
        words, kind = self.chip(record)
        return status(str(words), kind)

    def value(self, record: Any) -> str:
        """The words."""
        return str(self.chip(record)[0])


class LinkedColumn(tables.Column):
    """What a row is called, leading to its page; below it in small letters what `under(record)` says,
    where the page has no room for a column of it. The name alone in the spreadsheet.
    """

    def __init__(
        self,
        under: Callable[[Any], Text] | None = None,
        to: Callable[[Any], Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"attrs": LONG_NAME, **kwargs})
        self.under, self.to = under, to

    def render(self, value: Any, record: Any) -> Any:
        """The link, and what stands below it."""
        target = record if self.to is None else self.to(record)
        link = format_html('<a href="{}">{}</a>', target.get_absolute_url(), value)
        words = "" if self.under is None else self.under(record)
        return two_lines(link, words) if words else link

    def value(self, value: Any) -> str:
        """The name alone."""
        return str(value)


def two_lines(first: Any, second: Text) -> Any:
    """One cell with a second line in small letters."""
    return format_html('<span>{}<br><span class="muted">{}</span></span>', first, second)
