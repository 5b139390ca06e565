"""What changed between two handings-in of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str, ...]
_KEYS = {"evidence": "id", "photos": "file", "changes": "id"}
"""Lists whose entries have an identity of their own; any other list is compared as a whole."""


NOT_WRITTEN = {"regulation_fingerprint"}
"""What stands in a submission without the producer's doing."""


@dataclass(frozen=True)
class Change:
    """One difference: where (the keys down to the value), what stood there and what stands there now."""

    path: Path
    old: Any
    new: Any

    @property
    def section(self) -> str:
        """The part of the dossier it lies in."""
        return self.path[0]


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Every value that differs, in the order of the new content, then what is gone;
    not what the system wrote beside it.
    """
    before, after = (
        {path: value for path, value in _flat(whole, ()) if path[0] not in NOT_WRITTEN}
        for whole in (old, new)
    )
    paths = [*after, *(path for path in before if path not in after)]
    return [
        Change(path, before.get(path), after.get(path))
        for path in paths
        if before.get(path) != after.get(path)
    ]


def _flat(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, (*path, str(key)))
    elif isinstance(value, Sequence) and not isinstance(value, str) and path and path[-1] in _KEYS:
        for entry in value:
            yield (*path, str(entry[_KEYS[path[-1]]])), entry
    else:
        yield path, value
