"""Chốt phiếu tư vấn: a member of the team hands in the own sheet for good."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import PRODUCT
from ocop.casework.advisory.models import TeamSheet
from ocop.casework.advisory.permissions import own_sheet, refuse_score
from ocop.casework.advisory.selectors.sheets import scored, unscored
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.selectors import DossierForScoring, dossier_for_scoring
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded, transition
from ocop.kernel.canonical import sha256_hex
from ocop.registers.programme.selectors import decisions_for

FORMAT = 1


class AsksToSealSheet(Asks):
    """The version of the sheet that the member has before the eyes."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def known(self) -> Mapping[str, Any]:
        """As it is stored."""
        sheet = own_sheet(self.who, self.thing)
        return {"seen": sheet.version if sheet else None}


def refuse_seal_sheet(who: Who, dossier: Dossier) -> Refusal | None:
    """Who may score, once every criterion has an answer."""
    if refusal := refuse_score(who, dossier):
        return refusal
    sheet = own_sheet(who, dossier)
    if sheet is None:
        return Refusal("no_team_sheet", _("Bạn chưa chấm tiêu chí nào."), "", _("Chấm trước rồi chốt."))
    missing = unscored(dossier_for_scoring(dossier), sheet.choices)
    if not missing:
        return None
    return Refusal(
        "criteria_unscored",
        ngettext("Còn %(n)s tiêu chí chưa chấm: %(codes)s.", "Còn %(n)s tiêu chí chưa chấm: %(codes)s.",
                 len(missing))
        % {"n": len(missing), "codes": ", ".join(missing)},
        _("“Chưa đạt mức nào” cũng là một câu trả lời."),
        _("Chấm nốt rồi chốt."),
    )  # fmt: skip


@recorded
def seal_team_sheet(dossier: Dossier, *, by: Person, at: datetime, seen: int | None = None) -> TeamSheet:
    """Hands in the own sheet: canonical record with the points that it gives, hash, short code.

    Refused: see `refuse_seal_sheet`; with `seen`, a sheet that was saved again since the page was shown.
    """
    who = who_is(by, at)
    ensure(refuse_seal_sheet(who, held(dossier)))
    sheet = own_sheet(who, dossier)
    assert sheet is not None  # noqa: S101 - the permission has seen it
    if seen is not None and seen != sheet.version:
        raise Refused(
            Refusal(
                "conflict_team_sheet_changed",
                _("Phiếu đã đổi ở trang hoặc máy khác sau khi mở trang này."),
                "",
                _("Xem lại phiếu rồi chốt."),
            )
        )
    content = _content(sheet, dossier_for_scoring(dossier), at)
    digest = sha256_hex(content)
    data = {"sha256": digest, "regulation_fingerprint": content["regulation_fingerprint"]}
    changes = {"sealed_at": at, "content": content, "sha256": digest}
    transition(sheet, "seal", by=by, at=at, changes=changes, data=data)
    return sheet


def _content(sheet: TeamSheet, frozen: DossierForScoring, at: datetime) -> dict[str, Any]:
    """Everything that the sealed sheet says. Keys are texts that never change; exact numbers are texts."""
    decisions = dict(decisions_for(frozen.regulation.code))
    parts = scored(frozen, sheet.choices, decisions).parts
    return {
        "format": FORMAT,
        "dossier": str(frozen.dossier.key),
        "submission_hash": frozen.submission.content_hash,
        "regulation": frozen.regulation.code,
        "regulation_fingerprint": frozen.regulation.fingerprint,
        "set": frozen.product_set.number,
        "product": frozen.dossier.product.name,
        "seat": sheet.seat_id,
        "member": str(sheet.seat.person),
        "choices": dict(sheet.choices),
        "remarks": dict(sheet.remarks),
        "facts": dict(frozen.facts),
        "decisions": decisions,
        "points": {str(code): str(points) for code, points in parts.items()},
        "sealed_at": at.astimezone(UTC).isoformat(timespec="microseconds"),
    }


def _shown(form: Asks) -> Mapping[str, Any]:
    """What the sheet gives, before it is sealed."""
    sheet = own_sheet(form.who, form.thing)
    frozen = dossier_for_scoring(form.thing)
    if sheet is None:
        return {}
    result = scored(frozen, sheet.choices, decisions_for(frozen.regulation.code))
    parts = [(gettext("Phần %(code)s") % {"code": code}, points) for code, points in result.parts.items()]
    return {"details": [*parts, (gettext("Tổng điểm"), result.total)]}


SEAL_SHEET = Act(
    about=PRODUCT,
    name="seal_sheet",
    path="chot-phieu/",
    refuse=refuse_seal_sheet,
    form=AsksToSealSheet,
    do=seal_team_sheet,
    show=_shown,
    button=_("Chốt phiếu tư vấn"),
    lead=_("Phiếu đã chốt không sửa được. Hội đồng tham khảo điểm này; không tính vào điểm hội đồng."),
    said=lambda _dossier, made: gettext("Đã chốt phiếu. Mã phiếu: %(code)s.") % {"code": made.code},
    template="ui/confirm.html",
    icon="shield-check",
)
