"""Đính chính thông báo: a wrong number or name on it is put right by a paper that names it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import NOTICE
from ocop.casework.certificates.acts.notify import SYMBOL
from ocop.casework.certificates.checks import refuse_notice_number, refuse_paper
from ocop.casework.certificates.models import Correction as Corrected
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.papers.frame import frame
from ocop.casework.certificates.papers.letters import notice_data
from ocop.casework.certificates.permissions import refuse_prepare, refuse_read_notice
from ocop.casework.review.forms import AsksCorrection
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded, words
from ocop.foundation.documents.correcting import Correction, Sheet, refuse_correction, written_down
from ocop.foundation.documents.rules import PaperKind, Wrong
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.registers.producers.selectors import people_of


class AsksNoticeCorrection(AsksCorrection):
    """About a notice of result."""

    def numbered(self) -> str:
        """Its number, as it was put right last."""
        number: str = self.thing.number_on(self.who.at)
        return number


def refuse_correct_notice(who: Who, notice: ResultNotice) -> Refusal | None:
    """The office that sends notices."""
    return refuse_prepare(who) or refuse_read_notice(who, notice)


@recorded
def correct_notice(
    notice: ResultNotice, *, what: str, wrong: str, right: str, reason: str, number: str, issued_on: date,
    by: Person, at: datetime,
) -> Corrected:  # fmt: skip
    """Writes the correcting paper; the notice stays as it was sent. Producer and commune learn it.

    Refused to other offices, for words that the notice does not print, for a number where it has none yet or
    that another notice bears, without a number of the correcting paper's own.
    """
    ensure(refuse_correct_notice(who_is(by, at), held(notice)))
    given = Correction.of(
        what=what, wrong=wrong, right=right, reason=reason, number=number, issued_on=issued_on
    )
    known, dated = notice.number_on(at), notice.noticed_on or timezone.localdate(notice.at)
    programme = notice.item.meeting.council.programme
    if given.what == Wrong.NUMBER:
        if not known or given.wrong != known:
            raise Refused(_no_such_number(known))
        ensure(refuse_paper(programme, given.right, dated, at, symbol=SYMBOL))
        ensure(refuse_notice_number(notice, programme, given.right, dated))
    ensure(refuse_correction(given, printed=_printed(notice), dated=dated))
    ensure(refuse_paper(programme, given.number, given.issued_on, at, symbol=SYMBOL))
    sheet = _sheet(notice, given, known, dated)
    made = Corrected.objects.create(notice=notice, **written_down(given, sheet, by=by, at=at))
    data = {"what": given.what.value, "wrong": given.wrong, "right": given.right, "paper": given.number}
    entry = record("resultnotice.correct", notice, by=by, at=at, reason=given.reason, data=data)
    want(made, at=at, entry=entry)
    _tell(notice, made, at=at)
    return made


def _no_such_number(number: str) -> Refusal:
    if not number:
        return Refusal(
            "wrong_number_missing",
            _("Thông báo chưa có số nên chưa có số sai."),
            "",
            _("Ghi số thông báo trước."),
        )
    return Refusal(
        "wrong_number_overtaken",
        _("Thông báo nay mang số %(number)s.") % {"number": number},
        _("Có người vừa đính chính số trước bạn."),
        _("Tải lại trang."),
    )


def _printed(notice: ResultNotice) -> dict[str, Any]:
    """What the notice says in words; its points and stars are the council's."""
    said = notice_data(notice)
    names = ("agency", "authority", "product", "producer", "commune", "council", "reason", "missing")
    return {name: said[name] for name in names}


def _sheet(notice: ResultNotice, given: Correction, known: str, dated: date) -> Sheet:
    content, kind = notice.content, given.kind(PaperKind.NOTICE)
    heads = frame(notice.item.meeting.council.programme)
    bears = f"số {known} " if known else ""
    return Sheet(
        kind=kind,
        own=PaperKind.NOTICE,
        issuer=heads["agency"],
        cited=f"Thông báo {bears}ngày {dated:%d/%m/%Y} về kết quả đánh giá sản phẩm “{content['product']}”",
        frame={name: heads[name] for name in ("illustration", "agency_parent", "agency", "place")},
        signatures=[(("Thủ trưởng cơ quan",), "")],
        addressees=[f"Ủy ban nhân dân {content['commune'].partition(',')[0]}", content["producer"]],
    )


def _tell(notice: ResultNotice, made: Corrected, *, at: datetime) -> None:
    dossier = notice.item.dossier
    tell(
        [
            *people_of(dossier.product.producer, at),
            *people_holding(Role.COMMUNE_OFFICER, at, place=dossier.commune),
        ],
        kind="certificates.corrected",
        subject=words(_("Đính chính thông báo kết quả “%(product)s”"), product=notice.content["product"]),
        body=words(_("“%(wrong)s” nay đúng là “%(right)s”."), wrong=made.wrong, right=made.right),
        url=notice.get_absolute_url(),
        at=at,
    )


CORRECT_NOTICE = Act(
    about=NOTICE,
    name="correct_notice",
    path="dinh-chinh/",
    refuse=refuse_correct_notice,
    form=AsksNoticeCorrection,
    do=correct_notice,
    button=_("Đính chính thông báo"),
    lead=_(
        "Thông báo đã gửi vẫn giữ nguyên. Văn bản đính chính có số riêng do văn thư cấp, đi kèm thông báo."
    ),
    confirm=_("Đính chính"),
    said=_("Đã đính chính. Chủ thể và xã đã được báo."),
)
