"""Bỏ: a change is taken out of an upgrade; its paper stays in the dossier."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import CHANGE
from ocop.casework.dossiers.models import Change, Dossier
from ocop.casework.dossiers.permissions import refuse_write, refuse_write_part
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded


@recorded
def drop_change(change: Change, *, by: Person, at: datetime) -> None:
    """Takes one change back. Refused to strangers and once the dossier was handed in."""
    ensure(refuse_write(who_is(by, at), held(change.dossier)))
    Dossier.objects.filter(pk=change.dossier_id).update(updated_at=at)
    change.delete()


DROP_CHANGE = Act(
    about=CHANGE,
    name="drop_change",
    path="bo/",
    refuse=refuse_write_part,
    do=drop_change,
    button=_("Bỏ"),
    at_once=True,
)
