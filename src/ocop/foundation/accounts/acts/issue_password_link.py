"""Cấp liên kết đặt mật khẩu: for who has no e-mail; the operator hands it over."""

from __future__ import annotations

from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import PERSON
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.permissions import refuse_password_link
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, AsksReason, Refusal, Refused, ensure, record, recorded


def refuse_issue_link(who: Who, person: Person) -> Refusal | None:
    """Who manages the person, never oneself; the account is open."""
    return refuse_password_link(who.person, person, who.at)


@recorded
def issue_password_link(person: Person, *, reason: str, by: Person, at: datetime) -> str:
    """The path of a page where the person sets a new password: for who has no e-mail. It works once, for a
    day.

    Refused without a reason, for oneself, for a closed account, and outside the operator's place. It does not
    lift the second step of signing in.
    """
    ensure(refuse_password_link(by, person, at))
    if not reason.strip():
        raise Refused(
            Refusal("reason_missing", _("Chưa ghi lý do cấp liên kết."), todo=_("Ghi lý do rồi gửi lại."))
        )
    key = default_token_generator.make_token(person)
    record("person.issue_password_link", person, by=by, at=at, reason=reason)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key}
    )


def _lead(person: Person) -> str:
    words = gettext("Ai có liên kết này thì đặt được mật khẩu của %(person)s. Chỉ đưa cho chính người đó.")
    return words % {"person": person}


ISSUE_PASSWORD_LINK = Act(
    about=PERSON,
    name="password_link",
    path="lien-ket-mat-khau/",
    refuse=refuse_issue_link,
    form=AsksReason,
    do=issue_password_link,
    button=_("Cấp liên kết đặt mật khẩu"),
    lead=_lead,
    confirm=_("Cấp liên kết"),
    template="ui/confirm.html",
)
"""Its page is `pages/people.py`: the link stands in the answer and nowhere else."""
