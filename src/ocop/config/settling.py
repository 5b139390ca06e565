"""When a worker has served for a while, what it holds for good is set apart from what is looked through for
garbage: until then every full collection goes through some 150 MiB of classes, templates and law, and a page
in which one falls takes 200 ms longer. Done at the start it would set apart too little, for most is loaded by
the first pages.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

WARM = 200
"""Answers after which what pages need has been loaded."""


def settle() -> None:
    """Sets apart what is held now. What is let go later is freed all the same, but for rings of objects."""
    gc.collect()
    gc.freeze()


class Settling:
    """An application that settles once, after `WARM` answers."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self._application, self._answers = application, count(1)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The answer of the application."""
        answer = self._application(environ, start_response)
        if next(self._answers) == WARM:
            settle()
        return answer
