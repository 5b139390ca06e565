"""A column of words, and the ways to ask it.

    class Producer(models.Model):
        search_text = SearchField()          # written with kernel.text.searchable(name, place, …)

    Producer.objects.filter(search_text__finds="dứa ban l")       # every word, or its beginning
    Producer.objects.filter(search_text__finds_whole="dứa")       # every word itself
    Listing.objects.filter(search_text__finds_named="dứa")        # in its name; `finds_held`: its holder's

`kernel.text.finding` says what answers to what; on pages in English translated words answer too. PostgreSQL
asks a GIN index of the column, SQLite an FTS5 table beside it (`index`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import FullResultSet
from django.db import models
from django.db.models import Lookup, Model
from django.utils.translation import get_language

from ocop.kernel.text import HOLDER, NAME, asked, forms_asked

# no parser takes part, so that the words are ours on both databases and in every locale
VECTOR = "array_to_tsvector(string_to_array({column}, ' '))"


class SearchField(models.TextField):
    """Words as `kernel.text.searchable` gives them; an index over them is kept by the database itself."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"editable": False, "default": "", **kwargs})


def index_name(model: type[Model], column: str) -> str:
    """What the index of a column is called: a GIN index on PostgreSQL, a table of FTS5 on SQLite."""
    return f"{model._meta.db_table}_{column}_words"


def most_words(
    rows: models.QuerySet[Any], words: Sequence[str], column: str = "search_text"
) -> models.QuerySet[Any]:
    """The rows whose column of words has any of these, with how many of them (`hits`). The index finds
    them; only those are looked at.
    """
    some, hits = models.Q(), models.Value(0)
    for word in words:
        has = models.Q((f"{column}__finds_whole", word))
        some |= has
        hits = hits + models.Case(models.When(has, then=1), default=0)  # type: ignore[assignment]
    return rows.filter(some).annotate(hits=hits)


class _Words(Lookup):
    """Every word of a question; a question without words asks nothing."""

    prepare_rhs = False
    forms: ClassVar[dict[str, str]]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The condition for the database of this connection."""
        words = asked(str(self.rhs))
        if not words:
            raise FullResultSet
        if connection.vendor == "postgresql":
            column, given = self.process_lhs(compiler, connection)
            question = " & ".join(self._alternatives(word, connection.vendor, " | ") for word in words)
            return f"{VECTOR.format(column=column)} @@ %s::tsquery", (*given, question)
        quote, target = compiler.quote_name_unless_alias, self.lhs.target
        key = f"{quote(self.lhs.alias)}.{quote(target.model._meta.pk.column)}"
        words_of = quote(index_name(target.model, target.column))
        question = " AND ".join(self._alternatives(word, connection.vendor, " OR ") for word in words)
        condition = f"{key} IN (SELECT rowid FROM {words_of} WHERE {words_of} MATCH %s)"  # noqa: S608  # names
        return condition, (question,)

    def _alternatives(self, word: str, vendor: str, either: str) -> str:
        """A word, on a page in English as a translation too."""
        form, asked_for = self.forms[vendor], forms_asked(word, get_language() or "vi")
        return f"({either.join(form.format(one) for one in asked_for)})"


@SearchField.register_lookup
class Finds(_Words):
    """Rows with a word that begins so, for every word."""

    lookup_name = "finds"
    forms: ClassVar = {"postgresql": "'{}':*", "sqlite": '"{}"*'}


@SearchField.register_lookup
class FindsWhole(_Words):
    """Rows with every word itself."""

    lookup_name = "finds_whole"
    forms: ClassVar = {"postgresql": "'{}'", "sqlite": '"{}"'}


@SearchField.register_lookup
class FindsNamed(_Words):
    """Rows whose own name has a word that begins so, for every word."""

    lookup_name = "finds_named"
    forms: ClassVar = {"postgresql": f"'{NAME}{{}}':*", "sqlite": f'"{NAME}{{}}"*'}


@SearchField.register_lookup
class FindsHeld(_Words):
    """Rows whose holder's name has a word that begins so, for every word."""

    lookup_name = "finds_held"
    forms: ClassVar = {"postgresql": f"'{HOLDER}{{}}':*", "sqlite": f'"{HOLDER}{{}}"*'}
