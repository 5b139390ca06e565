"""Papers that correct others: what may be corrected so, how one is written down, and its PDF.

A wrong number or name is put right by a paper that names the wrong one; the paper that was wrong stays as it
went out (Decree 30/2020, article 18).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.labels import PAPER_KINDS
from ocop.foundation.documents.models import CorrectingPaper, Paper
from ocop.foundation.documents.rules import PaperKind, Wrong
from ocop.foundation.refusals import Refusal, ensure
from ocop.kernel.text import one_line

TEMPLATE = Path("foundation") / "documents" / "typst" / "dinh_chinh.typ"


@dataclass(frozen=True)
class Correction:
    """What was typed: what is wrong, the words that stand there and those that should, why, and the number
    and date of the correcting paper as the records office gave them.
    """

    what: Wrong
    wrong: str
    right: str
    reason: str
    number: str
    issued_on: date

    @classmethod
    def of(
        cls, *, what: Wrong | str, wrong: str, right: str, reason: str, number: str, issued_on: date
    ) -> Any:
        """With the blanks that people type at the ends taken away."""
        wrong, right, number = one_line(wrong), one_line(right), one_line(number)
        return cls(Wrong(what), wrong, right, reason.strip(), number, issued_on)

    def kind(self, own: PaperKind) -> PaperKind:
        """Which paper it takes: a letter for a number, a paper of the same kind for what was said (article
        18).
        """
        return PaperKind.LETTER if self.what == Wrong.NUMBER else own


@dataclass(frozen=True)
class Sheet:
    """What the correcting paper says beside the correction: whose it is, what it corrects, who signs.

    `cited` is the paper that was wrong with number and date; `frame` holds agency, place and whether it is an
    illustration; `signatures` are the lines above each name, and the name.
    """

    kind: PaperKind
    own: PaperKind
    issuer: str
    cited: str
    frame: Mapping[str, Any]
    signatures: Sequence[tuple[Sequence[str], str]]
    addressees: Sequence[str]


def refuse_correction(given: Correction, *, printed: Any, dated: date) -> Refusal | None:
    """Why this cannot be corrected so: nothing changes, the words are not in the paper, they are a figure of
    the result, no reason, a date before that of the paper that was wrong.
    """
    if not given.reason:
        return Refusal(
            "reason_missing", _("Chưa ghi lý do."), _("Văn bản đính chính phải nói vì sao."), _("Ghi lý do.")
        )
    if not given.right or given.right == given.wrong:
        return Refusal(
            "right_same",
            _("Chữ đúng đang trống hoặc trùng với chữ đã ghi."),
            "",
            _("Ghi lại chữ đúng."),
        )
    if given.issued_on < dated:
        days = {"on": date_format(given.issued_on, "DATE_FORMAT"), "was": date_format(dated, "DATE_FORMAT")}
        return Refusal(
            "signed_too_early",
            _("Ngày đính chính %(on)s sớm hơn ngày của văn bản bị sai %(was)s.") % days,
            "",
            _("Kiểm tra lại ngày."),
        )
    return _refuse_words(given, printed) if given.what == Wrong.WORDS else None


def _refuse_words(given: Correction, printed: Any) -> Refusal | None:
    if not any(letter.isalpha() for letter in given.wrong):
        return Refusal(
            "wrong_is_a_figure",
            _("Chỉ đính chính được tên và chữ, không đính chính được điểm hay hạng sao."),
            _("Kết quả của hội đồng không đổi bằng văn bản đính chính."),
            _("Kết quả sai phải được xem xét lại theo quy chế của hội đồng."),
        )
    wanted = unicodedata.normalize("NFC", given.wrong)
    if any(wanted in text for text in texts_in(printed)):
        return None
    return Refusal(
        "wrong_not_printed",
        _("Văn bản không in chữ “%(wrong)s”.") % {"wrong": given.wrong},
        _("Văn bản đính chính phải nêu đúng chữ đã in."),
        _("Mở văn bản, chép đúng chữ bị sai rồi thử lại."),
    )


def texts_in(printed: Any) -> Iterator[str]:
    """Every text in what a paper says, however deep."""
    if isinstance(printed, str):
        yield unicodedata.normalize("NFC", " ".join(printed.split()))
    elif isinstance(printed, Mapping):
        for one in printed.values():
            yield from texts_in(one)
    elif isinstance(printed, Sequence):
        for one in printed:
            yield from texts_in(one)


def written_down(given: Correction, sheet: Sheet, *, by: Any, at: datetime) -> dict[str, Any]:
    """The paper on record and the columns of a `CorrectingPaper`.

    Refused where its number was used before, or for a day that has not come.
    """
    ensure(_refuse_same_number(given))
    with override("vi"):
        subject = f"Đính chính {sheet.cited}"
        paper = file_paper(
            kind=sheet.kind,
            number=given.number,
            issued_on=given.issued_on,
            issuer=sheet.issuer,
            subject=subject,
            by=by,
            at=at,
        )
        content = _content(given, sheet)
    return {
        "paper": paper, "what": given.what, "wrong": given.wrong, "right": given.right,
        "reason": given.reason, "content": content, "by": by, "at": at,
    }  # fmt: skip


def _refuse_same_number(given: Correction) -> Refusal | None:
    """The correcting paper has a number of its own."""
    if given.what != Wrong.NUMBER or given.number not in (given.wrong, given.right):
        return None
    return Refusal(
        "number_of_its_own",
        _("Văn bản đính chính phải có số riêng, khác số đã ghi và số đúng."),
        "",
        _("Ghi số của chính văn bản đính chính."),
    )


def _content(given: Correction, sheet: Sheet) -> dict[str, Any]:
    return {
        **sheet.frame,
        "form": sheet.kind.value,
        "kind": str(PAPER_KINDS[sheet.kind]),
        "own": str(PAPER_KINDS[sheet.own]).lower(),
        "number": given.number,
        "date": given.issued_on.isoformat(),
        "issuer": sheet.issuer,
        "cited": sheet.cited,
        "what": given.what.value,
        "wrong": given.wrong,
        "right": given.right,
        "reason": given.reason.rstrip("."),
        "addressees": list(sheet.addressees),
        "signatures": [{"titles": list(titles), "name": name} for titles, name in sheet.signatures],
    }


def misnumbered(number: str, *, issuer: str, year: int) -> Paper | None:
    """Marks the paper on record under a wrong number, so that its number is free for the one that truly bears
    it; gives it, or None where there is none.
    """
    found = Paper.objects.filter(number=number, issuer=issuer, year=year, is_misnumbered=False).first()
    if found is not None:
        found.is_misnumbered = True
        found.save(update_fields=["is_misnumbered"])
    return found


def number_faults(first: str, corrections: Iterable[CorrectingPaper]) -> Iterator[str]:
    """Of the corrections of one paper, oldest first: each corrects the number that the paper bore until then,
    and says of itself what the paper on record says.
    """
    borne = first
    for one in corrections:
        if one.content.get("wrong") != one.wrong or one.content.get("right") != one.right:
            yield f"correction {one.key}: its paper says otherwise"
        if one.what == Wrong.NUMBER:
            if one.wrong != borne:
                yield f"correction {one.key}: corrects number {one.wrong}, not {borne}"
            borne = one.right


def number_taken(number: str, year: int, holder: str) -> Refusal:
    """A number that the same authority has given this year already; `holder` names what bears it."""
    return Refusal(
        "number_taken",
        _("Số %(number)s năm %(year)s đã dùng cho “%(holder)s”.")
        % {"number": number, "year": year, "holder": holder},
        _("Mỗi số chỉ cấp một lần trong năm (Nghị định 30/2020/NĐ-CP, Điều 15)."),
        _("Hỏi lại văn thư."),
    )
