"""Fields that several acts of councils and teams ask."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import sign_in_name
from ocop.foundation.accounts.selectors import find_people
from ocop.foundation.ui.forms import TextField

MOST_NAMED = 5


class PersonField(TextField):
    """A person by sign-in name, or by a name that fits only one."""

    def clean(self, value: Any) -> Any:
        """The person; refused with the names that fit where it is not exactly one."""
        typed = super().clean(value)
        if not typed:
            return None
        exact = Person.objects.filter(username=sign_in_name(typed), is_active=True).first()
        if exact is not None:
            return exact
        found = list(find_people(typed).filter(is_active=True)[: MOST_NAMED + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(
                _("Không có người dùng nào khớp. Người này cần có tài khoản trước."), code="nobody"
            )
        names = ", ".join(f"{person.full_name} ({person.username})" for person in found[:MOST_NAMED])
        raise ValidationError(
            __("Nhiều người khớp, hãy ghi tên đăng nhập: %(names)s") % {"names": names}, code="several"
        )
