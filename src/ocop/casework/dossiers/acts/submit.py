"""Nộp hồ sơ: the producer hands in the dossier; it is checked, frozen, and gets a receipt."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import DOSSIER
from ocop.casework.dossiers.checks import refuse_filing
from ocop.casework.dossiers.labels.gaps import sentence
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.dossiers.permissions import refuse_state, refuse_stranger
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import Gap
from ocop.casework.dossiers.rules.renewing import Timing
from ocop.casework.dossiers.selectors import content, live_result, missing, regulation_of, set_of
from ocop.casework.dossiers.selectors.clocks import likely_result
from ocop.casework.dossiers.selectors.content import cited, reread_product
from ocop.casework.dossiers.selectors.renewing import window_for
from ocop.casework.dossiers.states import WORKFLOW
from ocop.casework.dossiers.writes.telling import about, tell_officers, tell_producer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded, transition
from ocop.foundation.ui.doubts import unconfirmed
from ocop.foundation.ui.forms import AsksTwice
from ocop.foundation.ui.words import said
from ocop.kernel.canonical import canonical, sha256_hex
from ocop.kernel.codes import new_receipt_code
from ocop.kernel.text import number_vi, searchable
from ocop.registers.products.rules import EventKind
from ocop.registers.products.writes import record_event

MOST_NAMED = 8
FIRST_RECOGNISED = 3


class Incomplete(Refused):
    """A dossier that still lacks something; `gaps` are the things, each with the step where it is mended."""

    def __init__(self, gaps: list[Gap], refusal: Refusal) -> None:
        super().__init__(refusal)
        self.gaps = gaps


class AsksStatement(AsksTwice, Asks):
    """The statement; the key makes a double click harmless."""

    declared_true = forms.BooleanField(
        label=_("Tôi cam đoan thông tin trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật."),
        error_messages={"required": _("Đánh dấu cam đoan rồi mới nộp được.")},
    )
    request_key = forms.UUIDField(widget=forms.HiddenInput)

    def known(self) -> Mapping[str, Any]:
        """A key of this page."""
        return {"request_key": uuid4()}


def refuse_submit(who: Who, dossier: Dossier) -> Refusal | None:
    """Handing in: the producer's people, from a draft or a returned dossier.
    What is missing is asked separately.
    """
    return refuse_stranger(who, dossier.product.producer) or refuse_state(dossier, "submit")


def refuse_hand_in(dossier: Dossier, day: date) -> Refusal | None:
    """Handing in what was written under a law that is over:
    the producer brings it under the new one first.
    """
    standing = dossier.law_on(day)
    if standing.is_current:
        return None
    return Refusal(
        "law_changed",
        gettext("Hồ sơ đang viết theo Quyết định %(old)s, nay phải theo Quyết định %(new)s.")
        % {"old": standing.own.number, "new": standing.answer.regulation.number},
        said(standing.answer.reason),
        gettext("Chọn lại nhóm sản phẩm nếu cần, rồi bấm chuyển hồ sơ. Nội dung và giấy tờ đã có được giữ."),
    )


@recorded
def submit_dossier(
    dossier: Dossier,
    *,
    request_key: UUID,
    by: Person,
    at: datetime,
    declared_true: bool = False,
    confirmed: bool = True,
) -> Submission:
    """Hands in the dossier: checks it, freezes its content, gives a receipt (article 7(1)). The
    commune's clock starts when its officer receives it.

    What is complete and still can hardly succeed has to be `confirmed`: the page asks once more. The same
    `request_key` gives the same receipt, so a double click hands in once. Refused: a stranger, a
    dossier that is not with the producer, a re-evaluation before its window, and everything that is
    missing (`Incomplete`). A re-evaluation is filed in the register; after its window it is marked late.
    """
    who = who_is(by, at)
    held(dossier)
    if earlier := Submission.objects.filter(request_key=request_key, dossier=dossier).first():
        ensure(refuse_stranger(who, dossier.product.producer))
        return earlier
    today = timezone.localdate(at)
    ensure(refuse_submit(who, dossier) or refuse_hand_in(dossier, today) or refuse_filing(dossier, today))
    reread_product(dossier)
    dossier.declared_true = dossier.declared_true or declared_true
    _check_complete(dossier, by, at)
    if not confirmed and (doubts := _doubts(dossier, today)):
        raise Refused(unconfirmed(gettext("Hồ sơ đủ mục nhưng có thể chưa đạt."), doubts))
    submission = _freeze(dossier, request_key, by, at)
    data = {
        "code": submission.code,
        "number": submission.number,
        "content_hash": submission.content_hash,
        "regulation_fingerprint": submission.content["regulation_fingerprint"],
    }
    changes = _dates(dossier, submission, at) | _renewal(dossier, submission, at)
    transition(dossier, "submit", by=by, at=at, changes=changes, data=data)
    if submission.number == 1 and dossier.kind == DossierKind.RENEWAL and dossier.recognition is not None:
        record_event(dossier.recognition, kind=EventKind.RENEWAL_FILED, on=today, by=by, at=at)
    _tell(submission, at=at)
    return submission


def _renewal(dossier: Dossier, submission: Submission, at: datetime) -> dict[str, Any]:
    """Whether a re-evaluation is late: the first filing counts (article 7(6)(a))."""
    window = window_for(dossier)
    if window is None or submission.number > 1:
        return {}
    return {"filed_late": window.timing(timezone.localdate(at)) == Timing.LATE}


def _check_complete(dossier: Dossier, by: Person, at: datetime) -> None:
    gaps = missing(dossier, person=by, at=at)
    if not gaps:
        return
    regulation, product_set = regulation_of(dossier), set_of(dossier)
    count = ngettext("Hồ sơ còn thiếu %(count)s mục.", "Hồ sơ còn thiếu %(count)s mục.", len(gaps))
    raise Incomplete(
        gaps,
        Refusal(
            "incomplete",
            count % {"count": len(gaps)},
            " ".join(sentence(gap, regulation, product_set) for gap in gaps),
            gettext("Bổ sung từng mục rồi nộp lại. Nội dung đã viết vẫn còn."),
        ),
    )


def _doubts(dossier: Dossier, today: date) -> list[str]:
    """No paper tied to what is claimed; a self-assessment below the band of 3 stars; of what is recognised,
    papers that end before a result may be there.
    """
    found, result = [], live_result(dossier)
    claimed = [row.criterion.code for row in result.criteria if row.mean]
    tied = {code for _evidence, codes in cited(dossier) for code in codes}
    if claimed and not tied & set(claimed):
        words = gettext("Chưa có giấy tờ nào gắn với %(count)s tiêu chí đã chấm điểm (%(codes)s).")
        found.append(words % {"count": len(claimed), "codes": _first(claimed)})
    least = min(band.min for band in regulation_of(dossier).star_bands if band.stars == FIRST_RECOGNISED)
    if result.total is not None and result.total < least:
        words = gettext("Bạn tự chấm %(points)s điểm, dưới khung 3 sao (từ %(least)s điểm).")
        found.append(words % {"points": number_vi(result.total, 0), "least": least})
    return [*found, *_ending_soon(dossier, today)]


def _ending_soon(dossier: Dossier, today: date) -> Iterator[str]:
    until = likely_result(today) if dossier.is_again else today
    for evidence, _codes in cited(dossier):
        if evidence.expires_on is not None and today <= evidence.expires_on < until:
            words = gettext("“%(paper)s” hết hạn ngày %(day)s, có thể trước khi có quyết định.")
            day = date_format(evidence.expires_on, "DATE_FORMAT")
            yield words % {"paper": evidence.title, "day": day}


def _first(codes: list[str]) -> str:
    return ", ".join(codes[:MOST_NAMED]) + (", …" if len(codes) > MOST_NAMED else "")


def _freeze(dossier: Dossier, request_key: UUID, by: Person, at: datetime) -> Submission:
    """The whole dossier in canonical form with its hash; what is stored is what was hashed.

    It names what the data of its law was on this day, so that nobody can say later that it was another.
    """
    law = {"regulation_fingerprint": regulation_of(dossier).fingerprint}
    frozen = content(dossier, person=by, at=at) | law
    return Submission.objects.create(
        dossier=dossier,
        number=dossier.submissions.count() + 1,
        code=_free_code(),
        at=at,
        by=by,
        content=json.loads(canonical(frozen)),
        content_hash=sha256_hex(frozen),
        request_key=request_key,
    )


def _free_code() -> str:
    """A receipt code that was never given."""
    code = new_receipt_code()
    while Submission.objects.filter(code=code).exists():
        code = new_receipt_code()
    return code


def _dates(dossier: Dossier, submission: Submission, at: datetime) -> dict[str, Any]:
    """The first handing-in counts; the clock runs on over a return by the commune (L20-1, R26-23).

    A dossier that was brought under a newer law since is filed anew: its day begins again, and its clock when
    it is received.
    """
    today, law = timezone.localdate(at), regulation_of(dossier)
    is_new = dossier.submitted_at is None or timezone.localdate(dossier.submitted_at) < law.effective_from
    changes: dict[str, Any] = {
        "updated_at": at,
        "declared_true": dossier.declared_true,
        "search_text": searchable(dossier.search_text, submission.code),
    }
    if is_new:
        changes |= {"submitted_at": at, "level": dossier.council_level(today).value, "commune_due_on": None}
    return changes


def _tell(submission: Submission, *, at: datetime) -> None:
    """The producer gets the receipt, the commune a new dossier with its due date."""
    dossier = submission.dossier
    known = {"code": submission.code}
    body = about(
        _("Mã biên nhận {code}. Xã tiếp nhận rồi mới tính hạn kiểm tra; bạn được báo."), dossier, **known
    )
    url = submission.get_absolute_url()
    tell_producer(dossier, "submitted", about(_("Đã nộp hồ sơ “{product}”"), dossier), body, at=at, url=url)
    body = about(_("{producer} nộp hồ sơ, mã {code}. Hạn kiểm tra tính từ ngày tiếp nhận."), dossier, **known)
    title = _("Hồ sơ đánh giá lại nộp muộn: {product}") if dossier.filed_late else _("Hồ sơ mới: {product}")
    subject = about(title, dossier)
    tell_officers(dossier, Role.COMMUNE_OFFICER, "to_receive", subject, body, at=at)


SUBMIT = Act(
    about=DOSSIER,
    name="submit",
    path="nop/",
    move=WORKFLOW.move("submit"),
    refuse=refuse_submit,
    form=AsksStatement,
    do=submit_dossier,
    template="dossiers/submit.html",
)
"""It has a page of its own: what is missing is a list of ways to mend it, not a refusal."""
