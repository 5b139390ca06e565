"""From the producer's submission to the province's acceptance:
the steps that dossiers take at their desks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.rules.components import Finding, components
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.accounts.appointments import people_holding
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.stage import Stage


def producer_of(dossier: Dossier) -> Person:
    """The person who acts for the dossier's producer."""
    return dossier.product.producer.representations.get().person


def officer_of(dossier: Dossier, at: datetime) -> Person:
    """The officer of the dossier's commune."""
    found = people_holding(Role.COMMUNE_OFFICER, at, place=dossier.commune).first()
    assert found is not None, dossier.commune  # noqa: S101
    return found


def submit(stage: Stage, key: str, at: datetime) -> None:
    """The producer signs the statement and hands in."""
    dossier = stage.dossiers[key]
    request = uuid5(NAMESPACE_URL, f"ocop-demo/{key}/{at.isoformat()}")
    acts.submit_dossier(dossier, request_key=request, declared_true=True, by=producer_of(dossier), at=at)


def receive(stage: Stage, key: str, at: datetime) -> None:
    """The commune takes it."""
    dossier = stage.dossiers[key]
    acts.receive_dossier(dossier, by=officer_of(dossier, at), at=at)


def begin_check(stage: Stage, key: str, at: datetime) -> None:
    """The commune has looked at the first parts and goes on tomorrow."""
    dossier = stage.dossiers[key]
    parts = components(set_of(dossier).sample_count)[:3]
    fields = {"components": {part.value: _ok() for part in parts}}
    acts.save_intake_check(dossier, fields=fields, by=officer_of(dossier, at), at=at)


def propose(stage: Stage, key: str, at: datetime) -> None:
    """The commune finishes form 03 and proposes the dossier to the province."""
    dossier = stage.dossiers[key]
    officer = officer_of(dossier, at)
    acts.save_intake_check(dossier, fields=_whole_check(dossier, at), by=officer, at=at)
    acts.propose_dossier(dossier, by=officer, at=at)


def accept(stage: Stage, key: str, at: datetime) -> None:
    """The province has checked it and puts it before the council."""
    note = "Thành phần hồ sơ đủ theo Điều 6; minh chứng khớp với phần tự đánh giá. Đề nghị hội đồng đánh giá."
    acts.accept_dossier(stage.dossiers[key], note=note, by=stage.people["phuc"], at=at)


def _ok() -> dict[str, str]:
    return {"finding": Finding.OK.value, "note": ""}


def _whole_check(dossier: Dossier, at: datetime) -> dict[str, Any]:
    count, day = set_of(dossier).sample_count, at.date()
    number = 20 + dossier.pk
    fields: dict[str, Any] = {
        "components": {part.value: _ok() for part in components(count)},
        "paper_received_on": day,
        "materials": "Minh hoạ: nguyên liệu chủ yếu của xã; đã đi xem vườn và sổ thu mua.",
        "labour": "Minh hoạ: hơn ba phần tư lao động là người trong xã.",
        "idea_origin": "Minh hoạ: sản phẩm quen thuộc của địa phương, chủ thể tự phát triển thêm.",
        "identity": "Minh hoạ: cách làm và câu chuyện gắn với người và đất của xã.",
        "meeting_note": "Minh hoạ: họp lấy ý kiến tại trụ sở UBND xã, các thành viên dự họp nhất trí.",
        "report_no": f"{number}{MARK}/BC-UBND",
        "reported_on": day,
        "proposal_no": f"{number + 1}{MARK}/UBND-KT",
        "proposed_on": day,
        "signer_title": "Chủ tịch",
        "signer_name": "Mẫu Văn Xã",
    }
    if count:
        fields |= {
            "samples_count": count,
            "samples_received_on": day,
            "samples_handed_by": dossier.contact_name,
        }
    return fields
