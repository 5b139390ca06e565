"""Sửa trang: the words of a site and its look; seen by everyone only when it is shown again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.casework.sites.models import TEXTS, Site
from ocop.casework.sites.permissions import refuse_keep
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, held, record, recorded


@recorded
def write_site(site: Site, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Saves what was changed; what everyone sees stays until it is shown again. Refused to strangers."""
    wanted = {name: value for name, value in fields.items() if name in TEXTS}
    ensure(refuse_keep(who_is(by, at), held(site)))
    changed = sorted(name for name, value in wanted.items() if getattr(site, name) != value)
    if not changed:
        return
    for name in changed:
        setattr(site, name, wanted[name])
    site.save(update_fields=changed)
    record("site.write", site, by=by, at=at, data={"fields": changed})
