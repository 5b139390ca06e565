"""What a member's machine loads of a product: criteria, options, evidence, what others said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from ocop.casework.dossiers.labels.criteria import name
from ocop.casework.dossiers.models import Evidence
from ocop.casework.dossiers.rules.answers import options
from ocop.casework.dossiers.selectors import CitedPaper, DossierForScoring, set_of
from ocop.casework.review.models import AgendaItem, Meeting, ScoreSheet
from ocop.casework.review.rules.blind import sensory_codes
from ocop.casework.review.selectors import Task, tasks
from ocop.casework.review.states import ItemState
from ocop.casework.room.rules import words_of
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import FileKind
from ocop.kernel.scoring import Result
from ocop.kernel.scoring.conditions import HAS_STORY
from ocop.registers.regulations.rules import token_of
from ocop.registers.regulations.selectors import practice_data, practice_rubric

NOT_LOADED = frozenset({ItemState.REMOVED, ItemState.WITHDRAWN, ItemState.EXCLUDED})


def mine(who: Who, meeting: Meeting) -> list[Task]:
    """The products that this member may open: of the others the pack has not even a name (T-04)."""
    return [
        task
        for task in tasks(who, meeting)
        if task.declaration is not None and not task.has_conflict and task.item.state not in NOT_LOADED
    ]


@dataclass(frozen=True)
class Loaded:
    """A paper of the evidence as the machine has it: pages as pictures, a file to open, or neither."""

    paper: CitedPaper
    kind: str
    pages: tuple[str, ...] = ()
    address: str = ""

    def data(self) -> dict[str, Any]:
        """For the page's script."""
        known = {"title": self.paper.title, "name": self.paper.name, "criteria": list(self.paper.criteria)}
        return {
            **known,
            "id": self.paper.file_id,
            "kind": self.kind,
            "pages": self.pages,
            "url": self.address,
        }


def papers_of(item: AgendaItem, papers: Iterable[CitedPaper]) -> list[Loaded]:
    """Every paper of the frozen evidence; of a restricted one nothing but that it is there (PD-3)."""
    cited = list(papers)
    files = {str(one.pk): one for one in StoredFile.objects.filter(pk__in=[one.file_id for one in cited])}
    kept = Evidence.objects.filter(file__in=list(files.values()), is_restricted=True).values_list(
        "file", flat=True
    )
    restricted = {str(pk) for pk in kept}
    return [_loaded(item, one, files.get(one.file_id), restricted) for one in cited]


def _loaded(item: AgendaItem, paper: CitedPaper, file: StoredFile | None, restricted: set[str]) -> Loaded:
    if file is None:
        return Loaded(paper, "gone")
    if paper.file_id in restricted:
        return Loaded(paper, "restricted")
    if file.is_image:
        return Loaded(paper, "pages", (file.preview_url,))
    if file.kind == FileKind.PDF:
        made = range(1, (file.pages or 1) + 1)
        return Loaded(
            paper, "pages", tuple(reverse("room:picture", args=[item.key, file.pk, one]) for one in made)
        )
    return Loaded(paper, "file", address=file.get_absolute_url())


def rubric_data(frozen: DossierForScoring, result: Result, facts: dict[str, bool]) -> dict[str, Any]:
    """What the page's arithmetic needs: the data of the practised score, and how the boxes' words are called
    in it. What counts is the kernel's result.
    """
    product_set = frozen.product_set
    senses = sensory_codes(product_set)
    rubric = practice_rubric(frozen.regulation, product_set.number)
    return {
        "data": practice_data(rubric),
        "ticked": sorted(fact for fact, value in facts.items() if bool(value) != (fact == HAS_STORY)),
        "tokens": {
            code: {word: token_of(found, choice) for word, choice in options(found).items()}
            for code, found in product_set.criteria.items()
        },
        "parts": [[part.code.value, part.max] for part in product_set.parts],
        "codes": [row.criterion.code for row in result.criteria if row.applies],
        "names": {code: name(found) for code, found in product_set.criteria.items()},
        "senses": [code for code in product_set.criteria if code in senses],
    }


def sheet_data(task: Task) -> dict[str, Any]:
    """Where the own sheet of a product stands."""
    sheet = task.sheet
    return {
        "state": task.item.state,
        "pass": task.item.pass_no,
        "open": task.is_to_score,
        "code": sheet.code if sheet else "",
        **_written(task.item, sheet),
    }


def _written(item: AgendaItem, sheet: ScoreSheet | None) -> dict[str, Any]:
    if sheet is None:
        return {"version": 0, "choices": {}, "comments": {}, "general": ""}
    return {
        "version": sheet.version,
        "choices": words_of(set_of(item.dossier), sheet.choices),
        "comments": {code: text for code, text in sheet.comments.items() if text},
        "general": sheet.general_comment,
    }
