"""Đính kèm văn bản: files beside the issued plan itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, record, recorded
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.checks import refuse_untitled
from ocop.registers.programme.forms.plans import AsksFiles
from ocop.registers.programme.models import Plan, PlanPaper
from ocop.registers.programme.permissions import refuse_keep_up
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.papers import kept_file


@recorded
def attach_papers(
    plan: Plan, *, uploads: Sequence[tuple[File[Any], str]], by: Person, at: datetime
) -> list[PlanPaper]:
    """Adds files to the plan, each with its title; all or none. Refused: closed, no title."""
    stored = held_plan(plan)
    ensure(refuse_keep_up(who_is(by, at), stored))
    made = []
    for upload, title in uploads:
        ensure(refuse_untitled(title))
        file: Any = kept_file(upload, by=by, at=at)
        paper = PlanPaper.objects.create(plan=stored, file=file, title=title.strip(), by=by, at=at)
        record("plan.attach", stored, by=by, at=at, data={"title": paper.title, "file": str(file.pk)})
        made.append(paper)
    return made


ATTACH_PAPERS = Act(
    about=PLAN,
    name="plan_attach",
    path="van-ban/",
    refuse=refuse_keep_up,
    form=AsksFiles,
    do=attach_papers,
    button=_("Đính kèm văn bản"),
    confirm=_("Lưu"),
    weight="quiet",
    icon="paperclip",
)
