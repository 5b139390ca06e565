"""Static files with their hash in the name, so that a browser keeps them for good."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage as Hashed

BESIDE = r"""(?P<matched>(?P<names>import \{[^}]*\}) from "(?P<url>\.\.?/[\w/.-]+\.js)";)"""


class HashedFiles(Hashed):
    """Modules that a script imports carry their hash too: no new script runs an old module."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: dict[str, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file; the same for as long as the process runs, and on every page many times."""
        if name is None or force:
            return super().url(name, force)
        if name not in self.found:
            self.found[name] = super().url(name)
        return self.found[name]

    patterns = (*Hashed.patterns, ("*.js", ((BESIDE, '%(names)s from "%(url)s";'),)))
