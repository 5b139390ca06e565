"""The components as template tags, at hand in every template without loading."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from ocop.foundation.ui.lists import EXPORT_PARAM, SORT_PARAM
from ocop.foundation.ui.paging import AFTER_PARAM, PAGE_PARAM
from ocop.foundation.ui.translating import translate
from ocop.kernel.text import number_vi

register = template.Library()
register.tag("translate", translate)

SPRITE = Path(__file__).resolve().parents[1] / "static" / "ui" / "icons.svg"
STAR = "m12 2.6 2.9 5.9 6.5.9-4.7 4.6 1.1 6.4-5.8-3-5.8 3 1.1-6.4L2.6 9.4l6.5-.9z"
STATUS_ICONS = {
    "ok": "circle-check",
    "wait": "clock",
    "warn": "triangle-alert",
    "bad": "circle-x",
    "info": "circle-dot",
}
PARAMS = {"page": PAGE_PARAM, "after": AFTER_PARAM, "sort": SORT_PARAM, "export": EXPORT_PARAM}


@cache
def icon_names() -> frozenset[str]:
    """Every icon of the sprite."""
    return frozenset(re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text(encoding="utf-8")))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; with `label` it speaks, without it is decoration.
    ValueError for an unknown name.
    """
    if not label:
        return _decoration(name)
    return _icon(name, format_html('role="img" aria-label="{}"', label))


@cache
def _decoration(name: str) -> SafeString:
    """The same on every page, many times on each."""
    return _icon(name, mark_safe('aria-hidden="true"'))


def _icon(name: str, spoken: SafeString) -> SafeString:
    if name not in icon_names():
        raise ValueError(f"there is no icon named {name!r}")
    return format_html(
        '<svg class="icon" {}><use href="{}#{}"></use></svg>', spoken, static("ui/icons.svg"), name
    )


@register.simple_tag
def stars(count: int, text: str = "") -> SafeString:
    """Five stars, the first `count` filled, spoken as one picture; `text` stands beside them."""
    picture = _stars(int(count or 0), get_language())
    return format_html('<span class="stars-text">{} {}</span>', picture, text) if text else picture


@cache
def _stars(filled: int, _language: str | None) -> SafeString:
    """The picture: one of six in each language, on every line of many lists."""
    label = gettext("%(count)s/5 sao") % {"count": filled}
    shapes = format_html_join(
        "",
        '<path class="{}" transform="translate({} 0)" d="{}"/>',
        (("star" if place < filled else "star star-empty", place * 26, STAR) for place in range(5)),
    )
    return format_html(
        '<svg class="stars" viewBox="0 0 128 24" role="img" aria-label="{}">{}</svg>', label, shapes
    )


