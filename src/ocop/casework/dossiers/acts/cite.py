"""Dùng: a paper that the producer keeps is used in a dossier, for a criterion where one is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PAPERS, criterion_page
from ocop.casework.dossiers.checks import unknown_criterion
from ocop.casework.dossiers.models import Citation, Dossier, Evidence
from ocop.casework.dossiers.permissions import refuse_write
from ocop.casework.dossiers.selectors import reusable, set_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded


class AsksWhichPaper(Asks):
    """The paper, and the criterion from whose page it was chosen."""

    gives = frozenset({"evidence", "criterion"})

    def given(self) -> Mapping[str, Any]:
        """Http404 for a paper that cannot be used here."""
        number = self.data.get("giay-to", "")
        is_number = number.isascii() and number.isdigit() and len(number) < 12
        paper = get_object_or_404(reusable(self.thing.product), pk=int(number) if is_number else 0)
        return {"evidence": paper, "criterion": self.data.get("tieu-chi", "")}

    def onward(self) -> str:
        """Back to where it was chosen."""
        return criterion_page(self.thing, self.data.get("tieu-chi", ""))


@recorded
def cite_evidence(
    dossier: Dossier, *, evidence: Evidence, by: Person, at: datetime, criterion: str = ""
) -> None:
    """Uses a paper in a dossier and, where one is named, for a criterion. Doing it twice changes nothing.

    Refused: a stranger, a dossier that was handed in, a paper of another producer or out of use, an unknown
    criterion.
    """
    ensure(refuse_write(who_is(by, at), held(dossier)))
    ensure(_refuse_paper(dossier, evidence))
    if criterion and criterion not in set_of(dossier).criteria:
        raise Refused(unknown_criterion(criterion))
    for place in {"", criterion}:
        Citation.objects.get_or_create(dossier=dossier, evidence=evidence, criterion=place)
    Dossier.objects.filter(pk=dossier.pk).update(updated_at=at)


def _refuse_paper(dossier: Dossier, evidence: Evidence) -> Refusal | None:
    is_producers = evidence.producer_id == dossier.product.producer_id
    fits = evidence.product_id is None or evidence.product_id == dossier.product_id
    if is_producers and fits and not evidence.is_withdrawn:
        return None
    return Refusal(
        "evidence_not_usable",
        gettext("Không dùng được giấy tờ này cho hồ sơ."),
        gettext("Giấy tờ đã rút, thuộc sản phẩm khác hoặc thuộc chủ thể khác."),
        gettext("Chọn giấy tờ khác hoặc tải tệp mới lên."),
    )


CITE = Act(
    about=PAPERS,
    name="cite",
    path="dung-lai/",
    refuse=refuse_write,
    form=AsksWhichPaper,
    do=cite_evidence,
    button=_("Dùng"),
    at_once=True,
)
