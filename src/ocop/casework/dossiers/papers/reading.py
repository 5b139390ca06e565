"""The content of a dossier laid out for reading: on the page, in papers, in a comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels.contents import field_name, leaf_name, value_text
from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.labels.gaps import RESULTS, evidence_kind
from ocop.casework.dossiers.labels.renewing import UPDATES
from ocop.casework.dossiers.rules.changes import Change
from ocop.casework.dossiers.rules.completeness import HAS_STORY
from ocop.foundation.ui.words import said
from ocop.kernel.law import Criterion, ProductSet, Regulation, load_regulations
from ocop.kernel.scoring import Choice, Result, partial
from ocop.kernel.text import number_vi
from ocop.registers.regulations.rules import token_of
from ocop.registers.regulations.selectors import official_wording

Sentences = Mapping[str, Mapping[str, str]]
"""The decree's own sentences by criterion and token."""

Pairs = list[tuple[str, str]]
_REGISTRATION = [("form", "contact_name"), ("form", "contact_title"), ("producer", "address"),
                 ("form", "contact_phone"), ("form", "contact_email"), ("product", "name")]  # fmt: skip
_APPLICANT = [("producer", "name"), ("producer", "legal_form"), ("producer", "address"),
("producer", "place"),
              ("representative", "full_name"), ("representative", "sex"), ("representative", "ethnicity"),
              ("representative", "permanent_address")]  # fmt: skip
_GENERAL = [("producer", "name"), ("producer", "legal_form"), ("producer", "address"), ("producer", "place"),
            ("producer", "phone"), ("producer", "email"), ("representative", "full_name"),
            ("representative", "sex"),
            ("representative", "ethnicity"), ("representative", "permanent_address"),
            ("producer", "registered_on"),
            ("producer", "registration_no"), ("product", "name"), ("product", "description"),
            ("product", "net_content"), ("product", "packaging"), ("form", "declared_papers"),
            ("producer", "history"), ("producer", "organisation"), ("product", "story")]  # fmt: skip


@dataclass(frozen=True)
class AnswerLine:
    """One criterion of the self-assessment in words."""

    code: str
    name: str
    answer: str
    points: str
    most: str
    description: str
    papers: Sequence[str]


@dataclass(frozen=True)
class Section:
    """A section of the rubric with its lines."""

    title: str
    lines: Sequence[AnswerLine]


@dataclass(frozen=True)
class PaperLine:
    """One piece of evidence in words."""

    title: str
    kind: str
    about: str
    criteria: str
    file: str
    name: str


@dataclass(frozen=True)
class Reading:
    """A dossier in words, in the order of forms 01 and 02."""

    registration: Pairs
    applicant: Pairs
    general: Pairs
    results: Pairs
    updates: Pairs
    changes: Pairs
    sections: Sequence[Section]
    photos: Pairs
    papers: Sequence[PaperLine]
    exemptions: Pairs
    plan: str
    samples: str
    leaf: str
    kind: str
    parts: Pairs
    total: str


def read_content(content: Mapping[str, Any], *, is_official: bool = False) -> Reading:
    """The content of a dossier, live or frozen, as people read it;
    choices in the decree's own words where loaded.
    """
    regulation, product_set = _law(content)
    sentences = official_wording(regulation.code, product_set.number) if is_official else {}
    result = _result(content, regulation, product_set)
    form = content["form"]
    return Reading(
        registration=_pairs(content, _REGISTRATION, regulation, product_set),
        applicant=_pairs(content, _APPLICANT, regulation, product_set),
        general=_pairs(content, _GENERAL, regulation, product_set),
        results=[(str(label), form[key]) for key, label in RESULTS.items()],
        updates=_updates(content),
        changes=[(one["title"], one["name"]) for one in content.get("changes", [])],
        sections=_sections(content, product_set, result, sentences),
        photos=[(entry["file"], entry["caption"]) for entry in content["product"]["photos"]],
        papers=[_paper(entry, regulation) for entry in content["evidence"]],
        exemptions=[(evidence_kind(kind, regulation), reason) for kind, reason in form["exemptions"].items()],
        plan=form["production_plan"],
        samples="" if form["samples_offered"] is None else str(form["samples_offered"]),
        leaf=leaf_name(content["product"]["leaf"], regulation),
        kind=value_text(("dossier", "kind"), content["dossier"]["kind"], product_set),
        parts=[(part, number_vi(points)) for part, points in result.parts.items()],
        total="" if result.total is None else number_vi(result.total),
    )


