"""Kills a command at many points and lets it run again: `python -m tests.kills.rig COMMAND KILLS SEED`.

The points are counted, not timed: before and after every statement, every file and every mail. Each run is a
process of its own (a fork, so that Python begins once), on a copy of its own of the data. At its point it
kills itself as the kernel would (SIGKILL: nothing is tidied up); then the command runs again to its end, and
what is there must be what one run without a kill has made.

Prints what was done as JSON: how many kills, and each difference by its point.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command, get_commands, load_command_class

AT = datetime.fromisoformat("2026-11-23T09:00:00+07:00")
LATER = timedelta(hours=2)
"""After a kill it runs again when the hold of whoever died is over."""
ENVELOPES = 8
BACK = (("products", "0007"),)
"""What `migrate` has to do again: tables, columns and data of two packages."""


def prepare_deliver() -> None:
    from ocop.foundation.notifications.models import Envelope

    Envelope.objects.all().delete()
    facts = {"subject": "Thư", "body": "Nội dung", "created_at": AT, "due_at": AT}
    for number in range(ENVELOPES):
        Envelope.objects.create(recipient=f"lan{number}@example.org", mail_id=f"<{number}@x>", **facts)


def prepare_render_papers() -> None:
    from ocop.casework.certificates.models import Certificate, Decision, ResultNotice
    from ocop.casework.review.models import Meeting
    from ocop.foundation.printing.models import Printout

    Printout.objects.all().delete()
    for model in (Certificate, Decision, ResultNotice):
        model.objects.update(file=None)
    Meeting.objects.update(minutes=None)


def prepare_migrate() -> None:
    for label, name in BACK:
        call_command("migrate", label, name, verbosity=0, interactive=False)


def made_by_deliver() -> dict[str, Any]:
    """Every mail left; only the one that was on its way may be there twice, unchanged."""
    from ocop.foundation.notifications.models import Envelope

    mails = list(_mails())
    left = Counter(mail["Message-ID"] for mail in mails)
    again = [number for number, times in left.items() if times > 1]
    bodies = {(mail["Message-ID"], mail["To"], mail.get_payload()) for mail in mails}
    return {
        "not sent": Envelope.objects.filter(sent_at__isnull=True).count(),
        "different mails": sorted(map(list, bodies)),
        "more than one mail left again": len(again) > 1 or len(mails) > ENVELOPES + 1,
    }


def made_by_remind() -> dict[str, Any]:
    from ocop.foundation.notifications.models import Daily, Envelope, Message

    told = Message.objects.values_list("person", "kind", "subject", "body")
    return {
        "told": sorted(map(list, told)),
        "mails": sorted(Envelope.objects.values_list("recipient", "subject").order_by("recipient")),
        "days": [str(one) for one in Daily.objects.all()],
    }


def made_by_render_papers() -> dict[str, Any]:
    from ocop.casework.certificates.models import Certificate, Decision, ResultNotice
    from ocop.casework.review.models import Meeting
    from ocop.foundation.documents.models import StoredFile
    from ocop.foundation.documents.orphans import orphans, without_bytes
    from ocop.foundation.documents.selectors import damaged_files

    papers = {"file": (Certificate, Decision, ResultNotice), "minutes": (Meeting,)}
    return {
        "papers": [
            [model.__name__, str(pk), sha256]
            for field, models in papers.items()
            for model in models
            for pk, sha256 in model.objects.order_by("pk").values_list("pk", f"{field}__sha256")
        ],
        "files": StoredFile.objects.count(),
        "faulty": [str(one.pk) for find in (without_bytes, damaged_files) for one in find()],
        "orphans": list(orphans(at=AT.replace(year=2100))),
    }


def made_by_migrate() -> dict[str, Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        tables = cursor.execute("SELECT name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        steps = cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
        counted = [name for name, sql in tables if (sql or "").startswith("CREATE TABLE")]
        rows = {
            name: cursor.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in counted
            if name != "sqlite_sequence"
        }
    return {"tables": list(map(list, tables)), "steps": list(map(list, steps)), "rows": rows}


PREPARE: dict[str, Callable[[], None]] = {
    "deliver": prepare_deliver,
    "remind": lambda: None,
    "render_papers": prepare_render_papers,
    "migrate": prepare_migrate,
}
MADE: dict[str, Callable[[], dict[str, Any]]] = {
    "deliver": made_by_deliver,
    "remind": made_by_remind,
    "render_papers": made_by_render_papers,
    "migrate": made_by_migrate,
}
CHECKED = frozenset({"render_papers", "migrate"})
OPTIONS: dict[str, dict[str, Any]] = {"migrate": {"verbosity": 0, "interactive": False}}


def _mails() -> Iterator[Any]:
    from django.conf import settings

    folder = Path(settings.EMAIL_FILE_PATH)
    for path in sorted(folder.glob("*.log")) if folder.exists() else []:
        for part in path.read_bytes().split(b"-" * 79 + b"\n"):
            if part.strip():
                yield message_from_bytes(part)


class Points:
    """Counts what is done, and kills at one point."""

    def __init__(self, deadly: int = 0) -> None:
        self.deadly, self.passed = deadly, 0

    def passes(self) -> None:
        self.passed += 1
        if self.passed == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function between two points."""

        def between(*args: Any, **kwargs: Any) -> Any:
            self.passes()
            done = function(*args, **kwargs)
            self.passes()
            return done

        return between

    def statement(self, execute: Callable[..., Any], *rest: Any) -> Any:
        return self.around(execute)(*rest)


