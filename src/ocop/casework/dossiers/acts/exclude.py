"""Loại hồ sơ: the province throws a dossier out of the evaluation (R26-07)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.labels import ground_words
from ocop.casework.dossiers.models import Dossier, Exclusion
from ocop.casework.dossiers.permissions import refuse_province, refuse_state
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.dossiers.states import WORKFLOW
from ocop.casework.dossiers.writes.exclusions import exclude_in_review
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.ui.forms import RadioCards, ReasonField
from ocop.kernel.law import ProductSet

_ALWAYS = frozenset({ExclusionGround.FORGED, ExclusionGround.REGISTRATION})


class AsksGround(AsksReason):
    """Ground, reason and proof."""

    ground = forms.ChoiceField(label=_("Căn cứ"), widget=RadioCards)
    reason = ReasonField(label=_("Lý do cụ thể"), lines=4, error_messages={"required": _("Ghi rõ lý do.")})
    file = UploadField(label=_("Tài liệu chứng minh"), required=False)
    field_order = ("ground", "reason", "file")
    gives = frozenset({"ground", "reason", "upload"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        product_set = set_of(self.thing)
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            (ground.value, ground_words(ground, product_set)) for ground in _grounds(product_set)
        ]

    def given(self) -> Mapping[str, Any]:
        """The proof may be left out."""
        data = self.cleaned_data
        return {
            "ground": ExclusionGround(data["ground"]),
            "reason": data["reason"],
            "upload": data["file"],
        }

    def field_of(self, code: str) -> str | None:
        """What is refused of a sent file is said there."""
        return "file" if self.cleaned_data.get("file") else None


def _grounds(product_set: ProductSet) -> list[ExclusionGround]:
    """Forgery and a wrong registration always; what the set's own sheet names besides (R26-07)."""
    named = {rule.when for rule in product_set.disqualifiers}
    return [ground for ground in ExclusionGround if ground in _ALWAYS or ground.value in named]


def refuse_exclude(who: Who, dossier: Dossier) -> Refusal | None:
    """The provincial OCOP body, until the council has evaluated it."""
    return refuse_province(who, dossier) or refuse_state(dossier, "exclude")


@recorded
def exclude_dossier(
    dossier: Dossier,
    *,
    ground: ExclusionGround,
    reason: str,
    by: Person,
    at: datetime,
    upload: File[Any] | None = None,
) -> Exclusion:
    """Throws the dossier out of the evaluation on a ground of the law, with reason and proof.

    Refused: other offices, a wrong state, no reason. Afterwards nothing about it can be scored.
    """
    ensure(refuse_exclude(who_is(by, at), held(dossier)))
    return exclude_in_review(dossier, ground=ground, reason=reason, upload=upload, by=by, at=at)


EXCLUDE = Act(
    about=AT_OFFICE,
    name="exclude",
    path="loai/",
    move=WORKFLOW.move("exclude"),
    refuse=refuse_exclude,
    form=AsksGround,
    do=exclude_dossier,
    button=_("Loại hồ sơ"),
    lead=_("Hồ sơ bị loại thì không được chấm điểm nữa (Điều 3, phụ lục II)."),
    said=_("Đã loại hồ sơ; chủ thể và xã được báo."),
    danger=True,
    template="dossiers/form.html",
)
