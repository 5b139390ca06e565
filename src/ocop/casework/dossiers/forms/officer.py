"""What officers of commune and province fill in. There is no field for points in any of them (R26-23)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.actions import ToMend
from ocop.casework.dossiers.labels import COMPONENTS, FINDINGS, HEADINGS, ground_words
from ocop.casework.dossiers.models import IntakeCheck
from ocop.casework.dossiers.rules import ExclusionGround
from ocop.casework.dossiers.rules.components import Component
from ocop.foundation.ui.forms import DateField, FileField, Form, RadioCards, TextField
from ocop.kernel.law import ProductSet

_HELP = {
    "materials": _("Chủ thể mô tả gì; thực tế dùng nguyên liệu của xã thế nào."),
    "labour": _("Chủ thể mô tả gì; thực tế có bao nhiêu lao động của xã."),
    "idea_origin": _("Sản phẩm truyền thống hay mới, theo thực tế địa phương."),
    "identity": _("Văn hoá, tri thức bản địa, giống, cách làm riêng tạo nên khác biệt."),
}


class CheckForm(Form):
    """The commune's check: components, samples, the four contents of form 03. May be saved half filled."""

    hide_optional = True
    paper_received_on = DateField(label=_("Nhận bộ hồ sơ giấy ngày (nếu có)"), required=False)
    samples_count = forms.IntegerField(
        label=_("Số sản phẩm mẫu đã nhận"),
        min_value=0,
        max_value=999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    samples_received_on = DateField(label=_("Nhận mẫu ngày"), required=False)
    samples_handed_by = TextField(label=_("Người giao mẫu"), max_length=120, required=False)
    meeting_note = TextField(
        label=_("Họp lấy ý kiến (nếu có)"),
        lines=3,
        required=False,
        help_text=_("Không bắt buộc: ngày họp, ai dự, ý kiến."),
    )

    def __init__(self, parts: Sequence[Component], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts
        if Component.SAMPLES not in parts:
            for name in ("samples_count", "samples_received_on", "samples_handed_by"):
                del self.fields[name]
        for part in parts:
            self.fields[f"finding_{part}"] = forms.ChoiceField(
                label=COMPONENTS[part],
                choices=list(FINDINGS.items()),
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"note_{part}"] = TextField(label=_("Ghi chú"), max_length=500, required=False)
        for name, label in HEADINGS.items():
            self.fields[name] = TextField(label=label, lines=4, required=False, help_text=_HELP[name])

    @staticmethod
    def initial_of(check: IntakeCheck) -> dict[str, Any]:
        """The stored check as the form shows it."""
        names = (
            "paper_received_on",
            "samples_count",
            "samples_received_on",
            "samples_handed_by",
            "meeting_note",
        )
        known = {name: getattr(check, name) for name in (*names, *HEADINGS)}
        for part, found in check.components.items():
            known |= {f"finding_{part}": found["finding"], f"note_{part}": found["note"]}
        return known

    def rows(self) -> list[dict[str, Any]]:
        """The components, each with its two fields, for the page."""
        return [
            {"part": part, "finding": self[f"finding_{part}"], "note": self[f"note_{part}"]}
            for part in self.parts
        ]

    def headings(self) -> list[forms.BoundField]:
        """The four contents of form 03."""
        return [self[name] for name in HEADINGS]

    def fields_to_save(self, names: Collection[str] | None = None) -> dict[str, Any]:
        """What `save_intake_check` wants: of the whole form, or of these fields alone."""
        given = {name: value for name, value in self.cleaned_data.items() if names is None or name in names}
        components: dict[str, dict[str, str]] = {}
        for part in self.parts:
            for kind in ("finding", "note"):
                if (name := f"{kind}_{part}") in given:
                    components.setdefault(part.value, {})[kind] = given.pop(name)
        return given | ({"components": components} if components else {})


class ProposalForm(Form):
    """Numbers and dates of report and proposal, as the records office gave them."""

    report_no = TextField(
        label=_("Số báo cáo mẫu 03"), max_length=60, help_text=_("Văn thư cấp, ví dụ 12/BC-UBND")
    )
    reported_on = DateField(label=_("Ngày báo cáo"))
    proposal_no = TextField(label=_("Số văn bản đề nghị"), max_length=60, help_text=_("Ví dụ 34/UBND-KT"))
    proposed_on = DateField(label=_("Ngày văn bản đề nghị"))
    signer_title = TextField(
        label=_("Chức vụ người ký"),
        max_length=120,
        required=False,
        help_text=_("Ví dụ: CHỦ TỊCH, hoặc KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"),
    )
    signer_name = TextField(label=_("Họ tên người ký"), max_length=120, required=False)


class ReturnForm(Form):
    """A return: the reason, and for each thing to mend a reason of its own."""

    hide_optional = True
    reason = TextField(
        label=_("Lý do chung"), lines=3, error_messages={"required": _("Ghi rõ lý do trả lại.")}
    )

    def __init__(self, targets: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.targets = targets
        for number, (_target, label) in enumerate(targets):
            self.fields[f"item_{number}"] = TextField(label=label, max_length=1000, required=False)

    def parts(self) -> list[forms.BoundField]:
        """The fields of the registers and components."""
        return [self[f"item_{n}"] for n, (target, _label) in enumerate(self.targets) if ":" not in target]

    def criteria(self) -> list[forms.BoundField]:
        """The fields of the criteria."""
        return [self[f"item_{n}"] for n, (target, _label) in enumerate(self.targets) if ":" in target]

    def has_criteria(self) -> bool:
        """Whether something is written at a criterion, so that the page must not hide it."""
        return any(field.value() for field in self.criteria())

    def items(self) -> list[ToMend]:
        """The things for which a reason was written."""
        return [
            ToMend(target, label, self.cleaned_data[f"item_{number}"])
            for number, (target, label) in enumerate(self.targets)
            if self.cleaned_data[f"item_{number}"]
        ]


class AcceptForm(Form):
    """The province's finding."""

    note = TextField(
        label=_("Nhận xét kiểm tra hồ sơ"), lines=4, error_messages={"required": _("Ghi kết quả kiểm tra.")}
    )


class ExclusionForm(Form):
    """Throwing a dossier out."""

    ground = forms.ChoiceField(label=_("Căn cứ"), widget=RadioCards)
    reason = TextField(label=_("Lý do cụ thể"), lines=4, error_messages={"required": _("Ghi rõ lý do.")})
    file = FileField(label=_("Tài liệu chứng minh"), required=False)

    def __init__(
        self, grounds: Sequence[ExclusionGround], product_set: ProductSet, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(ground.value, ground_words(ground, product_set)) for ground in grounds]
        self.fields["ground"].choices = choices  # type: ignore[attr-defined]
