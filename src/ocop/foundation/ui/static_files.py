"""Static files with their hash in the name, so that a browser keeps them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage as Hashed

BESIDE = r"""(?P<matched>(?P<names>import \{[^}]*\}) from "(?P<url>\./[\w-]+\.js)";)"""


class HashedFiles(Hashed):
    """Modules that a script imports from beside it carry their hash too: no new script runs an old module."""

    patterns = (*Hashed.patterns, ("*.js", ((BESIDE, '%(names)s from "%(url)s";'),)))
