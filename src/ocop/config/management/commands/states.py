"""`ocop states`: writes docs/states from the move tables, or checks that what is written is still true."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from ocop.kernel.workflow import Workflow

FOLDER = Path("docs") / "states"


def workflows() -> dict[str, Workflow]:
    """Every move table that a model carries, by the model's label."""
    found = {model._meta.label_lower: getattr(model, "workflow", None) for model in apps.get_models()}
    return {label: workflow for label, workflow in found.items() if isinstance(workflow, Workflow)}


def page(label: str, workflow: Workflow) -> str:
    """One page: the diagram and the table of moves."""
    rows = [
        f"| `{move.name}` | {move.label.vi} | {', '.join(sorted(move.sources))} | {move.target} | "
        f"{'yes' if move.needs_reason else ''} |"
        for move in workflow.moves
    ]
    return "\n".join(
        [
            f"# States of {label}",
            "",
            "Made from the move table by `script/ocop states`; do not edit.",
            "",
            "```mermaid",
            workflow.mermaid().strip(),
            "```",
            "",
            "| move | on the screen | from | to | reason |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


class Command(BaseCommand):
    """Writes or checks the pages of states."""

    help = "Writes docs/states from the move tables; --check only compares."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether only to compare."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes each page, or names those that are no longer true."""
        pages = {FOLDER / f"{label}.md": page(label, workflow) for label, workflow in workflows().items()}
        stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
        stale += [path for path in FOLDER.glob("*.md") if path not in pages]
        if options["check"]:
            if stale:
                raise CommandError(f"run `script/ocop states`: {', '.join(map(str, sorted(stale)))}")
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in stale:
            if path in pages:
                path.write_text(pages[path], "utf-8")
            else:
                path.unlink()
        self.stdout.write(f"{len(pages)} pages, {len(stale)} renewed")
