"""An act as a value: who may, when, what is asked, what is done, and the words people read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ocop.foundation.acts.asks import Asks
from ocop.foundation.refusals import Refusal, Text
from ocop.foundation.ui.words import to_say
from ocop.kernel.workflow import Move


def nothing(_about: Any) -> Mapping[str, Any]:
    """Nothing to add: an address without parts, a page that shows no more than its form."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Matter:
    """What acts are about: a decision, a product on the agenda. Stands in the package's `about.py`.

    `find(who, **parts of the address)` finds the thing, or raises Http404; a matter of many (telling several
    results) is about no one thing, and leaves `find` out. `keys` gives the thing's parts of an address,
    `head` what the head of each page about it shows, `back` the address of its own page.

    `see(who, thing)` raises Http404 where the person is not to know of the thing. It is asked before a page
    is shown and after a refusal, never before an act, which asks under its lock: `do` refuses whoever may
    not see.
    """

    space: str
    address: str
    back: Callable[[Any], str]
    find: Callable[..., Any] = lambda _who: None
    keys: Callable[[Any], Mapping[str, Any]] = nothing
    head: Callable[[Any], Mapping[str, Any]] = nothing
    see: Callable[[Any, Any], object] = lambda _who, _thing: None


@dataclass(frozen=True, kw_only=True)
class Act:
    """One verb that an official would say.

    `refuse(who, thing)` says who may; `move`, or `when` for an act that moves nothing, says in which
    states. `do(thing, **form.given(), by=person, at=moment)` refuses, changes, records, tells (without a
    thing for a matter of many); what it returns is given to `said` and `then` where these are functions.
    Words left out are the move's own label. One that is done `at_once` has no page: its button does it.
    `keep(form, some fields)` stores what is written so far, for a form that is a draft until it is sent; what
    is written on the form of an act that `begins` something is kept by the browser until it is there, and so
    is what is written on any other form with a box of several lines.
    """

    about: Matter
    name: str
    refuse: Callable[[Any, Any], Refusal | None]
    do: Callable[..., Any]
    path: str = ""
    move: Move | None = None
    when: frozenset[str] | None = None
    button: Text = ""
    heading: Text | Callable[[Any], Text] = ""
    lead: Text | Callable[[Any], Text] = ""
    confirm: Text = ""
    said: Text | Callable[[Any, Any], Text] = ""
    form: type[Asks] = Asks
    show: Callable[[Any], Mapping[str, Any]] = nothing
    then: Callable[[Any, Any], str] | None = None
    is_done: Callable[[Any], bool] | None = None
    keep: Callable[[Any, dict[str, Any]], object] | None = None
    begins: bool = False
    template: str = "ui/act.html"
    danger: bool = False
    at_once: bool = False
    weight: str = "plain"  # main, quiet or plain: how its button stands among others
    icon: str = ""

    @property
    def label(self) -> Text:
        """The words of the button; they head the page and confirm it too, unless it has others."""
        return self.button or (to_say(self.move.label) if self.move else "")

    def is_open(self, thing: Any) -> bool:
        """Whether the state allows it now; a thing without states always does."""
        states = self.move.sources if self.move else self.when
        return states is None or thing is None or thing.state in states
