"""Decisions on the results of the first meeting, in every state, with certificates,
notices and a proposal.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors.packages import package_of
from ocop.outlets.demo.life.again import AGAIN
from ocop.outlets.demo.programme import MARK
from ocop.outlets.demo.scoring import item_of
from ocop.outlets.demo.stage import Stage


def note_decisions(stage: Stage) -> None:
    """Signed, waiting for a signature (returned once), dropped, and still a draft."""
    note = stage.diary.note
    note("11-12 09:00", lambda at: _draft(stage, "recognised", ("che-shan", "tui-tho-cam"), at))
    note(
        "11-12 09:20",
        lambda at: _draft(stage, "ministry", ("hong-tra",), at, DecisionKind.APPROVAL_OF_RESULT),
    )
    note("11-12 10:00", lambda at: _notify(stage, at))
    note("11-12 14:00", lambda at: _submit(stage, "recognised", f"51{MARK}/TTr-SNNMT", at))
    note("11-12 14:10", lambda at: _submit(stage, "ministry", f"52{MARK}/TTr-SNNMT", at))
    note("11-16 09:00", lambda at: _draft(stage, "dropped", ("bach-tra", "ca-phe-mat-ong"), at))
    note("11-16 15:00", lambda at: _drop(stage, at))
    note("11-16 15:20", lambda at: _draft(stage, "waiting", ("bach-tra",), at))
    note("11-16 16:00", lambda at: _submit(stage, "waiting", f"53{MARK}/TTr-SNNMT", at))
    note("11-17 10:00", lambda at: _sign(stage, "recognised", f"118{MARK}/QĐ-UBND", at))
    note("11-17 10:15", lambda at: _sign(stage, "ministry", f"119{MARK}/QĐ-UBND", at))
    note("11-17 10:30", lambda at: _return(stage, at))
    note("11-18 08:30", lambda at: _submit(stage, "waiting", f"54{MARK}/TTr-SNNMT", at))
    note("11-19 09:00", lambda at: _propose(stage, at))
    note("11-20 16:00", lambda at: _draft(stage, "draft", ("ca-phe-mat-ong",), at))


def _draft(
    stage: Stage,
    key: str,
    products: Sequence[str],
    at: datetime,
    kind: DecisionKind = DecisionKind.RECOGNITION,
) -> None:
    assert stage.programme is not None  # noqa: S101
    items = [item_of(stage, product) for product in products]
    stage.decisions[key] = acts.draft_decision(
        stage.programme, kind=kind, items=items, by=stage.people["phuc"], at=at
    )


def _stored(stage: Stage, key: str) -> Decision:
    return Decision.objects.select_related("programme").get(pk=stage.decisions[key].pk)


def _submit(stage: Stage, key: str, letter_no: str, at: datetime) -> None:
    acts.submit_decision(
        _stored(stage, key), letter_no=letter_no, letter_on=at.date(), by=stage.people["phuc"], at=at
    )


def _sign(stage: Stage, key: str, number: str, at: datetime) -> None:
    acts.sign_decision(
        _stored(stage, key), number=number, signed_on=at.date(), by=stage.people["khanh"], at=at
    )


def _return(stage: Stage, at: datetime) -> None:
    reason = "Tờ trình ghi thiếu ngày họp của hội đồng; bổ sung rồi trình lại."
    acts.return_decision(_stored(stage, "waiting"), reason=reason, by=stage.people["khanh"], at=at)


def _drop(stage: Stage, at: datetime) -> None:
    reason = "Tách thành hai quyết định: cà phê chờ kiểm tra thêm nhãn hàng."
    acts.drop_decision(_stored(stage, "dropped"), reason=reason, by=stage.people["phuc"], at=at)


def _notify(stage: Stage, at: datetime) -> None:
    """Two stars, an exclusion, a lost minimum, a bad sample: no decision, a written notice."""
    items = [item_of(stage, product) for product in ("gio-may", "chuoi-tuoi", "mat-rung", "lap-suon", *AGAIN)]
    number = f"17{MARK}/TB-SNNMT"
    acts.notify_results(items, number=number, noticed_on=at.date(), by=stage.people["phuc"], at=at)


def _propose(stage: Stage, at: datetime) -> None:
    """The letter to the ministry with every part of its package."""
    item = _stored(stage, "ministry").items.get()
    acts.record_proposal(
        item, letter_no=f"61{MARK}/UBND-NLN", letter_on=at.date(), sent_on=at.date(),
        package={part.value: True for part in package_of(item)}, by=stage.people["phuc"], at=at,
    )  # fmt: skip
