"""Đối chiếu và chốt: what two people typed from a paper becomes the sealed sheet of its member."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import chosen
from ocop.casework.dossiers.rules.answers import options
from ocop.casework.dossiers.selectors import dossier_for_scoring, set_of
from ocop.casework.paperwork.about import PAPER_SHEET
from ocop.casework.paperwork.acts.type_sheet import TWICE, choice_field, kept, refuse_unanswered
from ocop.casework.paperwork.checks import refuse_paper_now
from ocop.casework.paperwork.models import PaperEntry, PaperSheet
from ocop.casework.paperwork.permissions import refuse_type_sheet
from ocop.casework.paperwork.rules import apart
from ocop.casework.review.acts.choose import own_draft
from ocop.casework.review.acts.comment import refuse_unreadable, tidy_comment
from ocop.casework.review.checks import refuse_incomplete, refuse_unknown_choices
from ocop.casework.review.models import AgendaItem, Declaration, ScoreSheet, Seat
from ocop.casework.review.permissions.who import every_sealed_sheet_of, every_word_of
from ocop.casework.review.selectors import bench, criteria_to_answer
from ocop.casework.review.selectors.hints import hints_for
from ocop.casework.review.writes.declarations import Word, write_word
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.sealing import write_seal
from ocop.casework.review.writes.sheets import CHOICE, COMMENT, save
from ocop.casework.review.writes.tallies import write_tally
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, forget, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import TextField
from ocop.kernel.scoring import Choice


class AsksSettled(Asks):
    """Each criterion on which the two differ, by what the scan says; and the remark, where they differ."""

    gives = frozenset({"settled", "general_comment"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pair = entries_of(self.thing)
        criteria = set_of(self.thing.item.dossier).criteria
        self.apart = [criteria[code] for code in _apart(self.thing, self.pair)]
        for place, criterion in enumerate(self.apart):
            said = [
                f"{entry.by}: {chosen(criterion, entry.choices[criterion.code])}"
                for entry in self.pair
                if criterion.code in entry.choices
            ]
            self.fields[f"choice_{place}"] = choice_field(criterion, help_text=" · ".join(said))
        texts = [entry.general_comment for entry in self.pair]
        if len(set(texts)) > 1:
            said = [f"{one.by}: {one.general_comment}" for one in self.pair]
            self.fields["general_comment"] = TextField(
                label=_("Nhận xét chung trên phiếu"), lines=3, max_length=2000, required=False,
                initial=texts[0], help_text=" · ".join(said),
            )  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """By the codes of the criteria."""
        data = self.cleaned_data
        said = {one.code: options(one)[data[f"choice_{place}"]] for place, one in enumerate(self.apart)}
        return {"settled": said, "general_comment": data.get("general_comment")}


def entries_of(paper: PaperSheet) -> list[PaperEntry]:
    """What was typed so far, in order, with who typed it."""
    return list(paper.entries.select_related("by").order_by("place")) if paper.pk else []


def _apart(paper: PaperSheet, pair: list[PaperEntry]) -> list[str]:
    if len(pair) < TWICE:
        return []
    return apart(criteria_to_answer(paper.item), pair[0].choices, pair[1].choices)


def refuse_settle(who: Who, paper: PaperSheet) -> Refusal | None:
    """One of the two who typed it, once both have and the scan is there."""
    if refusal := refuse_type_sheet(who, paper):
        return refusal
    return _refuse_unready(who, paper) or refuse_paper_now(paper, who.at)


def _refuse_unready(who: Who, paper: PaperSheet) -> Refusal | None:
    entries = list(paper.entries.values_list("by", flat=True)) if paper.pk else []
    if len(entries) < TWICE:
        return Refusal(
            "paper_typed_once",
            _("Phiếu chưa được hai người nhập."),
            _("Hai người nhập riêng rồi mới đối chiếu."),
            _("Nhờ người thứ hai nhập."),
        )
    if paper.scan_id is None:
        return Refusal(
            "paper_without_scan",
            _("Chưa có bản chụp của phiếu có chữ ký."),
            _("Chỗ hai người nhập khác nhau được đối chiếu với bản chụp."),
            _("Gắn bản chụp trước."),
        )
    if who.person is None or who.person.pk not in entries:
        return Refusal("not_a_typist", _("Chỉ một trong hai người đã nhập phiếu đối chiếu và chốt."))
    return None


@recorded
def settle_sheet(
    paper: PaperSheet,
    *,
    settled: Mapping[str, Choice],
    general_comment: str | None = None,
    by: Person,
    at: datetime,
) -> ScoreSheet:
    """Seals what both typed, and what was settled by the scan where they differ, as the member's own sheet.
    It counts like any other; the member is told, and may object as of any sealed sheet until the meeting is
    closed. The last sheet of a product starts its tally.

    Refused: all but the two who typed; typed once; without scan; a difference left open; whatever the
    product, the meeting and the member refuse.
    """
    item = held_item(paper.item)
    paper = kept(paper)
    ensure(refuse_settle(who_is(by, at), paper))
    pair = entries_of(paper)
    ensure(refuse_unknown_choices(item, settled))
    open_ones = _apart(paper, pair)
    ensure(refuse_unanswered([code for code in open_ones if code not in settled]))
    text = tidy_comment(pair[0].general_comment if general_comment is None else general_comment)
    ensure(refuse_unreadable(text))
    choices = {**pair[0].choices, **{code: settled[code] for code in open_ones}}
    _declare(item, paper, by=by, at=at)
    sheet = _sealed(item, paper, pair, choices, text, by=by, at=at)
    paper.sheet, paper.settled_by, paper.settled_at = sheet, by, at
    paper.save(update_fields=["sheet", "settled_by", "settled_at"])
    data = {
        "sheet": sheet.sha256,
        "apart": open_ones,
        "entered_by": pair[0].by_id,
        "checked_by": pair[1].by_id,
    }
    record("papersheet.settle", paper, by=by, at=at, data=data)
    _tell(paper, pair, at=at)
    return sheet


def _declare(item: AgendaItem, paper: PaperSheet, *, by: Person, at: datetime) -> None:
    """What the member ticked on the paper is the declaration, where there is none yet."""
    seat = paper.seat
    if Declaration.objects.filter(item=item, seat=seat).exists():
        return
    hints = [str(hint) for hint in hints_for(seat, [item], at)[item.pk]]
    note = f"khai không có trên phiếu giấy {paper.code}"
    write_word(item, seat, Word(has_conflict=False, note=note, hints=hints), by=by, at=at)
    forget(seat.person, every_word_of)


def _sealed(
    item: AgendaItem,
    paper: PaperSheet,
    pair: list[PaperEntry],
    choices: Mapping[str, Choice],
    text: str,
    *,
    by: Person,
    at: datetime,
) -> ScoreSheet:
    person = paper.seat.person
    sheet = own_draft(item, by=person, at=at)
    sheet.choices, sheet.comments, sheet.general_comment = dict(choices), {}, text
    save(sheet, "choices", [*(f"{CHOICE} {code}" for code in choices), COMMENT], at)
    sheet.save(update_fields=["comments", "general_comment"])
    assert paper.scan is not None  # noqa: S101 - the refusal has seen it
    told = {
        "code": paper.code, "entered_by": str(pair[0].by), "checked_by": str(pair[1].by),
        "scan": paper.scan.sha256,
    }  # fmt: skip
    frozen = dossier_for_scoring(item.dossier)
    write_seal(item, sheet, frozen, from_paper=told, by=by, at=at)
    forget(person, every_sealed_sheet_of)
    found = bench(item, at)
    if refuse_incomplete(found) is None:
        write_tally(item, found, frozen, by=by, at=at)
    return sheet


def _tell(paper: PaperSheet, pair: list[PaperEntry], *, at: datetime) -> None:
    seat: Seat = paper.seat
    product = paper.item.dossier.product.name
    tell(
        [seat.person],
        kind="paperwork.typed",
        subject=words(_("Phiếu giấy của bạn đã được nhập: %(product)s"), product=product),
        body=words(
            _(
                "%(first)s và %(second)s nhập phiếu giấy %(code)s bạn đã ký. Xem lại phiếu; nếu sai, bấm "
                "“Đề nghị sửa phiếu” trước khi bế mạc."
            ),
            first=pair[0].by, second=pair[1].by, code=paper.code,
        ),
        url=paper.item_sheet_url,
        at=at,
    )  # fmt: skip


def _shown(form: Asks) -> Mapping[str, Any]:
    """The scan to compare with, and who typed."""
    paper = form.thing
    return {"scan": paper.scan, "pair": form.pair, "none_apart": not form.apart}  # type: ignore[attr-defined]


SETTLE_SHEET = Act(
    about=PAPER_SHEET,
    name="settle_sheet",
    path="doi-chieu/",
    refuse=refuse_settle,
    form=AsksSettled,
    do=settle_sheet,
    show=_shown,
    is_done=lambda paper: paper.is_settled,
    template="paperwork/settle.html",
    button=_("Đối chiếu và chốt"),
    heading=lambda paper: gettext("Đối chiếu phiếu giấy: %(sheet)s") % {"sheet": paper},
    lead=_(
        "Chỗ hai người nhập khác nhau: chọn đúng như trên bản chụp. Chốt xong, phiếu tính như mọi phiếu khác."
    ),
    confirm=_("Chốt phiếu này"),
    said=_("Đã chốt phiếu nhập từ giấy. Thành viên được báo."),
    weight="main",
    icon="stamp",
)
