"""A product with two pasts: everything that somebody wrote, chose or counted about it, once so and once
otherwise. Whoever has a conflict of interest gets the same answer in both, at every address.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import islice, product
from typing import Any

from django.apps import apps
from django.db import models
from django.http import HttpResponse
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from ocop.casework.dossiers.models import Citation, Dossier, Evidence
from ocop.casework.review.models import AgendaItem, Declaration, ScoreSheet
from ocop.casework.room.models import LateSheet
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.ui.lists import EXPORT_PARAM
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.text import fold
from ocop.outlets.demo.stage import Stage
from tests.matrix.test_same_cost import ARGUMENTS, LISTS
from tests.province import CONFLICTED, OPEN

Rows = dict[type[models.Model], set[Any]]

SEEN_BY_ALL = {
    "products.Product": {"name"},  # what is declared about stands on the agenda
    "products.Listing": {"name", "producer_name", "place_name", "sort_key"},
}
"""What the agenda says to everybody, and what the public site will."""
NOT_WORDS = {
    "sample_no", "regulation_code", "leaf", "criterion", "search_text", "content_hash", "sha256",
    "total_exact", "kind", "owner", "media_type", "sort_key",
}  # fmt: skip
"""Columns of text that name or reckon something, and are no words of anybody."""
ALONE, TOGETHER = 6, 8
"""So many values are tried of an address with one place, and so many combinations of one with several."""
TURNING = (
    re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"'),
    re.compile(rb'("token": ?|data-token=|X-CSRFToken[^:]*: ?)"[^"]*"'),
    re.compile(rb'name="(turn|token)" value="[^"]*"'),
    re.compile(rb'nonce="[^"]*"'),
)
"""What every answer says anew."""


@dataclass(frozen=True)
class Past:
    """One of the two: a word, a number and an option that the other does not have."""

    mark: str
    total: Decimal
    spread: Decimal
    option: int


PASTS = (
    Past("BI-MAT-MOT-4471", Decimal("73.19"), Decimal("61.37"), 1),
    Past("BI-MAT-HAI-4471", Decimal("24.83"), Decimal("11.26"), 2),
)


def hanging_on(stage: Stage) -> Rows:
    """Every row that belongs to the product in session: by keys, however many steps away; with its papers."""
    dossier = stage.dossiers[OPEN]
    found: Rows = {type(dossier): {dossier.pk}, type(dossier.product): {dossier.product_id}}
    size = -1
    while size != (size := sum(map(len, found.values()))):
        for model, field in _links():
            if field.related_model in found:
                keys = found[field.related_model]
                mine = model._base_manager.filter(**{f"{field.name}__in": keys}).values_list("pk", flat=True)
                if mine:
                    found.setdefault(model, set()).update(mine)
    papers = Evidence.objects.filter(citations__pk__in=found[Citation])
    found.setdefault(Evidence, set()).update(papers.values_list("pk", flat=True))
    files = Evidence.objects.filter(pk__in=found[Evidence]).values_list("file", flat=True)
    found[StoredFile] = set(files)
    return found


def _links() -> Iterator[tuple[type[models.Model], Any]]:
    for model in apps.get_models():
        if model._meta.managed and not model._meta.proxy and model._meta.app_label != "audit":
            for field in model._meta.concrete_fields:
                if field.is_relation:
                    yield model, field


def write(past: Past, rows: Rows, stage: Stage) -> None:
    """Lets everything about the product be as it was in this past; the test's transaction takes it back."""
    for model, keys in rows.items():
        words = dict.fromkeys(_words(model), past.mark)
        if any(field.name == "search_text" for field in model._meta.concrete_fields):
            words["search_text"] = fold(past.mark)
        mine = model._base_manager.filter(pk__in=keys)
        if model is Declaration:
            mine = mine.exclude(seat__person=stage.people[CONFLICTED])  # what is one's own one may read
        if words:
            mine.update(**words)
    item = AgendaItem.objects.get(pk__in=rows[AgendaItem])
    AgendaItem.objects.filter(pk=item.pk).update(
        total=past.total, total_exact=str(past.total), spread=past.spread
    )
    for sheet in ScoreSheet.objects.filter(pk__in=rows[ScoreSheet]):
        choices = dict.fromkeys(sheet.choices, past.option)
        comments = dict.fromkeys(sheet.choices, past.mark)
        ScoreSheet.objects.filter(pk=sheet.pk).update(choices=choices, comments=comments)
    _late(past, item)


