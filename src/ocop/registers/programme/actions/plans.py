"""Writing a plan, issuing it, closing it, and its papers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.correcting import number_taken
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.documents.selectors import paper_numbered
from ocop.foundation.places.models import Place
from ocop.foundation.places.rules import Level
from ocop.foundation.refusals import Refusal, Refused, ensure, once
from ocop.registers.programme import notices, permissions
from ocop.registers.programme.actions.locking import held_plan
from ocop.registers.programme.models import Amendment, Frame, Plan, PlanPaper
from ocop.registers.programme.rules import FIRST_YEAR


@recorded
def write_frame(
    place: Place,
    *,
    name: str,
    first_year: int,
    last_year: int,
    by: Person,
    at: datetime,
    number: str = "",
    note: str = "",
) -> Frame:
    """Puts a project of several years on record.
    Refused: no name, years in the wrong order, the same name again.
    """
    ensure(permissions.refuse_write(by, place, at))
    if not name.strip() or last_year < first_year:
        raise Refused(
            Refusal(
                "frame_incomplete",
                _("Đề án chưa có tên, hoặc năm cuối trước năm đầu."),
                "",
                _("Sửa rồi lưu lại."),
            )
        )
    ensure(_refuse_second_frame(place, name))
    with once(lambda: _refuse_second_frame(place, name)):
        frame = Frame.objects.create(
            place=place, name=name.strip(), number=number.strip(), first_year=first_year, last_year=last_year,
            note=note.strip(),
        )  # fmt: skip
    record("plan_frame.write", frame, by=by, at=at)
    return frame


def _refuse_second_frame(place: Place, name: str) -> Refusal | None:
    if not Frame.objects.filter(place=place, name=name.strip()).exists():
        return None
    return Refusal("conflict_frame", _("Đề án này đã có."), "", _("Chọn đề án trong danh sách."))


@recorded
def write_plan(
    place: Place,
    *,
    year: int,
    name: str,
    by: Person,
    at: datetime,
    frame: Frame | None = None,
    note: str = "",
    is_illustration: bool = False,
) -> Plan:
    """Begins the plan of a province for a year, as a draft.

    Refused: other offices; a place that is no province or did not stand in that year; a year before the
    programme or beyond the next; a second plan of the same code and year.
    """
    ensure(permissions.refuse_write(by, place, at))
    ensure(_refuse_year(year, at) or _refuse_province(place, year) or refuse_second(place, year))
    ensure(_refuse_words(name) or _refuse_frame(frame, place, year))
    with once(lambda: refuse_second(place, year)):
        plan = Plan.objects.create(
            place=place, year=year, name=name.strip(), frame=frame, note=note.strip(),
            is_illustration=is_illustration, created_at=at, created_by=by,
        )  # fmt: skip
    record("plan.write", plan, by=by, at=at, data={"place": place.code, "year": year})
    return plan


def _refuse_year(year: int, at: datetime) -> Refusal | None:
    if FIRST_YEAR <= year <= timezone.localdate(at).year + 1:
        return None
    return Refusal(
        "no_such_year",
        _("Không lập kế hoạch cho năm %(year)s.") % {"year": year},
        _("Chương trình bắt đầu năm 2018; kế hoạch lập trước nhiều nhất một năm."),
        _("Chọn năm khác."),
    )


def _refuse_province(place: Place, year: int) -> Refusal | None:
    is_province = place.level == Level.PROVINCE
    stood = place.valid_from.year <= year and (place.valid_to is None or place.valid_to.year >= year)
    if is_province and stood:
        return None
    return Refusal(
        "no_such_province",
        _("%(place)s không phải là tỉnh có trong năm %(year)s.") % {"place": place.local_name, "year": year},
        _("Kế hoạch thuộc tỉnh theo địa giới của năm đó."),
        _("Chọn tỉnh khác hoặc năm khác."),
    )


def refuse_second(place: Place, year: int) -> Refusal | None:
    """Another plan at the same address: code and year."""
    if not Plan.objects.live().filter(place__code=place.code, year=year).exists():
        return None
    return Refusal(
        "conflict_plan",
        _("Tỉnh mã %(code)s đã có kế hoạch năm %(year)s.") % {"code": place.code, "year": year},
        "",
        _("Mở kế hoạch đã có. Nếu đó là dự thảo không dùng nữa thì bỏ dự thảo trước."),
    )


def _refuse_words(name: str) -> Refusal | None:
    if name.strip():
        return None
    return Refusal("name_missing", _("Chưa ghi tên kế hoạch."), "", _("Ghi tên như trên văn bản."))


def _refuse_frame(frame: Frame | None, place: Place, year: int) -> Refusal | None:
    if frame is None or (frame.place_id == place.pk and frame.first_year <= year <= frame.last_year):
        return None
    return Refusal(
        "frame_elsewhere",
        _("Đề án “%(frame)s” không bao gồm tỉnh hoặc năm này.") % {"frame": frame},
        "",
        _("Chọn đề án khác, hoặc để trống."),
    )


@recorded
def edit_plan(plan: Plan, *, name: str, frame: Frame | None, note: str, by: Person, at: datetime) -> Plan:
    """Changes the words at the head of a draft. Refused once issued."""
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at))
    ensure(_refuse_words(name) or _refuse_frame(frame, stored.place, stored.year))
    stored.name, stored.frame, stored.note = name.strip(), frame, note.strip()
    stored.save(update_fields=["name", "frame", "note"])
    record("plan.edit", stored, by=by, at=at)
    return stored


@recorded
def issue_plan(
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    number: str = "",
    issued_on: date | None = None,
    signer_title: str = "",
    signer_name: str = "",
    file: StoredFile | None = None,
    is_partly_known: bool = False,
) -> Plan:
    """Puts the issued plan in force; from here it changes by amendment only. Offices that hold a task are
    told.

    Number, day and signer as on the paper. A plan of an earlier year may be entered `is_partly_known`: what
    is missing stays empty and is said so. Refused: no target; a part missing; a day to come, or of no year
    that fits.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_write(by, stored.place, at) or _refuse_empty(stored))
    today = timezone.localdate(at)
    known = (number.strip(), signer_name.strip(), issued_on)
    ensure(
        _refuse_unknown(stored, all(known), is_partly_known, today) or _refuse_day(stored, issued_on, today)
    )
    changes: dict[str, Any] = {
        "number": number.strip(), "issued_on": issued_on, "signer_title": signer_title.strip(),
        "signer_name": signer_name.strip(), "is_partly_known": not all(known),
        "paper": plan_paper(stored, number.strip(), issued_on, stored.name, file, by=by, at=at),
    }  # fmt: skip
    transition(stored, "issue", by=by, at=at, changes=changes)
    if stored.year >= today.year:
        notices.issued(stored, at=at)
    return stored


