"""Who sets up the team, who reports, who reads."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.advisory.models import Interest, TeamSeat
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import is_own, refuse_read
from ocop.casework.dossiers.permissions.reading import reads_as_guest
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal
from ocop.registers.programme.models import Programme

READERS = (Role.PROVINCE_OFFICER, Role.SECRETARY, Role.SIGNER, Role.LEADER)
BEFORE_THE_RESULT = frozenset({DossierState.ACCEPTED, DossierState.SCHEDULED})
"""When the team may report: the province took the dossier, the council has not judged it."""


def every_seat_of(person: Person) -> list[TeamSeat]:
    """The seats of the person on teams, past ones too."""
    return list(TeamSeat.objects.filter(person=person).select_related("team").order_by("pk"))


def every_interest_of(person: Person) -> dict[int, bool]:
    """By dossier, whether the person declared a conflict of interest."""
    return dict(Interest.objects.filter(person=person).values_list("dossier", "has_conflict"))


def team_seat(who: Who) -> TeamSeat | None:
    """The person's seat on a team that works today."""
    day = timezone.localdate(who.at)
    seats = who.once(every_seat_of) if who.is_active else []
    return next((one for one in seats if one.is_held(day) and one.team.works_on(day)), None)


def interests(who: Who) -> dict[int, bool]:
    """What the person declared."""
    return who.once(every_interest_of) if who.is_somebody else {}


def is_kept_from(who: Who, dossier: Dossier) -> bool:
    """Whether a conflict keeps a member of the team from a dossier, whatever office they hold besides."""
    return bool(interests(who).get(dossier.pk))


def advises(who: Who, dossier: Dossier) -> bool:
    """Whether the team makes somebody a reader: after declaring no conflict, while it is to be reported on.
    Registered with `dossiers.permissions.register_reader`.
    """
    may = dossier.state in BEFORE_THE_RESULT and team_seat(who) is not None
    return may and interests(who).get(dossier.pk) is False


def refuse_set_up(who: Who, programme: Programme) -> Refusal | None:
    """Setting up the team: officers of the province, secretaries."""
    if who.holds_any(Role.PROVINCE_OFFICER, Role.SECRETARY, place=programme.province):
        return None
    return Refusal(
        "not_team_office",
        _("Bạn không làm được việc này."),
        _("Việc ghi tổ tư vấn thuộc cơ quan quản lý OCOP cấp tỉnh và thư ký hội đồng."),
        _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
    )


def refuse_see_team(who: Who, programme: Programme) -> Refusal | None:
    """The team's page: its members, and the offices of the province."""
    if team_seat(who) is not None or who.holds_any(*READERS, place=programme.province):
        return None
    return Refusal(
        "not_reader",
        _("Bạn không xem được trang này."),
        _("Trang này dành cho tổ tư vấn và cơ quan cấp tỉnh."),
    )


def refuse_declare(who: Who, dossier: Dossier) -> Refusal | None:
    """A member of the team, while the product is to be reported on."""
    if team_seat(who) is None:
        return Refusal(
            "not_adviser",
            _("Bạn không thuộc tổ tư vấn."),
            _("Chỉ thành viên tổ tư vấn khai báo và viết báo cáo về sản phẩm (điểm c khoản 3 Điều 7)."),
        )
    return _refuse_late(dossier)


def _refuse_late(dossier: Dossier) -> Refusal | None:
    if dossier.state in BEFORE_THE_RESULT:
        return None
    return Refusal(
        "conflict_not_before_council",
        _("Không báo cáo về sản phẩm này lúc này được."),
        _("Tổ tư vấn báo cáo khi tỉnh đã nhận hồ sơ và hội đồng chưa có kết quả."),
    )


def refuse_write(who: Who, dossier: Dossier) -> Refusal | None:
    """A member of the team who has declared that there is no conflict."""
    if refusal := refuse_declare(who, dossier):
        return refusal
    said = interests(who).get(dossier.pk)
    if said is None:
        return Refusal(
            "adviser_not_declared",
            _("Bạn chưa khai báo về sản phẩm này."),
            _("Mỗi sản phẩm cần một lời khai có hay không có xung đột lợi ích trước khi mở hồ sơ."),
            _("Khai ở trang sản phẩm trong mục Tổ tư vấn."),
        )
    return own_interest() if said else None


def own_interest() -> Refusal:
    """A member who keeps away."""
    return Refusal(
        "own_interest",
        _("Bạn không tham gia báo cáo về sản phẩm này."),
        _("Đã khai báo xung đột lợi ích nên bạn không xem hồ sơ và báo cáo của sản phẩm."),
    )


def reads_advice(who: Who, dossier: Dossier) -> bool:
    """Who reads what the team said: the province's offices, the team and the council, where nothing keeps
    them from the dossier. The producer and the commune do not.
    """
    if is_own(who, dossier) or refuse_read(who, dossier) is not None:
        return False
    return who.holds_any(*READERS) or reads_as_guest(who, dossier)
