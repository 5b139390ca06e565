"""What the pages of a score sheet show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.casework.advisory.selectors import beside as advice_on
from ocop.casework.advisory.selectors.sheets import points_of
from ocop.casework.dossiers.labels import HEADINGS
from ocop.casework.dossiers.labels.criteria import cards, chosen, name
from ocop.casework.dossiers.rules.answers import word
from ocop.casework.dossiers.selectors import DossierForScoring, dossier_for_scoring
from ocop.casework.fieldwork.selectors.beside import beside_of
from ocop.casework.review import permissions
from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.pages.shown import lights
from ocop.casework.review.rules import SelfScore
from ocop.casework.review.selectors import Task, tasks
from ocop.casework.review.selectors.blind import blind_codes, sample_words
from ocop.casework.review.states import ItemState
from ocop.casework.samples.selectors import outcome_for
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.words import said
from ocop.kernel.law import Criterion
from ocop.kernel.scoring import Choice, Result, partial
from ocop.registers.regulations.selectors import official_wording


@dataclass(frozen=True)
class SheetStop:
    """One criterion in the jump list."""

    code: str
    name: str
    url: str
    is_done: bool
    is_current: bool


@dataclass(frozen=True)
class Page:
    """A member's sheet of one product, with all that its pages show."""

    who: Who
    item: AgendaItem
    frozen: DossierForScoring
    sheet: ScoreSheet | None
    result: Result

    @property
    def choices(self) -> dict[str, Choice]:
        """What the member has chosen so far."""
        return dict(self.sheet.choices) if self.sheet else {}

    @property
    def codes(self) -> list[str]:
        """The criteria to answer, in printed order."""
        return [row.criterion.code for row in self.result.criteria if row.applies]

    @property
    def is_over(self) -> bool:
        """Whether nothing is chosen any more: the sheet was handed in, or the product is not being scored."""
        return self.item.state != ItemState.SCORING or (self.sheet is not None and self.sheet.is_sealed)

    def url(self, code: str) -> str:
        """The page of a criterion."""
        return reverse("review:criterion", args=[self.item.key, code])


def page_for(who: Who, item: AgendaItem, sheet: ScoreSheet | None = None) -> Page:
    """The page of a product that the member may look at; `sheet` is the own one where it was read already."""
    sheet = sheet or permissions.own_sheet(who, item)
    ensure(permissions.refuse_open_sheet(who, item, sheet))
    frozen = dossier_for_scoring(item.dossier)
    facts = {**frozen.facts, **item.known_facts}
    result = partial(frozen.regulation, frozen.product_set, sheet.choices if sheet else {}, facts)
    return Page(who, item, frozen, sheet, result)


def neighbours(page: Page, code: str) -> tuple[str | None, str | None]:
    """The criteria before and after."""
    codes = page.codes
    place = codes.index(code) if code in codes else 0
    return codes[place - 1] if place else None, codes[place + 1] if place + 1 < len(codes) else None


def totals(page: Page) -> dict[str, Any]:
    """The foot of every page of a sheet: parts, total, lights."""
    product_set = page.frozen.product_set
    maxima = {part.code: part.max for part in product_set.parts}
    return {
        "result": page.result,
        "parts": [(part.value, page.result.parts.get(part.value, 0), most) for part, most in maxima.items()],
        "lights": lights(product_set, page.result),
        "missing_count": len(page.result.missing),
    }


def common(page: Page) -> dict[str, Any]:
    """Head and foot of every page of a sheet: product, place among the products, totals, lights."""
    mine = tasks(page.who, page.item.meeting)
    keys = [task.item.pk for task in mine]
    return totals(page) | {
        "item": page.item,
        "meeting": page.item.meeting,
        "sheet": page.sheet,
        "version": page.sheet.version if page.sheet else 0,
        "product": page.item.dossier.product,
        "set_name": said(page.frozen.product_set.label),
        "place": keys.index(page.item.pk) + 1 if page.item.pk in keys else None,
        "of": len(keys),
        "after": _next_product(mine, page.item),
    }


def _next_product(mine: list[Task], item: AgendaItem) -> Task | None:
    """The next product in order that still waits for this member."""
    places = {task.item.pk: place for place, task in enumerate(mine)}
    start = places.get(item.pk, 0)
    around = mine[start + 1 :] + mine[:start]
    return next((task for task in around if task.is_to_score), None)


def of_criterion(request: PersonRequest, page: Page, code: str) -> dict[str, Any]:
    """One criterion: its words, options, evidence, and what was chosen. What stands beside it is not even
    asked for where it is judged by the sample number alone.
    """
    before, after = neighbours(page, code)
    is_blind = code in blind_codes(page.item)
    version = str(page.sheet.version if page.sheet else 0)
    return {
        **printed(page, code),
        **told(page, code, {} if is_blind else beside(page)),
        **({} if is_blind else _evidence(request, page, code)),
        "bases": json.dumps(dict.fromkeys(("choice", "comment"), version)),
        "steps": steps(page, code),
        "before": page.url(before) if before else "",
        "onward": page.url(after) if after else reverse("review:seal", args=[page.item.key]),
        "is_last": after is None,
    }


