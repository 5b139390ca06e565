"""The words of this package on the screen."""

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.kernel.law.model import Anomaly

ACTS = {
    "programme.set_up": _("Lập chương trình"),
    "round.open": _("Mở đợt đánh giá"),
    "programme.settle_anomaly": _("Quyết định điểm chưa rõ của văn bản"),
}


def suggested(anomaly: Anomaly) -> str:
    """The value that an office may settle on, in words."""
    if anomaly.suggested_points is not None:
        return __("%(points)s điểm") % {"points": anomaly.suggested_points}
    return __("có dấu tối thiểu %(stars)s sao") % {"stars": anomaly.suggested_min_for_stars}


def printed(value: str) -> str:
    """A printed value in words: a dash stands for an option without a mark."""
    return __("không có dấu") if value == "–" else value
