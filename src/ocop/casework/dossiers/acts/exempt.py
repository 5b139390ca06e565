"""Không thuộc diện phải có: why the law does not ask a mandatory paper of this producer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import KIND, AskedKind
from ocop.casework.dossiers.acts.fill import save_form
from ocop.casework.dossiers.labels.gaps import evidence_kind
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_write_part
from ocop.casework.dossiers.selectors import regulation_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Act, Asks, held, recorded
from ocop.foundation.ui.forms import TextField


class AsksGround(Asks):
    """Left empty where the paper must be there."""

    hide_optional = True
    reason = TextField(
        label=_("Vì sao không thuộc diện phải có?"),
        lines=3,
        required=False,
        help_text=_("Ghi căn cứ, ví dụ: cơ sở sản xuất ban đầu nhỏ lẻ, đã ký cam kết. Để trống nếu phải có."),
    )

    def known(self) -> Mapping[str, Any]:
        """What was said before."""
        return {"reason": self.thing.dossier.exemptions.get(self.thing.kind, "")}


@recorded
def exempt_kind(asked: AskedKind, *, reason: str, by: Person, at: datetime) -> None:
    """Notes why, or that there is no reason any more. Refused as writing in a dossier is."""
    dossier: Dossier = held(asked.dossier)
    kept = {name: why for name, why in dossier.exemptions.items() if name != asked.kind}
    exemptions = kept | ({asked.kind: reason} if reason else {})
    save_form(dossier, fields={"exemptions": exemptions}, by=by, at=at)


EXEMPT = Act(
    about=KIND,
    name="exempt",
    refuse=refuse_write_part,
    form=AsksGround,
    do=exempt_kind,
    button=_("Không thuộc diện phải có"),
    heading=lambda asked: evidence_kind(asked.kind, regulation_of(asked.dossier)),
    confirm=_("Lưu"),
    template="dossiers/form.html",
)
