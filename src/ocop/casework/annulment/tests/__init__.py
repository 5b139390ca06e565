"""Tests of annulment."""
