"""The working rules as the minutes print them: every rule that shaped a result, defaults included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ocop.casework.review.labels import (
    CASTING_VOTES,
    EXTREMES,
    MINIMUM_RULES,
    ROUNDINGS,
    SCORERS,
    VOTE_MAJORITIES,
)
from ocop.casework.review.models import AgendaItem, Meeting, WorkingRules
from ocop.casework.review.rules import (
    CastingVote,
    Extremes,
    MembersShown,
    MinimumRule,
    Rounding,
    Scorers,
    SpreadBoundary,
    VoteMajority,
)
from ocop.casework.review.selectors import late_packs, pack_due_on
from ocop.kernel.text import day_words_vi, number_vi


def rules_words(meeting: Meeting, items: Iterable[AgendaItem]) -> list[str]:
    """One line a rule, so that the minutes can be checked by hand; with what came late."""
    rules = meeting.rules
    assert rules is not None  # noqa: S101 - only open meetings are closed
    return [*_lines(rules), *_packs(meeting, rules, items), *_answers(meeting)]


def _lines(rules: WorkingRules) -> Iterator[str]:
    share = f"{rules.quorum_numerator}/{rules.quorum_denominator}"
    chair = "chủ tịch phải dự" if rules.chair_must_attend else "chủ tịch hoặc phó chủ tịch chủ trì"
    yield f"Có mặt ít nhất {share} số thành viên và không dưới {rules.quorum_least} người; {chair}"
    yield f"Người chấm điểm: {_small(SCORERS[Scorers(rules.scorers)])}"
    yield (
        "Điểm của sản phẩm là trung bình cộng tổng điểm các phiếu; "
        f"{_small(EXTREMES[Extremes(rules.extremes)])}; {_small(ROUNDINGS[Rounding(rules.rounding)])}; "
        f"in {rules.decimals} chữ số thập phân"
    )
    yield _spread(rules)
    yield f"Yêu cầu tối thiểu theo hạng sao: {_small(MINIMUM_RULES[MinimumRule(rules.minimum)])}"
    if rules.minimum == MinimumRule.AGREED:
        yield _vote(rules)
    yield "Người có xung đột lợi ích không tính vào số thành viên và điểm trung bình của sản phẩm đó"
    yield _shown_by(rules)
    yield from _on_preparation(rules)


def _packs(meeting: Meeting, rules: WorkingRules, items: Iterable[AgendaItem]) -> Iterator[str]:
    if rules.pack_days is None:
        return
    late = [f"“{item}”" for item in late_packs(pack_due_on(meeting, rules), items)]
    said = f"; đến muộn hơn: {', '.join(late)}" if late else ""
    yield f"Hồ sơ gửi thành viên trước phiên họp ít nhất {rules.pack_days} ngày làm việc{said}"


def _answers(meeting: Meeting) -> Iterator[str]:
    if meeting.is_by_opinion and meeting.answers_due_on is not None:
        until = day_words_vi(meeting.answers_due_on)
        yield (f"Lấy ý kiến bằng văn bản đến hết ngày {until}; ý kiến khác nhau quá mức trên thì họp")


def _small(words: object) -> str:
    text = str(words)
    return text[:1].lower() + text[1:]


def _spread(rules: WorkingRules) -> str:
    limit = number_vi(Fraction(rules.spread_limit))
    below = "phải dưới" if rules.spread_boundary == SpreadBoundary.REACHED else "không quá"
    again = "" if rules.passes_most is None else f"; chấm lại nhiều nhất {rules.passes_most} lượt"
    return f"Chênh lệch giữa phiếu cao nhất và thấp nhất {below} {limit} điểm{again}"


def _vote(rules: WorkingRules) -> str:
    """How votes decide; what the working rules leave open is said to be the default."""
    by_default = "theo mặc định vì quy chế không quy định"
    majority = VoteMajority(rules.vote_majority) or VoteMajority.OF_VOTES
    casting = CastingVote(rules.casting_vote) or CastingVote.CHAIR
    words = _small(VOTE_MAJORITIES[majority]) + ("" if rules.vote_majority else f" ({by_default})")
    equal = _small(CASTING_VOTES[casting]) + ("" if rules.casting_vote else f" ({by_default})")
    return f"Biểu quyết mức của tiêu chí có yêu cầu tối thiểu: {words}; ngang nhau: {equal}"


def _shown_by(rules: WorkingRules) -> str:
    if rules.members_shown == MembersShown.NUMBERED:
        return "Bảng điểm ghi số của thành viên, không ghi họ tên"
    by = ", theo mặc định vì quy chế không quy định" if rules.members_shown == MembersShown.NOT_STATED else ""
    return f"Bảng điểm ghi họ tên thành viên{by}"


def _on_preparation(rules: WorkingRules) -> Iterator[str]:
    """Blind or not, the advisory report and sheets, the laboratory: with what holds where nothing is said."""
    yield (
        "Tiêu chí cảm quan chấm theo số mẫu, phiếu không ghi tên sản phẩm và chủ thể"
        if rules.sensory_blind
        else "Tiêu chí cảm quan chấm có ghi tên sản phẩm, theo mặc định vì quy chế không quy định khác"
    )
    yield (
        "Chỉ mở chấm sản phẩm khi tổ tư vấn đã nộp báo cáo về sản phẩm đó"
        if rules.advisory_needed
        else "Báo cáo của tổ tư vấn ghi theo số văn bản khi đưa sản phẩm vào phiên họp, theo mặc định"
    )
    yield (
        "Lấy mẫu kiểm nghiệm theo bộ tiêu chí hoặc khi có yêu cầu, theo mặc định"
        if rules.laboratory_points is None
        else f"Lấy mẫu kiểm nghiệm sản phẩm từ {rules.laboratory_points} điểm"
    )
    yield (
        "Tổ tư vấn chấm điểm trước, mỗi thành viên một phiếu; không tính vào điểm của hội đồng"
        if rules.advisory_scores
        else "Tổ tư vấn báo cáo, không chấm điểm, theo mặc định vì quy chế không quy định khác"
    )