def _refuse_empty(plan: Plan) -> Refusal | None:
    if plan.targets.exists():
        return None
    return Refusal(
        "plan_empty",
        _("Kế hoạch chưa có chỉ tiêu nào."),
        "",
        _("Nhập chỉ tiêu, hoặc sao chép từ kế hoạch năm trước."),
    )


def _refuse_unknown(plan: Plan, is_known: bool, is_partly_known: bool, today: date) -> Refusal | None:
    if is_known:
        return None
    if not is_partly_known:
        return Refusal(
            "paper_parts_missing",
            _("Chưa đủ số, ngày ban hành và người ký."),
            _("Kế hoạch chỉ có hiệu lực khi đã ký và lấy số."),
            _("Ghi đủ như trên văn bản. Kế hoạch năm cũ thiếu thông tin: chọn “Chỉ biết một phần”."),
        )
    if plan.year >= today.year:
        return Refusal(
            "not_historical",
            _("Kế hoạch năm nay phải đủ số, ngày ban hành và người ký."),
            _("Chỉ kế hoạch của năm đã qua mới được nhập thiếu."),
            _("Ghi đủ như trên văn bản."),
        )
    return None


def _refuse_day(plan: Plan, issued_on: date | None, today: date) -> Refusal | None:
    if issued_on is None:
        return None
    if issued_on > today:
        return Refusal("in_the_future", _("Ngày ban hành còn chưa tới."), "", _("Sửa ngày."))
    if issued_on.year not in (plan.year - 1, plan.year):
        return Refusal(
            "issued_in_other_year",
            _("Ngày ban hành không khớp với kế hoạch năm %(year)s.") % {"year": plan.year},
            _("Kế hoạch được ban hành trong năm đó hoặc cuối năm trước."),
            _("Sửa ngày ban hành."),
        )
    return None


