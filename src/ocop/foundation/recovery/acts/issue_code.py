"""Cấp mã đặt lại mật khẩu: the operator hands a code to somebody who forgot the password."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded
from ocop.foundation.recovery.about import PERSON
from ocop.foundation.recovery.forms import AsksProof
from ocop.foundation.recovery.permissions import refuse_issue
from ocop.foundation.recovery.writes import write_code


@recorded
def issue_code(person: Person, *, proof: str, by: Person, at: datetime) -> str:
    """The code, shown once.

    Refused to all but the operators of the account, for oneself, for a closed account, too often in a day.
    """
    ensure(refuse_issue(who_is(by, at), held(person)))
    return write_code(person, proof=proof, by=by, at=at)


ISSUE_CODE = Act(
    about=PERSON,
    name="issue_code",
    path="cap-ma/",
    refuse=refuse_issue,
    form=AsksProof,
    do=issue_code,
    button=_("Cấp mã đặt lại mật khẩu"),
    lead=_("Mã dùng được một lần, trong 30 phút. Người này bị đăng xuất ở mọi nơi và được báo tin."),
)
