"""What people are told about decisions and results.
Texts are lazy, so that each reads them in the own language.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import Decision, ResultNotice
from ocop.casework.dossiers.rules import Outcome
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.standing import people_holding
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.selectors import people_of


class _Filled:
    """A lazy text with its values, put together in the reader's language."""

    def __init__(self, text: Any, values: dict[str, Any]) -> None:
        self.text, self.values = text, values

    def __str__(self) -> str:
        return str(self.text) % self.values


def _words(text: Any, **values: Any) -> Any:
    return lazystr(_Filled(text, values))


_RESULTS = {
    Outcome.RECOGNISED: (
        _("“%(product)s” được công nhận OCOP %(stars)s sao"),
        _("Theo Quyết định số %(decision)s. Mở thông báo để xem điểm và tải giấy chứng nhận."),
    ),
    Outcome.PROPOSED_TO_MINISTRY: (
        _("“%(product)s” được phê duyệt kết quả, đề nghị 5 sao"),
        _("Theo Quyết định số %(decision)s. Hạng 5 sao do Bộ Nông nghiệp và Môi trường quyết định."),
    ),
    Outcome.NOT_RECOGNISED: (
        _("Kết quả đánh giá “%(product)s”: %(stars)s sao"),
        _("Sản phẩm chưa đủ điều kiện công nhận. Mở thông báo để xem điểm và yêu cầu còn thiếu."),
    ),
    Outcome.EXCLUDED: (
        _("Kết quả đánh giá “%(product)s”: bị loại"),
        _("Mở thông báo để xem lý do."),
    ),
}


def submitted(decision: Decision, *, at: datetime) -> None:
    """Those who sign for the province learn that a decision waits."""
    tell(
        people_holding(Role.SIGNER, at, place=decision.programme.province),
        kind="certificates.submitted",
        subject=_words(_("Chờ ký: %(subject)s"), subject=decision.subject),
        body=_words(_("%(count)s sản phẩm. Mở để xem tóm tắt và ký."), count=decision.items.live().count()),
        url=decision.get_absolute_url(),
        at=at,
    )


def returned(decision: Decision, *, reason: str, at: datetime) -> None:
    """Whoever drafted and submitted learns why the decision came back."""
    people = {
        person.pk: person for person in (decision.drafted_by, decision.submitted_by) if person is not None
    }
    tell(
        people.values(),
        kind="certificates.returned",
        subject=_words(_("Trả lại: %(subject)s"), subject=decision.subject),
        body=_words(_("Lý do: %(reason)s"), reason=reason),
        url=decision.get_absolute_url(),
        at=at,
    )


def result(notice: ResultNotice, *, at: datetime) -> None:
    """The producer's people and the officers of the commune learn the result."""
    dossier, content = notice.item.dossier, notice.content
    subject, body = _RESULTS[Outcome(content["outcome"])]
    values = {name: content[name] for name in ("product", "stars", "decision")}
    people = [
        *people_of(dossier.product.producer, at),
        *people_holding(Role.COMMUNE_OFFICER, at, place=dossier.commune),
    ]
    tell(
        people,
        kind="certificates.result",
        subject=_words(subject, **values),
        body=_words(body, **values),
        url=notice.get_absolute_url(),
        at=at,
    )
