"""Who may read and do what with a dossier; every function gives the reason to refuse, or None."""

from __future__ import annotations


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
