"""The command line. Kernel commands run without starting Django;
everything else is a Django management command.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable

# command -> the kernel function that answers it
KERNEL_COMMANDS = {
    ("law", "list"): "ocop.kernel.law.commands:list_command",
    ("law", "check"): "ocop.kernel.law.commands:check_command",
    ("law", "pin"): "ocop.kernel.law.pinning:pin_command",
    ("rank",): "ocop.kernel.scoring.commands:rank_command",
    ("dates",): "ocop.kernel.calendar:dates_command",
    ("status",): "ocop.kernel.calendar:status_command",
    ("verify",): "ocop.kernel.signed.commands:verify_command",
}
READS_LINES = {("rank",), ("dates",), ("status",)}


def _load(target: str) -> Callable[..., int]:
    module, _, name = target.partition(":")
    function: Callable[..., int] = getattr(importlib.import_module(module), name)
    return function


def _run_kernel(argv: list[str]) -> int | None:
    """The exit code of a kernel command, or None where `argv` names none."""
    for words, target in KERNEL_COMMANDS.items():
        if tuple(argv[: len(words)]) == words:
            rest = argv[len(words) :]
            if words in READS_LINES:
                return _load(target)(rest, sys.stdin, sys.stdout)
            return _load(target)(rest)
    return None


def _run_django(argv: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    from django.core.management import execute_from_command_line

    from ocop.config.sqlite.base import MissingDatabaseError

    try:
        execute_from_command_line(["ocop", *argv])
    except MissingDatabaseError as missing:
        raise SystemExit(str(missing)) from missing


def main() -> None:
    """Entry point of `ocop`."""
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        code = _run_kernel(sys.argv[1:])
        if code is None:
            _run_django(sys.argv[1:])
    except BrokenPipeError:
        # the reader of our lines has gone; nothing more to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    if code is not None:
        raise SystemExit(code)


if __name__ == "__main__":
    main()
