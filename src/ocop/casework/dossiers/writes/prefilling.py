"""What a dossier takes over from the one before it: one dossier for life."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from ocop.casework.dossiers.models import Answer, Citation, Dossier, Evidence
from ocop.casework.dossiers.rules.carrying import counterparts
from ocop.casework.dossiers.rules.completeness import RESULT_FIELDS
from ocop.casework.dossiers.selectors import set_of

_TEXTS = ("declared_papers", *RESULT_FIELDS, "production_plan")
"""What is written once and mended where it changed. The producer declares and counts samples anew."""


def carry_over(dossier: Dossier, former: Dossier, *, at: datetime) -> None:
    """Texts of forms 01 and 02; answers under the same law and set, else the descriptions of criteria about
    the same matter; papers of the producer that still hold, where they were used.
    """
    is_same = (dossier.regulation_code, dossier.set_number) == (former.regulation_code, former.set_number)
    names = [*_TEXTS, "exemptions"] if is_same else list(_TEXTS)
    for name in names:
        setattr(dossier, name, getattr(former, name))
    dossier.save(update_fields=names)
    twins = _twins(dossier, former, is_same=is_same)
    _carry_answers(dossier, former, twins, with_choice=is_same, at=at)
    _carry_papers(dossier, former, twins, at=at)


def _twins(dossier: Dossier, former: Dossier, *, is_same: bool) -> dict[str, str]:
    before, after = set_of(former), set_of(dossier)
    if is_same:
        return {code: code for code in after.criteria}
    return counterparts(before, after) if before.has_rubric and after.has_rubric else {}


def _carry_answers(
    dossier: Dossier, former: Dossier, twins: dict[str, str], *, with_choice: bool, at: datetime
) -> None:
    rows = [one for one in former.answers.all() if one.criterion in twins]
    Answer.objects.bulk_create(
        Answer(
            dossier=dossier,
            criterion=twins[one.criterion],
            choice=one.choice if with_choice else None,
            is_answered=one.is_answered and with_choice,
            description=one.description,
            updated_at=at,
        )
        for one in rows
        if with_choice or one.description.strip()
    )


def _carry_papers(dossier: Dossier, former: Dossier, twins: dict[str, str], *, at: datetime) -> None:
    """A paper that was issued anew since goes along as its newer one."""
    today = timezone.localdate(at)
    rows = former.citations.filter(evidence__is_withdrawn=False)
    cited = list(rows.values_list("evidence", "criterion", "evidence__expires_on"))
    newer = Evidence.objects.filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=today),
        renews__in={paper for paper, _criterion, _last in cited},
        is_withdrawn=False,
    )
    given = dict(newer.order_by("pk").values_list("renews", "pk"))
    lasting = [
        (given.get(paper, paper), criterion)
        for paper, criterion, last in cited
        if paper in given or last is None or last >= today
    ]
    places = {(paper, place) for paper, criterion in lasting for place in ("", twins.get(criterion, ""))}
    Citation.objects.bulk_create(
        Citation(dossier=dossier, evidence_id=paper, criterion=criterion)
        for paper, criterion in sorted(places)
    )
