"""How the papers of each kind of thing are made: said by the package that owns them.

makers.register(Maker(model=Decision, owner=DECISION_FILES, template=…, …))   # in AppConfig.ready()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import Model, QuerySet

from ocop.foundation.documents.models import StoredFile

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Content:
    """What a paper says and is called, in whose name it is kept, and the moment that it bears."""

    data: Data
    name: str
    by: Any
    moment: datetime


def as_it_is(data: Data) -> Data:
    """Nothing to fill in."""
    return data


@dataclass(frozen=True, kw_only=True)
class Maker:
    """The papers of one model.

    `content(thing)` reads what the paper says; it is asked inside the act, once. `keep(thing, file)` puts the
    PDF to its thing, which is held. `missing()` gives what should have a paper and has none. `fill(data)`
    puts in what is too large to be frozen, such as a photograph that is named by its hash. `owner` answers
    who may read the files. A model with papers of several kinds has a `template` that is told what they say.
    """

    model: type[Model]
    owner: str
    template: Path | str | Callable[[Data], Path | str]
    content: Callable[[Any], Content]
    keep: Callable[[Any, StoredFile], None]
    missing: Callable[[], QuerySet[Any]]
    fill: Callable[[Data], Data] = as_it_is

    @property
    def kind(self) -> str:
        """The model as the record of acts names it."""
        return self.model._meta.label_lower

    def template_of(self, data: Data) -> Path | str:
        """The template of a paper that says this."""
        return self.template(data) if callable(self.template) else self.template


_makers: dict[str, Maker] = {}


def register(maker: Maker) -> None:
    """Names how the papers of a model are made. One per model."""
    if _makers.setdefault(maker.kind, maker) is not maker:
        raise ValueError(f"{maker.kind} has another maker.")


def maker_of(kind: str) -> Maker:
    """How papers of this kind are made. KeyError where nobody says."""
    return _makers[kind]


def every_maker() -> Iterator[Maker]:
    """All kinds of papers, in the order in which the packages stand."""
    return iter(_makers.values())
