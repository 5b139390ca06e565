"""Lưu và sang mục sau: a re-evaluation says what is new since the recognition; kept while it is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import DOSSIER
from ocop.casework.dossiers.acts.fill import after, shown_at
from ocop.casework.dossiers.labels.renewing import UPDATES
from ocop.casework.dossiers.models import Dossier, Update
from ocop.casework.dossiers.permissions import refuse_write
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import FormSection
from ocop.casework.dossiers.rules.renewing import Heading
from ocop.casework.dossiers.selectors.renewing import beside, last_content, updates_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded
from ocop.foundation.ui.forms import TextField


class AsksUpdates(Asks):
    """Under each of the nine headings a text, or that nothing changed; all may be left open."""

    hide_optional = True
    gives = frozenset({"fields"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for heading, label in UPDATES.items():
            self.fields[heading.value] = TextField(label=label, lines=3, required=False, max_length=4000)
            self.fields[f"same_{heading}"] = forms.BooleanField(label=_("Không thay đổi"), required=False)

    def known(self) -> Mapping[str, Any]:
        """What is written already."""
        said = updates_of(self.thing)
        texts = {heading: one.text for heading, one in said.items()}
        return texts | {f"same_{heading}": one.is_unchanged for heading, one in said.items()}

    def given(self) -> Mapping[str, Any]:
        """All answers."""
        return {"fields": self.cleaned_data}

    def rows(self) -> list[tuple[Any, Any, str]]:
        """Each heading: its box, its tick, and what it said the last time."""
        found = beside({"updates": {}}, last_content(self.thing.former))
        before = {one.heading: one.before.text for one in found if one.before is not None}
        return [(self[one.value], self[f"same_{one}"], before.get(one, "")) for one in Heading]


def refuse_update(who: Who, dossier: Dossier) -> Refusal | None:
    """The producer's people while they may write, in a dossier of re-evaluation."""
    return refuse_write(who, dossier) or refuse_kind(dossier, DossierKind.RENEWAL)


def refuse_kind(dossier: Dossier, kind: DossierKind) -> Refusal | None:
    """A part that dossiers of another kind have."""
    if dossier.kind == kind:
        return None
    return Refusal(
        "other_kind",
        _("Hồ sơ này không có mục đó."),
        _("Chín nội dung cập nhật là của hồ sơ đánh giá lại; thay đổi là của hồ sơ nâng hạng (Điều 6)."),
        _("Về danh sách việc của hồ sơ."),
    )


@recorded
def save_updates(dossier: Dossier, *, fields: Mapping[str, Any], by: Person, at: datetime) -> None:
    """Keeps some of the nine headings: texts by their heading, `same_` and the heading where nothing changed.

    Refused to strangers, once the dossier was handed in, and in dossiers of another kind.
    """
    known = {name for heading in Heading for name in (heading.value, f"same_{heading}")}
    if unknown := fields.keys() - known:
        raise ValueError(f"not headings of a re-evaluation: {sorted(unknown)}")
    ensure(refuse_update(who_is(by, at), held(dossier)))
    for name, value in fields.items():
        column = "is_unchanged" if name.startswith("same_") else "text"
        heading = name.removeprefix("same_")
        Update.objects.update_or_create(dossier=dossier, heading=heading, defaults={column: value})
    Dossier.objects.filter(pk=dossier.pk).update(updated_at=at)


def _keep(form: Asks, fields: dict[str, Any]) -> None:
    save_updates(form.thing, fields=fields, by=form.who.person, at=form.who.at)


UPDATE = Act(
    about=DOSSIER,
    name="updates",
    path="cap-nhat/",
    refuse=refuse_update,
    form=AsksUpdates,
    do=save_updates,
    keep=_keep,
    button=_("Lưu và sang mục sau"),
    said=_("Đã lưu."),
    show=lambda form: shown_at(form.thing, FormSection.UPDATES),
    template="dossiers/updates.html",
    then=lambda dossier, _made: after(dossier, FormSection.UPDATES),
)
"""Not among the buttons of the dossier's page: its task list leads there."""