def _updates(content: Mapping[str, Any]) -> Pairs:
    """The nine headings of a re-evaluation in words; nothing of other dossiers."""
    said = content.get("updates")
    if said is None:
        return []
    found = {heading: said.get(heading, {"text": "", "is_unchanged": False}) for heading in UPDATES}
    return [
        (str(UPDATES[heading]), ". ".join(_unchanged(one) + ([one["text"]] if one["text"] else [])))
        for heading, one in found.items()
    ]


def _unchanged(said: Mapping[str, Any]) -> list[str]:
    return [_("Không thay đổi")] if said["is_unchanged"] else []


def _law(content: Mapping[str, Any]) -> tuple[Regulation, ProductSet]:
    regulation = load_regulations()[content["dossier"]["regulation"]]
    return regulation, regulation.set(content["dossier"]["set"])


def _result(content: Mapping[str, Any], regulation: Regulation, product_set: ProductSet) -> Result:
    given = {code: answer["choice"] for code, answer in content["answers"].items()}
    return partial(regulation, product_set, given, {HAS_STORY: bool(content["form"]["has_story"])})


def _pairs(
    content: Mapping[str, Any], paths: list[tuple[str, str]], regulation: Regulation, product_set: ProductSet
) -> Pairs:
    return [
        (field_name(path, product_set, regulation), value_text(path, content[path[0]][path[1]], product_set))
        for path in paths
    ]


def _chosen(criterion: Criterion, choice: Choice, sentences: Sentences) -> str:
    """The option in the decree's own words where they are known, else in ours."""
    return sentences.get(criterion.code, {}).get(token_of(criterion, choice)) or chosen(criterion, choice)


def _sections(
    content: Mapping[str, Any], product_set: ProductSet, result: Result, sentences: Sentences
) -> list[Section]:
    points = {working.criterion.code: working for working in result.criteria}
    papers: dict[str, list[str]] = {}
    for entry in content["evidence"]:
        for code in entry["criteria"]:
            papers.setdefault(code, []).append(entry["title"])
    found = []
    for section in product_set.sections:
        lines = []
        for criterion in section.criteria:
            answer = content["answers"].get(criterion.code)
            given = points.get(criterion.code)
            lines.append(
                AnswerLine(
                    code=criterion.code,
                    name=name(criterion),
                    answer=_("Chưa trả lời")
                    if answer is None
                    else _chosen(criterion, answer["choice"], sentences),
                    points="" if answer is None or given is None else number_vi(given.mean),
                    most=str(criterion.max),
                    description="" if answer is None else answer["description"],
                    papers=papers.get(criterion.code, []),
                )
            )
        found.append(Section(f"{section.code}. {said(section.label)}", lines))
    return found


def _paper(entry: Mapping[str, Any], regulation: Regulation) -> PaperLine:
    about = [
        _("số %(number)s") % {"number": entry["number"]} if entry["number"] else "",
        entry["issuer"],
        _("cấp %(day)s") % {"day": _day(entry["issued_on"])} if entry["issued_on"] else "",
        _("hết hạn %(day)s") % {"day": _day(entry["expires_on"])} if entry["expires_on"] else "",
    ]
    return PaperLine(
        title=entry["title"],
        kind=evidence_kind(entry["kind"], regulation),
        about=", ".join(part for part in about if part),
        criteria=", ".join(entry["criteria"]),
        file=entry["file"],
        name=entry["name"],
    )


def _day(iso: str) -> str:
    day = parse_date(iso)
    return date_format(day, "DATE_FORMAT") if day else ""


def papers_of(content: Mapping[str, Any]) -> list[tuple[str, list[PaperLine]]]:
    """The evidence by kind, in the order of form 02."""
    regulation, _set = _law(content)
    lines = [_paper(entry, regulation) for entry in content["evidence"]]
    order = [said(kind.label) for kind in regulation.evidence_kinds]
    kinds = sorted(
        {line.kind for line in lines}, key=lambda kind: order.index(kind) if kind in order else len(order)
    )
    return [(kind, [line for line in lines if line.kind == kind]) for kind in kinds]


def read_changes(found: Sequence[Change], content: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Changes in words: what, what it said before, what it says now."""
    regulation, product_set = _law(content)
    shown = [
        (
            field_name(change.path, product_set, regulation),
            _value(change, change.old, product_set),
            _value(change, change.new, product_set),
        )
        for change in found
    ]
    return [line for line in shown if line[1] != line[2]]


def _value(change: Change, value: Any, product_set: ProductSet) -> str:
    """A missing answer is not "nothing reached": it was not there."""
    if value is None and change.path[-1] == "choice":
        return ""
    return value_text(change.path, value, product_set)
