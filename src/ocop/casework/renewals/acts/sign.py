"""Ký quyết định kéo dài: the certificates hold until the result, at the latest to their hard stop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import number_malformed, refuse_future
from ocop.casework.certificates.forms import AsksSignature
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity, is_decision_no
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.renewals.about import EXTENSION
from ocop.casework.renewals.models import Extension, ExtensionItem
from ocop.casework.renewals.papers.extension import extension_data
from ocop.casework.renewals.permissions import refuse_sign
from ocop.casework.renewals.selectors.extensions import items_of, mark_left_out
from ocop.casework.renewals.states import EXTENSION_WORKFLOW, ExtensionState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded, transition, words
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.kernel.calendar import EventKind
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.text import one_line
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.writes import hold_products, record_event
from ocop.registers.programme.models import Programme


class AsksExtensionDecision(AsksSignature):
    """As for a recognition."""

    beside = AsksSignature.beside | {"paper_": "number"}


@recorded
def sign_extension(
    extension: Extension,
    *,
    number: str,
    signed_on: date,
    by: Person,
    at: datetime,
    capacity: Capacity | str = Capacity.CHAIR,
) -> list[ExtensionItem]:
    """Records the signed decision: each certificate that still can be is extended; lists, the register and
    the check page say so with its number and the hard stop. Holders and communes are told.

    Refused to all but the signer, who did not prepare it; for a number or day that cannot be; where nothing
    is left to extend. What cannot be extended any more is left out and named; the others go on.
    """
    number = one_line(number)
    programme = holding(Programme.objects).get(pk=extension.programme_id)
    ensure(refuse_sign(who_is(by, at), held(extension)))
    if extension.state != ExtensionState.PREPARED:
        transition(extension, "sign", by=by, at=at)  # refuses, before any paper is put on record
    ensure(_refuse_signature(extension, number, signed_on, at))
    products = [row.recognition.product_id for row in items_of(extension)]
    hold_products(products)
    taken = _extendable(extension, signed_on)
    paper = file_paper(
        kind=PaperKind.DECISION, number=number, issued_on=signed_on, issuer=programme.authority_name,
        subject="kéo dài hiệu lực giấy chứng nhận sản phẩm OCOP (khoản 3 Điều 12)", by=by, at=at,
    )  # fmt: skip
    for row in taken:
        record_event(row.recognition, kind=EventKind.EXTENDED, on=signed_on, by=by, at=at, paper=paper)
    look_up_anew(products)
    content = extension_data(
        extension, taken, number=number, signed_on=signed_on,
        titles=list(CAPACITY_TITLES[Capacity(capacity)]), signer=by.full_name,
    )  # fmt: skip
    changes = {"paper": paper, "signer": by, "signed_at": at, "content": content}
    data = {"number": number, "signed_on": signed_on.isoformat(), "content": sha256_hex(content)}
    entry = transition(extension, "sign", by=by, at=at, changes=changes, data=data)
    want(extension, at=at, entry=entry)
    for row in taken:
        _tell(row, paper, at=at)
    return taken


def _extendable(extension: Extension, on: date) -> list[ExtensionItem]:
    """What still can be; what cannot is written down with the reason."""
    rows = items_of(extension)
    mark_left_out(rows, on)
    for row in rows:
        if row.left_out:
            row.save(update_fields=["left_out"])
    taken = [row for row in rows if not row.left_out]
    if not taken:
        raise Refused(_nothing_left(rows))
    return taken


def _nothing_left(rows: list[ExtensionItem]) -> Refusal:
    return Refusal(
        "nothing_to_extend",
        _("Không còn giấy chứng nhận nào trong danh sách kéo dài được."),
        "; ".join(f"{row.product_name}: {row.left_out}" for row in rows[:5]),
        _("Chọn Thôi không kéo dài."),
    )


def _refuse_signature(extension: Extension, number: str, signed_on: date, at: datetime) -> Refusal | None:
    mark = extension.programme.paper_mark
    if not is_decision_no(number, mark):
        return number_malformed(number, mark)
    prepared_on = timezone.localdate(extension.prepared_at)
    if signed_on < prepared_on:
        return Refusal(
            "signed_too_early",
            gettext("Quyết định ký ngày %(signed)s, trước ngày lập %(prepared)s.")
            % {"signed": date_format(signed_on, "d/m/Y"), "prepared": date_format(prepared_on, "d/m/Y")},
            "",
            _("Kiểm tra lại ngày."),
        )
    return refuse_future(signed_on, at)


def _tell(row: ExtensionItem, paper: Paper, *, at: datetime) -> None:
    producer = row.recognition.product.producer
    people = {*people_of(producer, at)}
    if producer.commune is not None:
        people |= {*people_holding(Role.COMMUNE_OFFICER, at, place=producer.commune)}
    tell(
        people,
        kind="renewals.extended",
        subject=words(_("Kéo dài hiệu lực: %(product)s"), product=row.product_name),
        body=words(
            _(
                "Theo %(paper)s, giấy chứng nhận có hiệu lực đến ngày có kết quả đánh giá lại, muộn nhất đến "
                "hết ngày %(day)s. Chủ thể chịu trách nhiệm về sản phẩm trong thời gian đó."
            ),
            paper=str(paper), day=date_format(row.stops_on, "d/m/Y"),
        ),
        url=row.recognition.product.get_absolute_url(),
        at=at,
    )  # fmt: skip


def _shown(form: Asks) -> Mapping[str, Any]:
    """The products, and which of them cannot be extended any more."""
    rows = items_of(form.thing)
    mark_left_out(rows, timezone.localdate(form.who.at))
    return {"rows": rows}


def _said(_extension: Extension, taken: list[ExtensionItem]) -> str:
    text = gettext("Đã kéo dài %(count)s giấy chứng nhận. Chủ thể, xã và trang tra cứu đã biết.")
    return text % {"count": len(taken)}


SIGN = Act(
    about=EXTENSION,
    name="sign",
    path="ky/",
    move=EXTENSION_WORKFLOW.move("sign"),
    refuse=refuse_sign,
    form=AsksExtensionDecision,
    do=sign_extension,
    show=_shown,
    template="renewals/sign.html",
    said=_said,
    is_done=lambda extension: extension.state == ExtensionState.SIGNED,
    weight="main",
)
