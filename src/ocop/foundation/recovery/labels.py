"""The words for how somebody was recognised."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PROOFS: dict[str, Promise] = {
    "identity_card": _("Đã xem căn cước hoặc hộ chiếu"),
    "known": _("Biết rõ người này"),
}
