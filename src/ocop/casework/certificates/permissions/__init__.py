"""Who may do and read what; every function gives the reason to refuse, or None."""

from ocop.casework.certificates.permissions.lists import refuse_list_certificates, refuse_list_decisions
from ocop.casework.certificates.permissions.who import (
    concerns,
    has_part_in,
    reads_whole,
    refuse_conflict,
    refuse_handle,
    refuse_prepare,
    refuse_read,
    refuse_read_certificate,
    refuse_read_correction,
    refuse_read_notice,
    refuse_sign,
)

__all__ = [
    "concerns",
    "has_part_in",
    "reads_whole",
    "refuse_conflict",
    "refuse_handle",
    "refuse_list_certificates",
    "refuse_list_decisions",
    "refuse_prepare",
    "refuse_read",
    "refuse_read_certificate",
    "refuse_read_correction",
    "refuse_read_notice",
    "refuse_sign",
]
