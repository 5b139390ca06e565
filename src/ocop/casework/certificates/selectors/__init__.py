"""Reads of decisions and certificates that pages, papers and other packages share."""

from ocop.casework.certificates.selectors.public import certificate_by_code, status_on

__all__ = ["certificate_by_code", "status_on"]