@register.simple_tag
def status(word: str, kind: str = "info") -> SafeString:
    """A chip: a shape and a word, so that colour never speaks alone. Kinds: ok, wait, warn, bad, info."""
    return format_html('<span class="chip chip-{}">{}{}</span>', kind, icon(STATUS_ICONS[kind]), word)


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A form field with its label, help, control and message."""
    return bound.as_field_group()


@register.inclusion_tag("ui/forms/errors.html")
def errors(form: BaseForm) -> dict[str, Any]:
    """The summary above a form that was refused: how many places, each with a link to its field."""
    bad = [(bound, bound.errors) for bound in form if bound.errors] if form.is_bound else []
    general = list(form.non_field_errors()) if form.is_bound else []
    takes_focus = getattr(form, "errors_take_focus", True)
    return {
        "general": general,
        "bad": bad,
        "count": len(general) + len(bad),
        "takes_focus": takes_focus,
        "files": [one.name for _field, several in _sent(form) for one in several],
    }


def _sent(form: BaseForm) -> Iterable[tuple[str, list[Any]]]:
    """The files that came with a form, by field: a page cannot give them back."""
    files: Any = form.files or {}
    return files.lists() if hasattr(files, "lists") else [(name, [one]) for name, one in files.items()]


@register.inclusion_tag("ui/empty.html")
def empty(title: str, text: str = "", url: str = "", label: str = "", icon: str = "inbox") -> dict[str, Any]:
    """An empty place that says what to do first."""
    return {"title": title, "text": text, "url": url, "label": label, "icon": icon}


@register.inclusion_tag("ui/thread.html")
def thread(entries: Any) -> dict[str, Any]:
    """What happened, who and when: `ocop.foundation.ui.parts.Entry` values, newest first."""
    return {"entries": list(entries)}


@register.inclusion_tag("ui/steps.html")
def steps(items: Any) -> dict[str, Any]:
    """A task list of `ocop.foundation.ui.parts.Step` values."""
    return {"steps": list(items)}


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Any, label: str = "") -> dict[str, Any]:
    """Tabs as links: `ocop.foundation.ui.parts.Tab` values."""
    return {"tabs": list(items), "label": label}


@register.inclusion_tag("ui/notice.html")
def notice(text: str, kind: str = "info", title: str = "") -> dict[str, Any]:
    """A calm box in the page. Kinds: ok, wait, warn, bad, info."""
    return {"text": text, "kind": kind, "title": title, "icon": STATUS_ICONS[kind]}


@register.inclusion_tag("ui/figure.html")
def figure(number: Any, label: str, url: str = "", note: str = "") -> dict[str, Any]:
    """A number with what it counts, leading to the rows behind it."""
    return {"number": number, "label": label, "url": url, "note": note}


@register.inclusion_tag("ui/progress.html")
def progress(done: int, total: int, label: str = "", unit: str = "") -> dict[str, Any]:
    """How far something is, as a bar and in words: 2/9 mục."""
    return {"done": done, "total": total, "label": label, "unit": unit}


@register.simple_tag(takes_context=True)
def page_url(context: template.Context, **changes: Any) -> str:
    """This query from its first page, with `page`, `after`, `sort`,
    `export` or another parameter changed; None or "" drops one.
    """
    query = context["request"].GET.copy()
    for passing in (PAGE_PARAM, AFTER_PARAM, EXPORT_PARAM):
        query.pop(passing, None)
    for name, value in changes.items():
        param = PARAMS.get(name, name)
        query.pop(param, None)
        if value not in (None, ""):
            query[param] = value
    return "?" + query.urlencode()


@register.simple_tag
def cell_attributes(column: Any) -> SafeString:
    """What every cell of a column bears, told once a table: its heading for narrow screens, its class."""
    kept: SafeString | None = getattr(column, "cell_attributes", None)
    if kept is None:
        attributes = column.attrs["td"].as_html()
        kept = column.cell_attributes = format_html('data-label="{}" {}', column.header, attributes)
    return kept


@register.filter
def ngay(value: datetime.date | datetime.datetime | None) -> str:
    """15/03/2029, or 15 Mar 2029 in English; a moment by its local day; nothing for None."""
    if not value:
        return ""
    local = (
        timezone.localtime(value)
        if isinstance(value, datetime.datetime) and timezone.is_aware(value)
        else value
    )
    return date_format(local, "DATE_FORMAT")


@register.filter
def gio(value: datetime.datetime | None) -> str:
    """10:32 15/03/2029 at the local clock; nothing for None."""
    if not value:
        return ""
    return date_format(timezone.localtime(value) if timezone.is_aware(value) else value, "DATETIME_FORMAT")


@register.filter
def so(value: int | Decimal | Fraction | None) -> str:
    """1.234,5, or 1,234.5 in English; a third with two decimals; nothing for None."""
    if value is None or value == "":
        return ""
    written = number_vi(value)
    return written if get_language() == "vi" else written.translate(str.maketrans(".,", ",."))


@register.filter
def days_left(until: datetime.date | None, today: datetime.date) -> str:
    """ "còn 12 ngày", "hạn hôm nay" or "quá hạn 3 ngày"; nothing without a date."""
    if until is None:
        return ""
    days = (until - today).days
    if days == 0:
        return gettext("hạn hôm nay")
    if days > 0:
        return ngettext("còn %(days)s ngày", "còn %(days)s ngày", days) % {"days": days}
    return ngettext("quá hạn %(days)s ngày", "quá hạn %(days)s ngày", -days) % {"days": -days}


@register.filter
def days_kind(until: datetime.date | None, today: datetime.date) -> str:
    """The kind of chip for a deadline: bad when past, warn within seven days, else wait."""
    if until is None:
        return "wait"
    days = (until - today).days
    return "bad" if days < 0 else "warn" if days <= 7 else "wait"
