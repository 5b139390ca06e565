"""Ghi số thông báo: number and date from the records office, added later."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import NOTICE
from ocop.casework.certificates.acts.notify import SYMBOL
from ocop.casework.certificates.checks import letter_incomplete, refuse_notice_number, refuse_paper
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.permissions import refuse_prepare, refuse_read_notice
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line


class AsksNumber(Asks):
    """What the records office gave."""

    number = TextField(label=_("Số, ký hiệu thông báo"), max_length=60)
    noticed_on = DateField(label=_("Ngày thông báo"))
    beside = {"number_": "number", "signed_": "noticed_on"}


@recorded
def number_notice(notice: ResultNotice, *, number: str, noticed_on: date, by: Person, at: datetime) -> None:
    """Adds number and date to a notice; its paper is made anew.
    Refused to other offices, where it has them, and for what cannot be.
    """
    who = who_is(by, at)
    ensure(refuse_prepare(who) or refuse_read_notice(who, held(notice)))
    if notice.number:
        raise Refused(_numbered(notice.content["product"]))
    number = one_line(number)
    programme = notice.item.meeting.council.programme
    ensure(refuse_paper(programme, number, noticed_on, at, symbol=SYMBOL))
    if not number:
        raise Refused(letter_incomplete())
    ensure(refuse_notice_number(notice, programme, number, noticed_on))
    notice.number, notice.noticed_on, notice.file = number, noticed_on, None
    notice.save(update_fields=["number", "noticed_on", "file"])
    data = {"number": number, "on": noticed_on.isoformat()}
    want(notice, at=at, entry=record("resultnotice.number", notice, by=by, at=at, data=data))


def _numbered(product: str) -> Refusal:
    return Refusal(
        "conflict_notice_numbered",
        gettext("Thông báo của “%(product)s” đã có số.") % {"product": product},
        _("Số đã cấp không đổi được."),
        _("Tải lại trang."),
    )


NUMBER = Act(
    about=NOTICE,
    name="number",
    path="so/",
    refuse=refuse_prepare,
    form=AsksNumber,
    do=number_notice,
    button=_("Ghi số thông báo"),
    confirm=_("Lưu"),
    said=_("Đã ghi số thông báo."),
)
