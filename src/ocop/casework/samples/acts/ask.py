"""Yêu cầu kiểm nghiệm: the council, its team or the province wants a product tested (R26-29)."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import EDITABLE, ENDED
from ocop.casework.samples.about import DOSSIER
from ocop.casework.samples.labels import asked_choices
from ocop.casework.samples.models import Demand
from ocop.casework.samples.permissions import refuse_dossier
from ocop.casework.samples.rules import Cause
from ocop.casework.samples.writes import demand_test
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded
from ocop.foundation.ui.forms import RadioCards, ReasonField, TextField
from ocop.kernel.text import one_line


class AsksTest(Asks):
    """Who wants it, by which paper, and why."""

    cause = forms.ChoiceField(label=_("Bên yêu cầu"), choices=asked_choices, widget=RadioCards)
    asked_by = TextField(
        label=_("Tên bên yêu cầu, văn bản"), max_length=200,
        help_text=_("Ví dụ: Tổ tư vấn, báo cáo 12/BC-TTV ngày 3/11/2026."),
    )  # fmt: skip
    reason = ReasonField(label=_("Lý do, nội dung cần kiểm nghiệm"))


def refuse_ask(who: Who, dossier: Dossier) -> Refusal | None:
    """Officers and secretaries; while the dossier is with an office and no test is demanded."""
    if refusal := refuse_dossier(who, dossier):
        return refusal
    if dossier.state in EDITABLE | ENDED:
        return Refusal(
            "dossier_not_at_office",
            _("Hồ sơ này không ở cơ quan nên không yêu cầu kiểm nghiệm được."),
            "",
            _("Đợi chủ thể nộp hồ sơ."),
        )
    if Demand.objects.live().filter(dossier=dossier.pk).exists():
        return Refusal(
            "conflict_demanded",
            _("Sản phẩm này đã ở trong danh sách phải kiểm nghiệm."),
            "",
            _("Mở danh sách để lấy mẫu hoặc xem kết quả."),
        )
    return None


@recorded
def ask_for_test(
    dossier: Dossier, *, cause: Cause | str, asked_by: str, reason: str, by: Person, at: datetime
) -> Demand:
    """Puts the product on the list, with who asked and why. Refused to all but officers and secretaries of
    the province, for a dossier that is with nobody's office, a second time.
    """
    ensure(refuse_ask(who_is(by, at), held(dossier)))
    cause = Cause(cause)
    return demand_test(
        dossier, cause=cause, asked_by=one_line(asked_by), reason=reason.strip(), by=by, at=at
    )  # fmt: skip


ASK = Act(
    about=DOSSIER,
    name="ask",
    path="yeu-cau/",
    refuse=refuse_ask,
    form=AsksTest,
    do=ask_for_test,
    button=_("Yêu cầu kiểm nghiệm"),
    lead=_("Sản phẩm vào danh sách phải lấy mẫu; hội đồng chỉ chốt khi có kết quả."),
    said=_("Đã đưa vào danh sách phải kiểm nghiệm. Chủ thể được báo."),
    then=lambda _dossier, demand: demand.get_absolute_url(),
)