def plan_paper(
    plan: Plan,
    number: str,
    on: date | None,
    subject: str,
    file: StoredFile | None,
    *,
    by: Person,
    at: datetime,
) -> Paper | None:
    """The issued paper on record; none where number or day are not known."""
    if not number or on is None:
        return None
    issuer = f"UBND {plan.place}"
    known = paper_numbered(number, issuer=issuer, year=on.year)
    ensure(_refuse_taken(known, number, on.year))
    return known or file_paper(
        kind=PaperKind.PLAN,
        number=number,
        issued_on=on,
        issuer=issuer,
        subject=subject,
        file=file,
        by=by,
        at=at,
    )


def _refuse_taken(paper: Paper | None, number: str, year: int) -> Refusal | None:
    """A paper on record may be that of this plan; what a plan or amendment rests on already is another."""
    if paper is None:
        return None
    if not Plan.objects.filter(paper=paper).exists() and not Amendment.objects.filter(paper=paper).exists():
        return None
    return number_taken(number, year, paper.subject)


@recorded
def drop_plan(plan: Plan, *, reason: str, by: Person, at: datetime) -> Plan:
    """Gives a draft up, so that another plan of the year can be written; it stays on record.

    Refused: other offices; issued; no reason; where work of other parts of the programme rests on it.
    """
    stored = held_plan(plan)
    ensure(permissions.refuse_draft_change(by, stored, at) or _refuse_used(stored))
    data = {
        "place": stored.place.code, "year": stored.year, "name": stored.name,
        "targets": list(stored.targets.filter(in_force=True).values_list("name", flat=True)),
        "tasks": list(stored.tasks.filter(in_force=True).values_list("name", flat=True)),
    }  # fmt: skip
    transition(stored, "drop", by=by, at=at, reason=reason, data=data)
    return stored


def _refuse_used(plan: Plan) -> Refusal | None:
    """Whatever another package has written about it."""
    others = [one for one in Plan._meta.related_objects if one.related_model._meta.app_label != "programme"]
    for one in others:
        found = one.related_model._default_manager.filter(**{one.field.name: plan}).first()
        if found is not None:
            return Refusal(
                "plan_used",
                _("Dự thảo đang được dùng cho “%(thing)s”.") % {"thing": found},
                _("Việc đó ghi theo kế hoạch này."),
                _("Chuyển việc đó sang kế hoạch khác trước."),
            )
    return None


@recorded
def close_plan(plan: Plan, *, by: Person, at: datetime) -> Plan:
    """Closes the books of the year. Refused before the year is over."""
    stored = held_plan(plan)
    ensure(permissions.refuse_write(by, stored.place, at))
    today = timezone.localdate(at)
    if today <= stored.last_day:
        raise Refused(
            Refusal(
                "year_running",
                _("Năm %(year)s chưa hết.") % {"year": stored.year},
                _("Kế hoạch chỉ kết thúc sau ngày 31/12."),
                _("Chờ sang năm sau."),
            )
        )
    transition(stored, "close", by=by, at=at, changes={"closed_on": today})
    return stored


@recorded
def attach_paper(plan: Plan, *, file: StoredFile, title: str, by: Person, at: datetime) -> PlanPaper:
    """Adds a file to the plan. Refused: closed, no title."""
    stored = held_plan(plan)
    ensure(permissions.refuse_keep_up(by, stored, at) or refuse_untitled(title))
    paper = PlanPaper.objects.create(plan=stored, file=file, title=title.strip(), by=by, at=at)
    record("plan.attach", stored, by=by, at=at, data={"title": paper.title, "file": str(file.pk)})
    return paper


def refuse_untitled(title: str) -> Refusal | None:
    """A file nobody could find again."""
    return (
        None
        if title.strip()
        else Refusal("title_missing", _("Chưa ghi tên văn bản."), "", _("Ghi tên văn bản."))
    )
