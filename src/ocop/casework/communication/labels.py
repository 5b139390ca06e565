"""The words of this package. Functions give the choices of fields,
so that a change of words needs no migration.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.rules import (
    NEWS_STATES,
    NEWS_WORKFLOW,
    PRESS_STATES,
    PRESS_WORKFLOW,
    RECORDING_STATES,
    RECORDING_WORKFLOW,
    Channel,
    NewsKind,
    NewsState,
    PressState,
    RecordingState,
    Tongue,
    Topic,
)

NEWS_KINDS = {NewsKind.NEWS: _("Tin tức"), NewsKind.GUIDANCE: _("Hướng dẫn")}

CHANNELS = {
    Channel.COMMUNE_RADIO: _("Truyền thanh xã"),
    Channel.DISTRICT_TELEVISION: _("Truyền thanh, truyền hình huyện"),
    Channel.PROVINCE_TELEVISION: _("Truyền hình tỉnh"),
    Channel.PROVINCE_RADIO: _("Phát thanh tỉnh"),
    Channel.NEWSPAPER: _("Báo in, báo điện tử"),
    Channel.WEBSITE: _("Trang thông tin điện tử"),
    Channel.SOCIAL_NETWORK: _("Mạng xã hội"),
    Channel.LEAFLET: _("Tờ rơi, sổ tay"),
    Channel.BANNER: _("Pa nô, áp phích, băng rôn"),
    Channel.MEETING: _("Họp thôn, hội nghị"),
    Channel.OTHER: _("Hình thức khác"),
}

TOPICS = {
    Topic.IDEA: _("Đăng ký ý tưởng"),
    Topic.DOSSIER: _("Chuẩn bị hồ sơ"),
    Topic.HAND_IN: _("Nộp hồ sơ"),
    Topic.RETURNED: _("Khi hồ sơ bị trả lại"),
    Topic.CHECK: _("Trang kiểm tra mã nói gì"),
    Topic.REPORT: _("Báo dùng sai nhãn OCOP"),
    Topic.RENEWAL: _("Giữ sao khi sắp hết hạn"),
    Topic.OTHER: _("Việc khác"),
}
TONGUES = {
    Tongue.VIETNAMESE: "Tiếng Việt",
    Tongue.MONG: "Hmoob (Mông)",
    Tongue.DAO: "Iu Mien (Dao)",
    Tongue.TAY: "Tày",
}
"""Each by the name that its speakers give it, so in no other language."""

# how each state looks: a chip's kind, never colour alone
NEWS_STATE_KINDS = {
    NewsState.DRAFT: "wait",
    NewsState.PROPOSED: "warn",
    NewsState.PUBLISHED: "ok",
    NewsState.WITHDRAWN: "info",
}
PRESS_STATE_KINDS = {
    PressState.PROPOSED: "warn",
    PressState.PLANNED: "wait",
    PressState.DONE: "ok",
    PressState.CANCELLED: "info",
}
RECORDING_STATE_KINDS = {
    RecordingState.DRAFT: "wait",
    RecordingState.PUBLISHED: "ok",
    RecordingState.WITHDRAWN: "info",
}

FIELDS = {
    "title": _("Tiêu đề bài"),
    "summary": _("Tóm tắt"),
    "body": _("Nội dung"),
    "title_en": _("Tiêu đề tiếng Anh"),
    "summary_en": _("Tóm tắt tiếng Anh"),
    "body_en": _("Nội dung tiếng Anh"),
}

_NEWS_DEEDS = {
    "write": _("Viết bài"),
    "revise": _("Sửa nội dung"),
    "add_picture": _("Thêm ảnh"),
    "remove_picture": _("Bỏ ảnh"),
    "set_day": _("Đổi ngày đăng"),
}
_PRESS_DEEDS = {
    "note": _("Lập đầu việc"),
    "amend": _("Sửa đầu việc"),
    "add_evidence": _("Thêm minh chứng"),
}
_RECORDING_DEEDS = {"add": _("Tải bản ghi âm lên"), "amend": _("Sửa lời ghi")}


def topic_choices() -> list[tuple[str, str]]:
    """Choices of what a recording explains."""
    return [(topic.value, str(word)) for topic, word in TOPICS.items()]


def tongue_choices() -> list[tuple[str, str]]:
    """Choices of what is spoken."""
    return [(tongue.value, word) for tongue, word in TONGUES.items()]


def recording_state_choices() -> list[tuple[str, str]]:
    """Choices of the state of a recording."""
    return [(state.value, recording_state_word(state)) for state in RECORDING_STATES]


def recording_state_word(state: str) -> str:
    """A state of a recording in words, in the language of the page."""
    return RECORDING_STATES[RecordingState(state)].text(_language())


def recording_deed(action: str) -> str:
    """What an entry of the record says was done with a recording."""
    name = action.partition(".")[2]
    if name in _RECORDING_DEEDS:
        return str(_RECORDING_DEEDS[name])
    return RECORDING_WORKFLOW.move(name).label.text(_language())


def news_kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind of a page."""
    return [(kind.value, str(word)) for kind, word in NEWS_KINDS.items()]


def news_state_choices() -> list[tuple[str, str]]:
    """Choices of the state of a page."""
    return [(state.value, NEWS_STATES[state].text(_language())) for state in NEWS_STATES]


def channel_choices() -> list[tuple[str, str]]:
    """Choices of the channel of a line of the press plan."""
    return [(channel.value, str(word)) for channel, word in CHANNELS.items()]


def press_state_choices() -> list[tuple[str, str]]:
    """Choices of the state of a line of the press plan."""
    return [(state.value, press_state_word(state)) for state in PRESS_STATES]


def press_state_word(state: str) -> str:
    """A state of a line in words, in the language of the page."""
    return PRESS_STATES[PressState(state)].text(_language())


def news_status(state: str, publish_on: date | None, today: date) -> tuple[str, str]:
    """What a page is today, in words, and its kind of chip;
    an approved page of a later day is not seen yet.
    """
    found = NewsState(state)
    if found == NewsState.PUBLISHED and publish_on is not None:
        return (__("Đang đăng"), "ok") if publish_on <= today else (__("Chờ ngày đăng"), "wait")
    return NEWS_STATES[found].text(_language()), NEWS_STATE_KINDS[found]


def news_deed(action: str) -> str:
    """What an entry of the record says was done with a page."""
    name = action.partition(".")[2]
    return str(_NEWS_DEEDS[name]) if name in _NEWS_DEEDS else NEWS_WORKFLOW.move(name).label.text(_language())


def press_deed(action: str) -> str:
    """What an entry of the record says was done with a line of the press plan."""
    name = action.partition(".")[2]
    return (
        str(_PRESS_DEEDS[name]) if name in _PRESS_DEEDS else PRESS_WORKFLOW.move(name).label.text(_language())
    )


def _language() -> str:
    return get_language() or "vi"
