"""What changed in a decision since the signer last sent it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocop.casework.certificates.models import Decision
from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.selectors import history


@dataclass(frozen=True)
class Changes:
    """Why it went back, and the differences of the two submissions around that return; names of products."""

    reason: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    restarred: tuple[str, ...]
    old_subject: str

    @property
    def is_nothing(self) -> bool:
        """Whether it came back as it was."""
        return not (self.added or self.removed or self.restarred or self.old_subject)


def changes_since_return(decision: Decision) -> Changes | None:
    """The differences between the last submission and the one that was returned;
    None where nothing was returned.
    """
    entries = list(history(decision).filter(action__in=["decision.submit", "decision.return"]))
    returns = [place for place, entry in enumerate(entries) if entry.action == "decision.return"]
    if not returns:
        return None
    back = entries[returns[0]]
    before = _first(entries[returns[0] + 1 :])
    after = _first(entries[: returns[0]])
    if before is None or after is None:
        return Changes(back.reason, (), (), (), "")
    old, new = _products(before), _products(after)
    renamed = before.data["subject"] != after.data["subject"]
    return Changes(
        reason=back.reason,
        added=tuple(name for key, (name, _stars) in new.items() if key not in old),
        removed=tuple(name for key, (name, _stars) in old.items() if key not in new),
        restarred=tuple(name for key, (name, stars) in new.items() if key in old and old[key][1] != stars),
        old_subject=before.data["subject"] if renamed else "",
    )


def _first(entries: Sequence[Entry]) -> Entry | None:
    """The latest submission among entries that are sorted newest first."""
    return next((entry for entry in entries if entry.action == "decision.submit"), None)


def _products(entry: Entry) -> dict[int, tuple[str, int]]:
    return {key: (name, stars) for key, name, stars, _total in entry.data["products"]}
