"""Changes of an upgrade while they are written; a dossier beside the one before it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.about import dossier_for, head
from ocop.casework.dossiers.acts.fill import after, shown_at
from ocop.casework.dossiers.acts.say_change import refuse_change
from ocop.casework.dossiers.labels.renewing import UPDATES
from ocop.casework.dossiers.pages.case import again_words, content_for, tabs
from ocop.casework.dossiers.papers import read_changes
from ocop.casework.dossiers.rules.changes import Change, changes
from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.casework.dossiers.selectors.renewing import beside as side_by_side
from ocop.casework.dossiers.selectors.renewing import last_content
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.refusals import ensure


def since(request: PersonRequest, key: UUID) -> HttpResponse:
    """The changes that an upgrade names, each with its paper, and the way to add one."""
    dossier = dossier_for(request.who, key)
    ensure(refuse_change(request.who, dossier))
    context = head(dossier) | shown_at(dossier, FormSection.CHANGES)
    rows = dossier.changes.select_related("evidence")
    onward = after(dossier, FormSection.CHANGES)
    return render(request, "dossiers/since.html", context | {"changes": rows, "onward": onward})


def beside(request: PersonRequest, key: UUID) -> HttpResponse:
    """What the dossier says beside what the one before it said: headings, changes, then every difference."""
    dossier = dossier_for(request.who, key)
    if not dossier.is_again:
        raise Http404(_("Hồ sơ lần đầu không có lần trước để so sánh."))
    now, before = content_for(request.who, dossier), last_content(dossier.former)
    context = head(dossier) | {
        "tabs": tabs(request, dossier),
        **again_words(dossier, timezone.localdate(request.who.at)),
        "former": dossier.former,
        "headings": [(UPDATES[one.heading], one.now, one.before) for one in side_by_side(now, before)],
        "changes": now.get("changes", []),
        "is_other_law": before is not None and not _is_same_law(now, before),
        "lines": [] if before is None else read_changes(_differences(before, now), now),
    }
    return render(request, "dossiers/beside.html", context)


def _is_same_law(now: dict[str, Any], before: dict[str, Any]) -> bool:
    return all(now["dossier"][name] == before["dossier"][name] for name in ("regulation", "set"))


_SHOWN_ABOVE = {"dossier", "recognition", "updates", "changes"}


def _differences(before: dict[str, Any], now: dict[str, Any]) -> list[Change]:
    """Answers are compared under one rubric alone: codes of another law mean something else."""
    left_out = _SHOWN_ABOVE if _is_same_law(now, before) else _SHOWN_ABOVE | {"answers"}
    return [one for one in changes(before, now) if one.section not in left_out]
