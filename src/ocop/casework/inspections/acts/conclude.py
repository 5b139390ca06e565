"""Kết luận kiểm tra: what follows for each product, what has to be put right, by when (article 9, article
8(1)(b)).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import number_malformed
from ocop.casework.certificates.rules import is_paper_no
from ocop.casework.inspections.about import INSPECTION
from ocop.casework.inspections.labels import CONCLUSIONS, conclusion_choices
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Finding,
    Inspection,
    InspectionItem,
    OrderLetter,
    TeamMember,
)
from ocop.casework.inspections.papers.content import letter_data, minutes_data
from ocop.casework.inspections.permissions import refuse_member
from ocop.casework.inspections.rules.checklist import Conclusion, Result, refuse_conclusion
from ocop.casework.inspections.selectors.inspecting import Seen, items_of, seen_of
from ocop.casework.inspections.states import INSPECTION_WORKFLOW, InspectionState
from ocop.casework.inspections.writes.office import file_numbered, tell_concerned
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded, transition, vouch, words
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import DateField, TextField
from ocop.foundation.ui.words import said
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.text import one_line, searchable
from ocop.registers.programme.selectors import signer_of

USUAL_DAYS = timedelta(days=30)
"""What the form offers as a deadline."""


@dataclass(frozen=True)
class Demand:
    """What has to be put right, by when."""

    text: str
    due_on: date | None


class AsksConclusion(Asks):
    """A conclusion for each product, a demand for each line that is not kept, the numbers of the papers."""

    hide_optional = True
    gives = frozenset({"conclusions", "demands", "number", "issued_on", "letter_no"})
    number = TextField(
        label=_("Số, ký hiệu kết luận kiểm tra"),
        max_length=60,
        required=False,
        help_text=_("Bắt buộc khi đề nghị thu hồi: việc thu hồi căn cứ văn bản này (Điều 8)."),
    )
    issued_on = DateField(label=_("Ngày kết luận"), required=False)
    letter_no = TextField(
        label=_("Số, ký hiệu văn bản yêu cầu khắc phục"),
        max_length=60,
        required=False,
        help_text=_("Để trống thì bản in chừa chỗ ghi số."),
    )
    beside = {"number_": "number", "paper_": "number", "letter_": "letter_no", "day_": "issued_on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen, self.items = seen_of(self.thing), items_of(self.thing)
        usual = timezone.localdate(self.who.at) + USUAL_DAYS
        for item in self.items:
            self.fields[f"conclusion_{item.position}"] = forms.ChoiceField(
                label=item.product_name, choices=conclusion_choices(), widget=forms.RadioSelect
            )
        for one in self.seen:
            if one.is_bad:
                name = f"{one.item.product_name}: {said(one.line.label)}"
                self.fields[f"demand_{one.name}"] = TextField(
                    label=gettext("Yêu cầu khắc phục – %(what)s") % {"what": name},
                    lines=2, max_length=2000, required=False, initial=one.note,
                )  # fmt: skip
                self.fields[f"due_{one.name}"] = DateField(
                    label=_("Hạn khắc phục"), required=False, initial=usual
                )
        papers = ("number", "issued_on", "letter_no")
        self.order_fields([*(name for name in self.fields if name not in papers), *papers])

    def given(self) -> Mapping[str, Any]:
        """By the positions of products and the names of lines."""
        told = self.cleaned_data
        return {
            "conclusions": {item.position: told[f"conclusion_{item.position}"] for item in self.items},
            "demands": {
                one.name: Demand(told[f"demand_{one.name}"], told[f"due_{one.name}"])
                for one in self.seen
                if one.is_bad
            },
            "number": told["number"],
            "issued_on": told["issued_on"],
            "letter_no": told["letter_no"],
        }


@recorded
def conclude_inspection(
    inspection: Inspection,
    *,
    conclusions: Mapping[int, str],
    demands: Mapping[str, Demand],
    by: Person,
    at: datetime,
    number: str = "",
    issued_on: date | None = None,
    letter_no: str = "",
) -> None:
    """Makes findings of what is written, concludes for each product, orders what has to be put right; minutes
    and letter are made afterwards; producer and commune are told.

    Refused to all but members without a tie; before the day; with a line left open, or one not kept without
    a note; for a conclusion that contradicts the findings; without demand and day for what must be put
    right; without number and day where a revocation is proposed.
    """
    ensure(refuse_member(who_is(by, at), held(inspection)))
    if inspection.state != InspectionState.OPEN:
        ensure(refuse_state(inspection, CONCLUDE.label))
    today, seen, items = timezone.localdate(at), seen_of(inspection), items_of(inspection)
    ensure(_refuse_day(inspection, today))
    ensure(refuse_findings(seen))
    ensure(_refuse_conclusions(items, seen, conclusions))
    ensure(_refuse_demands(seen, conclusions, demands, today))
    paper = _paper(inspection, conclusions, number, issued_on, by=by, at=at)
    _conclude(items, conclusions)
    findings = _findings(seen)
    orders = _orders(inspection, seen, findings, conclusions, demands)
    team = TeamMember.objects.filter(inspection=inspection, relation="none").select_related("person")
    content = minutes_data(inspection, items, findings, [one.person for one in team], paper=paper, by=by)
    changes = {"paper": paper, "concluded_by": by, "concluded_at": at, "content": content}
    data = {
        "conclusions": {str(key): value for key, value in conclusions.items()},
        "orders": [order.pk for order in orders],
        "content": sha256_hex(content),
    }
    entry = transition(inspection, "conclude", by=by, at=at, changes=changes, data=data)
    want(inspection, at=at, entry=entry)
    if orders:
        _write_letter(inspection, orders, letter_no, issued_on, by=by, at=at)
    _tell(inspection, orders, at)


def _refuse_day(inspection: Inspection, today: date) -> Refusal | None:
    if inspection.starts_on <= today:
        return None
    return Refusal("too_early", _("Chưa đến ngày kiểm tra."), "", _("Kết luận sau khi đã kiểm tra."))


def refuse_findings(seen: Sequence[Seen]) -> Refusal | None:
    """What the list still lacks before it can be concluded."""
    open_lines = [one for one in seen if not one.result]
    if open_lines:
        return Refusal(
            "findings_missing",
            gettext("Phiếu kiểm tra còn %(n)s nội dung chưa ghi kết quả.") % {"n": len(open_lines)},
            gettext("Ví dụ: %(product)s – %(line)s.")
            % {"product": open_lines[0].item.product_name, "line": said(open_lines[0].line.label)},
            _("Mở Ghi phiếu kiểm tra để ghi tiếp."),
        )
    bare = next((one for one in seen if one.is_bad and not one.note.strip()), None)
    if bare is None:
        return None
    return Refusal(
        "findings_note",
        _("Nội dung không đạt phải có ghi chú."),
        gettext("Ví dụ: %(product)s – %(line)s.")
        % {"product": bare.item.product_name, "line": said(bare.line.label)},
        _("Mở Ghi phiếu kiểm tra để ghi thấy gì."),
    )


def _refuse_conclusions(
    items: Sequence[InspectionItem], seen: Sequence[Seen], conclusions: Mapping[int, str]
) -> Refusal | None:
    for item in items:
        results = [Result(one.result) for one in seen if one.item.pk == item.pk]
        conclusion = Conclusion(conclusions[item.position])
        if refuse_conclusion(conclusion, results):
            return Refusal(
                "conclusion_contradicts",
                gettext("“%(product)s”: kết luận “%(word)s” không khớp với phiếu kiểm tra.")
                % {"product": item.product_name, "word": CONCLUSIONS[conclusion]},
                _("Duy trì khi không có nội dung nào không đạt; còn lại phải có ít nhất một."),
                _("Sửa phiếu hoặc chọn kết luận khác."),
            )
    return None


def _refuse_demands(
    seen: Sequence[Seen], conclusions: Mapping[int, str], demands: Mapping[str, Demand], today: date
) -> Refusal | None:
    for one in _to_correct(seen, conclusions):
        demand = demands.get(one.name)
        if demand is None or not demand.text.strip() or demand.due_on is None or demand.due_on <= today:
            return Refusal(
                "demand_missing",
                gettext("“%(product)s – %(line)s” cần yêu cầu khắc phục và hạn sau hôm nay.")
                % {"product": one.item.product_name, "line": said(one.line.label)},
            )
    return None


def _to_correct(seen: Sequence[Seen], conclusions: Mapping[int, str]) -> list[Seen]:
    return [one for one in seen if one.is_bad and conclusions[one.item.position] == Conclusion.TO_CORRECT]


def _paper(
    inspection: Inspection, conclusions: Mapping[int, str], number: str, issued_on: date | None,
    *, by: Person, at: datetime,
) -> Paper | None:  # fmt: skip
    """The conclusion on record, where it has a number; a proposal to revoke rests on one."""
    has_number = bool(one_line(number))
    if not has_number and Conclusion.REVOKE in conclusions.values():
        ensure(
            Refusal(
                "number_missing",
                _("Đề nghị thu hồi phải có kết luận kiểm tra với số và ngày."),
                _("Thời hạn thu hồi tính từ ngày của văn bản đó (khoản 4 Điều 8)."),
                _("Ghi số, ngày của kết luận."),
            )
        )
    if not has_number:
        return None
    if issued_on is None or issued_on < inspection.starts_on:
        ensure(Refusal("day_missing", _("Kết luận phải có ngày, không trước ngày kiểm tra.")))
    assert issued_on is not None  # noqa: S101 - asked above
    return file_numbered(
        inspection.programme, number=number, issued_on=issued_on, kind=PaperKind.OTHER, symbol="KL-SNNMT",
        subject="kết luận kiểm tra sản phẩm OCOP", by=by, at=at,
    )  # fmt: skip


def _conclude(items: Sequence[InspectionItem], conclusions: Mapping[int, str]) -> None:
    for item in items:
        item.conclusion = Conclusion(conclusions[item.position]).value
        item.save(update_fields=["conclusion"])


def _findings(seen: Sequence[Seen]) -> list[Finding]:
    made = Finding.objects.bulk_create(
        Finding(
            item=one.item, line=one.line.code, part=one.line.part, words=one.line.label.vi,
            result=one.result, note=one.note.strip(),
        )
        for one in seen
    )  # fmt: skip
    vouch(made)
    return made


def _orders(
    inspection: Inspection,
    seen: Sequence[Seen],
    findings: Sequence[Finding],
    conclusions: Mapping[int, str],
    demands: Mapping[str, Demand],
) -> list[CorrectiveOrder]:
    by_line = {(one.item_id, one.line): one for one in findings}
    made = []
    for one in _to_correct(seen, conclusions):
        demand = demands[one.name]
        assert demand.due_on is not None  # noqa: S101 - asked before
        made.append(
            CorrectiveOrder.objects.create(
                programme=inspection.programme,
                producer=inspection.producer,
                inspection=inspection,
                item=one.item,
                finding=by_line[one.item.pk, one.line.code],
                demand=demand.text.strip(),
                due_on=demand.due_on,
                first_due_on=demand.due_on,
                search_text=searchable(one.item.product_name, inspection.producer.name, demand.text),
            )
        )
    return made


def _write_letter(
    inspection: Inspection, orders: Sequence[CorrectiveOrder], number: str, issued_on: date | None,
    *, by: Person, at: datetime,
) -> OrderLetter:  # fmt: skip
    number, programme = one_line(number), inspection.programme
    if number and not is_paper_no(number, programme.paper_mark):
        refusal = number_malformed(number, programme.paper_mark, "YC-SNNMT")
        ensure(Refusal("letter_malformed", refusal.what, refusal.why, refusal.todo))
    signer = dict(signer_of(programme, at))
    day = issued_on if number else None
    letter = OrderLetter.objects.create(
        inspection=inspection, number=number, issued_on=day, by=by, at=at,
        content=letter_data(inspection, orders, signer, number=number, issued_on=day),
    )  # fmt: skip
    want(letter, at=at, entry=record("orderletter.write", letter, by=by, at=at, data={"number": number}))
    return letter


def _tell(inspection: Inspection, orders: Sequence[CorrectiveOrder], at: datetime) -> None:
    body = (
        words(
            _("Có %(count)s việc phải khắc phục, hạn đầu tiên %(day)s. Mở để xem và trả lời."),
            count=len(orders),
            day=f"{min(order.due_on for order in orders):%d/%m/%Y}",
        )
        if orders
        else words(_("Mở để xem kết luận và biên bản."))
    )
    tell_concerned(
        inspection.producer,
        kind="inspections.concluded",
        subject=words(_("Kết luận kiểm tra %(what)s"), what=str(inspection)),
        body=body,
        url=inspection.get_absolute_url(),
        at=at,
    )


CONCLUDE = Act(
    about=INSPECTION,
    name="conclude",
    path="ket-luan/",
    move=INSPECTION_WORKFLOW.move("conclude"),
    refuse=refuse_member,
    form=AsksConclusion,
    do=conclude_inspection,
    said=_("Đã kết luận. Chủ thể và xã nhận được thông báo; biên bản đang được lập."),
    is_done=lambda inspection: inspection.state == InspectionState.CONCLUDED,
    weight="quiet",
    begins=True,
)
