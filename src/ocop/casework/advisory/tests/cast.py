"""A team of the province for the tests of this package and of those above."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from ocop.casework.advisory import acts
from ocop.casework.advisory.models import Report, Team
from ocop.casework.advisory.rules import Function, Suggestion
from ocop.casework.advisory.selectors import sections_of
from ocop.casework.dossiers.models import Dossier

TEAM: dict[str, Any] = {"number": "07-MH/QĐ-UBND", "issuer": "UBND tỉnh Lào Cai"}


class Advisers:
    """Giang heads the team, Nga is on it; Phúc set it up."""

    def __init__(self, stage: Any) -> None:
        self.stage, self.at, self.phuc = stage, stage.at, stage.phuc
        self.programme = stage.programme
        self.giang = stage.cast.person("giang", "Mẫu Giang")
        self.nga = stage.cast.person("nga", "Mẫu Nga")
        self.team = self.establish()
        self.seat(self.giang, Function.HEAD)
        self.seat(self.nga)

    def establish(self, **fields: Any) -> Team:
        """In office since a month."""
        day = (self.at - timedelta(days=30)).date()
        told = {**TEAM, "issued_on": day, "starts_on": day, **fields}
        return acts.establish_team(self.programme, by=self.phuc, at=self.at, **told)

    def seat(self, person: Any, function: Function = Function.MEMBER, **fields: Any) -> Any:
        """From the first day of the team."""
        told = {"agency": "Sở Y tế", "starts_on": (self.at - timedelta(days=30)).date(), **fields}
        return acts.seat_adviser(
            self.programme, person=person, function=function, by=self.phuc, at=self.at, **told
        )

    def declared(self, dossier: Dossier, *, has_conflict: bool = False, by: Any = None) -> None:
        """The word of a member."""
        note = "anh em ruột" if has_conflict else ""
        acts.declare_interest(dossier, has_conflict=has_conflict, note=note, by=by or self.giang, at=self.at)

    def written(self, dossier: Dossier, *, by: Any = None, **fields: Any) -> Report:
        """A draft that says something of every section."""
        told: dict[str, Any] = {
            "findings": {one.code: "Đạt, có minh chứng." for one in sections_of(dossier)},
            "suggestion": Suggestion.EVALUATE.value,
            "conclusion": "Đủ điều kiện.",
            **fields,
        }
        return acts.write_report(dossier, by=by or self.giang, at=self.at, **told)

    def handed_in(self, dossier: Dossier, **fields: Any) -> Report:
        """Declared, written, handed in."""
        self.declared(dossier)
        self.written(dossier, **fields)
        return self.hand_in(dossier)

    def hand_in(self, dossier: Dossier) -> Report:
        """What is written."""
        return acts.hand_in_report(dossier, by=self.giang, at=self.at)
