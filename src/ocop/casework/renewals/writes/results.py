"""What ends an extension: the result of the renewal, or its withdrawal (article 12(3), R26-50)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.writes.withdrawals import Withdrawal
from ocop.casework.renewals.rules import hard_stop
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words
from ocop.kernel.calendar import EventKind
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import RecognitionEvent
from ocop.registers.products.writes import record_event
from ocop.registers.programme.selectors import current

_OVER = (EventKind.RENEWAL_RESULT, EventKind.RENEWAL_WITHDRAWN)


def _running(dossier: Dossier) -> QuerySet[RecognitionEvent]:
    """The extensions of its product that no result and no withdrawal has ended."""
    over = RecognitionEvent.objects.filter(recognition=OuterRef("recognition"), kind__in=_OVER)
    extended = RecognitionEvent.objects.filter(
        ~Exists(over), recognition__product=dossier.product_id, kind=EventKind.EXTENDED
    )
    return extended.select_related("recognition__product__producer", "paper").order_by("pk")


def end_extension(notice: ResultNotice) -> None:
    """The moment the result of a renewal is told, the extension of its product is over: the day before is its
    last. A product proposed to the ministry waits on.
    """
    dossier = notice.item.dossier
    if dossier.kind != DossierKind.RENEWAL or dossier.outcome == Outcome.PROPOSED_TO_MINISTRY:
        return
    decided = notice.content.get("decided_on")
    on = date.fromisoformat(decided) if decided else timezone.localdate(notice.at)
    for event in _running(dossier):
        record_event(
            event.recognition, kind=EventKind.RENEWAL_RESULT, on=on, by=notice.by, at=notice.at,
            reason=str(notice.item),
        )  # fmt: skip


def end_withdrawn(withdrawal: Withdrawal) -> None:
    """A renewal that its holder withdraws gets no result, so what was extended until that result ends with
    the day before; a term that still runs goes to its own last day. Holder, commune and province are told.
    """
    dossier, on = withdrawal.dossier, timezone.localdate(withdrawal.at)
    for event, last in _ended_by_withdrawal(dossier, on):
        record_event(
            event.recognition, kind=EventKind.RENEWAL_WITHDRAWN, on=on, by=withdrawal.by, at=withdrawal.at
        )
        _tell(event, last, withdrawal)
    if dossier.kind == DossierKind.RENEWAL:
        look_up_anew([dossier.product_id])


def foretell_withdrawn(dossier: Dossier, at: datetime) -> list[tuple[str, str]]:
    """What its holder gives up with it, for the page that asks."""
    text = gettext(
        "Rút hồ sơ này thì việc kéo dài theo %(paper)s chấm dứt: ngày cuối của giấy chứng nhận là %(day)s. "
        "Sau ngày đó không dùng sao OCOP nữa."
    )
    return [
        (gettext("Kéo dài hiệu lực"), text % {"paper": event.paper or "", "day": date_format(last, "d/m/Y")})
        for event, last in _ended_by_withdrawal(dossier, timezone.localdate(at))
    ]


def _ended_by_withdrawal(dossier: Dossier, on: date) -> list[tuple[RecognitionEvent, date]]:
    """The extensions that a withdrawal on this day ends, each with the last day that is left."""
    if dossier.kind != DossierKind.RENEWAL:
        return []
    return [
        (event, max(expires_on, on - timedelta(days=1)))
        for event in _running(dossier)
        if (expires_on := event.recognition.expires_on) is not None and hard_stop(expires_on) >= on
    ]


def _tell(event: RecognitionEvent, last: date, withdrawal: Withdrawal) -> None:
    product, at, programme = event.recognition.product, withdrawal.at, current()
    people = {*people_of(product.producer, at)}
    if product.producer.commune is not None:
        people |= {*people_holding(Role.COMMUNE_OFFICER, at, place=product.producer.commune)}
    if programme is not None:
        people |= {*people_holding(Role.PROVINCE_OFFICER, at, place=programme.province)}
    tell(
        people,
        kind="renewals.withdrawn",
        subject=words(_("Hết kéo dài hiệu lực: %(product)s"), product=product.name),
        body=words(
            _(
                "Hồ sơ đánh giá lại đã rút nên không còn kết quả để chờ: việc kéo dài theo %(paper)s chấm "
                "dứt, ngày cuối của giấy chứng nhận là %(day)s. Sau ngày đó không dùng sao OCOP nữa."
            ),
            paper=str(event.paper or ""), day=date_format(last, "d/m/Y"),
        ),
        url=product.get_absolute_url(),
        at=at,
    )  # fmt: skip
