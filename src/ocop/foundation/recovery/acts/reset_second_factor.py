"""Bỏ bước xác thực thứ hai: the telephone or key is lost; the password alone signs in again."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person, Session
from ocop.foundation.accounts.permissions import refuse_manage_person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, record, recorded
from ocop.foundation.recovery.about import PERSON
from ocop.foundation.recovery.notices import tell_second_factor_reset


def refuse_reset_second_factor(who: Who, person: Person) -> Refusal | None:
    """For whoever manages the account, never for the own one; there must be a second step."""
    refusal = refuse_manage_person(who.person, person, who.at)
    if refusal is not None:
        return refusal
    if who.person.pk == person.pk:
        return Refusal(
            "self",
            _("Bạn không tự bỏ bước hai của mình ở đây."),
            todo=_("Làm ở trang Tài khoản, hoặc nhờ một người quản trị khác."),
        )
    if not Authenticator.objects.filter(user=person).exists():
        return Refusal("conflict_no_second_factor", _("Tài khoản này không có bước xác thực thứ hai."))
    return None


@recorded
def reset_second_factor(person: Person, *, reason: str, by: Person, at: datetime) -> None:
    """Takes away every app, key and recovery code. Open sign-ins end, and the owner is told with the reason.

    Refused to all but the operators of the account, for oneself, without a reason, and where there is none.
    """
    ensure(refuse_reset_second_factor(who_is(by, at), held(person)))
    factors = Authenticator.objects.filter(user=person)
    kinds = sorted(factors.values_list("type", flat=True))
    factors.delete()
    ended, _rows = Session.objects.filter(person=person).delete()
    data = {"kinds": kinds, "sessions_ended": ended}
    record("person.reset_second_factor", person, by=by, at=at, reason=reason, data=data)
    tell_second_factor_reset(person, by=by, reason=reason, at=at)


RESET_SECOND_FACTOR = Act(
    about=PERSON,
    name="reset_second_factor",
    path="bo-buoc-hai/",
    refuse=refuse_reset_second_factor,
    form=AsksReason,
    do=reset_second_factor,
    button=_("Bỏ bước xác thực thứ hai"),
    lead=_(
        "Chỉ làm khi đã chắc chắn đây đúng là người đó. Người này bị đăng xuất ở mọi nơi và được báo tin."
    ),
    said=_("Đã bỏ bước xác thực thứ hai. Người này đăng nhập được chỉ bằng mật khẩu."),
    danger=True,
)
