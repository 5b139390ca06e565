"""Đính kèm văn bản: files that show what a task has come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, record, recorded
from ocop.registers.programme.about import TASK
from ocop.registers.programme.checks import refuse_untitled
from ocop.registers.programme.forms.plans import AsksFiles
from ocop.registers.programme.models import Task, TaskPaper
from ocop.registers.programme.permissions import refuse_report
from ocop.registers.programme.writes.holding import held_part
from ocop.registers.programme.writes.papers import kept_file


@recorded
def attach_to_task(
    task: Task, *, uploads: Sequence[tuple[File[Any], str]], by: Person, at: datetime
) -> list[TaskPaper]:
    """Adds files to a task, each with its title, all or none: its holder, or an officer of the province.

    Refused: not in force, no title.
    """
    stored = held_part(task)
    ensure(refuse_report(who_is(by, at), stored))
    made = []
    for upload, title in uploads:
        ensure(refuse_untitled(title))
        file: Any = kept_file(upload, by=by, at=at)
        paper = TaskPaper.objects.create(task=stored, file=file, title=title.strip(), by=by, at=at)
        record("task.attach", stored, by=by, at=at, data={"title": paper.title, "file": str(file.pk)})
        made.append(paper)
    return made


ATTACH_TO_TASK = Act(
    about=TASK,
    name="task_attach",
    path="van-ban/",
    refuse=refuse_report,
    form=AsksFiles,
    do=attach_to_task,
    button=_("Đính kèm văn bản"),
    confirm=_("Lưu"),
    weight="quiet",
    icon="paperclip",
)
