"""The act of choosing on a criterion's page: what was sent is kept, or both values are shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels.criteria import chosen
from ocop.casework.dossiers.rules.answers import options, word
from ocop.casework.dossiers.selectors import dossier_for_scoring
from ocop.casework.review import actions
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules.versions import REMEMBERED, Basis
from ocop.kernel.law import Criterion

FETCHED = "sheet"
OPERATION = re.compile(r"[\w-]{8,40}")
NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Said:
    """A value of the form, and the same in words."""

    value: str
    label: str


@dataclass(frozen=True)
class Conflict:
    """Two values of one field: what is stored, and what this page sent resting on an older version."""

    field: str
    stored: Said
    yours: Said
    version: int
    saved: str
    error: str

    def data(self) -> dict[str, Any]:
        """For the page's script."""
        return {
            "field": self.field, "version": self.version, "saved": self.saved,
            "stored": vars(self.stored), "yours": vars(self.yours),
        }  # fmt: skip


def is_fetched(request: HttpRequest) -> bool:
    """Whether the page's script sent it, one field at a time."""
    return request.headers.get("X-Requested-With") == FETCHED


def keep(request: HttpRequest, item: AgendaItem, code: str, at: datetime) -> list[Conflict]:
    """Keeps the choice and the comment of one criterion; returns those that another page has changed since.

    A form without script sends everything that it shows; what is as the page showed it was not touched.
    """
    criteria = dossier_for_scoring(item.dossier).product_set.criteria
    given = request.POST.get("choice", "")
    if code not in criteria or (given and given not in options(criteria[code])):
        raise Http404(_("Phiếu này không có tiêu chí hoặc mức vừa chọn."))
    about: dict[str, Any] = {"criterion": code, "by": request.user, "at": at, "basis": _basis(request)}
    conflicts = []
    if given and given != request.POST.get("choice_was"):
        choice = options(criteria[code])[given]
        mine = Said(given, chosen(criteria[code], choice))
        save = partial(actions.save_choice, item, choice=choice, **about)
        stored = partial(stored_value, criterion=criteria[code], field="choice")
        conflicts += _tried(save, "choice", mine, stored)
    text = actions.tidy_comment(request.POST.get("comment", ""))
    if "comment" in request.POST and text != _was(request, "comment_was"):
        save = partial(actions.save_comment, item, text=text, **about)
        stored = partial(stored_value, criterion=criteria[code], field="comment")
        conflicts += _tried(save, "comment", _comment(text), stored)
    return conflicts


def keep_general(request: HttpRequest, item: AgendaItem, at: datetime) -> list[Conflict]:
    """Keeps the comment on the product, also an emptied one; returned if another page has changed it since.

    What is as the page showed it was not touched.
    """
    text = actions.tidy_comment(request.POST.get("general_comment", ""))
    if "general_comment" not in request.POST or text == _was(request, "general_was"):
        return []
    save = partial(actions.save_comment, item, text=text, by=request.user, at=at, basis=_basis(request))
    return _tried(save, "general_comment", _comment(text), lambda sheet: _comment(sheet.general_comment))


def seen(request: HttpRequest) -> int | None:
    """The version of the sheet that the page showed; None where it does not say."""
    version = request.POST.get("version", "")
    return int(version) if NUMBER.fullmatch(version) else None


def _was(request: HttpRequest, name: str) -> str | None:
    return actions.tidy_comment(request.POST[name]) if name in request.POST else None


def _basis(request: HttpRequest) -> Basis:
    """What the values rest on; a page that does not say has seen nothing."""
    operation = request.POST.get("operation", "")
    after = request.POST.get("after", "").split()[-REMEMBERED:]
    return Basis(
        version=seen(request) or 0,
        operation=operation if OPERATION.fullmatch(operation) else "",
        after=tuple(one for one in after if OPERATION.fullmatch(one)),
    )


def _tried(
    save: Callable[[], ScoreSheet], field: str, mine: Said, stored: Callable[[ScoreSheet], Said]
) -> list[Conflict]:
    try:
        save()
    except actions.Overtaken as overtaken:
        sheet = overtaken.sheet
        return [Conflict(field, stored(sheet), mine, sheet.version, saved_at(sheet), str(overtaken))]
    return []


def stored_value(sheet: ScoreSheet, criterion: Criterion, field: str) -> Said:
    """What the sheet says now about one field of a criterion."""
    if field == "comment":
        return _comment(sheet.comments.get(criterion.code, ""))
    if criterion.code not in sheet.choices:
        return Said("", _("Chưa chấm"))
    choice = sheet.choices[criterion.code]
    return Said(word(criterion, choice), chosen(criterion, choice))


def _comment(text: str) -> Said:
    return Said(text, text or _("(để trống)"))


def saved_at(sheet: ScoreSheet | None) -> str:
    """The hour of the last save."""
    return timezone.localtime(sheet.saved_at).strftime("%H:%M") if sheet and sheet.saved_at else ""
