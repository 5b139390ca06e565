"""The chain of a meeting's papers: how each stands, where it is opened, what goes into the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import override

from ocop.casework.certificates.models import Decision, DecisionItem, ResultNotice
from ocop.casework.certificates.papers import decision_pdf, submission_letter_pdf
from ocop.casework.certificates.papers.decision import decision_data, letter_data
from ocop.casework.certificates.papers.letters import notice_data
from ocop.casework.certificates.permissions import refuse_list_decisions
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.states import DecisionState
from ocop.casework.paperwork.about import package_url
from ocop.casework.paperwork.acts.take_decision import refuse_take_decision
from ocop.casework.paperwork.acts.take_minutes import refuse_take_minutes
from ocop.casework.paperwork.models import MeetingPaper
from ocop.casework.paperwork.papers import word, word_minutes
from ocop.casework.paperwork.papers.advisory import reported, team_report_data
from ocop.casework.paperwork.papers.report import report_data
from ocop.casework.paperwork.rules import Kind, State, Step, file_name
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.casework.review.states import SheetState
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.selectors import content_of

Made = Callable[[], bytes]


@dataclass(frozen=True)
class Piece:
    """One file of the archive: a stored one, or one that is made when it is asked for."""

    name: str
    title: str
    source: StoredFile | Made

    def content(self) -> bytes:
        """Its bytes, of a stored file checked against their hash."""
        return content_of(self.source) if isinstance(self.source, StoredFile) else self.source()


@dataclass(frozen=True)
class Line:
    """One paper of the chain."""

    step: Step
    title: str
    state: State
    pdf: str = ""
    word: str = ""
    act: str = ""
    back: str = ""
    """Where the Word file, with what was written in it, is taken back."""
    page: str = ""
    pieces: tuple[Piece, ...] = ()


_PLACE = {step: place for place, step in enumerate(Step, start=1)}


def named(step: Step, *words: str, ending: str = "pdf") -> str:
    """The name in the archive of a paper of this step."""
    return file_name(_PLACE[step], *words, ending=ending)


def chain_of(who: Who, meeting: Meeting) -> list[Line]:
    """Every paper of a closed meeting that this person may have, in the order of the work."""
    papers = _papers(meeting)
    lines = [
        *_sheets(meeting, papers),
        *(_scores(papers)),
        _minutes(who, meeting),
        *_advisory(meeting, papers, who.at),
        _report(papers, who.at),
    ]
    if refuse_list_decisions(who) is None:
        lines += [*_decisions(who, meeting), *_notices(meeting, who.at), *_packages(who, meeting)]
    return lines


def _papers(meeting: Meeting) -> dict[tuple[str, int | None], MeetingPaper]:
    rows = MeetingPaper.objects.filter(meeting=meeting).select_related("file", "report")
    found = {(row.kind, row.item_id or row.report_id): row for row in rows}
    for row in found.values():
        row.meeting = meeting
    return found


def _state(paper: MeetingPaper | None) -> State:
    if paper is None:
        return State.TO_MAKE
    return State.MADE if paper.file_id else State.MAKING


def _stored(step: Step, title: str, file: StoredFile | None, *words: str) -> tuple[Piece, ...]:
    return () if file is None else (Piece(named(step, *words), title, file),)


def _own(step: Step, title: str, paper: MeetingPaper | None, *words: str) -> Line:
    file = None if paper is None else paper.file
    url = "" if paper is None else reverse("paperwork:paper", args=[paper.key])
    return Line(step, title, _state(paper), pdf=url, pieces=_stored(step, title, file, *words))


def _sheets(meeting: Meeting, papers: dict[tuple[str, int | None], MeetingPaper]) -> Iterator[Line]:
    items = AgendaItem.objects.filter(meeting=meeting, sheets__state=SheetState.SEALED).distinct()
    for item in items.select_related("dossier__product").order_by("position", "pk"):
        name, paper = item.dossier.product.name, papers.get((Kind.SHEETS, item.pk))
        yield _own(Step.SHEETS, name, paper, "phieu-danh-gia", f"{item.position:02d}", name)


def _scores(papers: dict[tuple[str, int | None], MeetingPaper]) -> Iterator[Line]:
    yield _own(Step.SCORES, "", papers.get((Kind.SCORES, None)), "bang-diem")


def _minutes(who: Who, meeting: Meeting) -> Line:
    number, keys = meeting.minutes_no, [meeting.key]
    name = named(Step.MINUTES, "bien-ban", number, ending="docx")
    line = Line(
        Step.MINUTES, number, State.MADE if meeting.minutes_id else State.MAKING,
        pdf=reverse("review:minutes", args=keys),
        pieces=_stored(Step.MINUTES, number, meeting.minutes, "bien-ban", number),
    )  # fmt: skip
    if not meeting.minutes_content:  # closed before what they say was kept: there is the PDF alone
        return line
    is_open = refuse_take_minutes(who, meeting) is None
    return replace(
        line,
        word=reverse("paperwork:minutes_word", args=keys),
        back=reverse("paperwork:take_minutes", args=keys) if is_open else "",
        pieces=(*line.pieces, Piece(name, number, lambda: minutes_word(meeting, who.at))),
    )


def _advisory(
    meeting: Meeting, papers: dict[tuple[str, int | None], MeetingPaper], at: datetime
) -> Iterator[Line]:
    """The reports of the team that the agenda names: made from what the team handed in, or the file that
    somebody kept.
    """
    rows = AgendaItem.objects.filter(meeting=meeting).select_related("advisory_report__file")
    written = reported(meeting)
    for number in dict.fromkeys(row.advisory_report for row in rows.order_by("position", "pk")):
        made, words = papers.get((Kind.ADVISORY, number.pk)), ("bao-cao-to-tu-van", number.number)
        if made is not None:
            yield _team_report(made, words, at)
        elif number in written:
            yield Line(Step.ADVISORY, str(number), State.TO_MAKE)
        else:
            file = number.file
            yield Line(
                Step.ADVISORY, str(number), State.ELSEWHERE if file is None else State.MADE,
                pdf="" if file is None else file.get_absolute_url(),
                pieces=_stored(Step.ADVISORY, str(number), file, *words),
            )  # fmt: skip


def _team_report(paper: MeetingPaper, words: tuple[str, str], at: datetime) -> Line:
    line = _own(Step.ADVISORY, str(paper.report), paper, *words)
    name = named(Step.ADVISORY, *words, ending="docx")
    made = Piece(name, line.title, lambda: team_report_word(paper, at))
    address = reverse("paperwork:team_report_word", args=[paper.key])
    return replace(line, word=address, pieces=(*line.pieces, made))


def _report(papers: dict[tuple[str, int | None], MeetingPaper], at: datetime) -> Line:
    paper = papers.get((Kind.REPORT, None))
    line = _own(Step.REPORT, "" if paper is None else paper.number, paper, "bao-cao-hoi-dong")
    if paper is None:
        return line
    name = named(Step.REPORT, "bao-cao-hoi-dong", ending="docx")
    made = Piece(name, line.title, lambda: report_word(paper, at))
    waits = paper.file_id is not None and not paper.number
    return Line(
        line.step, line.title, State.UNNUMBERED if waits else line.state, pdf=line.pdf,
        word=reverse("paperwork:report_word", args=[paper.key]),
        act="" if paper.number else reverse("paperwork:number", args=[paper.key]),
        back="" if paper.number else reverse("paperwork:take_word", args=[paper.key]),
        pieces=(*line.pieces, made),
    )  # fmt: skip


def _decisions(who: Who, meeting: Meeting) -> Iterator[Line]:
    """The letter and the decision of each draft and each signed decision about results of the meeting."""
    seen = Decision.objects.visible_to(who.person, who.at).exclude(state=DecisionState.DROPPED)
    about = seen.filter(items__item__meeting=meeting, items__is_live=True).distinct()
    rows = list(about.select_related("programme__province", "place", "file").order_by("pk"))
    for place, one in enumerate(rows, start=1):
        yield _letter(one, place, who.at)
    for place, one in enumerate(rows, start=1):
        yield _decision(who, one, place)


def _letter(one: Decision, place: int, at: datetime) -> Line:
    words = ("to-trinh", f"{place:02d}", one.letter_no)
    title = one.letter_no or one.subject
    return Line(
        Step.LETTER, title, State.MADE if one.letter_no else State.UNNUMBERED,
        pdf=reverse("certificates:submission_letter", args=[one.key]),
        word=reverse("paperwork:letter_word", args=[one.key]),
        pieces=(
            Piece(named(Step.LETTER, *words), title, lambda: submission_letter_pdf(one, at=at)),
            Piece(named(Step.LETTER, *words, ending="docx"), title, lambda: letter_word(one, at)),
        ),
    )  # fmt: skip


def _decision(who: Who, one: Decision, place: int) -> Line:
    words = ("quyet-dinh", f"{place:02d}", one.number)
    pdf, title = reverse("certificates:decision_pdf", args=[one.key]), one.number or one.subject
    if one.is_signed:
        state = State.MADE if one.file_id else State.MAKING
        return Line(
            Step.DECISION, title, state, pdf=pdf, pieces=_stored(Step.DECISION, title, one.file, *words)
        )
    draft = ("du-thao", *words)
    pieces = [Piece(named(Step.DECISION, *draft), title, lambda: decision_pdf(one, at=who.at))]
    address = back = ""
    if not one.is_replacement:
        address = reverse("paperwork:decision_word", args=[one.key])
        name = named(Step.DECISION, *draft, ending="docx")
        pieces.append(Piece(name, title, lambda: decision_word(one, who.at)))
        if refuse_take_decision(who, one) is None:
            back = reverse("paperwork:take_decision", args=[one.key])
    return Line(Step.DECISION, title, State.DRAFT, pdf=pdf, word=address, back=back, pieces=tuple(pieces))


def _notices(meeting: Meeting, at: datetime) -> Iterator[Line]:
    """One for each product, to its commune and its producer."""
    names = ("file", "item__dossier__product", "item__meeting__council__programme__province", "by")
    rows = ResultNotice.objects.filter(item__meeting=meeting).select_related(*names)
    for one in rows.order_by("item__position", "item"):
        title = one.content["product"]
        words = ("thong-bao", f"{one.item.position:02d}", title)
        state = State.MAKING if one.file_id is None else State.MADE if one.number else State.UNNUMBERED
        yield Line(
            Step.NOTICE, title, state, pdf=reverse("certificates:notice_pdf", args=[one.item.key]),
            word=reverse("paperwork:notice_word", args=[one.item.key]),
            act="" if one.number else reverse("certificates:number", args=[one.item.key]),
            pieces=_stored(Step.NOTICE, title, one.file, *words),
        )  # fmt: skip


def _packages(who: Who, meeting: Meeting) -> Iterator[Line]:
    """Of each product whose result the Chair approved for the ministry."""
    rows = DecisionItem.objects.live().filter(
        item__meeting=meeting, decision__in=Decision.objects.visible_to(who.person, who.at),
        decision__kind=DecisionKind.APPROVAL_OF_RESULT, decision__state=DecisionState.SIGNED,
    )  # fmt: skip
    for one in rows.select_related("decision").annotate(given=Count("handovers")).order_by("pk"):
        state = State.HANDED if one.given else State.PACKAGE
        yield Line(Step.MINISTRY, one.printed["product"], state, page=package_url(one))


def minutes_word(meeting: Meeting, at: datetime) -> bytes:
    """The minutes in Word."""
    return word_minutes.minutes_docx(meeting.minutes_content or {}, at)


def report_word(paper: MeetingPaper, at: datetime) -> bytes:
    """The council's report in Word."""
    with override("vi"):
        return word.report_docx(report_data(paper), at)


def team_report_word(paper: MeetingPaper, at: datetime) -> bytes:
    """The advisory team's report in Word."""
    with override("vi"):
        return word.team_report_docx(team_report_data(paper), at)


def letter_word(decision: Decision, at: datetime) -> bytes:
    """The submission letter in Word."""
    with override("vi"):
        return word.letter_docx(letter_data(decision, at=decision.submitted_at or at), at)


def decision_word(decision: Decision, at: datetime) -> bytes:
    """The draft decision in Word, with its annex."""
    with override("vi"):
        return word.decision_docx(decision_data(decision), at)


def notice_word(notice: ResultNotice, at: datetime) -> bytes:
    """The notice in Word."""
    with override("vi"):
        return word.notice_docx(notice_data(notice), at)


def pieces_of(lines: Iterable[Line]) -> list[Piece]:
    """What goes into the archive, each name once."""
    found: dict[str, Piece] = {}
    for piece in (piece for line in lines for piece in line.pieces):
        stem, dot, ending = piece.name.rpartition(".")
        name, number = piece.name, 2
        while name in found:
            name, number = f"{stem}-{number}{dot}{ending}", number + 1
        found[name] = Piece(name, piece.title, piece.source)
    return list(found.values())
