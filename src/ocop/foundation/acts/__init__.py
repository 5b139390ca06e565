"""What an act of the office is, and everything that follows from it: its page, its address, its button.

An act file needs one import from here beside its own package: `from ocop.foundation.acts import Act, …`.
"""

from ocop.foundation.acts.addresses import address_of, addresses
from ocop.foundation.acts.asks import Asks, AsksReason
from ocop.foundation.acts.buttons import Button, buttons
from ocop.foundation.acts.model import Act, Matter
from ocop.foundation.audit.actions import held, record, transition
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.refusals import Refusal, Refused, ensure, once
from ocop.foundation.ui.words import words

__all__ = [
    "Act",
    "Asks",
    "AsksReason",
    "Button",
    "Matter",
    "Refusal",
    "Refused",
    "address_of",
    "addresses",
    "buttons",
    "ensure",
    "held",
    "once",
    "record",
    "recorded",
    "transition",
    "vouch",
    "words",
]
