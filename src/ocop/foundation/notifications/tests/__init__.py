"""Tests of inbox and outbox."""
