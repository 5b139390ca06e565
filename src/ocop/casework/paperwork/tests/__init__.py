"""Tests of paperwork."""
