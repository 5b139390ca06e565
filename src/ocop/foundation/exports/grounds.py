"""On what somebody sees a list: appointments, and what other packages add. What ends takes the files with it.

A list may show less without refusing, as the desk of an office does to whoever left it. So a file belongs to
the grounds on which its rows were chosen: it is made, and handed out, only while each of them holds. A
package adds its own in its AppConfig.ready():

    grounds.register("producer", producers_acted_for)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ocop.foundation.accounts.who import Who

_questions: dict[str, Callable[[Who], Iterable[int]]] = {}


def register(name: str, question: Callable[[Who], Iterable[int]]) -> None:
    """Names a function that says by ids what a person holds at a moment."""
    if _questions.get(name, question) is not question:
        raise ValueError(f"{name} already has a question.")
    _questions[name] = question


def grounds_of(who: Who) -> list[str]:
    """Everything that the person holds at this moment."""
    held = [f"appointment:{row.pk}" for row in who.appointments]
    return held + [f"{name}:{pk}" for name, ask in _questions.items() for pk in sorted(ask(who))]
