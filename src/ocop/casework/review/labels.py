"""The words of review. Functions give the choices of fields, so that a change of words needs no migration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.rules import (
    Agency,
    CastingVote,
    Cause,
    Extremes,
    Function,
    MeetingKind,
    MembersShown,
    MinimumRule,
    Recommendation,
    Relation,
    ResolutionKind,
    Rounding,
    Scorers,
    SelfScore,
    SpreadBoundary,
    VoteMajority,
)
from ocop.casework.review.rules.arranging import Numbers, Order
from ocop.casework.review.rules.conflicts import Hint
from ocop.casework.review.states import (
    CORRECTION_STATES,
    ITEM_STATES,
    MEETING_STATES,
    SHEET_STATES,
    ItemState,
    MeetingState,
)
from ocop.foundation.ui.words import said, to_say
from ocop.kernel.text import Label

HINTS = {
    Hint.ACTS_FOR_PRODUCER: _("được giao làm thay chủ thể này"),
    Hint.SAME_PHONE: _("trùng số điện thoại với chủ thể"),
    Hint.SAME_EMAIL: _("trùng thư điện tử với chủ thể"),
    Hint.SAME_NAME: _("trùng họ tên với người của chủ thể"),
    Hint.SAME_TAX_CODE: _("làm thay cơ sở có cùng mã số thuế"),
    Hint.SAME_CONSULTANT: _("cùng người tư vấn, làm thay với chủ thể"),
    Hint.SAME_COMMUNE_AND_SURNAME: _("cùng xã và cùng họ với người của chủ thể"),
    Hint.WROTE_DOSSIER: _("đã lập hồ sơ này"),
}

FUNCTIONS = {
    Function.CHAIR: _("Chủ tịch hội đồng"),
    Function.VICE_CHAIR: _("Phó chủ tịch hội đồng"),
    Function.MEMBER: _("Ủy viên"),
    Function.SECRETARY: _("Thư ký"),
}

AGENCIES = {
    Agency.LEADERSHIP: _("Lãnh đạo UBND tỉnh"),
    Agency.AGRICULTURE: _("Sở Nông nghiệp và Môi trường"),
    Agency.INDUSTRY: _("Sở Công Thương"),
    Agency.HEALTH: _("Sở Y tế"),
    Agency.SCIENCE: _("Sở Khoa học và Công nghệ"),
    Agency.CULTURE: _("Sở Văn hoá, Thể thao và Du lịch"),
    Agency.FOOD_SAFETY: _("Sở An toàn thực phẩm"),
    Agency.OCOP_BODY: _("Cơ quan quản lý OCOP cấp tỉnh"),
    Agency.AGRICULTURE_UNIT: _("Đơn vị chuyên môn của Sở Nông nghiệp và Môi trường"),
    Agency.EXPERT: _("Chuyên gia, hiệp hội"),
    Agency.OTHER: _("Cơ quan khác"),
}

MEETING_KINDS = {
    MeetingKind.MEETING: _("Phiên họp"),
    MeetingKind.WRITTEN_OPINION: _("Lấy ý kiến bằng văn bản"),
}

RELATIONS = {
    Relation.OWNER: _("Là chủ thể, người góp vốn hoặc người quản lý"),
    Relation.FAMILY: _("Người thân của chủ thể"),
    Relation.EMPLOYER: _("Đang hoặc từng làm việc cho chủ thể"),
    Relation.ADVISER: _("Đã tư vấn, viết hồ sơ cho chủ thể"),
    Relation.RIVAL: _("Cạnh tranh trực tiếp với chủ thể"),
    Relation.OTHER: _("Lý do khác"),
}

RECOMMENDATIONS = {
    Recommendation.RECOGNISE: _("Đề nghị công nhận"),
    Recommendation.PROPOSE: _("Đề nghị Bộ đánh giá 5 sao"),
    Recommendation.SEND_ON: _("Chuyển lên tỉnh đánh giá"),
    Recommendation.NONE: _("Không đề nghị công nhận"),
}

RESOLUTION_KINDS = {
    ResolutionKind.SPREAD: _("Chênh lệch điểm"),
    ResolutionKind.MINIMUM: _("Mức của tiêu chí có yêu cầu tối thiểu"),
    ResolutionKind.STARS: _("Phương án từ 90 điểm"),
    ResolutionKind.BY_HAND: _("Xác nhận bằng tay yêu cầu tối thiểu theo hạng sao"),
}

CAUSES = {
    Cause.RESCORED: _("Chấm lại vì chênh lệch"),
    Cause.TAKEN_BACK: _("Đưa về chấm lại"),
    Cause.REFERRED: _("Ý kiến khác nhau, đưa ra phiên họp"),
    Cause.LATE_CONFLICT: _("Xung đột lợi ích phát hiện muộn"),
    Cause.CORRECTED: _("Phiếu được sửa"),
    Cause.WITHDRAWN: _("Chủ thể rút hồ sơ"),
}

MEMBERS_SHOWN = {
    MembersShown.NOT_STATED: _("Quy chế không quy định (ghi họ tên)"),
    MembersShown.NAMED: _("Ghi họ tên"),
    MembersShown.NUMBERED: _("Ghi số, không ghi họ tên"),
}

SELF_SCORES = {
    SelfScore.NO: _("Không cho xem khi chấm"),
    SelfScore.COLLAPSED: _("Để thu gọn, mở khi cần"),
}

MINIMUM_RULES = {
    MinimumRule.MEAN: _("Điểm trung bình của các thành viên đạt mức yêu cầu"),
    MinimumRule.MAJORITY: _("Hơn một nửa số thành viên chọn từ mức yêu cầu"),
    MinimumRule.ALL: _("Mọi thành viên chọn từ mức yêu cầu"),
    MinimumRule.AGREED: _("Hội đồng thống nhất mức của từng tiêu chí"),
}

# the same in a sentence about one criterion
RULE_WORDS = {
    MinimumRule.MEAN: _("tính theo điểm trung bình"),
    MinimumRule.MAJORITY: _("tính theo đa số thành viên"),
    MinimumRule.ALL: _("mọi thành viên phải chấm đạt"),
    MinimumRule.AGREED: _("theo mức hội đồng thống nhất"),
}

VETO = _(
    "Nếu yêu cầu tối thiểu nằm ở mức cao nhất của tiêu chí, cách tính theo điểm trung bình cho mỗi thành "
    "viên quyền phủ quyết. Ví dụ: mức cao nhất 3 điểm là yêu cầu của 4 sao; sáu người chấm 3, một người chấm "
    "2 thì trung bình 2,86, chưa đạt. Chọn “hơn một nửa số thành viên” nếu hội đồng không muốn như vậy."
)

ROUNDINGS = {
    Rounding.NONE: _("Không làm tròn trước khi xếp hạng"),
    Rounding.BEFORE_BAND: _("Làm tròn rồi mới xếp hạng"),
}

SPREAD_BOUNDARIES = {
    SpreadBoundary.OVER: _("Đúng bằng mức tối đa chưa phải chấm lại"),
    SpreadBoundary.REACHED: _("Đúng bằng mức tối đa đã phải chấm lại"),
}

EXTREMES = {
    Extremes.KEPT: _("Tính mọi phiếu"),
    Extremes.DROPPED: _("Từ 5 phiếu: bỏ một phiếu cao nhất, một phiếu thấp nhất khi tính trung bình"),
}

SCORERS = {
    Scorers.ALL: _("Chủ tịch, phó chủ tịch và ủy viên"),
    Scorers.WITHOUT_CHAIR: _("Phó chủ tịch và ủy viên, chủ tịch chỉ điều hành"),
    Scorers.MEMBERS: _("Chỉ ủy viên"),
}

VOTE_MAJORITIES = {
    VoteMajority.NOT_STATED: _("Quy chế không quy định (quá nửa số phiếu biểu quyết)"),
    VoteMajority.OF_VOTES: _("Quá nửa số phiếu biểu quyết"),
    VoteMajority.OF_PRESENT: _("Quá nửa số thành viên có mặt"),
    VoteMajority.TWO_THIRDS: _("Ít nhất hai phần ba số thành viên có mặt"),
}

CASTING_VOTES = {
    CastingVote.NOT_STATED: _("Quy chế không quy định (theo bên có phiếu của chủ trì)"),
    CastingVote.CHAIR: _("Theo bên có phiếu của chủ trì"),
    CastingVote.NOBODY: _("Không quyết định được, hội đồng thảo luận tiếp"),
}


def meeting_state_name(state: str) -> str:
    """A meeting's state in words."""
    return said(MEETING_STATES[MeetingState(state)])


