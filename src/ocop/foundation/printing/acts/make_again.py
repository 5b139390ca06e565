"""Lập lại: an operator has a paper tried again that was given up."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.foundation.printing.about import PRINTOUT
from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.permissions import refuse_printouts
from ocop.foundation.printing.writes import release


def refuse_make_again(who: Who, _printout: Printout) -> Refusal | None:
    """For operators."""
    return refuse_printouts(who)


@recorded
def make_again(printout: Printout, *, by: Person, at: datetime) -> None:
    """The next maker tries it as if for the first time. Refused to others, and where it is made by now."""
    ensure(refuse_make_again(who_is(by, at), held(printout)))
    if printout.made_at is not None:
        ensure(Refusal("conflict_made", _("Bản PDF này đã lập xong."), todo=_("Tải lại trang để xem.")))
    record("printout.make_again", printout, by=by, at=at, data={"fault": printout.fault})
    release(Printout.objects.filter(pk=printout.pk), at)


MAKE_AGAIN = Act(
    about=PRINTOUT,
    name="make_again",
    path="lap-lai/",
    refuse=refuse_make_again,
    do=make_again,
    button=_("Lập lại"),
    said=_("Sẽ lập lại trong ít phút. Tải lại trang để xem."),
    at_once=True,
)
