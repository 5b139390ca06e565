"""The written notice of a result, and telling it (article 7(3)(g), R26-33)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ocop.casework.certificates.models import Certificate, Decision, DecisionItem, ResultNotice
from ocop.casework.certificates.selectors.again import held_before
from ocop.casework.dossiers.labels import ground_words
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.states import ItemState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.audit.actions import record
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.words import words
from ocop.registers.producers.selectors import people_of
from ocop.registers.programme.selectors import signer_of

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

# packages above say what a result brings about there; they are told in the act's transaction
_results: list[Callable[[ResultNotice], None]] = []


def register_result(follow: Callable[[ResultNotice], None]) -> None:
    """Lets a package above write what follows from a result, the moment that it is told."""
    _results.append(follow)


_NOT_RAISED = (
    _("Kết quả nâng hạng “%(product)s”: %(stars)s sao, không lên hạng"),
    _("Công nhận đã có giữ nguyên. Mở thông báo để xem điểm và yêu cầu còn thiếu."),
)


def write_notice(
    item: AgendaItem,
    *,
    by: Person,
    at: datetime,
    printed: dict[str, Any],
    stars: int | None = None,
    decision: Decision | None = None,
    number: str = "",
    noticed_on: date | None = None,
) -> ResultNotice:
    """Writes the notice down, what it says frozen, and tells it: the producer's people and the officers of
    the commune.
    """
    decided_on = None if decision is None else decision.signed_on
    content = {
        **printed,
        **signer_of(item.meeting.council.programme, at),
        "total": None if item.total is None else str(item.total),
        "stars": item.stars if stars is None else stars,
        "outcome": item.dossier.outcome,
        "reason": "" if item.state != ItemState.EXCLUDED else _exclusion(item),
        "missing": item.result.get("blocked_by", []),
        "decision": "" if decision is None else decision.number,
        "decided_on": "" if decided_on is None else decided_on.isoformat(),
        "again": held_before(item.dossier, at=at),
    }
    notice = ResultNotice.objects.create(
        item=item, content=content, number=number, noticed_on=noticed_on, by=by, at=at
    )
    data = {"number": number, "outcome": item.dossier.outcome}
    want(notice, at=at, entry=record("resultnotice.write", notice, by=by, at=at, data=data))
    _tell(notice, at=at)
    for follow in _results:
        follow(notice)
    return notice


def tell_certificate(certificate: Certificate, item: DecisionItem, *, at: datetime) -> None:
    """Tells a certificate that does not follow from a result of the council: on the central result, or in
    place of another.
    """
    values = {"product": item.printed["product"], "decision": item.decision.number, "stars": item.stars}
    is_replaced = certificate.replaces_id is not None
    tell(
        [
            *people_of(item.product.producer, at),
            *people_holding(Role.COMMUNE_OFFICER, at, place=item.item.dossier.commune),
        ],
        kind="certificates.issued",
        subject=words(
            _("Cấp lại giấy chứng nhận của “%(product)s”")
            if is_replaced
            else _("“%(product)s” được công nhận OCOP %(stars)s sao"),
            **values,
        ),
        body=words(
            _("Theo Quyết định số %(decision)s. Giấy cũ không dùng nữa; thời hạn giữ nguyên.")
            if is_replaced
            else _("Theo Quyết định số %(decision)s, căn cứ kết quả của hội đồng trung ương."),
            **values,
        ),
        url=certificate.get_absolute_url(),
        at=at,
    )


def _exclusion(item: AgendaItem) -> str:
    """Ground and reason, in the language of the paper."""
    exclusion = getattr(item.dossier, "exclusion", None)
    if exclusion is None:
        return ""
    with override("vi"):
        return f"{ground_words(exclusion.ground, set_of(item.dossier))}. {exclusion.reason}"


def _tell(notice: ResultNotice, *, at: datetime) -> None:
    dossier, content = notice.item.dossier, notice.content
    outcome = Outcome(content["outcome"])
    is_upgrade = dossier.kind == DossierKind.UPGRADE
    has_failed = is_upgrade and outcome == Outcome.NOT_RECOGNISED
    subject, body = _NOT_RAISED if has_failed else _RESULTS[outcome]
    values = {name: content[name] for name in ("product", "stars", "decision")}
    people = [
        *people_of(dossier.product.producer, at),
        *people_holding(Role.COMMUNE_OFFICER, at, place=dossier.commune),
    ]
    tell(
        people,
        kind="certificates.result",
        subject=words(subject, **values),
        body=words(body, **values),
        url=notice.get_absolute_url(),
        at=at,
    )
