"""Nhập phiếu này: one of two people types what stands on a member's paper sheet, without seeing the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.rules.answers import options
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.paperwork.about import PAPER_SHEET
from ocop.casework.paperwork.checks import refuse_paper_now
from ocop.casework.paperwork.models import PaperEntry, PaperSheet
from ocop.casework.paperwork.permissions import refuse_type_sheet
from ocop.casework.review.acts.comment import refuse_unreadable, tidy_comment
from ocop.casework.review.checks import refuse_unknown_choices
from ocop.casework.review.selectors import criteria_to_answer
from ocop.casework.review.writes.holding import held_item
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.ui.forms import TextField
from ocop.kernel.law import Criterion
from ocop.kernel.scoring import Choice

TWICE = 2


def choice_field(criterion: Criterion, **more: Any) -> forms.ChoiceField:
    """Every choice of a criterion, none of them chosen at first."""
    known = [(key, chosen(criterion, choice)) for key, choice in options(criterion).items()]
    return forms.ChoiceField(label=name(criterion), choices=[("", "—"), *known], **more)


class AsksPaperSheet(Asks):
    """Every criterion that counts, as it is ticked on the paper; the remark; that the declaration is
    ticked.
    """

    gives = frozenset({"choices", "general_comment", "declared"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        criteria = set_of(self.thing.item.dossier).criteria
        self.criteria = [criteria[code] for code in criteria_to_answer(self.thing.item)]
        for place, criterion in enumerate(self.criteria):
            self.fields[f"choice_{place}"] = choice_field(criterion)
        self.fields["general_comment"] = TextField(
            label=_("Nhận xét chung trên phiếu"), lines=3, max_length=2000, required=False
        )
        self.fields["declared"] = forms.BooleanField(
            label=_("Phiếu có chữ ký và có đánh dấu “không có xung đột lợi ích”"),
        )

    def given(self) -> Mapping[str, Any]:
        """By the codes of the criteria."""
        data = self.cleaned_data
        said = {one.code: options(one)[data[f"choice_{place}"]] for place, one in enumerate(self.criteria)}
        return {
            "choices": said, "general_comment": data["general_comment"], "declared": data["declared"]
        }  # fmt: skip


def refuse_enter(who: Who, paper: PaperSheet) -> Refusal | None:
    """Two people who may type; each once; while the paper can still become the member's sheet."""
    if refusal := refuse_type_sheet(who, paper):
        return refusal
    entries = list(paper.entries.values_list("by", flat=True)) if paper.pk else []
    if who.person is not None and who.person.pk in entries:
        return Refusal(
            "conflict_typed_before",
            _("Bạn đã nhập phiếu này."),
            _("Mỗi phiếu giấy do hai người khác nhau nhập, không ai thấy bản nhập của người kia."),
            _("Nhờ người thứ hai nhập."),
        )
    if len(entries) >= TWICE:
        return Refusal(
            "conflict_typed_twice", _("Phiếu này đã được hai người nhập."), "", _("Tải lại trang.")
        )
    return refuse_paper_now(paper, who.at)


@recorded
def type_sheet(
    paper: PaperSheet,
    *,
    choices: Mapping[str, Choice],
    general_comment: str = "",
    declared: bool,
    by: Person,
    at: datetime,
) -> PaperEntry:
    """Keeps what this person typed from the paper, for good; what the other typed is not shown to them.

    Refused: who scores at the meeting, has an interest or no office; a second time; a third person; a paper
    that can not become a sheet any more; one without signature and declaration; a criterion left out.
    """
    held_item(paper.item)
    paper = kept(paper)
    ensure(refuse_enter(who_is(by, at), paper))
    wanted = criteria_to_answer(paper.item)
    given = {code: choices[code] for code in wanted if code in choices}
    text = tidy_comment(general_comment)
    ensure(refuse_unknown_choices(paper.item, choices) or _refuse_undeclared(declared=declared))
    ensure(refuse_unanswered([code for code in wanted if code not in given]) or refuse_unreadable(text))
    if paper.pk is None:
        paper.save(force_insert=True)
    made = PaperEntry.objects.create(
        paper=paper, place=paper.entries.count() + 1, choices=given, general_comment=text, by=by, at=at
    )
    # what was typed stays out of the record until the sheet is sealed: scores show nowhere before (T-05)
    data = {"item": str(paper.item.key), "seat": paper.seat_id, "pass": paper.pass_no, "entry": made.place}
    record("papersheet.type", paper, by=by, at=at, data=data)
    return made


def kept(paper: PaperSheet) -> PaperSheet:
    """The paper as it is stored, under the lock of its product."""
    known = {"item": paper.item_id, "seat": paper.seat_id, "pass_no": paper.pass_no}
    stored = PaperSheet.objects.filter(**known).select_related("scan").first()
    if stored is None:
        return paper
    stored.item, stored.seat = paper.item, paper.seat
    return stored


def refuse_unanswered(missing: list[str]) -> Refusal | None:
    """A paper on which a criterion is not ticked is no sheet: its member ticks it, and signs again."""
    if not missing:
        return None
    return Refusal(
        "paper_unanswered",
        gettext("Còn tiêu chí chưa nhập: %(codes)s.") % {"codes": ", ".join(missing)},
        _("Phiếu chỉ chốt được khi mọi tiêu chí có một mức."),
        _("Tiêu chí để trống trên giấy thì đưa lại cho thành viên đánh dấu."),
    )


def _refuse_undeclared(*, declared: bool) -> Refusal | None:
    if declared:
        return None
    return Refusal(
        "paper_undeclared",
        _("Phiếu chưa có chữ ký hoặc chưa đánh dấu lời khai."),
        _("Phiếu của người chưa khai báo không được tính."),
        _("Đưa lại phiếu cho thành viên ký và đánh dấu."),
    )


TYPE_SHEET = Act(
    about=PAPER_SHEET,
    name="type_sheet",
    path="nhap/",
    refuse=refuse_enter,
    form=AsksPaperSheet,
    do=type_sheet,
    begins=True,
    button=_("Nhập phiếu này"),
    heading=lambda paper: gettext("Nhập phiếu giấy: %(sheet)s") % {"sheet": paper},
    lead=_(
        "Nhập đúng như trên giấy, không hỏi người nhập kia. Nhập xong không sửa; chỗ hai người nhập khác "
        "nhau được đối chiếu với bản chụp."
    ),
    confirm=_("Lưu bản nhập"),
    said=_("Đã lưu bản nhập của bạn."),
    weight="main",
    icon="pencil",
)
