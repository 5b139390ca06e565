"""What is wrong with the sheets, as a code with its parameters; the sentence is made when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ocop.kernel.scoring.sentences import SENTENCES
from ocop.kernel.text import Label


class FaultCode(StrEnum):
    """Every reason why sheets give no star; the codes are the ones promised to the outside."""

    BAD_JSON = "bad_json"
    UNKNOWN_SET = "unknown_set"
    NO_RUBRIC = "no_rubric"
    NO_SHEETS = "no_sheets"
    DUPLICATE_MEMBER = "duplicate_member"
    CRITERION_MISSING = "criterion_missing"
    CRITERION_UNKNOWN = "criterion_unknown"
    PLACE_OUT_OF_RANGE = "place_out_of_range"
    WRONG_TYPE = "wrong_type"
    CASE_MISSING = "case_missing"
    AGREED_MISSING = "agreed_missing"
    UNKNOWN_RULE = "unknown_rule"
    UNKNOWN_FACT = "unknown_fact"
    UNKNOWN_DECISION = "unknown_decision"


@dataclass(frozen=True)
class SheetFault:
    """One thing that is wrong: a code, whose sheet, which criterion, and the values its sentence names.

    `kind` chooses between the sentences of a code that has several.
    """

    code: FaultCode
    member: str | None = None
    criterion: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""

    def text(self, language: str = "vi") -> str:
        """The sentence: where it is, what is wrong, what to do."""
        named = {"member": self.member, "criterion": self.criterion, "where": self._where(language)}
        sentence = SENTENCES[f"{self.code}.{self.kind}" if self.kind else self.code]
        return sentence.text(language).format_map({**named, **self.values})

    def as_json(self, language: str = "vi") -> dict[str, str | None]:
        """The fault as promised to the outside: code, member, criterion, text."""
        return {
            "code": self.code.value,
            "member": self.member,
            "criterion": self.criterion,
            "text": self.text(language),
        }

    def _where(self, language: str) -> str:
        places = []
        if self.member is not None:
            places.append(Label(f"Phiếu của {self.member}", f"Sheet of {self.member}").text(language))
        if "part" in self.values:
            places.append(self.values["part"])
        if self.criterion is not None and self.code is FaultCode.WRONG_TYPE:
            places.append(Label(f"tiêu chí {self.criterion}", f"criterion {self.criterion}").text(language))
        return ", ".join(places)


def shown(value: object) -> str:
    """A value of the input as it may stand in a sentence: short, in one line."""
    text = f"“{' '.join(value.split())}”" if isinstance(value, str) else repr(value)
    text = {"True": "true", "False": "false", "None": "null"}.get(text, text)
    return text if len(text) <= 40 else text[:39] + "…"
