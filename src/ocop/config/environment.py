"""Reads settings from the environment; a value that does not fit stops the start with a sentence."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SYNCHRONOUS = "OCOP_SQLITE_SYNCHRONOUS"
"""Whether SQLite waits for the disk. FULL: what was said to be done outlives a power cut. OFF: for tests."""


def text(name: str, default: str = "") -> str:
    """The variable, or `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """1, true, yes, on against 0, false, no, off."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, made if it does not exist yet."""
    path = Path(text(name, str(default))).expanduser().resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


_PATIENCE = "5"
"""Seconds for which a request waits for a PostgreSQL server that takes calls and does not answer; without it
a frozen server would hold every thread for minutes, and nobody would be told.
"""


def database(name: str, default: str) -> dict[str, Any]:
    """A database address, sqlite:///path or postgresql://user:password@host:port/name, as Django settings.

    Connections persist: opening SQLite anew for every request costs more than the request.
    """
    address = urlsplit(text(name, default))
    if address.scheme == "sqlite":
        path = unquote(address.path)[1:]
        return {
            "ENGINE": "ocop.config.sqlite",
            "NAME": path or ":memory:",
            "CONN_MAX_AGE": None,
            "OPTIONS": _sqlite_options(),
        }
    if address.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(address.path.lstrip("/")),
            "USER": unquote(address.username or ""),
            "PASSWORD": unquote(address.password or ""),
            "HOST": address.hostname or "",
            "PORT": str(address.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"connect_timeout": _PATIENCE} | dict(parse_qsl(address.query)),
        }
    raise ImproperlyConfigured(f"{name} must begin with sqlite:/// or postgresql://, not {address.scheme!r}.")


def _sqlite_options() -> dict[str, Any]:
    """Writers wait in turn for twenty seconds, and a commit is on the disk when it is done."""
    synchronous = text(SYNCHRONOUS, "FULL").upper()
    if synchronous not in {"FULL", "OFF"}:
        raise ImproperlyConfigured(f"{SYNCHRONOUS} must be FULL or OFF, not {synchronous!r}.")
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            f"PRAGMA journal_mode=WAL;PRAGMA synchronous={synchronous};PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;"
        ),
    }