def item_state_name(state: str) -> str:
    """A product's state in words."""
    return said(ITEM_STATES[ItemState(state)])


def _choices(labels: Mapping[Any, object]) -> list[tuple[str, object]]:
    return [(key.value, text) for key, text in labels.items()]


def _states(labels: Mapping[Any, Label]) -> list[tuple[str, object]]:
    return [(state.value, to_say(label)) for state, label in labels.items()]


def function_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(FUNCTIONS)


def agency_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(AGENCIES)


def meeting_kind_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(MEETING_KINDS)


def relation_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(RELATIONS)


def recommendation_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(RECOMMENDATIONS)


def resolution_kind_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(RESOLUTION_KINDS)


def cause_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(CAUSES)


ORDERS = {
    Order.BY_SET: _("Theo bộ sản phẩm, cùng bộ đứng cạnh nhau"),
    Order.BY_COMMUNE: _("Theo xã"),
    Order.AS_IT_IS: _("Giữ thứ tự hiện tại"),
}

NUMBERS = {
    Numbers.IN_ORDER: _("Đánh số theo thứ tự"),
    Numbers.DRAWN: _("Bốc ngẫu nhiên"),
    Numbers.AS_THEY_ARE: _("Giữ số mẫu hiện tại"),
}


def order_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(ORDERS)


def numbers_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(NUMBERS)


def members_shown_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(MEMBERS_SHOWN)


def correction_state_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _states(CORRECTION_STATES)


def self_score_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(SELF_SCORES)


def minimum_rule_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(MINIMUM_RULES)


def spread_boundary_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(SPREAD_BOUNDARIES)


def extremes_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(EXTREMES)


def vote_majority_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(VOTE_MAJORITIES)


def casting_vote_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(CASTING_VOTES)


def scorers_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(SCORERS)


def rounding_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _choices(ROUNDINGS)


def meeting_state_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _states(MEETING_STATES)


def item_state_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _states(ITEM_STATES)


def sheet_state_choices() -> list[tuple[str, object]]:
    """For fields."""
    return _states(SHEET_STATES)
