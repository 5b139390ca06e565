"""What a council needs of a dossier: the frozen answers and evidence, criterion by criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ocop.casework.dossiers.models import Dossier, IntakeCheck, Submission
from ocop.casework.dossiers.rules.completeness import HAS_STORY
from ocop.casework.dossiers.selectors.answers import regulation_of, set_of
from ocop.kernel.law import ProductSet, Regulation
from ocop.kernel.scoring import Choice, Result, partial
from ocop.registers.programme.selectors import decisions_for


@dataclass(frozen=True)
class SelfAnswer:
    """What the producer chose and wrote for one criterion."""

    choice: Choice
    description: str


@dataclass(frozen=True)
class CitedPaper:
    """One piece of evidence as it was handed in. `file_id` opens the file for those who may read it."""

    evidence_id: int
    file_id: str
    kind: str
    title: str
    number: str
    issuer: str
    issued_on: str
    expires_on: str
    name: str
    criteria: tuple[str, ...]

    @property
    def issue_day(self) -> date | None:
        """The day of issue, where one was given."""
        return date.fromisoformat(self.issued_on) if self.issued_on else None

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds, where it has one."""
        return date.fromisoformat(self.expires_on) if self.expires_on else None


@dataclass(frozen=True)
class DossierForScoring:
    """Everything that is scored, as it was handed in; nothing in it changes afterwards."""

    dossier: Dossier
    submission: Submission
    regulation: Regulation
    product_set: ProductSet
    answers: Mapping[str, SelfAnswer]
    papers: Sequence[CitedPaper]
    intake_check: IntakeCheck | None
    content: Mapping[str, Any]

    def papers_for(self, criterion: str) -> list[CitedPaper]:
        """The evidence that the producer tied to a criterion."""
        return [paper for paper in self.papers if criterion in paper.criteria]

    @property
    def facts(self) -> dict[str, bool]:
        """What the dossier itself says about conditions of the rubric."""
        return {HAS_STORY: bool(self.content["form"]["has_story"])}

    @property
    def self_score(self) -> Result:
        """The producer's own points, with the doubts of the law that the office has settled."""
        given = {code: answer.choice for code, answer in self.answers.items()}
        settled = decisions_for(self.regulation.code)
        return partial(self.regulation, self.product_set, given, self.facts, decisions=settled)


def dossier_for_scoring(dossier: Dossier) -> DossierForScoring:
    """The last handing-in, laid out for a council. Submission.DoesNotExist where there is none."""
    submission = dossier.submissions.select_related("intake_check").latest("number")
    frozen = submission.content
    return DossierForScoring(
        dossier=dossier,
        submission=submission,
        regulation=regulation_of(dossier),
        product_set=set_of(dossier),
        answers={code: SelfAnswer(**answer) for code, answer in frozen["answers"].items()},
        papers=[cited_paper(entry) for entry in frozen["evidence"]],
        intake_check=getattr(submission, "intake_check", None),
        content=frozen,
    )


def cited_paper(entry: Mapping[str, Any]) -> CitedPaper:
    """One entry of the frozen evidence."""
    names = ("kind", "title", "number", "issuer", "issued_on", "expires_on", "name")
    texts = {name: entry[name] for name in names}
    return CitedPaper(entry["id"], entry["file"], criteria=tuple(entry["criteria"]), **texts)
