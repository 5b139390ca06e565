"""The main menu: what each role opens every day, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ocop.casework.advisory.permissions import team_seat
from ocop.casework.review.permissions.who import seats_of
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import roles_of
from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui import context
from ocop.foundation.ui.parts import MenuItem
from ocop.registers.producers.permissions import producers_acted_for

R = Role
PROVINCE = frozenset({R.PROVINCE_OFFICER, R.SECRETARY, R.SIGNER, R.LEADER})
OFFICERS = frozenset({R.PROVINCE_OFFICER, R.COMMUNE_OFFICER})
LISTS = PROVINCE | {R.COMMUNE_OFFICER, R.MINISTRY_OFFICER}

PLAN, CASES, LISTS_GROUP, SYSTEM = (
    pgettext_lazy("menu", "Kế hoạch năm"), _("Đánh giá, công nhận"), pgettext_lazy("menu", "Danh mục"),
    _("Quản trị")
)  # fmt: skip

# group, label, name of the address, icon, whom it is for
MenuRow = tuple[str | Promise, str | Promise, str, str, frozenset[Role]]
LINES: tuple[MenuRow, ...] = (
    (PLAN, _("Tổng quan"), "reports:dashboard", "chart-column", LISTS),
    (PLAN, pgettext_lazy("menu", "Kế hoạch"), "programme:plans", "flag", PROVINCE | {R.COMMUNE_OFFICER}),
    (PLAN, pgettext_lazy("menu", "Lịch"), "reports:calendar", "calendar-days",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (PLAN, pgettext_lazy("menu", "Hỗ trợ"), "support:home", "hand-heart", LISTS),
    (PLAN, pgettext_lazy("menu", "Truyền thông"), "communication:press", "megaphone",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (PLAN, pgettext_lazy("menu", "Báo cáo"), "reports:periodic", "file-text", PROVINCE),
    (CASES, pgettext_lazy("menu", "Ý tưởng"), "ideas:desk", "sprout", PROVINCE | {R.COMMUNE_OFFICER}),
    (CASES, pgettext_lazy("menu", "Hồ sơ"), "dossiers:desk", "clipboard-list",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (
        CASES, _("Kiểm tra thực tế"), "fieldwork:list", "map-pin", PROVINCE | {R.COMMUNE_OFFICER},
    ),
    (CASES, pgettext_lazy("menu", "Đợt đánh giá"), "rounds:list", "clock",
    frozenset({R.PROVINCE_OFFICER})),
    (CASES, pgettext_lazy("menu", "Tổ tư vấn"), "advisory:team", "users", PROVINCE),
    (CASES, pgettext_lazy("menu", "Hội đồng"), "review:councils", "users", PROVINCE),
    (CASES, pgettext_lazy("menu", "Phiên họp"), "review:meetings", "gavel", PROVINCE),
    (CASES, pgettext_lazy("menu", "Quyết định"), "certificates:decisions", "signature", PROVINCE),
    (CASES, _("Thông báo kết quả"), "certificates:notices", "send", frozenset({R.PROVINCE_OFFICER})),
    (
        CASES, pgettext_lazy("menu", "Kiến nghị"), "objections:list", "message-square",
        PROVINCE | {R.COMMUNE_OFFICER},
    ),
    (
        CASES, pgettext_lazy("menu", "Giấy chứng nhận"), "certificates:certificates", "award",
        PROVINCE | {R.COMMUNE_OFFICER},
    ),
    (CASES, pgettext_lazy("menu", "Đánh giá lại"), "renewals:list", "clock", LISTS),
    (CASES, pgettext_lazy("menu", "Kéo dài"), "renewals:extensions", "calendar-days", PROVINCE),
    (CASES, pgettext_lazy("menu", "Kế hoạch kiểm tra"), "inspections:plans", "clipboard-check", PROVINCE),
    (CASES, pgettext_lazy("menu", "Kiểm tra"), "inspections:list", "eye",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (CASES, pgettext_lazy("menu", "Kiểm tra của Bộ"), "inspections:ministrys_list", "building-2",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (CASES, pgettext_lazy("menu", "Khắc phục"), "inspections:orders", "hourglass",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (CASES, pgettext_lazy("menu", "Phản ánh"), "inspections:reports", "message-square",
    PROVINCE | {R.COMMUNE_OFFICER}),
    (CASES, pgettext_lazy("menu", "Gian hàng"), "sites:links", "store", PROVINCE | {R.COMMUNE_OFFICER}),
    (CASES, pgettext_lazy("menu", "Kiểm nghiệm"), "samples:demands", "clipboard-list", PROVINCE),
    (CASES, pgettext_lazy("menu", "Thu hồi"), "revocation:list", "circle-x", PROVINCE),
    (CASES, pgettext_lazy("menu", "Huỷ bỏ"), "annulment:list", "ban", PROVINCE),
    (LISTS_GROUP, pgettext_lazy("menu", "Chủ thể"), "producers:list", "store", LISTS),
    (LISTS_GROUP, pgettext_lazy("menu", "Sản phẩm"), "products:list", "package", LISTS),
    (LISTS_GROUP, pgettext_lazy("menu", "Điểm du lịch"), "tourism:spots", "map-pin", OFFICERS),
    (LISTS_GROUP, pgettext_lazy("menu", "Tuyến trong ngày"), "tourism:routes", "map", OFFICERS),
    (LISTS_GROUP, pgettext_lazy("menu", "Chuỗi giá trị"), "tourism:chains", "hand-heart", OFFICERS),
    (LISTS_GROUP, _("Danh bạ đã công nhận"), "recognitions:imports", "archive",
    frozenset({R.PROVINCE_OFFICER})),
    (LISTS_GROUP, _("Điểm chưa rõ"), "programme:doubts", "scale", frozenset({R.PROVINCE_OFFICER})),
    (SYSTEM, _("Người dùng"), "accounts:people", "user", frozenset({R.OPERATOR})),
    (SYSTEM, pgettext_lazy("menu", "Cơ quan"), "accounts:offices", "building-2", frozenset({R.OPERATOR})),
    (SYSTEM, pgettext_lazy("menu", "Sáp nhập xã"), "mergers:list", "map-pin", frozenset({R.OPERATOR})),
    (SYSTEM, pgettext_lazy("menu", "Ngày nghỉ"), "programme:days_off", "calendar-days",
    frozenset({R.OPERATOR})),
    (SYSTEM, _("Khoá đăng nhập"), "recovery:locks", "shield-check", frozenset({R.OPERATOR})),
    (SYSTEM, _("Bản PDF chờ lập"), "printing:printouts", "file-text", frozenset({R.OPERATOR})),
)  # fmt: skip
OWN: tuple[tuple[str | Promise, str, str], ...] = (
    (_("Chủ thể của tôi"), "producers:own", "store"),
    (_("Sản phẩm của tôi"), "products:own", "package"),
    (_("Ý tưởng của tôi"), "ideas:own", "sprout"),
    (_("Hồ sơ của tôi"), "dossiers:own", "folder-open"),
    (_("Điểm du lịch của tôi"), "tourism:spots", "map-pin"),
    (_("Người mua hỏi"), "sites:questions", "message-square"),
)


def register() -> None:
    """Lets the page frame ask for the menu."""
    context.register("menu", _menu)


def _menu(request: HttpRequest) -> list[MenuItem]:
    if not request.user.is_authenticated:
        return []
    return list(items(request.user, timezone.now()))


def items(person: Any, at: datetime) -> Iterator[MenuItem]:
    """The lines for this person now: home, own things of producers, the work of each role,
    what is for everybody.
    """
    roles = roles_of(person, at)
    yield MenuItem(_("Việc của tôi"), reverse("portal:home"), "house")
    sits = not roles & PROVINCE and bool(seats_of(who_is(person, at)))
    advises = not (roles & PROVINCE or sits) and team_seat(who_is(person, at)) is not None
    if producers_acted_for(who_is(person, at)) or not (roles or sits or advises):
        for label, name, icon in OWN:
            yield MenuItem(label, reverse(name), icon)
    if sits:
        yield MenuItem(pgettext_lazy("menu", "Phiên họp"), reverse("review:meetings"), "gavel")
    if advises:
        yield MenuItem(pgettext_lazy("menu", "Tổ tư vấn"), reverse("advisory:team"), "users")
    yield MenuItem(_("Tìm kiếm"), reverse("portal:search"), "search")
    for group, label, name, icon, whom in LINES:
        if roles & whom:
            yield MenuItem(label, reverse(name), icon, group=group)
    yield MenuItem(_("Bộ tiêu chí"), reverse("regulations:index"), "list-checks", group=LISTS_GROUP)
