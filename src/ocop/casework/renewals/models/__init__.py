"""Reminders told, letters sent, answers given, extensions."""

from ocop.casework.renewals.models.declines import Decline
from ocop.casework.renewals.models.extensions import Extension, ExtensionItem
from ocop.casework.renewals.models.letters import Called, CallLetter
from ocop.casework.renewals.models.reminders import Reminder

__all__ = ["CallLetter", "Called", "Decline", "Extension", "ExtensionItem", "Reminder"]