def printed(page: Page, code: str) -> dict[str, Any]:
    """A criterion as the regulation prints it, with what the member chose and wrote."""
    found: Criterion = page.frozen.product_set.criteria[code]
    section = next(s for s in page.frozen.product_set.sections if s.code == found.section)
    return {
        "code": code,
        "criterion": found,
        "criterion_name": name(found),
        "section_name": _("Phần %(part)s · %(code)s. %(name)s")
        % {"part": found.part.value, "code": section.code, "name": said(section.label)},
        "requirement": said(found.requirement) if found.requirement else "",
        "hints": [said(note) for note in (*found.notes, *(rule.label for rule in found.rules))],
        "sentences": official_wording(page.frozen.regulation.code, page.frozen.product_set.number).get(code),
        "groups": _groups(found),
        "chosen": word(found, page.choices[code]) if code in page.choices else "",
        "comment": (comment := page.sheet.comments.get(code, "") if page.sheet else ""),
        "comment_was": comment,
    }


def beside(page: Page) -> dict[str, Any]:
    """What others said of the product: visits, the test, the commune's report, the advisory team."""
    rules = page.item.meeting.rules
    return {
        "test": outcome_for(page.item.dossier),
        "advice": advice_on(page.item.dossier),
        "points": points_of(page.item.dossier) if rules is not None and rules.advisory_scores else None,
        "visits": beside_of(page.item.dossier),
        "intake": _intake(page),
        "shows_claim": rules is not None and rules.self_score_shown != SelfScore.NO,
    }


def told(page: Page, code: str, known: dict[str, Any]) -> dict[str, Any]:
    """The same beside one criterion, with the producer's own answer where the rules let it be seen.
    Beside one that is judged by the sample number alone stands nothing that says whose it is.
    """
    if code in blind_codes(page.item):
        return {"is_blind": True, "blind_name": sample_words(page.item)}
    found = page.frozen.product_set.criteria[code]
    return {
        **known,
        **(_self_answer(page, found) if known["shows_claim"] else {}),
        "found": [(one.visit, one.of(code)) for one in known["visits"]],
    }


def _groups(found: Criterion) -> list[tuple[str, list[dict[str, Any]]]]:
    """Options as cards with the number key that chooses them; ladders of two cases as two groups."""
    groups: list[tuple[str, list[dict[str, Any]]]] = []
    place = 0
    for entry in cards(found):
        label, held = entry
        members = held if isinstance(held, list) else [(label, held)]
        rows = []
        for value, card in members:
            place += 1
            key = "0" if value in {"none", "no"} else str(place)
            rows.append({"value": value, "card": card, "key": key if len(key) == 1 else ""})
        if isinstance(held, list):
            groups.append((label, rows))
        elif groups and not groups[-1][0]:
            groups[-1][1].extend(rows)
        else:
            groups.append(("", rows))
    return groups


def steps(page: Page, code: str) -> list[SheetStop]:
    """Every criterion in the jump list."""
    criteria, missing = page.frozen.product_set.criteria, set(page.result.missing)
    return [SheetStop(c, name(criteria[c]), page.url(c), c not in missing, c == code) for c in page.codes]


def _evidence(request: PersonRequest, page: Page, code: str) -> dict[str, Any]:
    """The papers tied to this criterion as tabs, and every other paper of the dossier behind them."""
    tied = page.frozen.papers_for(code)
    others = [paper for paper in page.frozen.papers if paper not in tied]
    files = {
        str(f.pk): f
        for f in StoredFile.objects.filter(pk__in=[paper.file_id for paper in page.frozen.papers])
    }
    rows = [(paper, files.get(paper.file_id)) for paper in [*tied, *others]]
    wanted = request.GET.get("tep", "")
    shown = next((row for row in rows if row[0].file_id == wanted), rows[0] if tied else None)
    return {"evidence": rows[: len(tied)], "others": rows[len(tied) :], "shown": shown}


def _self_answer(page: Page, found: Criterion) -> dict[str, Any]:
    answer = page.frozen.answers.get(found.code)
    if answer is None:
        return {"self_answer": _("Chủ thể chưa trả lời"), "self_description": ""}
    return {"self_answer": chosen(found, answer.choice), "self_description": answer.description}


def _intake(page: Page) -> list[tuple[Any, str]]:
    """The four contents of the commune's report (form 03)."""
    check = page.frozen.intake_check
    return [] if check is None else [(label, getattr(check, field)) for field, label in HEADINGS.items()]


def answers(page: Page) -> list[dict[str, Any]]:
    """Every criterion with what was chosen, for the review and for a sealed sheet."""
    previous = _previous_choices(page)
    rows = []
    for row in page.result.criteria:
        if not row.applies:
            continue
        code = row.criterion.code
        choice = page.choices.get(code)
        rows.append(
            {
                "code": code,
                "name": name(row.criterion),
                "is_answered": code in page.choices,
                "choice": chosen(row.criterion, choice) if code in page.choices else "",
                "points": row.members[0].points,
                "most": row.criterion.max,
                "comment": page.sheet.comments.get(code, "") if page.sheet else "",
                "url": page.url(code),
                "was": chosen(row.criterion, previous[code])
                if code in previous and code in page.choices and previous[code] != choice
                else "",
            }
        )
    return rows


def _previous_choices(page: Page) -> dict[str, Choice]:
    """What the member sealed in the pass before, to show what is different now."""
    if page.sheet is None or page.sheet.pass_no == 1:
        return {}
    before = ScoreSheet.objects.filter(
        item=page.item, seat=page.sheet.seat_id, pass_no=page.sheet.pass_no - 1
    ).first()
    return dict(before.choices) if before else {}
