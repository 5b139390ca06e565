"""What all papers of the package share: where they are read from, agency, place, names of the province."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from ocop.casework.certificates.models import Decision
from ocop.casework.review.models import AgendaItem, Meeting
from ocop.foundation.documents.models import Paper
from ocop.foundation.places.selectors import full_name
from ocop.kernel.law import load_regulations
from ocop.kernel.text import day_words_vi, number_vi
from ocop.registers.programme.models import Programme
from ocop.registers.programme.rules import agency_symbol

FOLDER = Path("casework") / "certificates" / "papers"


def frame(programme: Programme) -> dict[str, Any]:
    """Agency, authority and place as the programme names them."""
    return {
        "illustration": programme.is_demonstration,
        "committee": f"Ủy ban nhân dân {full_name(programme.province)}",
        "authority": programme.authority_name,
        "agency": programme.agency_name,
        "agency_parent": programme.agency_parent or f"Ủy ban nhân dân {full_name(programme.province)}",
        "place": programme.seat or programme.province.name,
        "province": full_name(programme.province),
    }


def frame_of(decision: Decision) -> dict[str, Any]:
    """The same for the authority of a decision, which was a district for 3 stars before July 2025."""
    if decision.place is None:
        return frame(decision.programme)
    committee = f"Ủy ban nhân dân {full_name(decision.place)}"
    own = {"committee": committee, "authority": decision.authority, "agency_parent": committee}
    return frame(decision.programme) | own | {"place": decision.place.name}


def symbol(kind: str, programme: Programme) -> str:
    """The symbol of a paper of the programme's agency: TB-SNNMT."""
    return f"{kind}-{agency_symbol(programme.agency_name)}"


def bases(items: list[AgendaItem], at: datetime) -> list[str]:
    """The legal bases in order: the law, the decree of each evaluation, councils, minutes.
    Only what is on record; numbers of minutes as they were known to be right at that moment.
    """
    codes = list(dict.fromkeys(item.dossier.regulation_code for item in items))
    meetings = {item.meeting_id: item.meeting for item in items}.values()
    councils = {meeting.council_id: meeting.council for meeting in meetings}.values()
    return [
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        *(f"Căn cứ {_regulation(code)}" for code in codes),
        *(f"Căn cứ {paper_words(council.established_by)}" for council in councils),
        *(
            f"Căn cứ Biên bản số {meeting.number_on(at)} ngày {closed_on(meeting)} của {meeting.council.name}"
            for meeting in meetings
            if meeting.closed_at is not None
        ),
    ]


def closed_on(meeting: Meeting) -> str:
    """The day on which a meeting ended, in the words of papers; empty for one that goes on."""
    return "" if meeting.closed_at is None else day_words_vi(timezone.localdate(meeting.closed_at))


def _regulation(code: str) -> str:
    regulation = load_regulations()[code]
    return (
        f"Quyết định số {regulation.number} ngày {day_words_vi(regulation.issued_on)} của "
        f"{regulation.issuer.vi} về "
        f"{regulation.label.vi[0].lower()}{regulation.label.vi[1:].partition(' (')[0]}"
    )


def paper_words(paper: Paper) -> str:
    """Type, number, date, issuer and subject of a paper on record."""
    subject = paper.subject[:1].lower() + paper.subject[1:]
    kind, day = paper.kind_words, day_words_vi(paper.issued_on)
    return f"{kind} số {paper.number} ngày {day} của {paper.issuer} về {subject}"


def points(value: Any) -> str:
    """Points as printed: 86,5."""
    return "–" if value is None else number_vi(value)
