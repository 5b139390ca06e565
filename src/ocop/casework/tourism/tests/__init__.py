"""Tests of tourism."""
