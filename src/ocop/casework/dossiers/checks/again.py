"""When what is recognised may be evaluated again, and when such a dossier is filed (R26-35, R26-36)."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.dossiers.checks.recognised import refuse_before_ministry, window_words
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.renewing import HIGHEST, Timing, window_of
from ocop.casework.dossiers.selectors.renewing import recognition_on, timing_now, window_for
from ocop.foundation.refusals import Refusal
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.rules import Standing, StandingKind
from ocop.registers.products.selectors import standing_of

_GONE = frozenset({StandingKind.REVOKED, StandingKind.REPLACED, StandingKind.ANNULLED})


def refuse_again(product: Product, kind: DossierKind, day: date) -> Refusal | None:
    """Opening a re-evaluation or an upgrade: of a product with a recognition that holds on this day, whatever
    law gave it and wherever it came from; an upgrade below 5 stars; a re-evaluation once its window is in
    sight.
    """
    found = recognition_on(product, day)
    if found is None or not found[1].is_good:
        return _not_recognised(product, found)
    recognition = found[0]
    if refusal := refuse_before_ministry(product):
        return refusal
    if kind == DossierKind.UPGRADE:
        return _refuse_upgrade(product, recognition)
    if recognition.expires_on is None or day >= window_of(recognition.expires_on).sight:
        return None
    sight = date_format(window_of(recognition.expires_on).sight, "DATE_FORMAT")
    return Refusal(
        "renewal_not_in_sight",
        _("Chưa đến lúc làm hồ sơ đánh giá lại “%(product)s”.") % {"product": product.name},
        window_words(recognition.expires_on),
        _("Mở được bản nháp từ ngày %(sight)s. Trước đó vẫn đăng ký nâng hạng được.") % {"sight": sight},
    )


def _refuse_upgrade(product: Product, recognition: Recognition) -> Refusal | None:
    if (recognition.stars or 0) < HIGHEST:
        return None
    return Refusal(
        "highest_already",
        _("“%(product)s” đã đạt 5 sao, không còn hạng cao hơn.") % {"product": product.name},
        _("Nâng hạng dành cho sản phẩm 3 sao, 4 sao (khoản 5 Điều 7)."),
        _("Khi gần hết thời hạn, làm hồ sơ đánh giá lại."),
    )


def _not_recognised(product: Product, found: tuple[Recognition, Standing] | None) -> Refusal:
    """Says what stands against it: never recognised, over, taken back, or a term that nobody knows."""
    name = {"product": product.name}
    why, todo = _("Chưa có quyết định công nhận nào."), _("Mở hồ sơ đánh giá lần đầu.")
    if found is not None:
        recognition, standing = found
        until = recognition.expires_on if standing.until is None else standing.until
        day = {"day": "" if until is None else date_format(until, "DATE_FORMAT")}
        if standing.kind == StandingKind.UNKNOWN:
            why = _("Sổ đăng ký chưa ghi ngày hết hạn của giấy chứng nhận.")
            todo = _("Gửi quyết định công nhận cho cơ quan OCOP cấp tỉnh để ghi đủ ngày, rồi mở lại.")
        elif standing.kind == StandingKind.EXPIRED:
            why = _("Giấy chứng nhận đã hết hạn ngày %(day)s.") % day
        elif standing.kind == StandingKind.NOT_YET:
            why, todo = _("Giấy chứng nhận có giá trị từ ngày %(day)s.") % day, _("Đợi đến ngày đó.")
        else:
            why = _("Giấy chứng nhận đã bị thu hồi hoặc huỷ bỏ.")
    what = _("“%(product)s” không có giấy chứng nhận còn giá trị để đánh giá lại hoặc nâng hạng.") % name
    return Refusal("not_recognised_now", what, why, todo)


def refuse_filing(dossier: Dossier, day: date) -> Refusal | None:
    """Handing in a re-evaluation before its window opens, or about a recognition that was taken back; an
    upgrade of what is over (article 7(6)(a), R26-36). A late re-evaluation is taken, and marked.
    """
    if not dossier.is_again or dossier.recognition_id is None:
        return None
    recognition = Recognition.objects.get(pk=dossier.recognition_id)  # as it stands now
    standing, is_new = standing_of(recognition, day), dossier.submitted_at is None
    is_over = dossier.kind == DossierKind.UPGRADE and is_new and not standing.is_good
    if standing.kind in _GONE or is_over:
        return _recognition_gone(dossier)
    if timing_now(dossier, day) != Timing.EARLY:
        return None
    window, expires_on = window_for(dossier), recognition.expires_on
    assert window is not None and expires_on is not None  # noqa: S101, PT018 - it has a timing
    return Refusal(
        "renewal_too_early",
        _("Chưa nộp được hồ sơ đánh giá lại: nhận từ ngày %(opens)s.")
        % {"opens": date_format(window.opens, "DATE_FORMAT")},
        window_words(expires_on),
        _("Hồ sơ được giữ làm bản nháp; nộp từ ngày đó."),
    )


def _recognition_gone(dossier: Dossier) -> Refusal:
    return Refusal(
        "recognition_gone",
        _("Giấy chứng nhận mà hồ sơ này dựa vào không còn giá trị."),
        _("Đánh giá lại và nâng hạng chỉ dành cho sản phẩm đang được công nhận (khoản 5, khoản 6 Điều 7)."),
        _("Rút hồ sơ này, rồi mở hồ sơ đánh giá lần đầu."),
    )
