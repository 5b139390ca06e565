"""What an act asks before it is done. An act that asks nothing has `Asks` itself: a page with one button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from ocop.foundation.ui.forms import Form, ReasonField


class Asks(Form):
    """A form that knows who asks about what, and what the address says behind its question mark.

    `beside` names the field under which a refusal stands, by how its code begins; any other stands on top.
    """

    beside: ClassVar[Mapping[str, str]] = {}
    gives: ClassVar[frozenset[str] | None] = None
    """The names of what `given` gives, where they are not those of the fields."""

    def __init__(
        self, *args: Any, who: Any, thing: Any, query: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        self.who, self.thing, self.query = who, thing, query or {}
        kwargs["initial"] = {**self.known(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def known(self) -> Mapping[str, Any]:
        """What the boxes hold at first."""
        return {}

    def given(self) -> Mapping[str, Any]:
        """What the act is told, by the names of its parameters."""
        return self.cleaned_data

    def onward(self) -> str:
        """Where to go from here, where the button that was pressed says so; empty: as the act says."""
        return ""

    def field_of(self, code: str) -> str | None:
        """The field that a refusal is about; None for the whole form."""
        names = (name for start, name in self.beside.items() if code.startswith(start))
        return next((name for name in names if name in self.fields), None)


class AsksReason(Asks):
    """Why: whoever gets the thing next reads it."""

    reason = ReasonField()
