"""Certificates that prove themselves: facts signed with Ed25519, checked without network or database."""

from ocop.kernel.signed.checking import Checked, Verdict, check
from ocop.kernel.signed.facts import Facts, MalformedError, pack, sign, unpack
from ocop.kernel.signed.keys import KeyFileError, Signer, TrustedKey, read_trusted, trusted_as_json

__all__ = [
    "Checked",
    "Facts",
    "KeyFileError",
    "MalformedError",
    "Signer",
    "TrustedKey",
    "Verdict",
    "check",
    "pack",
    "read_trusted",
    "sign",
    "trusted_as_json",
    "unpack",
]
