"""Who may read the files of plans: whoever may read the plan, or holds the task."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ocop.foundation.accounts.appointments import offices_of
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import Plan

PLAN_FILES = "programme.plan"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(PLAN_FILES, refuse_read_file)


def refuse_read_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A file of a plan, its amendments, tasks or results: the readers of that plan."""
    holding = (
        Q(paper__file=stored_file)
        | Q(papers__file=stored_file)
        | Q(amendments__paper__file=stored_file)
        | Q(tasks__papers__file=stored_file)
        | Q(targets__results__file=stored_file)
    )
    if Plan.objects.visible_to(person, at).filter(holding).exists():
        return None
    own = Plan.objects.filter(tasks__papers__file=stored_file, tasks__office__in=offices_of(person, at))
    if own.exists():
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc kế hoạch không dành cho bạn.")
    )
