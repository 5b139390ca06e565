"""Rút hồ sơ: the producer takes the dossier back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import DOSSIER
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_state, refuse_stranger
from ocop.casework.dossiers.states import WORKFLOW
from ocop.casework.dossiers.writes.telling import tell_withdrawn
from ocop.casework.dossiers.writes.withdrawals import follow_withdrawal, foretell_withdrawal
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, recorded, transition
from ocop.foundation.ui.forms import ReasonField


class AsksWhy(AsksReason):
    """A reason in one's own words."""

    reason = ReasonField(error_messages={"required": _("Ghi rõ lý do.")})


def refuse_withdraw(who: Who, dossier: Dossier) -> Refusal | None:
    """Taking a dossier back: the producer's people, until a meeting is set for it."""
    return refuse_stranger(who, dossier.product.producer) or refuse_state(dossier, "withdraw")


@recorded
def withdraw_dossier(dossier: Dossier, *, reason: str, by: Person, at: datetime) -> Dossier:
    """The producer takes the dossier back, until a meeting is set for it. Refused without a reason.

    The offices that had it learn it.
    """
    ensure(refuse_withdraw(who_is(by, at), held(dossier)))
    transition(dossier, "withdraw", by=by, at=at, reason=reason, changes={"updated_at": at})
    follow_withdrawal(dossier, by=by, at=at)
    tell_withdrawn(dossier, reason=reason, at=at)
    return dossier


WITHDRAW = Act(
    about=DOSSIER,
    name="withdraw",
    path="rut/",
    move=WORKFLOW.move("withdraw"),
    refuse=refuse_withdraw,
    form=AsksWhy,
    do=withdraw_dossier,
    button=_("Rút hồ sơ"),
    lead=_("Hồ sơ dừng lại và không được đánh giá. Nội dung đã nộp vẫn được lưu."),
    show=lambda form: foretell_withdrawal(form.thing, form.who.at),
    said=_("Đã rút hồ sơ. Bạn có thể mở hồ sơ mới cho sản phẩm này."),
    danger=True,
    template="ui/confirm.html",
)
