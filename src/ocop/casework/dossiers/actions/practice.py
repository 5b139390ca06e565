"""Taking a practised sheet over into a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ocop.casework.dossiers.actions.drafting import save_answer
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import choices as answered
from ocop.foundation.audit.actions import record
from ocop.kernel.scoring import Choice


@dataclass(frozen=True)
class TakenOver:
    """Criteria whose practised choice is now the answer, and those whose own answer was kept."""

    taken: tuple[str, ...]
    kept: tuple[str, ...]


@transaction.atomic
def take_over(
    dossier: Dossier, *, choices: Mapping[str, Choice], may_replace: bool, by: Any, at: datetime
) -> TakenOver:
    """Makes practised choices the answers of the self-assessment. An answer that is there stays unless
    `may_replace`.

    Descriptions stay. Refused as `save_answer` is: a stranger, a dossier that was handed in, an unknown
    criterion.
    """
    stored = held(dossier)
    present = answered(stored)
    differs = {
        code: choice for code, choice in choices.items() if code not in present or present[code] != choice
    }
    kept = () if may_replace else tuple(code for code in differs if code in present)
    taken = tuple(code for code in differs if code not in kept)
    for code in taken:
        save_answer(stored, criterion=code, choice=choices[code], by=by, at=at)
    record("dossier.take_over", stored, by=by, at=at, data={"taken": len(taken), "kept": list(kept)})
    return TakenOver(taken, kept)
