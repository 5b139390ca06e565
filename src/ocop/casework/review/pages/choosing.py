"""What a page of the sheet sent: kept by the acts, or both values shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels.criteria import chosen
from ocop.casework.dossiers.rules.answers import options, word
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.acts.choose import save_choice
from ocop.casework.review.acts.comment import save_comment, tidy_comment
from ocop.casework.review.acts.seal import seal_sheet
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules.versions import REMEMBERED, Basis
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.sheets import Overtaken
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import Refused
from ocop.foundation.ui.keeping import is_field
from ocop.foundation.ui.keeping.asked import Sent
from ocop.kernel.law import Criterion

NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Said:
    """A value of the form, and the same in words."""

    value: str
    label: str

    def data(self) -> dict[str, Any]:
        """For the page's script."""
        return {"value": [self.value] if self.value else [], "label": self.label}


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
        return {"stored": self.stored.data(), "yours": self.yours.data(), "base": str(self.version)}


def is_fetched(request: PersonRequest) -> bool:
    """Whether the page's script sent it, one field at a time."""
    return is_field(request)


@dataclass
class Kept:
    """What came of what was sent: the sheet where something was saved, and what another page has changed."""

    sheet: ScoreSheet | None = None
    conflicts: list[Conflict] = field(default_factory=list)

    def try_to(
        self, save: Callable[[], ScoreSheet], name: str, mine: Said, stored: Callable[[ScoreSheet], Said]
    ) -> None:
        """Saves one field, or notes both values of it."""
        try:
            self.sheet = save()
        except Overtaken as overtaken:
            sheet = self.sheet = overtaken.sheet
            self.conflicts.append(
                Conflict(name, stored(sheet), mine, sheet.version, saved_at(sheet), str(overtaken))
            )


def keep(request: PersonRequest, item: AgendaItem, code: str) -> Kept:
    """Keeps the choice and the comment of one criterion, but for those that another page has changed since.

    A form without script sends everything that it shows; what is as the page showed it was not touched.
    """
    criteria = set_of(item.dossier).criteria
    given = request.POST.get("choice", "")
    if code not in criteria or (given and given not in options(criteria[code])):
        raise Http404(_("Phiếu này không có tiêu chí hoặc mức vừa chọn."))
    kept = Kept()
    about: dict[str, Any] = {
        "criterion": code,
        "by": request.user,
        "at": request.who.at,
        "basis": _basis(request),
        "is_fresh": True,
    }
    if given and given != request.POST.get("choice_was"):
        choice = options(criteria[code])[given]
        mine = Said(given, chosen(criteria[code], choice))
        stored = partial(stored_value, criterion=criteria[code], field="choice")
        kept.try_to(partial(save_choice, item, choice=choice, **about), "choice", mine, stored)
    text = tidy_comment(request.POST.get("comment", ""))
    if "comment" in request.POST and text != _was(request, "comment_was"):
        stored = partial(stored_value, criterion=criteria[code], field="comment")
        kept.try_to(partial(save_comment, item, text=text, **about), "comment", _comment(text), stored)
    return kept


def keep_value(request: PersonRequest, item: AgendaItem, code: str) -> Kept:
    """The same for a page that sends one value; without a criterion the comment on the product."""
    if code:
        return keep(request, item, code)
    kept, text = Kept(), tidy_comment(request.POST.get("general_comment", ""))
    save = partial(
        save_comment,
        item,
        text=text,
        by=request.user,
        at=request.who.at,
        basis=_basis(request),
        is_fresh=True,
    )
    kept.try_to(save, "general_comment", _comment(text), lambda sheet: _comment(sheet.general_comment))
    return kept


def hand_in(request: PersonRequest, item: AgendaItem) -> Kept:
    """Keeps the comment on the product, also an emptied one, and seals, unless another page has changed it.

    What is as the page showed it was not touched.
    """
    text = tidy_comment(request.POST.get("general_comment", ""))
    if "general_comment" not in request.POST or text == _was(request, "general_was"):
        return Kept(seal_sheet(item, by=request.user, at=request.who.at, seen=seen(request)))
    kept, refused = _comment_and_seal(request, item, text)
    if refused is not None:
        raise refused
    return kept


@transaction.atomic
def _comment_and_seal(request: PersonRequest, item: AgendaItem, text: str) -> tuple[Kept, Refused | None]:
    """Both under one lock, which comes before anything is asked about the member; the comment stays kept
    though the sheet is not sealed.
    """
    kept, at = Kept(), request.who.at
    held_item(item)
    save = partial(
        save_comment, item, text=text, by=request.user, at=at, basis=_basis(request), is_fresh=True
    )
    kept.try_to(save, "general_comment", _comment(text), lambda sheet: _comment(sheet.general_comment))
    try:
        if not kept.conflicts:
            kept.sheet = seal_sheet(item, by=request.user, at=at, seen=seen(request))
    except Refused as refused:
        return kept, refused
    return kept, None


def seen(request: PersonRequest) -> int | None:
    """The version of the sheet that the page showed; None where it does not say."""
    version = request.POST.get("keep-base", request.POST.get("version", ""))
    return int(version) if NUMBER.fullmatch(version) else None


def _was(request: PersonRequest, name: str) -> str | None:
    return tidy_comment(request.POST[name]) if name in request.POST else None


def _basis(request: PersonRequest) -> Basis:
    """What the values rest on; a page that does not say has seen nothing."""
    sent = Sent.of(request)
    return Basis(version=seen(request) or 0, operation=sent.operation, after=sent.after[-REMEMBERED:])


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
