"""What the decision brings about, whoever takes it; nobody is asked here."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.writes.bases import told_of
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.selectors import items_of, why_not
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Refusal, Refused
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words
from ocop.kernel.calendar import EventKind
from ocop.registers.products.writes import hold_products, record_event


def take_back(
    revocation: Revocation, *, paper: Paper, on: date, by: Person, at: datetime
) -> list[RevocationItem]:
    """Marks every recognition as revoked from the day of the decision; what cannot be is left out with the
    reason. The check page and the lists say so from this moment on.

    Refused where nothing is left to take back.
    """
    rows = items_of(revocation)
    products = [row.recognition.product_id for row in rows]
    hold_products(products)
    rows = items_of(revocation)  # as they are now that nobody else changes them
    taken = [row for row in rows if not _left_out(row, on)]
    if not taken:
        raise Refused(nothing_left())
    for row in taken:
        record_event(
            row.recognition,
            kind=EventKind.REVOKED,
            on=on,
            by=by,
            at=at,
            paper=paper,
            reason=revocation.reason,
        )
    look_up_anew(products)
    _tell(revocation, taken, paper=paper, on=on, at=at)
    return taken


def _left_out(row: RevocationItem, on: date) -> str:
    row.left_out = why_not(row.recognition, on)
    if row.left_out:
        row.save(update_fields=["left_out"])
    return row.left_out


def nothing_left() -> Refusal:
    """None of the recognitions can be taken back."""
    return Refusal(
        "nothing_to_revoke",
        _("Không có giấy chứng nhận nào trong danh sách còn thu hồi được."),
        _("Các giấy này đã hết hạn, đã thu hồi, đã thay thế hoặc đã huỷ bỏ."),
        _("Xem tình trạng từng sản phẩm; nếu không còn gì thì chọn Thôi không thu hồi."),
    )


def _tell(
    revocation: Revocation, taken: list[RevocationItem], *, paper: Paper, on: date, at: datetime
) -> None:
    """The producers, their communes and the province's officers (article 8(3)(c))."""
    rows = [(row.recognition.product, row.product_name) for row in taken]
    for person, own in told_of(rows, revocation.programme, at).items():
        names = [name for _product, name in own]
        tell(
            [person],
            kind="revocation.decided",
            subject=words(_("Thu hồi giấy chứng nhận OCOP: %(products)s"), products=", ".join(names)[:120]),
            body=words(
                _(
                    "Theo %(paper)s, giấy chứng nhận hết giá trị từ ngày %(day)s. Từ ngày đó không dùng hạng "
                    "sao và nhãn hiệu OCOP trên sản phẩm, bao bì, quảng cáo."
                ),
                paper=str(paper), day=date_format(on, "d/m/Y"),
            ),
            url=own[0][0].get_absolute_url(),
            at=at,
        )  # fmt: skip