def _late(past: Past, item: AgendaItem) -> None:
    """A sheet that came late, which nobody with a conflict learns of."""
    sheet = item.sheets.earliest("pk")
    content = {"choices": {}, "comments": {"1.1": past.mark}, "general_comment": past.mark}
    LateSheet.objects.create(
        item=item, seat=sheet.seat, pass_no=1, content=content, sha256=sha256_hex(content),
        came_at=sheet.saved_at + timedelta(minutes=5), why=past.mark,
    )  # fmt: skip


def _words(model: type[models.Model]) -> list[str]:
    known = SEEN_BY_ALL.get(model._meta.label, set()) | NOT_WORDS
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.SlugField)
        and not (field.choices or field.unique or field.primary_key or field.name in known)
        and (field.max_length or 100) >= len(PASTS[0].mark)
    ]


@dataclass(frozen=True)
class Place:
    """An address with what stands in it."""

    name: str
    url: str

    def __str__(self) -> str:
        return f"{self.name} {self.url}"


def reached(rows: Rows, known: dict[str, tuple[Any, ...]]) -> list[Place]:
    """Every address of the application, with everything of this product that can stand in it; every list
    searched for it and as a spreadsheet. `known` are values of other things that addresses ask for besides.
    """
    pools = _pools(rows, known)
    found: dict[str, Place] = {}
    for name, converters in _patterns(get_resolver()):
        choices = [pools.get(type(one).__name__, pools["StringConverter"]) for one in converters]
        for args in islice(_mixed(choices), TOGETHER if len(choices) > 1 else ALONE):
            try:
                url = reverse(name, args=args)
            except (NoReverseMatch, KeyError):
                continue
            found.setdefault(url, Place(name, url))
    searched = [Place(name, f"{reverse(name, args=ARGUMENTS.get(name))}?{asked}")
                for name in LISTS for asked in (f"q={PASTS[0].mark}", f"{EXPORT_PARAM}=xlsx")]  # fmt: skip
    return [*found.values(), *searched]


def _mixed(choices: list[list[Any]]) -> Iterator[tuple[Any, ...]]:
    """With one place every value; with more the first places turn fastest."""
    if len(choices) <= 1:
        yield from product(*choices)
        return
    yield from (tuple(reversed(one)) for one in product(*reversed(choices)))


def _pools(rows: Rows, known: dict[str, tuple[Any, ...]]) -> dict[str, list[Any]]:
    """By kind of place what can stand there, what most addresses ask for first."""
    item, dossier = AgendaItem.objects.get(pk__in=rows[AgendaItem]), Dossier.objects.get(pk__in=rows[Dossier])
    product, submission = dossier.product, dossier.submissions.latest("pk")
    keys = [item.key, *rows[StoredFile], dossier.key, *known["meeting"], *known["correction"]]
    numbers = [1, *rows[Evidence], *known["council"], *known["meeting/member"][1:], product.pk, item.pk]
    words = [product.slug, "1.1", submission.code, product.producer.slug, dossier.regulation_code, "15"]
    return {"UUIDConverter": keys, "IntConverter": [*numbers, *rows[Citation]], "StringConverter": words}


def _patterns(resolver: URLResolver, space: str = "", before: tuple[Any, ...] = ()) -> Iterator[Any]:
    """Names of addresses with the kinds of what stands in them."""
    for pattern in resolver.url_patterns:
        here = (*before, *pattern.pattern.converters.values())
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _patterns(pattern, inner, here)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{space}{pattern.name}", here


def said(answer: HttpResponse) -> tuple[Any, ...]:
    """All that an answer tells: what it is, what stands in its head and in itself."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    # a file for everybody is made anew in the other past, and says when
    when = (
        () if answer.streaming and "public" in answer.get("Cache-Control", "") else ("ETag", "Last-Modified")
    )
    heads = tuple((name, answer.headers.get(name)) for name in (*when, "Location", "Content-Type"))
    return answer.status_code, heads, _plain(content)


def _plain(content: bytes) -> bytes:
    if content.startswith(b"PK"):  # a spreadsheet, a Word file or an archive: its parts, without its hour
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = [name for name in parts.namelist() if name != "docProps/core.xml"]
            return b"".join(parts.read(name) for name in names)
    for pattern in TURNING:
        content = pattern.sub(b"", content)
    return content
