"""Bỏ khỏi hồ sơ: a paper is taken out of the dossier, or from one criterion; the paper is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PAPER, PaperInDossier, criterion_page
from ocop.casework.dossiers.models import Citation, Dossier, Evidence
from ocop.casework.dossiers.permissions import refuse_write, refuse_write_part
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded


class AsksWhere(Asks):
    """The criterion from whose page it was taken."""

    gives = frozenset({"criterion"})

    def given(self) -> Mapping[str, Any]:
        """None is named where it goes out of the dossier."""
        return {"criterion": self.data.get("tieu-chi", "")}

    def onward(self) -> str:
        """Back to where it was taken."""
        return criterion_page(self.thing.dossier, self.data.get("tieu-chi", ""))


@recorded
def uncite_evidence(
    dossier: Dossier, *, evidence: Evidence, by: Person, at: datetime, criterion: str = ""
) -> None:
    """Takes a paper from one criterion; without a criterion, out of the dossier altogether.
    The paper is kept.

    Refused to strangers, once the dossier was handed in, and while it shows a change of an upgrade.
    """
    ensure(refuse_write(who_is(by, at), held(dossier)))
    if not criterion and dossier.changes.filter(evidence=evidence).exists():
        raise Refused(_shows_change(evidence))
    citations = Citation.objects.filter(dossier=dossier, evidence=evidence)
    (citations.filter(criterion=criterion) if criterion else citations).delete()
    Dossier.objects.filter(pk=dossier.pk).update(updated_at=at)


def _shows_change(evidence: Evidence) -> Refusal:
    return Refusal(
        "paper_shows_change",
        gettext("“%(paper)s” là minh chứng của một thay đổi trong hồ sơ này.") % {"paper": evidence.title},
        gettext("Thay đổi nào cũng cần minh chứng (điểm b khoản 1 Điều 6)."),
        gettext("Bỏ thay đổi đó trước, hoặc thêm bản cấp mới."),
    )


def take_out(paper: PaperInDossier, *, by: Person, at: datetime, criterion: str = "") -> None:
    """As its button does."""
    uncite_evidence(paper.dossier, evidence=paper.evidence, criterion=criterion, by=by, at=at)


UNCITE = Act(
    about=PAPER,
    name="uncite",
    path="bo/",
    refuse=refuse_write_part,
    form=AsksWhere,
    do=take_out,
    button=_("Bỏ khỏi hồ sơ"),
    at_once=True,
)
