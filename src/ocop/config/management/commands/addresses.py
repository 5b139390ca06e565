"""`ocop addresses [WORD]`: every address, its name, and the page or the act that answers there."""

from __future__ import annotations

import inspect
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand
from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import PathView


class Row(NamedTuple):
    """One address as it is printed."""

    address: str
    name: str
    kind: str
    where: str


def answers(view: Callable[..., Any]) -> tuple[str, str]:
    """What answers: an act, by what it does, or a page, by its view; module and name, so that grep finds
    it.
    """
    if act := getattr(view, "act", None):
        return "act", f"{act.do.__module__}.{act.do.__qualname__}"
    shown = _of_the_api(view) or getattr(view, "view_class", None) or _inmost(view)
    return "page", f"{shown.__module__}.{shown.__qualname__}"


def _of_the_api(view: Callable[..., Any]) -> Callable[..., Any] | None:
    """What django-ninja asks in the end: it puts one function before all that answer at an address."""
    held = [cell.cell_contents for cell in getattr(view, "__closure__", None) or ()]
    return next((one.operations[0].view_func for one in held if isinstance(one, PathView)), None)


def _inmost(view: Callable[..., Any]) -> Callable[..., Any]:
    """The function itself, out of what decorates it or gives it a part of what it is told."""
    inner = inspect.unwrap(view)
    return _inmost(inner.func) if isinstance(inner, partial) else inner


def rows(patterns: list[URLPattern | URLResolver], before: str = "/", space: str = "") -> Iterator[Row]:
    """The addresses under these patterns, in the order in which they are asked."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from rows(pattern.url_patterns, address, inside)
        else:
            yield Row(address, space + (pattern.name or ""), *answers(pattern.callback))


class Command(BaseCommand):
    """Prints the addresses, one a line, in columns."""

    help = "Every address with its name and its page or act; with a word only the lines that hold it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What a line has to hold."""
        parser.add_argument("word", nargs="?", default="", help="for instance tra-lai, review: or acts")

    def handle(self, *args: Any, **options: Any) -> None:
        """By address; nothing where no line holds the word."""
        word = options["word"].casefold()
        found = [row for row in rows(get_resolver().url_patterns) if word in " ".join(row).casefold()]
        widths = [max((len(part) for part in column), default=0) for column in zip(*found, strict=True)]
        for row in sorted(found):
            line = "  ".join(part.ljust(width) for part, width in zip(row, widths, strict=True))
            self.stdout.write(line.rstrip())
