"""What the decision brings about; nobody is asked here."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.selectors import items_of, product_of, why_not
from ocop.casework.certificates.writes.bases import told_of
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.certificates.writes.redos import evaluate_again
from ocop.casework.dossiers.writes import hold_dossiers
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import Refusal, Refused
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.words import words
from ocop.kernel.calendar import EventKind
from ocop.registers.products.writes import hold_products, record_event


def annul(annulment: Annulment, *, paper: Paper, on: date, by: Person, at: datetime) -> list[AnnulmentItem]:
    """Marks every recognition as annulled from the day of the decision, and takes the dossiers back to be
    evaluated again where that was asked for; what cannot be is left out with the reason.

    Refused where nothing is left to annul.
    """
    rows = items_of(annulment)
    products = [product_of(row).pk for row in rows]
    hold_dossiers(row.item.dossier_id for row in rows if row.item is not None)
    hold_products(products)
    rows = items_of(annulment)  # as they are now that nobody else changes them
    taken = [row for row in rows if not _left_out(annulment, row, on)]
    if not taken:
        raise Refused(nothing_left())
    for row in taken:
        if row.recognition is not None:
            record_event(
                row.recognition, kind=EventKind.ANNULLED, on=on, by=by, at=at, paper=paper,
                reason=annulment.reason,
            )  # fmt: skip
        if annulment.redo and row.item is not None:
            evaluate_again(row.item, reason=annulment.reason, by=by, at=at, paper=paper)
    look_up_anew(products)
    _tell(annulment, taken, paper=paper, on=on, at=at)
    return taken


def _left_out(annulment: Annulment, row: AnnulmentItem, on: date) -> str:
    row.left_out = why_not(row, on, redo=annulment.redo)
    if row.left_out:
        row.save(update_fields=["left_out"])
    return row.left_out


def nothing_left() -> Refusal:
    """None of the acts can be annulled."""
    return Refusal(
        "nothing_to_annul",
        _("Không có sản phẩm nào trong danh sách còn huỷ bỏ được."),
        _("Các quyết định này đã huỷ bỏ, đã thu hồi, đã thay thế, hoặc không thuộc thẩm quyền của tỉnh."),
        _("Xem tình trạng từng sản phẩm; nếu không còn gì thì chọn Thôi không huỷ bỏ."),
    )


def _tell(annulment: Annulment, taken: list[AnnulmentItem], *, paper: Paper, on: date, at: datetime) -> None:
    """Producers, communes and the officers of the province; of a result alone the redo tells."""
    rows = [(product_of(row), row.product_name) for row in taken if row.recognition is not None]
    for person, own in told_of(rows, annulment.programme, at).items() if rows else ():
        tell(
            [person],
            kind="annulment.decided",
            subject=words(
                _("Huỷ bỏ quyết định công nhận: %(products)s"),
                products=", ".join(name for _product, name in own)[:120],
            ),
            body=words(
                _(
                    "Theo %(paper)s, việc công nhận bị huỷ bỏ từ ngày %(day)s. Từ ngày đó không dùng hạng "
                    "sao và nhãn hiệu OCOP trên sản phẩm, bao bì, quảng cáo."
                ),
                paper=str(paper),
                day=date_format(on, "d/m/Y"),
            ),
            url=own[0][0].get_absolute_url(),
            at=at,
        )