@contextmanager
def _counted(points: Points) -> Iterator[None]:
    from django.core.files.storage import FileSystemStorage
    from django.core.mail.backends.filebased import EmailBackend
    from django.db import connection

    FileSystemStorage._save = points.around(FileSystemStorage._save)  # type: ignore[method-assign]
    EmailBackend.write_message = points.around(EmailBackend.write_message)  # type: ignore[method-assign]
    with connection.execute_wrapper(points.statement):
        yield


def run(command: str, deadly: int = 0, after: timedelta = timedelta()) -> int:
    """Carries the command out; how many points it passed."""
    from django.utils import timezone

    timezone.now = lambda: AT + after
    points = Points(deadly)
    with open(os.devnull, "w", encoding="utf-8") as nowhere, _counted(points):
        call_command(command, stdout=nowhere, stderr=nowhere, **OPTIONS.get(command, {}))
    return points.passed


def state(command: str) -> dict[str, Any]:
    """What is there, and what `verify_all` finds wrong with it where that was at stake."""
    from ocop.config.invariants import INVARIANTS

    asked = INVARIANTS if command in CHECKED else ()
    return MADE[command]() | {"invariants": {one.name: next(one.faults(), None) for one in asked}}


def _begin(command: str) -> None:
    """Reads the program once, for every process that is forked from this one."""
    for module in ("ocop.config.urls", "ocop.config.invariants"):
        import_module(module)
    load_command_class(get_commands()[command], command)


def _use(data: Path) -> None:
    """Lets this process work with these data."""
    from django.conf import settings
    from django.db import connection

    connection.settings_dict["NAME"] = str(data / "ocop.sqlite3")
    settings.MEDIA_ROOT, settings.EMAIL_FILE_PATH = data / "files", str(data / "mail")


def apart(data: Path, task: Callable[[], Any]) -> tuple[int, Any]:
    """Carries the task out in a process of its own; by which signal it ended, and its answer."""
    answer = data / "answer.json"
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            _use(data)
            answer.write_text(json.dumps(task(), default=str), encoding="utf-8")
            ended = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(ended)
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status), None
    if os.WEXITSTATUS(status):
        raise SystemExit(f"{task} failed")
    return 0, json.loads(answer.read_text("utf-8"))


def main(command: str, kills: int, seed: int) -> None:
    """Everything in the folder of OCOP_DATA_DIR, where the data lie in `base`."""
    django.setup()
    _begin(command)
    folder = Path(os.environ["OCOP_DATA_DIR"])
    apart(folder / "base", PREPARE[command])
    whole = Path(shutil.copytree(folder / "base", folder / "whole"))
    _signal, points = apart(whole, lambda: run(command))
    _signal, expected = apart(whole, lambda: state(command))
    chosen = sorted(random.Random(seed).sample(range(1, points + 1), min(kills, points)))
    faults = {point: found for point in chosen if (found := _killed(command, point, folder, expected))}
    sys.stdout.write(json.dumps({"points": points, "kills": len(chosen), "faults": faults}))


def _killed(command: str, point: int, folder: Path, expected: dict[str, Any]) -> dict[str, Any]:
    """What is different after a kill at this point and a second run."""
    data = Path(shutil.copytree(folder / "base", folder / f"killed-{point}"))
    ended, _nothing = apart(data, lambda: run(command, deadly=point))
    after = LATER if command in {"deliver", "render_papers"} else timedelta()
    apart(data, lambda: run(command, after=after))
    _signal, found = apart(data, lambda: state(command))
    shutil.rmtree(data)
    different = {key: [expected[key], found[key]] for key in expected if expected[key] != found[key]}
    return different if ended == signal.SIGKILL else {"ended": ended}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
