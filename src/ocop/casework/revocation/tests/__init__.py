"""Tests of revocation."""
